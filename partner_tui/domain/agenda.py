"""The agenda of a meeting, from what the dossier holds: what to look at, in order, in minutes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.agenda_sources import SOURCES, Kind
from partner_tui.domain.meetings import actions_from
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Decision, Heading, Meeting, Note, Risk
from partner_tui.domain.topics import open_topics
from partner_tui.domain.triggers import asked_in
from partner_tui.domain.values import MeetingState
from partner_tui.domain.workspace import Change, Workspace, put

AVAILABLE: Final = 60
"""Minutes of a meeting whose end is not said."""
_HOUR: Final = re.compile(r"\s*(\d{1,2})\s*(?:[:h.]\s*(\d\d)?)?\s*", re.IGNORECASE)


MINUTES: Final[Mapping[Kind, tuple[int, int]]] = {
    Kind.ADOPT: (0, 2),
    Kind.ACTIONS: (3, 2),
    Kind.RISKS: (0, 3),
    Kind.TRIGGERS: (0, 1),
    Kind.MESSAGES: (1, 1),
    Kind.STATEMENT: (5, 0),
    Kind.QUESTIONS: (0, 5),
    Kind.TOPIC: (0, 10),
    Kind.PARKED: (2, 0),
    Kind.FREE: (5, 0),
    Kind.OWN: (5, 0),
}
"""Kind → the usual minutes: for the item, and for each thing it holds."""


class Item(Struct, frozen=True):
    """An item of the agenda: the records or questions it holds, and its minutes."""

    kind: Kind
    key: str
    """The name under which its minutes are kept with the meeting."""
    ids: tuple[str, ...]
    minutes: int


class Agenda(Struct, frozen=True):
    """The items of a meeting, and the time there is."""

    items: tuple[Item, ...]
    available: int

    @property
    def planned(self) -> int:
        """The minutes of all the items."""
        return sum(item.minutes for item in self.items)

    def of(self, kind: Kind) -> tuple[str, ...]:
        """Return the ids that the items of a kind hold."""
        return tuple(key for item in self.items if item.kind is kind for key in item.ids)


def headings(workspace: Workspace) -> tuple[Heading, ...]:
    """Return the headings the partners chose, then those the program has had since."""
    kept = workspace.partnership.agenda
    known = {heading.key for heading in kept}
    new = tuple(Heading(key=k.value) for k in Kind if k is not Kind.OWN and k.value not in known)
    return (*kept, *new)


def heading_of(workspace: Workspace, key: str) -> Heading:
    """Return one heading; an empty one when it has gone."""
    return next((each for each in headings(workspace) if each.key == key), Heading(key=key))


def agenda(workspace: Workspace, guide: Guide, meeting: Meeting, today: date) -> Agenda:
    """Return what a meeting should look at, as the partners arranged it."""
    items: list[Item] = []
    for each in headings(workspace):
        if not each.off:
            items += _under(each, workspace, guide, meeting, today)
    return Agenda(tuple(items), available(meeting))


def _under(
    heading: Heading, workspace: Workspace, guide: Guide, meeting: Meeting, today: date
) -> list[Item]:
    """Return the items under a heading; none when there is nothing to look at."""
    if heading.key not in set(Kind):
        return [_item(meeting, Kind.OWN, heading, ())]
    kind = Kind(heading.key)
    if kind is Kind.FREE:
        return [_item(meeting, kind, heading, ())]
    found = tuple(SOURCES[kind](workspace, guide, meeting, today))
    if kind is Kind.TOPIC:
        return [_topic(workspace, meeting, key, heading.minutes) for key in found]
    return [_item(meeting, kind, heading, found)] if found else []


def available(meeting: Meeting) -> int:
    """Return the minutes between the start and the end of a meeting, an hour if unsaid."""
    start, end = _clock(meeting.start), _clock(meeting.end)
    return end - start if start is not None and end is not None and end > start else AVAILABLE


def _clock(hour: str) -> int | None:
    """Return an hour as minutes since midnight; None when it cannot be read."""
    found = _HOUR.fullmatch(hour)
    return int(found[1]) * 60 + int(found[2] or 0) if found else None


def _item(meeting: Meeting, kind: Kind, heading: Heading, ids: tuple[str, ...]) -> Item:
    base, each = MINUTES[kind]
    usual = heading.minutes or base + each * len(ids)
    return Item(kind, heading.key, ids, meeting.planned.get(heading.key, usual))


def _topic(workspace: Workspace, meeting: Meeting, key: str, usual: int) -> Item:
    topic = next(t for t in open_topics(workspace, meeting) if t.id == key)
    minutes = topic.minutes or usual or MINUTES[Kind.TOPIC][1]
    name = f"topics/{key}"
    return Item(Kind.TOPIC, name, (key,), meeting.planned.get(name, minutes))


def planning(key: str, name: str, minutes: int) -> Change:
    """Return the verb that gives an item of a meeting its minutes."""

    def change(workspace: Workspace) -> Workspace:
        meeting = workspace.find(Meeting, key)
        if meeting is None:
            return workspace
        return put(workspace, replace(meeting, planned={**meeting.planned, name: minutes}))

    return change


def begun(workspace: Workspace, meeting: Meeting, today: date) -> bool:
    """Tell whether a meeting has begun: someone is ticked, something is noted, or it is past."""
    if meeting.state is not MeetingState.DRAFT or (meeting.on and meeting.on < today):
        return True
    attended = meeting.present or meeting.excused or meeting.absent
    if attended or meeting.timeline or meeting.closed_on or meeting.clock or meeting.spent:
        return True
    if any(asked_in(risk, meeting.id) for risk in workspace.alive(Risk)):
        return True
    noted: tuple[Note | Decision, ...] = (*workspace.alive(Note), *workspace.alive(Decision))
    return bool(actions_from(workspace, meeting)) or any(
        each.meeting == meeting.id for each in noted
    )
