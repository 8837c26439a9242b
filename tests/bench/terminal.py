"""What a person over SSH feels: the first screen, bytes and milliseconds a key, memory.

    python tests/bench/terminal.py [--json] [--idle SECONDS]

The installed command is measured in a pseudo-terminal of 80 by 24, as over SSH, beside a bare
Textual program, stock widgets and the peers that are installed. Figures are medians, times of keys
the best of several. Our modules are compiled first, as an installed program's are. Programs that
are compared take turns, and their start is counted in the processor's time, so that what else the
machine does counts for little. Peers are measured where they are found on PATH.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

import peers  # noqa: E402 - found by the line above
import programs  # noqa: E402
from measures import RUNS, Found, cost, put, starts  # noqa: E402
from terminal.console import COMMAND, Console  # noqa: E402

DOWN, HOME, ENTER, ESC, CTRL_C = "\x1b[B", "\x1b[H", "\r", "\x1b", "\x03"
READY, RISKS = "sommes-nous", "ce qui pourrait"
LISTS = {"1": "home", "2": "steps", "3": "lists", "4": "risks", "5": "meetings", "6": "statement",
         "7": "people", "8": "guide"}  # fmt: skip
TARGETS = {
    "first screen, ratio": 1.4, "first screen, bytes": 12_000, "memory, ratio": 1.7,
    "--help, ratio": 2.0, "statement, ratio": 2.0, "status, ratio": 2.0,
    **{f"move in {name}, bytes": 400 for name in LISTS.values()},
    **{f"move in {name}, ms": 12 for name in LISTS.values()},
    "tick, bytes": 500, "letter, bytes": 300, "guide line, bytes": 2_500, "notice, bytes": 2_000,
    "change of screen, bytes": 6_000, "change of screen, ms": 60, "idle, bytes": 0,
    "move among 10,000, bytes ratio": 1.3, "move among 10,000, ms ratio": 1.3,
    "search among 10,000, ms a key": 30,
}  # fmt: skip
"""What each figure may be at most."""

OPENINGS = 3


def keys(home: Path, idle: float) -> Found:
    """Measure the keys of the workbench on its sample dossier."""
    found: Found = {}
    with Console("--demo", home=home) as console:
        console.until(READY)
        for key, name in LISTS.items():
            console.send(key)
            put(found, f"move in {name}", cost(console, DOWN))
            put(found, f"move and text in {name}", cost(console, DOWN, times=3, quiet=0.4))
        changed = [cost(console, key, times=1) for key in "2345678123456781"]
        put(found, "change of screen", (
            max(sent for sent, _ms in changed),
            max(min(one[1], two[1]) for one, two in zip(changed[:8], changed[8:], strict=True)),
        ))  # fmt: skip
        console.send("3")
        put(found, "tick", cost(console, " "))
        console.send("2", HOME, ENTER, "a")
        put(found, "letter", cost(console, "e"))
        console.send(ESC, "8", ENTER)
        put(found, "guide line", cost(console, DOWN))
        console.send("1")
        before = len(console.written)
        console.send(CTRL_C)
        console.settle(8.0)
        found["notice, bytes"] = len(console.written) - before
        before = len(console.written)
        console.settle(idle)
        found["idle, bytes"] = len(console.written) - before
    return found


def many(home: Path) -> Found:
    """Measure a list of 10,000 records beside one of 100."""
    moved: dict[int, tuple[float, float]] = {}
    found: Found = {}
    for size in (100, 10_000):
        dossier = programs.dossier_of(size, home)
        found[f"open a list of {size:,}, ms"] = min(
            opening(dossier, home) for _turn in range(OPENINGS)
        )
        with Console(str(dossier), home=home) as console:
            console.until(READY)
            console.send("4")
            console.until(RISKS)
            console.settle(0.6)
            moved[size] = cost(console, DOWN, times=9)
            console.send("/")
            console.until("Filtrer")
            taken = [cost(console, letter, times=1)[1] for letter in "risque"]
            put(found, f"move among {size:,}", moved[size])
            found[f"search among {size:,}, ms a key"] = statistics.median(taken)
    for at, what in enumerate(("bytes", "ms")):
        found[f"move among 10,000, {what} ratio"] = round(moved[10_000][at] / moved[100][at], 2)
    return found


def opening(dossier: Path, home: Path) -> float:
    """Return the milliseconds from the key that opens the list of risks to its lines, once."""
    with Console(str(dossier), home=home) as console:
        console.until(READY)
        console.settle(0.6)
        console.draws, before, begun = False, len(console.written), time.perf_counter()
        console.raw(b"4")
        console.until(lambda: RISKS.encode() in console.written[before:])
        return round((time.perf_counter() - begun) * 1000, 1)


def stock(home: Path) -> Found:
    """Measure a move in the stock lists, of thirty rows."""
    found: Found = {}
    for name, code in programs.STOCK.items():
        with Console(home=home, command=programs.python(code)) as console:
            console.until("READY 1")
            console.settle(0.6)
            put(found, f"move in {name}", cost(console, DOWN))
    return found


def printing(home: Path) -> Found:
    """Measure what prints, beside the import of the store's own libraries."""
    dossier = str(programs.dossier_of(20, home))
    commands = {
        "libraries": programs.python("import tinydb, msgspec"),
        "--help": [str(COMMAND), "--help"],
        "statement": [str(COMMAND), "statement", dossier],
        "status": [str(COMMAND), "status", dossier],
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _round in range(RUNS):
        for name, command in commands.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, check=True, capture_output=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            taken[name].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    middle = {name: statistics.median(each[1:]) for name, each in taken.items()}
    return {
        f"{name}, ratio": round(middle[name] / middle["libraries"], 2)
        for name in commands
        if name != "libraries"
    }


def measure(idle: float) -> dict[str, Any]:
    """Measure all there is."""
    run = about()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        home = Path(name)
        commands: dict[str, tuple[Sequence[str], str]] = {
            "bare Textual program": (programs.python(programs.BARE), "READY"),
            "partner-tui --demo": ((str(COMMAND), "--demo"), READY),
        }
        begun = starts(commands, home)
        bare, own = begun.values()
        ours: Found = {
            "first screen, ratio": round(own["processor seconds"] / bare["processor seconds"], 2),
            "first screen, bytes": own["bytes"],
            "memory, ratio": round(own["MB"] / bare["MB"], 2) if bare["MB"] else 0.0,
        }
        ours |= keys(home, idle) | many(home) | printing(home)
        return {
            "run": run,
            "starts": begun,
            "ours": ours,
            "stock widgets": stock(home),
            "peers": peers.measured(home),
            "peers not installed": peers.missing(),
        }


def about() -> dict[str, Any]:
    """Return when, on what and in which state the figures are taken."""
    return {
        "date": date.today().isoformat(),
        "machine": f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}",
        "modules compiled before": programs.compiled(),
    }


def told(found: dict[str, Any]) -> str:
    """Return the figures as lines to read, those beyond their target marked."""
    lines = [f"{name}: {what}" for name, what in found["run"].items()]
    lines += [f"{name}: {figures}" for name, figures in found["starts"].items()]
    for name, figure in found["ours"].items():
        most = TARGETS.get(name)
        aim = "" if most is None else f"   (at most {most:g})" + ("" if figure <= most else " OVER")
        lines.append(f"  {name}: {figure:g}{aim}")
    lines += [f"stock {name}: {figure:g}" for name, figure in found["stock widgets"].items()]
    lines += [f"{name}: {figures}" for name, figures in found["peers"].items()]
    lines += [f"{name}: not installed" for name in found["peers not installed"]]
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--idle", type=float, default=60.0, help="seconds of an idle screen")
    given = parser.parse_args()
    found = measure(given.idle)
    print(json.dumps(found, indent=2) if given.json else told(found))


if __name__ == "__main__":
    main()
