"""The shape of a dossier's file: its version, its first table, the names beside it."""

from __future__ import annotations

from typing import Any

from partner_tui.domain.workspace import TABLES
from partner_tui.paths import DOSSIER

SCHEMA_VERSION = 3
"""Goes up by one with each migration."""

META = "meta"
"""A TinyDB table of one document: the schema version and the revision of the dossier."""
META_ID = "1"

HISTORY = "history.jsonl"
LOCK = ".lock"
BACKUPS = "backups"

Document = dict[str, Any]
Raw = dict[str, dict[str, Document]]
"""What TinyDB reads and writes: table → document id → document."""

__all__ = [
    "BACKUPS",
    "DOSSIER",
    "HISTORY",
    "LOCK",
    "META",
    "META_ID",
    "SCHEMA_VERSION",
    "TABLES",
    "Document",
    "Raw",
    "meta",
]


def meta(revision: int, schema: int = SCHEMA_VERSION) -> Document:
    """Return the document of the first table."""
    return {"schema": schema, "revision": revision}
