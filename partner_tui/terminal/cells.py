"""One line of a terminal, cell by cell."""

from __future__ import annotations

from partner_tui.terminal.looks import PLAIN

UNKNOWN = ""
"""A cell that may show anything; every other cell holds one character of one column."""


class Row:
    """The cells of one line: a character and a style each."""

    __slots__ = ("chars", "looks")

    def __init__(self, chars: list[str], looks: list[str]) -> None:
        self.chars = chars
        self.looks = looks

    @classmethod
    def unknown(cls, width: int) -> Row:
        """Return a line that may show anything."""
        return cls([UNKNOWN] * width, [PLAIN] * width)

    def copy(self) -> Row:
        """Return a line of its own with the same cells."""
        return Row(self.chars[:], self.looks[:])

    def is_blank(self, x: int) -> bool:
        """Tell whether a cell shows nothing."""
        return self.chars[x] == " " and not self.looks[x]

    def blanks(self, x: int) -> int:
        """Count the cells from `x` on that show nothing."""
        end = x
        while end < len(self.chars) and self.is_blank(end):
            end += 1
        return end - x

    def tail(self) -> int:
        """Return where the blanks at the end of the line begin."""
        end = len(self.chars)
        while end and self.is_blank(end - 1):
            end -= 1
        return end

    def changed(self, before: Row) -> list[int]:
        """Return the cells to draw so that the line `before` becomes this one."""
        if self.chars == before.chars and self.looks == before.looks:
            return []
        were = zip(before.chars, before.looks, strict=True)
        are = zip(self.chars, self.looks, strict=True)
        return [
            x
            for x, (was, now) in enumerate(zip(were, are, strict=True))
            if was != now and now[0] != UNKNOWN
        ]
