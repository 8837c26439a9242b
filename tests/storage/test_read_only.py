"""A dossier that is read only: asked so, of a newer schema, or where one may not write."""

from __future__ import annotations

import json
import os
import stat
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from storage_kit import a_small_workspace, commit

from partner_tui.bootstrap import services
from partner_tui.domain.records import Contact, Risk
from partner_tui.domain.workspace import adding, editing
from partner_tui.errors import NewerDossier, ReadOnly, SaveFailed
from partner_tui.storage.backups import backups
from partner_tui.storage.codecs import encode
from partner_tui.storage.folder import create
from partner_tui.storage.forget import forget
from partner_tui.storage.restore import restore
from partner_tui.storage.store import TinyStore
from partner_tui.workbook import Workbook

NOBODY = 65534


def newer(dossier: Path, **changes: object) -> Path:
    """Write the dossier as a newer program might: more fields, more tables."""
    raw = encode(a_small_workspace())
    raw["meta"]["1"]["schema"] = 7
    raw["risks"]["1"].update({"sens": [1], **changes})
    raw["rituals"] = {"1": {"id": "x"}}
    (dossier / "partnership.json").write_text(json.dumps(raw))
    return dossier


def content(dossier: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in dossier.iterdir() if path.is_file()}


def test_a_newer_schema_opens_read_only(dossier: Path) -> None:
    store = TinyStore(newer(dossier))
    before = content(dossier)
    assert store.load().table(Risk)["r1"].event == "La salle n'est pas prête"
    with pytest.raises(ReadOnly, match=r"schéma 7.*lecture seule"):
        commit(store, editing(Risk, "r1", impact=3))
    assert content(dossier) == before and not (dossier / "backups").exists()


def test_a_newer_schema_is_refused_by_a_session_that_has_not_read_it(dossier: Path) -> None:
    store = TinyStore(dossier)
    base = store.load()
    newer(dossier)
    with pytest.raises(ReadOnly):
        commit(store, editing(Risk, "r1", impact=3), base=base)
    assert json.loads((dossier / "partnership.json").read_bytes())["meta"]["1"]["schema"] == 7


def test_a_newer_schema_that_cannot_be_shown_is_said(dossier: Path) -> None:
    with pytest.raises(NewerDossier):
        TinyStore(newer(dossier, state="dreamt")).load()


def test_a_store_asked_to_read_only_writes_nothing(dossier: Path) -> None:
    before = sorted(dossier.iterdir())
    book = Workbook(TinyStore(dossier, read_only=True), "Ève")
    with pytest.raises(ReadOnly, match="ouvert en lecture seule"):
        book.apply("risk.edit", editing(Risk, "r1", impact=3))
    assert sorted(dossier.iterdir()) == before, "not even a lock"
    (sentence,) = book.told()
    assert "lecture seule" in sentence and book.told() == []


def test_nothing_is_made_when_nothing_may_be_written(tmp_path: Path, dossier: Path) -> None:
    made = services("fr")
    made.read_only = True
    with pytest.raises(ReadOnly):
        made.create(a_small_workspace(), "x")
    made.open(dossier)
    assert made.exports().is_relative_to(made.paths.state)
    assert not (dossier / "exports").exists()


@pytest.fixture
def reached() -> Iterator[Path]:
    """A dossier that another account can reach, which no folder of pytest is."""
    with tempfile.TemporaryDirectory() as parent:
        os.chmod(parent, 0o755)
        yield create(Path(parent), a_small_workspace(), "boussole")


def as_nobody(action: Callable[[], list[str]]) -> list[str]:
    """Run an action in a process of another account and return the sentences it gives."""
    import filelock  # noqa: F401 - the other account may not read the folder of the interpreter

    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os.write(writing, "\n".join(action()).encode())
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    os.close(writing)
    with open(reading, encoding="utf-8") as file:
        said = file.read()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    return said.splitlines()


def tried(dossier: Path) -> list[str]:
    """Open a dossier, try to change it and to copy it; return what was said."""
    store = TinyStore(dossier)
    book = Workbook(store, "nobody")
    said = book.told()
    attempts: list[Callable[[], object]] = [
        lambda: book.apply("x", editing(Risk, "r1", impact=5)),
        store.backup,
    ]
    for attempt in attempts:
        try:
            attempt()
        except SaveFailed as error:
            said.append(str(error))
    return said


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become someone else")
@pytest.mark.parametrize("mode", [0o644, 0o666])
def test_a_folder_of_someone_else_opens_read_only(reached: Path, mode: int) -> None:
    dossier = reached
    os.chmod(dossier, 0o755)
    os.chmod(dossier / "partnership.json", mode)
    before = content(dossier)
    told, *refused = as_nobody(lambda: tried(dossier))
    assert "On ne peut pas écrire dans" in told
    assert len(refused) == 2 and all("droit d'écrire" in sentence for sentence in refused)
    assert content(dossier) == before


def worked(dossier: Path) -> list[str]:
    """Change a dossier, copy it, put the copy back and erase someone; return what was told."""
    store = TinyStore(dossier)
    book = Workbook(store, "nobody")
    book.apply("x", editing(Risk, "r1", impact=5))
    restore(store, backups(dossier)[-1], "nobody", "")
    book.apply("x", adding(Contact(id="c1", holder="Marie Tremblay")))
    forget(store, "c1", "Marie Tremblay", who="nobody", when="")
    store.backup()
    return book.told()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become someone else")
def test_a_shared_folder_stays_shared_whoever_writes(reached: Path) -> None:
    dossier = reached
    for path, mode in ((dossier, 0o2770), (dossier / "partnership.json", 0o660)):
        os.chown(path, 0, NOBODY)
        os.chmod(path, mode)
    commit(TinyStore(dossier), editing(Risk, "r1", impact=2))
    assert as_nobody(lambda: worked(dossier)) == []
    commit(TinyStore(dossier), editing(Risk, "r1", impact=3))
    assert as_nobody(lambda: worked(dossier)) == []
    for path in (dossier, *dossier.rglob("*")):
        status = path.stat()
        expected = 0o2770 if path.is_dir() else 0o660
        assert (stat.S_IMODE(status.st_mode), status.st_gid) == (expected, NOBODY), path
