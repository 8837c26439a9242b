"""A full disk, a read-only one, a lost right: one sentence, and the dossier as it was."""

from __future__ import annotations

import errno
import os
import shutil
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock
from storage_kit import Faulty, a_small_workspace, commit

from partner_tui.domain.records import Risk
from partner_tui.domain.workspace import editing
from partner_tui.errors import BrokenDossier, SaveFailed
from partner_tui.storage.folder import create
from partner_tui.storage.store import TinyStore

SENTENCES = {
    errno.ENOSPC: "Le disque est plein",
    errno.EDQUOT: "Le disque est plein",
    errno.EROFS: "Le disque est en lecture seule",
    errno.EACCES: "Vous n'avez pas le droit d'écrire",
    errno.EPERM: "Vous n'avez pas le droit d'écrire",
    errno.ESTALE: "n'est plus là",
    errno.EIO: "erreur EIO",
}
CALLS = [("write", 1), ("write", 2), ("fsync", 1), ("fsync", 2), ("replace", 1)]


@pytest.fixture(autouse=True)
def copied_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the copy of the day be made already, so that faults hit the commit itself."""
    monkeypatch.setattr("partner_tui.storage.keeper.due", lambda *_arguments: False)


def _refused(*_arguments: object) -> None:
    raise OSError(errno.ENOLCK, "injected")


@pytest.mark.parametrize("code", SENTENCES)
@pytest.mark.parametrize(("call", "nth"), CALLS)
def test_a_write_that_fails_changes_nothing(
    dossier: Path, faulty: Faulty, call: str, nth: int, code: int
) -> None:
    store = TinyStore(dossier)
    before = commit(store, editing(Risk, "r1", impact=2))
    content = {path.name: path.read_bytes() for path in dossier.iterdir()}
    with faulty(call, nth, code), pytest.raises(SaveFailed, match=SENTENCES[code]):
        commit(store, editing(Risk, "r1", impact=3))
    assert {path.name: path.read_bytes() for path in dossier.iterdir()} == content
    assert store.load() == TinyStore(dossier).load() == before


@pytest.mark.parametrize(("call", "nth"), CALLS)
def test_the_next_commit_works_when_the_cause_is_gone(
    dossier: Path, faulty: Faulty, call: str, nth: int
) -> None:
    store = TinyStore(dossier)
    with faulty(call, nth, errno.ENOSPC), pytest.raises(SaveFailed):
        commit(store, editing(Risk, "r1", impact=3))
    after = commit(store, editing(Risk, "r1", impact=4))
    assert after.revision == 1
    assert TinyStore(dossier).load() == after
    assert [entry.revision for entry in store.recent(9)] == [1]


def test_a_line_that_cannot_be_cut_back_is_ignored_then_cut(
    dossier: Path, faulty: Faulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = TinyStore(dossier)
    with monkeypatch.context() as patch:
        patch.setattr(os, "truncate", _refused)
        with faulty("replace", 1, errno.EIO), pytest.raises(SaveFailed):
            commit(store, editing(Risk, "r1", impact=3))
    assert b'"impact":3' in (dossier / "history.jsonl").read_bytes()
    assert TinyStore(dossier).recent(9) == []
    commit(store, editing(Risk, "r1", impact=4))
    assert b'"impact":3' not in (dossier / "history.jsonl").read_bytes()
    assert [entry.revision for entry in store.recent(9)] == [1]


def test_a_folder_that_is_not_confirmed_is_said_as_it_is(dossier: Path, faulty: Faulty) -> None:
    store = TinyStore(dossier)
    store.load()
    with faulty("fsync", 3, errno.EIO), pytest.raises(SaveFailed, match="pas confirmé"):
        commit(store, editing(Risk, "r1", impact=3))
    assert store.moved(), "the next look shows what is there"
    assert store.load().table(Risk)["r1"].impact == 3
    assert [entry.revision for entry in store.recent(9)] == [1]


def test_an_interruption_changes_nothing(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = TinyStore(dossier)
    before = store.load()

    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            commit(store, editing(Risk, "r1", impact=3))
    assert TinyStore(dossier).load() == before
    assert store.recent(9) == []
    assert commit(store, editing(Risk, "r1", impact=4)).revision == 1


def test_a_folder_that_vanished_is_not_made_again(dossier: Path) -> None:
    store = TinyStore(dossier)
    base = store.load()
    shutil.rmtree(dossier)
    assert store.moved()
    with pytest.raises(SaveFailed, match="n'est plus là"):
        commit(store, editing(Risk, "r1", impact=3), base=base)
    assert not dossier.exists()


def test_a_file_that_went_bad_is_not_written_over(dossier: Path) -> None:
    store = TinyStore(dossier)
    base = store.load()
    (dossier / "partnership.json").write_text('{"meta": ')
    with pytest.raises(BrokenDossier, match="abîmé à la ligne 1, colonne 10"):
        commit(store, editing(Risk, "r1", impact=3), base=base)
    assert (dossier / "partnership.json").read_text() == '{"meta": '


def test_a_file_that_may_not_be_written_stays(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    store = TinyStore(dossier)
    with pytest.raises(SaveFailed, match="pas le droit"):
        commit(store, editing(Risk, "r1", impact=3))


def test_a_session_that_holds_the_lock_is_said(dossier: Path) -> None:
    store = TinyStore(dossier)
    change = partial(store.commit, "x", editing(Risk, "r1", impact=3), patience=0.05)
    with FileLock(dossier / ".lock"), pytest.raises(SaveFailed, match="Une autre session"):
        change(base=store.load(), who="Ève", when="2026-11-22T10:00:00Z")
    assert commit(store, editing(Risk, "r1", impact=3)).revision == 1


def test_a_disk_without_locks_is_said(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fcntl.flock", _refused)
    with pytest.raises(SaveFailed, match="ne permet pas de réserver"):
        commit(TinyStore(dossier), editing(Risk, "r1", impact=3))


def test_temporary_files_of_killed_sessions_are_swept(dossier: Path) -> None:
    left = dossier / ".partnership.json.0123456789abcdef.tmp"
    left.write_text("half")
    commit(TinyStore(dossier), editing(Risk, "r1", impact=3))
    assert not left.exists()


def test_a_new_dossier_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, faulty: Faulty
) -> None:
    with faulty("fsync", 1, errno.ENOSPC), pytest.raises(SaveFailed, match="Le disque est plein"):
        create(tmp_path / "data", a_small_workspace(), "x")
    assert list((tmp_path / "data").iterdir()) == []
