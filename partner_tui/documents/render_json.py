"""A document as JSON: what it says of itself, its blocks, and its records as rows."""

from __future__ import annotations

import msgspec

from partner_tui.documents.plain_data import document_data
from partner_tui.domain.blocks import Document, Table, plain
from partner_tui.domain.text import clean


def render(document: Document, table: Table | None = None) -> str:
    """Return a document, and its table when it has one, as readable JSON."""
    data = document_data(document)
    if table is not None:
        data["columns"] = [clean(plain(cell)) for cell in table.header]
        data["rows"] = [[clean(plain(cell)) for cell in row] for row in table.rows]
    return msgspec.json.format(msgspec.json.encode(data), indent=1).decode() + "\n"
