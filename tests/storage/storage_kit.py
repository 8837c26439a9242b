"""The small dossier of the storage tests, and the names of what their fixtures give."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from partner_tui.domain.records import Answer, Partnership, Response, Risk
from partner_tui.domain.workspace import Change, Workspace, put
from partner_tui.storage.memory import MemoryStore
from partner_tui.storage.store import TinyStore

AnyStore = TinyStore | MemoryStore
Again = Callable[[AnyStore], AnyStore]
"""Opens another session on a store's dossier."""
Faulty = Callable[[str, int, int], AbstractContextManager[None]]
"""Makes the nth call of a function of `os` fail with an error code."""

WHEN = "2026-11-22T10:00:00Z"


def a_small_workspace() -> Workspace:
    """Return a partnership, a risk and an answer."""
    return put(
        Workspace(),
        Partnership(name="Soirées Boussole"),
        Risk(id="r1", event="La salle n'est pas prête", review=date(2026, 12, 1)),
        Answer(id="q1", response=Response(values=(("Bien",),)), positions={"o1": Response()}),
    )


def commit(store: AnyStore, change: Change, base: Workspace | None = None) -> Workspace:
    """Commit a change as Ève and return the workspace."""
    return store.commit("test", change, base=base or store.load(), who="Ève", when=WHEN)[0]
