"""What is drawn on a terminal, read into lines of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import get_character_cell_size

from partner_tui.terminal.cells import UNKNOWN, Row
from partner_tui.terminal.looks import PLAIN, added, on_blank, without_colours

WIDER = "\u2e80"
"""From here on stand the scripts and the pictures that terminals measure each in their way."""

_PART = re.compile(r"\x1b\[([\d;]*)([Hm])|(\n)|([^\x1b\n]+)")


class Reading:
    """The lines that some output draws on, and what of it cannot be put into cells."""

    def __init__(self, before: Sequence[Row], width: int, colours: bool = True) -> None:
        self.rows: dict[int, Row] = {}
        self.strange: list[tuple[int, int, str]] = []
        """Line, column and text of what terminals do not agree on the width of, to its end."""
        self.x = self.y = 0
        self._before = before
        self._width = width
        self._colours = colours
        self._lost: set[int] = set()
        """The lines on which something strange stands."""
        self._in_strange = False

    def read(self, data: str) -> None:
        """Read places, styles and texts in the order they come."""
        look = PLAIN
        for codes, kind, newline, text in _PART.findall(data):
            if kind == "m":
                look = added(look, codes)
            elif kind == "H":
                y, x = codes.split(";")
                self.y, self.x, self._in_strange = int(y) - 1, int(x) - 1, False
            elif newline:
                self.y, self.x, self._in_strange = self.y + 1, 0, False
            elif self.y < len(self._before) and self.x < self._width:
                self._write(text, look if self._colours else without_colours(look))

    def _write(self, text: str, look: str) -> None:
        if self.y not in self.rows:
            self.rows[self.y] = self._before[self.y].copy()
        row = self.rows[self.y]
        if self.y in self._lost or not _is_simple(text):
            self._pass(row, text, look)
            return
        end = min(self._width, self.x + len(text))
        text = text[: end - self.x]
        blank = on_blank(look)
        row.chars[self.x : end] = text
        row.looks[self.x : end] = [blank if each == " " else look for each in text]
        self.x = end

    def _pass(self, row: Row, text: str, look: str) -> None:
        """Keep a text as it is; what stands after it on the line is not known any more."""
        self._lost.add(self.y)
        row.chars[self.x :] = [UNKNOWN] * (self._width - self.x)
        if not self._in_strange:
            self.strange.append((self.y, self.x, ""))
        self._in_strange = True
        y, x, before = self.strange[-1]
        self.strange[-1] = (y, x, before + (f"\x1b[{look}m{text}\x1b[m" if look else text))


def _is_simple(text: str) -> bool:
    """Tell whether every character fills one column on any terminal."""
    return text.isascii() or all(
        each < WIDER and get_character_cell_size(each) == 1 for each in text
    )
