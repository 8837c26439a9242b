"""Every file of a full session: private where the dossier is private, the group's where it is."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from storage_kit import WHEN, a_small_workspace

from partner_tui.bootstrap import Services, services
from partner_tui.cli import main
from partner_tui.domain.records import Contact, Risk
from partner_tui.domain.workspace import adding, editing
from partner_tui.storage.backups import Reason, backups
from partner_tui.storage.folder import create
from partner_tui.storage.mend import mend
from partner_tui.storage.restore import restore
from partner_tui.storage.store import TinyStore

GROUP = 4242


@pytest.fixture
def made() -> Iterator[Services]:
    """The services of a person whose umask lets everyone read."""
    before = os.umask(0o000)
    yield services("fr")
    os.umask(before)


def a_full_session(made: Services, dossier: Path) -> None:
    """Do once everything that writes a file."""
    made.open(dossier)
    book = made.workbook
    book.apply("x", editing(Risk, "r1", impact=5))
    book.apply("x", adding(Contact(id="c1", role="Liaison", holder="Marie Tremblay")))
    book.undo()
    book.redo()
    made.drafts.keep("risks/r1/cause", "une ca")
    store = TinyStore(dossier)
    store.backup()
    later = TinyStore(dossier, clock=lambda: datetime.now(UTC) + timedelta(days=1))
    base = later.load()
    later.commit("x", editing(Risk, "r1", impact=4), base=base, who="Ève", when=WHEN)
    restore(store, backups(dossier)[-1], "Ève", WHEN)
    store.backup(Reason.ASKED)
    made.forget("c1", "Marie Tremblay")
    assert main(["export", str(dossier), "--everything"]) == 0
    assert main(["export", str(dossier), "risks", "--format", "md"]) == 0
    assert main(["backup", str(dossier)]) == 0
    away = dossier.rename(dossier.with_name("ailleurs"))
    book.apply("x", editing(Risk, "r1", impact=3))
    away.rename(dossier)
    (dossier / "partnership.json").write_text("{")
    mend(dossier, links=True, who="Ève", when=WHEN)
    assert book.retry()


def modes(*roots: Path) -> dict[str, int]:
    """Return the mode of every file and folder below, the folders themselves too."""
    found = [path for root in roots for path in (root, *root.rglob("*"))]
    return {str(path): stat.S_IMODE(path.lstat().st_mode) for path in found}


def test_a_private_dossier_stays_private_to_the_last_file(made: Services) -> None:
    dossier = create(made.paths.data, a_small_workspace(), "x")
    a_full_session(made, dossier)
    found = modes(dossier, made.paths.state)
    for part in ("backups", "exports", ".zip", ".md", "history.jsonl", ".lock", "drafts"):
        assert any(part in path for path in found), f"the session wrote no {part}"
    assert {path: oct(mode) for path, mode in found.items() if mode & 0o077} == {}


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a file to another group")
def test_a_shared_dossier_stays_the_groups_to_the_last_file(made: Services) -> None:
    dossier = create(made.paths.data, a_small_workspace(), "x")
    os.chown(dossier, -1, GROUP)
    dossier.chmod(0o2770)
    os.chown(dossier / "partnership.json", -1, GROUP)
    (dossier / "partnership.json").chmod(0o660)
    a_full_session(made, dossier)
    for path in (dossier, *dossier.rglob("*")):
        status = path.lstat()
        wanted = 0o770 if path.is_dir() else 0o660
        assert status.st_gid == GROUP, path
        assert stat.S_IMODE(status.st_mode) & 0o777 == wanted, path
    assert {p: oct(m) for p, m in modes(made.paths.state).items() if m & 0o077} == {}
