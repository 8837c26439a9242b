"""One line at the foot of a screen in which a person types: a filter, a decision, a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.events import Paste
from textual.message import Message
from textual.widgets import Input, Static

from partner_tui.domain.text import one_line
from partner_tui.i18n import current

Label = str | Callable[[], str]
"""What is asked for, or what says it in the language of the screen."""


class OneLine(Input):
    """An input whose pasted lines are joined instead of lost."""

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(one_line(event.text))


class Prompt(Horizontal):
    """A label and a line to type; hidden until it is asked for."""

    BINDINGS = [Binding("escape", "cancel", show=False, id="prompt.cancel")]

    @dataclass
    class Typed(Message):
        """The words changed."""

        prompt: Prompt
        text: str

    @dataclass
    class Done(Message):
        """Enter was pressed."""

        prompt: Prompt
        text: str

    @dataclass
    class Cancelled(Message):
        """Escape was pressed; the words are what had been typed."""

        prompt: Prompt
        text: str

    def __init__(self) -> None:
        super().__init__(id="prompt")
        self._question: Label = ""
        self._words = ""
        self._label = Static("", markup=False)
        self._input = OneLine(compact=True, select_on_focus=False)
        self._input.cursor_blink = False
        self.display = False

    def compose(self) -> ComposeResult:
        """Lay the label before the line."""
        yield self._label
        yield self._input

    @property
    def text(self) -> str:
        """What is typed."""
        return self._input.value

    def ask(self, label: Label, text: str = "") -> None:
        """Show the line, ready to type."""
        self._question = label
        self._say(label if isinstance(label, str) else label())
        with self.prevent(Input.Changed):
            self._input.value = text
        self._input.cursor_position = len(text)
        self.display = True
        self._input.focus()

    def retell(self, say: Callable[[str], str]) -> None:
        """Say the label in another language; `say` translates it when it cannot itself."""
        asked = self._question
        self._say(say(self._words) if isinstance(asked, str) else asked())

    def _say(self, words: str) -> None:
        self._words = words
        told = words if words.endswith(("?", ":", "…")) else current().colon(words)
        self._label.update(Text(f" {told} ", "bold"))

    def close(self) -> None:
        """Hide the line."""
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is typed."""
        event.stop()
        self.post_message(self.Typed(self, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on that the line is finished."""
        event.stop()
        self.post_message(self.Done(self, one_line(event.value)))

    def action_cancel(self) -> None:
        """Say that the line was left."""
        self.post_message(self.Cancelled(self, self._input.value))
