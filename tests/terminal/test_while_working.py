"""No key is lost or changes places while something else goes on; no burst destroys anything."""

from __future__ import annotations

import string
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from partner_tui.domain.records import Answer, Risk
from partner_tui.domain.workspace import Workspace, put
from partner_tui.storage.store import TinyStore
from partner_tui.workbook import Workbook
from terminal.console import Console
from terminal.test_story import dossier, read

ESC, ENTER, DOWN = "\x1b", "\r", "\x1b[B"
TEXT = "L'été déjà, « où » cela mène-t-il? Cœur à cœur, 50 touches."


@contextmanager
def somebody_else(home: Path) -> Iterator[list[int]]:
    """Let another session change the dossier, over and over, while the block runs."""
    book, done, stop = Workbook(TinyStore(dossier(home)), "Autre"), [0], threading.Event()

    def work() -> None:
        while not stop.is_set():
            done[0] += 1
            book.apply("risk.edit", _with_sign(f"Signe {done[0]}"))
            time.sleep(0.05)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield done
    finally:
        stop.set()
        thread.join()


def _with_sign(sign: str):  # type: ignore[no-untyped-def]
    def change(workspace: Workspace) -> Workspace:
        return put(workspace, replace(workspace.alive(Risk)[0], trigger=sign))

    return change


def test_keys_keep_their_order_while_another_session_writes(tmp_path: Path) -> None:
    with Console("--demo", home=tmp_path) as console:
        console.until("sommes-nous")
        console.send("2", ENTER)
        console.until("Réponse")
        console.send("\x1b[1;5H", "\x01")  # to the beginning
        with somebody_else(tmp_path) as done:
            for letter in TEXT:
                console.raw(letter.encode())
                time.sleep(0.03)
            console.settle(0.5)
        assert done[0] > 5
        console.send(ESC)
        console.settle(0.6)
    written = " ".join(str(a.response.values) for a in read(tmp_path).table(Answer).values())
    assert TEXT.split("?")[0] in written.replace("\\'", "'")


def test_a_whole_line_of_work_in_one_packet(tmp_path: Path) -> None:
    with Console("--demo", home=tmp_path) as console:
        console.until("sommes-nous")
        console.raw(("5" + ENTER).encode())
        console.until("Retour sur les suivis")
        with somebody_else(tmp_path):
            console.raw(("d" + "On garde la salle en un seul envoi" + ENTER + ESC).encode())
            console.until("On garde la salle en un seul envoi")
            console.settle(0.5)


def test_fifty_moves_at_once_all_count(tmp_path: Path) -> None:
    with Console("--demo", home=tmp_path) as console:
        console.until("sommes-nous")
        console.send("8")
        console.send("\x1b[H")
        first = console.text
        console.send(*[DOWN] * 5)
        fifth = console.text
        assert fifth != first
        console.raw(((DOWN * 5 + "\x1b[A" * 5) * 5).encode())
        console.settle(0.5)
        assert console.text == fifth


def test_keys_sent_while_a_document_is_written_wait_their_turn(tmp_path: Path) -> None:
    with Console("--demo", home=tmp_path) as console:
        console.until("sommes-nous")
        console.send("6", "o")
        console.settle(0.5)
        console.raw((ENTER + ENTER).encode())
        console.raw(b"7")
        console.settle(1.0)
        console.send(ESC, "4", "n")
        console.raw("Un risque noté pendant un export".encode() + ENTER.encode())
        console.until("Un risque noté pendant un export")


@pytest.mark.parametrize("screen", "12345678")
def test_a_paste_without_marks_on_a_list_destroys_nothing(tmp_path: Path, screen: str) -> None:
    letters = string.ascii_lowercase.replace("q", "") + " 0129é"
    with Console("--demo", home=tmp_path) as console:
        console.until("sommes-nous")
        before = {name: set(table) for name, table in read(tmp_path).tables.items()}
        console.send(screen, "\x1b[H")
        console.raw(letters.encode())
        console.settle(0.8)
        assert console.process.poll() is None
        console.send(ESC, ESC)
    after = read(tmp_path).tables
    for name, keys in before.items():
        assert keys <= set(after[name]), f"{name}: something is gone"


@pytest.mark.parametrize(
    "editor", ["/nowhere/editor", "false", "sh -c 'echo abîmé > $1; exit 3' sh"]
)
def test_an_editor_that_fails_keeps_the_text(tmp_path: Path, editor: str) -> None:
    with Console("--demo", home=tmp_path, EDITOR=editor, VISUAL=editor) as console:
        console.until("sommes-nous")
        console.send("2", ENTER)
        console.until("Réponse")
        console.send("Un mot de plus. ", "\x05")
        console.settle(0.8)
        assert "Un mot de plus." in console.text
        assert "diteur" in console.text
        assert "abîmé" not in console.text
