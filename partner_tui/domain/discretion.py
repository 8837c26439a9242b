"""A dossier without what is private in it, its history included; what a shared screen shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from partner_tui.domain.changes import Entry
from partner_tui.domain.records import Answer, Response
from partner_tui.domain.workspace import Workspace

SEEN: Final = frozenset({"partnership", "contacts", "organizations", "meetings"})
"""Tables that a shared screen shows whole: they are the frame of all the others."""
Ids = frozenset[tuple[str, str]]
"""Tables and ids of records."""


def private_ids(workspace: Workspace) -> Ids:
    """Return the records that are private."""
    return frozenset(
        (table, record.id)
        for table, records in workspace.tables.items()
        for record in records.values()
        if record.private
    )


def public_part(workspace: Workspace, entries: Sequence[Entry]) -> tuple[Workspace, list[Entry]]:
    """Return the workspace and the history without what is private, every line in its place.

    The history of a record that was private once is left out whole: its earlier words were not
    meant for others.
    """
    hidden = private_ids(workspace)
    tables = {
        table: {key: record for key, record in records.items() if (table, key) not in hidden}
        for table, records in workspace.tables.items()
    }
    once = hidden | {
        (change.table, change.id)
        for entry in entries
        for change in entry.changes
        if (change.before or {}).get("private") or (change.after or {}).get("private")
    }
    lines = [
        replace(entry, changes=tuple(c for c in entry.changes if (c.table, c.id) not in once))
        for entry in entries
    ]
    return replace(workspace, tables=tables), lines


def projected(workspace: Workspace) -> Workspace:
    """Return what a screen that others see shows: nothing private.

    A private answer keeps its place without its words, so that its question does not look open.
    """
    tables = {
        name: table
        if name in SEEN
        else {
            key: _wordless(record) if isinstance(record, Answer) else record
            for key, record in table.items()
            if not record.private or isinstance(record, Answer)
        }
        for name, table in workspace.tables.items()
    }
    return replace(workspace, tables=tables)


def _wordless(answer: Answer) -> Answer:
    if not answer.private:
        return answer
    return replace(answer, response=Response(), positions={}, translations={})


def hidden(workspace: Workspace) -> int:
    """Return how many records a shared screen does not show."""
    return sum(table not in SEEN for table, _key in private_ids(workspace))


def told_in_public(workspace: Workspace, entries: Sequence[Entry]) -> list[Entry]:
    """Return the changes that a shared screen tells: none of what is, or was, private."""
    _public, told = public_part(workspace, entries)
    return [
        entry
        for entry, whole in zip(told, entries, strict=True)
        if entry.changes or not whole.changes
    ]
