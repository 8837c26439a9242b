"""The palette, the help page, the jump by letter, the form that begins a dossier."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import SIZE, foot, press, shelves, words, work, write
from textual.widgets import Input

from partner_tui import i18n
from partner_tui.app import PartnerApp
from partner_tui.commands import MODES, Command, Scope, in_scope
from partner_tui.domain.records import Organization
from partner_tui.screens.dialogs.form import FormScreen
from partner_tui.screens.dialogs.help import Help
from partner_tui.screens.dialogs.jump import Jump
from partner_tui.screens.dialogs.palette import Palette
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.page import Page

COMMANDS = in_scope(*Scope)


def found(app: PartnerApp) -> tuple[str, ...]:
    """Return the ids of the commands that the palette shows."""
    assert isinstance(app.screen, Palette)
    return app.screen.query_one(LineList).keys


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("rétablir", "work.redo"),
        ("retablir", "work.redo"),
        ("REFAIRE", "work.redo"),
        ("redo", "work.redo"),
        ("matrice", "risks.matrix"),
        ("matrix", "risks.matrix"),
        ("english", "app.language"),
        ("enonce", "app.statement"),
        ("statement", "app.statement"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_command_is_found_by_its_words_in_either_language(
    demo_app: PartnerApp, language: str, typed: str, command: str
) -> None:
    i18n.use(language)
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "ctrl+p")
        await write(pilot, typed)
        assert command in found(demo_app)


async def test_the_palette_lists_the_commands_of_the_screen_first(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "colon")
        keys = found(demo_app)
        assert keys[0] == "risks.new"
        assert set(keys) == {
            c.id for c in COMMANDS if c.scope in (Scope.RISKS, Scope.WORK, Scope.APP)
        } | {"views.v1"}, "and a filter kept in this dossier"


async def test_arrows_move_while_one_types_and_enter_runs(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "ouvrir cet")
        await press(pilot, "down", "down", "up", "enter")
        assert demo_app.current_mode == "steps"


async def test_the_palette_closes_without_doing_anything(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        before = demo_app.services.workspace
        for last in ("escape", "enter"):
            await press(pilot, "ctrl+p")
            await write(pilot, "zzz")
            await press(pilot, last)
            assert demo_app.screen is work(demo_app)
            assert demo_app.focused is work(demo_app).lines
        assert demo_app.services.workspace is before


async def test_the_palette_is_opened_once(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p", "ctrl+p", "f1")
        assert len(demo_app.screen_stack) == 2


async def test_the_palette_of_the_dossiers_has_no_command_of_a_dossier(tmp_path: Path) -> None:
    app = PartnerApp(shelves(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p")
        scopes = {key.partition(".")[0] for key in found(app)}
        assert scopes == {"dossiers", "app"}
        assert "app.risks" not in found(app) and "app.language" in found(app)


async def test_the_palette_of_a_form_has_no_command_that_does_nothing(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", "ctrl+p")
        assert {key.partition(".")[0] for key in found(demo_app)} == {"app", "views"}


async def test_what_is_typed_in_a_form_is_kept_when_the_palette_leads_away(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        await write(pilot, " nouvelles")
        await press(pilot, "ctrl+p")
        await write(pilot, "risques")
        await press(pilot, "enter")
        assert demo_app.current_mode == "risks"
        assert demo_app.services.workspace.partnership.name.endswith(" nouvelles")


def page(app: PartnerApp) -> str:
    """Return all the words of the help page."""
    assert isinstance(app.screen, Help)
    return "\n".join(row.text for row in app.screen.query_one(Page).rows)


@pytest.mark.parametrize("mode", [mode for mode, _letter, _label in MODES])
async def test_the_help_tells_every_key_of_the_screen(demo_app: PartnerApp, mode: str) -> None:
    async with demo_app.run_test(size=(120, 40)) as pilot:
        await demo_app.run_action(f"app.go('{mode}')")
        await press(pilot, "question_mark")
        text = page(demo_app)
        for command in COMMANDS:
            if command.scope.value in (mode, "work", "app"):
                assert command.label in text, command.id


@pytest.mark.parametrize("key", ["escape", "q", "question_mark", "f1"])
async def test_the_help_closes(demo_app: PartnerApp, key: str) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "f1", key)
        assert demo_app.screen is work(demo_app)
        assert demo_app.focused is work(demo_app).lines


async def test_the_help_scrolls_to_its_end(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "f1", "end")
        assert "u annule" in words(demo_app)


async def test_the_help_of_a_form_tells_the_keys_of_a_form(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", "f1")
        text = page(demo_app)
        assert "maj+tab" in text and "annuler" not in text
        await press(pilot, "escape")
        assert isinstance(demo_app.screen, FormScreen)
        assert demo_app.focused is not None


async def test_the_help_shows_a_remapped_key(tmp_path: Path) -> None:
    from driving import an_app_with, demo_store

    app = an_app_with(demo_store(), tmp_path, keys={"work.undo": "f4"})
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f1")
        assert "f4" in page(app)


@pytest.mark.parametrize(("mode", "letter", "_label"), MODES)
async def test_a_screen_is_reached_by_its_letter(
    demo_app: PartnerApp, mode: str, letter: str, _label: str
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "g", letter)
        assert mode == work(demo_app).MODE


async def test_the_jump_shows_its_letters_whole(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "g")
        assert isinstance(demo_app.screen, Jump)
        for _mode, letter, label in MODES:
            assert f" {letter} {label} " in words(demo_app).replace("\n", " \n ") + " "
        assert "Où en sommes-nous" in words(demo_app), "the screen behind stays in sight"


@pytest.mark.parametrize("key", ["escape", "w", "enter", "f1", "ctrl+p"])
async def test_any_other_key_leaves_the_jump(demo_app: PartnerApp, key: str) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "g", key)
        assert work(demo_app).MODE == "risks"
        assert demo_app.focused is work(demo_app).lines


async def test_a_dossier_begins_with_a_name_and_its_organizations(tmp_path: Path) -> None:
    app = PartnerApp(shelves(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n")
        assert isinstance(app.screen, FormScreen)
        await write(pilot, "Jardin")
        await press(pilot, "tab", "space", "tab", "tab")
        await write(pilot, "Cégep")
        await press(pilot, "escape", "enter", "enter")
        workspace = app.services.workspace
        assert workspace.partnership.name == "Jardin"
        assert workspace.partnership.province == "qc"
        assert [o.name for o in workspace.alive(Organization)] == ["Cégep"]


async def test_a_dossier_without_a_name_is_not_made(tmp_path: Path) -> None:
    app = PartnerApp(shelves(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n", "escape")
        assert "Aucun dossier n'a été créé" in words(app)
        assert not [*app.services.paths.data.glob("*")]
        assert app.focused is app.screen.query_one(LineList)


async def test_quitting_from_a_dialog_is_quitting(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p")
        assert isinstance(demo_app.focused, Input)
        await press(pilot, "ctrl+q")
    assert demo_app.return_code == 0


def test_every_command_says_what_it_does() -> None:
    for command in COMMANDS:
        assert isinstance(command, Command)
        assert command.label and command.help.endswith(".")


async def test_the_help_and_the_palette_say_how_to_leave_and_what_the_signs_mean(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark", "end")
        assert "Privé" in words(demo_app) and foot(demo_app).endswith("échap fermer")
        await press(pilot, "escape", "ctrl+p")
        assert foot(demo_app).split("  ")[1:] == ["⏎ lancer", "échap fermer"]
