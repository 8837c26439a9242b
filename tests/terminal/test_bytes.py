"""How many bytes each key sends: exact figures, the same on any machine."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from terminal.console import Console
from terminal.test_keys_kept import dossier, open_all_risks

UP, DOWN, ESC, ENTER = "\x1b[A", "\x1b[B", "\x1b", "\r"
LISTS = "2345678"
FIRST, MOVE, WITH_PANE, TICK, LETTER, SCREEN, GUIDE_LINE, NOTICE = (
    12_000, 400, 900, 500, 300, 6_000, 2_500, 2_000,
)  # fmt: skip
"""The most that each may send. WITH_PANE is a move and the new text beside the list: over SSH the
move goes alone and the text follows when the cursor rests; on a near line both come together."""
LINES = {"over SSH": "/dev/pts/0", "near": ""}


@pytest.fixture(scope="module", params=LINES)
def console(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Console]:
    """The sample on a slow line, where the text beside a list waits for the cursor, or on none."""
    home, line = tmp_path_factory.mktemp("bytes"), LINES[request.param]
    with Console("--demo", home=home, SSH_TTY=line) as running:
        running.until("Où en sommes-nous")
        running.settle(0.5)
        assert len(running.written) <= FIRST
        yield running


SHOWN = {"1": "Ce qui vous attend", "2": "Structure 19/21", "3": "Soirées Boussole · Liste",
         "4": "Boussole · Risques", "5": "Tenues", "6": "Boussole · Énoncé",
         "7": "Boussole · Gens", "8": "Boussole · Guide"}  # fmt: skip
"""What stands on each screen and on no other."""


def opened(console: Console, key: str) -> int:
    """Open a screen and return how many bytes came, also where the machine takes its time."""
    before = len(console.written)
    console.raw(key.encode())
    console.until(SHOWN[key])
    console.settle(0.6)
    return len(console.written) - before


def moves(console: Console, times: int = 4) -> list[int]:
    """Return the bytes of moves down, the text beside the list awaited each time."""
    return [console.sent_by(DOWN) for _time in range(times)]


def test_a_move_at_home_is_a_few_bytes(console: Console) -> None:
    opened(console, "1")
    assert max(moves(console)) <= 200


@pytest.mark.parametrize("key", LISTS)
def test_a_move_through_a_list_sends_the_move_and_one_text(console: Console, key: str) -> None:
    assert 200 < opened(console, key) <= SCREEN
    console.sent_by(DOWN)
    one = max(moves(console))
    assert one <= WITH_PANE
    six = console.sent_by(*[DOWN] * 3, *[UP] * 3)
    # The moves themselves; the text beside the list comes back to what it was.
    assert six / 6 <= MOVE


def test_a_move_costs_the_same_in_a_list_of_any_length(tmp_path: Path) -> None:
    sent = []
    for risks in (100, 1_000):
        home = tmp_path / str(risks)
        with Console(str(dossier(home, risks)), home=home) as console:
            console.until("sommes-nous")
            open_all_risks(console)
            console.sent_by(DOWN)
            sent.append(statistics.median(moves(console, 6)))
    assert 0 < sent[1] <= 1.3 * sent[0]


def test_a_tick_sends_what_it_changed(console: Console) -> None:
    opened(console, "3")
    sent = [console.sent_by(" ") for _time in range(3)]
    assert statistics.median(sent) <= TICK


def test_a_screen_that_was_seen_costs_no_more_than_the_first_time(console: Console) -> None:
    opened(console, "8")
    sent = [opened(console, key) for key in "1234567812345678"]
    assert max(sent) <= SCREEN
    assert max(later - first for first, later in zip(sent[:8], sent[8:], strict=True)) < 200


def test_a_letter_sends_hardly_more_than_itself(console: Console) -> None:
    opened(console, "2")
    console.send("\x1b[H", ENTER)
    console.until("Réponse")
    console.sent_by("a")
    sent = [console.sent_by("e") for _time in range(8)]
    assert 0 < min(sent) <= max(sent) <= LETTER
    console.send(ESC)


def test_a_line_of_the_guide_scrolls_for_a_few_bytes(console: Console) -> None:
    opened(console, "8")
    console.sent_by(ENTER)
    assert max(moves(console)) <= GUIDE_LINE
    console.send(ESC)


def test_a_notice_comes_and_goes(console: Console) -> None:
    opened(console, "1")
    before = len(console.written)
    console.send("\x03")
    console.until("ferme le programme")
    console.until(lambda: "ferme le programme" not in console.text)
    assert len(console.written) - before <= NOTICE


def test_fifty_keys_at_once_are_drawn_together(console: Console) -> None:
    opened(console, "4")
    console.sent_by("\x1b[H")
    once = max(moves(console, 2))
    assert console.sent_by(*[DOWN, UP] * 25) <= 12 * once


def test_an_idle_screen_sends_nothing_for_ten_seconds(console: Console) -> None:
    opened(console, "1")
    console.settle(8)
    before = len(console.written)
    console.settle(10)
    assert len(console.written) == before
