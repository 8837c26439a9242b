"""Search all the guide, whatever the accents and the case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Code,
    Heading,
    Paragraph,
    Quote,
    Table,
    plain,
)
from partner_tui.domain.context import Context, around
from partner_tui.domain.questions import Guide
from partner_tui.domain.text import clean, fold


class Entry(Struct, frozen=True):
    """A piece of text that can be found: a heading, a paragraph, an item, a row."""

    chapter: str
    block: int
    """Which block of the chapter it is in."""
    text: str
    folded: str
    rank: int
    """0 for the title of a chapter, 1 for another heading, 2 for the rest."""


class Hit(Struct, frozen=True):
    """A place where the words are."""

    entry: Entry
    word: str
    """The word that stands first there, folded."""

    @property
    def context(self) -> Context:
        """The text just before the word, the word as it is written, the rest."""
        return around(self.entry.text, self.entry.folded, self.word)


class Index:
    """Everything the guide says, ready to be searched."""

    def __init__(self, guide: Guide) -> None:
        self.entries: tuple[Entry, ...] = tuple(_entries(guide))

    def find(self, words: str) -> list[Hit]:
        """Return where all these words are: at the start of words first, then titles first."""
        wanted = fold(words).split()
        if not wanted:
            return []
        starts = [re.compile(rf"(?<!\w){re.escape(word)}") for word in wanted]
        ranked: list[tuple[bool, int, int, Hit]] = []
        for number, entry in enumerate(self.entries):
            if all(word in entry.folded for word in wanted):
                inside = not all(start.search(entry.folded) for start in starts)
                word = min(wanted, key=entry.folded.find)
                ranked.append((inside, entry.rank, number, Hit(entry, word)))
        return [hit for *_rank, hit in sorted(ranked, key=lambda each: each[:3])]


def _entries(guide: Guide) -> Iterator[Entry]:
    for chapter in guide.chapters:
        for number, block in enumerate(chapter.blocks):
            for text in _texts(block):
                said = " ".join(clean(text).split())
                if said:
                    rank = min(1, block.level - 1) if isinstance(block, Heading) else 2
                    yield Entry(chapter.id, number, said, fold(said), rank)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text) | Paragraph(text=text):
            yield plain(text)
        case Bullets(items=items):
            for item in items:
                yield from _all(item)
        case Quote(blocks=blocks):
            yield from _all(blocks)
        case Table(header=header, rows=rows):
            for row in (header, *rows):
                yield " · ".join(plain(cell) for cell in row)
        case Code(text=text):
            yield from text.split("\n")
        case _:
            pass


def _all(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _texts(block)
