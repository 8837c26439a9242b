"""Erase a person from the data, the history and the copies of a dossier."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, field

from partner_tui.domain.changes import Entry, compare, stamped
from partner_tui.domain.forgetting import (
    Person,
    entry_without,
    forgetting,
    is_confirmed,
    mentions,
    person,
)
from partner_tui.domain.records import Contact
from partner_tui.domain.workspace import Workspace
from partner_tui.errors import FieldError, StoreError
from partner_tui.i18n import _
from partner_tui.storage import notices
from partner_tui.storage.atomic import render
from partner_tui.storage.backups import Backup, backups
from partner_tui.storage.codecs import encode
from partner_tui.storage.files import read_file, replace_file
from partner_tui.storage.guards import saving
from partner_tui.storage.history import History
from partner_tui.storage.lines import entry, line
from partner_tui.storage.lock import locked
from partner_tui.storage.rebuild import read_backup
from partner_tui.storage.schema import DOSSIER, HISTORY
from partner_tui.storage.store import TinyStore

VERB = "contact.forget"


class Forgotten(Struct):
    """What was erased, and what the person who asked has left to look at."""

    backups: int = 0
    unreadable: list[str] = field(default_factory=list)
    """Copies that could not be read, hence not cleaned."""
    mentions: list[tuple[str, str]] = field(default_factory=list)
    """Records where a first or last name alone is still written."""
    someone: Person | None = None
    """Who it was, to clean what is kept elsewhere too."""
    exports: int = 0
    """Documents written earlier, which stay as they are."""


def forget(
    store: TinyStore, key: str, typed: str, *, who: str, when: str, copies: bool = True
) -> Forgotten:
    """Erase a contact for good once its name was typed; the history is always cleaned.

    The copies go first and the data last: when anything stops it in between, it can be asked again.
    """
    store.check_writable()
    contact = store.load().find(Contact, key)
    if contact is None:
        raise FieldError(notices.nobody_there())
    someone = person(contact, _("Personne-ressource"), store.history())
    if not is_confirmed(someone, typed):
        raise FieldError(notices.not_confirmed(someone.name))
    done = Forgotten(exports=_count(store.path / "exports"), someone=someone)
    with saving(store.path), locked(store.path):
        workspace = store.load()
        if copies:
            _clean_copies(store.path, someone, done)
        done.mentions = list(mentions(_clean(store.path, workspace, someone, who, when), someone))
    store.load()
    return done


def _clean(folder: Path, workspace: Workspace, someone: Person, who: str, when: str) -> Workspace:
    """Rewrite the history with one line more, then the data."""
    history = History(folder / HISTORY)
    standing = history.standing(workspace.revision)
    cleaned = forgetting(workspace, someone)
    changes = compare(workspace, cleaned)
    numbered = Workspace(tables=cleaned.tables, revision=standing.revision)
    after = stamped(numbered, changes, who, when)
    told = Entry(revision=after.revision, when=when, who=who, verb=VERB, changes=changes)
    lines = _lines(history, standing.end, someone)
    data = b"".join([*lines, line(entry_without(told, someone))])
    if not history.size():
        history.append(b"", 0, os.stat(folder / DOSSIER))
    replace_file(history.path, data)
    replace_file(folder / DOSSIER, render(encode(forgetting(after, someone))))
    return after


def _lines(history: History, end: int | None, someone: Person) -> Iterable[bytes]:
    """Yield the lines of a history without the person; one that cannot be read goes if it tells."""
    if not history.size():
        return
    for text in read_file(history.path)[0][:end].splitlines(keepends=True):
        found = entry(text)
        if found is not None:
            yield line(entry_without(found, someone))
        elif someone.pattern is None or not someone.pattern.search(text.decode(errors="replace")):
            yield text


def _clean_copies(folder: Path, someone: Person, done: Forgotten) -> None:
    for backup in backups(folder):
        try:
            _clean_copy(backup, someone)
        except StoreError:
            done.unreadable.append(backup.path.name)
        else:
            done.backups += 1


def _clean_copy(backup: Backup, someone: Person) -> None:
    workspace = read_backup(backup)
    history = History(backup.path / HISTORY)
    if history.size():
        replace_file(history.path, b"".join(_lines(history, None, someone)))
    replace_file(backup.file, render(encode(forgetting(workspace, someone))))


def _count(folder: Path) -> int:
    return sum(path.is_file() for path in folder.glob("*"))
