"""When a question counts as answered, and where organizations differ."""

from __future__ import annotations

from builders import (
    a_question,
    a_response,
    a_risk,
    a_workspace,
    an_answer,
    an_objective,
    an_organization,
    three_parties,
)

from partner_tui.domain.progress import Progress, differs, is_answered, progress
from partner_tui.domain.questions import Kind, Per, Question
from partner_tui.domain.records import Answer
from partner_tui.domain.values import AnswerState, OrganizationKind, Reply

TRUST = a_question("trust", Kind.TRI, per=Per.ORGANIZATION)


def _trust(**positions: str) -> Answer:
    return Answer(id="trust", positions={k: a_response(v) for k, v in positions.items()})


def test_a_question_with_words_is_answered() -> None:
    workspace = a_workspace(an_answer("q", "Oui."))
    assert is_answered(workspace, a_question("q"))
    assert not is_answered(workspace, a_question("other"))


def test_blank_words_do_not_answer() -> None:
    assert not is_answered(a_workspace(an_answer("q", "  ", note="plus tard")), a_question("q"))


def test_a_question_set_aside_counts_as_answered() -> None:
    assert is_answered(a_workspace(an_answer("q", state=AnswerState.SKIPPED)), a_question("q"))


def test_an_archived_answer_does_not_count() -> None:
    assert not is_answered(a_workspace(an_answer("q", "Oui.", archived=True)), a_question("q"))


def test_every_party_must_speak() -> None:
    some = a_workspace(*three_parties(), _trust(o1="yes", o2="yes"))
    every = a_workspace(*three_parties(), _trust(o1="yes", o2="yes", o3="partly"))
    assert not is_answered(some, TRUST)
    assert is_answered(every, TRUST)


def test_funders_and_those_that_declined_need_not_speak() -> None:
    funder = an_organization(id="o4", kind=OrganizationKind.FUNDER)
    declined = an_organization(id="o5", reply=Reply.NO)
    workspace = a_workspace(an_organization(), funder, declined, _trust(o1="yes"))
    assert is_answered(workspace, TRUST)


def test_what_is_agreed_needs_no_more_voices() -> None:
    agreed = Answer(id="trust", positions={"o1": a_response("yes")}, state=AnswerState.AGREED)
    assert is_answered(a_workspace(*three_parties(), agreed), TRUST)


def test_objectives_answer_one_by_one() -> None:
    question = a_question("s6.smart.s", Kind.TRI, per=Per.OBJECTIVE)
    answer = Answer(id="s6.smart.s", positions={"b1": a_response("yes")})
    assert is_answered(a_workspace(an_objective(), answer), question)
    assert not is_answered(a_workspace(an_objective(), an_objective(id="b2"), answer), question)
    assert not is_answered(a_workspace(answer), question)


def _risks_of(family: str) -> Question:
    return a_question(f"s7.list.{family}", Kind.RECORDS, records="risks", family=family)


def test_records_answer_in_their_family_only() -> None:
    workspace = a_workspace(a_risk())
    assert is_answered(workspace, _risks_of("org"))
    assert not is_answered(workspace, _risks_of("time"))
    assert not is_answered(a_workspace(a_risk(archived=True)), _risks_of("org"))


def test_nothing_to_report_is_an_answer() -> None:
    workspace = a_workspace(an_answer("s7.list.time", note="rien à signaler"))
    assert is_answered(workspace, _risks_of("time"))


def test_progress_counts() -> None:
    workspace = a_workspace(
        an_answer("q1", "a", state=AnswerState.AGREED),
        an_answer("q2", "b"),
        an_answer("q3", state=AnswerState.SKIPPED),
    )
    found = progress(workspace, [a_question(key) for key in ("q1", "q2", "q3", "q4")])
    assert found == Progress(answered=3, agreed=1, to_discuss=2, total=4)


def test_organizations_differ() -> None:
    assert differs(_trust(o1="yes", o2="partly"), TRUST)
    assert not differs(_trust(o1="yes", o2="yes"), TRUST)
    assert not differs(_trust(o1="yes", o2=""), TRUST)
    assert not differs(_trust(o1="yes", o2="no"), TRUST, among={"o1"})


def test_different_words_are_no_disagreement() -> None:
    assert not differs(_trust(o1="a", o2="b"), a_question("trust", per=Per.ORGANIZATION))
