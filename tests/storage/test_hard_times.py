"""A disk that is really full, a clock that jumps back, a lock left behind, a folder that goes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from storage_kit import WHEN, a_small_workspace, commit

from partner_tui.domain.records import Note, Risk
from partner_tui.domain.workspace import adding, editing
from partner_tui.errors import SaveFailed
from partner_tui.storage.backups import backups
from partner_tui.storage.folder import create
from partner_tui.storage.store import TinyStore
from partner_tui.storage.verify import verify
from partner_tui.workbook import Workbook

HOLDING = """
import sys, time
from pathlib import Path
from partner_tui.storage.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB, where this computer lets one be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_disk_that_fills_up_keeps_every_acknowledged_change(small_disk: Path) -> None:
    folder = create(small_disk, a_small_workspace(), "x")
    store = TinyStore(folder)
    kept = 0
    with pytest.raises(SaveFailed, match=r"Le disque est plein, rien n'a été enregistré"):
        for number in range(500):
            commit(store, adding(Note(id=f"n{number}", text="x" * 2000)))
            kept += 1
    assert 10 < kept < 500
    again = TinyStore(folder)
    assert len(again.load().table(Note)) == len(again.recent(999)) == kept
    assert verify(folder) == []
    shutil.rmtree(folder / "backups")
    commit(store, editing(Risk, "r1", impact=5))
    assert TinyStore(folder).load().revision == kept + 1, "work goes on once there is room"


def test_a_clock_that_jumps_back_changes_no_order(dossier: Path) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    for number, day in enumerate((0, -400, 1, 3650, 2)):
        moment = now + timedelta(days=day)
        store = TinyStore(dossier, clock=lambda moment=moment: moment)  # type: ignore[misc]
        book = Workbook(store, "Ève", clock=lambda moment=moment: moment.isoformat())  # type: ignore[misc]
        book.apply("x", editing(Risk, "r1", impact=number + 1))
        assert store.told == []
    entries = TinyStore(dossier).recent(9)
    assert [entry.revision for entry in entries] == [5, 4, 3, 2, 1]
    assert [entry.changes[0].after for entry in entries] == [{"impact": n} for n in range(5, 0, -1)]
    assert len(backups(dossier)) == 5, "one start with a wrong clock thins nothing"


def test_another_session_is_seen_whatever_the_clock_says(dossier: Path) -> None:
    mine = Workbook(TinyStore(dossier), "Ève")
    commit(TinyStore(dossier), editing(Risk, "r1", impact=5))
    os.utime(dossier / "partnership.json", ns=(0, 0))
    assert mine.refresh() and mine.workspace.table(Risk)["r1"].impact == 5


def test_a_lock_file_left_behind_stops_nobody(dossier: Path) -> None:
    (dossier / ".lock").write_text("12345 gone\n")
    os.utime(dossier / ".lock", (0, 0))
    assert commit(TinyStore(dossier), editing(Risk, "r1", impact=3)).revision == 1


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP])
def test_a_session_that_dies_or_hangs_with_the_lock(dossier: Path, how: signal.Signals) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(dossier)],
        stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
    assert child.stdout is not None and child.stdout.readline() == "held\n"
    child.send_signal(how)
    store = TinyStore(dossier)
    try:
        if how == signal.SIGSTOP:
            change = partial(store.commit, "x", editing(Risk, "r1", impact=3), patience=1.0)
            with pytest.raises(SaveFailed, match="Une autre session tient le dossier"):
                change(base=store.load(), who="Ève", when=WHEN)
    finally:
        child.kill()
        child.communicate()
    assert commit(store, editing(Risk, "r1", impact=3)).revision == 1


def test_a_lock_that_cannot_be_let_go_loses_and_holds_nothing(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    real = fcntl.flock

    def stubborn(handle: int, operation: int) -> None:
        if operation == fcntl.LOCK_UN:
            raise OSError(5, "injected")
        real(handle, operation)

    store = TinyStore(dossier)
    with monkeypatch.context() as patch:
        patch.setattr(fcntl, "flock", stubborn)
        assert commit(store, editing(Risk, "r1", impact=3)).revision == 1
    assert commit(TinyStore(dossier), editing(Risk, "r1", impact=4)).revision == 2


def test_a_folder_that_goes_and_comes_back(dossier: Path) -> None:
    book = Workbook(TinyStore(dossier), "Ève", clock=lambda: WHEN)
    away = dossier.rename(dossier.with_name("ailleurs"))
    before = book.workspace
    with pytest.raises(SaveFailed, match="n'est plus là"):
        book.apply("x", editing(Risk, "r1", impact=3))
    assert book.workspace is before, "what is on the screen stays"
    away.rename(dossier)
    book.apply("x", editing(Risk, "r1", impact=3))
    assert TinyStore(dossier).load().table(Risk)["r1"].impact == 3
