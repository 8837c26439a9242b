"""What people type in a field, read into the canonical strings that a dossier keeps."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from partner_tui.domain.days import read_day
from partner_tui.domain.questions import Kind
from partner_tui.domain.text import clean, fold, one_line
from partner_tui.errors import FieldError

Strings = tuple[str, ...]
"""The value of a field, whatever its kind; empty when nothing was answered."""

YES: Final = "yes"
_TRUE: Final = frozenset({"yes", "oui", "true", "vrai", "x", "1"})
_FALSE: Final = frozenset({"no", "non", "false", "faux", "0", "-"})

_SIGN: Final = r"(?P<sign>[-+]?)"
_PART: Final = r"(?:(?P<point>[.,])(?P<part>\d*))?"
_GROUPED: Final = re.compile(
    _SIGN + r"(?P<whole>[1-9]\d{0,2}(?:(?P<gap>[ ,.'])\d{3})(?:(?P=gap)\d{3})*)" + _PART
)
_PLAIN: Final = re.compile(_SIGN + r"(?P<whole>\d*)" + _PART)
_POINT: Final = re.compile(r"[-+]?\d+\.\d+")
_CURRENCY: Final = re.compile(r"^(?:cad|ca)?\s*\$|(?:\$\s*(?:cad|ca)?|cad|dollars?)$")
_MOST_DIGITS: Final = 15


class FieldReason(StrEnum):
    """Why a value cannot be read."""

    DATE = "date"
    DAY = "day"
    """It reads as a date that no calendar has."""
    NUMBER = "number"
    AMOUNT = "amount"
    CHOICE = "choice"


class Unreadable(FieldError):
    """A text that does not say what its field asks."""

    def __init__(self, reason: FieldReason, text: str) -> None:
        super().__init__(f"{reason}: {text}")
        self.reason = reason
        self.text = text


def read_date(text: str, today: date) -> date | None:
    """Return the day that a text says, None when it says none."""
    try:
        found = parse(Kind.DATE, text, today)
    except Unreadable:
        return None
    return date.fromisoformat(found[0]) if found else None


def parse(kind: Kind, text: str, today: date) -> Strings:
    """Return the value that a text says; raise Unreadable when it does not say one."""
    match kind:
        case Kind.TEXT:
            words = clean(text).strip()
            return (words,) if words else ()
        case Kind.LIST | Kind.MULTI | Kind.PERSONS | Kind.ORGS:
            return tuple(filter(None, map(one_line, clean(text).split("\n"))))
    line = one_line(text)
    if not line:
        return ()
    match kind:
        case Kind.DATE:
            return (_date(line, today),)
        case Kind.NUMBER:
            return (_number(line),)
        case Kind.AMOUNT:
            return (_amount(line),)
        case Kind.FLAG:
            return _flag(line)
    return (line,)


def _date(line: str, today: date) -> str:
    try:
        day = read_day(line, today)
    except ValueError:
        raise Unreadable(FieldReason.DAY, line) from None
    if day is None:
        raise Unreadable(FieldReason.DATE, line)
    return day.isoformat()


def _flag(line: str) -> Strings:
    word = fold(line)
    if word in _TRUE:
        return (YES,)
    if word in _FALSE:
        return ()
    raise Unreadable(FieldReason.CHOICE, line)


def _number(line: str) -> str:
    text = _plain(line)
    value = Decimal(text) if _POINT.fullmatch(text) else _decimal(text)
    if value is None or _too_long(value):
        raise Unreadable(FieldReason.NUMBER, line)
    return written(value)


def _amount(line: str) -> str:
    sign, text = _sign(_plain(line))
    value = _decimal(_CURRENCY.sub("", text).strip())
    if value is None or _too_long(value) or value != round(value, 2):
        raise Unreadable(FieldReason.AMOUNT, line)
    value = -value if sign == "-" else value
    return written(value) if value == value.to_integral_value() else f"{value:.2f}"


def _plain(line: str) -> str:
    """Put the spaces, signs and digits of every kind in their plain form."""
    return re.sub(r"\s+", " ", fold(line)).strip()


def _sign(text: str) -> tuple[str, str]:
    """Part a sign from a sum, so that -$5 reads like $-5."""
    return (text[0], text[1:].strip()) if text[:1] in ("-", "+") else ("", text)


def _decimal(text: str) -> Decimal | None:
    """Read a number, its thousands grouped by spaces, commas, points or apostrophes."""
    for pattern in (_GROUPED, _PLAIN):
        found = pattern.fullmatch(text)
        if found is None:
            continue
        gap = found.groupdict().get("gap")
        whole = found["whole"].replace(gap, "") if gap else found["whole"]
        if (whole or found["part"]) and found["point"] != (gap or ""):
            return Decimal(f"{found['sign']}{whole or 0}.{found['part'] or 0}")
    return None


def _too_long(value: Decimal) -> bool:
    return len(value.as_tuple().digits) > _MOST_DIGITS


def written(value: Decimal) -> str:
    """Return a number in its canonical form: digits, a point, no zero that says nothing."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
