"""Meetings, due dates and reviews for a calendar; importing again updates what is there."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from partner_tui.documents.calendar_entries import entries
from partner_tui.documents.calendar_kit import Entry
from partner_tui.documents.pages.kit import Options, Sheet, sheet
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Organization
from partner_tui.domain.text import clean, one_line
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import Translator

if TYPE_CHECKING:
    from icalendar import Event

ZONE: Final = "America/Toronto"
"""Where the hours of Quebec and Ontario are kept."""
RULES: Final = "\r\n".join(
    (
        "BEGIN:VTIMEZONE",
        f"TZID:{ZONE}",
        "BEGIN:DAYLIGHT",
        "DTSTART:20070311T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "TZNAME:EDT",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0400",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20071104T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
        "TZNAME:EST",
        "TZOFFSETFROM:-0400",
        "TZOFFSETTO:-0500",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    )
)
"""How its hours change, for calendars that do not know its name."""
DOMAIN: Final = "partner-tui"
HOUR: Final = timedelta(hours=1)
"""How long a meeting lasts when nobody said."""
_CLOCK: Final = re.compile(r"([01]?[0-9]|2[0-3])\s?[:hH]\s?([0-5][0-9])?")


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> bytes:
    """Return the meetings, the open actions, the reviews and the dates of the partnership."""
    from icalendar import Calendar, Timezone

    page = sheet(workspace, guide, t, options)
    calendar = Calendar()
    calendar.add("prodid", f"-//partner-tui//{t.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(page.voice.name(page.workspace.partnership)))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add_component(Timezone.from_ical(RULES))
    for entry in entries(page):
        calendar.add_component(_event(entry, page))
    return bytes(calendar.to_ical())


def _event(entry: Entry, page: Sheet) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{_slug(entry.uid)}@{_host(page.workspace)}")
    event.add("sequence", entry.revision)
    event.add("dtstamp", _moment(entry.at, page.today))
    event.add("status", "CANCELLED" if entry.gone else "CONFIRMED")
    title = page.voice.colon(entry.gone, entry.title) if entry.gone else entry.title
    event.add("summary", one_line(title))
    start = _hour(entry.day, entry.start)
    if start is None:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        if entry.gone:
            event.add("transp", "TRANSPARENT")
        end = _hour(entry.day, entry.end)
        event.add("dtstart", start)
        event.add("dtend", end if end and end > start else start + HOUR)
    for name, text in (("location", entry.place), ("description", entry.text)):
        if text:
            event.add(name, clean(text))
    return event


def _host(workspace: Workspace) -> str:
    """Return what tells this dossier's entries from those of another one, for as long as it lives.

    Its first organization does: ids are unique, and no record ever leaves its table.
    """
    first = next(iter(workspace.table(Organization)), "")
    return ".".join(filter(None, (_slug(first), DOMAIN)))


def _slug(text: str) -> str:
    return re.sub(r"[^0-9A-Za-z.]+", "-", text).strip("-")


def _moment(at: str, today: date) -> datetime:
    try:
        return datetime.fromisoformat(at).astimezone(UTC)
    except ValueError:
        return datetime.combine(today, time(), tzinfo=UTC)


def _hour(day: date, said: str) -> datetime | None:
    """Return the moment of 17:30, 17 h 30 or 17 h; None for any other words."""
    found = _CLOCK.fullmatch(clean(said).replace("\u00a0", " ").strip())
    if found is None:
        return None
    return datetime.combine(day, time(int(found[1]), int(found[2] or 0)), tzinfo=ZoneInfo(ZONE))
