"""Opening a screen: laid out once, drawn once, what it needs imported ahead."""

from __future__ import annotations

import sys
from importlib.util import find_spec

import pytest
from textual.css.stylesheet import Stylesheet

from partner_tui.app import PartnerApp, ahead
from partner_tui.commands import MODES


async def test_no_screen_that_stands_is_gone_through_when_another_opens(
    demo_app: PartnerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone_through: list[object] = []
    async with demo_app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr(
            Stylesheet, "update", lambda _, root, animate=False: gone_through.append(root)
        )
        for _mode, letter, _label in MODES:
            await pilot.press("g", letter)
            assert demo_app.screen.focused is not None
    assert gone_through == []


@pytest.mark.parametrize(("width", "name"), [(80, "-narrow"), (200, "-wide")])
async def test_a_screen_fits_the_terminal_from_its_first_drawing(
    demo_app: PartnerApp, width: int, name: str
) -> None:
    async with demo_app.run_test(size=(width, 24)) as pilot:
        for key in "2", "3", "4", "6", "7":
            await pilot.press(key)
            assert demo_app.screen.has_class(name), key
        await pilot.resize_terminal(280 - width, 24)
        assert not demo_app.screen.has_class(name)


def test_what_is_imported_ahead_is_there() -> None:
    assert all(find_spec(name) for name in ahead.modules())


async def test_a_program_that_is_left_alone_imports_the_screens(
    demo_app: PartnerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"partner_tui.screens.{mode}.screen" for mode in ("people", "guide")]
    for name in names:
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(ahead, "modules", lambda: iter(names))
    monkeypatch.setattr(ahead, "REST", 0.01)
    demo_app.ahead = True
    async with demo_app.run_test(size=(80, 24)) as pilot:
        while not all(name in sys.modules for name in names):
            await pilot.pause(0.01)
