"""The sentences of a text made of blocks: in which part each stands, where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from partner_tui.domain.blocks import Block, Bullets, Heading, Paragraph, Quote, plain
from partner_tui.domain.text import clean, one_line

_END: Final = re.compile(
    r"(?<=[.!?…])(?<!\bM\.)(?<!\bMme\.)(?<!\bDr\.)(?<!\bSt\.)(?:\s?»)?()\s+(?=[«“\"(]?\s?[^\W_a-zà-ÿ])"
)
"""After a full stop, before a capital letter or a number; titles of people end no sentence."""


class Sentence(Struct, frozen=True):
    """One sentence, or one short line such as an item of a list."""

    text: str
    part: str = ""
    """The title it stands under."""
    source: str = ""
    """The question it comes from, such as `question:s2.meet.vision`."""
    missing: bool = False
    """True when it says that something is not known yet."""
    item: bool = False
    """True for an item of a list."""

    @property
    def question(self) -> str:
        """The question it comes from, if any."""
        return self.source.removeprefix("question:")


def sentences_of(blocks: Iterable[Block], part: str = "", item: bool = False) -> Iterator[Sentence]:
    """Yield the sentences of blocks in their order."""
    for block in blocks:
        match block:
            case Heading(text=text):
                part = one_line(plain(text))
            case Paragraph(text=text, source=source, missing=missing):
                for words in split(plain(text)):
                    yield Sentence(words, part, source, missing, item)
            case Bullets(items=items):
                for each in items:
                    yield from sentences_of(each, part, True)
            case Quote(blocks=inner):
                yield from sentences_of(inner, part, item)


def split(text: str) -> list[str]:
    """Return the sentences of a running text, each on one line."""
    found: list[str] = []
    for line in clean(text).split("\n"):
        start = 0
        for end in _END.finditer(line):
            found.append(line[start : end.start(1)])
            start = end.end()
        found.append(line[start:])
    return [words for words in map(one_line, found) if words]
