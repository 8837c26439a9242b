"""A document for Word: real titles, lists and tables, page numbers, its language said."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from partner_tui.documents import docx_marks as marks
from partner_tui.documents import docx_parts as parts
from partner_tui.documents.outline import stepped
from partner_tui.documents.pictures import picture_kind
from partner_tui.documents.plain_data import shown
from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Code,
    Document,
    Heading,
    Inline,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    plain,
)
from partner_tui.domain.text import one_line

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

DEEPEST: Final = 3
"""Word's own list styles go that deep."""


def render(document: Document) -> bytes:
    """Return a whole document as a Word file."""
    word = parts.new(document.language, wide=parts.is_wide(document))
    _properties(word, document)
    meta, page = document.meta, Page(word)
    if picture_kind(meta.logo):
        parts.logo(word, meta.logo)
    if meta.letterhead:
        page.line((Span(meta.letterhead),))
    page.line((Span(one_line(document.title)),), "Title")
    for text in filter(None, (meta.line, meta.notice)):
        page.line((Span(text),), "Subtitle")
    foot = " · ".join(filter(None, (one_line(document.title), meta.day, meta.notice)))
    parts.foot(word, shown(foot), document.language)
    page.add(stepped(document.blocks))
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


def _properties(word: Word, document: Document) -> None:
    core, meta = word.core_properties, document.meta
    core.title = shown(one_line(document.title))[:255]
    core.author = shown(one_line(meta.partnership))[:255]
    core.language = f"{document.language}-CA"
    core.subject = shown(meta.edition)[:255]
    core.comments = shown(meta.notice)[:255]
    core.keywords = ""
    if meta.issued:
        moment = datetime.combine(meta.issued, time(), tzinfo=UTC)
        core.created = core.modified = moment


class Page:
    """Writes blocks at the end of a Word file."""

    def __init__(self, word: Word) -> None:
        self._end = word.element.body.get_or_add_sectPr()
        self._room = parts.room(word)

    def line(self, spans: Inline, style: str = "", missing: bool = False) -> None:
        """Write a paragraph."""
        _write(marks.line(self._end, style), spans, missing)

    def add(self, blocks: Iterable[Block], depth: int = 0, style: str = "") -> None:
        """Write blocks; those inside a list item or a quote have a style of their own."""
        for block in blocks:
            match block:
                case Heading(level=level, text=text):
                    title = (Span(one_line(plain(text))),)
                    self.line(title, f"Heading{min(level - 1, 9)}")
                case Paragraph(text=text, missing=missing):
                    self.line(text, style, missing)
                case Bullets():
                    self._bullets(block, depth + 1)
                case Quote(blocks=inner):
                    self.add(inner, depth, style or "Quote")
                case Code(text=text):
                    self.line((Span(text, code=True),), "NoSpacing")
                case Table():
                    self._table(block)
                case Rule():
                    marks.rule(marks.line(self._end))

    def _bullets(self, bullets: Bullets, depth: int) -> None:
        """Write items in Word's own list styles."""
        name = "ListNumber" if bullets.ordered else "ListBullet"
        level = min(depth, DEEPEST)
        deeper = "" if level == 1 else str(level)
        for item in bullets.items:
            first, *rest = item or (Paragraph(()),)
            if isinstance(first, Paragraph):
                self.line(first.text, name + deeper, first.missing)
            else:
                self.line((), name + deeper)
                rest = [first, *rest]
            self.add(rest, depth, f"ListContinue{deeper}")

    def _table(self, table: Table) -> None:
        widths = parts.widths(table, self._room)
        grid = marks.table(self._end, len(table.rows) + 1, widths, "NoSpacing")
        header = tuple(tuple(replace(span, strong=True) for span in cell) for cell in table.header)
        for row, cells in zip(grid, (header, *table.rows), strict=True):
            for line, cell in zip(row, cells, strict=True):
                _write(line, cell)


def _write(line: Element, spans: Inline, missing: bool = False) -> None:
    for span in spans:
        if text := shown(span.text):
            emphasis = span.emphasis or missing
            marks.run(line, text, strong=span.strong, emphasis=emphasis, code=span.code)
