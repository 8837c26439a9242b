"""Documents written out and copied whole from a screen: seen first, in the form that was asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from driving import copied, notice, press, words
from textual.pilot import Pilot

from partner_tui.app import PartnerApp
from partner_tui.documents.output import Output
from partner_tui.screens import orders, writing
from partner_tui.screens.orders import Order, write
from partner_tui.storage import choices

SIZE = (80, 24)


async def until(pilot: Pilot[Any], found: Callable[[], bool], seconds: float = 10) -> None:
    """Wait until something is so, a while at most."""
    end = time.monotonic() + seconds
    while not found() and time.monotonic() < end:
        await pilot.pause(0.05)
    assert found()


def test_each_format_and_language_is_a_file_of_its_own(demo_app: PartnerApp) -> None:
    order = Order("risks", ("txt", "csv"), ("fr", "en"))
    made = write(demo_app.services, order)
    assert {path.suffix for path in made} == {".txt", ".csv"}
    assert len({path.name for path in made}) == 4
    assert all(path.stat().st_size for path in made)


def test_private_risks_stay_out_unless_asked(demo_app: PartnerApp) -> None:
    [shared] = write(demo_app.services, Order("risks", ("txt",), ("fr",)))
    [whole] = write(demo_app.services, Order("risks", ("txt",), ("fr",), private=True))
    assert "R10" not in shared.read_text(encoding="utf-8")
    assert "R10" in whole.read_text(encoding="utf-8")


def test_writing_again_replaces_the_file(demo_app: PartnerApp) -> None:
    order = Order("statement", ("md",), ("fr",))
    assert write(demo_app.services, order) == write(demo_app.services, order)


def written(app: PartnerApp) -> list[str]:
    """Return the names of the files that were written."""
    return sorted(path.name for path in app.services.exports().iterdir())


async def test_a_document_is_seen_as_it_will_be_before_it_is_written(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "O")
        assert "Registre des risques" in words(demo_app)  # the screen's own document comes first
        await press(pilot, "enter", "down", "down", "space", "enter")
        await until(pilot, lambda: "Aperçu · Registre des risques" in words(demo_app))
        assert "À l'usage des partenaires" in words(demo_app)
        assert written(demo_app) == []
        await press(pilot, "tab")
        await until(
            pilot, lambda: "registre-des-risques-soirees-boussole-fr.txt" in words(demo_app)
        )
        assert "====" in words(demo_app)  # as plain text has it
        await press(pilot, "escape")
        assert "2 cochés" not in words(demo_app) and "3 cochés" in words(demo_app)
        await press(pilot, "enter")
        await until(pilot, lambda: "1/2" in words(demo_app))
        await press(pilot, "enter")
        await until(pilot, lambda: "2 fichiers écrits dans" in notice(demo_app))
        stem = "registre-des-risques-soirees-boussole-fr"
        assert written(demo_app) == [f"{stem}.docx", f"{stem}.txt"]
        assert str(demo_app.services.exports()) in notice(demo_app).replace("\n", "")


async def test_a_long_writing_tells_how_far_it_is_and_lets_the_keys_act(
    demo_app: PartnerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_: object) -> Any:
        for name, seconds in (("un.txt", 0.2), ("deux.txt", 0.8), ("trois.txt", 1.5)):
            time.sleep(seconds)
            yield Output(name, b"mots")

    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "O", "enter", "enter")
        await until(pilot, lambda: "Aperçu · Registre" in words(demo_app))
        monkeypatch.setattr(orders, "produced", slow)
        monkeypatch.setattr(writing, "SLOW", 0.1)
        await press(pilot, "enter", "1")
        assert "Accueil" in words(demo_app)  # another screen, while the files are being made
        await press(pilot, "4")
        await until(pilot, lambda: "2 sur 1, deux.txt…" in notice(demo_app))
        await until(pilot, lambda: "3 fichiers écrits dans" in notice(demo_app))
        assert len(written(demo_app)) == 3


async def test_what_cannot_be_written_is_said_before(demo_app: PartnerApp, tmp_path: Path) -> None:
    demo_app.services.settings = type(demo_app.services.settings)(logo=str(tmp_path / "rien.png"))
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "O", "enter", "enter")
        await until(pilot, lambda: "le logo" in words(demo_app))
        await press(pilot, "enter", "escape", "escape")
        assert written(demo_app) == []


async def test_the_format_of_copies_is_chosen_said_and_remembered(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "Y")
        await until(pilot, lambda: "En texte simple. Envoyé" in notice(demo_app))
        await press(pilot, "F")
        assert "En Markdown, désormais" in notice(demo_app)
        await press(pilot, "Y")
        await until(pilot, lambda: "En Markdown. Envoyé" in notice(demo_app))
        await press(pilot, "7", "Y", "y")
        await until(pilot, lambda: len(copied(demo_app)) == 4)
    plain, markdown, people, item = copied(demo_app)
    assert "=====" in plain and plain.startswith("Registre des risques — ")
    assert markdown.startswith("# Registre des risques — ")
    assert people.startswith("# Personnes-ressources") and "Confidentiel" in people
    assert "#" not in item
    assert choices.recall(demo_app.services.paths.state, "copy-form") == "md"


def test_a_choice_that_cannot_be_read_or_kept_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"\xff" * 100)
    assert choices.recall(tmp_path, "file") == ""
    assert choices.recall(tmp_path / "file", "name") == ""
    choices.remember(tmp_path / "file", "name", "md")
    choices.remember(tmp_path / "new", "name", "md")
    assert choices.recall(tmp_path / "new", "name") == "md"
