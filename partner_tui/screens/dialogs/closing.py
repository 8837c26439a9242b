"""What becomes of each topic when a meeting ends, all in one screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from partner_tui.i18n import _
from partner_tui.resources import folder
from partner_tui.widgets.chrome import Bar, KeyBar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import Cell, Line

TALLEST = 16
FATE = 22


class Row(Struct, frozen=True):
    """A thing to settle: its words, and what it can become."""

    key: str
    text: str
    choices: Sequence[tuple[str, str]]
    """Value, words: in the order a key goes through them."""
    chosen: str


class Settle(ModalScreen[Mapping[str, str] | None]):
    """A list where the space bar changes what each line becomes; None when it is left."""

    CSS_PATH = folder("styles") / "closing.tcss"
    AUTO_FOCUS = "LineList"
    BINDINGS = [
        Binding("escape,q", "dismiss(None)", show=False, id="settle.close"),
        Binding("space,right", "turn(1)", show=False, id="settle.turn"),
        Binding("left", "turn(-1)", show=False, id="settle.turn-back"),
    ]

    def __init__(self, title: str, rows: Sequence[Row], notes: Sequence[str] = ()) -> None:
        super().__init__()
        self._heading = title
        self._rows = tuple(rows)
        self._notes = tuple(notes)
        self._chosen = {row.key: row.chosen for row in rows}

    def compose(self) -> ComposeResult:
        """Lay the title, the lines and the keys."""
        with Vertical():
            yield Bar(classes="title")
            yield LineList()
            yield Bar(classes="notes")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show what everything becomes when nothing is changed."""
        self.query_one(".title", Bar).put(Text(f" {self._heading}", "bold"))
        self.query_one(LineList).styles.height = min(TALLEST, max(1, len(self._rows)))
        notes = self.query_one(".notes", Bar)
        notes.styles.height = len(self._notes)
        notes.put(Text("\n".join(f" {each}" for each in self._notes), "dim"))
        keys = [(_("espace"), _("changer")), ("⏎", _("accepter")), (_("échap"), _("laisser"))]
        self.query_one(KeyBar).put_keys(keys)
        self._show()

    def _show(self) -> None:
        self.query_one(LineList).show([self._line(row) for row in self._rows])

    def _line(self, row: Row) -> Line:
        word = dict(row.choices)[self._chosen[row.key]]
        changed = self._chosen[row.key] != row.choices[0][0]
        cells = (
            Cell("", "", 1),
            Cell(word, "accent" if changed else "good", FATE),
            Cell(row.text, "", None),
        )
        return Line(cells, key=row.key)

    def action_turn(self, by: int) -> None:
        """Give the chosen line what comes after, or before."""
        key = self.query_one(LineList).key
        row = next((row for row in self._rows if row.key == key), None)
        if row is not None:
            values = [value for value, _words in row.choices]
            at = values.index(self._chosen[key])
            self._chosen[key] = values[(at + by) % len(values)]
            self._show()

    @on(LineList.Chosen)
    def _accept(self, event: LineList.Chosen) -> None:
        event.stop()
        self.dismiss(self._chosen)
