"""A list and how it is looked at: what its lines, its grid and its pane share."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len

from partner_tui.documents.voice import Voice
from partner_tui.documents.words import day
from partner_tui.domain import ticking
from partner_tui.domain.known import parties
from partner_tui.domain.questions import Checklist, Guide, ListItem, ListKind, Question
from partner_tui.domain.records import Check, Item, Organization
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import _, current
from partner_tui.widgets.lines import Cell, Line

CHECKS = "checks/"
"""What the key of a kept check begins with."""
EDGES = 2
"""The mark of the cursor and the scroll bar."""
LEAST = 12
"""The columns that a label has at least."""


class View(Struct, frozen=True):
    """A list and how it is looked at now."""

    workspace: Workspace
    guide: Guide
    checklist: Checklist
    today: date
    width: int
    open_only: bool = False
    whole: bool = True
    """Long labels go on to a second line; while filtering they are cut."""
    chosen: str = ""
    """The row under the cursor."""
    column: str = ""
    """The organization whose answer the keys change."""

    @property
    def voice(self) -> Voice:
        """The language of the screen speaking for the workspace."""
        return Voice(self.workspace, current())

    @property
    def parties(self) -> list[Organization]:
        """The organizations that answer, one column each."""
        return parties(self.workspace)

    @property
    def columns(self) -> list[str]:
        """The organizations of the columns, by id; none where the list has no columns."""
        if self.checklist.kind is not ListKind.POSITIONS:
            return []
        return [party.id for party in self.parties]

    def with_column(self) -> View:
        """Return the view with a column chosen, the first one unless another was."""
        columns = self.columns
        wanted = self.column if self.column in columns else (columns or [""])[0]
        return replace(self, column=wanted)

    def at(self, key: str) -> View:
        """Return the view with the cursor on another row, if one is named."""
        return replace(self, chosen=key) if key else self


def question_of(view: View) -> Question | None:
    """Return the question under the cursor, in a list of positions."""
    if view.checklist.kind is not ListKind.POSITIONS:
        return None
    asked = ticking.questions_of(view.guide, view.checklist)
    return next((question for question in asked if question.id == view.chosen), None)


def item_of(view: View) -> ListItem | None:
    """Return the row under the cursor, of the guide or added here, in other lists."""
    own = (
        ListItem(id=item.id, label=view.voice.name(item, "label"))
        for item in ticking.own_items(view.workspace, view.checklist.id)
    )
    rows = [*view.checklist.items, *own]
    return next((item for item in rows if item.id == view.chosen), None)


def trend(view: View) -> str:
    """Return the points of the last check and those of now."""
    check = ticking.check_before(view.workspace, view.checklist.id, view.today)
    if check is None:
        return _("c garde un bilan daté")
    now = ticking.total(ticking.rows(view.workspace, view.guide, view.checklist))
    pattern = _("depuis le {day}\u00a0: {before} → {now}")
    if view.checklist.kind is ListKind.POSITIONS:
        pattern = _("oui, depuis le {day}\u00a0: {before} → {now}")
    return pattern.format(day=day(check.on), before=ticking.total(check.rows), now=now)


def row(
    view: View, key: str, label: str, sign: Cell, right: Sequence[Cell], words: str = ""
) -> list[Line]:
    """Return a row, on two lines or more when its label is long."""
    taken = EDGES + wide(sign) + sum(wide(cell) for cell in right)
    room = max(LEAST, view.width - taken)
    parts = _wrapped(label, room) if view.whole else [label]
    first = Line((sign, Cell(parts[0], "", room), *right), key=key, search=f"{label} {words}")
    indent = Cell(" " * wide(sign))
    return [first, *(Line((indent, Cell(part, "", None))) for part in parts[1:])]


def wide(cell: Cell) -> int:
    """Return the columns a cell fills."""
    return cell.width or cell_len(cell.text)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False) or [""]


def list_of(guide: Guide, workspace: Workspace, key: str) -> str | None:
    """Return the id of the list that a list, row, question or check belongs to."""
    if guide.checklist(key):
        return key
    check = workspace.find(Check, key.removeprefix("checks/"))
    item = workspace.find(Item, key)
    if check or item:
        return check.checklist if check else item.checklist if item else None
    for checklist in guide.lists:
        rows = [item.id for item in checklist.items]
        rows += [question.id for question in ticking.questions_of(guide, checklist)]
        if key in rows:
            return checklist.id
    return None
