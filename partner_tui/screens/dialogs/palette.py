"""Every command, found by its words in either language, accents and case aside."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from partner_tui.commands import Command, key_name, keys_of
from partner_tui.i18n import LANGUAGES, _, translator
from partner_tui.widgets.chrome import KeyBar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import WIDEST, Cell, Line
from partner_tui.widgets.prompt import OneLine

LABEL = 23
"""Columns of a command's name."""
ENDS = re.compile(r"[;,]|\s?:")
"""Where a sentence may stop short."""


class Palette(ModalScreen[str | None]):
    """A line to type in above the commands it finds; Enter runs one."""

    BINDINGS = [
        Binding("escape", "dismiss(None)", show=False, id="palette.close"),
        Binding("down", "move(1)", show=False, priority=True, id="palette.down"),
        Binding("up", "move(-1)", show=False, priority=True, id="palette.up"),
    ]

    def __init__(self, commands: Sequence[Command], keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._commands = commands
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """Lay the line above the list."""
        with Vertical():
            yield OneLine(placeholder=_("Chercher une commande…"), compact=True)
            yield LineList()
            yield KeyBar()

    def on_mount(self) -> None:
        """Show every command."""
        field = self.query_one(Input)
        field.cursor_blink = False
        self.query_one(LineList).show([self._line(command) for command in self._commands])
        field.focus()
        keys = [("↑ ↓", _("choisir")), ("⏎", _("lancer")), (key_name("escape"), _("fermer"))]
        self.query_one(KeyBar).put_keys(keys)

    def _line(self, command: Command) -> Line:
        key = next(iter(keys_of(command, self._keymap)), "")
        room = min(self.app.size.width, WIDEST) - LABEL - cell_len(key) - 4
        both = " ".join(
            translator(language).text(words)
            for language in LANGUAGES
            for words in (command.label, command.help)
        )
        return Line(
            (
                Cell(_(command.label), "strong", LABEL),
                Cell(brief(_(command.help), room), "", None),
                Cell(f" {key}", "accent"),
            ),
            key=command.id,
            search=both,
        )

    def action_move(self, by: int) -> None:
        """Move in the list while the words are being typed."""
        self.query_one(LineList).action_move(by)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.query_one(LineList).filter(event.value)

    @on(Input.Submitted)
    @on(LineList.Chosen)
    def _chosen(self) -> None:
        key = self.query_one(LineList).key
        self.dismiss(next((c.action for c in self._commands if c.id == key), None))


def brief(sentence: str, room: int) -> str:
    """Return as many clauses of a sentence as there is room for; the help page has it whole."""
    ends = [found.start() for found in ENDS.finditer(sentence)]
    shorter = (f"{sentence[:end]}." for end in reversed(ends))
    fitting = (each for each in (sentence, *shorter) if cell_len(each) <= room)
    return next(fitting, sentence)
