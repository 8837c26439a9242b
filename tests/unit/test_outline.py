"""The titles of a document never skip a step, and tell nothing when empty."""

from __future__ import annotations

from partner_tui.documents.outline import stepped
from partner_tui.domain.blocks import Heading, inline, paragraph


def levels(*wanted: int) -> list[int]:
    """Return the levels that titles of these levels are given."""
    titles = [Heading(level, inline("titre")) for level in wanted]
    return [block.level for block in stepped(titles) if isinstance(block, Heading)]


def test_titles_begin_at_two_and_never_skip() -> None:
    assert levels(1, 2, 3, 2) == [2, 2, 3, 2]
    assert levels(4, 6, 2, 4) == [2, 3, 2, 3]


def test_an_empty_title_is_dropped_and_the_rest_stays() -> None:
    blocks = (Heading(2, inline("\u202e ")), paragraph("mots"))
    assert list(stepped(blocks)) == [paragraph("mots")]
