"""A form: a label and a field a line, under headings; only the line that changes is repainted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import DescendantBlur, DescendantFocus, Resize
from textual.geometry import Region

from partner_tui.domain.forms import Field, Heading
from partner_tui.widgets.chrome import Bar
from partner_tui.widgets.editors import editor_for, help_for
from partner_tui.widgets.fields import Editor, FieldComplained, FieldTyped
from partner_tui.widgets.labels import INDENT, Labels


class Form(Labels, can_focus=False):
    """Rows to fill; FieldChanged, FieldTyped, PickAsked and OutsideAsked go up."""

    BINDINGS = [
        Binding("tab", "go(1)", show=False, priority=True, id="form.next"),
        Binding("shift+tab", "go(-1)", show=False, priority=True, id="form.previous"),
        Binding("down", "step(1)", show=False, priority=True, id="form.down"),
        Binding("up", "step(-1)", show=False, priority=True, id="form.up"),
        Binding("enter", "enter", show=False, priority=True, id="form.enter"),
    ]

    def __init__(
        self,
        rows: Sequence[Heading | Field],
        today: date,
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._rows = rows
        self._today = today
        self._help = Bar(classes="help")

    def compose(self) -> ComposeResult:
        """Lay the fields, and the help line at the foot."""
        heading = ""
        for row in self._rows:
            if isinstance(row, Heading):
                heading = row.text
                continue
            editor = editor_for(row, self._today)
            self.headings[editor], heading = heading, ""
        self.editors = tuple(self.headings)
        self.make_room()
        yield from self.editors
        yield self._help

    def respell(self, rows: Sequence[Heading | Field]) -> None:
        """Say the same fields in the words of another language."""
        heading = ""
        for row in rows:
            if isinstance(row, Heading):
                heading = row.text
                continue
            editor = self.editor(row.name)
            editor.respell(row)
            self.headings[editor], heading = heading, ""
        self.make_room()
        self._show_help()

    # -- the fields

    def editor(self, name: str) -> Editor:
        """Return the field of a name; raise KeyError when there is none."""
        for editor in self.editors:
            if editor.field.name == name:
                return editor
        raise KeyError(name)

    @property
    def current(self) -> Editor | None:
        """The field where the keys act."""
        focused = self.screen.focused
        return next((each for each in self.editors if each is focused), None)

    def flush(self) -> None:
        """Have every field tell what was typed in it."""
        for editor in self.editors:
            editor.flush()

    # -- moving

    def go_to(self, name: str = "") -> None:
        """Put the keys in a field, by default the first one."""
        editor = self.editor(name) if name else next(iter(self.editors), None)
        if editor is not None:
            self.screen.set_focus(editor, scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave arrows and Enter to the fields that use them."""
        editor = self.current
        if action == "enter":
            return editor is not None and editor.ENTERS
        if action == "step":
            return editor is not None and editor.lets_go(1 if parameters == (1,) else -1)
        return True

    def action_go(self, by: int) -> None:
        """Go to the next field; from the last one, to what follows the form."""
        if not self.action_step(by):
            move = self.screen.focus_next if by > 0 else self.screen.focus_previous
            move()

    def action_step(self, by: int) -> bool:
        """Go to the next field, and stay in the form."""
        editor = self.current
        place = self.editors.index(editor) + by if editor else 0
        if not 0 <= place < len(self.editors):
            return False
        self.screen.set_focus(self.editors[place], scroll_visible=False)
        return True

    def action_enter(self) -> None:
        """Go on to the next field; the last one is settled where it is."""
        editor = self.current
        if not self.action_step(1) and editor is not None:
            editor.flush()

    # -- showing

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _moved(self) -> None:
        editor = self.current
        self.mark(editor)
        if editor is not None:
            self._show_help()
            self.reveal()

    @on(FieldTyped)
    def _typed(self, event: FieldTyped) -> None:
        event.editor.reconsider()
        self._show_help()
        self.call_after_refresh(self.reveal)

    @on(FieldComplained)
    def _complained(self, event: FieldComplained) -> None:
        event.stop()
        self.make_room()

    def on_resize(self, event: Resize) -> None:
        """Fold the sentences to the new width."""
        self.make_room()

    def watch_virtual_size(self) -> None:
        """Keep the row in sight when a field or a sentence has grown."""
        self.refresh()
        self.call_after_refresh(self.reveal)

    def _show_help(self) -> None:
        editor = self.current
        text = "" if editor is None else help_for(editor)
        indent = max(1, min(INDENT, self.size.width - 1 - cell_len(text)))
        self._help.put(Text(" " * indent + text, "dim", no_wrap=True, overflow="ellipsis"))

    def reveal(self) -> None:
        """Keep the whole row of the field in sight, with the heading just above it."""
        editor = self.current
        if editor is not None:
            top, bottom = self.extent(editor)
            region = Region(0, top, 1, bottom - top)
            self.scroll_to_region(
                region, spacing=self.dock_gutter, animate=False, immediate=True, force=True
            )
