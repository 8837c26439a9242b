"""The form: real keys in, settled values out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from form_app import FULL, ROWS, FormApp, type_in
from textual.events import Paste

from partner_tui import i18n
from partner_tui.domain.forms import Field


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    """Speak French, whatever another test did."""
    i18n.use("fr")
    yield
    i18n.use("fr")


async def test_accents_are_typed_and_saved_on_leaving() -> None:
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_in(pilot, " à l'œuvre")
        assert app.saved == []
        await pilot.press("tab")
        assert app.saved == [("event", ("avant à l'œuvre",))]
        assert app.here == "family"


async def test_leaving_without_a_change_saves_nothing() -> None:
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["tab"] * 12, *["shift+tab"] * 12, "escape")
        assert app.saved == []
        assert app.closed


async def test_tab_goes_through_every_field_and_around() -> None:
    app = FormApp()
    names = [row.name for row in ROWS if isinstance(row, Field)]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        seen = []
        for _ in names:
            seen.append(app.here)
            await pilot.press("tab")
        assert seen == names
        assert app.here == "event"
        await pilot.press("shift+tab")
        assert app.here == "private"


async def test_arrows_pass_through_texts_at_their_edges() -> None:
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "b", "up")
        assert app.here == "event"
        await pilot.press("down", "down")
        assert app.here == "family"
        await pilot.press("up")
        assert app.here == "event"
        assert app.saved == [("event", ("avant\nb",))]


async def test_enter_leaves_a_line_and_settles_the_last_one() -> None:
    app = FormApp(at="trigger")
    async with app.run_test(size=(80, 24)) as pilot:
        await type_in(pilot, "rires")
        await pilot.press("enter")
        assert app.here == "cost"
        assert app.saved == [("trigger", ("rires",))]


async def test_keys_typed_ahead_reach_the_field_they_were_meant_for() -> None:
    app = FormApp(at="trigger")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "b", "enter", "5", "tab", "6", "tab", "+", "7", "tab")
        expected = [("trigger", ("ab",)), ("cost", ("5",)), ("hours", ("6",))]
        assert app.saved == [*expected, ("review", ("2026-11-12",))]


@pytest.mark.parametrize(
    ("name", "saved"),
    [("trigger", ("un deux",)), ("measures", ("un", "deux")), ("event", ("avantun\n deux",))],
)
async def test_a_paste_of_several_lines_is_kept_whole(name: str, saved: tuple[str, ...]) -> None:
    app = FormApp(at=name)
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor(name).post_message(Paste("un\r\n\x07 deux\n"))
        await pilot.press("tab")
        assert app.saved == [(name, saved)]


async def test_a_paste_takes_the_place_of_a_sum_that_is_typed_anew() -> None:
    app = FormApp(at="cost")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.editor("cost").post_message(Paste("1 250,50 $\n"))
        await pilot.press("tab")
        assert app.saved == [("cost", ("1250.50",))]


async def test_a_day_is_read_and_told_while_it_is_typed() -> None:
    app = FormApp(at="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await type_in(pilot, "jeudi")
        assert app.lines()[22].strip() == "jeudi 12 novembre 2026"
        await pilot.press("tab")
        assert app.saved == [("review", ("2026-11-12",))]
        assert app.editor("review").typed == "2026-11-12"


async def test_a_day_that_cannot_be_read_stays_with_a_sentence_and_esc_warns_once() -> None:
    app = FormApp(at="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await type_in(pilot, "bientôt")
        await pilot.press("tab")
        await pilot.pause()
        assert app.saved == []
        assert app.editor("review").typed == "bientôt"
        assert any("Écrivez un jour" in line for line in app.lines())
        await pilot.press("escape")
        assert not app.closed
        assert app.here == "review"
        assert "fermer sans ce texte" in app.lines()[23]
        await pilot.press("escape")
        assert app.closed
        assert app.saved == []


async def test_the_sentence_goes_once_the_text_can_be_read() -> None:
    app = FormApp(at="hours")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "enter")
        assert app.editor("hours").problem
        await pilot.press("up", "backspace", "7", "comma", "5")
        assert not app.editor("hours").problem
        await pilot.press("escape")
        assert app.saved == [("hours", ("7.5",))]
        assert app.closed


async def test_esc_keeps_what_was_typed() -> None:
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "escape")
        assert app.saved == [("event", ("avants",))]
        assert app.closed


async def test_a_value_that_cannot_be_saved_says_why_and_is_tried_again() -> None:
    app = FormApp(full=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "tab")
        await pilot.pause()
        assert any(FULL in line for line in app.lines())
        assert "! non enregistré" in app.lines()[0]
        app.full = False
        await pilot.press("escape")
        assert app.saved == [("event", ("avants",))] * 2
        assert app.closed


async def test_what_is_typed_is_offered_as_a_draft_after_a_pause() -> None:
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        await pilot.pause(0.8)
        assert app.drafts == {"event": "avants"} and app.before == "avant"
        assert app.saved == []
