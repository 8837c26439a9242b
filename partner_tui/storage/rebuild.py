"""A data file gone bad or lost, rebuilt from the newest good copy and the history since."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.changes import Entry, stamped
from partner_tui.domain.workspace import TABLES, Workspace
from partner_tui.errors import BrokenDossier, StoreError
from partner_tui.storage import notices
from partner_tui.storage.atomic import parse, render
from partner_tui.storage.backups import Backup, Reason, backups, make, moment
from partner_tui.storage.codecs import encode
from partner_tui.storage.decoding import decoded
from partner_tui.storage.files import read_file, replace_file
from partner_tui.storage.guards import reading, saving
from partner_tui.storage.history import History
from partner_tui.storage.lock import locked
from partner_tui.storage.schema import DOSSIER, HISTORY, META, META_ID, SCHEMA_VERSION


class Rebuilt(Struct, frozen=True):
    """What a rebuilt dossier was made of."""

    workspace: Workspace
    backup: Backup
    changes: int
    """How many changes of the history were applied to the copy."""
    whole: bool
    """False when a change of the history could not be read or applied."""


def read_backup(backup: Backup) -> Workspace:
    """Return the dossier that a copy holds; raise StoreError when it is not sound."""
    return _read(backup)[0]


def _read(backup: Backup) -> tuple[Workspace, int]:
    """Return the dossier of a copy, and the schema it was written in."""
    with reading(backup.file):
        data = read_file(backup.file)[0]
        return decoded(parse(data) if data else None, backup.file)


def rebuilt(folder: Path) -> Rebuilt:
    """Return the dossier as the newest good copy and the history tell it; write nothing."""
    for backup in backups(folder):
        try:
            workspace, schema = _read(backup)
        except StoreError:
            continue
        with reading(folder / HISTORY):
            history = History(folder / HISTORY)
            entries = list(history.newest(1 << 53))[::-1]
        found = _replayed(workspace, backup, entries)
        return replace(found, workspace=_migrated(found.workspace, schema, backup))
    raise BrokenDossier(notices.no_good_backup(folder))


def rebuild(folder: Path) -> Rebuilt:
    """Write the rebuilt dossier in place of a bad file, which is copied as it is first."""
    with saving(folder), locked(folder):
        found = rebuilt(folder)
        if os.path.lexists(folder / DOSSIER):
            make(folder, Reason.RESTORE, moment())
        replace_file(folder / DOSSIER, render(encode(found.workspace)))
    return found


def _replayed(workspace: Workspace, backup: Backup, entries: Iterable[Entry]) -> Rebuilt:
    count = 0
    for entry in entries:
        if entry.revision <= workspace.revision:
            continue
        try:
            if entry.revision != workspace.revision + 1:
                raise LookupError
            workspace = _applied(workspace, entry)
        except (LookupError, TypeError, ValueError):
            return Rebuilt(workspace, backup, count, whole=False)
        count += 1
    return Rebuilt(workspace, backup, count, whole=True)


def _migrated(workspace: Workspace, schema: int, backup: Backup) -> Workspace:
    """Return the workspace once what old lines of the history brought is of today's schema too."""
    if schema >= SCHEMA_VERSION:
        return workspace
    raw = encode(workspace)
    raw[META][META_ID]["schema"] = schema
    return decoded(raw, backup.file)[0]


def _applied(workspace: Workspace, entry: Entry) -> Workspace:
    """Return the workspace after a change of the history, stamped as it was then."""
    tables = {name: dict(table) for name, table in workspace.tables.items()}
    for step in entry.changes:
        table = tables[step.table]
        if step.after is None:
            del table[step.id]
        elif step.before is None:
            table[step.id] = TABLES[step.table](id=step.id, **step.after)
        else:
            table[step.id] = replace(table[step.id], **step.after)
    return stamped(replace(workspace, tables=tables), entry.changes, entry.who, entry.when)


def is_broken(folder: Path) -> str:
    """Say what is wrong with the data file as a whole; empty when it can be read."""
    file = folder / DOSSIER
    try:
        with reading(file):
            data = read_file(file)[0]
            if not data:
                raise json.JSONDecodeError("empty", "", 0)
            decoded(parse(data), file)
    except StoreError as error:
        return str(error)
    return ""
