"""The fields in which people type: one line, or several."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.events import Paste
from textual.widgets import Input, TextArea

from partner_tui.documents import words
from partner_tui.domain.forms import Field
from partner_tui.domain.parsing import Strings, Unreadable, parse
from partner_tui.domain.questions import Kind
from partner_tui.domain.text import clean, one_line
from partner_tui.i18n import current
from partner_tui.widgets.fields import Editor, FieldTyped, OutsideAsked
from partner_tui.widgets.prompt import OneLine

RETYPED = frozenset({Kind.DATE, Kind.NUMBER, Kind.AMOUNT})
"""Short values that are typed anew rather than corrected: they are selected on focus."""


class LineField(OneLine, Editor):
    """A line, a date, a number or an amount."""

    ENTERS = True

    def __init__(self, field: Field, today: date) -> None:
        self.begin(field, today)
        super().__init__(
            self.write(field.strings),
            placeholder=one_line(field.part.hint),
            select_on_focus=field.part.kind in RETYPED,
            compact=True,
        )
        self._shown = self.value
        self.set_reactive(Input.cursor_blink, False)

    def respell(self, field: Field) -> None:
        """Hint in other words."""
        self.placeholder = one_line(field.part.hint)
        super().respell(field)

    @property
    def typed(self) -> str:
        """The line as it stands."""
        return self.value

    def retype(self, text: str) -> None:
        """Put a line in the field."""
        self.value = one_line(text)
        self.cursor_position = len(self.value)

    def write(self, strings: Strings) -> str:
        """Return a value as people of this language write it."""
        text = one_line(" ".join(strings))
        if self.kind is Kind.AMOUNT:
            return words.amount(text, current())
        if self.kind is Kind.NUMBER:
            return _number(text)
        return text

    def read(self) -> Strings:
        """Return what the line says."""
        return parse(self.kind, self.value, self.today)

    def understood(self) -> str:
        """Return the day or the sum that the line says."""
        try:
            text = "".join(self.read())
        except Unreadable:
            return ""
        if text and self.kind is Kind.DATE:
            return words.full_day(date.fromisoformat(text), current())
        return words.amount(text, current()) if text and self.kind is Kind.AMOUNT else ""

    def _on_paste(self, event: Paste) -> None:
        """Put the lines, joined, in the place of what is selected."""
        event.stop()
        event.prevent_default()
        self.replace(one_line(event.text), *self.selection)

    @on(Input.Changed)
    def _edited(self, event: Input.Changed) -> None:
        event.stop()
        if self.dirty:
            self.post_message(FieldTyped(self))


def _number(text: str) -> str:
    """Write a number; a zero more keeps 1,125 from reading like a thousand."""
    shown = words.number(text, current())
    return shown + "0" if len(text.partition(".")[2]) == 3 else shown


class TextField(TextArea, Editor):
    """A text of some lines, or a list with one entry a line."""

    BINDINGS = [Binding("ctrl+e", "outside", show=False, id="form.outside")]

    def __init__(self, field: Field, today: date) -> None:
        self.begin(field, today)
        super().__init__(
            self.write(field.strings),
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
            placeholder=Content(one_line(field.part.hint)),
        )
        self._shown = self.text
        self.set_reactive(TextArea.cursor_blink, False)

    def on_mount(self) -> None:
        """Begin after the words that are there."""
        self.move_cursor(self.document.end)

    def respell(self, field: Field) -> None:
        """Hint in other words."""
        self.placeholder = Content(one_line(field.part.hint))
        super().respell(field)

    @property
    def typed(self) -> str:
        """The text as it stands."""
        return self.text

    def retype(self, text: str) -> None:
        """Put a text in the field; what was there can be taken back with ctrl+z."""
        self.replace(clean(text), (0, 0), self.document.end)
        self.move_cursor(self.document.end)

    def write(self, strings: Strings) -> str:
        """Return a text, or a list with one entry a line."""
        return clean("\n".join(strings))

    def read(self) -> Strings:
        """Return what the lines say."""
        return parse(self.kind, self.text, self.today)

    def lets_go(self, by: int) -> bool:
        """Let an arrow leave from the first or the last line."""
        here = self.cursor_location
        there = self.get_cursor_up_location() if by < 0 else self.get_cursor_down_location()
        return self.selection.is_empty and here[0] == there[0] and self._same_row(here, there)

    def _same_row(self, here: tuple[int, int], there: tuple[int, int]) -> bool:
        """Return True when two places stand on the same row once the lines are folded."""
        offset = self.wrapped_document.location_to_offset
        return offset(here).y == offset(there).y

    def action_outside(self) -> None:
        """Ask to edit the text in the person's own editor."""
        self.post_message(OutsideAsked(self))

    async def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(clean(event.text), *self.selection)

    @on(TextArea.Changed)
    def _edited(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.dirty:
            self.post_message(FieldTyped(self))
