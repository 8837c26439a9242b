"""What a person over SSH feels: the first screen, bytes and milliseconds a key, memory.

Run it alone on the machine: `python tests/bench/terminal.py [--json]`. The installed command is
measured in a pseudo-terminal of 80 by 24 beside a bare Textual program and a stock list; figures
are medians, and the ratios compare programs of the same run.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from terminal.console import Console

RUNS = 5
DOWN = "\x1b[B"
BARE = """
from textual.app import App
from textual.widgets import Footer, Header, Static

class Bare(App):
    def compose(self):
        yield Header()
        yield Static("READY")
        yield Footer()

Bare().run(mouse=False)
"""
STOCK = """
from textual.app import App
from textual.widgets import SelectionList

class Stock(App):
    def compose(self):
        yield SelectionList(*((f"READY {n}", n) for n in range(30)))

Stock().run(mouse=False)
"""


@dataclass
class Figures:
    """What one program costs."""

    first_screen_s: float = 0.0
    first_screen_bytes: int = 0
    memory_mb: float = 0.0
    idle_bytes: int = 0
    keys: dict[str, tuple[int, float]] = field(default_factory=dict)
    """Key → bytes and milliseconds until the last byte."""


def memory(console: Console) -> float:
    """Return the most memory the program has held, in MB."""
    status = Path(f"/proc/{console.process.pid}/status")
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0


def start(arguments: Sequence[str], ready: str, command: Sequence[str], home: Path) -> Figures:
    """Start a program several times; the first run warms the caches and does not count."""
    times: list[float] = []
    sent: list[int] = []
    peak: list[float] = []
    for _run in range(RUNS + 1):
        begun = time.perf_counter()
        with Console(*arguments, home=home, command=command) as console:
            console.until(ready)
            times.append(time.perf_counter() - begun)
            console.settle(0.6)
            sent.append(len(console.written))
            peak.append(memory(console))
    return Figures(
        first_screen_s=round(statistics.median(times[1:]), 3),
        first_screen_bytes=round(statistics.median(sent[1:])),
        memory_mb=round(statistics.median(peak[1:]), 1),
    )


def cost(console: Console, key: str, times: int = 5) -> tuple[int, float]:
    """Return the median bytes and milliseconds of a key pressed several times."""
    sent: list[int] = []
    taken: list[float] = []
    for _time in range(times):
        before, begun = len(console.written), time.perf_counter()
        last = console.measure(key)
        sent.append(len(console.written) - before)
        taken.append((last - begun) * 1000)
    return round(statistics.median(sent)), round(statistics.median(taken), 1)


def ours(home: Path) -> Figures:
    """Measure the workbench on its sample dossier."""
    figures = start(("--demo",), "sommes-nous", (), home)
    with Console("--demo", home=home) as console:
        console.until("sommes-nous")
        console.settle(0.6)
        before = len(console.written)
        console.settle(5.0)
        figures.idle_bytes = len(console.written) - before
        for name, key in (("home", "1"), ("steps", "2"), ("lists", "3"), ("risks", "4"),
                          ("meetings", "5"), ("people", "7")):  # fmt: skip
            if key != "1":
                figures.keys[f"open {name}"] = cost(console, key, 1)
            figures.keys[f"move in {name}"] = cost(console, DOWN)
        console.send("3")
        figures.keys["tick"] = cost(console, " ")
        for mode in "2421":
            console.send(mode)
        figures.keys["open steps again"] = cost(console, "2", 1)
        console.send("\r")
        console.send("\t")
        figures.keys["letter in an answer"] = cost(console, "e")
        console.send("\x1b", "8", "\r")
        figures.keys["scroll the guide"] = cost(console, DOWN)
    return figures


def stock(home: Path) -> Figures:
    """Measure a stock list of thirty rows."""
    command = (sys.executable, "-c", STOCK)
    figures = start((), "READY 1", command, home)
    with Console(home=home, command=command) as console:
        console.until("READY 1")
        console.settle(0.6)
        figures.keys["move"] = cost(console, DOWN)
        figures.keys["tick"] = cost(console, " ")
    return figures


def table(found: dict[str, Figures]) -> str:
    """Return the figures as lines to read."""
    bare = found["bare Textual program"]
    lines = []
    for name, figures in found.items():
        ratio = figures.first_screen_s / bare.first_screen_s
        more = figures.memory_mb / bare.memory_mb if bare.memory_mb else 0
        lines.append(
            f"{name}: first screen {figures.first_screen_s} s (×{ratio:.2f}), "
            f"{figures.first_screen_bytes} bytes, {figures.memory_mb} MB (×{more:.2f}), "
            f"idle {figures.idle_bytes} bytes in 5 s"
        )
        lines += [f"    {key}: {sent} bytes, {ms} ms" for key, (sent, ms) in figures.keys.items()]
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        home = Path(folder)
        found = {
            "bare Textual program": start((), "READY", (sys.executable, "-c", BARE), home),
            "stock SelectionList": stock(home),
            "partner-tui --demo": ours(home),
        }
    if given.json:
        print(json.dumps({name: asdict(figures) for name, figures in found.items()}, indent=2))
    else:
        print(table(found))


if __name__ == "__main__":
    main()
