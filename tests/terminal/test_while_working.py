"""No key is lost or changes places while something else goes on; no burst destroys anything."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from terminal.console import Console
from terminal.meanwhile import again_and_again, another_session
from terminal.test_story import dossier, read

ESC, ENTER, DOWN = "\x1b", "\r", "\x1b[B"


def test_a_whole_line_of_work_in_one_packet(tmp_path: Path) -> None:
    with Console("--demo", home=tmp_path) as console:
        console.until("sommes-nous")
        console.raw(("5" + ENTER).encode())
        console.until("Retour sur les suivis")
        with again_and_again(another_session(dossier(tmp_path)), 0.05):
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
