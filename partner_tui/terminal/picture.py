"""What the terminal shows, cell by cell, so that only the cells that change are sent.

Textual sends whole lines of every widget that was refreshed. Here its output is read into a
picture of the screen and compared with what is there already, as curses does: what comes out
draws the same in a fraction of the bytes. Output that is not drawing passes as it is.
"""

from __future__ import annotations

import re

from partner_tui.terminal.cells import Row
from partner_tui.terminal.pen import Pen
from partner_tui.terminal.reading import Reading

_DRAWING = re.compile(r"\x1b\[\d+;\d+H(?:[^\x00-\x1f\x7f-\x9f]++|\x1b\[(?:[\d;]*m|\d+;\d+H)|\n)*+")
_HARMLESS = re.compile(
    r"(?:\x07|\x1b\[\?(?!1049|47|1047)[\d;]+[hl]|\x1b\[[<>]\d*u"
    r"|\x1b[\]P][^\x07\x1b]*+(?:\x07|\x1b\\))*+"
)
"""Modes, titles, the clipboard: what leaves the cells as they are."""


class Picture:
    """The cells of the screen, as far as they are known."""

    def __init__(self, colours: bool = True) -> None:
        self._colours = colours
        self._width = self._height = 0
        self._rows: list[Row] = []
        self._stale = True

    def forget(self) -> None:
        """Take nothing for known any more; may be called at any moment, even by a signal."""
        self._stale = True

    def shorter(self, data: str, size: tuple[int, int]) -> str:
        """Return output that leaves a screen of this size as the output given would."""
        if self._stale or size != (self._width, self._height):
            self._stale = False
            self._width, self._height = size
            self._rows = [Row.unknown(self._width) for _y in range(self._height)]
        if not _DRAWING.fullmatch(data):
            if not _HARMLESS.fullmatch(data):
                self.forget()
            return data
        return self._drawn(data)

    def _drawn(self, data: str) -> str:
        reading = Reading(self._rows, self._width, self._colours)
        reading.read(data)
        pen = Pen()
        for y, row in sorted(reading.rows.items()):
            pen.draw(y, self._rows[y], row)
            self._rows[y] = row
        for y, x, text in reading.strange:
            pen.raw(y, x, text)
        return pen.finish(reading.y, reading.x)
