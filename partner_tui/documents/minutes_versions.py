"""The text of a version of the minutes: read again, and compared line by line with another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Code,
    Heading,
    Paragraph,
    Quote,
    Rule,
    Table,
    plain,
)
from partner_tui.domain.text import one_line


class Said(Struct, frozen=True):
    """A line of minutes: a title, or what stands under it."""

    text: str
    title: bool = False


class Difference(Struct, frozen=True):
    """A line that was added or taken away, or the title it stands under."""

    sign: str
    """`+`, `-`, or nothing for a title."""
    text: str


def parsed(text: str) -> tuple[Block, ...]:
    """Return the blocks that a version kept as Markdown."""
    from markdown_it import MarkdownIt

    from partner_tui.guide.markdown import place

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return tuple(placed.block for placed in place(parser.parse(text)))


def lines_of(text: str) -> list[Said]:
    """Return a version as lines, one for each thing it says, however long."""
    return list(_lines(parsed(text)))


def _lines(blocks: Iterable[Block], before: str = "") -> Iterator[Said]:
    for block in blocks:
        match block:
            case Heading():
                yield Said(plain(block.text), title=True)
            case Paragraph():
                yield Said(before + one_line(plain(block.text)))
            case Bullets():
                for item in block.items:
                    yield from _lines(item, before + "• ")
            case Quote():
                yield from _lines(block.blocks, before)
            case Table():
                for row in block.rows:
                    cells = (one_line(plain(cell)) for cell in row)
                    yield Said(before + " · ".join(filter(None, cells)))
            case Code():
                yield Said(before + one_line(block.text))
            case Rule():
                pass


def without_section(text: str, title: str) -> list[Said]:
    """Return the lines of a version but those under one title."""
    kept: list[Said] = []
    inside = False
    for line in lines_of(text):
        inside = line.text == title if line.title else inside
        if not inside:
            kept.append(line)
    return kept


def differences(old: str, new: str) -> list[Difference]:
    """Return what one version says and another does not, each under its title."""
    was, now = lines_of(old), lines_of(new)
    found: list[Difference] = []
    shown = ""
    for sign, at, lines in _changes(was, now):
        for place, line in enumerate(lines[at], start=at.start):
            title = _title(lines, place)
            if title != shown and not line.title:
                found.append(Difference("", title))
            shown = title
            found.append(Difference(sign, line.text))
    return found


def _changes(was: Sequence[Said], now: Sequence[Said]) -> Iterator[tuple[str, slice, list[Said]]]:
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            yield "-", slice(i1, i2), list(was)
            yield "+", slice(j1, j2), list(now)


def _title(lines: Sequence[Said], place: int) -> str:
    """Return the title that a line stands under; nothing at the beginning."""
    above = (line.text for line in reversed(lines[: place + 1]) if line.title)
    return next(above, "")


def counted(found: Sequence[Difference]) -> str:
    """Return how much was added and taken away: +2 −1."""
    signs = [each.sign for each in found]
    return f"+{signs.count('+')} −{signs.count('-')}"
