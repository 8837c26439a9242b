"""A document for Word: real titles, lists and tables, page numbers, its language said."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final

from partner_tui.documents import docx_parts as parts
from partner_tui.documents.outline import stepped
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
from partner_tui.domain.text import clean, one_line

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph as WordParagraph

CELL: Final = 9 * 12700
"""Letters in a table: 9 points, in the unit of Word files."""
LONGEST: Final = 400
"""A cell longer than this asks for no more room than this."""
DEEPEST: Final = 3
"""Word's own list styles go that deep."""
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold."""


def render(document: Document) -> bytes:
    """Return a whole document as a Word file."""
    word = parts.new(document.language, wide=parts.is_wide(document))
    _properties(word, document)
    meta = document.meta
    if meta.letterhead:
        _write(parts.line(word), (Span(meta.letterhead),))
    _write(parts.line(word, "Title"), (Span(one_line(document.title)),))
    for line in filter(None, (meta.line, meta.notice)):
        _write(parts.line(word, "Subtitle"), (Span(line),))
    foot = " · ".join(filter(None, (one_line(document.title), meta.day, meta.notice)))
    parts.foot(word, text_of(foot), document.language)
    _add(word, stepped(document.blocks))
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


def text_of(text: str) -> str:
    """Return clean text that XML can hold."""
    return _UNWRITABLE.sub("", clean(text))


def _properties(word: Word, document: Document) -> None:
    core, meta = word.core_properties, document.meta
    core.title = text_of(one_line(document.title))[:255]
    core.author = text_of(one_line(meta.partnership))[:255]
    core.language = f"{document.language}-CA"
    core.subject = text_of(meta.edition)[:255]
    core.comments = text_of(meta.notice)[:255]
    core.keywords = ""
    if meta.issued:
        moment = datetime.combine(meta.issued, time(), tzinfo=UTC)
        core.created = core.modified = moment


def _add(word: Word, blocks: Iterable[Block], depth: int = 0, style: str = "") -> None:
    """Write blocks; those inside a list item or a quote have a style of their own."""
    for block in blocks:
        match block:
            case Heading(level=level, text=text):
                title = parts.line(word, f"Heading{min(level - 1, 9)}")
                _write(title, (Span(one_line(plain(text))),))
            case Paragraph(text=text, missing=missing):
                _write(parts.line(word, style), text, missing)
            case Bullets():
                _bullets(word, block, depth + 1)
            case Quote(blocks=inner):
                _add(word, inner, depth, style or "Quote")
            case Code(text=text):
                _write(parts.line(word, "NoSpacing"), (Span(text, code=True),))
            case Table():
                _table(word, block)
            case Rule():
                parts.ruled(parts.line(word))


def _bullets(word: Word, bullets: Bullets, depth: int) -> None:
    """Write items in Word's own list styles."""
    name = "ListNumber" if bullets.ordered else "ListBullet"
    level = min(depth, DEEPEST)
    deeper = "" if level == 1 else str(level)
    for item in bullets.items:
        first, *rest = item or (Paragraph(()),)
        line = parts.line(word, name + deeper)
        if isinstance(first, Paragraph):
            _write(line, first.text, first.missing)
        else:
            rest = [first, *rest]
        _add(word, rest, depth, f"ListContinue{deeper}")


def _table(word: Word, table: Table) -> None:
    grid = parts.grid(word, len(table.rows) + 1, _longest(table))
    header = tuple(tuple(replace(span, strong=True) for span in cell) for cell in table.header)
    for row, cells in zip(grid, (header, *table.rows), strict=True):
        for line, cell in zip(row, cells, strict=True):
            _write(line, cell, size=CELL)


def _longest(table: Table) -> list[int]:
    """Return how long the longest cell of each column is, within limits."""
    columns = zip(table.header, *table.rows, strict=True)
    return [min(max(max(len(plain(cell)) for cell in column), 3), LONGEST) for column in columns]


def _write(line: WordParagraph, spans: Inline, missing: bool = False, size: int = 0) -> None:
    for span in spans:
        text = text_of(span.text)
        if not text:
            continue
        run = line.add_run(text)
        run.bold = span.strong or None
        run.italic = span.emphasis or missing or None
        if size:
            run.font.size = size
        if span.code:
            run.font.name = "Consolas"
