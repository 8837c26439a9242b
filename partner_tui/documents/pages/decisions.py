"""The decision register: what was decided, how, when, and what still holds."""

from __future__ import annotations

from typing import Final

from partner_tui.documents import words
from partner_tui.documents.pages.kit import Options, Sheet, hidden, nothing, sheet
from partner_tui.domain.blocks import Block, Document, Table
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Decision, Meeting
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

TITLE: Final = N_("Registre des décisions")
SHORT: Final = (N_("Nº"), N_("Décision"), N_("Comment"), N_("Date"), N_("Rencontre"))
COLUMNS: Final = (*SHORT, N_("Par qui"), N_("Remplacée par"))


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Document:
    """Return the decisions in force, then those that another one replaced."""
    page = sheet(workspace, guide, t, options)
    found = in_order(page)
    now = [decision for decision in found if not decision.superseded_by]
    old = [decision for decision in found if decision.superseded_by]
    blocks: list[Block] = [] if found else [nothing(page)]
    if now:
        blocks += [page.heading(N_("En vigueur")), short_table(page, now)]
    if old:
        rows = [(*_short(page, each), _newer(page, each)) for each in old]
        blocks.append(page.heading(N_("Remplacées")))
        blocks.append(page.table((*SHORT, N_("Remplacée par")), rows))
    return page.document(TITLE, (*blocks, *hidden(page, Decision)))


def table(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Table:
    """Return every decision, a row each."""
    page = sheet(workspace, guide, t, options)
    rows = [
        (*_short(page, each), page.voice.words(each, "who"), _newer(page, each))
        for each in in_order(page)
    ]
    return page.table(COLUMNS, rows)


def in_order(page: Sheet) -> list[Decision]:
    """Return the decisions that may leave the dossier, by number."""
    return sorted(page.shown(Decision), key=lambda decision: decision.number)


def short_table(page: Sheet, decisions: list[Decision]) -> Table:
    """Return decisions as a table, in the order given."""
    return page.table(SHORT, [_short(page, decision) for decision in decisions])


def _short(page: Sheet, decision: Decision) -> tuple[str, ...]:
    meeting = page.workspace.find(Meeting, decision.meeting)
    day = decision.on or (meeting.on if meeting else None)
    return (
        words.cite(decision, page.t),
        page.voice.words(decision, "text"),
        words.label(decision.how, page.t),
        words.day(day),
        words.cite(meeting, page.t) if meeting else "",
    )


def _newer(page: Sheet, decision: Decision) -> str:
    newer = page.workspace.find(Decision, decision.superseded_by)
    return words.cite(newer, page.t) if newer else ""
