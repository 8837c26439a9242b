"""A page for long texts: it knows where one reads, and shows what a search found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from rich.segment import Segment
from textual.strip import Strip

from partner_tui.domain.blocks import Block
from partner_tui.domain.text import fold
from partner_tui.widgets.page import Page
from partner_tui.widgets.typeset import typeset

Place = tuple[str, int]
"""A heading's id, or nothing for the beginning, and how many lines below it."""


class Reader(Page):
    """A page that keeps its place when its width changes or another text comes between."""

    MARK = "▌"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._then: Callable[[], None] | None = None
        self._found = -1

    @property
    def place(self) -> Place:
        """Where one reads now."""
        top = self.scroll_offset.y
        anchor = next((row.anchor for row in reversed(self.rows[: top + 1]) if row.anchor), "")
        return anchor, top - self._line_of(anchor)

    def read(self, blocks: Sequence[Block], then: Callable[[], None]) -> None:
        """Show a text, and do what comes next once it is set for the width there is."""
        if tuple(blocks) == self._blocks and self.rows:
            then()
            return
        self._blocks, self._then = tuple(blocks), then
        self._set()

    def go_back(self, place: Place) -> None:
        """Scroll to a place that was read before."""
        anchor, below = place
        self._scroll(self._line_of(anchor) + below)

    def reach(self, block: int, word: str) -> None:
        """Scroll to a word of a block, and mark its line."""
        before = self._blocks[:block]
        y = len(typeset(before, self._columns)) + bool(before)
        self._found = next((i for i in range(y, len(self.rows)) if self._holds(i, word)), y)
        self._scroll(max(0, self._found - 2))
        self.refresh_different()

    def _holds(self, y: int, word: str) -> bool:
        return word in fold(self.rows[y].text)

    def _scroll(self, y: int) -> None:
        self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def _line_of(self, anchor: str) -> int:
        return next((y for y, row in enumerate(self.rows) if anchor and row.anchor == anchor), 0)

    @property
    def _columns(self) -> int:
        return min(self.WIDEST, max(8, self.size.width - 2))

    def _set(self) -> None:
        """Set the text unless the page was never seen: then its width is not known yet."""
        if not self.size.width:
            return
        then = self._then or partial(self.go_back, self.place)
        self._then = None
        super()._set()
        self._found = -1
        then()

    def render_line(self, y: int) -> Strip:
        """Draw one line, with a mark beside the one that was searched for."""
        strip = super().render_line(y)
        if y + self.scroll_offset.y != self._found:
            return strip
        return Strip.join([Strip([Segment(self.MARK, self.look("accent"))]), strip.crop(1)])
