"""What is sent draws the same picture as what Textual wrote, in fewer bytes."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partner_tui.terminal.looks import change
from partner_tui.terminal.picture import Picture

WIDTH, HEIGHT = 40, 5
STYLES = ["", "1", "2", "3", "4", "7", "31", "1;36", "7;44", "38;5;12", "48;2;1;2;3", "1;4;97"]
TEXTS = st.text("abé »─ ", max_size=12) | st.sampled_from([" " * 12, " " * 30, "b" * 15])
RUNS = st.lists(st.tuples(st.sampled_from(STYLES), TEXTS), min_size=1, max_size=4)
DRAWING = st.lists(
    st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1), RUNS), min_size=1, max_size=6
)
Cell = tuple[object, ...]


class Terminal:
    """A terminal full of marks, and what it shows."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.stream = pyte.Stream(self.screen)
        self.stream.feed("\x1b[?7l\x1b[1;1H" + "\r\n".join(["x" * WIDTH] * HEIGHT))

    def cells(self) -> list[list[Cell]]:
        """Return what can be seen: the colour of letters counts only where there are letters."""
        return [[_seen(self.screen.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]


def _seen(cell: pyte.screens.Char) -> Cell:
    ground = (cell.bg, cell.reverse, cell.underscore, cell.strikethrough)
    if cell.data == " " and not any(ground[1:]):
        return (" ", *ground)
    return (cell.data, cell.fg, cell.bold, cell.italics, *ground)


def output(drawing: list[tuple[int, int, list[tuple[str, str]]]]) -> str:
    """Return a drawing as the interface writes it: a place, then runs of one style each."""
    lines = []
    for y, x, runs in sorted(drawing, key=lambda each: each[0]):
        styled = "".join(f"\x1b[{s}m{text}\x1b[0m" if s else text for s, text in runs)
        lines.append(f"\x1b[{y + 1};{x + 1}H{_cut(runs, WIDTH - x, styled)}")
    return "".join(lines)


def _cut(runs: list[tuple[str, str]], room: int, styled: str) -> str:
    """Keep what fits the line, as the compositor does."""
    if sum(len(text) for _style, text in runs) <= room:
        return styled
    return "".join(text for _style, text in runs)[:room]


@settings(max_examples=80)
@given(st.lists(DRAWING, min_size=1, max_size=4))
def test_it_draws_the_same(drawings: list[list[tuple[int, int, list[tuple[str, str]]]]]) -> None:
    full, thrifty, picture = Terminal(), Terminal(), Picture()
    for drawing in drawings:
        written = output(drawing)
        full.stream.feed(written)
        sent = picture.shorter(written, (WIDTH, HEIGHT))
        thrifty.stream.feed(sent)
        assert thrifty.cells() == full.cells(), (written, sent)
    assert picture.shorter(written, (WIDTH, HEIGHT)) == ""


@given(st.sampled_from(STYLES), st.sampled_from(STYLES))
def test_a_change_of_style_is_the_same_as_the_style_alone(before: str, after: str) -> None:
    changed, alone = Terminal(), Terminal()
    changed.stream.feed(f"\x1b[{before}ma{change(before, after)}b")
    alone.stream.feed(f"\x1b[{before}ma\x1b[0;{after}mb")
    assert changed.screen.cursor.attrs == alone.screen.cursor.attrs
    assert len(change(before, after)) <= len(f"\x1b[0;{after}m")


def drawn(*writes: str) -> list[str]:
    """Return what is sent for each write to a fresh terminal."""
    picture = Picture()
    return [picture.shorter(write, (WIDTH, HEIGHT)) for write in writes]


def test_only_the_letters_that_change_are_sent() -> None:
    before = "\x1b[2;1H" + "Une ligne et sa suite".ljust(WIDTH) + "\x1b[1;1H"
    after = "\x1b[2;1H" + "Une ligne et la suite".ljust(WIDTH) + "\x1b[1;1H"
    assert drawn(before, before, after)[1:] == ["", "\x1b[2;14Hl\x1b[1H"]


def test_a_shorter_line_is_erased_to_its_end() -> None:
    before = "\x1b[2;1H" + "Une ligne plus longue".ljust(WIDTH) + "\x1b[1;1H"
    after = "\x1b[2;1H" + "Une ligne".ljust(WIDTH) + "\x1b[1;1H"
    assert drawn(before, after)[1] == "\x1b[2;11H\x1b[K\x1b[1H"


def test_blanks_in_a_colour_are_something_to_see() -> None:
    sent = drawn("\x1b[1;1H\x1b[7m" + " " * 30 + "\x1b[0m\x1b[1;1H")[0]
    assert " " * 30 in sent
    assert "\x1b[7m" in sent


@pytest.mark.parametrize("sign", ["👩\u200d💻", "日本", "e\u0301", "🇨🇦", "\u200b"])
def test_what_terminals_do_not_agree_on_is_sent_whole(sign: str) -> None:
    line = f"\x1b[1;1Hau \x1b[1m{sign}\x1b[0m bout\x1b[1;1H"
    first, second = drawn(line, line)
    assert sign in first
    assert sign in second
    assert "bout" in second


def test_after_something_unknown_all_is_sent_again() -> None:
    line = "\x1b[1;1HUne ligne\x1b[1;1H"
    for between in ("\x1b[2J", "\x1bc", "\x1b[?1049h", "Un mot du système\r\n"):
        assert "Une ligne" in drawn(line, between, line)[2]


def test_modes_titles_and_the_clipboard_change_no_cell() -> None:
    line = "\x1b[1;1HUne ligne\x1b[1;1H"
    for between in ("\x1b[?25l", "\x1b]52;c;YQ==\x07", "\x1b[?2004h\x1b[?1004h", "\x07"):
        assert drawn(line, between, line)[1:] == [between, ""]


def test_another_size_and_a_repaint_send_all_again() -> None:
    line, picture = "\x1b[1;1HUne ligne\x1b[1;1H", Picture()
    picture.shorter(line, (WIDTH, HEIGHT))
    assert "Une ligne" in picture.shorter(line, (WIDTH + 1, HEIGHT))
    picture.forget()
    assert "Une ligne" in picture.shorter(line, (WIDTH + 1, HEIGHT))


def test_what_is_drawn_outside_the_screen_is_left_out() -> None:
    outside = f"\x1b[{HEIGHT + 3};1Hdehors\x1b[1;{WIDTH + 5}Hdehors\x1b[1;1H"
    assert drawn(outside) == [""]


def test_a_long_text_that_is_no_drawing_is_told_at_once() -> None:
    text = "\x1b[1;1H" + "a" * 100_000 + "\x1b[5n"
    assert drawn(text) == [text]


@pytest.mark.parametrize(
    ("style", "kept"), [("1;36", "1"), ("36", ""), ("7;44", "7"), ("30;46", "7"), ("2;3;90", "2;3")]
)
def test_without_colours_a_ground_is_reversed(style: str, kept: str) -> None:
    sent = Picture(colours=False).shorter(f"\x1b[1;1H\x1b[{style}mmot\x1b[0m\x1b[1;1H", (5, 1))
    assert sent.startswith("\x1b[1H" + (f"\x1b[{kept}m" if kept else "") + "mot")
