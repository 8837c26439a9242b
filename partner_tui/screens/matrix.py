"""The matrix of risks: likelihood by impact, walked with the arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.documents.words import ScaleKind, cite, scale
from partner_tui.domain.records import Risk
from partner_tui.domain.risks import by_level, matrix, product, review_horizon
from partner_tui.domain.values import RiskState
from partner_tui.i18n import _, current, ngettext
from partner_tui.resources import folder
from partner_tui.screens.base import WorkScreen, key_help
from partner_tui.screens.risks_lines import (
    PRIVATE,
    key_of,
    level_style,
    level_words,
    table,
)
from partner_tui.screens.risks_log import ALL_COLUMNS, SHORT
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import Line, heading, note
from partner_tui.widgets.matrix_grid import SIZE, Grid, MatrixGrid, Place, Square


class MatrixScreen(WorkScreen):
    """The grid above, the risks of the chosen cell and those not judged yet below."""

    MODE = "risks"
    SCOPES: ClassVar = (Scope.MATRIX,)
    BINDINGS = bindings(Scope.WORK, Scope.MATRIX)
    AUTO_FOCUS = "MatrixGrid"
    CSS_PATH = folder("styles") / "risks.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]

    def __init__(self, services: Services, at: str = "", everything: bool = False) -> None:
        super().__init__(services)
        self.at = at
        """The key of the risk looked at."""
        self.everything = everything

    def compose_body(self) -> ComposeResult:
        """Lay the grid above the risks of a cell."""
        yield MatrixGrid()
        yield LineList()

    @property
    def grid(self) -> MatrixGrid:
        """The grid."""
        return self.query_one(MatrixGrid)

    def on_mount(self) -> None:
        """Begin in the cell of the risk that was chosen, else of the highest one."""
        risks = self.risks()
        chosen = next((risk for risk in risks if key_of(risk) == self.at), None)
        first = chosen if chosen and product(chosen) else next(iter(risks), None)
        if first is not None and product(first):
            self.grid.at = (first.likelihood, first.impact)

    def title_parts(self) -> list[str]:
        """Say which screen it is, and what it counts."""
        many = len(self.risks())
        if self.everything:
            return [_("Matrice"), ngettext("{n} risque", "{n} risques", many)]
        return [_("Matrice"), ngettext("{n} risque ouvert", "{n} risques ouverts", many)]

    def keys(self) -> list[tuple[str, str]]:
        """Say first how to walk and to open."""
        return [("← ↑ ↓ →", _("case")), key_help("enter", _("ouvrir")), *super().keys()]

    def risks(self) -> list[Risk]:
        """Return the risks on the grid and those not judged yet, the highest first."""
        return by_level(
            risk
            for risk in self.workspace.alive(Risk)
            if self.everything or risk.state is not RiskState.CLOSED
        )

    def show_body(self) -> None:
        """Show the grid and the cell."""
        self.grid.show(grid_of(self.risks()))
        self._show_cell()

    @on(MatrixGrid.Moved)
    def _show_cell(self) -> None:
        risks, place = self.risks(), self.grid.at
        here = matrix(risks).get(place, ())
        lines = [heading(_place_words(place)), *self._table(here)]
        if not here:
            lines.append(note(_("Aucun risque dans cette case.")))
        if waiting := [risk for risk in risks if not product(risk)]:
            lines += [heading(_("Pas encore jugés")), *self._table(waiting)[bool(here) :]]
        self.lines.show(lines)

    def _table(self, risks: Sequence[Risk]) -> list[Line]:
        horizon = review_horizon(self.workspace, self.services.today())
        strategies = self.app.size.width >= ALL_COLUMNS
        return table(self.workspace, risks, horizon, strategies) if risks else []

    @on(MatrixGrid.Chosen)
    def _cell_chosen(self, event: MatrixGrid.Chosen) -> None:
        """Open the only risk of the cell, or go and choose among them."""
        here = matrix(self.risks()).get(event.place, ())
        if len(here) == 1:
            self._open(key_of(here[0]))
        elif self.lines.keys:
            self.lines.focus()

    @on(LineList.Chosen)
    def _risk_chosen(self, event: LineList.Chosen) -> None:
        self._open(event.key)

    def _open(self, key: str) -> None:
        from partner_tui.screens.records import edit

        risk = self.workspace.find(Risk, key.partition("/")[2])
        if risk is not None:
            self.at = key
            edit(self, risk)

    def action_show(self) -> None:
        """Show the open risks, or all of them."""
        self.everything = not self.everything
        self.show_all()

    def action_close(self) -> None:
        """Go back to the grid from the risks of a cell, then to the log."""
        if self.lines.has_focus:
            self.grid.focus()
        else:
            self.dismiss(None)


def grid_of(risks: Sequence[Risk]) -> Grid:
    """Return what the grid shows of some risks."""
    return Grid(
        _squares(risks), _scale("likelihood"), _scale("impact"), _("probabilité"), _("gravité")
    )


def _squares(risks: Sequence[Risk]) -> Mapping[Place, Square]:
    found = matrix(risks)
    places = [(a, b) for a in range(1, SIZE + 1) for b in range(1, SIZE + 1)]
    return {
        (a, b): Square(
            tuple(map(_reference, found.get((a, b), ()))),
            (level_words(a * b), str(a * b)),
            level_style(a * b),
        )
        for a, b in places
    }


def _scale(kind: ScaleKind) -> tuple[str, ...]:
    return tuple(scale(kind, n, current()) for n in range(1, SIZE + 1))


def _reference(risk: Risk) -> str:
    return (PRIVATE if risk.private else "") + cite(risk, current())


def _place_words(place: Place) -> str:
    likelihood, impact = place
    words = f"{scale('likelihood', likelihood, current())} × {scale('impact', impact, current())}"
    return f"{current().colon(words)} {level_words(likelihood * impact)}"
