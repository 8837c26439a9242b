"""The JSON Schema of a dossier, from the very types that read it."""

from __future__ import annotations

from typing import Any

import msgspec

from partner_tui.domain.changes import Entry
from partner_tui.storage.schema import DOSSIER, HISTORY, META, META_ID, SCHEMA_VERSION, TABLES

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Return the schema of the data file; `$defs/Entry` is that of a line of the history."""
    kinds = [*TABLES.values(), Entry]
    refs, parts = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    for part in parts.values():
        if "properties" in part:
            part["additionalProperties"] = False
    tables = dict(zip(TABLES, refs, strict=False))
    return {
        "$schema": _DIALECT,
        "title": f"{DOSSIER}, {HISTORY}",
        "type": "object",
        "properties": {META: _meta(), **{name: _table(ref) for name, ref in tables.items()}},
        "required": [META],
        "additionalProperties": False,
        "$defs": parts,
    }


def _meta() -> dict[str, Any]:
    head = {
        "type": "object",
        "properties": {
            "schema": {"const": SCHEMA_VERSION},
            "revision": {"type": "integer", "minimum": 0},
        },
        "required": ["schema", "revision"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {META_ID: head},
        "required": [META_ID],
        "additionalProperties": False,
    }


def _table(ref: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a table: documents by number."""
    return {
        "type": "object",
        "patternProperties": {"^[1-9][0-9]{0,17}$": ref},
        "additionalProperties": False,
    }
