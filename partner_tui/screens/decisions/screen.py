"""Registre des décisions: what was decided, when and how, and what still holds."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.documents import words
from partner_tui.documents.verbs import title
from partner_tui.documents.voice import Voice
from partner_tui.domain.changes import Seen
from partner_tui.domain.deciding import candidates, replacing
from partner_tui.domain.records import Decision, Meeting
from partner_tui.domain.workspace import archiving
from partner_tui.i18n import _, current, ngettext
from partner_tui.messages import Go, Notice
from partner_tui.resources import folder
from partner_tui.screens import records
from partner_tui.screens.above import Above
from partner_tui.screens.base import key_help
from partner_tui.screens.decisions.lines import arranged, copied, lines, told
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import Cell, Line
from partner_tui.widgets.page import Page

NOTHING = "nothing"
"""The choice that says that a decision still holds."""


class DecisionsScreen(Above):
    """Every decision, wherever it was taken."""

    CSS_PATH = folder("styles") / "actions.tcss"
    MODE = "decisions"
    SCOPES: ClassVar = (Scope.DECISIONS,)
    BINDINGS = bindings(Scope.WORK, Scope.DECISIONS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._everything = True

    @property
    def decision(self) -> Decision | None:
        """The decision under the cursor."""
        return self.workspace.find(Decision, self.lines.key.removeprefix("decisions/"))

    def compose_body(self) -> ComposeResult:
        """Lay the list and the pane."""
        with Container(id="both"):
            yield LineList()
            yield Page(classes="pane", tight=True)

    # -- showing

    def show_body(self) -> None:
        """Show the decisions."""
        self.lines.show(lines(self.workspace, self._everything, current()))
        self._tell()

    @on(LineList.Moved)
    def _tell(self) -> None:
        decision = self.decision
        self.query_one(Page).show(told(self.workspace, decision, current()) if decision else ())

    def title_parts(self) -> list[str]:
        """Say how many decisions there are, and whether all are shown."""
        many = len(arranged(self.workspace, self._everything))
        count = ngettext("{n} décision", "{n} décisions", many)
        return [_("Décisions"), count] if self._everything else [_("Décisions en vigueur"), count]

    def keys(self) -> list[tuple[str, str]]:
        """Say first that Enter goes to the meeting."""
        return [key_help("enter", _("rencontre")), *super().keys()]

    def action_show(self) -> None:
        """Show all the decisions, or those that still hold."""
        self._everything = not self._everything
        self.show_all()

    # -- opening

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        decision = self.decision
        if decision is not None and self.workspace.find(Meeting, decision.meeting):
            self.post_message(Go(event.key))
        else:
            self.action_edit()

    def action_edit(self) -> None:
        """Open the form of the decision."""
        if decision := self._needed():
            records.edit(self, decision)

    def _needed(self) -> Decision | None:
        if self.decision is None:
            self.post_message(Notice(_("Choisissez d'abord une décision.")))
        return self.decision

    # -- changing

    def action_replace(self) -> None:
        """Say which other decision replaces this one, or that none does."""
        from partner_tui.screens.dialogs.pick import Pick

        decision = self._needed()
        if decision is None:
            return
        others = candidates(self.workspace, decision)
        if not others:
            self.post_message(Notice(_("Aucune autre décision ne peut la remplacer.")))
            return
        voice = Voice(self.workspace, current())
        told = [f"{words.cite(d, current())}  {voice.name(d, 'text')}" for d in others]
        rows = [Line((Cell(t, "", None),), d.id) for t, d in zip(told, others, strict=True)]
        rows.insert(0, Line((Cell(_("aucune\u00a0: elle tient encore"), "dim", None),), NOTHING))
        asked = _("Qu'est-ce qui remplace {reference}?")
        heading = asked.format(reference=words.cite(decision, current()))
        chosen = (decision.superseded_by or NOTHING,)

        def take(picked: tuple[str, ...] | None) -> None:
            if picked:
                self._replace(decision, "" if picked[0] == NOTHING else picked[0])

        self.app.push_screen(Pick(heading, rows, chosen, many=False), take)

    def _replace(self, decision: Decision, newer: str) -> None:
        was = decision.superseded_by
        seen = Seen(table="decisions", id=decision.id, field="superseded_by", value=was)
        by, told = self.workspace.find(Decision, newer), _("{reference} tient encore.")
        if by is not None:
            told = _("{reference} est remplacée par {other}.")
        reference = words.cite(decision, current())
        said = told.format(reference=reference, other=words.cite(by, current()) if by else "")
        self.apply("decisions.edit", replacing(decision.id, newer), [seen], said)

    def action_archive(self) -> None:
        """Put the decision away."""
        if decision := self._needed():
            told = _("Rangé\u00a0: {what}. u le ramène.").format(what=title(decision, current()))
            self.apply("decisions.archive", archiving(Decision, decision.id), told=told)

    # -- copying

    def copy_item(self) -> tuple[str, str] | None:
        """Return the decision as one pastes it in a message; nothing for a private one."""
        decision = self.decision
        if decision is None or decision.private:
            return None
        name = words.cite(decision, current())
        return copied(self.workspace, decision, current()), name


def screen(services: Services) -> DecisionsScreen:
    """Build the screen."""
    return DecisionsScreen(services)
