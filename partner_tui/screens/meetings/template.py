"""The template of the agenda, which the partners arrange together for every meeting."""

from __future__ import annotations

from typing import ClassVar

from textual import on

from partner_tui.commands import Scope, bindings
from partner_tui.domain import template
from partner_tui.domain.agenda import MINUTES, heading_of, headings
from partner_tui.domain.agenda_sources import Kind
from partner_tui.domain.records import Heading
from partner_tui.domain.workspace import Change
from partner_tui.i18n import _
from partner_tui.messages import Notice
from partner_tui.screens.above import Above
from partner_tui.screens.base import key_help
from partner_tui.screens.meeting.agenda import NAMES
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

FREE = MINUTES[Kind.FREE][0]
"""The minutes of what holds nothing by itself."""


class TemplateScreen(Above):
    """The headings of the agenda, in order, with their minutes."""

    MODE = "meetings"
    SCOPES: ClassVar = (Scope.TEMPLATE,)
    BINDINGS = bindings(Scope.WORK, Scope.TEMPLATE)

    # -- showing

    def show_body(self) -> None:
        """Show the headings."""
        rows = [
            heading(_("Modèle d'ordre du jour")),
            *map(_line, headings(self.workspace)),
        ]
        told = (
            _("Il sert à chaque rencontre qui n'a pas commencé; il est gardé au dossier."),
            _("Sans minutes, le temps se compte d'après ce qu'il y a à voir."),
        )
        self.lines.show([*rows, BLANK, *map(note, told)])

    def title_parts(self) -> list[str]:
        """Say what this is."""
        return [_("modèle d'ordre du jour")]

    def keys(self) -> list[tuple[str, str]]:
        """Say first that Enter rewords a heading, and that two keys move it."""
        return [key_help("enter", _("modifier")), *super().keys(), ("K J", _("déplacer"))]

    def way_out(self) -> str:
        """Say that q goes back to the meetings."""
        return _("rencontres")

    # -- changing

    def action_new(self) -> None:
        """Ask for a heading of the partners' own."""
        label = _("Rubrique, et son temps (Tour de table, 5 min)")
        self.ask(label, self._add, slot="template:new")

    def _add(self, text: str) -> None:
        self._change(template.adding_heading(text))
        self.lines.move_to(headings(self.workspace)[0].key)

    @on(LineList.Chosen)
    def action_edit(self) -> None:
        """Ask for another title, or other minutes."""
        key = self.lines.key
        if key:
            found = heading_of(self.workspace, key)
            now = name(found) + (f", {found.minutes} min" if found.minutes else "")
            label = _("Titre, et minutes à la fin")
            slot = f"template:{key}"
            self.ask(label, lambda text: self._reword(key, text), now, slot=slot)

    def _reword(self, key: str, text: str) -> None:
        self._change(template.rewording_heading(key, text, name(Heading(key=key))))

    def action_turn(self) -> None:
        """Leave the heading out, or take it back."""
        if self.lines.key:
            self._change(template.turning_heading(self.lines.key))

    def action_shift(self, by: int) -> None:
        """Move the heading up or down."""
        if self.lines.key:
            self._change(template.shifting_heading(self.lines.key, by))

    def action_archive(self) -> None:
        """Take away a heading that the partners added."""
        if template.is_own(self.lines.key):
            self._change(template.removing_heading(self.lines.key))
        else:
            self.post_message(
                Notice(_("Cette rubrique se remplit d'elle-même\u00a0: espace la laisse de côté."))
            )

    def _change(self, change: Change) -> None:
        self.apply("partnership.edit", change)


def name(found: Heading) -> str:
    """Return the title of a heading: the partners', else the usual one."""
    if found.title or template.is_own(found.key):
        return found.title
    return _(NAMES[Kind(found.key)]) if found.key in set(Kind) else found.key


def _line(found: Heading) -> Line:
    minutes = _("{n}\u00a0min").format(n=found.minutes or FREE)
    if not found.minutes and not (template.is_own(found.key) or found.key == Kind.FREE):
        minutes = _("selon le contenu")
    state = _("laissée de côté") if found.off else ""
    return Line(
        (
            Cell(" ✗" if found.off else "  ", "dim", 3),
            Cell(name(found), "dim" if found.off else "", None),
            Cell(_("à vous") if template.is_own(found.key) else "", "dim"),
            Cell(f"  {state}" if state else "", "dim"),
            Cell(minutes, "dim", 18, right=True),
        ),
        key=found.key,
    )
