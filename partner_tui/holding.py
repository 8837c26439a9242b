"""What every change goes through: it is committed, or waits here until it can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from partner_tui.domain.changes import Entry, Seen, compare, stamped
from partner_tui.domain.outdating import aging
from partner_tui.domain.records import Meeting
from partner_tui.domain.waiting import Unsaved, applying
from partner_tui.domain.workspace import Change, Workspace
from partner_tui.errors import (
    Conflict,
    NewerDossier,
    PartnerError,
    ReadOnly,
    StoreError,
    Unconfirmed,
    Unwritable,
)
from partner_tui.i18n import _

Aside = Callable[[Sequence[Entry]], None]
"""Keeps what the dossier does not hold yet elsewhere; nothing when there is nothing."""
FINAL = (Conflict, NewerDossier, ReadOnly, Unconfirmed, Unwritable)
"""What waiting does not mend."""
HURRY = 0.2
"""Seconds that a new attempt waits for another session's commit."""


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
        patience: float = ...,
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
        from partner_tui.domain.settled import Settled, check

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


def later() -> str:
    """Say what becomes of a change that could not be written."""
    return _(
        "Vous pouvez continuer\u00a0: ce changement attend ici "
        "(ctrl+p, «\u00a0non enregistré\u00a0»)."
    )


def solved() -> str:
    """Say that nothing waits any more."""
    return _("Ce qui attendait est maintenant enregistré.")


def unsolved() -> str:
    """Say that a person has to choose."""
    return _(
        "Quelqu'un a changé la même chose entre-temps\u00a0: "
        "«\u00a0!\u00a0» montre ce qui reste à décider."
    )


class Holding:
    """The snapshot of a dossier, and what a disk that fails keeps from it for a while."""

    def __init__(self, store: Store, who: str, clock: Callable[[], str], aside: Aside | None):
        self.store = store
        self.who = who
        self._clock = clock
        self._saved = self.workspace = store.load()
        self._aside = None if store.read_only else aside
        self.unsaved = Unsaved()

    def refresh(self) -> bool:
        """Read what others committed; return True when the snapshot is new."""
        if not self.store.moved():
            return False
        before, waited = self.workspace.revision, bool(self.unsaved)
        self._show(self.store.load())
        return waited or self.workspace.revision != before

    def commit(
        self, verb: str, change: Change, seen: Sequence[Seen] = (), undoes: int = 0
    ) -> Entry | None:
        """Commit a change; where the disk fails, and there is a place for that, let it wait."""
        asked = guarded(change if undoes else aging(change), undoing=bool(undoes))
        if self.unsaved.waiting and not self.retry():
            return self._hold(verb, asked, undoes)
        try:
            saved, entry = self.store.commit(
                verb,
                asked,
                base=self.workspace,
                who=self.who,
                when=self._clock(),
                seen=seen,
                undoes=undoes,
            )
        except StoreError as error:
            if self._aside is None or isinstance(error, FINAL):
                raise
            self.unsaved.why = str(error)
            return self._hold(verb, asked, undoes)
        self._show(saved)
        return entry

    def take_up(self, entries: Sequence[Entry]) -> None:
        """Go on with what another session could not write."""
        self.unsaved.waiting += entries
        self._show(self._saved)
        self._put_aside()
        self.retry()

    def retry(self) -> bool:
        """Write what waits, in order; return True once nothing does."""
        waiting = bool(self.unsaved.waiting)
        while self.unsaved.waiting:
            entry = self.unsaved.waiting[0]
            try:
                self._saved, done = self._write(entry)
            except StoreError as error:
                if not isinstance(error, FINAL):
                    self.unsaved.why = str(error)
                    return False
                self.unsaved.refused.append(entry)
            except PartnerError:
                self.unsaved.refused.append(entry)
            else:
                self.written(entry, done)
            self.unsaved.waiting.pop(0)
            self._show(self._saved)
            self._put_aside()
        if waiting:
            self.store.told.append(unsolved() if self.unsaved else solved())
        return True

    def written(self, held: Entry, entry: Entry | None) -> None:
        """Learn under which line of history a change that waited is in the dossier now."""

    def give_up(self, entry: Entry) -> None:
        """Leave a refused change for good."""
        self.unsaved.refused.remove(entry)
        self._put_aside()

    def _write(self, entry: Entry) -> tuple[Workspace, Entry | None]:
        return self.store.commit(
            entry.verb,
            guarded(applying(entry), undoing=entry.verb in ("undo", "redo")),
            base=self._saved,
            who=entry.who,
            when=entry.when,
            undoes=entry.undoes,
            patience=HURRY,
        )

    def _hold(self, verb: str, change: Change, undoes: int) -> Entry | None:
        """Do a change on the snapshot alone, to be written later."""
        changed = change(self.workspace)
        changes = compare(self.workspace, changed)
        if not changes:
            return None
        when = self._clock()
        self.workspace = stamped(changed, changes, self.who, when)
        entry = Entry(
            revision=0, when=when, who=self.who, verb=verb, changes=changes, undoes=undoes
        )
        self.unsaved.waiting.append(entry)
        self._put_aside()
        self.store.told.append(f"{self.unsaved.why} {later()}")
        return entry

    def _show(self, saved: Workspace) -> None:
        """Take what the dossier holds, with what waits above it."""
        self._saved = saved
        self.workspace = self.unsaved.over(saved)

    def _put_aside(self) -> None:
        if self._aside is not None:
            self._aside(self.unsaved.entries)
