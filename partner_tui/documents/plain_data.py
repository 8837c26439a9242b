"""A document as plain data: dictionaries, lists and clean texts, for JSON and for the PDF page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

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
)
from partner_tui.domain.text import clean, one_line

_UNWRITABLE: Final = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
"""What is no character at all: no font shows it, and some formats cannot hold it."""
SAFE_LINK: Final = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\\x00-\x20]+")
"""The only addresses that a document leads to."""

Data = dict[str, Any]


def document_data(document: Document) -> Data:
    """Return a whole document."""
    meta = document.meta
    return {
        "title": shown(one_line(document.title)),
        "language": document.language,
        "partnership": shown(one_line(meta.partnership)),
        "issued": meta.issued.isoformat() if meta.issued else None,
        "edition": one_line(meta.edition),
        "notice": one_line(meta.notice),
        "letterhead": shown(meta.letterhead),
        "blocks": block_data(document.blocks),
    }


def block_data(blocks: Iterable[Block]) -> list[Data]:
    """Return blocks, each with its kind."""
    return [_block(block) for block in blocks]


def _block(block: Block) -> Data:
    match block:
        case Heading(level=level, text=text, id=anchor):
            return {"kind": "heading", "level": level, "id": anchor, "text": _inline(text)}
        case Paragraph(text=text, source=source, missing=missing):
            found: Data = {"kind": "paragraph", "text": _inline(text), "missing": missing}
            return {**found, "source": source} if source else found
        case Bullets(items=items, ordered=ordered, start=start):
            inner = [block_data(item) for item in items]
            return {"kind": "bullets", "ordered": ordered, "start": start, "items": inner}
        case Quote(blocks=blocks):
            return {"kind": "quote", "blocks": block_data(blocks)}
        case Code(text=text):
            return {"kind": "code", "text": shown(text)}
        case Table():
            header, *rows = ([_inline(cell) for cell in row] for row in (block.header, *block.rows))
            return {"kind": "table", "header": header, "rows": rows}
        case Rule():
            return {"kind": "rule"}


def _inline(spans: Inline) -> list[Data]:
    return [_span(span) for span in spans if span.text]


def _span(span: Span) -> Data:
    data: Data = {"text": shown(span.text)}
    for name in ("strong", "emphasis", "code"):
        if getattr(span, name):
            data[name] = True
    if safe_link(span.link):
        data["link"] = span.link
    return data


def shown(text: str) -> str:
    """Return clean text that any format can hold."""
    return _UNWRITABLE.sub("", clean(text))


def safe_link(link: str) -> str:
    """Return a link to a page or to a mailbox; nothing for any other target."""
    return link if SAFE_LINK.fullmatch(link) else ""
