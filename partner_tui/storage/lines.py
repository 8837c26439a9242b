"""History entries as lines of JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from partner_tui.domain.changes import Entry, RecordChange, content
from partner_tui.domain.records.base import hints
from partner_tui.domain.workspace import TABLES
from partner_tui.storage.fields import plain, spare
from partner_tui.storage.past_rows import row_of_today


class _Head(msgspec.Struct):
    revision: int


_head = msgspec.json.Decoder(_Head)
_entry = msgspec.json.Decoder(Entry)


def line(entry: Entry) -> bytes:
    """Return an entry as one line, end of line included."""
    found = plain(entry)
    for change in found["changes"]:
        if change["before"] is None or change["after"] is None:
            kind = TABLES[change["table"]]
            for side in ("before", "after"):
                change[side] = None if change[side] is None else spare(kind, change[side])
    return msgspec.json.encode(found) + b"\n"


def revision_of(text: bytes) -> int | None:
    """Return the revision of a line, or None when it cannot be read."""
    try:
        return _head.decode(text).revision
    except (ValueError, RecursionError):
        return None


def entry(text: bytes) -> Entry | None:
    """Return the entry of a line, or None when it cannot be read."""
    try:
        found = _entry.decode(text)
        changes = tuple(_typed(change) for change in found.changes)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return replace(found, changes=changes)


def _typed(change: RecordChange) -> RecordChange:
    """Return a change whose values have the types of the record's fields."""
    whole = change.before is None or change.after is None
    return RecordChange(
        table=change.table,
        id=change.id,
        before=_values(change.table, change.id, change.before, whole),
        after=_values(change.table, change.id, change.after, whole),
    )


def _values(
    table: str, key: str, values: Mapping[str, Any] | None, whole: bool
) -> Mapping[str, Any] | None:
    if values is None:
        return None
    kind: Any = TABLES[table]
    now = row_of_today(table, dict(values))
    typed = {name: msgspec.convert(value, hints(kind)[name]) for name, value in now.items()}
    return content(kind(id=key, **typed)) if whole else typed
