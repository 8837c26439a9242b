"""The words of blocks without any layout, one text a paragraph, an item or a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Code,
    Heading,
    Inline,
    Paragraph,
    Quote,
    Rule,
    Table,
    plain,
)
from partner_tui.domain.text import clean

GAP = " · "


def pieces(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the text of each paragraph, item, title and row; nothing for a rule."""
    for block in blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                yield clean(plain(text)).strip()
            case Bullets(items=items):
                for item in items:
                    yield from pieces(item)
            case Quote(blocks=inner):
                yield from pieces(inner)
            case Code(text=text):
                yield clean(text)
            case Table(header=header, rows=rows):
                yield from map(_row, (header, *rows))
            case Rule():
                pass


def flat(blocks: Iterable[Block]) -> str:
    """Return the text of blocks, one line each."""
    return "\n".join(filter(None, pieces(blocks)))


def _row(row: tuple[Inline, ...]) -> str:
    return GAP.join(filter(None, (clean(plain(cell)).strip() for cell in row)))
