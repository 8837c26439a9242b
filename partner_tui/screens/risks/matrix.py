"""The matrix of risks: likelihood by impact, walked with the arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.documents.words import ScaleKind, cite, label
from partner_tui.documents.words import scale as degree
from partner_tui.domain.records import Risk
from partner_tui.domain.risking import Sight, in_sight, next_sight
from partner_tui.domain.risks import by_level, matrix, review_horizon
from partner_tui.domain.scales import Scale, judged, scale_of
from partner_tui.domain.values import Moment
from partner_tui.i18n import _, current, ngettext
from partner_tui.resources import folder
from partner_tui.screens.base import WorkScreen, key_help
from partner_tui.screens.risks.lines import (
    PRIVATE,
    key_of,
    level_style,
    room_in,
    table,
    told_level,
)
from partner_tui.screens.risks.log import SHORT, SIGHTS
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import Line, heading, note
from partner_tui.widgets.matrix_grid import Grid, MatrixGrid, Place, Square

TURNS = {
    Moment.NOW: Moment.TARGET,
    Moment.TARGET: Moment.BEFORE,
    Moment.BEFORE: Moment.NOW,
}
"""Moment → the one that a key shows next."""


class MatrixScreen(WorkScreen):
    """The grid above, the risks of the chosen cell and those not judged yet below."""

    MODE = "risks"
    SCOPES: ClassVar = (Scope.MATRIX,)
    BINDINGS = bindings(Scope.WORK, Scope.MATRIX)
    AUTO_FOCUS = "MatrixGrid"
    CSS_PATH = folder("styles") / "risks.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]

    def __init__(self, services: Services, at: str = "", sight: Sight = Sight.OPEN) -> None:
        super().__init__(services)
        self.at = at
        """The key of the risk looked at."""
        self.sight = sight
        self.moment = Moment.NOW

    @property
    def scale(self) -> Scale:
        """The degrees that this partnership chose."""
        return scale_of(self.workspace)

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
        placed = [r for r in (chosen, *risks) if r and judged(r, self.scale).level]
        self.grid.at = (self.scale.steps, self.scale.steps)
        if placed:
            found = judged(placed[0], self.scale)
            self.grid.at = (found.likelihood, found.impact)

    def title_parts(self) -> list[str]:
        """Say which screen it is, for which moment, and what it counts."""
        many = len(self.risks())
        moment = label(self.moment, current())
        if self.sight is not Sight.OPEN:
            count = ngettext("{n} risque", "{n} risques", many)
            return [_("Matrice"), moment, _(SIGHTS[self.sight]), count]
        return [_("Matrice"), moment, ngettext("{n} risque ouvert", "{n} risques ouverts", many)]

    def keys(self) -> list[tuple[str, str]]:
        """Say first how to walk and to open."""
        return [("← ↑ ↓ →", _("case")), key_help("enter", _("ouvrir")), *super().keys()]

    def risks(self) -> list[Risk]:
        """Return the risks on the grid and those not judged yet, the highest first."""
        found = (r for r in self.workspace.alive(Risk) if in_sight(r, self.sight, self.scale))
        return by_level(found, self.scale)

    def show_body(self) -> None:
        """Show the grid and the cell."""
        self.grid.show(grid_of(self.risks(), self.scale, self.moment))
        self._show_cell()

    @on(MatrixGrid.Moved)
    def _show_cell(self) -> None:
        risks, place = self.risks(), self.grid.at
        here = matrix(risks, self.scale, self.moment).get(place, ())
        lines = [heading(_place_words(place, self.scale)), *self._table(here)]
        if not here:
            lines.append(note(_("Aucun risque dans cette case.")))
        if waiting := [r for r in risks if not judged(r, self.scale, self.moment).level]:
            lines += [heading(self._unjudged()), *self._table(waiting)[bool(here) :]]
        self.lines.show(lines)

    def _unjudged(self) -> str:
        if self.moment is Moment.NOW:
            return _("Pas encore jugés")
        return _("Pas encore jugés\u00a0: {moment}").format(moment=label(self.moment, current()))

    def _table(self, risks: Sequence[Risk]) -> list[Line]:
        horizon = review_horizon(self.workspace, self.services.today())
        room = room_in(self.app.size.width)
        return table(self.workspace, risks, horizon, room) if risks else []

    @on(MatrixGrid.Chosen)
    def _cell_chosen(self, event: MatrixGrid.Chosen) -> None:
        """Open the only risk of the cell, or go and choose among them."""
        here = matrix(self.risks(), self.scale, self.moment).get(event.place, ())
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
        """Show the open risks, the low ones, or all of them."""
        self.sight = next_sight(self.sight)
        self.show_all()

    def action_moment(self) -> None:
        """Show the risks as they are, as they should become, or as they were before measures."""
        self.moment = TURNS[self.moment]
        self.show_all()

    def action_close(self) -> None:
        """Go back to the grid from the risks of a cell, then to the log."""
        if self.lines.has_focus:
            self.grid.focus()
        else:
            self.dismiss(None)


def grid_of(risks: Sequence[Risk], scale: Scale, moment: Moment = Moment.NOW) -> Grid:
    """Return what the grid shows of some risks."""
    return Grid(
        _squares(risks, scale, moment),
        _degrees("likelihood", scale),
        _degrees("impact", scale),
        _("probabilité"),
        _("gravité"),
    )


def _squares(risks: Sequence[Risk], scale: Scale, moment: Moment) -> Mapping[Place, Square]:
    found = matrix(risks, scale, moment)
    steps = range(1, scale.steps + 1)
    return {
        (a, b): Square(
            tuple(map(_reference, found.get((a, b), ()))),
            (told_level(scale.judged(a, b)), str(a * b)),
            level_style(scale.judged(a, b)),
        )
        for a in steps
        for b in steps
    }


def _degrees(kind: ScaleKind, scale: Scale) -> tuple[str, ...]:
    return tuple(degree(kind, n, current(), scale.steps) for n in range(1, scale.steps + 1))


def _reference(risk: Risk) -> str:
    return (PRIVATE if risk.private else "") + cite(risk, current())


def _place_words(place: Place, scale: Scale) -> str:
    likelihood, impact = place
    steps, t = scale.steps, current()
    words = f"{degree('likelihood', likelihood, t, steps)} × {degree('impact', impact, t, steps)}"
    return f"{t.colon(words)} {told_level(scale.judged(likelihood, impact))}"
