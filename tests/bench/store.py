"""Measure the store against stock TinyDB in the same run: python tests/bench/store.py [--json]."""

from __future__ import annotations

import argparse
import gc
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec.structs import replace
from tinydb import TinyDB
from tinydb.table import Document

from partner_tui.domain.changes import Entry, RecordChange
from partner_tui.domain.records import (
    Action,
    Answer,
    Note,
    Partnership,
    Record,
    Response,
    Risk,
    Tick,
    new_id,
)
from partner_tui.domain.workspace import Workspace, put
from partner_tui.storage.backups import Reason
from partner_tui.storage.folder import create
from partner_tui.storage.lines import line
from partner_tui.storage.store import TinyStore

SIZES = (100, 1_000, 10_000)
HISTORY = 100_000
TURNS = 15
MEMORY = """
import sys
from pathlib import Path
from partner_tui.storage.store import TinyStore
import filelock
workspace = TinyStore(Path(sys.argv[1])).load()
for text in open("/proc/self/status"):
    if text.startswith("VmRSS"):
        print(int(text.split()[1]) / 1024)
"""
WHEN = "2026-11-22T10:00:00Z"
STAMP = {"by": "Coordination", "at": WHEN, "revision": 3}


def record(number: int) -> Record:
    """Return one of five kinds of record, about as long as people write them."""
    key, text = new_id(), "Réserver les deux salles du collège avant l'automne. "
    match number % 5:
        case 0:
            return Action(id=key, number=number, text=text * 2, owner=new_id(), **STAMP)  # type: ignore[arg-type]
        case 1:
            return Note(id=key, meeting=new_id(), text=text * 6, **STAMP)  # type: ignore[arg-type]
        case 2:
            answer = Response(values=((text * 5,), ("campus", "community")))
            return Answer(id=key, response=answer, **STAMP)  # type: ignore[arg-type]
        case 3:
            return Tick(id=key, value=1, ticked_on=date(2026, 11, 3), **STAMP)  # type: ignore[arg-type]
    return Risk(id=key, number=number, cause=text, event=text, effect=text, **STAMP)  # type: ignore[arg-type]


def dossier(parent: Path, size: int) -> Path:
    """Make a dossier with that many records and one tick."""
    workspace = put(Workspace(), Partnership(name="Banc d'essai"), Tick(id="tick"))
    tables = {name: dict(table) for name, table in workspace.tables.items()}
    for number in range(1, size + 1):
        made = record(number)
        tables.setdefault(TABLES[type(made)], {})[made.id] = made
    return create(parent, replace(workspace, tables=tables), f"dossier-{size}")


TABLES = {
    Action: "actions",
    Note: "notes",
    Answer: "answers",
    Tick: "ticks",
    Risk: "risks",
}


def median(act: Callable[[], object], turns: int = TURNS) -> float:
    """Return the median of several turns, in milliseconds."""
    spent = []
    for _turn in range(turns):
        gc.collect()
        start = time.perf_counter()
        act()
        spent.append((time.perf_counter() - start) * 1000)
    return round(statistics.median(spent), 2)


def opening(folder: Path) -> float:
    """Return how long a session takes to have the whole dossier in memory."""
    return median(lambda: TinyStore(folder).load())


def ticking(folder: Path) -> float:
    """Return how long a durable tick takes."""
    store = TinyStore(folder)
    base = store.load()

    def tick(workspace: Workspace) -> Workspace:
        now = workspace.table(Tick)["tick"]
        return put(workspace, replace(now, value=now.value + 1))

    def once() -> None:
        nonlocal base
        base, _entry = store.commit("tick", tick, base=base, who="Banc", when=WHEN)

    once()
    return median(once)


def stock(folder: Path) -> float:
    """Return how long plain TinyDB takes for one update of the same file, default storage."""
    copy = folder.with_suffix(".stock.json")
    shutil.copy(folder / "partnership.json", copy)
    database = TinyDB(copy)
    table = database.table("ticks")
    (found,) = (row.doc_id for row in table if row["id"] == "tick")
    value = iter(range(10**6))
    spent = median(lambda: table.update(Document({"value": next(value)}, found), doc_ids=[found]))
    database.close()
    return spent


def lengthen(folder: Path, lines: int) -> None:
    """Put a long history before what comes."""
    store = TinyStore(folder)
    revision = store.load().revision
    change = RecordChange(table="ticks", id="tick", before={"note": "a"}, after={"note": "é" * 99})
    past = Entry(revision=0, when=WHEN, who="Banc", verb="tick", changes=(change,))
    history = folder / "history.jsonl"
    kept = history.read_bytes()
    with open(history, "wb") as file:
        file.writelines(line(replace(past, revision=-n)) for n in range(lines, 0, -1))
        file.write(kept)
    assert TinyStore(folder).load().revision == revision


def memory(folder: Path) -> float:
    """Return the memory of a process that opened a dossier, in MB."""
    command = [sys.executable, "-c", MEMORY, str(folder)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def measured(parent: Path) -> dict[str, float]:
    """Return every figure by its name."""
    empty = dossier(parent, 0)
    found = {"open 0 (ms)": opening(empty), "memory 0 (MB)": round(memory(empty), 1)}
    for size in SIZES:
        folder = dossier(parent, size)
        found[f"open {size} (ms)"] = opening(folder)
        found[f"tick {size} (ms)"] = ticking(folder)
        found[f"stock TinyDB update {size} (ms)"] = stock(folder)
        found[f"file {size} (MB)"] = round((folder / "partnership.json").stat().st_size / 1e6, 2)
    found["memory 10000 (MB)"] = round(memory(folder), 1)
    found["backup 10000 (ms)"] = median(lambda: TinyStore(folder).backup(Reason.ASKED), 5)
    lengthen(folder, HISTORY)
    found[f"tick 10000, history {HISTORY} (ms)"] = ticking(folder)
    store = TinyStore(folder)
    store.load()
    found[f"last 20 of {HISTORY} changes (ms)"] = median(lambda: store.recent(20))
    found["open 10000 over empty (ms)"] = round(found["open 10000 (ms)"] - found["open 0 (ms)"], 2)
    found["tick 10000 / stock"] = round(
        found["tick 10000 (ms)"] / found["stock TinyDB update 10000 (ms)"], 2
    )
    found["tick 10000 / tick 100"] = round(found["tick 10000 (ms)"] / found["tick 100 (ms)"], 2)
    found["memory 10000 over empty (MB)"] = round(
        found["memory 10000 (MB)"] - found["memory 0 (MB)"], 1
    )
    return found


def main() -> None:
    """Print the figures as a table, or as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder otherwise")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as parent:
        found = measured(Path(parent))
    if given.json:
        print(json.dumps(found, indent=2))
        return
    for name, value in found.items():
        print(f"{name:<40} {value:>10}")


if __name__ == "__main__":
    main()
