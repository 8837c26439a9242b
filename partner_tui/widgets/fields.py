"""What every field of a form does: read what was typed, tell it once, say what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

from textual.message import Message
from textual.widget import Widget

from partner_tui.domain.forms import Field
from partner_tui.domain.parsing import FieldReason, Strings, Unreadable
from partner_tui.domain.questions import Kind
from partner_tui.i18n import N_, _

SENTENCES: Final[Mapping[FieldReason, str]] = {
    FieldReason.DATE: N_("Écrivez un jour\u00a0: 30 nov, 2026-11-30, jeudi, demain ou +7."),
    FieldReason.DAY: N_("Ce jour n'existe pas au calendrier."),
    FieldReason.NUMBER: N_("Écrivez un nombre, par exemple 12 ou 7,5."),
    FieldReason.AMOUNT: N_("Écrivez une somme, par exemple 9\u00a0000\u00a0$ ou 9\u00a0000,50."),
    FieldReason.CHOICE: N_("Ce choix n'existe pas dans la liste."),
}


def sentence(reason: FieldReason) -> str:
    """Return the sentence that helps to write a value that can be read."""
    return _(SENTENCES[reason])


class Editor(Widget):
    """A field on the screen; its value comes down by `accept`, FieldChanged goes up."""

    ENTERS = False
    """True when Enter leaves the field for the next one."""

    def begin(self, field: Field, today: date) -> None:
        """Take the blank to fill; each subclass calls it when it is made."""
        self.field = field
        self.today = today
        self.problem = ""
        """The sentence under the field, while what it holds cannot be kept."""
        self._told = self._before = field.strings
        self._shown: str | None = ""

    # -- what a subclass says

    @property
    def typed(self) -> str:
        """The value as it stands in the field, read or not: what a draft keeps."""
        raise NotImplementedError

    def retype(self, text: str) -> None:
        """Put a text in the field as if it had been typed."""
        raise NotImplementedError

    def write(self, strings: Strings) -> str:
        """Return a value as the field shows it."""
        return "\n".join(strings)

    def read(self) -> Strings:
        """Return the value that the field says; raise Unreadable when it does not."""
        raise NotImplementedError

    def understood(self) -> str:
        """Return what the field says in other words, for the help line."""
        return ""

    def lets_go(self, by: int) -> bool:
        """Return True when an arrow up or down may leave the field."""
        return True

    # -- what every field does

    @property
    def kind(self) -> Kind:
        """What the field can hold."""
        return self.field.part.kind

    @property
    def strings(self) -> Strings:
        """The value, or the last one that could be read."""
        try:
            return self.read()
        except Unreadable:
            return self._told

    @property
    def saved(self) -> str:
        """The value that was told last, as the field shows it."""
        return self.write(self._told)

    @property
    def dirty(self) -> bool:
        """True while the field holds something that was not told."""
        return self.typed != self._shown

    def accept(self, strings: Strings) -> None:
        """Show a value that comes from the record."""
        self._told = self._before = strings
        self._show(strings)

    def _show(self, strings: Strings) -> None:
        text = self.write(strings)
        if text != self.typed:
            self.retype(text)
        self._shown = self.typed
        self.complain("")

    def respell(self, field: Field) -> None:
        """Take the same blank in the words of another language, what is typed left alone."""
        self.field = field
        if not self.dirty:
            self._show(self._told)
        self.refresh(layout=True)

    def settle(self) -> Strings | None:
        """Return the value when it is new; complain when it cannot be read."""
        if not self.dirty:
            self.complain("")
            return None
        try:
            strings = self.read()
        except Unreadable as problem:
            self.complain(sentence(problem.reason))
            return None
        new = strings != self._told
        self._before, self._told = self._told, strings
        self._show(strings)
        return strings if new else None

    def flush(self) -> None:
        """Tell the value if it is new."""
        strings = self.settle()
        if strings is not None:
            self.post_message(FieldChanged(self, strings))

    def refuse(self, why: str) -> None:
        """Say why the value told last was not kept; leaving the field tries again."""
        self._told, self._shown = self._before, None
        self.complain(why)

    def complain(self, problem: str) -> None:
        """Put a sentence under the field, or take it away."""
        if problem != self.problem:
            self.problem = problem
            self.post_message(FieldComplained(self))

    def reconsider(self) -> None:
        """Take the sentence away as soon as what is typed can be read."""
        if self.problem:
            with suppress(Unreadable):
                self.read()
                self.complain("")

    def on_blur(self) -> None:
        """Tell what was typed when the field is left."""
        self.flush()


@dataclass
class FieldMessage(Message):
    """Something happened in a field."""

    editor: Editor

    @property
    def control(self) -> Editor:
        """The field it comes from."""
        return self.editor

    @property
    def name(self) -> str:
        """The name of the field."""
        return self.editor.field.name


@dataclass
class FieldChanged(FieldMessage):
    """The value of a field is settled and new."""

    strings: Strings


@dataclass
class FieldTyped(FieldMessage):
    """The field was edited and the value is not settled yet; `editor.typed` can be a draft."""

    def can_replace(self, message: Message) -> bool:
        """Keep only the last of these messages that wait."""
        return isinstance(message, FieldTyped) and message.editor is self.editor


@dataclass
class FieldComplained(FieldMessage):
    """The sentence under a field changed; it is `editor.problem`."""


@dataclass
class PickAsked(FieldMessage):
    """The person wants to pick from a list."""


@dataclass
class OutsideAsked(FieldMessage):
    """The person wants to edit the text in their own editor."""
