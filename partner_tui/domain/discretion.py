"""A dossier without what is private in it, its history included."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from partner_tui.domain.changes import Entry
from partner_tui.domain.workspace import Workspace

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
