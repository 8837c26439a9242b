"""The whole program on a bad line: what is typed is kept, what is spoilt is drawn again."""

from __future__ import annotations

import re
import signal
import time
from datetime import date
from pathlib import Path

import pytest

from partner_tui import demo
from partner_tui.domain.records import Risk
from terminal.console import Console
from terminal.lab import END, START
from terminal.test_story import read

STALL = 0.12


def new_risk(console: Console, *parts: bytes) -> None:
    """Name a new risk by what a line delivers, a stall between the parts."""
    console.send("4")
    console.until("Boussole · Risques")
    console.send("n")
    console.until("Ce qui pourrait arriver\u00a0:")
    for part in parts:
        console.raw(part)
        time.sleep(STALL)


@pytest.mark.parametrize(
    ("parts", "saved"),
    [
        ((b"caf\xe9 no\xefr, et la suite",), "caf\ufffd no\ufffdr, et la suite"),
        ((b"d\xc3", b"\xa9j\xc3", b"\xa0 vu \xe2", b"\x82\xac"), "déjà vu €"),
        ((START[:3], START[3:] + b"une pan", b"ne de\nco", b"urant" + END[:2], END[2:] + b"!"),
         "une panne de courant!"),
        ((START + b"un \x1b[31mrouge\x1b[0m q\x11 \x1b[B fin" + END + b".",), None),
        ((b"Un \x1b", b"[D", b"\x1b[", b"D", b"\x1bO", b"Cmot"), "Unmot"),
        ((b"a\x1b[97;1:1;97u\x1b[97:65:97;1;97u\x1b[9999999999u\x1b[;;;;ub",), "ab"),
        (("e\u0301te\u0301, c\u0327a et cœur".encode(),), "été, ça et cœur"),
        (("@#{}[]~|\\€¬ ê ë ñ ÿ Ÿ « à »".encode(),), "@#{}[]~|\\€¬ ê ë ñ ÿ Ÿ « à »"),
    ],
    ids=["latin 1", "cut utf-8", "cut paste", "escapes in a paste", "split arrows", "odd kitty",
         "nfd", "altgr and dead keys"],
)  # fmt: skip
def test_what_a_bad_line_delivers_is_saved_as_it_was_meant(
    tmp_path: Path, parts: tuple[bytes, ...], saved: str | None
) -> None:
    with Console("--demo", home=tmp_path) as console:
        console.until("sommes-nous")
        new_risk(console, *parts)
        console.settle(0.6)
        console.raw(b"\r")
        console.until(lambda: len(read(tmp_path).alive(Risk)) > len(sample()))
    (event,) = {risk.event for risk in read(tmp_path).alive(Risk)} - sample()
    if saved is None:
        assert re.fullmatch(r"un \W*(\[31m)?rouge\W*(\[0m)? q\W* \W*(\[B)? fin\.", event)
        assert "\x1b" not in event
    else:
        assert event == saved


def sample() -> set[str]:
    """Return the risks of the sample as it is made."""
    return {risk.event for risk in demo.workspace(date.today()).alive(Risk)}


def test_a_paste_with_its_marks_on_any_list_changes_nothing(tmp_path: Path) -> None:
    with Console("--demo", home=tmp_path) as console:
        console.until("sommes-nous")
        revision = read(tmp_path).revision
        for screen in "12345678":
            console.send(screen)
            console.raw(START + b"xde\x1b[B \x1b[31m x\rn\x11q" + END)
            console.settle(0.4)
        assert console.process.poll() is None
        assert read(tmp_path).revision == revision
        console.send("7")
        console.until("Boussole · Gens")


@pytest.mark.parametrize("how", ["ctrl+l", "a suspension"])
@pytest.mark.parametrize("screen", ["1", "2", "4", "6", "8"])
def test_a_spoilt_screen_is_drawn_again_whole(tmp_path: Path, screen: str, how: str) -> None:
    with Console("--demo", home=tmp_path) as console:
        console.until("sommes-nous")
        console.send(screen)
        console.settle(1.0)
        whole = console.text
        console.spoil()
        assert console.text.count("ABIMÉ") > 20
        if how == "ctrl+l":
            console.raw(b"\x0c")
        else:
            console.process.send_signal(signal.SIGTSTP)
            console.settle(0.5)
            console.process.send_signal(signal.SIGCONT)
        console.until(lambda: console.text == whole)


def test_the_linux_console_gets_its_sixteen_colours_only(tmp_path: Path) -> None:
    with Console("--demo", home=tmp_path, TERM="linux") as console:
        console.until("sommes-nous")
        for screen in "2345678":
            console.send(screen, "\x1b[B")
        console.settle(0.6)
        assert not re.search(rb"\x1b\[[\d;]*[34]8;[25];", console.written)
        assert re.search(rb"\x1b\[[\d;]*3[0-7]", console.written)
