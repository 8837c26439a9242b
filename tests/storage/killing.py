"""Kill sessions at random moments of their commits: python killing.py FOLDER KILLS [SEED].

After each kill the dossier must open, hold every acknowledged change and no half of one. Prints
what it did; a line that starts with LOST or HALF and exit status 1 when a promise was broken.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time
from itertools import count
from pathlib import Path

from partner_tui.domain.records import Note, Tick
from partner_tui.domain.workspace import Workspace, put
from partner_tui.storage.store import TinyStore


def session(folder: Path, name: str, acknowledge: int) -> None:
    """Commit for ever, each change in two tables, and acknowledge each one."""
    store = TinyStore(folder)
    base = store.load()
    for number in count():

        def change(workspace: Workspace, key: str = f"{name}.{number}") -> Workspace:
            return put(workspace, Tick(id=key), Note(id=key, text="é" * 3000))

        base, _entry = store.commit("x", change, base=base, who=name, when="")
        os.write(acknowledge, f"{name}.{number}\n".encode())


def killed(folder: Path, name: str, first: bool, after: float) -> list[str]:
    """Run a session, kill it a moment after its start or its first commit; return what it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        session(folder, name, writing)
        os._exit(0)
    os.close(writing)
    if first:
        select.select([reading], [], [], 10)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with open(reading) as acknowledged:
        return acknowledged.read().split()


def problems(folder: Path, promised: set[str]) -> list[str]:
    """Open the dossier and name what is not as promised."""
    store = TinyStore(folder)
    workspace = store.load()
    ticks, notes = set(workspace.table(Tick)), set(workspace.table(Note))
    entries = store.recent(10**9)
    found = [f"LOST {sorted(promised - ticks)}"] if promised - ticks else []
    found += [f"HALF {sorted(ticks ^ notes)}"] if ticks != notes else []
    if [entry.revision for entry in entries] != list(range(workspace.revision, 0, -1)):
        found.append(f"HALF the history does not lead to revision {workspace.revision}")
    return found


def main(folder: str, kills: str, seed: str = "1") -> int:
    """Kill, look, and print the sum."""
    chance = random.Random(int(seed))
    promised: set[str] = set()
    cut_short = 0
    for number in range(int(kills)):
        promised.update(
            killed(Path(folder), f"k{number}", number % 4 != 0, chance.uniform(0, 0.06))
        )
        cut_short += len(list(Path(folder).glob(".partnership.json.*.tmp")))
        if found := problems(Path(folder), promised):
            print(*found, sep="\n")
            return 1
    print(f"{kills} kills, {cut_short} in the middle of a write, {len(promised)} kept, 0 lost")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
