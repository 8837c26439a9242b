"""How wide the columns of a table are, in letters: no word is cut, long texts get most room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from partner_tui.domain.blocks import Table, plain

SHORT: Final = 14
"""A column of cells no longer than this is never wrapped: numbers, dates, states."""
LONGEST: Final = 600
"""A cell longer than this asks for no more room than this."""
LONGEST_WORD: Final = 30
POWER: Final = 0.75
"""A text twice as long gets more room, but not twice as much: it may also be taller."""


class Column(Struct, frozen=True):
    """What a column needs, in letters."""

    longest: int
    """Its longest cell."""
    word: int
    """Its longest word."""

    @property
    def is_short(self) -> bool:
        """True when it is kept as wide as its longest cell."""
        return self.longest <= SHORT

    @property
    def least(self) -> int:
        """The narrowest it can be."""
        return self.longest if self.is_short else self.word


def columns(table: Table) -> list[Column]:
    """Return the columns of a table, its header counted."""
    rows = (table.header, *table.rows)
    texts = zip(*(tuple(map(plain, row)) for row in rows), strict=True)
    return [column(each) for each in texts]


def column(texts: Sequence[str]) -> Column:
    """Return what a column of these texts needs."""
    words = (len(word) for text in texts for word in text.split())
    longest = max(map(len, texts), default=0)
    return Column(min(longest, LONGEST) or 1, min(max(words, default=1), LONGEST_WORD))


def widths(found: Sequence[Column], room: float) -> list[float]:
    """Return the width of each column in a room of so many letters, all of it used."""
    least = [each.least for each in found]
    wanted = [0.0 if each.is_short else each.longest**POWER for each in found]
    left, total = room - sum(least), sum(wanted)
    if left < 0 or not total:
        return [room * width / sum(least) for width in least]
    return [width + left * want / total for width, want in zip(least, wanted, strict=True)]
