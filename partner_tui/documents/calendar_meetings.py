"""The meetings of a calendar: one that moves keeps its name, one that is called off says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from partner_tui.documents import words
from partner_tui.documents.calendar_kit import Entry
from partner_tui.documents.minutes_frame import moves
from partner_tui.documents.pages.kit import Sheet
from partner_tui.domain.meetings import in_order, place
from partner_tui.domain.records import Meeting
from partner_tui.domain.series import planned
from partner_tui.domain.text import one_line
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_


def meetings(page: Sheet) -> Iterator[Entry]:
    """Yield the meetings, those called off or put away, and the one that is announced."""
    announced = announcers(page.workspace)
    for meeting in _dated(page.workspace):
        if meeting.on and not meeting.private:
            yield _meeting(page, meeting, meeting.on, announced.get(meeting.id))
    for meeting in page.workspace.table(Meeting).values():
        if meeting.on and not meeting.private and _put_away(page, meeting, meeting.on):
            yield _meeting(page, meeting, meeting.on, None)
    told = {before.id for before in announced.values()}
    held = in_order(page.workspace)
    last = held[-1] if held else None
    if last and last.id not in told and last.next_on and last.next_on > (last.on or date.min):
        yield from _announced(page, last, last.next_on)


def announcers(workspace: Workspace) -> Mapping[str, Meeting]:
    """Return, for each meeting that earlier minutes announced, those minutes.

    It is the one first planned for the day they said, else the one that came next.
    """
    found: dict[str, Meeting] = {}
    dated = _dated(workspace)
    waiting = []
    for before in reversed([meeting for meeting in dated if meeting.next_on]):
        exact = (m for m in dated if planned(m) == before.next_on and m.id not in found)
        meeting = next((m for m in exact if m.id != before.id), None)
        if meeting is None:
            waiting.append(before)
        else:
            found[meeting.id] = before
    for before in waiting:
        later = next((m for m in in_order(workspace) if place(m) > place(before)), None)
        if later is not None and later.id not in found:
            found[later.id] = before
    return found


def _dated(workspace: Workspace) -> list[Meeting]:
    """Return the meetings that have a day, those called off too."""
    return sorted((m for m in workspace.alive(Meeting) if m.on), key=place)


def _put_away(page: Sheet, meeting: Meeting, day: date) -> bool:
    """Tell whether calendars should drop a meeting: it was to come, and nothing announced it."""
    said = {each.next_on for each in _dated(page.workspace)}
    return meeting.archived and day >= page.today and planned(meeting) not in said


def _meeting(page: Sheet, meeting: Meeting, day: date, before: Meeting | None) -> Entry:
    """Return a meeting; one that the minutes before it announced keeps the name it had then."""
    voice, t = page.voice, page.t
    told = {
        N_("Annulée"): voice.words(meeting, "cancelled"),
        N_("Déplacée"): moves(voice, meeting),
    }
    said = [voice.colon(t.text(name), text) for name, text in told.items() if text]
    off = bool(meeting.cancelled) or meeting.archived
    return Entry(
        uid=f"next-{before.id}" if before else f"meetings-{meeting.id}",
        day=day,
        title=page.voice.titled(" ".join((_kind(page, meeting), words.cite(meeting, t))).strip()),
        place=one_line(voice.words(meeting, "place")),
        text="\n".join(filter(None, (*said, voice.contacts(meeting.present)))),
        start=meeting.start,
        end=meeting.end,
        revision=meeting.revision + (before.revision if before else 0),
        at=max(meeting.at, before.at) if before else meeting.at,
        gone=t.text(N_("Annulée")) if off else "",
    )


def _announced(page: Sheet, last: Meeting, day: date) -> Iterator[Entry]:
    """Yield the meeting that the last minutes announce, while it has no minutes of its own."""
    if not last.private:
        yield Entry(
            uid=f"next-{last.id}",
            day=day,
            title=page.voice.titled(_kind(page, last)),
            place=one_line(page.voice.words(last, "next_place")),
            start=last.next_start,
            revision=last.revision,
            at=last.at,
        )


def _kind(page: Sheet, meeting: Meeting) -> str:
    kind = words.label(meeting.kind, page.t)
    return kind[:1].upper() + kind[1:]
