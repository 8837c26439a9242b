"""The parts of the statement as lines, above the words on it and its versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from typing import Final

from rich.cells import cell_len

from partner_tui.documents.sentences import sentences_of
from partner_tui.documents.statement import PartState, StatementDraft, StatementPart
from partner_tui.documents.statement import state_label as state_word
from partner_tui.domain.blocks import Block, Bullets, Paragraph, plain
from partner_tui.domain.questions import Guide
from partner_tui.domain.text import one_line
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import _, current, ngettext
from partner_tui.screens.statement.agreement import agreement_lines, outline_lines, version_lines
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

SIGNS: Final = {
    PartState.OK: "✓",
    PartState.PARTIAL: "~",
    PartState.CONTESTED: "≠",
    PartState.MISSING: "?",
}
LOOKS: Final = {
    PartState.OK: "good",
    PartState.PARTIAL: "warn",
    PartState.CONTESTED: "warn",
    PartState.MISSING: "accent",
}
PRIVATE: Final = "⌂"
CHANGED: Final = "!"
"""The sign of what comes from an answer that changed since the last version."""


def statement_lines(
    draft: StatementDraft,
    workspace: Workspace,
    guide: Guide,
    changed: Collection[str],
    today: date,
) -> list[Line]:
    """Return the whole list of the screen."""
    return [
        *part_lines(draft, guide, changed),
        BLANK,
        *agreement_lines(workspace, today),
        *version_lines(workspace),
        *outline_lines(),
    ]


# -- the parts


def part_lines(draft: StatementDraft, guide: Guide, changed: Collection[str] = ()) -> list[Line]:
    """Return the seven parts: how sure each one is, and its first words."""
    width = max(cell_len(part.title) for part in draft.parts)
    title = heading(_("Les sept parties"), Cell(counts(draft.parts), "dim"), Cell(" "))
    lines = [title, *(part_line(part, width, guide, changed) for part in draft.parts)]
    if len(draft.gaps) == len(draft.parts):
        told = _("L'énoncé se compose de vos réponses. ⏎ sur une partie ouvre sa question.")
        lines.insert(1, note(told, ""))
    if private := {key for part in draft.parts for key in part.private}:
        said = ngettext(
            "{n}\u00a0réponse privée laissée de côté",
            "{n}\u00a0réponses privées laissées de côté",
            len(private),
        )
        lines.append(note(f"{PRIVATE} {said}"))
    return lines


def part_line(part: StatementPart, width: int, guide: Guide, changed: Collection[str] = ()) -> Line:
    """Return a part as a line; one that is missing names its question."""
    missing = part.state is PartState.MISSING
    look = LOOKS[part.state]
    is_stale = any(each.question in changed for each in sentences_of(part.blocks))
    cells = [
        Cell(f" {SIGNS[part.state]} ", look),
        Cell(part.title, "strong" if missing else "", width + 2),
        Cell(state_word(part.state, current()), look, 12),
        Cell(PRIVATE + " " if part.private else "", "warn"),
        Cell(CHANGED + " " if is_stale else "", "warn"),
        Cell(opening(part, guide), "" if missing else "dim", None),
        Cell("  " + _("⏎ y répondre") if missing else "", "accent"),
        Cell(" "),
    ]
    return Line(tuple(cells), key=part.id, search=text_of(part.blocks))


def counts(parts: Iterable[StatementPart]) -> str:
    """Return how many parts are complete, and how many of the others there are of each kind."""
    tally = Counter(part.state for part in parts)
    said = {
        PartState.OK: ngettext("{n} partie complète", "{n} parties complètes", tally[PartState.OK]),
        PartState.CONTESTED: ngettext(
            "{n} à concilier", "{n} à concilier", tally[PartState.CONTESTED]
        ),
        PartState.PARTIAL: ngettext("{n} en partie", "{n} en partie", tally[PartState.PARTIAL]),
        PartState.MISSING: ngettext("{n} manque", "{n} manquent", tally[PartState.MISSING]),
    }
    return ", ".join(words for state, words in said.items() if tally[state])


def opening(part: StatementPart, guide: Guide) -> str:
    """Return the first words of a part, or the question that it lacks."""
    if part.state is PartState.MISSING and (question := guide.question(part.goto)):
        return question.text
    return one_line(text_of(part.blocks))


def text_of(blocks: Iterable[Block]) -> str:
    """Return the words of some blocks on one line."""
    said: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(text=text):
                said.append(plain(text))
            case Bullets(items=items):
                said.append("; ".join(text_of(item) for item in items))
    return " · ".join(said)
