"""The line to type at the foot of a screen: a question that is asked, or words to filter with."""

from __future__ import annotations

from collections.abc import Callable

from textual import on

from partner_tui.bootstrap import Services
from partner_tui.i18n import _
from partner_tui.screens.frame import Frame
from partner_tui.widgets.chrome import NoticeBar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.prompt import Label, Prompt

Asked = Callable[[str], None]


class Asking(Frame):
    """A screen that asks for one line, and narrows its list to some words."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._asked: Asked | None = None
        self._blank = False

    def ask(self, question: Label, then: Asked, text: str = "", *, blank: bool = False) -> None:
        """Ask for one line at the foot of the screen; an empty one counts only when `blank`."""
        self._asked, self._blank = then, blank
        self.open_prompt(question, text)

    def open_prompt(self, label: Label, text: str) -> None:
        """Show the line to type, notices above it."""
        self.query_one(NoticeBar).add_class("-raised")
        self.query_one(Prompt).ask(label, text)

    @on(Prompt.Done)
    def _answered(self, event: Prompt.Done) -> None:
        asked, self._asked = self._asked, None
        self.close_prompt()
        if asked is not None and (event.text or self._blank):
            asked(event.text)

    @on(Prompt.Typed)
    def _typed(self, event: Prompt.Typed) -> None:
        if self._asked is None:
            self.filter_lines(event.text)

    @on(Prompt.Cancelled)
    def _left(self, event: Prompt.Cancelled) -> None:
        if self._asked is None:
            self.filter_lines("")
        self._asked = None
        self.close_prompt()

    def close_prompt(self) -> None:
        """Hide the line and give the keys back to the list."""
        self.query_one(Prompt).close()
        self.query_one(NoticeBar).remove_class("-raised")
        self.lines.focus()

    def action_filter(self) -> None:
        """Narrow the list to some words."""
        self._asked = None
        self.open_prompt(_("Filtrer"), self.lines.needle)

    def filter_lines(self, words: str) -> None:
        """Show only the lines that hold these words."""
        self.lines.filter(words)
        self.show_title()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave escape to the screen while there is no filter to take away."""
        if action != "unfilter":
            return True
        lines = self.query(LineList)
        return bool(lines) and bool(lines.first().needle)

    def action_unfilter(self) -> None:
        """Show all the lines again."""
        if self.lines.needle:
            self.filter_lines("")
