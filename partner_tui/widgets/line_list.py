"""The one list of the program: drawn by line, it repaints only the lines that changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.binding import Binding
from textual.events import Resize
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from partner_tui.domain.text import fold
from partner_tui.i18n import _
from partner_tui.widgets.drawn import Drawn
from partner_tui.widgets.lines import WIDEST, Line, layout, note

STYLES = ("accent", "dim", "warn", "good", "strong", "heading", "cursor")


class LineList(Drawn, can_focus=True):
    """A list of lines with a cursor; attributes come down, Moved and Chosen go up."""

    BINDINGS = [
        Binding("down,j", "move(1)", show=False, id="list.down"),
        Binding("up,k", "move(-1)", show=False, id="list.up"),
        Binding("pagedown", "page(1)", show=False, id="list.page-down"),
        Binding("pageup", "page(-1)", show=False, id="list.page-up"),
        Binding("home", "edge(-1)", show=False, id="list.first"),
        Binding("end", "edge(1)", show=False, id="list.last"),
        Binding("enter", "choose", show=False, id="list.open"),
    ]
    LOOKS = "lines"
    COMPONENT_CLASSES = {f"lines--{name}" for name in STYLES}
    MARK = "▌"

    @dataclass
    class Moved(Message):
        """The cursor is on another line."""

        lines: LineList
        key: str

        @property
        def control(self) -> LineList:
            """The list it comes from."""
            return self.lines

    @dataclass
    class Chosen(Message):
        """Enter was pressed on a line."""

        lines: LineList
        key: str

        @property
        def control(self) -> LineList:
            """The list it comes from."""
            return self.lines

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.styles.max_width = WIDEST
        self._all: tuple[Line, ...] = ()
        self._folded: tuple[str, ...] | None = None
        """What a filter looks into, line by line, once one was asked for."""
        self._lines: tuple[Line, ...] = ()
        self._cursor = -1
        self._needle = ""

    @property
    def key(self) -> str:
        """The key of the line under the cursor, or nothing."""
        return self._lines[self._cursor].key if 0 <= self._cursor < len(self._lines) else ""

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines as they are shown now."""
        return self._lines

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the lines that can be chosen, in order."""
        return tuple(line.key for line in self._lines if line.key)

    @property
    def needle(self) -> str:
        """The words that lines must hold to be shown."""
        return self._needle

    def show(self, lines: Sequence[Line], at: str = "") -> None:
        """Show these lines, the cursor kept on its line, or put on the line `at`."""
        self._all, self._folded = tuple(lines), None
        self._arrange(at or self.key)

    def filter(self, needle: str) -> None:
        """Show only the lines that hold these words, whatever their accents and case."""
        self._needle = needle
        self._arrange(self.key)

    def get_ready(self) -> None:
        """Make what a filter looks into, so that no letter waits for it."""
        if self._folded is None:
            self._folded = tuple(fold(line.text) if line.key else "" for line in self._all)

    def move_to(self, key: str) -> None:
        """Put the cursor on a line."""
        self._put_cursor(self._index(key, self._cursor))

    def _arrange(self, key: str) -> None:
        words = fold(self._needle).split()
        lines = self._all
        if words:
            self.get_ready()
            found = list(zip(lines, self._folded or (), strict=True))
            for word in words:
                found = [(line, text) for line, text in found if word in text]
            lines = tuple(line for line, _text in found) or (note(_("Rien ne contient ces mots.")),)
        before, self._lines = self._lines, lines
        cursor = self._index(key, max(0, self._cursor))
        if len(before) != len(lines):
            self.measure(len(lines))
        self._refresh_changed(before, cursor)
        self._put_cursor(cursor, always=True)

    def _refresh_changed(self, before: Sequence[Line], cursor: int) -> None:
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        lines = self._lines
        for y in range(top, min(bottom, max(len(before), len(lines)))):
            was = before[y].cells if y < len(before) else None
            now = lines[y].cells if y < len(lines) else None
            if was != now or (y == cursor) != (y == self._cursor):
                self.refresh_lines(y)

    def _index(self, key: str, near: int) -> int:
        """Return the line with a key, else the nearest one that can be chosen, else -1."""
        for index, line in enumerate(self._lines) if key else ():
            if line.key == key:
                return index
        last = len(self._lines) - 1
        near = min(max(0, near), last)
        for away in range(last + 1):
            for index in (near - away, near + away):
                if 0 <= index <= last and self._lines[index].key:
                    return index
        return -1

    def _put_cursor(self, index: int, always: bool = False) -> None:
        if index == self._cursor and not always:
            return
        before, self._cursor = self._cursor, index
        for y in {before, index}:
            if 0 <= y < len(self._lines):
                self.refresh_lines(y)
        if index >= 0:
            self._reveal(index)
        self.post_message(self.Moved(self, self.key))

    def _reveal(self, index: int) -> None:
        """Scroll so that the line, the title just above it and what goes on below can be read."""
        top = index - 1 if index and not self._lines[index - 1].key else index
        if all(not line.key for line in self._lines[:index]):
            top = 0
        after = self._lines[index + 1 : index + 2]
        bottom = index + 1 if any(line.cells and not line.key for line in after) else index
        height = min(bottom - top + 1, max(1, self.size.height))
        first = min(index, bottom - height + 1)
        if (
            self.scroll_offset.y <= first
            and first + height <= self.scroll_offset.y + self.size.height
        ):
            return
        self.scroll_to_region(
            Region(0, first, 1, height), animate=False, force=True, immediate=True
        )

    def action_move(self, by: int) -> None:
        """Move the cursor to the next line that can be chosen."""
        index = self._cursor + by
        while 0 <= index < len(self._lines):
            if self._lines[index].key:
                self._put_cursor(index)
                return
            index += by
        self.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Move the cursor by a screenful."""
        wanted = self._cursor + by * max(1, self.size.height - 1)
        self._put_cursor(self._index("", wanted))

    def action_edge(self, by: int) -> None:
        """Move the cursor to the first or the last line."""
        self._put_cursor(self._index("", len(self._lines) if by > 0 else 0))

    def action_choose(self) -> None:
        """Say that the line under the cursor was chosen."""
        if self.key:
            self.post_message(self.Chosen(self, self.key))

    def on_resize(self, event: Resize) -> None:
        """Fit the lines to the new width and keep the cursor in sight."""
        self.measure(len(self._lines))
        if self._cursor >= 0:
            self._reveal(self._cursor)

    def render_line(self, y: int) -> Strip:
        """Draw one line: a mark where the cursor is, then its cells."""
        index = y + self.scroll_offset.y
        if not 0 <= index < len(self._lines):
            return self.drawn(y, ())
        line, chosen = self._lines[index], index == self._cursor
        mark = Segment(self.MARK, self.look("cursor")) if chosen else Segment(" ", self.look(""))
        cells, first = [mark], chosen
        for text, style in layout(line, self.size.width - 2):
            # Bold for the first words only: the whole line, twice a move, would be 200 bytes.
            cells.append(Segment(text, self.look(style, bold=first)))
            first = first and not text.strip()
        return self.drawn(y, cells)
