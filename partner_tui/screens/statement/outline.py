"""Whole documents on the screen; in the outline of the agreement, questions are links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from partner_tui.domain.blocks import Block, Bullets, Document, Heading, Paragraph, inline


def whole_page(document: Document) -> list[Block]:
    """Return a whole document under its title."""
    return [Heading(1, inline(document.title)), *document.blocks]


def outline_page(document: Document) -> list[Block]:
    """Return the whole document, each question it comes from a link."""
    return [Heading(1, inline(document.title)), *_linked(document.blocks)]


def _linked(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Paragraph(text=text, source=source) if source.startswith("question:"):
                yield replace(block, text=tuple(replace(span, link=source) for span in text))
            case Bullets(items=items):
                yield replace(block, items=tuple(tuple(_linked(item)) for item in items))
            case _:
                yield block
