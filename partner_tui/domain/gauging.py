"""Reading the indicator of an objective: said in one line, kept with its day."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Final

from msgspec.structs import replace

from partner_tui.domain.parsing import Unreadable, parse
from partner_tui.domain.periods import beginning
from partner_tui.domain.questions import Kind
from partner_tui.domain.records import Objective, Reading
from partner_tui.domain.text import one_line
from partner_tui.domain.workspace import Change, Workspace, put

LONGEST_DATE: Final = 5


def spoken_reading(line: str, today: date) -> Reading | None:
    """Return what a line says: a value, a day if it is not today, a note; None without a value."""
    value, *rest = one_line(line).split(" ")
    if not value:
        return None
    with suppress(Unreadable):
        value = parse(Kind.NUMBER, value, today)[0]
    on, used = _day(rest, today)
    return Reading(on=on, value=value, note=" ".join(rest[used:]).strip(" :—-"))


def _day(words: list[str], today: date) -> tuple[date, int]:
    """Return the day that the longest beginning of some words says, and how many say it."""
    for used in range(min(LONGEST_DATE, len(words)), 0, -1):
        try:
            day = beginning(" ".join(words[:used]).rstrip(":,;"), today)
        except (ValueError, OverflowError):
            break
        if day is not None:
            return day, used
    return today, 0


def reading(key: str, found: Reading) -> Change:
    """Return the verb that keeps a reading of an objective, in the order of days."""

    def change(workspace: Workspace) -> Workspace:
        objective = workspace.find(Objective, key)
        if objective is None or found in objective.readings:
            return workspace
        readings = sorted((*objective.readings, found), key=lambda each: each.on)
        return put(workspace, replace(objective, readings=tuple(readings)))

    return change


def last_two(objective: Objective) -> tuple[str, Reading | None]:
    """Return where an objective stood before its last reading, and that reading."""
    readings = sorted(objective.readings, key=lambda each: each.on)
    before = readings[-2].value if len(readings) > 1 else objective.baseline
    return before, readings[-1] if readings else None
