"""Risk levels, meetings and evidence as the records tell them."""

from __future__ import annotations

from datetime import date

import pytest
from builders import (
    TODAY,
    a_contact,
    a_meeting,
    a_response,
    a_risk,
    a_workspace,
    an_action,
    an_answer,
    three_parties,
)
from msgspec.structs import replace

from partner_tui.domain.evidence import Evidence, evidence
from partner_tui.domain.known import ReviewDates, lead, review_dates
from partner_tui.domain.meetings import (
    Upcoming,
    earlier_actions,
    latest_meeting,
    next_meeting,
    open_actions,
)
from partner_tui.domain.records import Answer
from partner_tui.domain.risks import by_level, matrix
from partner_tui.domain.scales import SCALES, judged
from partner_tui.domain.values import ActionState, Function, RiskLevel, RiskScale

OCTOBER = a_meeting(id="m0", on=date(2026, 10, 6))
FIVE = SCALES[RiskScale.FIVE]
DECEMBER = a_meeting(id="m2", on=date(2026, 12, 1), start="12:00")


@pytest.mark.parametrize(
    ("score", "word"),
    [(0, None), (1, "low"), (5, "low"), (6, "medium"), (11, "medium"), (12, "high"), (25, "high")],
)
def test_levels(score: int, word: str | None) -> None:
    assert FIVE.level(score) == (RiskLevel(word) if word else None)


def test_the_highest_risk_comes_first_and_the_unjudged_last() -> None:
    small, unjudged, big = a_risk(id="s", impact=1), a_risk(id="u", impact=0), a_risk(id="b")
    assert [risk.id for risk in by_level([small, unjudged, big], FIVE)] == ["b", "s", "u"]
    assert judged(unjudged, FIVE).product == 0
    placed = matrix([small, unjudged], FIVE)
    assert {place: [r.id for r in found] for place, found in placed.items()} == {(4, 1): ["s"]}


def test_the_next_meeting_has_its_own_record_or_is_announced() -> None:
    announced = a_meeting(next_on=date(2026, 12, 1), next_start="12:00", next_place="B-112")
    assert next_meeting(a_workspace(a_meeting()), TODAY) is None
    assert next_meeting(a_workspace(announced), TODAY) == Upcoming(
        on=date(2026, 12, 1), start="12:00", place="B-112"
    )
    closed = replace(a_meeting(), on=TODAY, closed_on=TODAY)
    assert next_meeting(a_workspace(closed), TODAY) is None
    planned = next_meeting(a_workspace(announced, DECEMBER), TODAY)
    assert planned is not None and planned.meeting == "m2"


def test_the_latest_meeting_is_not_one_to_come() -> None:
    last = latest_meeting(a_workspace(OCTOBER, DECEMBER, a_meeting()), TODAY)
    assert last is not None and last.id == "m1"


def test_open_actions_by_due_date() -> None:
    workspace = a_workspace(
        an_action(id="later", due=date(2027, 1, 1)),
        an_action(id="undated", due=None),
        an_action(id="done", state=ActionState.DONE),
        an_action(id="soon", state=ActionState.POSTPONED),
    )
    assert [action.id for action in open_actions(workspace)] == ["soon", "later", "undated"]


def test_a_meeting_looks_back_on_what_was_pending() -> None:
    done = {"state": ActionState.DONE}
    workspace = a_workspace(
        OCTOBER,
        a_meeting(),
        DECEMBER,
        an_action(id="open", origin="meetings/m0"),
        an_action(id="closed since", done_on=date(2026, 10, 20), **done),
        an_action(id="closed before", done_on=date(2026, 9, 20), **done),
        an_action(id="its own", origin="meetings/m1"),
        an_action(id="later", origin="meetings/m2"),
    )
    found = earlier_actions(workspace, a_meeting())
    assert {action.id for action in found} == {"open", "closed since"}


def test_review_dates_read_three_parts() -> None:
    answer = an_answer("s4.gov.term", "2027-05-11", (), "2027-06-30")
    found = review_dates(a_workspace(answer))
    assert found == ReviewDates(review=date(2027, 5, 11), close=date(2027, 6, 30))


def test_the_lead_is_answered_or_has_the_function() -> None:
    other = a_contact(id="c2", functions=())
    found = lead(a_workspace(a_contact(), other, an_answer("s2.meet.lead", "c2")))
    assert found == other
    assert lead(a_workspace(other, a_contact())) == a_contact()
    assert lead(a_workspace(other)) is None


def test_evidence_counts_what_is_there() -> None:
    workspace = a_workspace(
        *three_parties(), a_contact(), an_answer("s2.meet.vision", "Nul ne reste seul.")
    )
    tokens = ("answer:s2.meet.vision", "statement", "organizations", "champions", "review", "x")
    assert evidence(workspace, tokens) == (
        Evidence("answer:s2.meet.vision", True, 1),
        Evidence("statement", False, 0),
        Evidence("organizations", True, 3),
        Evidence("champions", False, 1),
        Evidence("review", False, 0),
        Evidence("x", False, 0),
    )


def test_champions_are_found_when_each_party_has_one() -> None:
    positions = {key: a_response("someone") for key in ("o2", "o3")}
    workspace = a_workspace(
        *three_parties(),
        a_contact(functions=(Function.CHAMPION,)),
        Answer(id="s4.gov.champion", positions=positions),
    )
    assert evidence(workspace, ["champions"]) == (Evidence("champions", True, 3),)
