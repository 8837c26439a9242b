"""When a stretch of time begins, as people say it: a day, a month, last week, a year."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from partner_tui.domain.days import read_day, read_month, read_past_day
from partner_tui.domain.spoken import plainly
from partner_tui.domain.text import fold

_YEAR: Final = re.compile(r"[12]\d{3}")
_AGO: Final = re.compile(r"(?:il y a )?(\d{1,3}) ([a-z]+)(?: ago)?")
_LAST: Final = frozenset({"dernier", "derniere", "last", "passe", "passee"})
_THIS: Final = frozenset({"ce", "cet", "cette", "this", "ci"})
_WEEK: Final = frozenset({"semaine", "week"})
_MONTH: Final = frozenset({"mois", "month"})
_LONG: Final = frozenset({"an", "annee", "year"})


def beginning(text: str, today: date, ahead: bool = False) -> date | None:
    """Return the first day of what a text says, seen from today; None when it says no time.

    One looks back, or `ahead` when the days are those when something is due. Raise ValueError for
    a day that no calendar has.
    """
    words = fold(text).replace("-ci", " ci").split()
    if len(words) == 1 and _YEAR.fullmatch(words[0]):
        return date(int(words[0]), 1, 1)
    if (stretch := _stretch({*words}, today)) is not None:
        return stretch
    named = [word for word in words if word not in _LAST]
    plain = plainly(named)
    ago = _AGO.fullmatch(plain)
    back = read_past_day(f"-{ago[1]} {ago[2]}", today) if ago else None
    day = read_day if ahead else read_past_day
    return back or read_month(plain, today, ahead) or day(plain, today)


def _stretch(words: set[str], today: date) -> date | None:
    """Return the first day of this week, of last month, of the year that was."""
    last, rest = bool(words & _LAST), words - _LAST - _THIS - {"la", "le", "l", "l'an", "l'annee"}
    if not last and not words & _THIS:
        return None
    if rest and rest <= _WEEK:
        return today - timedelta(days=today.weekday() + (7 if last else 0))
    if rest and rest <= _MONTH:
        first = today.replace(day=1)
        return (first - timedelta(days=1)).replace(day=1) if last else first
    if (rest and rest <= _LONG) or words & {"l'an", "l'annee"}:
        return date(today.year - 1 if last else today.year, 1, 1)
    return None
