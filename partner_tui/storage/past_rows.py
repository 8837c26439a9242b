"""Records as earlier programs wrote them, in files and in the history, with the fields of today."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from partner_tui.storage.schema import Document

Row = Callable[[Document], Document]
"""Returns a record, or only some fields of one, with those of today; today's are left alone."""

ROWS: Final[Mapping[str, Sequence[Row]]] = {}
"""Table → what its records go through, in order, when they are read."""


def row_of_today(table: str, row: Document) -> Document:
    """Return a record, or the fields of it that a line of the history tells, as of today."""
    for step in ROWS.get(table, ()):
        row = step(row)
    return row
