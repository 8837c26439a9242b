"""Markdown into typed blocks; raw HTML is off, so text stays text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

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
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


@lru_cache
def parser() -> MarkdownIt:
    """Return the one parser: CommonMark, tables, front matter, attribute lines, no HTML."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.attrs import attrs_block_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    return markdown.use(front_matter_plugin).use(attrs_block_plugin)


class Placed(Struct, frozen=True, array_like=True):
    """A top-level block, the line it begins on (from 1), and its attribute line."""

    block: Block
    line: int
    attributes: dict[str, str]


def blocks(text: str) -> tuple[Block, ...]:
    """Return Markdown text as blocks."""
    return tuple(placed.block for placed in place(parser().parse(text)))


def place(tokens: Sequence[Token]) -> Iterator[Placed]:
    """Yield the top-level blocks of a token stream with where they stand."""
    for group in _groups(tokens):
        block = _block(group)
        if block is not None:
            line = (group[0].map or [0])[0] + 1
            yield Placed(block, line, {k: str(v) for k, v in group[0].attrs.items()})


def _groups(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Split tokens into top-level runs, each from an opening token to its closing one."""
    start, depth = 0, 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : index + 1]
            start = index + 1


def _block(group: Sequence[Token]) -> Block | None:
    head, inner = group[0], group[1:-1]
    match head.type:
        case "heading_open":
            title = spans(inner[0].children or [])
            return Heading(int(head.tag[1]), title, str(head.attrs.get("id", "")))
        case "paragraph_open":
            return Paragraph(spans(inner[0].children or []))
        case "bullet_list_open" | "ordered_list_open":
            items = tuple(_inner(item[1:-1]) for item in _groups(inner))
            start = int(head.attrs.get("start", 1))
            return Bullets(items, ordered=head.type.startswith("ordered"), start=start)
        case "blockquote_open":
            return Quote(_inner(inner))
        case "table_open":
            return _table(inner)
        case "fence" | "code_block":
            return Code(head.content.rstrip("\n"))
        case "hr":
            return Rule()
    return None


def _inner(tokens: Sequence[Token]) -> tuple[Block, ...]:
    return tuple(placed.block for placed in place(tokens))


def _table(tokens: Sequence[Token]) -> Table:
    rows: list[list[Inline]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(spans(token.children or []))
    return Table(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]))


def spans(tokens: Sequence[Token]) -> Inline:
    """Return inline tokens as spans of one style each."""
    found: list[Span] = []
    style = Span("")
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                style = replace(style, strong=token.nesting > 0)
            case "em_open" | "em_close":
                style = replace(style, emphasis=token.nesting > 0)
            case "link_open":
                style = replace(style, link=str(token.attrs.get("href", "")))
            case "link_close":
                style = replace(style, link="")
            case "softbreak":
                found.append(replace(style, text=" "))
            case "hardbreak":
                found.append(replace(style, text="\n"))
            case "code_inline":
                found.append(replace(style, text=token.content, code=True))
            case "image":
                found.append(replace(style, text=token.content))
            case _:
                found.append(replace(style, text=token.content))
    return _joined(span for span in found if span.text)


def _joined(found: Iterator[Span]) -> Inline:
    """Merge neighbours of one style, so that a sentence is one span."""
    merged: list[Span] = []
    for span in found:
        if merged and replace(merged[-1], text="") == replace(span, text=""):
            merged[-1] = replace(span, text=merged[-1].text + span.text)
        else:
            merged.append(span)
    return tuple(merged)
