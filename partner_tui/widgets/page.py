"""A page to read: blocks drawn as lines in one pane, its links reachable by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from rich.segment import Segment
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from partner_tui.domain.blocks import Block
from partner_tui.domain.text import fold
from partner_tui.widgets.drawn import Drawn
from partner_tui.widgets.typeset import Row, literal, typeset

STYLES = (
    "accent",
    "dim",
    "warn",
    "good",
    "strong",
    "heading",
    "emphasis",
    "code",
    "link",
    "chosen",
)

BESIDE = frozenset({"pane", "beside"})
"""The classes of a page that tells of the line under the cursor of a list."""


class Page(Drawn, can_focus=True):
    """Blocks to read, scrolled by line, with links that tab reaches and Enter follows."""

    BINDINGS = [
        Binding("down,j", "scroll_lines(1)", show=False, id="page.down"),
        Binding("up,k", "scroll_lines(-1)", show=False, id="page.up"),
        Binding("pagedown,space", "scroll_pages(1)", show=False, id="page.page-down"),
        Binding("pageup", "scroll_pages(-1)", show=False, id="page.page-up"),
        Binding("home", "scroll_home", show=False, id="page.first"),
        Binding("end", "scroll_end", show=False, id="page.last"),
        Binding("right,l", "link(1)", show=False, id="page.next-link"),
        Binding("left,h", "link(-1)", show=False, id="page.previous-link"),
        Binding("enter", "follow", show=False, id="page.follow"),
    ]
    LOOKS = "page"
    COMPONENT_CLASSES = {f"page--{name}" for name in STYLES}
    WIDEST = 92

    @dataclass
    class Followed(Message):
        """Enter was pressed on a link."""

        page: Page
        target: str

        @property
        def control(self) -> Page:
            """The page it comes from."""
            return self.page

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
        tight: bool = False,
    ) -> None:
        """Make an empty page; a tight one has no blank line between its blocks."""
        super().__init__(id=id, classes=classes)
        self._tight = tight
        self._blocks: tuple[Block, ...] = ()
        self._text = ""
        self._rows: tuple[Row, ...] = ()
        self._links: tuple[tuple[int, str], ...] = ()
        self._chosen = -1
        self._waiting: Timer | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines as they are set now."""
        return self._rows

    def show(self, blocks: Sequence[Block], anchor: str = "") -> None:
        """Show a text from its beginning, or from the heading `anchor`.

        Beside a list, on a slow line, it waits until the cursor rests.
        """
        fresh = tuple(blocks)
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        rest: float = 0.0 if BESIDE.isdisjoint(self.classes) else getattr(self.app, "rest", 0.0)
        if rest and self._blocks and fresh != self._blocks and not anchor:
            self._waiting = self.set_timer(rest, partial(self._put, fresh))
        else:
            self._put(fresh, anchor)

    def _put(self, blocks: tuple[Block, ...], anchor: str = "") -> None:
        if blocks != self._blocks or self._text:
            self._blocks, self._text = blocks, ""
            self._set()
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        if anchor:
            self.go_to(anchor)

    def show_text(self, text: str) -> None:
        """Show literal text line by line, from its beginning; a line too long goes on below."""
        self._blocks, self._text = (), text
        self._set()
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def go_to(self, anchor: str) -> None:
        """Scroll to a heading."""
        for y, row in enumerate(self._rows):
            if row.anchor == anchor:
                self.scroll_to(y=y, animate=False, force=True, immediate=True)
                return

    def find(self, words: str, after: int = -1) -> int:
        """Scroll to the next line that holds the words; return it, or -1."""
        wanted = fold(words)
        around: list[int] = [*range(after + 1, len(self._rows)), *range(after + 1)]
        for y in around:
            if wanted and wanted in fold(self._rows[y].text):
                self.scroll_to(y=max(0, y - 2), animate=False, force=True, immediate=True)
                return y
        return -1

    def _set(self) -> None:
        width = min(self.WIDEST, max(8, self.size.width - 2))
        if self._text:
            self._rows = literal(self._text, max(width, self.size.width - 3))
        else:
            self._rows = typeset(self._blocks, width, tight=self._tight)
        links: list[tuple[int, str]] = []
        for y, row in enumerate(self._rows):
            for piece in row.pieces:
                if piece.link and not (links and links[-1] == (y - 1, piece.link)):
                    links.append((y, piece.link))
        self._links, self._chosen = tuple(links), -1
        self.measure(len(self._rows))
        self.refresh()

    def on_resize(self) -> None:
        """Set the text again for the new width."""
        self._set()

    def action_scroll_lines(self, by: int) -> None:
        """Scroll by a line."""
        self.scroll_relative(y=by, animate=False, immediate=True)

    def action_scroll_pages(self, by: int) -> None:
        """Scroll by a page, two lines kept."""
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False, immediate=True)

    def action_link(self, by: int) -> None:
        """Choose the next link, from those in sight on."""
        if not self._links:
            return
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        chosen = self._chosen + by
        if self._chosen < 0 or not top <= self._links[self._chosen][0] < bottom:
            lines = [line for line, _target in self._links]
            ahead = [i for i, line in enumerate(lines) if line >= top]
            chosen = ahead[0] if ahead else 0
        self._chosen = chosen % len(self._links)
        line = self._links[self._chosen][0]
        if not top <= line < bottom:
            self.scroll_to(y=max(0, line - 2), animate=False, force=True, immediate=True)
        self.refresh_different()

    def action_follow(self) -> None:
        """Open the chosen link."""
        if self._chosen >= 0:
            self.post_message(self.Followed(self, self._links[self._chosen][1]))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the text."""
        index = y + self.scroll_offset.y
        if not 0 <= index < len(self._rows):
            return self.drawn(y, ())
        chosen = self._links[self._chosen] if self._chosen >= 0 else (-1, "")
        segments = [Segment(" ", self.look(""))]
        for piece in self._rows[index].pieces:
            here = piece.link and piece.link == chosen[1] and index in (chosen[0], chosen[0] + 1)
            segments.append(Segment(piece.text, self.look("chosen" if here else piece.style)))
        return self.drawn(y, segments)
