"""What a line of a calendar holds, whatever it comes from."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Entry(Struct, frozen=True, kw_only=True):
    """Something to write in a calendar."""

    uid: str
    """The same for as long as it lives, so that importing again updates it."""
    day: date
    title: str
    place: str = ""
    text: str = ""
    start: str = ""
    end: str = ""
    revision: int = 0
    """Never lower than the last time it was written."""
    at: str = ""
    gone: str = ""
    """Why it no longer holds, in a word; calendars that have it take it out."""
