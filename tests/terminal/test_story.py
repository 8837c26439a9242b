"""A coordinator's hour on the installed command: everything typed is there the next time."""

from __future__ import annotations

import base64
import re
import subprocess
from pathlib import Path

import pytest

from partner_tui.domain.records import Action, Answer, Decision, Risk, Tick
from partner_tui.domain.workspace import Workspace
from partner_tui.storage.store import TinyStore
from terminal.console import COMMAND, Console

ESC, ENTER, TAB, DOWN = "\x1b", "\r", "\t", "\x1b[B"


def dossier(home: Path) -> Path:
    """Return the folder of the demo's copy."""
    return next((home / "state" / "demo").glob("*/partnership.json")).parent


def read(home: Path) -> Workspace:
    """Return the dossier as it is on disk."""
    return TinyStore(dossier(home)).load()


def test_an_hour_of_work_is_all_there_the_next_time(tmp_path: Path) -> None:
    with Console("--demo", home=tmp_path) as console:
        console.until("Où en sommes-nous")
        _tick(console)
        _answer(console)
        _add_a_risk(console)
        _write_minutes(console)
        _copy_the_statement(console)
        console.send("\x11")
        assert console.ended() == 0
    workspace = read(tmp_path)
    assert workspace.table(Tick)["chk.eval"].value == 1
    assert "déjà fait ailleurs" in str(workspace.table(Answer)["s1.dup.learn"].response.values)
    assert "Panne d'électricité pendant une soirée" in [r.event for r in workspace.alive(Risk)]
    assert "On garde la salle B-112" in [d.text for d in workspace.alive(Decision)]
    assert "Confirmer la salle" in " ".join(a.text for a in workspace.alive(Action))
    with Console(str(dossier(tmp_path)), home=tmp_path) as console:
        console.until("10 sur 11")
        console.send("4")
        console.until("risques ouverts")


def _tick(console: Console) -> None:
    console.send("3")
    console.until("prévu comment évaluer")
    console.send("/", "évaluer", ENTER, " ")
    console.until("[x] prévu comment évaluer")
    console.send("/", ESC)


def _answer(console: Console) -> None:
    console.send("2")
    console.until("Un vrai besoin?")
    console.send("/", "ont appris", ENTER, ENTER)
    console.until("Réponse")
    console.send("C'est déjà fait ailleurs, et bien.", ESC)
    console.until("Un vrai besoin?" if "Un vrai" in console.text else "en discussion")
    console.send("/", ESC)


def _add_a_risk(console: Console) -> None:
    console.send("4")
    console.until("risques ouverts")
    console.send("n", "Panne d'électricité pendant une soirée", ENTER)
    console.until("Probabilité")
    console.send(ESC)
    console.until("Panne d'électricité")


def _write_minutes(console: Console) -> None:
    console.send("5")
    console.until("2026" if "2026" in console.text else "brouillon")
    console.send(ENTER)
    console.until("Retour sur les suivis")
    console.send("d", "On garde la salle B-112", ENTER, ESC)
    console.until("On garde la salle B-112")
    console.send("s", "Confirmer la salle @partenariats demain", ENTER, ESC)
    console.until("Confirmer la salle")


def _copy_the_statement(console: Console) -> None:
    console.send("6")
    console.until("Reddition de comptes")
    before = len(console.written)
    console.send("Y")
    console.until(lambda: b"\x1b]52;" in console.written[before:])
    found = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)", bytes(console.written[before:]))
    assert found is not None
    assert "Qui pilote" in base64.b64decode(found[1]).decode()


@pytest.mark.parametrize("command", ["statement", "minutes", "risks", "status"])
def test_the_sample_prints_without_the_interface(tmp_path: Path, command: str) -> None:
    with Console("--demo", home=tmp_path) as console:
        console.until("Où en sommes-nous")
    done = subprocess.run(
        [COMMAND, command, str(dossier(tmp_path))], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Soirées Boussole" in done.stdout
    assert "\x1b" not in done.stdout
