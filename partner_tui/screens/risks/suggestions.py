"""The risks that the guide suggests: read, then chosen one by one, never by themselves."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.documents.words import cite, label
from partner_tui.domain.questions import Row
from partner_tui.domain.records import Risk, new_id
from partner_tui.domain.risking import (
    family_of,
    from_suggestion,
    left_to_consider,
    suggestions,
    used,
)
from partner_tui.domain.workspace import adding
from partner_tui.i18n import _, current
from partner_tui.resources import folder
from partner_tui.screens.base import WorkScreen, key_help
from partner_tui.screens.risks.lines import key_of
from partner_tui.screens.risks.log import SHORT, WIDE
from partner_tui.screens.risks.page import suggestion_page
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import BLANK, Cell, Line, heading
from partner_tui.widgets.page import Page


class SuggestionsScreen(WorkScreen):
    """The suggested risks by family, each with its explanation and a possible answer."""

    MODE = "risks"
    SCOPES: ClassVar = (Scope.SUGGESTIONS,)
    BINDINGS = bindings(Scope.WORK, Scope.SUGGESTIONS)
    CSS_PATH = folder("styles") / "risks.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.at = ""
        """The key of the last risk that was made or looked at."""

    def compose_body(self) -> ComposeResult:
        """Lay the suggestions above, or beside, what the guide says of one."""
        with Vertical(id="both"):
            yield LineList()
            yield Page(classes="pane")

    def title_parts(self) -> list[str]:
        """Say how many suggestions there are and how many were taken."""
        rows, taken = suggestions(self.services.guide), used(self.workspace)
        count = _("{taken} repris sur {n}").format(
            n=len(rows), taken=sum(row.id in taken for row in rows)
        )
        return [_("Risques suggérés"), count]

    def keys(self) -> list[tuple[str, str]]:
        """Say first that Enter makes a risk of the suggestion, or opens the one it made."""
        taken = self.lines.key in used(self.workspace)
        opens = _("ouvrir ce risque") if taken else _("en faire un risque")
        return [key_help("enter", opens), *super().keys()]

    def show_body(self) -> None:
        """Show the suggestions under the names of their families."""
        lines: list[Line] = []
        taken, family = used(self.workspace), ""
        for row in suggestions(self.services.guide):
            if row.family != family:
                family = row.family
                lines += [BLANK] if lines else []
                lines.append(heading(capital(label(family_of(family), current()))))
            lines.append(_line(row, taken.get(row.id)))
        self.lines.show(lines, self.lines.key or self._first())

    def _first(self) -> str:
        """Return the first suggestion of a family that was not considered yet."""
        families = {q.family for q in left_to_consider(self.workspace, self.services.guide)}
        rows = suggestions(self.services.guide)
        return next((row.id for row in rows if row.family in families), "")

    @property
    def row(self) -> Row | None:
        """The suggestion under the cursor."""
        return self.services.guide.rows.get(self.lines.key)

    @on(LineList.Moved)
    def _show_pane(self) -> None:
        if self.row is not None:
            self.query_one(Page).show(suggestion_page(self.row))
        self.show_keys()

    @on(LineList.Chosen)
    def _chosen(self) -> None:
        """Make a risk of the suggestion, or open the one made of it before."""
        from partner_tui.screens.records import edit

        if self.row is None:
            return
        risk = used(self.workspace).get(self.row.id)
        if risk is None:
            risk = from_suggestion(self.row, new_id())
            if not self.apply("risks.add", adding(risk)):
                return
        self.at = key_of(risk)
        edit(self, self.workspace.find(Risk, risk.id) or risk)

    def copy_item(self) -> tuple[str, str] | None:
        """Return the words of the suggestion."""
        return (self.row.label, _("suggestion")) if self.row else None

    def action_close(self) -> None:
        """Go back to the log."""
        self.dismiss(None)


def _line(row: Row, risk: Risk | None) -> Line:
    mark = _("déjà {risk}").format(risk=cite(risk, current())) if risk else ""
    return Line(
        (
            Cell("  " + row.label, "dim" if risk else "", None),
            Cell(mark, "good", 12, right=True),
            Cell(" "),
        ),
        key=row.id,
    )


def capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
