"""Blocks set as lines of a given width: the screen's renderer of the document tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len, chop_cells

from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Code,
    Heading,
    Inline,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    inline,
    plain,
)
from partner_tui.domain.text import clean

LEAST = 8
"""The narrowest text: what is nested deeper stands at the left again."""


class Piece(Struct, frozen=True):
    """A run of one style on a line."""

    text: str
    style: str = ""
    link: str = ""


class Row(Struct, frozen=True):
    """A line of the page; `anchor` is the id of the heading on it."""

    pieces: tuple[Piece, ...] = ()
    anchor: str = ""
    source: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)


def typeset(blocks: Iterable[Block], width: int, *, tight: bool = False) -> tuple[Row, ...]:
    """Return blocks as lines of at most `width` columns, blank lines between unless tight."""
    rows: list[Row] = []
    for block in blocks:
        if rows and not tight:
            rows.append(Row())
        rows.extend(_block(block, max(LEAST, width)))
    return tuple(rows)


def _block(block: Block, width: int) -> Iterator[Row]:
    match block:
        case Heading(level=level, text=text, id=anchor):
            look = "heading" if level < 3 else "strong"
            yield from (Row(line, anchor) for line in _wrap(text, width, look))
        case Paragraph(text=text, source=source, missing=missing):
            look = "warn" if missing else ""
            yield from (Row(line, source=source) for line in _wrap(text, width, look))
        case Bullets():
            yield from _bullets(block, width)
        case Quote(blocks=inner):
            yield from _quoted(inner, width)
        case Code(text=text):
            for line in map(str.rstrip, clean(text).expandtabs(4).split("\n")):
                for part in _chopped(Piece(line, "dim"), width - 2):
                    yield Row((Piece("  ", "dim"), part))
        case Table():
            yield from _table(block, width)
        case Rule():
            yield Row((Piece("─" * width, "dim"),))


def literal(text: str, width: int) -> tuple[Row, ...]:
    """Return text as it is, line by line; a line that is too long goes on below."""
    lines = clean(text).expandtabs(4).rstrip("\n").split("\n")
    return tuple(
        Row((part,))
        for line in map(str.rstrip, lines)
        for part in _chopped(Piece(line), max(LEAST, width))
    )


def _quoted(inner: Iterable[Block], width: int) -> Iterator[Row]:
    if width - 2 < LEAST:
        yield from typeset(inner, width)
        return
    for row in typeset(inner, width - 2):
        yield replace(row, pieces=(Piece("│ ", "dim"), *row.pieces))


def _bullets(block: Bullets, width: int) -> Iterator[Row]:
    loose = any(len(item) > 1 and not isinstance(item[1], Bullets) for item in block.items)
    for number, item in enumerate(block.items, start=block.start):
        if loose and number > block.start:
            yield Row()
        mark = f"{number}. " if block.ordered else "· "
        yield from _marked(mark, item, width)


def _marked(mark: str, item: Sequence[Block], width: int) -> Iterator[Row]:
    """Set an item beside its mark, or below it where there is no room."""
    indent, beside = " " * len(mark), width - len(mark) >= LEAST
    if not beside:
        yield from (Row((part,)) for part in _chopped(Piece(mark.rstrip(), "accent"), width))
    for index, row in enumerate(list(_item(item, width - len(mark) * beside)) or [Row()]):
        first = Piece(mark, "accent") if index == 0 else Piece(indent)
        yield replace(row, pieces=(first, *row.pieces)) if beside else row


def _item(item: Sequence[Block], width: int) -> Iterator[Row]:
    for index, block in enumerate(item):
        if index and not isinstance(block, Bullets):
            yield Row()
        yield from _block(block, max(LEAST, width))


def _table(table: Table, width: int) -> Iterator[Row]:
    """Set a table in columns when it fits, else each row as a small list of its cells."""
    if not table.header:
        return
    columns = list(zip(table.header, *table.rows, strict=False))
    widths = [max(cell_len(clean(plain(cell))) for cell in column) for column in columns]
    if sum(widths) + 2 * (len(widths) - 1) > width:
        longest = max(range(len(widths)), key=widths.__getitem__)
        widths[longest] -= sum(widths) + 2 * (len(widths) - 1) - width
        if widths[longest] < 14:
            yield from _stacked(table, width)
            return
    for index, cells in enumerate((table.header, *table.rows)):
        yield from _cells(cells, widths, "strong" if index == 0 else "")
        if index == 0:
            yield Row((Piece("─" * min(width, sum(widths) + 2 * (len(widths) - 1)), "dim"),))


def _cells(cells: Sequence[Inline], widths: Sequence[int], style: str) -> Iterator[Row]:
    wrapped = [list(_wrap(cell, w, style)) or [()] for cell, w in zip(cells, widths, strict=False)]
    for line in range(max(len(rows) for rows in wrapped)):
        pieces: list[Piece] = []
        for rows, columns in zip(wrapped, widths, strict=False):
            row = rows[line] if line < len(rows) else ()
            used = sum(cell_len(piece.text) for piece in row)
            pieces += [*row, Piece(" " * (columns - used + 2))]
        yield Row(tuple(pieces[:-1]))


def _stacked(table: Table, width: int) -> Iterator[Row]:
    for index, cells in enumerate(table.rows):
        if index:
            yield Row()
        for title, cell in zip(table.header, cells, strict=False):
            label = (Span(plain(title) + " · ", emphasis=True),) if plain(title) else ()
            for row in _wrap((*label, *cell), width):
                yield Row(row)


def _wrap(spans: Inline, width: int, style: str = "") -> Iterator[tuple[Piece, ...]]:
    """Yield the spans broken at spaces; a newline in the text breaks too."""
    line: list[Piece] = []
    used = 0
    for word in _whole(_words(spans, style)):
        size = sum(cell_len(piece.text) for piece in word[:-1])
        size += cell_len(word[-1].text.rstrip(" "))
        if word[0].text == "\n" or (used and used + size > width):
            yield _trimmed(line)
            line, used = [], 0
            if word[0].text == "\n":
                continue
        for part in (part for piece in word for part in _chopped(piece, width)):
            if used and used + cell_len(part.text.rstrip(" ")) > width:
                yield _trimmed(line)
                line, used = [], 0
            line.append(part)
            used += cell_len(part.text)
    if line:
        yield _trimmed(line)


def _whole(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield words, which may be in several styles; a full stop stays with the link before it."""
    word: list[Piece] = []
    for piece in pieces:
        if piece.text == "\n" and word:
            yield word
            word = []
        word.append(piece)
        if piece.text.endswith((" ", "\n")):
            yield word
            word = []
    if word:
        yield word


def _chopped(word: Piece, width: int) -> Iterator[Piece]:
    """Yield a word in parts that each fit the width."""
    body = word.text.rstrip(" ")
    if cell_len(body) <= width:
        yield word
        return
    parts = [part for part in chop_cells(body, width) if part]
    parts[-1] += word.text[len(body) :]
    for part in parts:
        yield replace(word, text=part)


def _words(spans: Inline, style: str) -> Iterator[Piece]:
    """Yield words with the spaces after them; breaks as a piece of their own."""
    for span in spans:
        look = style or _style(span)
        for number, line in enumerate(clean(span.text).replace("\t", " ").split("\n")):
            if number:
                yield Piece("\n")
            start = 0
            for index, char in enumerate(line):
                if char == " " and line[index + 1 : index + 2] != " ":
                    yield Piece(line[start : index + 1], look, span.link)
                    start = index + 1
            if line[start:]:
                yield Piece(line[start:], look, span.link)


def _style(span: Span) -> str:
    if span.link:
        return "link"
    return "strong" if span.strong else "emphasis" if span.emphasis else "code" if span.code else ""


def _trimmed(line: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return a line without the spaces at its end, neighbours of one style joined."""
    pieces: list[Piece] = []
    for piece in line:
        if pieces and (pieces[-1].style, pieces[-1].link) == (piece.style, piece.link):
            pieces[-1] = replace(pieces[-1], text=pieces[-1].text + piece.text)
        else:
            pieces.append(piece)
    if pieces:
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip(" "))
    return tuple(pieces)


def words(text: str, width: int) -> tuple[Row, ...]:
    """Return plain text as lines."""
    return typeset((Paragraph(inline(text)),), width) if text else ()
