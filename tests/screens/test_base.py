"""What every screen of a dossier does: undo, filter, copy, notices, language, others' changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import (
    SIZE,
    an_app_with,
    copied,
    demo_store,
    foot,
    notice,
    press,
    shelves,
    title,
    words,
    work,
    write,
)
from textual.widgets import Input

from partner_tui import demo
from partner_tui.app import PartnerApp
from partner_tui.commands import MODES
from partner_tui.domain.records import Risk
from partner_tui.domain.workspace import adding, editing
from partner_tui.errors import SaveFailed
from partner_tui.screens.dialogs.palette import Palette
from partner_tui.screens.dossiers.screen import DossiersScreen
from partner_tui.screens.home.screen import HomeScreen
from partner_tui.widgets.chrome import NoticeBar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.prompt import Prompt
from partner_tui.workbook import Workbook

ALL = [mode for mode, _letter, _label in MODES]
LISTED = [mode for mode in ALL if mode not in ("guide",)]
"""Screens whose main part is a list that can be filtered."""


async def go(app: PartnerApp, mode: str) -> None:
    """Open a screen."""
    await app.run_action(f"app.go('{mode}')")


async def test_undo_and_redo_say_what_they_did(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        before = demo_app.services.workspace.tables
        work(demo_app).apply("risks.add", adding(Risk(id="rx", event="Gel de budget")))
        await press(pilot, "u")
        assert demo_app.services.workspace.find(Risk, "rx") is None
        assert demo_app.services.workspace.tables == before
        assert "Annulé" in notice(demo_app) and "Gel de budget" in notice(demo_app)
        await press(pilot, "ctrl+r")
        found = demo_app.services.workspace.find(Risk, "rx")
        assert found is not None and found.event == "Gel de budget"
        assert "Rétabli" in notice(demo_app) and "Gel de budget" in notice(demo_app)


async def test_nothing_to_undo_is_said(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "u")
        assert notice(demo_app) == "Rien à annuler."
        await press(pilot, "ctrl+r")
        assert notice(demo_app) == "Rien à rétablir."


async def test_what_others_built_upon_cannot_be_undone(tmp_path: Path) -> None:
    store = demo_store()
    app = an_app_with(store, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        work(app).apply("risks.edit", editing(Risk, "r1", event="Avant"))
        Workbook(store.again(), "Zoé").apply("risks.edit", editing(Risk, "r1", event="Après"))
        await press(pilot, "u")
        assert "quelqu'un a changé" in notice(app)
        app.catch_up()
        found = app.services.workspace.find(Risk, "r1")
        assert found is not None and found.event == "Après"
        await press(pilot, "u")
        assert notice(app) == "Rien à annuler."


@pytest.mark.parametrize("mode", LISTED)
async def test_a_filter_narrows_then_escape_shows_all(demo_app: PartnerApp, mode: str) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await go(demo_app, mode)
        await pilot.pause()
        every = len(work(demo_app).lines.shown)
        await press(pilot, "slash")
        await write(pilot, "zzz")
        assert not work(demo_app).lines.keys
        assert "zzz" in title(demo_app)
        await press(pilot, "escape")
        assert len(work(demo_app).lines.shown) == every
        assert "zzz" not in title(demo_app)
        assert demo_app.focused is work(demo_app).lines


async def test_enter_keeps_the_filter_and_gives_the_keys_back(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "ctrl+f")
        await write(pilot, "public")
        await press(pilot, "enter")
        screen = work(demo_app)
        assert demo_app.focused is screen.lines
        assert not screen.query_one(Prompt).display
        assert screen.lines.needle == "public" and screen.lines.keys
        assert "filtre\u00a0: public" in title(demo_app)
        await press(pilot, "escape")
        assert screen.lines.needle == ""


async def test_a_filter_is_blind_to_accents_and_case(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash")
        await write(pilot, "REDIGER")
        assert any("Rédiger" in line.text for line in work(demo_app).lines.shown)


async def test_a_filter_that_finds_nothing_says_so(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash")
        await write(pilot, "zzz")
        assert "Rien ne contient ces mots" in words(demo_app)


async def test_the_chosen_line_is_copied(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "y")
        await demo_app.workers.wait_for_complete()
        await pilot.pause()
        (text,) = copied(demo_app)
        assert "réponses sur" in text
        assert "vous pouvez coller" in notice(demo_app)


@pytest.mark.parametrize("mode", ALL)
async def test_every_screen_has_something_to_copy(demo_app: PartnerApp, mode: str) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await go(demo_app, mode)
        await pilot.pause()
        for key in ("y", "Y"):
            await press(pilot, key)
            await demo_app.workers.wait_for_complete()
            await pilot.pause()
        assert copied(demo_app), mode
        assert all(text.strip() for text in copied(demo_app))


async def test_a_notice_shows_words_as_they_are(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        work(demo_app).apply(
            "risks.add", adding(Risk(id="rx", event="[/b] [red]x")), told="fait [/] [b]"
        )
        await pilot.pause()
        assert notice(demo_app) == "fait [/] [b]"
        await press(pilot, "u")
        assert "[/b] [red]x" in words(demo_app)


async def test_a_change_that_cannot_be_saved_is_not_shown_as_saved(
    demo_app: PartnerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_named: object) -> None:
        raise SaveFailed("Le disque est plein.")

    async with demo_app.run_test(size=SIZE) as pilot:
        monkeypatch.setattr(demo_app.services.workbook.store, "commit", fail)
        assert not work(demo_app).apply("risks.add", adding(Risk(id="rx")))
        await pilot.pause()
        assert "! non enregistré" in title(demo_app)
        assert notice(demo_app) == "Le disque est plein."
        monkeypatch.undo()
        assert work(demo_app).apply("risks.add", adding(Risk(id="rx", event="x")))
        assert "✓ enregistré" in title(demo_app)


@pytest.mark.parametrize("mode", ALL)
async def test_the_language_switches_in_place(demo_app: PartnerApp, mode: str) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await go(demo_app, mode)
        await pilot.pause()
        french, at = words(demo_app), work(demo_app).query(LineList)
        key = at.first().key if at else ""
        await demo_app.run_action("app.language")
        await pilot.pause()
        english = words(demo_app)
        assert "Home" in english and "Accueil" not in english
        assert not at or at.first().key == key
        await demo_app.run_action("app.language")
        await pilot.pause()
        assert words(demo_app) == french


async def test_a_screen_behind_speaks_the_new_language_too(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4")
        await demo_app.run_action("app.language")
        await press(pilot, "1")
        assert "Where do we stand" in words(demo_app) or "Où en sommes" not in words(demo_app)


async def test_what_another_session_adds_appears_and_the_cursor_stays(tmp_path: Path) -> None:
    store = demo_store()
    app = an_app_with(store, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "down", "down")
        key = work(app).lines.key
        other = Workbook(store.again(), "Zoé")
        other.apply("risks.add", adding(Risk(id="rx", event="Inondation", likelihood=5, impact=5)))
        app.catch_up()
        await pilot.pause()
        assert "Inondation" in words(app)
        assert work(app).lines.key == key


async def test_what_another_session_adds_leaves_what_is_typed_alone(tmp_path: Path) -> None:
    store = demo_store()
    app = an_app_with(store, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "slash")
        await write(pilot, "pu")
        Workbook(store.again(), "Zoé").apply("risks.add", adding(Risk(id="rx", event="Pur hasard")))
        app.catch_up()
        await pilot.pause()
        field = work(app).query_one(Prompt).query_one(Input)
        assert field.has_focus and field.value == "pu"
        assert "Pur hasard" in words(app)


async def test_trouble_that_lasts_is_told_once(
    demo_app: PartnerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> bool:
        raise SaveFailed("Le dossier n'est plus là.")

    async with demo_app.run_test(size=SIZE) as pilot:
        monkeypatch.setattr(demo_app.services.workbook, "refresh", gone)
        demo_app.catch_up()
        await pilot.pause()
        assert notice(demo_app) == "Le dossier n'est plus là."
        demo_app.screen.query_one(NoticeBar).hide()
        demo_app.catch_up()
        await pilot.pause()
        assert notice(demo_app) == ""


async def test_what_the_store_has_to_say_is_told(tmp_path: Path) -> None:
    store = demo_store()
    store.told.append("Ce dossier est ouvert en lecture seule.")
    app = an_app_with(store, tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert notice(app) == "Ce dossier est ouvert en lecture seule."
        assert store.told == []


@pytest.mark.parametrize("mode", ALL[1:])
async def test_q_goes_home_and_out_of_home(demo_app: PartnerApp, mode: str) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await go(demo_app, mode)
        await pilot.pause()
        await press(pilot, "q")
        assert isinstance(demo_app.screen, HomeScreen)
        await press(pilot, "q")
    assert demo_app.return_code == 0


async def test_the_list_of_dossiers_can_be_reached_from_a_dossier_named_at_the_start(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "1", "w")
        assert isinstance(demo_app.screen, DossiersScreen)
        assert demo_app.services.book is None
        await press(pilot, "q")
    assert demo_app.return_code == 0


async def test_a_dossier_can_be_opened_after_one_named_at_the_start(tmp_path: Path) -> None:
    services = shelves(tmp_path)
    demo.copy(services.paths.data, services.today())
    services.open(demo.copy(services.paths.state, services.today()))
    services.direct = True
    app = PartnerApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "w", "enter", "4", "q")
        assert isinstance(app.screen, HomeScreen)
        assert "q dossiers" in foot(app)
        await press(pilot, "q")
        assert isinstance(app.screen, DossiersScreen)


async def test_a_remapped_key_acts_and_is_shown(tmp_path: Path) -> None:
    keys = {"work.undo": "f4", "risks.matrix": "f6", "app.language": "f7"}
    app = an_app_with(demo_store(), tmp_path, keys=keys)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f4")
        assert notice(app) == "Rien à annuler."
        await press(pilot, "4")
        assert "f6 matrice" in foot(app)
        await press(pilot, "1", "f7")
        assert "Home" in words(app)


async def test_a_sign_can_be_given_to_a_command(tmp_path: Path) -> None:
    app = an_app_with(demo_store(), tmp_path, keys={"work.undo": "%, f4"})
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "%")
        assert notice(app) == "Rien à annuler."


async def test_clashes_of_ones_own_keys_are_told_together(tmp_path: Path) -> None:
    app = an_app_with(demo_store(), tmp_path, keys={"risks.new": "u", "risks.fly": "f4"})
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "risks.fly" in notice(app) and "work.undo" in notice(app)


@pytest.mark.parametrize("mode", ALL)
@pytest.mark.parametrize("size", [(20, 6), (40, 12), (200, 60)])
async def test_any_size_will_do(demo_app: PartnerApp, mode: str, size: tuple[int, int]) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await go(demo_app, mode)
        await pilot.resize_terminal(*size)
        await press(pilot, "down", "z", "pagedown", "end")
        await pilot.resize_terminal(*SIZE)
        await pilot.pause()
        assert "✓ enregistré" in title(demo_app)


@pytest.mark.parametrize("mode", ALL)
async def test_every_screen_stands_on_a_new_dossier(empty_app: PartnerApp, mode: str) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        await go(empty_app, mode)
        await press(pilot, "down", "z", "y", "u")
        assert "Jardin commun" in title(empty_app)


async def test_the_palette_runs_a_command_on_the_screen_behind(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "ctrl+p")
        assert isinstance(demo_app.screen, Palette)
        await write(pilot, "matrice")
        await press(pilot, "enter")
        assert "Matrice" in words(demo_app) or "négligeable" in words(demo_app)
