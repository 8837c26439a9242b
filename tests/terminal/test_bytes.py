"""How many bytes each key sends: exact figures, the same on any machine."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

import pytest

from terminal.console import Console

UP, DOWN, ESC, ENTER = "\x1b[A", "\x1b[B", "\x1b", "\r"
LISTS = "2345678"
FIRST, MOVE, WITH_PANE, TICK, LETTER, SCREEN, GUIDE_LINE, NOTICE = (
    12_000, 400, 900, 500, 300, 6_000, 2_500, 2_000,
)  # fmt: skip
"""The most that each may send: the first two lines are what the product promises."""


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """The sample on a slow line, which SSH is: the text beside a list waits for the cursor."""
    with Console("--demo", home=tmp_path_factory.mktemp("bytes")) as running:
        running.until("Où en sommes-nous")
        running.settle(0.5)
        assert len(running.written) <= FIRST
        yield running


def moves(console: Console, times: int = 4) -> list[int]:
    """Return the bytes of moves down, the text beside the list awaited each time."""
    return [console.sent_by(DOWN) for _time in range(times)]


def test_a_move_at_home_is_a_few_bytes(console: Console) -> None:
    console.send("1")
    assert max(moves(console)) <= 200


@pytest.mark.parametrize("key", LISTS)
def test_a_move_through_a_list_sends_the_move_and_one_text(console: Console, key: str) -> None:
    assert 200 < console.sent_by(key) <= SCREEN
    console.sent_by(DOWN)
    one = max(moves(console))
    assert one <= WITH_PANE
    six = console.sent_by(*[DOWN] * 3, *[UP] * 3)
    # The moves themselves; the text beside the list comes back to what it was.
    assert six / 6 <= MOVE


def test_a_tick_sends_what_it_changed(console: Console) -> None:
    console.send("3")
    sent = [console.sent_by(" ") for _time in range(3)]
    assert statistics.median(sent) <= TICK


def test_a_screen_that_was_seen_costs_no_more_than_the_first_time(console: Console) -> None:
    assert max(console.sent_by(key) for key in "1234567812") <= SCREEN


def test_a_letter_sends_hardly_more_than_itself(console: Console) -> None:
    console.send("2", "\x1b[H", ENTER)
    console.until("Réponse")
    console.sent_by("a")
    sent = [console.sent_by("e") for _time in range(8)]
    assert 0 < min(sent) <= max(sent) <= LETTER
    console.send(ESC)


def test_a_line_of_the_guide_scrolls_for_a_few_bytes(console: Console) -> None:
    console.send("8", ENTER)
    assert max(moves(console)) <= GUIDE_LINE
    console.send(ESC)


def test_a_notice_comes_and_goes(console: Console) -> None:
    console.send("1")
    before = len(console.written)
    console.send("\x03")
    console.until("ferme le programme")
    console.until(lambda: "ferme le programme" not in console.text)
    assert len(console.written) - before <= NOTICE


def test_fifty_keys_at_once_are_drawn_together(console: Console) -> None:
    console.send("4", "\x1b[H")
    once = max(moves(console, 2))
    assert console.sent_by(*[DOWN, UP] * 25) <= 6 * once


def test_an_idle_screen_sends_nothing_for_ten_seconds(console: Console) -> None:
    console.send("1")
    console.settle(8)
    before = len(console.written)
    console.settle(10)
    assert len(console.written) == before
