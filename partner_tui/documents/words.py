"""States, degrees, numbers, days and references in the words of one language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, Literal

from partner_tui.documents.labels import LABELS
from partner_tui.domain.records import Action, Decision, Meeting, Record, Risk, Statement
from partner_tui.domain.values import Trend
from partner_tui.i18n import N_, Translator

NBSP: Final = "\u00a0"
CANONICAL: Final = r"-?[0-9]{1,15}(\.[0-9]{1,6})?"
"""A number as the records hold it."""

ScaleKind = Literal["likelihood", "impact"]

SCALES: Final[Mapping[int, Mapping[ScaleKind, tuple[str, ...]]]] = {
    5: {
        "likelihood": (
            N_("rare"),
            N_("peu probable"),
            N_("possible"),
            N_("probable"),
            N_("presque sûr"),
        ),
        "impact": (N_("négligeable"), N_("mineur"), N_("modéré"), N_("majeur"), N_("grave")),
    },
    3: {
        "likelihood": (N_("peu probable"), N_("possible"), N_("probable")),
        "impact": (N_("mineur"), N_("modéré"), N_("majeur")),
    },
}
"""How many degrees → what each is called, from the first."""

ARROWS: Final[Mapping[Trend, str]] = {Trend.UP: "↗", Trend.SAME: "→", Trend.DOWN: "↘"}

WEEKDAYS: Final = (
    N_("lundi"),
    N_("mardi"),
    N_("mercredi"),
    N_("jeudi"),
    N_("vendredi"),
    N_("samedi"),
    N_("dimanche"),
)

REFERENCES: Final[Mapping[type[Record], str]] = {
    Risk: N_("R{n}"),
    Action: N_("S{n}"),
    Decision: N_("D{n}"),
    Meeting: N_("nº\u00a0{n}"),
    Statement: N_("v{n}"),
}


def label(value: StrEnum, t: Translator) -> str:
    """Return the word for a state or a kind."""
    return t.text(LABELS[type(value)][value])


def scale(kind: ScaleKind, n: int, t: Translator, steps: int = 5) -> str:
    """Return the word for a degree of a scale; nothing for 0, which is not judged yet."""
    words = SCALES[steps][kind]
    return t.text(words[n - 1]) if 1 <= n <= len(words) else ""


def number(value: str, t: Translator) -> str:
    """Return a canonical number as people of this language write it; other text as it is."""
    if not re.fullmatch(CANONICAL, value):
        return value
    written = f"{Decimal(value):,f}"
    if t.language != "fr":
        return written
    return written.translate({ord(","): NBSP, ord("."): ","})


def amount(value: str, t: Translator) -> str:
    """Return a canonical decimal string as a sum of dollars; other text as it is."""
    if not re.fullmatch(CANONICAL, value):
        return value
    read = Decimal(value)
    cents = f"{abs(read):.2f}".removesuffix(".00")
    sign = "-" if read < 0 else ""
    written = number(cents, t)
    return f"{sign}{written}{NBSP}$" if t.language == "fr" else f"{sign}${written}"


def day(value: date | None) -> str:
    """Return a date as screens write it, 2026-11-03."""
    return value.isoformat() if value else ""


def weekday(value: date, t: Translator) -> str:
    """Return the day of the week of a date."""
    return t.text(WEEKDAYS[value.weekday()])


def full_day(value: date | None, t: Translator) -> str:
    """Return a date in full with the day of its week."""
    if value is None:
        return ""
    return t.text(N_("{weekday} {day}")).format(weekday=weekday(value, t), day=t.day(value))


def cite(record: Record, t: Translator) -> str:
    """Return the short reference people cite, R3, S12, D7, nº 4, v2; nothing when none is used."""
    pattern = REFERENCES.get(type(record))
    return t.text(pattern).format(n=record.number) if pattern and record.number else ""
