"""Several processes on one dossier, and processes that are killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from partner_tui.domain.records import Tick
from partner_tui.storage.store import TinyStore

NO_STRACE = 77
HERE = Path(__file__).parent


def started(script: str, *arguments: object) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


@pytest.mark.parametrize(("sessions", "each"), [(2, 30), (8, 8)])
def test_all_changes_of_several_processes_are_there(
    dossier: Path, sessions: int, each: int
) -> None:
    children = [started("committing.py", dossier, name, each) for name in range(sessions)]
    said = [child.communicate(timeout=120)[0] for child in children]
    assert said == [""] * sessions
    store = TinyStore(dossier)
    ticks = store.load().table(Tick)
    assert len(ticks) == each * sessions + 1
    assert ticks["shared"].value == store.load().revision == each * sessions
    revisions = [entry.revision for entry in store.recent(1000)]
    assert revisions == list(range(each * sessions, 0, -1))


def test_a_killed_session_leaves_every_acknowledged_change(dossier: Path) -> None:
    child = started("killing.py", dossier, 25)
    said, _nothing = child.communicate(timeout=60)
    assert child.returncode == 0, said
    assert said.startswith("25 kills") and said.endswith("0 lost\n")
    print(said)


def test_a_commit_that_fails_or_dies_at_a_system_call_breaks_nothing(dossier: Path) -> None:
    child = started("injecting.py", dossier, 24)
    said, _nothing = child.communicate(timeout=180)
    if child.returncode == NO_STRACE:
        pytest.skip(said.strip())
    assert child.returncode == 0, said
    assert said.endswith("0 broken\n")
    print(said)
