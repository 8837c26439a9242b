"""The programs of others measured beside ours, as their own users find them.

A peer has an empty home of its own. It is ready when the words are there that it shows once it can
be used; a move is measured in a list of a few rows, a letter in the field it opens itself.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from measures import FIRST, Found, NotStarted, cost, put, shown, starts
from msgspec import Struct
from programs import BARE, python
from terminal.console import ROOT, Console

DOWN, ENTER, ESC = "\x1b[B", "\r", "\x1b"
NOTICES = 5.5
"""Seconds after which the welcome notices of a peer are gone."""


class Peer(Struct, frozen=True, kw_only=True):
    """A program, how it is started, and what is pressed in it."""

    name: str
    ready: str
    """What it shows when it can be used."""
    arguments: tuple[str, ...] = ()
    version: tuple[str, ...] = ("--version",)
    before_moves: tuple[str, ...] = ()
    """The keys that make a short list and go to it."""
    moves: tuple[str, ...] = ("j",)
    before_letters: tuple[str, ...] = ()
    """The keys that open a field; without any, it is asked for no letter."""


PEERS = (
    Peer(
        name="dooit", ready="Welcome to Dooit",
        before_moves=("a", "one", ENTER, "a", "two", ENTER, "a", "three", ENTER),
        moves=("k", "j"), before_letters=("a",),
    ),
    Peer(
        name="harlequin", ready="memory",
        before_moves=("select * from range(90)", "\n", "\x1b[15~"), moves=(DOWN,),
        before_letters=("\x1bOQ", ENTER),
    ),
    Peer(name="kanban-tui", ready="Task_green_ready", arguments=("demo",)),
    Peer(name="frogmouth", ready="partner-tui", arguments=(str(ROOT / "README.md"),)),
    Peer(name="calcurse", ready="Appointments", before_letters=("a", "1200", ENTER, ENTER)),
)  # fmt: skip


def installed() -> list[Peer]:
    """Return the peers that are installed here."""
    return [peer for peer in PEERS if shutil.which(peer.name)]


def missing() -> list[str]:
    """Return the names of the peers that are not installed here."""
    return [peer.name for peer in PEERS if not shutil.which(peer.name)]


def version(peer: Peer) -> str:
    """Return the version that a peer tells, or nothing."""
    command = [peer.name, *peer.version]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)
    found = re.search(r"\d+\.\d+[.\d]*", done.stdout + done.stderr)
    return found[0] if found else ""


def measured(folder: Path) -> dict[str, Found | str]:
    """Measure every peer installed; one that does not start is told in one line."""
    found: dict[str, Found | str] = {}
    for peer in installed():
        try:
            found[f"{peer.name} {version(peer)}".strip()] = one(peer, folder)
        except (NotStarted, OSError, subprocess.SubprocessError) as error:
            found[peer.name] = f"could not be measured: {' '.join(str(error).split())}"
    return found


def one(peer: Peer, folder: Path) -> Found:
    """Measure one peer: its start in turn with a bare program's, a move, a letter.

    Each is measured in a home where nothing was made yet.
    """
    command = [peer.name, *peer.arguments]
    home, own = place(folder, f"{peer.name}-starts")
    both = {"bare": (python(BARE), "READY"), peer.name: (command, peer.ready)}
    bare, found = starts(both, home, **own).values()
    found["first screen, ratio"] = round(found["processor seconds"] / bare["processor seconds"], 2)
    found["memory, ratio"] = round(found["MB"] / bare["MB"], 2) if bare["MB"] else 0.0
    put(found, "move", pressed(peer, folder, "moves", peer.before_moves, peer.moves))
    if peer.before_letters:
        put(found, "letter", pressed(peer, folder, "letters", peer.before_letters, ("e",)))
    return found


def place(folder: Path, name: str) -> tuple[Path, dict[str, str]]:
    """Make an empty home, and return the variables that lead a program to it."""
    home = folder / name
    home.mkdir()
    return home, {
        "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "LANG": "C.UTF-8",
        "XDG_DATA_HOME": str(home / "data"), "XDG_CACHE_HOME": str(home / "cache"),
    }  # fmt: skip


def pressed(
    peer: Peer, folder: Path, what: str, before: tuple[str, ...], keys: tuple[str, ...]
) -> tuple[float, float]:
    """Open a peer, go where some keys lead, and measure others there once its notices are gone."""
    home, own = place(folder, f"{peer.name}-{what}")
    with Console(home=home, command=[peer.name, *peer.arguments], **own) as console:
        console.draws = False
        shown(console, peer.ready)
        console.settle(0.6, most=FIRST)
        for key in before:
            console.raw(key.encode())
            console.settle(0.4, most=1.0)
        console.settle(NOTICES, most=NOTICES)
        cost(console, *keys, times=2)
        return cost(console, *keys)
