"""Pick one thing or several from a list that narrows as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.text import Text
from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from partner_tui.commands import key_name
from partner_tui.domain.parsing import Strings
from partner_tui.domain.questions import Kind
from partner_tui.domain.text import one_line
from partner_tui.i18n import _, ngettext
from partner_tui.resources import folder
from partner_tui.widgets.choice_fields import Chooser
from partner_tui.widgets.chrome import Bar, KeyBar
from partner_tui.widgets.fields import Editor
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import Cell, Line
from partner_tui.widgets.prompt import OneLine

TALLEST = 16
"""Lines of the list at most."""


class Words(OneLine):
    """The words that narrow the list."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave the space to ticking."""
        return key != "space" and super().check_consume_key(key, character)


class Pick(ModalScreen[Strings | None]):
    """A line to type in above the choices; it gives their keys, or None when it is left."""

    CSS_PATH = folder("styles") / "pick.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS = [
        Binding("escape", "dismiss(None)", show=False, id="pick.close"),
        Binding("down", "move(1)", show=False, priority=True, id="pick.down"),
        Binding("up", "move(-1)", show=False, priority=True, id="pick.up"),
        Binding("pagedown", "page(1)", show=False, priority=True, id="pick.page-down"),
        Binding("pageup", "page(-1)", show=False, priority=True, id="pick.page-up"),
        Binding("space", "tick", show=False, priority=True, id="pick.tick"),
        Binding("enter", "accept", show=False, priority=True, id="pick.accept"),
    ]

    def __init__(
        self, title: str, lines: Sequence[Line], chosen: Strings, many: bool, free: bool = False
    ) -> None:
        super().__init__()
        self._free = free
        """True when words that name none of the choices can be kept as they are."""
        self._heading = one_line(title)
        self._choices = tuple(lines)
        self._ticked = chosen
        self._at = chosen[0] if chosen else ""
        self._many = many
        self._ticking = self._searching = False

    def compose(self) -> ComposeResult:
        """Lay the title, the line to type in, the choices and the keys."""
        with Vertical():
            yield Bar(classes="title")
            yield Words(placeholder=_("Chercher…"), compact=True, select_on_focus=False)
            yield LineList()
            yield KeyBar()

    def on_mount(self) -> None:
        """Show every choice, the cursor on the first one chosen."""
        self.query_one(Input).cursor_blink = False
        self._list.styles.height = min(TALLEST, max(1, len(self._choices)))
        self._show(self._at)
        keys = [("⏎", _("accepter")), (key_name("escape"), _("laisser"))]
        tick = [(_("espace"), _("cocher"))] if self._many else []
        self.query_one(KeyBar).put_keys([*tick, *keys])

    @property
    def _list(self) -> LineList:
        return self.query_one(LineList)

    def _show(self, at: str = "") -> None:
        self._list.show([self._line(line) for line in self._choices], at)
        self._count()

    def _line(self, line: Line) -> Line:
        if not (self._many and line.key):
            return line
        mark = "[x] " if line.key in self._ticked else "[ ] "
        return Line((Cell(mark), *line.cells), key=line.key, search=line.search)

    def _count(self) -> None:
        text = Text(f" {self._heading}", "bold")
        if not self._list.keys:
            text.append("  " + self._nothing(), "not bold yellow")
        elif self._many:
            ticked = ngettext("{n} coché", "{n} cochés", len(self._ticked))
            text.append(f"  {ticked}", "not bold dim")
        self.query_one(".title", Bar).put(text)

    def _nothing(self) -> str:
        if not self._free:
            return _("rien ne correspond")
        if self._words:
            return _("⏎ garde «\u00a0{words}\u00a0»").format(words=self._words)
        return _("personne encore\u00a0: écrivez un rôle, ⏎ le garde")

    @property
    def _words(self) -> str:
        return one_line(self.query_one(Input).value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._searching = True
        self._list.filter(event.value)
        self._count()

    def action_move(self, by: int) -> None:
        """Move in the list while the words are being typed."""
        self._searching = True
        self._list.action_move(by)

    def action_page(self, by: int) -> None:
        """Move in the list by a screenful."""
        self._searching = True
        self._list.action_page(by)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the space to the words when only one thing is picked."""
        return self._many if action == "tick" else True

    def action_tick(self) -> None:
        """Tick the choice under the cursor, or untick it."""
        key = self._list.key
        if key:
            self._ticking = True
            ticked = {*self._ticked} ^ {key}
            known = [line.key for line in self._choices if line.key in ticked]
            self._ticked = (*(each for each in self._ticked if each in ticked - {*known}), *known)
            self._show()

    def action_accept(self) -> None:
        """Give what is ticked; a choice that was looked for counts when nothing is."""
        key = self._list.key
        if self._free and not key and self._words:
            self.dismiss((*(self._ticked if self._many else ()), self._words))
        elif not self._many:
            self.dismiss((key,) if key else None)
        elif key and self._searching and not self._ticking and not self._ticked:
            self.dismiss((key,))
        else:
            self.dismiss(self._ticked)


def pick_for(app: App[Any], editor: Editor) -> None:
    """Open the list of a field that asks for it, and put in the field what is picked."""
    if not isinstance(editor, Chooser):
        return
    lines = [Line((Cell(c.label, width=None),), key=c.id) for c in editor.choices]
    part = editor.field.part

    def take(picked: Strings | None) -> None:
        if picked is not None:
            editor.take(picked)

    free = part.kind in (Kind.PERSON, Kind.PERSONS)
    pick = Pick(part.label or part.hint, lines, editor.strings, editor.many, free)
    app.push_screen(pick, take)
