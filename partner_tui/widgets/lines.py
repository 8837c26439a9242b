"""A line of a list: cells, their columns, and how they fit a width."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from rich.cells import cell_len, set_cell_size

from partner_tui.domain.text import one_line

MORE = "…"
NARROW, WIDE, WIDEST = 66, 96, 130
"""Columns below which a list is narrow, from which it is wide, and past which none goes: an eye
does not follow a line from one edge of a large screen to the other."""


class Cell(Struct, frozen=True):
    """A piece of a line; its text is data, never markup."""

    text: str
    style: str = ""
    """One of the styles of the list: accent, dim, warn, good, strong, heading."""
    width: int | None = 0
    """Columns to fill; 0 for as many as the text has, None for what is left."""
    right: bool = False
    """True to stand at the right of its columns."""
    narrow: Cell | None = None
    """What stands here instead in a narrow list."""
    wide: Cell | None = None
    """What stands here instead in a wide list."""


class Line(Struct, frozen=True):
    """One line of a list; a line without a key cannot be chosen."""

    cells: tuple[Cell, ...]
    key: str = ""
    search: str | Callable[[], str] = ""
    """Words that find the line besides those on it, or what tells them once they are wanted."""

    @property
    def text(self) -> str:
        """All its words, for searching."""
        others = self.search if isinstance(self.search, str) else self.search()
        return " ".join((*(cell.text for cell in self.cells), others))


def heading(text: str, *right: Cell) -> Line:
    """Return a line that titles those below it."""
    return Line((Cell(text, "heading", None), *right))


def note(text: str, style: str = "dim", indent: int = 1) -> Line:
    """Return a line that explains and cannot be chosen."""
    return Line((Cell(" " * indent), Cell(text, style, None)))


BLANK = Line(())


def fit(text: str, width: int, right: bool = False) -> str:
    """Return text in exactly `width` columns, cut with an ellipsis when it is longer."""
    text = one_line_keeping_indent(text)
    length = cell_len(text)
    if length > width:
        return set_cell_size(text, max(0, width - 1)) + MORE if width > 0 else ""
    return " " * (width - length) + text if right else text + " " * (width - length)


def fit_parts(text: str, width: int) -> str:
    """Return text in exactly `width` columns; the last parts between its dots go whole."""
    while cell_len(text) > width and " · " in text:
        text = text.rpartition(" · ")[0]
    return fit(text, width)


def one_line_keeping_indent(text: str) -> str:
    """Return text safe to show on one line, its leading spaces kept."""
    body = text.lstrip(" ")
    return (
        " " * (len(text) - len(body)) + one_line(body) + " " * (len(body) - len(body.rstrip(" ")))
    )


def layout(line: Line, width: int) -> Iterator[tuple[str, str]]:
    """Yield the text and style of each cell so that together they fill the width."""
    cells = [_fitted(cell, width) for cell in line.cells]
    widths = [_natural(cell) for cell in cells]
    left = width - sum(w for w in widths if w is not None)
    if None not in widths:
        widths.append(None)
    before: tuple[str, str] | None = None
    for cell, columns in zip((*cells, Cell("", width=None)), widths, strict=False):
        room = max(0, left) if columns is None else min(columns, max(0, width))
        width -= room
        left = 0 if columns is None else left
        if room:
            text = fit(cell.text, room, cell.right)
            if before is not None:
                yield _apart(before[0], text), before[1]
            before = text, cell.style
    if before is not None:
        yield before


def _apart(text: str, after: str) -> str:
    """Return a cell's text; one that is cut leaves a column before the words that follow."""
    if not text.endswith(MORE) or after.startswith(" ") or len(text) < 3:
        return text
    return f"{set_cell_size(text, cell_len(text) - 2)}{MORE} "


def _fitted(cell: Cell, width: int) -> Cell:
    """Return a cell, or the one that stands for it at this width."""
    if width < NARROW:
        return cell.narrow or cell
    return (width >= WIDE and cell.wide) or cell


def _natural(cell: Cell) -> int | None:
    return cell_len(one_line_keeping_indent(cell.text)) if cell.width == 0 else cell.width
