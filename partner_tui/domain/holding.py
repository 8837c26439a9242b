"""A meeting that is not held as planned: called off or moved, the reason kept, people told."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from partner_tui.domain.meetings import in_order
from partner_tui.domain.records import Line, Meeting, Postponement
from partner_tui.domain.workspace import Change, Workspace, editing, put


def cancelling(meeting: Meeting, reason: str, word: Line) -> Change:
    """Return the verb that calls a meeting off, and plans the message that says so."""

    def change(workspace: Workspace) -> Workspace:
        found = workspace.find(Meeting, meeting.id) or meeting
        return put(workspace, replace(found, cancelled=reason), word)

    return change


def moving(
    meeting: Meeting, day: date, reason: str, word: Line, *, today: date, by: str = ""
) -> Change:
    """Return the verb that gives a meeting another day, and plans the message that says so."""

    def change(workspace: Workspace) -> Workspace:
        found = workspace.find(Meeting, meeting.id) or meeting
        past = Postponement(due=found.on, reason=reason, on=today, by=by)
        moved = replace(found, on=day, cancelled="", postponed=(*found.postponed, past))
        return put(workspace, moved, word)

    return change


def holding(key: str) -> Change:
    """Return the verb that has a meeting held after all."""
    return editing(Meeting, key, cancelled="")


def called_off(workspace: Workspace) -> list[Meeting]:
    """Return the meetings that were called off, the first one first."""
    found = [meeting for meeting in workspace.alive(Meeting) if meeting.cancelled]
    return sorted(found, key=lambda meeting: (meeting.on or date.max, meeting.number))


def moved(workspace: Workspace) -> list[Meeting]:
    """Return the meetings that were held, or are to be, on another day than planned."""
    return [meeting for meeting in in_order(workspace) if meeting.postponed]
