"""The fields in which people choose: one thing, or several."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.style import Style
from rich.text import Text
from textual.binding import Binding
from textual.events import Key

from partner_tui.documents import words
from partner_tui.domain.forms import Field
from partner_tui.domain.parsing import YES, Strings
from partner_tui.domain.questions import Choice, Kind, Part
from partner_tui.domain.text import fold, one_line
from partner_tui.domain.values import Tri
from partner_tui.i18n import _, current
from partner_tui.widgets.fields import Editor, FieldTyped, PickAsked

NOTHING = "—"
SEVERAL = frozenset({Kind.MULTI, Kind.PERSONS, Kind.ORGS})


def choices_of(part: Part) -> tuple[Choice, ...]:
    """Return what a blank offers, the words of a yes-or-no question included."""
    if part.kind is Kind.TRI and not part.choices:
        return tuple(Choice(value, words.label(value, current())) for value in Tri)
    if part.kind is Kind.FLAG:
        return (Choice(YES, _("oui")),)
    return part.choices


class Chooser(Editor, can_focus=True):
    """What choosing one and choosing several have in common."""

    BINDINGS = [
        Binding("enter", "pick", show=False, id="choice.pick"),
        Binding("backspace,delete", "clear", show=False, id="choice.clear"),
    ]
    COMPONENT_CLASSES = {"field--mark", "field--dim"}

    def __init__(self, field: Field, today: date) -> None:
        super().__init__()
        self.begin(field, today)
        self.choices = choices_of(field.part)
        self._chosen: Strings = ()
        self.accept(field.strings)

    def respell(self, field: Field) -> None:
        """Offer the same choices in other words."""
        self.choices = choices_of(field.part)
        super().respell(field)

    @property
    def many(self) -> bool:
        """True when several things can be chosen."""
        return self.kind in SEVERAL

    @property
    def typed(self) -> str:
        """The ids of what is chosen, one a line."""
        return "\n".join(self._chosen)

    def retype(self, text: str) -> None:
        """Choose the things of these ids."""
        self.choose(tuple(text.split("\n")) if text else ())

    def read(self) -> Strings:
        """Return the ids of what is chosen."""
        return self._chosen

    def labels(self) -> list[str]:
        """Return the words for what is chosen; an id that is no longer offered as it is."""
        known = {choice.id: choice.label for choice in self.choices}
        return [one_line(known.get(each, each)) for each in self._chosen]

    def choose(self, strings: Sequence[str]) -> None:
        """Choose these, as the person would; the value is told on leaving the field."""
        if tuple(strings) != self._chosen:
            self._chosen = tuple(strings)
            self.refresh(layout=self.many)
            self.post_message(FieldTyped(self))

    def take(self, strings: Sequence[str]) -> None:
        """Choose these for good: they come from a list that was closed."""
        self.choose(strings)
        self.flush()

    def action_clear(self) -> None:
        """Choose nothing."""
        self.choose(())

    def action_pick(self) -> None:
        """Ask to pick from a list."""
        self.post_message(PickAsked(self))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Keep letters from the commands of the screen."""
        return character is not None and character.isprintable()

    def on_key(self, event: Key) -> None:
        """Go to the choice that a letter begins."""
        if event.is_printable and event.key != "space":
            event.stop()
            event.prevent_default()
            self.jump(fold(event.character or ""))

    def jump(self, letter: str) -> None:
        """Do what a letter asks."""

    def on_focus(self) -> None:
        """Show that the keys act here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keys act elsewhere."""
        self.refresh()

    def style(self, name: str) -> Style:
        """Return the style of a sign, brighter where the keys act."""
        return self.get_component_rich_style(f"field--{name if self.has_focus else 'dim'}")


class ChoiceField(Chooser):
    """One thing among some, shown on one line between ‹ and ›."""

    BINDINGS = [
        Binding("right,space", "step(1)", show=False, id="choice.next"),
        Binding("left", "step(-1)", show=False, id="choice.previous"),
    ]

    def render(self) -> Text:
        """Draw the choice between its marks."""
        mark, nothing = self.style("mark"), _("non") if self.kind is Kind.FLAG else NOTHING
        label = self.labels()[0] if self._chosen else nothing
        return Text.assemble(
            ("‹ ", mark), (label, "" if self._chosen else self.style("dim")), (" ›", mark),
            no_wrap=True, overflow="ellipsis",
        )  # fmt: skip

    def action_step(self, by: int) -> None:
        """Choose the next one, around."""
        ids = [choice.id for choice in self.choices]
        if self.kind is Kind.FLAG:
            self.choose(() if self._chosen else (YES,))
        elif ids and self._chosen and self._chosen[0] in ids:
            self.choose((ids[(ids.index(self._chosen[0]) + by) % len(ids)],))
        elif ids:
            self.choose((ids[0 if by > 0 else -1],))

    def jump(self, letter: str) -> None:
        """Choose the first one that begins so, or the next such one."""
        if self.kind is Kind.FLAG and fold(_("non")).startswith(letter):
            self.choose(())
            return
        ids = [c.id for c in self.choices if fold(one_line(c.label)).startswith(letter)]
        here = self._chosen[0] if self._chosen else ""
        if ids:
            self.choose((ids[(ids.index(here) + 1) % len(ids)] if here in ids else ids[0],))


class MultiField(Chooser):
    """Several things among some, their words joined."""

    BINDINGS = [Binding("space,right", "pick", show=False, id="choice.pick-many")]

    def render(self) -> Text:
        """Draw the words, and what Enter does."""
        words_ = ", ".join(self.labels())
        text = Text(words_ or NOTHING, "" if words_ else self.style("dim"))
        return text.append("  " + _("⏎ choisir"), self.style("mark")) if self.has_focus else text
