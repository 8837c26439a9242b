"""The whole program on the terminals people have: their colours, their signs, their sizes."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from terminal.console import ASLEEP, COMMAND, Console

ESC, ENTER, DOWN = "\x1b", "\r", "\x1b[B"
SCREENS = "23456781"
SIZES = [(60, 20), (80, 24), (100, 30), (132, 43), (250, 80)]
TRUE_COLOUR = re.compile(rb"\x1b\[[\d;]*[34]8;2;")
ANY_COLOUR = re.compile(rb"\x1b\[(?:[\d;]*;)?(?:3\d|4\d|9\d|10\d)(?:;[\d;]*)?m")
TERMINALS = ["tmux-256color", "screen", "linux", "vt100"]
"""Beside xterm, on which every size is looked at."""


def walk(console: Console) -> None:
    """Open the eight screens, move on each, and leave in order."""
    console.until("sommes-nous")
    for key in SCREENS:
        console.send(key, DOWN, DOWN, still=ASLEEP)
        assert "Traceback" not in console.text
        assert len([line for line in console.text.splitlines() if line.strip()]) > 4
    console.send("\x11")
    assert console.ended() == 0


@pytest.mark.parametrize("term", TERMINALS)
def test_the_eight_screens_open_on_every_terminal(tmp_path: Path, term: str) -> None:
    with Console("--demo", home=tmp_path, TERM=term) as console:
        walk(console)
        assert not TRUE_COLOUR.search(console.written)
        if term == "linux":  # it has few signs
            strange = {sign for sign in console.written.decode() if ord(sign) > 0xFF}
            assert strange <= {"œ", "Œ"}


def test_no_color_means_none(tmp_path: Path) -> None:
    with Console("--demo", home=tmp_path, NO_COLOR="1") as console:
        walk(console)
        assert not ANY_COLOUR.search(console.written)
        assert b"\x1b[1" in console.written  # bold says what colour would


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "C"},
        {"LANG": "C", "LC_ALL": "C"},
        {"LANG": "fr_CA.ISO-8859-1"},
        {"LC_ALL": "POSIX"},
    ],
    ids=str,
)
def test_any_locale_reads_well(tmp_path: Path, environment: dict[str, str]) -> None:
    with Console("--demo", "--lang", "fr", home=tmp_path, **environment) as console:
        console.until("Où en sommes-nous")
        assert "Étapes" in console.text
        console.send("\x11")
        assert console.ended() == 0


@pytest.mark.parametrize("term", ["dumb", "", "unknown"])
def test_a_terminal_that_is_too_simple_is_told_the_plain_commands(
    tmp_path: Path, term: str
) -> None:
    with Console("--demo", home=tmp_path, TERM=term) as console:
        assert console.ended() == 2
        console.settle()
        told = " ".join(console.text.split())
        assert "trop simple" in told
        assert "partner-tui status CHEMIN" in told
        assert b"\x1b" not in console.written


@pytest.mark.parametrize("stream", ["stdin", "stderr"])
def test_a_stream_that_is_no_terminal_gets_one_sentence(tmp_path: Path, stream: str) -> None:
    with Console("--demo", home=tmp_path, command=("sh", "-c", _redirected(stream))) as console:
        assert console.ended() == 2
    written = (tmp_path / "err").read_text() if stream == "stderr" else console.written.decode()
    assert written.count("partner-tui: ") == 1
    assert "terminal" in written
    assert "Traceback" not in written


def _redirected(stream: str) -> str:
    end = "2>$PARTNER_TUI_HOME/err" if stream == "stderr" else "</dev/null"
    return f"exec {COMMAND} --demo {end}"


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_size_shows_every_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    with Console("--demo", home=tmp_path, size=size) as console:
        console.until("sommes-nous")
        for key, name in (("7", "Gens"), ("8", "Guide"), ("1", "Accueil")):
            console.send(key)
            console.until(f" {key} {name}")
        walk(console)
        assert not TRUE_COLOUR.search(console.written)


def test_a_terminal_that_changes_size_loses_nothing_that_is_typed(tmp_path: Path) -> None:
    with Console("--demo", home=tmp_path) as console:
        console.until("sommes-nous")
        console.send("4", "n")
        for number, size in enumerate([(60, 20), (132, 43), (40, 12), (80, 24)]):
            console.raw(b"mot%d " % number)
            console.resize(*size)
            console.settle(0.3)
        console.until("mot0 mot1 mot2 mot3")
        console.send(ESC)
        console.settle(0.5)
        before = console.text
        console.send("\x0c")
        assert console.text == before


@pytest.mark.parametrize("program", ["tmux", "screen"])
def test_it_works_inside_a_multiplexer(tmp_path: Path, program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed here")
    run, name = f"{COMMAND} --demo", f"partner-{tmp_path.name}"
    inside = {
        "tmux": ("tmux", "-L", name, "-f", "/dev/null", "new-session", run),
        "screen": ("screen", "-U", "-S", name, "-c", "/dev/null", "sh", "-c", run),
    }[program]
    end = {"tmux": ("-L", name, "kill-server"), "screen": ("-S", name, "-X", "quit")}[program]
    try:
        _walk_inside(inside, tmp_path)
    finally:
        subprocess.run([program, *end], check=False, capture_output=True)


def _walk_inside(inside: tuple[str, ...], home: Path) -> None:
    with Console(home=home, command=inside, LC_ALL="C.UTF-8", LANGUAGE="fr") as console:
        console.until("sommes-nous")
        for key in SCREENS:
            before = console.text
            console.send(key)
            console.until(lambda: console.text != before)  # noqa: B023 - called at once
        console.send("4", DOWN, DOWN)
        console.settle(0.6)
        before = console.text
        console.send("\x0c")
        assert console.text == before
        console.send("\x11")
        console.ended()
