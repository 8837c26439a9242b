"""A document as plain text, 72 columns wide, ready to paste in a mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Final

from partner_tui.documents import text_tables
from partner_tui.documents.words import NBSP
from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Code,
    Document,
    Heading,
    Paragraph,
    Quote,
    Rule,
    Table,
    plain,
)
from partner_tui.domain.text import clean, one_line

WIDTH: Final = 72
UNDERLINES: Final = {1: "=", 2: "-", 3: "."}


def render(document: Document) -> str:
    """Return a whole document as plain text."""
    colon = f"{NBSP}: " if document.language == "fr" else ": "
    pieces = [
        wrap(document.meta.letterhead, WIDTH),
        _heading(document.title, 1, WIDTH),
        wrap("\n".join(filter(None, (document.meta.line, document.meta.notice))), WIDTH),
        *_blocks(document.blocks, WIDTH, colon),
    ]
    return "\n\n".join(filter(None, pieces)) + "\n"


def _blocks(blocks: Iterable[Block], width: int, colon: str) -> list[str]:
    return [text for block in blocks if (text := _block(block, width, colon))]


def _block(block: Block, width: int, colon: str) -> str:
    match block:
        case Heading(level=level, text=text):
            return _heading(plain(text), level, width)
        case Paragraph(text=text):
            return wrap(plain(text), width)
        case Bullets():
            return _bullets(block, width, colon)
        case Quote(blocks=blocks):
            return _hang("\n\n".join(_blocks(blocks, width - 2, colon)), "> ", "> ")
        case Code(text=text):
            return _hang(clean(text), "    ", "    ")
        case Table():
            return text_tables.table(block, width, colon)
        case Rule():
            return "-" * width


def wrap(text: str, width: int) -> str:
    """Return text wrapped, its own line ends kept; a long address is never cut."""
    lines = [line.strip() for line in clean(text).strip().split("\n")]
    return "\n".join("\n".join(_wrapped(line, width)) if line else "" for line in lines)


def _wrapped(line: str, width: int) -> list[str]:
    return textwrap.wrap(
        " ".join(line.split(" ")), width, break_long_words=False, break_on_hyphens=False
    ) or [""]


def _heading(text: str, level: int, width: int) -> str:
    title = wrap(one_line(text), width)
    sign = UNDERLINES.get(level)
    longest = max(len(line) for line in title.split("\n"))
    return f"{title}\n{sign * longest}" if sign and title else title


def _bullets(bullets: Bullets, width: int, colon: str) -> str:
    items = []
    for n, blocks in enumerate(bullets.items, bullets.start):
        sign = f"{n}. " if bullets.ordered else "- "
        body = "\n".join(_blocks(blocks, width - len(sign), colon))
        items.append(_hang(body, sign, " " * len(sign)))
    return "\n".join(items)


def _hang(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join(((first if n == 0 else rest) + line).rstrip() for n, line in enumerate(lines))
