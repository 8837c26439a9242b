"""Days counted in months."""

from __future__ import annotations

from datetime import date


def first_later(day: date, months: int) -> date:
    """Return the first day of the month some months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def length(first: date) -> int:
    """Return how many days the month has that begins on a day."""
    return 31 if first.month == 12 else (date(first.year, first.month + 1, 1) - first).days


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, the last one of the month where there is none."""
    first = first_later(day, months)
    return first.replace(day=min(day.day, length(first)))
