"""Earlier copies put back, and files gone bad rebuilt."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from storage_kit import WHEN, commit

from partner_tui.domain.records import Risk, Tick
from partner_tui.domain.workspace import Workspace, adding, editing
from partner_tui.errors import BrokenDossier, StoreError, UsageError
from partner_tui.storage.backups import Reason, backups
from partner_tui.storage.mend import mend
from partner_tui.storage.rebuild import rebuild, rebuilt
from partner_tui.storage.restore import backup_named, preview, restore
from partner_tui.storage.store import TinyStore
from partner_tui.workbook import Workbook


@pytest.fixture
def changed(dossier: Path) -> TinyStore:
    """A dossier with a copy of its beginning, a risk changed since and a tick added."""
    store = TinyStore(dossier)
    commit(store, editing(Risk, "r1", trigger="Gel"))
    commit(store, adding(Tick(id="t1", value=1)))
    return store


def by_table(workspace: Workspace) -> dict[str, dict[str, object]]:
    return {name: dict(table) for name, table in workspace.tables.items() if table}


def test_a_preview_tells_what_would_change(changed: TinyStore) -> None:
    (copy,) = backups(changed.path)
    before = changed.load()
    risk, tick = sorted(preview(changed, copy), key=lambda change: change.table)
    assert (risk.before, risk.after) == ({"trigger": "Gel"}, {"trigger": ""})
    assert tick.before is not None and tick.after is None
    assert changed.load() is before and len(backups(changed.path)) == 1


def test_a_copy_put_back_is_one_change_that_can_be_undone(changed: TinyStore) -> None:
    (copy,) = backups(changed.path)
    before = changed.load()
    entry = restore(changed, copy, "Ève", WHEN)
    assert entry is not None and entry.revision == before.revision + 1
    assert changed.recent(1) == [entry]
    now = changed.load()
    assert now.table(Risk)["r1"].trigger == "" and not now.table(Tick)
    assert now.table(Risk)["r1"].revision == 2, "a record's revision only goes up"
    kept = next(copy for copy in backups(changed.path) if copy.reason is Reason.RESTORE)
    assert TinyStore(kept.path).load() == before, "the present was copied first"
    book = Workbook(changed, "Ève", clock=lambda: WHEN)
    book._done.append(entry)
    book.undo()
    assert book.workspace.table(Risk)["r1"].trigger == "Gel"
    assert set(book.workspace.table(Tick)) == {"t1"}


def test_a_copy_that_says_the_same_changes_nothing(changed: TinyStore) -> None:
    assert restore(changed, changed.backup(), "Ève", WHEN) is None
    assert len(changed.recent(9)) == 2


def test_a_copy_is_named_by_its_beginning(changed: TinyStore) -> None:
    (copy,) = backups(changed.path)
    assert backup_named(changed, copy.path.name[:10]) == copy
    for name in ("", "1999", "../boussole"):
        with pytest.raises(UsageError, match="Aucune copie ne s'appelle"):
            backup_named(changed, name)


def test_a_bad_copy_is_not_put_back(changed: TinyStore) -> None:
    (copy,) = backups(changed.path)
    copy.file.write_text('{"meta": {}}')
    with pytest.raises(StoreError):
        restore(changed, copy, "Ève", WHEN)
    assert len(backups(changed.path)) == 1


@pytest.mark.parametrize("harm", ["cut", "empty", "gone", "zeros"])
def test_a_file_gone_bad_is_rebuilt_with_every_change(changed: TinyStore, harm: str) -> None:
    before = changed.load()
    file = changed.path / "partnership.json"
    content = file.read_bytes()
    match harm:
        case "cut":
            os.truncate(file, len(content) // 2)
        case "gone":
            file.unlink()
        case _:
            file.write_bytes(b"" if harm == "empty" else bytes(len(content)))
    done = mend(changed.path).rebuilt
    assert done is not None and done.whole and done.changes == 2
    after = TinyStore(changed.path).load()
    assert by_table(after) == by_table(before) and after.revision == before.revision
    bad = [copy for copy in backups(changed.path) if copy.reason is Reason.RESTORE]
    assert len(bad) == (0 if harm == "gone" else 1), "the bad file is kept"
    assert commit(TinyStore(changed.path), adding(Tick(id="t2"))).revision == 3


def test_a_rebuilt_dossier_stops_before_a_change_it_cannot_read(changed: TinyStore) -> None:
    history = changed.path / "history.jsonl"
    first, _second = history.read_bytes().splitlines(keepends=True)
    commit(changed, adding(Tick(id="t2")))
    third = history.read_bytes().splitlines(keepends=True)[2]
    history.write_bytes(first + b"oups\n" + third)
    done = rebuilt(changed.path)
    assert (done.changes, done.whole) == (1, False)
    assert done.workspace.table(Risk)["r1"].trigger == "Gel"


def test_nothing_is_rebuilt_from_nothing(dossier: Path) -> None:
    (dossier / "partnership.json").write_text("")
    with pytest.raises(BrokenDossier, match="Aucune bonne copie"):
        rebuild(dossier)
    assert (dossier / "partnership.json").read_text() == ""
