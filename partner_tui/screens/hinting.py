"""A screen that says, while one types a line, what is understood of it."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text
from textual import on

from partner_tui.bootstrap import Services
from partner_tui.commands import key_name
from partner_tui.i18n import _
from partner_tui.screens.base import WorkScreen
from partner_tui.widgets.chrome import Bar
from partner_tui.widgets.prompt import Label, Prompt

Hint = Callable[[str], str]


class HintingScreen(WorkScreen):
    """Asks for lines under a bar of two lines; subclasses lay the bar `#hint` in their body."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._hint: Hint | None = None
        self._again = False
        """True when the line is asked for again once it is noted."""

    def ask_line(
        self,
        label: Label,
        then: Callable[[str], None],
        hint: Hint,
        text: str = "",
        *,
        slot: str,
        again: bool = False,
    ) -> None:
        """Ask for a line; what is understood of it is said above."""
        self._hint, self._again = hint, again
        self.add_class("-asking")
        self.ask(label, then, text, slot=slot)
        self._say(hint(self.query_one(Prompt).text))

    def _say(self, words: str) -> None:
        """Show two lines; a single one stands under a reminder, for it is free text."""
        first, newline, second = words.partition("\n")
        if not newline:
            first, second = _("Ne nommez personne qui reçoit des services."), words
        said = Text.assemble((f" {first}", "dim"), "\n", (f" {second}", "bold"))
        self.query_one("#hint", Bar).put(said)

    @on(Prompt.Typed)
    def _retyped(self, event: Prompt.Typed) -> None:
        if self._hint is not None:
            self._say(self._hint(event.text))

    def show_body(self) -> None:
        """Say again, in the language just chosen, what is understood of the line."""
        if self._hint is not None:
            self._say(self._hint(self.query_one(Prompt).text))

    def typing_keys(self) -> list[tuple[str, str]]:
        """Return the keys of the line that is being typed."""
        if self._hint is None:
            return super().typing_keys()
        noting = _("noter, et continuer") if self._again else _("noter")
        return [("⏎", noting), (key_name("escape"), _("fermer; le texte est gardé"))]

    def close_prompt(self) -> None:
        """Hide the line and what was said above it."""
        super().close_prompt()
        self._hint = None
        self.remove_class("-asking")
