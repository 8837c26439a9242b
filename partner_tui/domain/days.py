"""A day as people say it, in French or in English."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date, datetime, timedelta
from typing import Final

from partner_tui.domain.months import length, months_later
from partner_tui.domain.text import fold

_MONTHS: Final = (
    ("janvier", "january"),
    ("fevrier", "february"),
    ("mars", "march"),
    ("avril", "april"),
    ("mai", "may"),
    ("juin", "june"),
    ("juillet", "july"),
    ("aout", "august"),
    ("septembre", "september"),
    ("octobre", "october"),
    ("novembre", "november"),
    ("decembre", "december"),
)
_WEEKDAYS: Final = (
    ("lundi", "monday"),
    ("mardi", "tuesday"),
    ("mercredi", "wednesday"),
    ("jeudi", "thursday"),
    ("vendredi", "friday"),
    ("samedi", "saturday"),
    ("dimanche", "sunday"),
)
_NEAR: Final = {
    "aujourd'hui": 0,
    "auj": 0,
    "today": 0,
    "demain": 1,
    "tomorrow": 1,
    "apres-demain": 2,
    "hier": -1,
    "yesterday": -1,
}
_UNITS: Final = (
    ("days", ("", "j", "jour", "jours", "d", "day", "days")),
    ("weeks", ("s", "sem", "semaine", "semaines", "w", "wk", "week", "weeks")),
    ("months", ("mois", "m", "month", "months")),
)
_FILLERS: Final = {"le", "la", "the", "on", "of", "de", "prochain", "prochaine", "next"}

_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{4})(\d\d)(\d\d)")
_NUMBERS: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{2}|\d{4}))?")
_SHIFT: Final = re.compile(r"([-+]|dans |in )\s*(\d{1,3})\s*([a-z]*)\.?")
_ORDINAL: Final = re.compile(r"(\d{1,2})(?:er|e|st|nd|rd|th)?")

_MONTH: Final = re.compile(r"([12]\d{3})[-/.](\d{1,2})")
_YEAR: Final = re.compile(r"[12]\d{3}")
_BACK: Final = tuple(timedelta(days=days) for days in (7, 31, 62, 273))
"""How far back one stands to read a day that is past: a weekday, a number, a month."""

PAST: Final = timedelta(days=92)
"""A day without a year is at most this far behind, else it is in the year to come."""


def read_day(text: str, today: date) -> date | None:
    """Return the day a text says, None when it says none; raise ValueError for a 31 November."""
    said = " ".join(fold(text).split())
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    if found := _ISO.fullmatch(said):
        year, month, day = (int(part) for part in found.groups() if part)
        return date(year, month, day)
    if found := _SHIFT.fullmatch(said):
        return _shifted(today, *found.groups())
    if found := _NUMBERS.fullmatch(said):
        return _numbered(today, *found.groups())
    return _worded(said, today)


def day_here(moment: str) -> str:
    """Return the day, on the clock of this computer, of a moment that is kept in UTC.

    An evening in Sudbury is already tomorrow in UTC: who wrote at 21:00 wrote today.
    """
    try:
        return datetime.fromisoformat(moment).astimezone().date().isoformat()
    except (ValueError, OverflowError, OSError):
        return moment[:10]


def read_past_day(text: str, today: date) -> date | None:
    """Return the last day that a text says, up to today; one to come when it can be no other."""
    day = read_day(text, today)
    said = " ".join(fold(text).split())
    if day is None or day <= today or said in _NEAR or _SHIFT.fullmatch(said):
        return day
    earlier = (read_day(text, today - back) for back in _BACK)
    return next((found for found in earlier if found is not None and found <= today), day)


def read_month(text: str, today: date, ahead: bool = False) -> date | None:
    """Return the first day of the month that a text says: 2026-11, novembre, Nov 2025.

    Without a year it is the last one up to today, or `ahead` the one that dates near it mean.
    """
    words = fold(text).replace(",", " ").split()
    if found := _MONTH.fullmatch(" ".join(words)):
        return date(int(found[1]), int(found[2]), 1)
    named = _index(words[0], _MONTHS) if words else None
    if named is None or len(words) > 2:
        return None
    if len(words) == 2:
        return date(int(words[1]), named + 1, 1) if _YEAR.fullmatch(words[1]) else None
    if ahead:
        return _in_year(today, named + 1, 1, None)
    first = date(today.year, named + 1, 1)
    return first if first <= today else first.replace(year=today.year - 1)


def _shifted(today: date, sign: str, count: str, unit: str) -> date | None:
    n = -int(count) if sign == "-" else int(count)
    kind = next((kind for kind, words in _UNITS if unit in words), None)
    if kind == "days":
        return today + timedelta(days=n)
    if kind == "weeks":
        return today + timedelta(weeks=n)
    return None if kind is None else months_later(today, n)


def _numbered(today: date, one: str, mark: str, two: str, year: str | None) -> date | None:
    """Read 11-30 as month and day, 30/11 as day and month, either when only one can be."""
    a, b = int(one), int(two)
    if year and len(year) == 2 and mark == "-":
        return None
    month, day = (a, b) if mark == "-" and year is None else (b, a)
    if month > 12 >= day:
        month, day = day, month
    return _in_year(today, month, day, year)


def _worded(said: str, today: date) -> date | None:
    """Read the 30th, Thursday, 30 November, Thursday 30 November 2026, in any order."""
    words = [w for w in re.split(r"[\s.,-]+", said) if w and w not in _FILLERS]
    days: list[int] = []
    months: list[int] = []
    weekdays: list[int] = []
    year = ""
    for place, word in enumerate(words):
        if re.fullmatch(r"\d{4}", word) and not year and place:
            year = word
        elif found := _ORDINAL.fullmatch(word):
            days.append(int(found[1]))
        elif (month := _index(word, _MONTHS)) is not None and (days or _has_day(words)):
            months.append(month + 1)
        elif (weekday := _index(word, _WEEKDAYS)) is not None:
            weekdays.append(weekday)
        else:
            return None
    if len(days) > 1 or len(months) > 1 or len(weekdays) > 1:
        return None
    if days and months:
        return _in_year(today, months[0], days[0], year or None)
    if days and not year:
        return _coming(today, days[0])
    return _next(today, weekdays[0]) if weekdays and not months and not year else None


def _has_day(words: list[str]) -> bool:
    return any(_ORDINAL.fullmatch(word) for word in words)


def _index(word: str, names: tuple[tuple[str, ...], ...]) -> int | None:
    """Return the one name that a word of three letters or more begins."""
    found = [i for i, both in enumerate(names) if any(n.startswith(word) for n in both)]
    return found[0] if len(word) >= 3 and len(found) == 1 else None


def _in_year(today: date, month: int, day: int, year: str | None) -> date:
    if year:
        return date(int(year) + 2000 if len(year) == 2 else int(year), month, day)
    if (month, day) == (2, 29):
        years = [y for y in range(today.year - 1, today.year + 9) if isleap(y)]
    else:
        years = [today.year - 1, today.year, today.year + 1]
    return next(d for d in (date(y, month, day) for y in years) if d >= today - PAST)


def _coming(today: date, day: int) -> date:
    """Return the next day with this number, today included."""
    if not 1 <= day <= 31:
        raise ValueError(day)
    month = today.replace(day=1)
    while length(month) < day or month.replace(day=day) < today:
        month = months_later(month, 1)
    return month.replace(day=day)


def _next(today: date, weekday: int) -> date:
    """Return the next day of the week with this name, never today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
