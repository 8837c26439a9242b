"""The application layer: every verb is a pure change, committed, then a new snapshot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace

from partner_tui.domain.changes import Entry, Seen, reversing
from partner_tui.domain.records import Meeting
from partner_tui.domain.settled import Settled, check
from partner_tui.domain.workspace import Change, Workspace
from partner_tui.errors import Conflict, PartnerError
from partner_tui.i18n import _


class Store(Protocol):
    """Where a dossier is kept."""

    path: Path
    told: list[str]
    """Sentences that wait to be shown, from what stops nothing."""

    @property
    def read_only(self) -> str:
        """Say why nothing can be written; empty when it can."""

    def load(self) -> Workspace:
        """Return the dossier as it is now."""

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
    ) -> tuple[Workspace, Entry | None]:
        """Apply a change to the freshest workspace and keep it; raise StoreError if it cannot."""

    def moved(self) -> bool:
        """Return True when someone else committed since the last load or commit."""

    def recent(self, limit: int) -> list[Entry]:
        """Return the last entries of the history, newest first."""


def now() -> str:
    """Return the present moment as records write it: UTC, ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def guarded(change: Change, *, undoing: bool) -> Change:
    """Return a verb that is refused, in words, when it would touch adopted minutes."""

    def checked(workspace: Workspace) -> Workspace:
        changed = change(workspace)
        try:
            check(workspace, changed, undoing=undoing)
        except Settled as refused:
            raise PartnerError(untouchable(refused.meeting)) from refused
        return changed

    return checked


def untouchable(meeting: Meeting) -> str:
    """Say that adopted minutes do not change, and what is done instead."""
    said = _(
        "Compte rendu nº\u00a0{n} adopté\u00a0: son texte ne change plus."
        " On y ajoute un erratum (Rencontres, v, puis n)."
    )
    return said.format(n=meeting.number)


class Workbook:
    """The dossier that is open: its snapshot, its verbs, undo and redo."""

    def __init__(self, store: Store, who: str, clock: Callable[[], str] = now) -> None:
        self.store = store
        self.who = who
        self._clock = clock
        self.workspace = store.load()
        if store.read_only:
            store.told.append(store.read_only)
        self._done: list[Entry] = []
        self._undone: list[Entry] = []

    def apply(self, verb: str, change: Change, seen: Sequence[Seen] = ()) -> Entry | None:
        """Commit a change; the snapshot is new afterwards, or the same when nothing differs."""
        entry = self._commit(verb, change, seen)
        if entry is not None:
            self._done.append(entry)
            self._undone.clear()
        return entry

    def undo(self) -> Entry | None:
        """Take back the last change of this session; None when there is none.

        One that others have built upon is left for good, so that those before it can be.
        """
        return self._reverse(self._done, self._undone, "undo")

    def take_back(self, entry: Entry) -> Entry | None:
        """Take back any change of the history, which can itself be undone."""
        reversal = self._commit("undo", reversing(entry), undoes=entry.revision)
        if reversal is not None:
            self._done = [done for done in self._done if done.revision != entry.revision]
            self._done.append(reversal)
            self._undone.clear()
        return reversal

    def redo(self) -> Entry | None:
        """Do again what was taken back last; None when there is none."""
        return self._reverse(self._undone, self._done, "redo")

    def refresh(self) -> bool:
        """Read what others committed; return True when the snapshot is new."""
        if not self.store.moved():
            return False
        before = self.workspace.revision
        self.workspace = self.store.load()
        return self.workspace.revision != before

    def start_over(self) -> None:
        """Read the dossier again and forget what could be undone."""
        self.workspace = self.store.load()
        self._done.clear()
        self._undone.clear()

    def recent(self, limit: int) -> list[Entry]:
        """Return the last changes, newest first."""
        return self.store.recent(limit)

    def told(self) -> list[str]:
        """Return the sentences that wait to be shown, once."""
        waiting = list(self.store.told)
        self.store.told.clear()
        return waiting

    def _reverse(self, source: list[Entry], target: list[Entry], verb: str) -> Entry | None:
        if not source:
            return None
        entry = source[-1]
        try:
            reversal = self._commit(verb, reversing(entry), undoes=entry.revision)
        except Conflict:
            source.pop()
            raise
        source.pop()
        if reversal is not None:
            target.append(replace(reversal, verb=entry.verb))
        return entry

    def _commit(
        self, verb: str, change: Change, seen: Sequence[Seen] = (), undoes: int = 0
    ) -> Entry | None:
        self.workspace, entry = self.store.commit(
            verb,
            guarded(change, undoing=bool(undoes)),
            base=self.workspace,
            who=self.who,
            when=self._clock(),
            seen=seen,
            undoes=undoes,
        )
        return entry
