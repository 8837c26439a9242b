"""A chapter of the guide, or a section of it, ready to paste."""

from __future__ import annotations

from partner_tui.documents.formats import FORMATS
from partner_tui.domain.blocks import Block, Document, Heading, plain
from partner_tui.domain.questions import Chapter


def copied(chapter: Chapter, language: str, anchor: str = "", form: str = "txt") -> tuple[str, str]:
    """Return the text of a chapter, or of the section of a heading, and its title."""
    title, blocks = section(chapter, anchor)
    return FORMATS[form](Document(title, language, blocks)), title


def section(chapter: Chapter, anchor: str) -> tuple[str, tuple[Block, ...]]:
    """Return the title and the blocks of a section; of the whole chapter without an anchor."""
    blocks = chapter.blocks
    for start, head in enumerate(blocks):
        if anchor and isinstance(head, Heading) and head.id == anchor:
            after = range(start + 1, len(blocks))
            end = next((n for n in after if _closes(blocks[n], head)), len(blocks))
            return plain(head.text), blocks[start + 1 : end]
    return chapter.title, blocks[1:]


def _closes(block: Block, head: Heading) -> bool:
    return isinstance(block, Heading) and block.level <= head.level
