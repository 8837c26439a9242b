"""Go to a screen by its letter: no digit needed, whatever the keyboard."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static

from partner_tui.commands import MODES
from partner_tui.i18n import _


class Jump(ModalScreen[str | None]):
    """One line that names the screens with a letter each."""

    BINDINGS = [Binding("escape", "dismiss(None)", show=False, id="jump.close")]

    def compose(self) -> ComposeResult:
        """Show the letters at the foot of the screen."""
        yield Static(letters(self.app.size.width))

    def on_key(self, event: Key) -> None:
        """Open the screen of a letter; any other key closes."""
        event.stop()
        modes = {letter: mode for mode, letter, _label in MODES}
        self.dismiss(modes.get(event.key))


def letters(width: int) -> Text:
    """Return the letters with the screen each one opens, on as many lines as it takes."""
    lines = [Text(" " + _("Aller à") + " ", "bold")]
    for _mode, letter, label in MODES:
        name = Text.assemble((f" {letter}", "bold cyan"), (f" {_(label)} ", "not bold"))
        if lines[-1].cell_len + name.cell_len > width:
            lines.append(Text())
        lines[-1].append_text(name)
    return Text("\n").join(lines)
