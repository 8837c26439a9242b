"""The titles of a document in steps that a screen reader can follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from partner_tui.domain.blocks import Block, Heading, plain
from partner_tui.domain.text import one_line


def stepped(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks whose titles begin at level 2 and never skip one; an empty title is dropped."""
    last = 1
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
        elif one_line(plain(block.text)):
            last = min(max(block.level, 2), last + 1)
            yield replace(block, level=last)
