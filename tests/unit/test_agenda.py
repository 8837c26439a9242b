"""The agenda writes itself: what it takes up, in which order, in how many minutes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import (
    TODAY,
    a_guide,
    a_meeting,
    a_question,
    a_response,
    a_risk,
    a_statement,
    a_workspace,
    an_action,
    three_parties,
)

from partner_tui.domain.agenda import agenda, available, begun, planning
from partner_tui.domain.agenda_sources import Kind
from partner_tui.domain.questions import Kind as Holds
from partner_tui.domain.questions import Per
from partner_tui.domain.records import Answer, Line, Meeting, Record, Topic
from partner_tui.domain.values import AnswerState, TopicState

NEXT = a_meeting(id="next", number=2, on=TODAY + timedelta(days=9))
QUESTIONS = [a_question(f"q{n}", Holds.TRI, per=Per.ORGANIZATION) for n in range(5)]


def kinds(*records: Record) -> list[Kind]:
    """Return the kinds of items that a dossier gives the next meeting."""
    plan = agenda(a_workspace(a_meeting(), NEXT, *records), a_guide(*QUESTIONS), NEXT, TODAY)
    return [item.kind for item in plan.items]


def test_an_empty_dossier_leaves_the_floor_to_everyone() -> None:
    assert kinds() == [Kind.FREE]


def test_the_items_stand_in_the_order_of_the_meeting() -> None:
    split = Answer(id="q0", positions={"o1": a_response("yes"), "o2": a_response("no")})
    assert kinds(
        *three_parties(),
        Topic(id="t1", title="Budget", opened_in="m1"),
        Topic(id="t2", title="Plus tard", opened_in="m1", state=TopicState.PARKED, ended_in="m1"),
        split,
        a_statement(),
        Line(id="l", text="Merci", due=TODAY),
        a_risk(review=TODAY),
        an_action(),
    ) == [
        Kind.ACTIONS,
        Kind.RISKS,
        Kind.MESSAGES,
        Kind.STATEMENT,
        Kind.QUESTIONS,
        Kind.TOPIC,
        Kind.PARKED,
        Kind.FREE,
    ]


def test_late_actions_come_first_and_those_of_the_meeting_itself_wait() -> None:
    workspace = a_workspace(
        NEXT,
        an_action(id="soon"),
        an_action(id="late", due=date(2026, 11, 1)),
        an_action(id="mine", origin="meetings/next"),
    )
    assert agenda(workspace, a_guide(), NEXT, TODAY).of(Kind.ACTIONS) == ("late", "soon")


def test_a_meeting_takes_up_a_few_questions_those_that_differ_first() -> None:
    talking = [Answer(id=f"q{n}", state=AnswerState.TALKING) for n in range(4)]
    split = Answer(id="q4", positions={"o1": a_response("yes"), "o2": a_response("no")})
    workspace = a_workspace(NEXT, *three_parties(), *talking, split)
    plan = agenda(workspace, a_guide(*QUESTIONS), NEXT, TODAY)
    assert plan.of(Kind.QUESTIONS) == ("q4", "q0", "q1")


def test_planned_minutes_replace_the_usual_ones() -> None:
    workspace = a_workspace(NEXT, an_action(), Topic(id="t", title="Budget", minutes=25))
    assert agenda(workspace, a_guide(), NEXT, TODAY).planned == 5 + 25 + 5
    workspace = planning("next", "actions", 20)(workspace)
    meeting = workspace.table(Meeting)["next"]
    assert agenda(workspace, a_guide(), meeting, TODAY).planned == 20 + 25 + 5


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("12:00", "13:30", 90),
        ("12 h", "12 h 45", 45),
        ("9h", "10h", 60),
        ("", "", 60),
        ("midi", "13:00", 60),
        ("13:00", "12:00", 60),
    ],
)
def test_the_time_there_is(start: str, end: str, minutes: int) -> None:
    assert available(a_meeting(start=start, end=end)) == minutes


def test_a_meeting_begins_when_something_is_noted_in_it() -> None:
    workspace = a_workspace(NEXT)
    assert not begun(workspace, NEXT, TODAY)
    promised = a_workspace(NEXT, an_action(origin="meetings/next"))
    assert begun(promised, NEXT, TODAY)
    assert begun(workspace, a_meeting(present=("c1",), on=NEXT.on), TODAY)
    assert begun(workspace, a_meeting(), TODAY)
