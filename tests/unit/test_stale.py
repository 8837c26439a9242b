"""The answers that changed since a version was frozen."""

from __future__ import annotations

from datetime import date
from typing import Any

from builders import a_statement, a_workspace, an_answer, three_parties
from msgspec.structs import replace

from partner_tui.documents.sentences import Sentence
from partner_tui.documents.stale import Stale, sources_now, stale, stale_sentences
from partner_tui.domain.known import AIMS, VISION
from partner_tui.domain.records import Answer, Statement
from partner_tui.domain.values import AnswerState
from partner_tui.domain.workspace import Workspace, put
from partner_tui.guide.load import guide
from partner_tui.i18n import translator

FR = (guide("fr"), translator("fr"))


def frozen() -> Workspace:
    """Return a workspace whose version 1 remembers its answers."""
    answer = replace(an_answer(AIMS, "24 soirées"), by="Ève", at="2026-08-25T17:35:00Z")
    workspace = a_workspace(*three_parties(), answer)
    sources = sources_now(workspace, {"fr": FR})
    return put(workspace, a_statement(sources=sources))


def found(workspace: Workspace) -> dict[str, Stale]:
    """Return what changed since version 1."""
    return stale(workspace, *FR, workspace.table(Statement)["e1"])


def changed(key: str = AIMS, **changes: Any) -> dict[str, Stale]:
    """Return what changed once this answer did."""
    workspace = frozen()
    return found(put(workspace, replace(workspace.table(Answer)[key], **changes)))


def test_an_answer_that_says_the_same_is_not_stale() -> None:
    assert found(frozen()) == {}
    assert changed(at="2026-11-20T10:00:00Z", state=AnswerState.AGREED) == {}


def test_other_words_say_what_was_what_is_and_who_changed_it() -> None:
    response = an_answer(AIMS, "12 soirées").response
    known = {"then": "24 soirées", "then_by": "Ève", "then_at": "2026-08-25T17:35:00Z"}
    new = {"now": "12 soirées", "by": "Luc", "at": "2026-11-20T10:00:00Z"}
    seen = changed(response=response, by=new["by"], at=new["at"])
    assert seen == {AIMS: Stale(**known, **new)}


def test_an_answer_that_became_private_shows_nothing_of_it() -> None:
    response = an_answer(AIMS, "Un secret").response
    assert changed(response=response, private=True)[AIMS].now == ""
    assert changed(state=AnswerState.SKIPPED)[AIMS].now == ""


def test_what_was_private_is_not_remembered() -> None:
    workspace = a_workspace(replace(an_answer(AIMS, "Un secret"), private=True))
    assert sources_now(workspace, {"fr": FR}) == {}


def test_a_new_answer_is_stale_too() -> None:
    workspace = put(frozen(), an_answer(VISION, "Nul ne reste seul"))
    assert found(workspace)[VISION].then == ""


def test_a_version_older_than_this_memory_goes_by_dates() -> None:
    late = replace(an_answer(AIMS, "24 soirées"), at="2026-09-19T10:00:00Z")
    early = replace(an_answer(VISION, "Un but"), at="2026-09-18T10:00:00Z")
    version = a_statement(on=date(2026, 9, 18))
    workspace = a_workspace(late, early, version)
    assert {key: each.is_known for key, each in found(workspace).items()} == {AIMS: False}


def test_a_sentence_that_the_version_had_is_left_alone() -> None:
    said = [Sentence(text, source="question:a") for text in ("Un.", "Deux.")]
    other = Sentence("Trois.", source="question:b")
    assert stale_sentences([*said, other], {"a"}, {"Un."}) == {1}
    assert stale_sentences([*said, other], {"a", "b"}, {"Un.", "Deux."}) == {0, 1, 2}
    assert stale_sentences([*said, other], set(), set()) == set()


def test_nothing_is_stale_before_the_first_version() -> None:
    assert stale(a_workspace(an_answer(AIMS, "x")), *FR, None) == {}
