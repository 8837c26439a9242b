"""The risk log as a screen shows it: counts, table, reading pane; what it does is in `risks`."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings, first_key
from partner_tui.domain.blocks import Block
from partner_tui.domain.records import Risk
from partner_tui.domain.risking import (
    Order,
    Sight,
    arranged,
    in_sight,
    left_to_consider,
    prompts,
)
from partner_tui.domain.risks import review_horizon
from partner_tui.domain.scales import scale_of
from partner_tui.domain.text import one_line
from partner_tui.i18n import N_, _
from partner_tui.resources import folder
from partner_tui.screens.base import key_help
from partner_tui.screens.risk.acts import RiskActs
from partner_tui.screens.risks import lines as risks_lines
from partner_tui.screens.risks import page as risks_page
from partner_tui.widgets.chrome import Bar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import WIDEST, Line, fit, fit_parts
from partner_tui.widgets.page import Page

ORDERS = {Order.LEVEL: N_("niveau"), Order.REVIEW: N_("révision"), Order.NUMBER: N_("numéro")}
WIDE, PANE, SHORT = 110, 44, 22
"""From how many columns the pane stands at the right, its columns, and few lines."""
SIGHTS = {Sight.OPEN: N_("ouverts"), Sight.WATCH: N_("à l'œil"), Sight.ALL: N_("tous")}


class RiskLog(RiskActs):
    """The table of risks above, or beside, the whole of the chosen one."""

    MODE = "risks"
    SCOPES: ClassVar = (Scope.RISKS,)
    BINDINGS = bindings(Scope.WORK, Scope.RISKS)
    CSS_PATH = folder("styles") / "risks.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.order = Order.LEVEL
        self.sight = Sight.OPEN
        self.kept = ""
        """The risk that was just closed: it stays in sight until the view changes."""
        self._listed: list[Risk] = []
        """The risks of the table, filtered or not."""

    def compose_body(self) -> ComposeResult:
        """Lay the counts above the table and the chosen risk under it, or beside it."""
        yield Bar(id="counts")
        with Vertical(id="both"):
            yield LineList()
            yield Page(classes="pane")
        yield Bar(id="hint")

    def title_parts(self) -> list[str]:
        """Say which screen it is."""
        return [_("Risques")]

    def keys(self) -> list[tuple[str, str]]:
        """Say first what Enter does on the line."""
        opens = _("ouvrir") if self.risk else _("commencer")
        if self.lines.key == risks_lines.FAMILIES:
            opens = _("y penser")
        return [key_help("enter", opens), *super().keys()]

    @property
    def risk(self) -> Risk | None:
        """The risk under the cursor."""
        table, _slash, key = self.lines.key.partition("/")
        return self.workspace.find(Risk, key) if table == "risks" else None

    def in_sight(self) -> list[Risk]:
        """Return the risks that are shown, in the order asked for."""
        scale = scale_of(self.workspace)
        found = (
            risk
            for risk in self.workspace.alive(Risk)
            if in_sight(risk, self.sight, scale) or risk.id == self.kept
        )
        return arranged(found, self.order, scale)

    def show_body(self) -> None:
        """Show the counts, the table and the chosen risk."""
        super().show_body()
        self.lines.show(self._lines())
        self.show_counts()

    def _lines(self) -> list[Line]:
        workspace, guide = self.workspace, self.services.guide
        if not workspace.alive(Risk):
            return risks_lines.empty(prompts(guide))
        self._listed = risks = self.in_sight()
        horizon = review_horizon(workspace, self.services.today())
        width = self.app.size.width
        beside = min(width * 2 // 3, width - PANE) if width >= WIDE else width
        columns = min(beside, WIDEST)
        body = risks_lines.none_in_sight(self.sight)
        if risks:
            body = risks_lines.table(workspace, risks, horizon, risks_lines.room_in(columns))
        return [*body, *risks_lines.invitation(left_to_consider(workspace, guide))]

    def show_counts(self) -> None:
        """Say how many risks there are, in which order, and what is left out."""
        risks, total, left = self._listed, len(self.workspace.alive(Risk)), ""
        if needle := one_line(self.lines.needle):
            found = sum(line.key[:6] == "risks/" for line in self.lines.shown)
            left = _("filtre «\u00a0{words}\u00a0» · {n} sur {all}").format(
                words=needle, n=found, all=len(risks)
            )
        elif total:
            horizon = review_horizon(self.workspace, self.services.today())
            left = risks_lines.counts(risks, horizon, scale_of(self.workspace), self.sight)
        view, own = _(SIGHTS[self.sight]), self.services.settings.keys
        right = [
            (first_key("risks.sort", own), "bold cyan"),
            (" " + _("tri\u00a0: {order}").format(order=_(ORDERS[self.order])) + " ", "dim"),
            (first_key("risks.show", own), "bold cyan"),
            (f" {view}", "dim"),
        ]
        right = right if total else []
        room = max(20, self.app.size.width) - sum(cell_len(text) for text, _style in right) - 2
        told = fit(f" {left}", room) if needle else fit_parts(f" {left}", room)
        self.query_one("#counts", Bar).put(Text.assemble((told, "bold"), "  ", *right))

    @on(LineList.Moved)
    def _show_pane(self) -> None:
        self.query_one(Page).show(self._page())
        self.show_keys()

    def _page(self) -> list[Block]:
        workspace, guide = self.workspace, self.services.guide
        if self.risk is not None:
            return risks_page.page(workspace, guide, self.risk, self.services.today())
        if self.lines.key == risks_lines.FAMILIES:
            return risks_page.families_page(left_to_consider(workspace, guide))
        asked = [q for q in prompts(guide) if self.lines.key == f"family:{q.family}"]
        return risks_page.question_page(asked[0]) if asked else []

    def filter_lines(self, words: str) -> None:
        """Narrow the table and say so."""
        super().filter_lines(words)
        self.show_counts()

    def fit_body(self) -> None:
        """Fit the bars and the columns to the new width."""
        self.show_body()
