"""Values that no form could have made, and short numbers that two records share."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from msgspec import Struct

from partner_tui.domain.records import Record, Statement
from partner_tui.domain.sealing import is_whole
from partner_tui.domain.text import clean
from partner_tui.domain.workspace import NUMBERED, Workspace

LONGEST: Final = 100_000
_YEARS: Final = range(1900, 2201)
_MOST: Final = 1_000_000
_SCALES: Final = {"likelihood": range(6), "impact": range(6), "value": range(11)}


class Flaw(StrEnum):
    """What is odd about a value."""

    NUMBER_TWICE = "number-twice"
    OUT_OF_SCALE = "out-of-scale"
    FAR_DATE = "far-date"
    CONTROLS = "controls"
    TOO_LONG = "too-long"
    LANGUAGE = "language"
    PARTNERSHIP = "partnership"
    SEAL = "seal"


class Oddity(Struct, frozen=True):
    """A field that holds an odd value."""

    table: str
    id: str
    field: str
    flaw: Flaw


def oddities(workspace: Workspace, languages: Collection[str]) -> Iterator[Oddity]:
    """Yield the values that a person cannot have entered."""
    yield from _numbers(workspace)
    for record in workspace.tables.get("partnership", {}).values():
        if record.id != "partnership":
            yield Oddity("partnership", record.id, "id", Flaw.PARTNERSHIP)
        if getattr(record, "language", "fr") not in languages:
            yield Oddity("partnership", record.id, "language", Flaw.LANGUAGE)
    for table, records in workspace.tables.items():
        for record in records.values():
            yield from _of_record(table, record)
    for version in workspace.table(Statement).values():
        if not is_whole(version):
            yield Oddity("statements", version.id, "texts", Flaw.SEAL)


def _numbers(workspace: Workspace) -> Iterator[Oddity]:
    for table in workspace.tables.keys() & NUMBERED:
        used: set[int] = set()
        for record in workspace.tables[table].values():
            if record.number and record.number in used:
                yield Oddity(table, record.id, "number", Flaw.NUMBER_TWICE)
            used.add(record.number)


def _of_record(table: str, record: Record) -> Iterator[Oddity]:
    for name in record.__struct_fields__:
        for flaw in set(_flaws(name, getattr(record, name))):
            yield Oddity(table, record.id, name, flaw)


def _flaws(name: str, value: object) -> Iterator[Flaw]:
    """Yield what is odd about a value, at any depth."""
    match value:
        case bool() | None:
            return
        case int():
            if value not in _SCALES.get(name, range(_MOST)):
                yield Flaw.OUT_OF_SCALE
        case str():
            yield from _text(value)
        case date():
            if value.year not in _YEARS:
                yield Flaw.FAR_DATE
        case tuple():
            for item in value:
                yield from _flaws("", item)
        case Mapping():
            for item in (*value.keys(), *value.values()):
                yield from _flaws("", item)
        case Struct():
            for field in value.__struct_fields__:
                yield from _flaws(field, getattr(value, field))


def _text(text: str) -> Iterator[Flaw]:
    if len(text) > LONGEST:
        yield Flaw.TOO_LONG
    elif text.isascii() and text.isprintable():
        return
    elif clean(text) != unicodedata.normalize("NFC", text):
        yield Flaw.CONTROLS
