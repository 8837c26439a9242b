"""What Textual says on its own, in English, cannot be reached."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from screens.walking import DIALOGS, PLACES, go, seen
from textual.widgets import Input

import partner_tui
from partner_tui import i18n
from partner_tui.app import PartnerApp

WORDLESS = {"Input", "Static", "TextArea"}
"""The only stock widgets in use; they show nothing but what we put in them."""

SPEAKING = {
    "change_theme", "command_palette", "deliver_screenshot", "hide_help_panel", "maximize",
    "screenshot", "search_themes", "show_help_panel", "suspend_process", "toggle_dark",
}  # fmt: skip
"""Stock actions that open something with English words, or say some."""


def test_only_stock_widgets_without_words_are_used() -> None:
    found = set()
    for path in Path(partner_tui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "textual.widgets":
                found |= {name.name for name in node.names}
    assert found <= WORDLESS


async def test_no_key_leads_to_stock_words(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        for mode, keys in (PLACES | DIALOGS).values():
            await go(demo_app, pilot, mode, keys)
            screen = demo_app.screen
            actions = {each.binding.action for each in screen.active_bindings.values()}
            assert (
                not {action.rpartition(".")[2].partition("(")[0] for action in actions} & SPEAKING
            )
            assert not [each for each in screen.query("*") if each.tooltip]
            assert not [each for each in screen.query(Input) if each.validators or each.suggester]
            while len(demo_app.screen_stack) > 1:
                await demo_app.pop_screen()


@pytest.mark.parametrize(("language", "said"), [("fr", "ferme le programme"), ("en", "closes the")])
@pytest.mark.parametrize("place", [("home", ()), ("home", ("e", "tab"))])
async def test_ctrl_c_answers_in_the_language(
    place: tuple[str, tuple[str, ...]], language: str, said: str, demo_app: PartnerApp
) -> None:
    i18n.use(language)
    async with demo_app.run_test(size=(80, 24), notifications=True) as pilot:
        await go(demo_app, pilot, *place)
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert said in " ".join(seen(demo_app))


def test_the_stock_palette_is_off() -> None:
    assert not PartnerApp.ENABLE_COMMAND_PALETTE
