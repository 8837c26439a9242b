"""What adopted minutes refuse: their text does not change, errata are added to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from partner_tui.domain.adopting import is_settled
from partner_tui.domain.records import Action, Decision, Meeting, Note, Record, Risk, Topic
from partner_tui.domain.values import MeetingState, NoteKind
from partner_tui.domain.workspace import TABLE_OF, Workspace
from partner_tui.errors import PartnerError

KEPT: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Note: ("meeting", "kind", "topic", "text", "private", "archived", "on", "who"),
    Decision: ("meeting", "topic", "text", "on", "how", "who", "private", "archived"),
    Action: ("origin", "text", "private"),
    Risk: ("origin",),
    Meeting: (
        *("kind", "on", "start", "end", "place", "present", "excused", "absent"),
        *("chair", "scribe", "timeline", "next_on", "next_start", "next_place"),
        *("cancelled", "postponed", "private"),
    ),
}
"""Record type → the fields that are part of the text of the minutes."""


KINDS: Final[tuple[type[Record], ...]] = (*KEPT, Topic)
Pair = tuple[Record | None, Record | None]


class Settled(PartnerError):
    """A change would touch the text of minutes that were adopted."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(f"meetings/{meeting.id}")
        self.meeting = meeting


def check(old: Workspace, new: Workspace, *, undoing: bool = False) -> None:
    """Raise Settled when a change touches adopted minutes; only undoing takes adoption back."""
    for was, now in _changed(old, new):
        for key in _homes(was, now):
            meeting = old.find(Meeting, key)
            if meeting is None or not is_settled(meeting):
                continue
            after = new.find(Meeting, key)
            if after is not None and is_settled(after):
                if _steps_back(meeting, after, undoing) or _differs(was, now, key):
                    raise Settled(meeting)
            elif not undoing or meeting.state is MeetingState.LOCKED:
                raise Settled(meeting)


def _changed(old: Workspace, new: Workspace) -> Iterator[Pair]:
    """Yield the records that are part of minutes and are not the same, before and after."""
    for kind in KINDS:
        was, now = (each.tables.get(TABLE_OF[kind], {}) for each in (old, new))
        if was is not now:
            for key in was.keys() | now.keys():
                if was.get(key) is not now.get(key):
                    yield was.get(key), now.get(key)


def _homes(was: Record | None, now: Record | None) -> set[str]:
    """Return the meetings whose minutes a record is part of, before or after."""
    found = {key for record in (was, now) for key in _places(record)}
    return found - {""}


def _places(record: Record | None) -> tuple[str, ...]:
    match record:
        case Note() | Decision():
            return (record.meeting,)
        case Action() | Risk():
            table, _slash, key = record.origin.partition("/")
            return (key,) if table == "meetings" else ()
        case Meeting():
            return (record.id,)
        case Topic():
            return (record.opened_in, record.ended_in, record.reopened_in, *record.skips)
    return ()


def _steps_back(was: Meeting, now: Meeting, undoing: bool) -> bool:
    return was.state is MeetingState.LOCKED and now.state is not was.state and not undoing


def _differs(was: Record | None, now: Record | None, meeting: str) -> bool:
    """Tell whether the minutes of a meeting would say something else."""
    if isinstance(was, Topic) or isinstance(now, Topic):
        return _places(now).count(meeting) > _places(was).count(meeting)
    if was is None or now is None:
        only = was or now
        return not (isinstance(only, Note) and only.kind is NoteKind.ERRATUM)
    return any(getattr(was, name) != getattr(now, name) for name in KEPT[type(was)])
