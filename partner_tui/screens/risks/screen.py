"""Risques: the log by level, one risk in full, and what to do next about it."""

from __future__ import annotations

from functools import partial

from textual import on

from partner_tui.bootstrap import Services
from partner_tui.documents.words import label
from partner_tui.domain.records import Risk, new_id
from partner_tui.domain.risking import (
    Sight,
    family_of,
    in_sight,
    next_order,
    next_sight,
    next_state,
)
from partner_tui.domain.scales import scale_of
from partner_tui.domain.values import RiskFamily, RiskState
from partner_tui.domain.workspace import adding
from partner_tui.i18n import _, current
from partner_tui.screens.risks import lines as risks_lines
from partner_tui.screens.risks.lines import key_of
from partner_tui.screens.risks.log import RiskLog
from partner_tui.widgets.line_list import LineList


class RisksScreen(RiskLog):
    """The risk log."""

    # -- opening

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        kind, _colon, family = event.key.partition(":")
        if kind == "family":
            self.action_new(family_of(family))
        elif event.key == risks_lines.FAMILIES:
            self.action_families()
        else:
            self.action_open()

    def action_open(self) -> None:
        """Open the screen of the chosen risk."""
        from partner_tui.screens.risk.screen import RiskScreen

        if (risk := self._needed()) is not None:
            self.app.push_screen(
                RiskScreen(self.services, risk.id), lambda _result: self.go_to(key_of(risk))
            )

    def action_new(self, family: RiskFamily | None = None) -> None:
        """Ask what could happen, then open the form of the new risk."""

        def question() -> str:
            if family is None:
                return _("Ce qui pourrait arriver\u00a0:")
            return _("Risque, {family}\u00a0:").format(family=label(family, current()))

        self.ask(question, partial(self._add, family or RiskFamily.OTHER), slot="risks/new")

    def _add(self, family: RiskFamily, event: str) -> None:
        risk = Risk(id=new_id(), event=event, family=family)
        if self.apply("risks.add", adding(risk)):
            self.go_to(key_of(risk))
            self.action_edit()

    def action_families(self) -> None:
        """Show the families of risks: which were thought of, which were not."""
        from partner_tui.screens.risks.families import FamiliesScreen

        self.app.push_screen(FamiliesScreen(self.services), lambda _result: self.show_all())

    def action_suggest(self) -> None:
        """Show the risks that the guide suggests."""
        from partner_tui.screens.risks.suggestions import SuggestionsScreen

        above = SuggestionsScreen(self.services)
        self.app.push_screen(above, lambda _result: self.go_to(above.at))

    def action_matrix(self) -> None:
        """Show the risks by likelihood and impact."""
        from partner_tui.screens.risks.matrix import MatrixScreen

        above = MatrixScreen(self.services, self.lines.key, self.sight)
        self.app.push_screen(above, lambda _result: self.go_to(above.at))

    def go_to(self, key: str) -> None:
        """Put the cursor on a risk, brought into sight if it was left out."""
        if key and key not in self.lines.keys:
            found = self.workspace.find(Risk, key.partition("/")[2])
            if found is not None and not found.archived:
                self.lines.filter("")
                if not in_sight(found, self.sight, scale_of(self.workspace)):
                    self.sight = Sight.ALL if found.state is RiskState.CLOSED else Sight.OPEN
                self.show_body()
        super().go_to(key)

    # -- changing

    def keep(self, risk: Risk) -> None:
        """Keep a risk in sight until the view changes."""
        self.kept = risk.id

    def after(self, risk: Risk) -> str:
        """Say where a risk that is closed can be seen."""
        closing = next_state(risk.state) is RiskState.CLOSED and self.sight is not Sight.ALL
        return " " + _("v le montrera avec tous les autres.") if closing else ""

    def action_sort(self) -> None:
        """Sort by level, by review date or by number."""
        self.order, self.kept = next_order(self.order), ""
        self.show_body()

    def action_show(self) -> None:
        """Show the open risks, the low ones, or all of them."""
        self.sight, self.kept = next_sight(self.sight), ""
        self.show_body()


def screen(services: Services) -> RisksScreen:
    """Build the screen."""
    return RisksScreen(services)
