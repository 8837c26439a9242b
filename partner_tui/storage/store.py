"""A dossier on disk: every commit durable before it returns, several sessions at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import islice
from pathlib import Path

from partner_tui.domain.changes import Entry, Seen
from partner_tui.domain.workspace import Change, Workspace
from partner_tui.errors import ReadOnly, SaveFailed, Unconfirmed
from partner_tui.storage import notices, sentences
from partner_tui.storage.backups import Backup, Reason, make, moment
from partner_tui.storage.commits import Prepared, Request, prepare
from partner_tui.storage.decoding import decoded
from partner_tui.storage.files import Signature, sweep
from partner_tui.storage.folder import find
from partner_tui.storage.guards import reading, saving
from partner_tui.storage.history import History, Standing
from partner_tui.storage.keeper import Keeper
from partner_tui.storage.lines import line
from partner_tui.storage.lock import DEADLINE, locked
from partner_tui.storage.schema import DOSSIER, HISTORY, SCHEMA_VERSION
from partner_tui.storage.table import Database

Stamp = tuple[Signature, int]
"""The data file's signature and the history's length, which every commit makes longer."""


class TinyStore:
    """The dossier of one folder, as one session sees it."""

    def __init__(
        self, path: Path, *, read_only: bool = False, clock: Callable[[], datetime] = moment
    ) -> None:
        """Find the dossier, without reading it yet."""
        self.path = find(path)
        self.told: list[str] = []
        """Sentences that wait to be shown, from what stops nothing."""
        self._asked_read_only = read_only
        self._schema = SCHEMA_VERSION
        self._clock = clock
        self._keeper = Keeper(self.path, self.told.append, clock)
        self._file = self.path / DOSSIER
        with reading(self._file):
            self._database = Database(str(self._file))
        self._history = History(self.path / HISTORY)
        self._latest: tuple[Stamp, Workspace] | None = None
        self._given: Stamp | None = None
        self._swept = False

    def load(self) -> Workspace:
        """Return the workspace as it is on disk now."""
        with reading(self._file):
            workspace = self._fresh()
        self._given = self._latest[0] if self._latest else None
        return workspace

    @property
    def read_only(self) -> str:
        """Say why nothing can be written here; empty when it can."""
        if self._schema > SCHEMA_VERSION:
            return notices.newer_read_only(self._schema, SCHEMA_VERSION)
        if self._asked_read_only:
            return notices.asked_read_only()
        writable = os.access(self.path, os.W_OK | os.X_OK) and os.access(self._file, os.W_OK)
        return "" if writable else notices.not_writable(self.path)

    def moved(self) -> bool:
        """Tell whether the dossier on disk is no longer the one last given out here."""
        try:
            return self._given is None or self._given != self._stamp()
        except OSError:
            return True

    def recent(self, limit: int) -> list[Entry]:
        """Return the last changes, newest first."""
        with reading(self._history.path):
            return list(islice(self.history(), max(0, limit)))

    def history(self) -> Iterator[Entry]:
        """Yield every change, newest first; the file is read only as far as one goes."""
        return self._history.newest(self._fresh().revision)

    def commit(
        self,
        verb: str,
        change: Change,
        *,
        base: Workspace,
        who: str,
        when: str,
        seen: Sequence[Seen] = (),
        undoes: int = 0,
        patience: float = DEADLINE,
    ) -> tuple[Workspace, Entry | None]:
        """Apply a change to the dossier as it is now and return it with its history entry.

        When nothing differs, nothing is written and there is no entry. Another session that
        commits is waited for as many seconds as `patience` says.
        """
        request = Request(
            verb=verb, change=change, base=base, who=who, when=when, seen=seen, undoes=undoes
        )
        self.check_writable()
        with saving(self.path), locked(self.path, patience):
            fresh = self._fresh()
            self.check_writable()
            standing = self._history.standing(fresh.revision)
            prepared = prepare(request, fresh, standing.revision)
            if prepared is not None:
                self._write(prepared, standing)
            self._give(prepared.workspace if prepared else fresh)
        return (prepared.workspace, prepared.entry) if prepared else (fresh, None)

    def backup(self, reason: Reason = Reason.ASKED) -> Backup:
        """Copy the dossier as it is now, whatever its state; nothing of it is changed."""
        self.check_writable()
        with saving(self.path), locked(self.path):
            return make(self.path, reason, self._clock())

    def check_writable(self) -> None:
        """Raise ReadOnly when nothing may be written, by request or because of the schema."""
        if self._asked_read_only or self._schema > SCHEMA_VERSION:
            raise ReadOnly(self.read_only)

    def _stamp(self) -> Stamp:
        return self._database.file.signature(), self._history.size()

    def _fresh(self) -> Workspace:
        """Return the workspace on disk, read again only when someone replaced the file."""
        stamp = self._stamp()
        if self._latest is not None and self._latest[0] == stamp:
            return self._latest[1]
        file = self._database.file
        file.forget()
        with file.transaction():
            workspace, self._schema = decoded(file.read(), self._file)
        self._latest = stamp, workspace
        return workspace

    def _write(self, prepared: Prepared, standing: Standing) -> None:
        """Write the history line, then the data file; take the line back if that fails."""
        file = self._database.file
        before = file.signature()
        if not self._swept:
            sweep(file.path)
            self._swept = True
        self._latest = None
        self._keeper.before_commit(self._schema < SCHEMA_VERSION)
        self._history.append(line(prepared.entry), standing.end, os.stat(self._file))
        try:
            with file.transaction():
                self._database.set_revision(prepared.workspace.revision)
                for table, documents in prepared.documents.items():
                    self._database.records(table).put(documents)
            self._schema = SCHEMA_VERSION
        except BaseException as error:
            written = self._replaced(before)
            if not written:
                self._history.cut(standing.end)
            if isinstance(error, OSError):
                kind = Unconfirmed if written else SaveFailed
                raise kind(sentences.save_failed(self.path, error, written)) from error
            raise

    def _replaced(self, before: Signature) -> bool:
        try:
            return self._database.file.signature() != before
        except OSError:
            return False

    def _give(self, workspace: Workspace) -> None:
        """Remember which version of the file the caller has now."""
        self._given = None
        with suppress(OSError):
            self._given = self._stamp()
            self._latest = self._given, workspace
