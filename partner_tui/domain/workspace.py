"""A whole dossier in memory: one mapping a kind of record, never changed in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from partner_tui.domain.records import (
    Action,
    Answer,
    Check,
    Contact,
    Decision,
    Item,
    Lesson,
    Line,
    Meeting,
    Note,
    Objective,
    Organization,
    Partnership,
    Record,
    Resource,
    Risk,
    Rule,
    Statement,
    Success,
    Tick,
    Topic,
    View,
)

R = TypeVar("R", bound=Record)

TABLES: Mapping[str, type[Record]] = {
    "partnership": Partnership,
    "organizations": Organization,
    "contacts": Contact,
    "answers": Answer,
    "ticks": Tick,
    "items": Item,
    "checks": Check,
    "objectives": Objective,
    "actions": Action,
    "resources": Resource,
    "messages": Line,
    "rules": Rule,
    "successes": Success,
    "lessons": Lesson,
    "risks": Risk,
    "meetings": Meeting,
    "topics": Topic,
    "notes": Note,
    "decisions": Decision,
    "statements": Statement,
    "views": View,
}
"""Table name → record type, in the order they stand in the file."""

TABLE_OF: Mapping[type[Record], str] = {kind: name for name, kind in TABLES.items()}

NUMBERED = frozenset({"actions", "risks", "meetings", "decisions", "statements"})
"""Tables whose records get the next short number when they are added."""


class Workspace(Struct, frozen=True, dict=True):
    """Everything a dossier holds at one revision."""

    tables: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    revision: int = 0

    def table(self, kind: type[R]) -> Mapping[str, R]:
        """Return the records of a kind by id, archived ones included."""
        return self.tables.get(TABLE_OF[kind], {})  # type: ignore[return-value]  # TABLES pairs them

    def find(self, kind: type[R], key: str) -> R | None:
        """Return one record, or None."""
        return self.table(kind).get(key)

    def alive(self, kind: type[R]) -> list[R]:
        """Return the records of a kind that are not archived, in the order they were added."""
        return [record for record in self.table(kind).values() if not record.archived]

    @cached_property
    def partnership(self) -> Partnership:
        """The partnership of this dossier."""
        return self.find(Partnership, "partnership") or Partnership()


Change = Callable[[Workspace], Workspace]
"""A verb: it can be applied again on a fresher workspace."""


def put(workspace: Workspace, *records: Record) -> Workspace:
    """Return the workspace with these records added or replaced."""
    tables = dict(workspace.tables)
    for record in records:
        name = TABLE_OF[type(record)]
        table = dict(tables.get(name, {}))
        if name in NUMBERED and record.number == 0 and record.id not in table:
            record = replace(record, number=next_number(table.values()))
        table[record.id] = record
        tables[name] = table
    return replace(workspace, tables=tables)


def next_number(records: Iterable[Record]) -> int:
    """Return the number after the highest one; a number is never used twice."""
    return max((record.number for record in records), default=0) + 1


def adding(record: Record) -> Change:
    """Return the verb that adds a record."""
    return lambda workspace: put(workspace, record)


def editing(kind: type[R], key: str, /, **changes: object) -> Change:
    """Return the verb that sets fields of a record; a record that is gone stays gone."""

    def change(workspace: Workspace) -> Workspace:
        record = workspace.find(kind, key)
        return workspace if record is None else put(workspace, replace(record, **changes))

    return change


def archiving(kind: type[R], key: str, archived: bool = True) -> Change:
    """Return the verb that puts a record away, or brings it back."""
    return editing(kind, key, archived=archived)
