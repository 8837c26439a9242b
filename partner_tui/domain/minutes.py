"""Taking minutes: what is noted in a meeting, and what is promised there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from partner_tui.domain.actions import promised, redating
from partner_tui.domain.holding import called_off
from partner_tui.domain.known import parties
from partner_tui.domain.meetings import in_order, latest_meeting, next_meeting, place
from partner_tui.domain.records import (
    Action,
    Contact,
    Decision,
    Meeting,
    Note,
    Organization,
    Risk,
    new_id,
)
from partner_tui.domain.series import proposed
from partner_tui.domain.values import Function, MeetingKind, NoteKind
from partner_tui.domain.workspace import Change, Workspace, editing

if TYPE_CHECKING:
    from partner_tui.domain.spoken import Spoken


def prepared(workspace: Workspace, today: date) -> Meeting:
    """Return new minutes from the template: the day that was announced, the usual place."""
    announced = next_meeting(workspace, today)
    free = announced is not None and not announced.meeting
    before = latest_meeting(workspace, today) or Meeting(id="")
    if not free or announced is None:
        day = _instead(workspace, before, today)
        return Meeting(
            id=new_id(),
            on=day,
            start=before.start,
            place=before.place,
            translations=_place_elsewhere(before, "place"),
        )
    same = before.place if announced.place in before.place else ""
    return Meeting(
        id=new_id(),
        kind=MeetingKind.MONTHLY,
        on=announced.on,
        start=announced.start or before.start,
        place=same or announced.place,
        translations=_place_elsewhere(before, "place" if same else "next_place"),
    )


def _place_elsewhere(before: Meeting, field: str) -> Mapping[str, Mapping[str, str]]:
    """Return how the other languages name a place that was taken from the minutes before."""
    said = {language: texts.get(field, "") for language, texts in before.translations.items()}
    return {language: {"place": text} for language, text in said.items() if text}


def _instead(workspace: Workspace, before: Meeting, today: date) -> date:
    """Return today, or the next usual day when the meeting to come was called off."""
    off = [m for m in called_off(workspace) if m.on and m.on >= today and place(m) > place(before)]
    nothing_else = next_meeting(workspace, today) is None
    return proposed(workspace, off[-1], today) if off and nothing_else else today


def day_of(meeting: Meeting, today: date) -> date:
    """Return the day from which what is said in a meeting counts."""
    return meeting.on or today


# -- noting


def a_note(meeting: Meeting, kind: NoteKind, text: str) -> Note:
    """Return a line under one heading of the minutes."""
    return Note(id=new_id(), meeting=meeting.id, kind=kind, text=text)


def a_decision(meeting: Meeting, text: str, today: date) -> Decision:
    """Return a decision taken in a meeting."""
    return Decision(id=new_id(), meeting=meeting.id, text=text, on=day_of(meeting, today))


def an_action(meeting: Meeting, spoken: Spoken, today: date) -> Action:
    """Return a follow-up promised in a meeting."""
    return promised(spoken, day_of(meeting, today), f"meetings/{meeting.id}")


def a_risk(meeting: Meeting, spoken: Spoken) -> Risk:
    """Return a risk named in a meeting, with who watches it and when it is looked at, if said."""
    return Risk(
        id=new_id(),
        event=spoken.text,
        owner=spoken.owner,
        review=spoken.due,
        origin=f"meetings/{meeting.id}",
    )


def rewording(action: Action, spoken: Spoken, today: date, by: str = "") -> Change:
    """Return the verb that gives a follow-up the words, the owner and the day of a line."""
    said = editing(
        Action,
        action.id,
        text=spoken.text,
        owner=spoken.owner,
        organization=spoken.organization,
    )
    dated = redating(action.id, spoken.due, today, by)
    return lambda workspace: dated(said(workspace))


# -- attendance


def expected(workspace: Workspace, meeting: Meeting) -> tuple[str, ...]:
    """Return who should be there: those of last time, else the committee, else everyone."""
    known = here(workspace, meeting)
    last = _last_attended(workspace, meeting)
    if last is not None:
        named = {*last.present, *last.excused, *last.absent}
        return tuple(contact.id for contact in known if contact.id in named)
    committee = tuple(c.id for c in known if Function.COMMITTEE in c.functions)
    return committee or tuple(contact.id for contact in known)


def present_by_default(workspace: Workspace, meeting: Meeting) -> tuple[str, ...]:
    """Return who is noted present, else those who were last time."""
    if meeting.present or meeting.excused or meeting.absent:
        return meeting.present
    last = _last_attended(workspace, meeting)
    alive = {contact.id for contact in here(workspace, meeting)}
    return tuple(key for key in last.present if key in alive) if last else ()


def here(workspace: Workspace, meeting: Meeting) -> list[Contact]:
    """Return the contacts whose time had not ended on the day of a meeting."""
    day = meeting.on or date.max
    found = workspace.alive(Contact)
    if meeting.on is None:
        return found
    return [contact for contact in found if contact.until is None or contact.until >= day]


def attending(
    key: str, present: Sequence[str], excused: Sequence[str], absent: Sequence[str]
) -> Change:
    """Return the verb that holds the attendance of a meeting."""
    return editing(
        Meeting, key, present=tuple(present), excused=tuple(excused), absent=tuple(absent)
    )


def unrepresented(workspace: Workspace, meeting: Meeting) -> list[Organization]:
    """Return the parties of which nobody is noted present."""
    contacts = [workspace.find(Contact, key) for key in meeting.present]
    there = {contact.organization for contact in contacts if contact}
    return [party for party in parties(workspace) if party.id not in there]


def _last_attended(workspace: Workspace, meeting: Meeting) -> Meeting | None:
    """Return the last meeting of the same kind before another, whose attendance is known."""
    mine = (meeting.on or date.max, meeting.number)
    for before in reversed(in_order(workspace)):
        earlier = (before.on or date.min, before.number) < mine and before.id != meeting.id
        if earlier and before.kind is meeting.kind and before.present:
            return before
    return None
