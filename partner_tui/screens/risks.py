"""Risques: the log by level, one risk in full, and what to do next about it."""

from __future__ import annotations

from functools import partial

from textual import on

from partner_tui.bootstrap import Services
from partner_tui.documents.words import cite, label
from partner_tui.domain.changes import Seen
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
from partner_tui.domain.workspace import adding, archiving, editing
from partner_tui.i18n import _, current
from partner_tui.messages import Go, Notice
from partner_tui.screens import risks_lines, risks_page
from partner_tui.screens.risks_lines import key_of
from partner_tui.screens.risks_log import RiskLog
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.page import Page


class RisksScreen(RiskLog):
    """The risk log."""

    # -- opening

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        kind, _colon, family = event.key.partition(":")
        if kind == "family":
            self.action_new(family_of(family))
        elif event.key == risks_lines.FAMILIES:
            self.action_suggest()
        else:
            self.action_edit()

    @on(Page.Followed)
    def _followed(self, event: Page.Followed) -> None:
        self.post_message(Go(event.target))

    def action_new(self, family: RiskFamily | None = None) -> None:
        """Ask what could happen, then open the form of the new risk."""
        question = _("Ce qui pourrait arriver\u00a0:")
        if family is not None:
            question = _("Risque, {family}\u00a0:").format(family=label(family, current()))
        self.ask(question, partial(self._add, family or RiskFamily.OTHER), slot="risks/new")

    def _add(self, family: RiskFamily, event: str) -> None:
        risk = Risk(id=new_id(), event=event, family=family)
        if self.apply("risks.add", adding(risk)):
            self.go_to(key_of(risk))
            self.action_edit()

    def action_edit(self) -> None:
        """Open the form of the chosen risk."""
        from partner_tui.screens.records import edit

        if (risk := self._needed()) is not None:
            edit(self, risk)

    def action_suggest(self) -> None:
        """Show the risks that the guide suggests."""
        from partner_tui.screens.suggestions import SuggestionsScreen

        above = SuggestionsScreen(self.services)
        self.app.push_screen(above, lambda _result: self.go_to(above.at))

    def action_matrix(self) -> None:
        """Show the risks by likelihood and impact."""
        from partner_tui.screens.matrix import MatrixScreen

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

    def _needed(self) -> Risk | None:
        """Return the chosen risk, or say that one has to be chosen."""
        if self.risk is None:
            self.post_message(Notice(_("Choisissez d'abord un risque; n en décrit un.")))
        return self.risk

    # -- changing

    def action_state(self) -> None:
        """Move the chosen risk on: open, watched, closed, then open again."""
        if (risk := self._needed()) is None:
            return
        state, self.kept = next_state(risk.state), risk.id
        seen = Seen(table="risks", id=risk.id, field="state", value=risk.state)
        told = _("{risk}\u00a0: {state}.").format(
            risk=cite(risk, current()), state=label(state, current())
        )
        if state is RiskState.CLOSED and self.sight is not Sight.ALL:
            told += " " + _("v le montrera avec tous les autres.")
        self.apply("risks.state", editing(Risk, risk.id, state=state), [seen], told)

    def action_private(self) -> None:
        """Keep the chosen risk out of copies and exports, or let it in again."""
        if (risk := self._needed()) is None:
            return
        seen = Seen(table="risks", id=risk.id, field="private", value=risk.private)
        told = _("{risk} est privé\u00a0: ni copie, ni export.")
        if risk.private:
            told = _("{risk} n'est plus privé.")
        change = editing(Risk, risk.id, private=not risk.private)
        self.apply("risks.private", change, [seen], told.format(risk=cite(risk, current())))

    def action_archive(self) -> None:
        """Put the chosen risk away."""
        if (risk := self._needed()) is None:
            return
        told = _("{risk} est rangé; u le ramène.").format(risk=cite(risk, current()))
        self.apply("risks.archive", archiving(Risk, risk.id), told=told)

    def action_sort(self) -> None:
        """Sort by level, by review date or by number."""
        self.order, self.kept = next_order(self.order), ""
        self.show_body()

    def action_show(self) -> None:
        """Show the open risks, the low ones, or all of them."""
        self.sight, self.kept = next_sight(self.sight), ""
        self.show_body()

    # -- copying

    def copy_item(self) -> tuple[str, str] | None:
        """Return the chosen risk as a short text."""
        if (risk := self.risk) is None:
            return None
        text = risks_page.copied(self.workspace, self.services.guide, risk)
        return text, cite(risk, current())

    def action_copy_item(self) -> None:
        """Copy the chosen risk, unless it is private."""
        if self.risk is not None and self.risk.private:
            told = _("{risk} est privé\u00a0: il ne se copie pas. p lève la marque.")
            self.post_message(Notice(told.format(risk=cite(self.risk, current()))))
        else:
            super().action_copy_item()


def screen(services: Services) -> RisksScreen:
    """Build the screen."""
    return RisksScreen(services)
