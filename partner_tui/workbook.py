"""The application layer: every verb is a pure change, committed, then a new snapshot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from partner_tui.domain.changes import Entry, Seen, reversing
from partner_tui.domain.waiting import applying
from partner_tui.domain.workspace import Change
from partner_tui.errors import Conflict
from partner_tui.holding import Aside, Holding, Store, now

__all__ = ["Store", "Workbook", "now"]


class Workbook(Holding):
    """The dossier that is open: its snapshot, its verbs, undo and redo."""

    def __init__(
        self,
        store: Store,
        who: str,
        clock: Callable[[], str] = now,
        aside: Aside | None = None,
    ) -> None:
        """Read the dossier; with a place to put them aside, changes wait for a disk that fails."""
        super().__init__(store, who, clock, aside)
        if store.read_only:
            store.told.append(store.read_only)
        self._done: list[Entry] = []
        self._undone: list[Entry] = []

    def now(self) -> str:
        """Return the present moment as records write it."""
        return self._clock()

    def apply(self, verb: str, change: Change, seen: Sequence[Seen] = ()) -> Entry | None:
        """Commit a change; the snapshot is new afterwards, or the same when nothing differs."""
        entry = self.commit(verb, change, seen)
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
        reversal = self.commit("undo", reversing(entry), undoes=entry.revision)
        if reversal is not None:
            self._done = [done for done in self._done if done.revision != entry.revision]
            self._done.append(reversal)
            self._undone.clear()
        return reversal

    def insist(self, entry: Entry) -> None:
        """Do a change that was refused, over what others did since."""
        self.give_up(entry)
        self.apply(entry.verb, applying(entry, insisting=True))

    def written(self, held: Entry, entry: Entry | None) -> None:
        """Undo what is in the dossier, once what waited is."""
        self._done = [entry if entry and done is held else done for done in self._done]

    def redo(self) -> Entry | None:
        """Do again what was taken back last; None when there is none."""
        return self._reverse(self._undone, self._done, "redo")

    def start_over(self) -> None:
        """Read the dossier again and forget what could be undone."""
        self._show(self.store.load())
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
            reversal = self.commit(verb, reversing(entry), undoes=entry.revision)
        except Conflict:
            source.pop()
            raise
        source.pop()
        if reversal is not None:
            target.append(replace(reversal, verb=entry.verb))
        return entry
