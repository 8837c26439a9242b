"""What a verb did to a workspace, and how to take it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.records import Record
from partner_tui.domain.workspace import TABLES, Change, Workspace
from partner_tui.errors import Conflict

STAMPS = frozenset({"id", "revision", "by", "at"})
"""Fields that the store sets, so that no comparison of meaning looks at them."""


class Seen(Struct, frozen=True, kw_only=True):
    """A field as the person saw it when they began to change it."""

    table: str
    id: str
    field: str
    value: object


class RecordChange(Struct, frozen=True, kw_only=True):
    """One record before and after; only the fields that differ, None where it did not exist."""

    table: str
    id: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


class Entry(Struct, frozen=True, kw_only=True):
    """A line of the history: who did what, when, to which records."""

    revision: int
    when: str
    who: str
    verb: str
    changes: tuple[RecordChange, ...]
    undoes: int = 0
    """The revision that this entry took back, if any."""


def content(record: Record) -> dict[str, Any]:
    """Return the fields of a record that carry meaning."""
    return {name: getattr(record, name) for name in record.__struct_fields__ if name not in STAMPS}


def compare(old: Workspace, new: Workspace) -> tuple[RecordChange, ...]:
    """Return the records that differ between two workspaces."""
    found: list[RecordChange] = []
    for table in TABLES:
        was, now = old.tables.get(table, {}), new.tables.get(table, {})
        if was is now:
            continue
        changed = [key for key in {**was, **now} if was.get(key) is not now.get(key)]
        found += filter(None, (_difference(table, k, was.get(k), now.get(k)) for k in changed))
    return tuple(found)


def _difference(
    table: str, key: str, was: Record | None, now: Record | None
) -> RecordChange | None:
    before = None if was is None else content(was)
    after = None if now is None else content(now)
    if before is not None and after is not None:
        differing = [name for name in after if before[name] != after[name]]
        if not differing:
            return None
        before = {name: before[name] for name in differing}
        after = {name: after[name] for name in differing}
    return RecordChange(table=table, id=key, before=before, after=after)


def stamped(new: Workspace, changes: Sequence[RecordChange], who: str, when: str) -> Workspace:
    """Return the workspace at its next revision, changed records marked with who and when."""
    tables = dict(new.tables)
    for change in changes:
        if change.after is None:
            continue
        table = dict(tables[change.table])
        record = table[change.id]
        table[change.id] = replace(record, revision=record.revision + 1, by=who, at=when)
        tables[change.table] = table
    return Workspace(tables=tables, revision=new.revision + 1)


def check_seen(workspace: Workspace, seen: Sequence[Seen]) -> None:
    """Raise Conflict when a field is no longer what the person saw."""
    for look in seen:
        record = workspace.tables.get(look.table, {}).get(look.id)
        now = None if record is None else getattr(record, look.field)
        if now != look.value:
            raise Conflict(look.field, mine=look.value, theirs=now)


def reversing(entry: Entry) -> Change:
    """Return the verb that takes an entry back; it raises Conflict when others built on it."""

    def change(workspace: Workspace) -> Workspace:
        tables = dict(workspace.tables)
        for step in entry.changes:
            table = dict(tables.get(step.table, {}))
            _take_back(table, step)
            tables[step.table] = table
        return replace(workspace, tables=tables)

    return change


def _take_back(table: dict[str, Record], step: RecordChange) -> None:
    record = table.get(step.id)
    now = None if record is None else content(record)
    expected = step.after
    if now is not None and expected is not None:
        now = {name: now[name] for name in expected}
    if now != expected:
        raise Conflict(step.table, mine=step.before, theirs=now)
    if step.before is None:
        del table[step.id]
    elif record is None:
        table[step.id] = TABLES[step.table](id=step.id, **step.before)
    else:
        table[step.id] = replace(record, **step.before)
