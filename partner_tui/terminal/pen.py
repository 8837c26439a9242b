"""A pen that draws the cells that change, moving and changing style as little as it takes."""

from __future__ import annotations

from partner_tui.terminal.cells import UNKNOWN, Row
from partner_tui.terminal.looks import PLAIN, change, on_blank

NEAR = 4
"""Up to so many cells that stay are sent again rather than stepped over."""
LONG = 9
"""So many blanks, or more, are erased by one sequence rather than sent."""
SHORT_TAIL = 3
"""Up to so many blanks at the end of a line are sent."""


class Pen:
    """Where the terminal's cursor is, in which style, and what was sent."""

    def __init__(self) -> None:
        self._sent: list[str] = []
        self._y = self._x = -1
        """The cursor; -1 when it is not known."""
        self._look = PLAIN

    def draw(self, y: int, before: Row, after: Row) -> None:
        """Turn one line into another."""
        changed = after.changed(before)
        if not changed:
            return
        end, until = after.tail(), 0
        for x in changed:
            if x >= end:
                self._erase_tail(y, x, changed[-1], end)
                return
            if x < until:
                continue
            blanks = after.blanks(x)
            if blanks >= LONG:
                self._erase(y, x, f"\x1b[{blanks}X")
                until = x + blanks
            else:
                self._reach(y, x, after)
                self._cell(after, x)

    def raw(self, y: int, x: int, text: str) -> None:
        """Send a text that cannot be put into cells; the cursor is lost."""
        self._move(y, x)
        self._turn(PLAIN)
        self._sent.append(text)
        self._y = -1

    def finish(self, y: int, x: int) -> str:
        """Return what was sent, in the end in the plain style and with the cursor put in place."""
        if not self._sent:
            return ""
        self._turn(PLAIN)
        self._move(y, x)
        return "".join(self._sent)

    def _reach(self, y: int, x: int, row: Row) -> None:
        """Go to a cell; those just before it that stay are drawn again when that is shorter."""
        between = range(self._x, x) if y == self._y and 0 <= x - self._x <= NEAR else ()
        if between and all(self._fits(row, at) for at in between):
            for at in between:
                self._cell(row, at)
        else:
            self._move(y, x)

    def _fits(self, row: Row, x: int) -> bool:
        """Tell whether a cell can be drawn without a change of style."""
        if row.is_blank(x):
            return on_blank(self._look) == PLAIN
        return row.chars[x] != UNKNOWN and row.looks[x] == self._look

    def _cell(self, row: Row, x: int) -> None:
        if not self._fits(row, x):
            self._turn(row.looks[x])
        self._sent.append(row.chars[x])
        # After the last column terminals differ on where the cursor is.
        self._x = x + 1
        if self._x == len(row.chars):
            self._y = -1

    def _erase_tail(self, y: int, first: int, last: int, end: int) -> None:
        """Erase to the end of the line, from where the cursor is when that is among its blanks."""
        if y == self._y and end <= self._x <= first:
            first = self._x
        self._erase(y, first, " " * (last + 1 - first) if last - first < SHORT_TAIL else "\x1b[K")
        if last - first < SHORT_TAIL:
            self._y = -1

    def _erase(self, y: int, x: int, sequence: str) -> None:
        self._move(y, x)
        if on_blank(self._look) != PLAIN:
            self._turn(PLAIN)
        self._sent.append(sequence)

    def _turn(self, look: str) -> None:
        self._sent.append(change(self._look, look))
        self._look = look

    def _move(self, y: int, x: int) -> None:
        if self._y >= 0 and y == self._y + 1:
            self._sent.append("\r\n")
            if x:
                self._sent.append("\x1b[C" if x == 1 else f"\x1b[{x}C")
        elif y != self._y:
            self._sent.append(f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H")
        elif x == self._x + 1:
            self._sent.append("\x1b[C")
        elif x > self._x:
            self._sent.append(f"\x1b[{x - self._x}C")
        elif x < self._x:
            self._sent.append("\r" if not x else f"\x1b[{self._x - x}D")
        self._y, self._x = y, x
