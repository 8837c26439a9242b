"""A dossier in memory, with the contract of the one on disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from partner_tui.domain.changes import Entry, Seen
from partner_tui.domain.workspace import Change, Workspace
from partner_tui.storage.commits import Request, prepare


class _Shelf:
    """What the sessions of one dossier share."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.entries: list[Entry] = []


class MemoryStore:
    """A dossier that is forgotten with the process; for tests and previews."""

    def __init__(self, workspace: Workspace | None = None, path: Path = Path("memoire")) -> None:
        """Start from a workspace."""
        self.path = path
        self.told: list[str] = []
        self._shelf = _Shelf(workspace or Workspace())
        self._given: Workspace | None = None

    def again(self) -> MemoryStore:
        """Return another session on the same dossier."""
        other = MemoryStore(path=self.path)
        other._shelf = self._shelf
        return other

    def load(self) -> Workspace:
        """Return the workspace as it is now."""
        self._given = self._shelf.workspace
        return self._given

    @property
    def read_only(self) -> str:
        """Say why nothing can be written here: never."""
        return ""

    def moved(self) -> bool:
        """Tell whether the dossier is no longer the one last given out here."""
        return self._given is not self._shelf.workspace

    def recent(self, limit: int) -> list[Entry]:
        """Return the last changes, newest first."""
        return self._shelf.entries[: -limit - 1 : -1] if limit > 0 else []

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
        patience: float = 0.0,
    ) -> tuple[Workspace, Entry | None]:
        """Apply a change to the dossier as it is now and return it with its history entry."""
        request = Request(
            verb=verb, change=change, base=base, who=who, when=when, seen=seen, undoes=undoes
        )
        fresh = self._shelf.workspace
        prepared = prepare(request, fresh, fresh.revision)
        if prepared is not None:
            self._shelf.workspace = prepared.workspace
            self._shelf.entries.append(prepared.entry)
        return self.load(), prepared.entry if prepared else None
