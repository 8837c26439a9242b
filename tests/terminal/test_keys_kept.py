"""Every key counts once and in its turn, whatever goes on beside: exact texts, exact places."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from partner_tui import demo
from partner_tui.domain.records import Answer, Risk
from partner_tui.domain.workspace import TABLE_OF, Workspace
from partner_tui.storage import folder
from partner_tui.storage.store import TinyStore
from terminal import meanwhile
from terminal.console import Console

ESC, ENTER, DOWN, UP, LEFT = "\x1b", "\r", "\x1b[B", "\x1b[A", "\x1b[D"
TEXT = "L'été déjà, « où » cela mène-t-il? Cœur à cœur, 50 touches. "
FIFTY = "".join(chr(ord("a") + n % 26) for n in range(50))
BESIDE = [
    (meanwhile.another_session, 0.05),
    (meanwhile.a_copy_brought_back, 0.0),
    (meanwhile.the_whole_in_a_zip, 0.0),
    (meanwhile.every_document, 0.0),
]


def dossier(home: Path, risks: int = 100) -> Path:
    """Make a dossier like the sample, with a long list of risks."""
    workspace = demo.workspace(date.today())
    some = workspace.alive(Risk)
    made = [
        replace(some[n % len(some)], id=f"risk{n:03}", number=n + 1, event=f"Risque {n + 1}")
        for n in range(risks)
    ]
    tables = {**workspace.tables, TABLE_OF[Risk]: {risk.id: risk for risk in made}}
    return folder.create(home, replace(workspace, tables=tables), "essai")


def cursor(console: Console) -> str:
    """Return the first word of the line on which the cursor is."""
    (line,) = (each for each in console.text.splitlines() if re.match(r"▌R\d", each))
    return line.split()[0].lstrip("▌")


def first_text(workspace: Workspace, key: str) -> str:
    """Return the first line of text of an answer."""
    (text,) = workspace.table(Answer)[key].response.values[0]
    return str(text)


def open_all_risks(console: Console) -> None:
    """Show every risk, by number, the cursor on the first one."""
    console.send("4", "v", "v", "t", "t", "\x1b[H")
    console.until(lambda: "numéro v tous" in console.text and cursor(console) == "R1")


@pytest.mark.parametrize(
    ("beside", "pause"), BESIDE, ids=lambda each: getattr(each, "__name__", "")
)
def test_each_key_counts_once_while_something_else_goes_on(
    tmp_path: Path, beside: Callable[[Path], Callable[[int], None]], pause: float
) -> None:
    place = dossier(tmp_path)
    act = beside(place)
    before = TinyStore(place).load()
    with Console(str(place), home=tmp_path) as console:
        console.until("sommes-nous")
        open_all_risks(console)
        with meanwhile.again_and_again(act, pause) as done:
            console.raw((DOWN * 50).encode())  # in one packet
            console.until(lambda: cursor(console) == "R51")
            for key in (DOWN + UP + DOWN) * 10:  # byte after byte: every arrow comes cut
                console.raw(key.encode())
                time.sleep(0.005)
            console.until(lambda: cursor(console) == "R61")
            console.send("2", ENTER)
            console.until("Réponse")
            for letter in TEXT:
                console.raw(letter.encode())
                time.sleep(0.03)
            console.raw(FIFTY.encode())  # in one packet
            console.raw((LEFT * 50 + "|" + "\x1b[C" * 50 + "|").encode())
            console.until(lambda: done[0] > 0)
            console.settle(0.5)
        console.send(ESC)
        console.until("Un vrai besoin?")
        console.send("4")
        console.until(lambda: "tous" in console.text and cursor(console) == "R61")
    after = TinyStore(place).load()
    changed = [
        key for key, each in after.table(Answer).items() if each != before.table(Answer).get(key)
    ]
    assert len(changed) == 1
    typed = f"{TEXT}|{FIFTY}|"
    assert first_text(after, changed[0]) == first_text(before, changed[0]) + typed


def test_keys_count_while_this_very_session_writes_every_form_of_a_document(
    tmp_path: Path,
) -> None:
    place = dossier(tmp_path)
    with Console(str(place), home=tmp_path) as console:
        console.until("sommes-nous")
        open_all_risks(console)
        console.send("O")
        console.until("Écrire quoi?")
        console.send("relève", ENTER)
        console.until("avec ce qui est marqué privé")
        console.raw(("\x1b[H" + DOWN.join("   " * 3)).encode())
        console.raw((ENTER + ENTER).encode())  # agreed before the page could be seen
        console.until("m matrice")
        console.raw((DOWN * 50 + "n" + FIFTY).encode())
        console.until(FIFTY)
        for letter in TEXT:
            console.raw(letter.encode())
            time.sleep(0.02)
        console.send(ENTER)
        console.until("R101")
        console.until(lambda: len(list((place / "exports").glob("*"))) > 4)
    (new,) = (each for each in TinyStore(place).load().alive(Risk) if each.number == 101)
    assert new.event == FIFTY + TEXT.strip()
