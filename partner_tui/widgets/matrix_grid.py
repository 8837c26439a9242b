"""The square grid of risks, five or three a side, drawn by line and walked with the arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec import Struct, field
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from partner_tui.widgets.lines import fit

Place = tuple[int, int]
"""The degrees of likelihood and impact, each from 1."""

STYLES = ("strong", "dim", "warn", "good", "cursor")
HEAD = 2
"""Lines above the cells: the numbers of the columns, then their words."""


class Square(Struct, frozen=True):
    """A cell: the risks in it, and the words and style of its level."""

    risks: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    """Its words, the longest first: the one that fits is shown."""
    style: str = ""


class Grid(Struct, frozen=True):
    """What the grid shows: its squares and the words of its two scales, from the first."""

    squares: Mapping[Place, Square] = field(default_factory=dict)
    rows: Sequence[str] = ()
    columns: Sequence[str] = ()
    up: str = ""
    """What grows upwards."""
    across: str = ""
    """What grows to the right."""

    @property
    def size(self) -> int:
        """How many squares stand side by side."""
        return len(self.rows)


class MatrixGrid(Widget, can_focus=True):
    """Likelihood upwards, impact to the right; Moved and Chosen say which cell."""

    BINDINGS = [
        Binding("up,k", "move(1, 0)", show=False, id="grid.up"),
        Binding("down,j", "move(-1, 0)", show=False, id="grid.down"),
        Binding("left,h", "move(0, -1)", show=False, id="grid.left"),
        Binding("right,l", "move(0, 1)", show=False, id="grid.right"),
        Binding("enter", "choose", show=False, id="grid.open"),
    ]
    COMPONENT_CLASSES = {f"grid--{name}" for name in STYLES}

    @dataclass
    class Moved(Message):
        """Another cell is chosen."""

        place: Place

    @dataclass
    class Chosen(Message):
        """Enter was pressed on a cell."""

        place: Place

    def __init__(self) -> None:
        super().__init__()
        self._grid = Grid()
        self.at: Place = (1, 1)
        """The cell that is chosen."""

    @property
    def tall(self) -> int:
        """Lines of a cell: its risks, then its level when there is room."""
        return 2 if self.size.height >= HEAD + 2 * self._grid.size else 1

    def show(self, grid: Grid, at: Place | None = None) -> None:
        """Show risks in their cells, the cursor kept or put in the cell `at`."""
        if at is not None:
            self.at = at
        if grid != self._grid:
            self._grid = grid
        self.at = (min(self.at[0], grid.size), min(self.at[1], grid.size))
        self.refresh()
        self.post_message(self.Moved(self.at))

    def action_move(self, up: int, right: int) -> None:
        """Choose the next cell in a direction, if there is one."""
        place = (self.at[0] + up, self.at[1] + right)
        size = self._grid.size
        if all(1 <= n <= size for n in place):
            before, self.at = self.at, place
            for likelihood in {before[0], place[0]}:
                y = HEAD + (size - likelihood) * self.tall
                self.refresh(Region(0, y, self.size.width, self.tall))
            self.post_message(self.Moved(place))

    def action_choose(self) -> None:
        """Say that the cell was chosen."""
        self.post_message(self.Chosen(self.at))

    def on_focus(self) -> None:
        """Show the cursor as the one that moves."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the cursor is elsewhere."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the scale of the columns, then two lines a row."""
        width, grid = self.size.width, self._grid
        if y >= HEAD + grid.size * self.tall or not grid.rows:
            return Strip.blank(width, self.rich_style)
        names = [f" {n} {name}" for n, name in enumerate(grid.rows, start=1)]
        margin = max(map(cell_len, (*names, f" {grid.up} ↑"))) + 1
        column = max(4, (width - margin) // grid.size)
        if y < HEAD:
            segments = self._head(y, margin, column)
        else:
            row, second = divmod(y - HEAD, self.tall)
            name = "" if second else names[grid.size - row - 1]
            segments = [self._segment(name, margin, "strong")]
            for impact in range(1, grid.size + 1):
                segments += self._cell((grid.size - row, impact), bool(second), column)
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _head(self, y: int, margin: int, column: int) -> list[Segment]:
        """Return the axes and, for each column, its number or its word."""
        axis = f" {self._grid.up} ↑" if y else f" {self._grid.across} →"
        words = self._grid.columns if y else [str(n) for n in range(1, self._grid.size + 1)]
        head = [self._segment(f" {word}", column, "strong") for word in words]
        return [self._segment(axis, margin, "dim"), *head]

    def _cell(self, place: Place, second: bool, width: int) -> list[Segment]:
        square = self._grid.squares.get(place, Square())
        text = some(square.risks, width - 2)
        if second:
            text = next((word for word in square.level if cell_len(word) <= width - 2), "")
        look = "dim" if second or not square.risks else square.style
        left, right = ("[", "]") if place == self.at else (" ", " ")
        mark = "cursor" if place == self.at else ""
        inside = look
        if place == self.at and self.has_focus and not second:
            inside = "cursor"
        return [
            self._segment(left, 1, mark),
            self._segment(text, width - 2, inside),
            self._segment(right, 1, mark),
        ]

    def _segment(self, text: str, width: int, style: str = "") -> Segment:
        return Segment(fit(text, width), self._style(style))

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"grid--{name}") if name else self.rich_style


def some(names: Sequence[str], width: int) -> str:
    """Return as many names as fit, then how many are left; a dot when there is none."""
    if not names:
        return "·"
    for count in range(len(names), 0, -1):
        left = len(names) - count
        text = " ".join((*names[:count], *([f"+{left}"] if left else ())))
        if cell_len(text) <= width:
            return text
    return f"+{len(names)}"
