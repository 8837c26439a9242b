"""What is safe to mend in a dossier, and what was done."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field

from partner_tui.domain.references import dangling, unlinking
from partner_tui.storage.backups import remove, unfinished
from partner_tui.storage.files import leftovers, sweep
from partner_tui.storage.guards import reading, saving
from partner_tui.storage.history import History
from partner_tui.storage.lock import locked
from partner_tui.storage.rebuild import Rebuilt, is_broken, rebuild
from partner_tui.storage.schema import DOSSIER, HISTORY
from partner_tui.storage.store import TinyStore

VERB = "dossier.unlink"


class Mended(Struct):
    """What was done, for whoever asked."""

    rebuilt: Rebuilt | None = None
    cut: int = 0
    """Bytes of history that never happened."""
    swept: list[str] = field(default_factory=list)
    """Files that killed sessions had left."""
    unlinked: int = 0
    """Links that led nowhere."""


def mend(folder: Path, *, links: bool = False, who: str = "", when: str = "") -> Mended:
    """Mend what loses nothing; empty the links that lead nowhere only when asked."""
    done = Mended()
    if is_broken(folder):
        done.rebuilt = rebuild(folder)
    store = TinyStore(folder)
    revision = store.load().revision
    store.check_writable()
    with saving(folder), locked(folder):
        _sweep(folder, done)
        history = History(folder / HISTORY)
        with reading(history.path):
            end = history.standing(revision).end
        if end < history.size():
            done.cut = history.size() - end
            history.cut(end)
    if links:
        _unlink(store, done, who, when)
    return done


def _sweep(folder: Path, done: Mended) -> None:
    """Remove the unfinished files: nobody writes while the lock is held here."""
    for name in (folder / DOSSIER, folder / HISTORY):
        done.swept += [path.name for path in leftovers(name)]
        sweep(name)
    for left in unfinished(folder):
        done.swept.append(left.name)
        remove(left)


def _unlink(store: TinyStore, done: Mended, who: str, when: str) -> None:
    workspace = store.load()
    found = dangling(workspace)
    after, entry = store.commit(VERB, unlinking(found), base=workspace, who=who, when=when)
    if entry is not None:
        done.unlinked = len(found) - len(dangling(after))
