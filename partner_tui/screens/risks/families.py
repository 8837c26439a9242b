"""The seven families of risks: which hold some, which have none to report, which wait."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from partner_tui.commands import Scope, bindings
from partner_tui.documents.words import cite, label
from partner_tui.domain.changes import Seen
from partner_tui.domain.days import day_here
from partner_tui.domain.known import answer_of
from partner_tui.domain.records import Risk, new_id
from partner_tui.domain.risking import (
    Considered,
    families,
    family_of,
    nothing_to_report,
    without_answer,
)
from partner_tui.domain.values import RiskFamily
from partner_tui.domain.workspace import adding
from partner_tui.i18n import N_, _, current, translator
from partner_tui.messages import Notice
from partner_tui.resources import folder
from partner_tui.screens.above import Above
from partner_tui.screens.base import key_help
from partner_tui.screens.risks.lines import PRIVATE
from partner_tui.screens.risks.suggestions import capital
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

NAME = 26
SAID = N_("Rien à signaler")
"""What is noted as the answer of a family without a risk."""


class FamiliesScreen(Above):
    """One line a family, then what the step asks before it is done."""

    MODE = "risks"
    SCOPES: ClassVar = (Scope.FAMILIES,)
    BINDINGS = bindings(Scope.WORK, Scope.FAMILIES)
    CSS_PATH = folder("styles") / "risks.tcss"

    def compose_body(self) -> ComposeResult:
        """Lay the families."""
        yield LineList()

    @property
    def families(self) -> list[Considered]:
        """The families that the guide asks about."""
        return families(self.workspace, self.services.guide)

    @property
    def chosen(self) -> Considered | None:
        """The family of the chosen line."""
        return next((f for f in self.families if f.question.id == self.lines.key), None)

    # -- showing

    def title_parts(self) -> list[str]:
        """Say how many families were thought of."""
        found = self.families
        count = _("{n} considérées sur {all}").format(n=sum(f.done for f in found), all=len(found))
        return [_("Familles de risques"), count]

    def keys(self) -> list[tuple[str, str]]:
        """Say first that Enter describes a risk of the family."""
        return [key_help("enter", _("en décrire un")), *super().keys()]

    def show_body(self) -> None:
        """Show the families, then what is left before the step is done."""
        lines: list[Line] = []
        for each in self.families:
            lines += self._family(each)
        left = [f for f in self.families if not f.done]
        waiting = without_answer(self.workspace)
        cited = " ".join(cite(risk, current()) for risk in waiting)
        answered = _("chaque risque élevé a une stratégie et une personne")
        lines += [
            BLANK,
            heading(_("L'étape 7 est faite quand")),
            _check(not left, _("chaque famille a été considérée")),
            _check(not waiting, f"{answered}  {cited}" if cited else answered),
        ]
        self.lines.show(lines)

    def _family(self, each: Considered) -> list[Line]:
        name = capital(label(family_of(each.question.family), current()))
        cells = (Cell("[x] " if each.done else "[ ] "), Cell(name, "strong", NAME))
        line = Line(
            (*cells, Cell(_told(each), "" if each.done else "accent", None)),
            key=each.question.id,
            search=each.question.text,
        )
        return [line, note(each.question.text, indent=4)]

    # -- acting

    @on(LineList.Chosen)
    def action_new(self) -> None:
        """Ask what could happen in this family."""
        if (each := self.chosen) is None:
            return
        family = family_of(each.question.family)

        def question() -> str:
            return _("Risque, {family}\u00a0:").format(family=label(family, current()))

        self.ask(question, partial(self._add, family), slot="risks/new")

    def _add(self, family: RiskFamily, event: str) -> None:
        risk = Risk(id=new_id(), event=event, family=family)
        told = _("Noté\u00a0: {event}. ⏎ au registre pour le juger.").format(event=event)
        self.apply("risks.add", adding(risk), told=told)

    def action_nothing(self) -> None:
        """Say that there is nothing to report in this family, or take it back."""
        if (each := self.chosen) is None:
            return
        if each.risks:
            told = _("Cette famille a déjà des risques\u00a0: elle est considérée.")
            self.post_message(Notice(told))
            return
        key = each.question.id
        before = answer_of(self.workspace, key)
        seen = [Seen(table="answers", id=key, field="state", value=before.state)] if before else []
        said = translator(self.workspace.partnership.language).text(SAID)
        self.apply("answers.answer", nothing_to_report(key, said), seen)

    def action_suggest(self) -> None:
        """Show the risks that the guide suggests."""
        from partner_tui.screens.risks.suggestions import SuggestionsScreen

        self.app.push_screen(SuggestionsScreen(self.services), lambda _result: self.show_all())

    def action_close(self) -> None:
        """Go back to the log."""
        self.dismiss(None)


def _told(each: Considered) -> str:
    """Return the risks of a family, that there is none to report, or that it waits."""
    if each.risks:
        marked = ((PRIVATE if risk.private else "") + cite(risk, current()) for risk in each.risks)
        return " ".join(marked)
    if each.nothing is None:
        return _("pas encore considérée")
    said = ", ".join(filter(None, (each.nothing.by, day_here(each.nothing.at))))
    words = _("rien à signaler")
    return f"{words} ({said})" if said else words


def _check(done: bool, text: str) -> Line:
    return Line((Cell("  [x] " if done else "  [ ] "), Cell(text, "" if done else "accent", None)))
