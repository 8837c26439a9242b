"""Every search ignores accents and case, and a command is found by its words in each language."""

from __future__ import annotations

import pytest
from driving import SIZE, press, words, write

from partner_tui import i18n
from partner_tui.app import PartnerApp
from partner_tui.screens.dialogs.palette import Palette
from partner_tui.widgets.line_list import LineList

FOUND = {
    "filter of risks": ("4", ("slash",), "TEMPETE", "tempête"),
    "filter of people": ("7", ("slash",), "etudiante", "Vie étudiante"),
    "filter of actions": ("1", ("a", "slash"), "REDIGER la procedure", "Rédiger la procédure"),
    "search of the guide": ("8", ("slash",), "COCREER", "Cocréer"),
    "choice of a document": ("1", ("O",), "ENONCE", "Énoncé"),
    "choice in a form": ("7", ("down", "enter", "tab", "enter"), "ETUDIANTE", "étudiante"),
}


@pytest.mark.parametrize(("screen", "keys", "typed", "seen"), FOUND.values(), ids=FOUND)
async def test_a_search_ignores_accents_and_case(
    demo_app: PartnerApp, screen: str, keys: tuple[str, ...], typed: str, seen: str
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, screen, *keys)
        await write(pilot, typed)
        assert seen.lower() in words(demo_app).lower()
        lines = [line for line in demo_app.screen.query_one(LineList).shown if line.key]
        assert lines and len(lines) < 60


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("ANNULER", "work.undo"),
        ("undo", "work.undo"),
        ("enonce", "app.statement"),
        ("STATEMENT", "app.statement"),
        ("retablir", "work.redo"),
        ("both languages", "app.translations"),
    ],
)
async def test_a_command_is_found_by_its_words_in_either_language(
    demo_app: PartnerApp, language: str, typed: str, command: str
) -> None:
    i18n.use(language)
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, typed)
        assert isinstance(demo_app.screen, Palette)
        assert command in demo_app.screen.query_one(LineList).keys
