"""Meetings called off or moved: the reason stays, people are told, the year counts honestly."""

from __future__ import annotations

import re
from datetime import date

from builders import TODAY, a_meeting, a_workspace, three_parties

from partner_tui.documents import render_txt
from partner_tui.documents.minutes import compose
from partner_tui.documents.pages import review
from partner_tui.documents.pages.kit import Options
from partner_tui.domain.holding import called_off, cancelling, holding, moving
from partner_tui.domain.meetings import next_meeting
from partner_tui.domain.minutes import prepared
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Line, Meeting
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import translator

FR = translator("fr")
PLANNED, LATER = date(2026, 12, 1), date(2026, 12, 8)
WORD = Line(id="l1", text="La rencontre n'a pas lieu", due=TODAY)


def two() -> Workspace:
    """Return a meeting that was held and announced the next one, which is prepared."""
    held = a_meeting(id="m1", number=1, on=date(2026, 11, 3), next_on=PLANNED)
    return a_workspace(*three_parties(), held, a_meeting(id="m2", number=2, on=PLANNED))


def the(workspace: Workspace) -> Meeting:
    meeting = workspace.find(Meeting, "m2")
    assert meeting is not None
    return meeting


def stormy() -> Workspace:
    workspace = two()
    return cancelling(the(workspace), "tempête", WORD)(workspace)


def page(workspace: Workspace, number: int = 0) -> str:
    if number:
        return render_txt.render(compose(the(workspace), workspace, FR))
    options = Options(today=date(2027, 1, 5))
    return render_txt.render(review.compose(workspace, Guide(language="fr"), FR, options))


def test_a_meeting_called_off_is_not_the_next_one_and_its_announcement_neither() -> None:
    workspace = stormy()
    assert [meeting.id for meeting in called_off(workspace)] == ["m2"]
    assert next_meeting(workspace, TODAY) is None
    assert prepared(workspace, TODAY).on == date(2027, 1, 5)


def test_calling_off_plans_the_message_in_the_same_step() -> None:
    assert stormy().find(Line, "l1") == WORD


def test_a_meeting_that_was_only_announced_can_be_called_off() -> None:
    held = a_meeting(id="m1", number=1, on=date(2026, 11, 3), next_on=PLANNED)
    workspace = a_workspace(held)
    fresh = prepared(workspace, TODAY)
    off = cancelling(fresh, "tempête", WORD)(workspace)
    assert [(m.on, m.number, m.cancelled) for m in called_off(off)] == [(PLANNED, 2, "tempête")]


def test_a_meeting_is_held_after_all() -> None:
    assert next_meeting(holding("m2")(stormy()), TODAY) == next_meeting(two(), TODAY)


def test_a_move_keeps_each_day_and_why() -> None:
    workspace = two()
    moved = moving(the(workspace), LATER, "salle prise", WORD, today=TODAY, by="Test")(workspace)
    past = the(moved).postponed[0]
    assert (the(moved).on, past.due, past.reason, past.by) == (
        LATER,
        PLANNED,
        "salle prise",
        "Test",
    )
    assert "prévue d'abord le 1er décembre 2026 (salle prise)" in page(moved, 2)


def test_the_year_counts_what_was_held_and_says_why_the_rest_was_not() -> None:
    said = page(stormy())
    counts = dict(re.findall(r"(Rencontres \w+) +(\d)", said))
    assert counts == {"Rencontres tenues": "1", "Rencontres annulées": "1"}
    assert "nº\u00a02 1er décembre 2026 — tempête" in said
    assert "Annulée\u00a0: tempête" in page(stormy(), 2)
