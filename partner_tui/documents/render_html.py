"""A document as one HTML file that needs nothing else and prints well."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Final

from partner_tui.documents.outline import stepped
from partner_tui.documents.pictures import picture_kind
from partner_tui.documents.plain_data import safe_link, shown
from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Code,
    Document,
    Heading,
    Inline,
    Meta,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    plain,
)
from partner_tui.domain.text import one_line

STYLE: Final = Path(__file__).with_name("page.css")
WIDE_FROM: Final = 7
"""A page whose tables have so many columns may be wider."""
SHORT: Final = 12
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""The page may load nothing, from anywhere."""


def render(document: Document) -> str:
    """Return a whole document as one HTML page."""
    blocks = tuple(stepped(document.blocks))
    wide = any(isinstance(b, Table) and len(b.header) >= WIDE_FROM for b in blocks)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escape(document.language)}-CA">',
            *_head(document),
            '<body class="wide">' if wide else "<body>",
            *_header(document),
            "<main>",
            *map(_block, blocks),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


@lru_cache
def _style() -> str:
    return STYLE.read_text(encoding="utf-8").strip()


def _head(document: Document) -> list[str]:
    meta = document.meta
    named = {
        "author": meta.partnership,
        "date": meta.issued.isoformat() if meta.issued else "",
        "description": meta.notice,
    }
    return [
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_line(document.title)}</title>",
        *(f'<meta name="{k}" content="{_line(v)}">' for k, v in named.items() if v),
        f"<style>\n{_style()}\n</style>",
        "</head>",
    ]


def _header(document: Document) -> list[str]:
    meta = document.meta
    texts = [f"<p>{_lines(text)}</p>" for text in (meta.line, meta.notice) if text]
    block = [_logo(meta), f"<p>{_lines(meta.letterhead)}</p>" if meta.letterhead else ""]
    return [
        "<header>",
        *filter(None, block),
        f"<h1>{_line(document.title)}</h1>",
        *texts,
        "</header>",
    ]


def _logo(meta: Meta) -> str:
    kind = picture_kind(meta.logo)
    if not kind:
        return ""
    data = b64encode(meta.logo).decode()
    return (
        f'<img class="logo" alt="{_line(meta.partnership)}" src="data:image/{kind};base64,{data}">'
    )


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, text=text):
            return f"<h{min(level, 6)}>{_line(plain(text))}</h{min(level, 6)}>"
        case Paragraph(text=text, missing=missing):
            opening = '<p class="missing">' if missing else "<p>"
            return f"{opening}{_inline(text)}</p>"
        case Bullets():
            return _bullets(block)
        case Quote(blocks=blocks):
            return f"<blockquote>{_blocks(blocks)}</blockquote>"
        case Code(text=text):
            return f"<pre><code>{escape(shown(text))}</code></pre>"
        case Table():
            return _table(block)
        case Rule():
            return "<hr>"


def _blocks(blocks: Iterable[Block]) -> str:
    return "\n".join(map(_block, blocks))


def _bullets(bullets: Bullets) -> str:
    items = "\n".join(f"<li>{_blocks(item)}</li>" for item in bullets.items)
    if not bullets.ordered:
        return f"<ul>\n{items}\n</ul>"
    return f'<ol start="{bullets.start}">\n{items}\n</ol>'


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{_inline(cell)}</th>' for cell in table.header)
    rows = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows)
    return f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _cell(cell: Inline) -> str:
    opening = '<td class="short">' if len(plain(cell)) <= SHORT else "<td>"
    return f"{opening}{_inline(cell)}</td>"


def _inline(spans: Inline) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    text = _lines(span.text)
    for tag, wanted in (("code", span.code), ("strong", span.strong), ("em", span.emphasis)):
        if wanted and text:
            text = f"<{tag}>{text}</{tag}>"
    if link := safe_link(span.link):
        text = f'<a href="{escape(link)}" rel="noreferrer">{text}</a>'
    return text


def _lines(text: str) -> str:
    return escape(shown(text)).replace("\n", "<br>")


def _line(text: str) -> str:
    return escape(shown(one_line(text)))
