"""Output in fewer bytes draws the same picture."""

from __future__ import annotations

import pyte
from hypothesis import given
from hypothesis import strategies as st

from partner_tui.terminal.thrift import SHORTEST, thrifty

WORDS = st.text("abcé ", max_size=30)
STYLES = st.sampled_from(["", "1", "2", "7", "4;31", "44"])


def picture(output: str) -> list[list[tuple[str, str, str, bool, bool]]]:
    """Return what a terminal full of marks shows after some output."""
    screen = pyte.Screen(40, 6)
    stream = pyte.Stream(screen)
    stream.feed("\x1b[1;1H" + "\r\n".join(["x" * 40] * 6) + "\x1b[1;1H" + output)
    return [
        [
            (c.data, c.fg, c.bg, c.reverse, c.underscore)
            for c in (screen.buffer[y][x] for x in range(40))
        ]
        for y in range(6)
    ]


def line(y: int, parts: list[tuple[str, str]]) -> str:
    """Return a line as the interface sends it: a place, then runs of one style each."""
    runs = "".join(f"\x1b[{style}m{text}\x1b[0m" if style else text for style, text in parts)
    return f"\x1b[{y + 1};1H{runs}"


@given(st.lists(st.lists(st.tuples(STYLES, WORDS), max_size=2), max_size=6))
def test_it_draws_the_same(rows: list[list[tuple[str, str]]]) -> None:
    spaced = [[(style, text.replace("a", " " * 12)[:19]) for style, text in row] for row in rows]
    output = "\r\n".join(line(y, row) for y, row in enumerate(spaced))
    assert picture(thrifty(output)) == picture(output)


def test_a_blank_line_costs_a_few_bytes() -> None:
    assert thrifty("\x1b[3;1H" + " " * 80 + "\r\n") == "\x1b[3;1H\x1b[80X\r\n"


def test_what_follows_a_blank_stays_in_its_place() -> None:
    assert thrifty("a" + " " * 20 + "b") == "a\x1b[20X\x1b[20Cb"


def test_a_reversed_blank_is_something_to_see() -> None:
    output = "\x1b[7m" + " " * 40 + "\x1b[0m"
    assert thrifty(output) == output


def test_short_blanks_stay() -> None:
    output = "a" + " " * (SHORTEST - 1) + "b"
    assert thrifty(output) == output
