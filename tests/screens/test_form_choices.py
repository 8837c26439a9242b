"""The form: what is chosen, by letter, by arrow, from a list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from form_app import FormApp, type_in

from partner_tui import i18n
from partner_tui.screens.dialogs.pick import Pick


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    """Speak French, whatever another test did."""
    i18n.use("fr")
    yield
    i18n.use("fr")


async def test_a_choice_is_made_by_letter_by_arrow_and_taken_back() -> None:
    app = FormApp(at="family")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e", "tab", "shift+tab", "right", "right", "tab")
        assert app.saved == [("family", ("time",)), ("family", ("other",))]
        await pilot.press("shift+tab", "q", "backspace", "tab")
        assert app.saved[2:] == [("family", ())]


async def test_yes_partly_no_and_a_flag_are_choices() -> None:
    app = FormApp(at="agreed")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e", "tab", "space", "tab")
        assert app.saved == [("agreed", ("partly",)), ("private", ("yes",))]


async def test_one_thing_is_picked_from_a_list_that_narrows() -> None:
    app = FormApp(at="family")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await type_in(pilot, "eche")
        await pilot.press("enter")
        assert app.saved == [("family", ("time",))]


async def test_several_things_are_ticked_in_a_list() -> None:
    app = FormApp(at="told")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "down", "down", "space")
        assert any("[x] Pairs" in line for line in app.lines())
        await pilot.press("enter")
        assert app.saved == [("told", ("c1", "c3"))]
        assert app.here == "told"


async def test_a_list_that_is_left_changes_nothing() -> None:
    app = FormApp(at="told")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "space", "escape")
        assert not isinstance(app.screen, Pick)
        assert app.saved == []
        assert not app.closed


async def test_a_choice_that_was_looked_for_counts_without_a_tick() -> None:
    app = FormApp(at="told")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("backspace", "enter")
        await type_in(pilot, "vie")
        await pilot.press("enter")
        assert app.saved[-1] == ("told", ("c2",))


async def test_a_search_that_finds_nothing_says_so_and_enter_leaves_the_field_alone() -> None:
    app = FormApp(at="family")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "z", "z")
        assert any("rien ne correspond" in line for line in app.lines())
        await pilot.press("enter")
        assert app.saved == []
