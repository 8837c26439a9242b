"""The grid of a list of positions: a row a question, a column an organization."""

from __future__ import annotations

from rich.cells import cell_len

from partner_tui.domain import ticking
from partner_tui.domain.known import answer_of, speaks
from partner_tui.domain.progress import differs, is_answered
from partner_tui.domain.questions import Question
from partner_tui.domain.records import Organization
from partner_tui.domain.text import fold
from partner_tui.domain.values import Tri
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, _
from partner_tui.screens.lists.view import EDGES, LEAST, View, row, trend, wide
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

SIGN, COLUMN = 3, 7
LABEL = 50
"""Columns that a question takes before the organizations share the rest."""

SHORT = {Tri.YES: N_("oui"), Tri.PARTLY: N_("part."), Tri.NO: N_("non")}
LOOKS = {Tri.YES: "good", Tri.PARTLY: "accent", Tri.NO: "warn"}


def columns(view: View) -> Line:
    """Return the line that names the columns, the chosen one marked."""
    width = column_width(view)
    left = _("Ce qui reste") if view.open_only else trend(view)
    room = view.width - EDGES - SIGN - width * len(view.parties)
    cells = [Cell(" " * (SIGN + 1)), Cell(left, "dim", max(LEAST, room))]
    for party in view.parties:
        here = party.id == view.column
        name = abbreviated(view.voice.organization(party.id, short=True), width - 1)
        cells.append(Cell(("▌" if here else " ") + name, "heading" if here else "strong", width))
    return Line(tuple(cells))


def column_width(view: View) -> int:
    """Return the columns that each organization gets."""
    names = [view.voice.organization(party.id, short=True) for party in view.parties]
    room = (view.width - EDGES - SIGN - LABEL) // max(1, len(names))
    return max(COLUMN, min(room, max(map(cell_len, names), default=0) + 2))


def abbreviated(name: str, width: int) -> str:
    """Return a name that fits, shortened after a consonant as people do: Assoc."""
    if cell_len(name) <= width:
        return name
    cut = name[: width - 1]
    while len(cut) > 2 and not (cut[-1].isalpha() and fold(cut[-1]) not in "aeiouy"):
        cut = cut[:-1]
    return cut + "."


def positions(view: View) -> list[Line]:
    """Return the questions and what each organization said."""
    lines: list[Line] = []
    sections = [s for s in map(view.guide.section, view.checklist.sections) if s]
    for section in sections:
        rows = [line for question in section.questions for line in _question(view, question)]
        if rows and len(sections) > 1:
            lines.append(heading(section.title))
        lines += rows
    if not view.parties:
        empty = _("Notez d'abord les organismes à l'écran Gens\u00a0: chacun aura sa colonne.")
        return [note(empty, "accent"), BLANK, *lines]
    return lines if view.open_only or not lines else [*lines, _totals(view)]


def _question(view: View, question: Question) -> list[Line]:
    answer = answer_of(view.workspace, question.id)
    among = [party.id for party in view.parties]
    differing = answer is not None and differs(answer, question, among)
    if view.open_only and is_answered(view.workspace, question) and not differing:
        return []
    private = answer.private if answer else question.private
    sign = Cell(("≠" if differing else " ") + ("⌂" if private else ""), "warn", SIGN)
    width = column_width(view)
    cells = [_position(view, question, party, width) for party in view.parties]
    return row(view, question.id, question.text, sign, cells)


def _position(view: View, question: Question, party: Organization, width: int) -> Cell:
    word, look = position_word(view.workspace, question, party.id)
    here = view.chosen == question.id and view.column == party.id
    return Cell(f"[{word}]" if here else f" {word}", look, width)


def position_word(workspace: Workspace, question: Question, party: str) -> tuple[str, str]:
    """Return what an organization said in a short word, and its style."""
    if ticking.is_skipped(workspace, question):
        return _("s. o."), "dim"
    said = ticking.tri_of(workspace, question, party)
    if said:
        return _(SHORT[Tri(said)]), LOOKS[Tri(said)]
    answer = answer_of(workspace, question.id)
    if answer and party in answer.positions and speaks(answer.positions[party]):
        return _("écrit"), "good"
    return "·", "dim"


def _totals(view: View) -> Line:
    now = ticking.rows(view.workspace, view.guide, view.checklist)
    check = ticking.check_before(view.workspace, view.checklist.id, view.today)
    cells = []
    for party in view.parties:
        before = f"{ticking.total(check.rows, party.id)}→" if check else ""
        text = f" {before}{ticking.total(now, party.id)}"
        cells.append(Cell(text, "strong", column_width(view)))
    room = max(LEAST, view.width - EDGES - sum(map(wide, cells)))
    label = Cell(_("nombre de «\u00a0oui\u00a0»") + " ", "dim", room, right=True)
    return Line((label, *cells))
