"""The reminders a dossier gives, and their order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from builders import (
    TODAY,
    a_contact,
    a_meeting,
    a_response,
    a_risk,
    a_statement,
    a_workspace,
    an_action,
    an_answer,
    an_objective,
    an_organization,
    three_parties,
)

from partner_tui.domain.records import (
    Answer,
    Check,
    Line,
    Postponement,
    Record,
    Resource,
    Sending,
    Success,
    Word,
)
from partner_tui.domain.signals import Signal, SignalKind, signals
from partner_tui.domain.values import ActionState, ResourceStatus, RiskState, Stage, Stance

RECENT = a_meeting()
"""A meeting of this month, so that no meeting is missed."""
MOVED = Postponement(due=None, reason="aucun fournisseur", on=TODAY)


def _found(*records: Record, **changes: Any) -> list[Signal]:
    start = {"start": date(2026, 10, 30), **changes}
    return list(signals(a_workspace(*records, **start), TODAY))


def _kinds(*records: Record, **changes: Any) -> list[SignalKind]:
    return [signal.kind for signal in _found(*records, **changes)]


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_a_new_dossier_is_quiet() -> None:
    assert _kinds() == []


def test_an_archived_dossier_is_quiet() -> None:
    assert _kinds(an_action(due=_ago(9)), stage=Stage.ARCHIVED) == []


def test_a_late_action_counts_its_days() -> None:
    late = Signal(kind=SignalKind.ACTION_LATE, table="actions", id="a1", days=2)
    assert _found(an_action(due=_ago(2))) == [late]
    assert _kinds(an_action(due=TODAY)) == []
    assert _kinds(an_action(due=_ago(2), state=ActionState.DONE)) == []


def test_an_action_postponed_twice_is_said_once() -> None:
    assert _kinds(an_action(postponements=(MOVED,))) == []
    assert _kinds(an_action(postponements=(MOVED, MOVED))) == [SignalKind.ACTION_POSTPONED]
    late = _found(an_action(due=_ago(2), postponements=(MOVED, MOVED)))
    assert [(signal.kind, signal.count) for signal in late] == [(SignalKind.ACTION_LATE, 2)]


def test_an_action_needs_someone_and_a_date() -> None:
    assert _kinds(an_action(owner="")) == [SignalKind.ACTION_BARE]
    assert _kinds(an_action(due=None)) == [SignalKind.ACTION_BARE]


def test_a_high_risk_needs_an_answer() -> None:
    assert _kinds(a_risk(strategy=None)) == [SignalKind.RISK_UNANSWERED]
    assert _kinds(a_risk(owner="")) == [SignalKind.RISK_UNANSWERED]
    assert _kinds(a_risk(owner="", impact=2)) == []
    assert _kinds(a_risk(owner="", state=RiskState.CLOSED)) == []


def test_a_risk_is_reviewed_by_the_next_meeting() -> None:
    soon = a_risk(review=TODAY + timedelta(days=9))
    planned = a_meeting(next_on=TODAY + timedelta(days=9))
    assert _kinds(soon) == []
    assert _kinds(soon, planned) == [SignalKind.RISK_REVIEW]
    assert [signal.days for signal in _found(a_risk(review=_ago(3)))] == [3]


def test_a_message_shows_three_days_ahead() -> None:
    line = Line(id="l1", due=TODAY + timedelta(days=1))
    assert [signal.days for signal in _found(line)] == [-1]
    assert _kinds(Line(id="l1", due=TODAY + timedelta(days=4))) == []


def test_a_meeting_is_missed_after_35_days() -> None:
    assert _kinds(a_meeting(on=_ago(35))) == []
    found = _found(a_meeting(on=_ago(41)))
    assert [(signal.id, signal.days) for signal in found] == [("m1", 41)]
    assert _kinds(a_meeting(on=_ago(41)), stage=Stage.EXPLORATION) == []
    assert _kinds(start=_ago(36)) == [SignalKind.MEETING_LATE]


def _people() -> list[Record]:
    each = [a_contact(id=f"{o.id}-{n}", organization=o.id) for o in three_parties() for n in "12"]
    return [*three_parties(), *each]


def test_silence_after_21_days_is_said() -> None:
    yes = Word(stance=Stance.AGREES)
    sent = a_statement(sendings=(Sending(on=_ago(22)),), words={"o1": yes, "o2": yes})
    found = _found(*_people(), sent)
    assert [(s.kind, s.count) for s in found] == [(SignalKind.STATEMENT_SILENT, 1)]
    assert _kinds(*_people(), a_statement(sendings=(Sending(on=_ago(21)),))) == []


def test_whoever_was_sent_the_text_again_has_21_days_again() -> None:
    first, again = Sending(on=_ago(40)), Sending(on=_ago(5), to=("o2-1",))
    found = _found(*_people(), a_statement(sendings=(first, again)))
    assert [(s.kind, s.days, s.count) for s in found] == [(SignalKind.STATEMENT_SILENT, 40, 2)]


def test_review_dates_show_60_days_ahead() -> None:
    near, far = TODAY + timedelta(days=60), TODAY + timedelta(days=61)
    answer = an_answer("s4.gov.term", near.isoformat(), far.isoformat(), "un jour")
    assert _found(answer) == [
        Signal(kind=SignalKind.REVIEW_NEAR, table="answers", id="s4.gov.term", days=-60)
    ]


def test_an_organization_needs_a_champion_and_a_second_contact() -> None:
    alone = a_contact(functions=())
    assert _kinds(an_organization(), alone) == [
        SignalKind.NO_CHAMPION,
        SignalKind.SINGLE_CONTACT,
    ]
    named = Answer(id="s4.gov.champion", positions={"o1": a_response("c1")})
    assert _kinds(an_organization(), alone, named) == [SignalKind.SINGLE_CONTACT]


def test_a_contact_whose_time_ended_does_not_count() -> None:
    gone = a_contact(id="c2", until=_ago(1))
    assert _kinds(an_organization(), a_contact(), gone) == [SignalKind.SINGLE_CONTACT]


def test_a_need_that_nobody_meets() -> None:
    assert _kinds(Resource(id="x")) == [SignalKind.RESOURCE_ORPHAN]
    assert _kinds(Resource(id="x", offered_by="o1")) == []
    assert _kinds(Resource(id="x", risk="r1")) == []
    assert _kinds(Resource(id="x", status=ResourceStatus.RECEIVED)) == []


def test_a_party_that_is_not_content() -> None:
    positions = {"o1": a_response("yes"), "o2": a_response("partly")}
    found = _found(*_people(), Answer(id="s2.commit.winwin", positions=positions))
    assert [(s.kind, s.id) for s in found] == [(SignalKind.GIVE_AND_GET, "o2")]


def test_a_climate_that_falls() -> None:
    first = Check(id="k1", checklist="climate", on=_ago(60), rows={"a": {"o1": "yes"}})
    second = Check(id="k2", checklist="climate", on=_ago(1), rows={"a": {"o1": "no"}})
    found = _found(*_people(), second, first)
    assert [(s.kind, s.id, s.count) for s in found] == [(SignalKind.CLIMATE_FALL, "o1", 1)]


def test_students_below_the_rung_aimed_at() -> None:
    aim = an_answer("stud.aim", "arn.6", "2027-05-01")
    found = _found(an_answer("stud.where", "arn.4"), aim)
    assert [(s.kind, s.count) for s in found] == [(SignalKind.STUDENT_VOICE, 2)]
    assert _kinds(an_answer("stud.where", "arn.6"), aim) == []


def test_an_objective_is_vague_once_read_again() -> None:
    yes, no = {"b1": a_response("yes")}, {"b1": a_response("no")}
    marks = [Answer(id="s6.smart.s", positions=yes), Answer(id="s6.smart.m", positions=no)]
    assert _kinds(an_objective()) == []
    assert _kinds(an_objective(), *marks) == [SignalKind.OBJECTIVE_VAGUE]


def test_an_objective_needs_a_baseline_and_a_target() -> None:
    assert _kinds(an_objective(baseline=" ")) == [SignalKind.OBJECTIVE_BARE]


def test_success_deserves_a_word() -> None:
    old = Success(id="w1", on=_ago(121))
    assert _kinds(old, RECENT) == [SignalKind.NO_CELEBRATION]
    assert _kinds(old, Success(id="w2", on=_ago(3)), RECENT) == []


def test_the_most_urgent_comes_first() -> None:
    found = _found(
        an_objective(target=""),
        a_risk(owner=""),
        an_action(id="a1", due=_ago(1)),
        an_action(id="a2", due=_ago(8)),
    )
    assert [signal.id for signal in found] == ["a2", "a1", "r1", "b1"]
