"""What came before a meeting, what comes next, and what is still promised."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from partner_tui.domain.records import Action, Decision, Meeting, Note, Record, Risk, Topic
from partner_tui.domain.values import ActionState, NoteKind
from partner_tui.domain.workspace import TABLES, Workspace

CLOSED = frozenset({ActionState.DONE, ActionState.DROPPED})


class Upcoming(Struct, frozen=True, kw_only=True):
    """The next meeting, planned as a record or said at the end of the last one."""

    on: date
    start: str = ""
    place: str = ""
    meeting: str = ""
    """The id of its own minutes; empty while they have not been begun."""


def in_order(workspace: Workspace) -> list[Meeting]:
    """Return the dated meetings from the first to the last, without the cancelled ones."""
    return sorted((m for m in workspace.alive(Meeting) if m.on and not m.cancelled), key=place)


def place(meeting: Meeting) -> tuple[date, int]:
    """Return where a meeting stands in time; one without a date is still to come."""
    return (meeting.on or date.max, meeting.number)


def latest_meeting(workspace: Workspace, today: date) -> Meeting | None:
    """Return the last meeting held up to a day."""
    held = [meeting for meeting in in_order(workspace) if meeting.on and meeting.on <= today]
    return held[-1] if held else None


def next_meeting(workspace: Workspace, today: date) -> Upcoming | None:
    """Return the first meeting from a day on, or the one the last minutes announce."""
    for meeting in in_order(workspace):
        if meeting.on and meeting.on >= today and not meeting.closed_on:
            return Upcoming(
                on=meeting.on, start=meeting.start, place=meeting.place, meeting=meeting.id
            )
    last = latest_meeting(workspace, today)
    if last is None or last.next_on is None or last.next_on < today:
        return None
    if any(m.cancelled and m.on == last.next_on for m in workspace.alive(Meeting)):
        return None
    return Upcoming(on=last.next_on, start=last.next_start, place=last.next_place)


def previous_meeting(workspace: Workspace, meeting: Meeting) -> Meeting | None:
    """Return the meeting held just before another."""
    before = [m for m in in_order(workspace) if place(m) < place(meeting)]
    return before[-1] if before else None


def is_open(action: Action) -> bool:
    """Tell whether an action still has to be done."""
    return action.state not in CLOSED


def open_actions(workspace: Workspace) -> list[Action]:
    """Return the actions still to be done, the earliest due first, the undated last."""
    return in_due_order([action for action in workspace.alive(Action) if is_open(action)])


def in_due_order(actions: list[Action]) -> list[Action]:
    """Return actions by due date, the undated last."""
    return sorted(actions, key=lambda action: (action.due or date.max, action.number))


def actions_from(workspace: Workspace, meeting: Meeting) -> list[Action]:
    """Return the actions born in a meeting, in the order they were noted."""
    return [a for a in workspace.alive(Action) if a.origin == f"meetings/{meeting.id}"]


def risks_from(workspace: Workspace, meeting: Meeting) -> list[Risk]:
    """Return the risks named in a meeting, in the order they were noted."""
    return [risk for risk in workspace.alive(Risk) if risk.origin == f"meetings/{meeting.id}"]


def earlier_actions(workspace: Workspace, meeting: Meeting) -> list[Action]:
    """Return earlier actions that a meeting looks back on: still open, or closed since the last."""
    previous = previous_meeting(workspace, meeting)
    since = previous.on if previous and previous.on else date.min
    found = [
        action
        for action in workspace.alive(Action)
        if _born_before(workspace, action, meeting) and _was_pending(action, since)
    ]
    return in_due_order(found)


def _born_before(workspace: Workspace, action: Action, meeting: Meeting) -> bool:
    table, _, key = action.origin.partition("/")
    born = workspace.find(Meeting, key) if table == "meetings" else None
    if born is not None:
        return born.id != meeting.id and place(born) < place(meeting)
    return action.start is None or meeting.on is None or action.start <= meeting.on


def _was_pending(action: Action, since: date) -> bool:
    if is_open(action):
        return True
    return action.done_on is not None and action.done_on >= since


def decisions_of(workspace: Workspace, meeting: Meeting) -> list[Decision]:
    """Return the decisions taken in a meeting, in the order they were noted."""
    return [d for d in workspace.alive(Decision) if d.meeting == meeting.id]


def notes_of(workspace: Workspace, meeting: Meeting, kind: NoteKind) -> list[Note]:
    """Return the notes under one heading of a meeting's minutes."""
    return [n for n in workspace.alive(Note) if n.meeting == meeting.id and n.kind is kind]


def meeting_of(workspace: Workspace, target: str) -> Meeting | None:
    """Return the meeting where a record was noted, given as `table/id`; itself for a meeting."""
    table, _, key = target.partition("/")
    record: Record | None = workspace.tables.get(table, {}).get(key) if table in TABLES else None
    match record:
        case Meeting():
            return record
        case Note() | Decision():
            return workspace.find(Meeting, record.meeting)
        case Topic():
            newest = [key for key in (record.ended_in, record.reopened_in) if key]
            return workspace.find(Meeting, (newest or [record.opened_in])[0])
        case Action() | Risk():
            where, _, origin = record.origin.partition("/")
            return workspace.find(Meeting, origin) if where == "meetings" else None
    return None
