"""Records as plain documents and back, with the place of whatever does not fit."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from types import GenericAlias
from typing import Any

import msgspec

from partner_tui.domain.records import Record
from partner_tui.domain.records.base import hints
from partner_tui.domain.workspace import TABLES, Workspace
from partner_tui.errors import BrokenDossier, NewerDossier, NotADossier, Unwritable
from partner_tui.i18n import _
from partner_tui.storage import sentences
from partner_tui.storage.fields import familiar, is_flat, plain, strangers
from partner_tui.storage.schema import META, META_ID, SCHEMA_VERSION, Document, Raw, meta

_LIMIT = 1 << 53
"""Whole numbers below it mean the same to every reader of JSON."""
_DOCUMENT_ID = re.compile(r"[1-9][0-9]{0,17}")


def document(table: str, record: Record) -> Document:
    """Return a record as a document, once it is certain that it will be read back the same."""
    found: Document = plain(record)
    kind: Any = TABLES[table]
    if not _comes_back(found, kind, record):
        spoiled = (name for name, hint in hints(kind).items() if not _fits(record, name, hint))
        raise Unwritable(sentences.unwritable(f"{table} › {next(spoiled, record.id)}"))
    return found


def _fits(record: Record, name: str, hint: Any) -> bool:
    value = getattr(record, name)
    return _comes_back(plain(value), hint, value)


def _comes_back(raw: Any, kind: Any, value: object) -> bool:
    try:
        return bool(msgspec.json.decode(msgspec.json.encode(raw), type=kind) == value)
    except (ValueError, TypeError, RecursionError):
        return False


def encode(workspace: Workspace) -> Raw:
    """Return a whole workspace as TinyDB tables, empty ones included."""
    raw: Raw = {META: {META_ID: meta(workspace.revision)}}
    for table in TABLES:
        records = workspace.tables.get(table, {}).values()
        raw[table] = {str(n): document(table, r) for n, r in enumerate(records, start=1)}
    return raw


def check_head(raw: object, file: Path) -> int:
    """Return the schema version of raw data; raise when it is no dossier."""
    if not isinstance(raw, dict) or META not in raw:
        raise NotADossier(sentences.not_a_dossier(file))
    schema, revision = _number(raw, "schema"), _number(raw, "revision")
    if schema is not None and schema > SCHEMA_VERSION and revision is None:
        raise NewerDossier(sentences.newer(file, schema, SCHEMA_VERSION))
    if not schema:
        raise _broken(file, f"{META} › {META_ID} › schema", _("la version ne se lit pas"))
    if revision is None:
        raise _broken(file, f"{META} › {META_ID} › revision", _("le numéro ne se lit pas"))
    return schema


def _number(raw: Raw, name: str) -> int | None:
    """Return a whole number of the first table, or None when there is no sensible one."""
    value: object = raw[META]
    for key in (META_ID, name):
        value = value.get(key) if isinstance(value, dict) else None
    return value if type(value) is int and 0 <= value < _LIMIT else None


def decode(raw: Raw, file: Path) -> Workspace:
    """Return the workspace that raw data of today's schema holds."""
    for table in raw:
        if table not in TABLES and table != META:
            raise _broken(file, table, _("cette table n'est pas connue"))
    return _workspace(raw, file, strict=True)


def decode_newer(raw: Raw, file: Path) -> Workspace:
    """Return what can be shown of raw data of a newer schema, what is not known left out."""
    try:
        return _workspace(raw, file, strict=False)
    except BrokenDossier as error:
        schema = raw[META][META_ID]["schema"]
        raise NewerDossier(sentences.newer(file, schema, SCHEMA_VERSION)) from error


def _workspace(raw: Raw, file: Path, *, strict: bool) -> Workspace:
    tables = {name: _records(name, raw.get(name, {}), file, strict) for name in TABLES}
    return Workspace(tables=tables, revision=raw[META][META_ID]["revision"])


def _records(table: str, documents: object, file: Path, strict: bool) -> dict[str, Record]:
    if not isinstance(documents, dict):
        raise _broken(file, table, sentences.problem("Expected `object`, got `null`"))
    for key in documents:
        if not _DOCUMENT_ID.fullmatch(key):
            raise _broken(file, f"{table} › {key}", _("il faut un numéro de document"))
    rows = list(documents.values())
    try:
        records: list[Record] = msgspec.convert(rows, _lists(table))
    except (msgspec.ValidationError, RecursionError) as error:
        raise _misfit(file, table, list(documents), str(error)) from error
    kind: Any = TABLES[table]
    known, flat = frozenset(kind.__struct_fields__), is_flat(kind)
    found: dict[str, Record] = {}
    for key, row, record in zip(documents, rows, records, strict=True):
        if strict and not (row.keys() <= known and (flat or familiar(kind, row))):
            place = next(strangers(kind, row))
            raise _broken(file, f"{table} › {key} › {place}", _("ce champ n'est pas connu"))
        if found.setdefault(record.id, record) is not record or not record.id:
            raise _broken(file, f"{table} › {key} › id", _("l'identifiant est vide ou déjà pris"))
    return found


@lru_cache
def _lists(table: str) -> Any:
    """Return the type of a list of a table's records."""
    return GenericAlias(list, (TABLES[table],))


def _misfit(file: Path, table: str, keys: list[str], message: str) -> BrokenDossier:
    """Return the error for a value that msgspec refused, its place in words of the file."""
    match = re.search(r" - at `\$\[(\d+)\](.*)`$", message)
    parts = [table]
    if match:
        parts.append(keys[int(match[1])])
        parts += [part.replace("...", "…") for part in re.findall(r"[^.\[\]]+|\.{3}", match[2])]
    return _broken(file, " › ".join(parts), sentences.problem(message))


def _broken(file: Path, place: str, problem: str) -> BrokenDossier:
    return BrokenDossier(sentences.wrong_value(file, place, problem))
