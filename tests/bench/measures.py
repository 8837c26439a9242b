"""How a program in a pseudo-terminal is measured: its start, its memory, what a key costs."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from terminal.console import Console

RUNS = 7
FIRST = 3.0
"""Seconds within which what is sent counts as the first screen: some programs never fall silent."""
Found = dict[str, float]


class NotStarted(Exception):
    """Tells in one line why a program could not be measured."""


def seconds(console: Console) -> float:
    """Return the processor time a program has taken, all its threads together."""
    tasks = Path(f"/proc/{console.process.pid}/task")
    if not tasks.is_dir():
        return 0.0
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e9


def memory(console: Console) -> float:
    """Return the most memory the program has held, in MB."""
    status = Path(f"/proc/{console.process.pid}/status")
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0


def shown(console: Console, words: str) -> None:
    """Wait for words that a program writes, or say that it ended or never wrote them."""
    await_(console, lambda: words.encode() in console.written, words)


def await_(console: Console, holds: Callable[[], bool], what: str) -> None:
    """Wait until a condition holds, or say why it never will."""

    def over() -> bool:
        return holds() or console.process.poll() is not None

    try:
        console.until(over)
    except AssertionError:
        raise NotStarted(f"« {what} » never came") from None
    if not holds():
        console.settle()
        written = re.sub(r"\x1b\[[^@-~]*[@-~]", "", console.written.decode(errors="replace"))
        said = " ".join(written.split())[-200:]
        raise NotStarted(f"ended with status {console.process.returncode}: {said}")


def start(
    command: Sequence[str], ready: str, home: Path, environment: Mapping[str, str]
) -> tuple[float, float, int, float]:
    """Start a program once: seconds on the clock, of the processor, bytes sent, memory."""
    begun = time.perf_counter()
    with Console(home=home, command=command, **environment) as console:
        console.draws = False
        shown(console, ready)
        clock, cpu = time.perf_counter() - begun, seconds(console)
        console.settle(0.6, most=FIRST)
        return clock, cpu, len(console.written), memory(console)


def starts(
    commands: Mapping[str, tuple[Sequence[str], str]], home: Path, **environment: str
) -> dict[str, Found]:
    """Start programs in turn; the first round warms the caches and does not count."""
    rounds = [
        {name: start(*each, home, environment) for name, each in commands.items()}
        for _ in range(RUNS)
    ]
    names = ("seconds", "processor seconds", "bytes", "MB")
    return {
        name: {
            what: round(statistics.median(each[name][at] for each in rounds[1:]), 3)
            for at, what in enumerate(names)
        }
        for name in commands
    }


def cost(
    console: Console, *keys: str, times: int = 5, quiet: float = 0.1, rest: float = 0.35
) -> tuple[float, float]:
    """Return the median bytes of keys pressed in turn several times, and the least milliseconds.

    The time is until the last byte that comes without a pause of `quiet` seconds; what else the
    machine does only adds to it. After each key comes a `rest`, for those that draw something more.
    """
    sent, taken = [], []
    for turn in range(times):
        before, begun = len(console.written), time.perf_counter()
        last = console.measure(keys[turn % len(keys)], quiet)
        sent.append(len(console.written) - before)
        if sent[-1]:
            taken.append((last - begun) * 1000)
        console.settle(rest, most=2 * rest)
    return statistics.median(sent), round(min(taken, default=0.0), 1)


def put(found: Found, name: str, measured: tuple[float, float]) -> None:
    """Keep the bytes and the milliseconds of a key."""
    found[f"{name}, bytes"], found[f"{name}, ms"] = measured
