"""A table in plain text: aligned when it fits, else its columns wrapped, else row by row."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from partner_tui.domain.blocks import Inline, Table, plain
from partner_tui.domain.text import one_line

GAP: Final = "  "
NARROWEST: Final = 15
"""A column of sentences narrower than this is not read easily."""
TALLEST: Final = 7
"""A row that needs more lines than this reads better on its own."""

Cells = tuple[str, ...]


def table(found: Table, width: int, colon: str) -> str:
    """Return a table in so many columns of text."""
    header, rows = _cells(found.header), [_cells(row) for row in found.rows]
    widths = _widths([header, *rows], width)
    if widths:
        laid = [_row(row, widths) for row in (header, *rows)]
        if max(map(len, laid)) <= TALLEST:
            return _ruled(laid, widths)
    return "\n\n".join(_stacked(header, row, width, colon) for row in rows)


def _cells(row: tuple[Inline, ...]) -> Cells:
    return tuple(one_line(plain(cell)) for cell in row)


def _widths(rows: Sequence[Cells], width: int) -> list[int]:
    """Return the width of each column, or nothing when no sensible one can be."""
    columns = list(zip(*rows, strict=True))
    room = width - len(GAP) * (len(columns) - 1)
    natural = [max(1, *map(len, column)) for column in columns]
    if sum(natural) <= room:
        return natural
    least = [_least(column) for column in columns]
    if sum(least) > room:
        return []
    return _shared(natural, least, room)


def _least(column: Sequence[str]) -> int:
    """Return how narrow a column may be: no word is cut, and sentences have enough."""
    longest = max(1, *(len(word) for cell in column for word in cell.split(" ")))
    return max(longest, min(max(map(len, column)), NARROWEST))


def _shared(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Give the room that is left to the columns that want more, each in proportion."""
    widths = list(least)
    left = room - sum(widths)
    wanted = [most - width for most, width in zip(natural, widths, strict=True)]
    total = sum(wanted)
    for n, want in enumerate(wanted):
        widths[n] += left * want // total if total else 0
    spare = room - sum(widths)
    for n in sorted(range(len(widths)), key=lambda n: widths[n] - natural[n])[:spare]:
        widths[n] += 1
    return widths


def _row(row: Cells, widths: Sequence[int]) -> list[str]:
    """Return a row as lines, each cell wrapped in its column."""
    wrapped = [
        textwrap.wrap(cell, width, break_long_words=False, break_on_hyphens=False)
        for cell, width in zip(row, widths, strict=True)
    ]
    return [
        GAP.join(part.ljust(width) for part, width in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*wrapped, fillvalue="")
    ] or [""]


def _ruled(laid: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """Return rows under a ruled header, apart from each other when one of them is tall."""
    header, *rows = ["\n".join(lines) for lines in laid]
    rule = GAP.join("-" * width for width in widths)
    apart = "\n\n" if any(len(lines) > 1 for lines in laid[1:]) else "\n"
    return "\n".join((header, rule, apart.join(rows))) if rows else f"{header}\n{rule}"


def _stacked(header: Cells, row: Cells, width: int, colon: str) -> str:
    """Return one row as lines: its first two cells side by side, then the others by name."""
    indent = " " * (len(row[0]) + len(GAP)) if row[0] and len(row[0]) < NARROWEST else ""
    lines = [_hanging(GAP.join(filter(None, row[:2])), indent, width)]
    for name, cell in list(zip(header, row, strict=True))[2:]:
        if cell:
            lines.append(_hanging(f"{indent}{name}{colon}{cell}", indent + GAP, width))
    return "\n".join(lines)


def _hanging(text: str, indent: str, width: int) -> str:
    return "\n".join(
        textwrap.wrap(
            text,
            width,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )
