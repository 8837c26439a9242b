"""When the partners meet again: the rhythm they chose, on the same weekday."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from partner_tui.domain.meetings import in_order, place
from partner_tui.domain.months import first_later, length
from partner_tui.domain.records import Meeting
from partner_tui.domain.values import Rhythm
from partner_tui.domain.workspace import Workspace

WEEKS: Final[Mapping[Rhythm, int]] = {Rhythm.WEEKLY: 1, Rhythm.FORTNIGHTLY: 2}
MONTHS: Final[Mapping[Rhythm, int]] = {
    Rhythm.MONTHLY: 1,
    Rhythm.BIMONTHLY: 2,
    Rhythm.QUARTERLY: 3,
}


def after(day: date, rhythm: Rhythm) -> date:
    """Return the day of the next meeting: the same weekday of the month, or of the week."""
    if rhythm in WEEKS:
        return day + timedelta(weeks=WEEKS[rhythm])
    return _same_weekday(day, MONTHS[rhythm])


def _same_weekday(day: date, months: int) -> date:
    """Return the first, second… last such weekday of a later month; a fifth one is the last."""
    rank = (day.day - 1) // 7
    first = first_later(day, months)
    found = 1 + (day.weekday() - first.weekday()) % 7 + 7 * rank
    return first.replace(day=found if found <= length(first) else found - 7)


def proposed(workspace: Workspace, meeting: Meeting, today: date) -> date:
    """Return a day for the meeting after another, never one that is past."""
    rhythm = workspace.partnership.rhythm
    last = meeting.on or today
    day = after(planned(meeting) or today, rhythm)
    while day <= last or day < today:
        day = after(day, rhythm)
    return day


def planned(meeting: Meeting) -> date | None:
    """Return the day a meeting was first planned for: one that moved keeps its rank."""
    return meeting.postponed[0].due if meeting.postponed else meeting.on


def following(workspace: Workspace, meeting: Meeting) -> Meeting | None:
    """Return the meeting that is prepared after another."""
    return next((m for m in in_order(workspace) if place(m) > place(meeting)), None)
