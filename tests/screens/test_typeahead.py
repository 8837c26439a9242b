"""Keys typed ahead, as a slow line delivers them: all at once."""

from __future__ import annotations

import asyncio

import pytest
from textual.events import Key
from textual.keys import _character_to_key
from textual.widgets import Input

from partner_tui.app import PartnerApp
from partner_tui.screens.searching.screen import SearchingScreen
from partner_tui.terminal.typeahead import Settled
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.prompt import Prompt


def type_at_once(app: PartnerApp, *keys: str) -> None:
    """Post keys as one packet; a word is typed letter by letter."""
    for key in keys:
        if len(key) > 1 and key in ("enter", "escape", "space"):
            app.post_message(Key(key, "\r" if key == "enter" else None))
        else:
            for character in key:
                app.post_message(Key(_character_to_key(character), character))


async def test_words_typed_behind_the_key_that_opens_a_line_go_into_it(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        type_at_once(demo_app, "/", "énoncé xx")
        for _round in range(20):
            await pilot.pause()
        assert demo_app.screen.query_one(Prompt).query_one(Input).value == "énoncé xx"


async def test_words_typed_while_the_screen_that_asks_is_opening_go_into_its_line(
    demo_app: PartnerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = SearchingScreen.on_mount

    async def slowly(screen: SearchingScreen) -> None:
        await asyncio.sleep(0.3)
        opened(screen)

    monkeypatch.setattr(SearchingScreen, "on_mount", slowly)
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5")
        type_at_once(demo_app, "f")
        await asyncio.sleep(0.15)
        type_at_once(demo_app, "dec")
        while not (asked := demo_app.screen.query(Prompt)) or not asked.first().display:
            await pilot.pause(0.05)
        for _round in range(20):
            await pilot.pause()
        assert demo_app.screen.query_one(Prompt).query_one(Input).value == "dec"


async def test_a_key_still_works_after_a_probe_was_lost(
    demo_app: PartnerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LineList, "on_settled", lambda _, event: event.stop(), raising=False)
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        type_at_once(demo_app, "g", "m")
        while demo_app.current_mode != "meetings":
            await pilot.pause(0.05)


async def test_keys_that_come_when_the_program_has_ended_do_nothing(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        screens = [*demo_app._screen_stack]
        demo_app._screen_stack.clear()  # as they are taken away, one by one
        type_at_once(demo_app, "j", "g")
        demo_app.post_message(Settled())
        await asyncio.sleep(0.05)
        demo_app._keep_typing()
        assert demo_app._exception is None and not demo_app._ahead
        demo_app._screen_stack.extend(screens)
