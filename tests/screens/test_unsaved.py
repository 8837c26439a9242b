"""A disk that fails: every screen says so; work goes on, is copied, written elsewhere, saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import SIZE, copied, notice, press, shelves, title, words, write
from screens.conftest import TODAY, Copies

from partner_tui import demo
from partner_tui.app import PartnerApp
from partner_tui.domain.records import Decision, Risk
from partner_tui.domain.workspace import editing
from partner_tui.screens.unsaved.screen import UnsavedScreen
from partner_tui.storage.store import TinyStore
from partner_tui.workbook import Workbook


@pytest.fixture
def app(tmp_path: Path) -> PartnerApp:
    """The program on a copy of the sample dossier that is on the disk."""
    services = shelves(tmp_path)
    services.open(demo.copy(tmp_path, TODAY))
    services.direct = True
    return PartnerApp(services, copier=Copies())


async def test_the_meeting_goes_on_while_the_folder_is_away(app: PartnerApp) -> None:
    folder = app.services.workbook.store.path
    async with app.run_test(size=SIZE) as pilot:
        away = folder.rename(folder.with_name("ailleurs"))
        await press(pilot, "5", "enter", "d")
        await write(pilot, "On garde le mardi")
        await press(pilot, "enter", "escape")
        assert "n'est plus là" in notice(app) and "Vous pouvez continuer" in notice(app)
        assert "On garde le mardi" in words(app), "it is on the screen"
        for key in ("1", "2", "3", "4", "6", "7", "8"):
            await press(pilot, key)
            assert "! non enregistré" in title(app)
        await press(pilot, "4", "e")
        assert "! non enregistré" in title(app), "a form says so too"
        await press(pilot, "escape", "exclamation_mark")
        assert isinstance(app.screen, UnsavedScreen) and "On garde le mardi" in words(app)
        await press(pilot, "Y", "O")
        await app.workers.wait_for_complete()
        assert "On garde le mardi" in copied(app)[0]
        (written,) = (app.services.paths.state / "exports").iterdir()
        assert "On garde le mardi" in written.read_text("utf-8")
        assert written.stat().st_mode & 0o777 == 0o600
        await press(pilot, "r")
        assert "n'est plus là" in notice(app)
        away.rename(folder)
        app.catch_up()
        await pilot.pause()
        assert "✓ enregistré" in title(app) and "maintenant enregistré" in notice(app)
    texts = [each.text for each in TinyStore(folder).load().table(Decision).values()]
    assert "On garde le mardi" in texts


async def test_leaving_says_once_that_something_waits(app: PartnerApp) -> None:
    folder = app.services.workbook.store.path
    async with app.run_test(size=SIZE) as pilot:
        folder.rename(folder.with_name("ailleurs"))
        await press(pilot, "4", "p", "ctrl+q")
        assert app.is_running and "La même touche sort" in notice(app)
        await press(pilot, "ctrl+q")
    assert app.return_code == 0


async def test_what_someone_else_changed_meanwhile_is_decided_there(app: PartnerApp) -> None:
    folder = app.services.workbook.store.path
    async with app.run_test(size=SIZE) as pilot:
        away = folder.rename(folder.with_name("ailleurs"))
        app.services.workbook.apply("risks.edit", editing(Risk, "r1", event="le mien"))
        away.rename(folder)
        Workbook(TinyStore(folder), "Direction").apply("x", editing(Risk, "r1", event="le leur"))
        app.catch_up()
        await press(pilot, "exclamation_mark")
        assert "À décider" in words(app) and "le mien" in words(app)
        await press(pilot, "m")
        assert "Tout est enregistré" in words(app)
    assert TinyStore(folder).load().table(Risk)["r1"].event == "le mien"
