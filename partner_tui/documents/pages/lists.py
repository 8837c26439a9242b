"""The lists of the guide with what is ticked, scored or said, and their scores."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from partner_tui.documents.checklists import checklist_document
from partner_tui.documents.pages.kit import Options, Sheet, sheet
from partner_tui.documents.words import day, label
from partner_tui.domain import ticking
from partner_tui.domain.blocks import Block, Document, Heading, Table, inline
from partner_tui.domain.known import answer_of, parties
from partner_tui.domain.questions import Checklist, Guide, ListKind
from partner_tui.domain.records import Tick
from partner_tui.domain.text import one_line
from partner_tui.domain.values import Tri
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

TITLE: Final = N_("Listes de contrôle")
COLUMNS: Final = (
    N_("Liste"),
    N_("Groupe"),
    N_("Élément"),
    N_("Organisme"),
    N_("Valeur"),
    N_("Le"),
    N_("Par"),
    N_("Note"),
)


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Document:
    """Return every list with its score, one after the other."""
    page = sheet(workspace, guide, t, options)
    blocks: list[Block] = [page.heading(N_("Scores")), _scores(page)]
    for checklist in guide.lists:
        blocks.append(Heading(2, inline(checklist.title), f"list:{checklist.id}"))
        document = checklist_document(page.workspace, guide, checklist, t)
        blocks += [_lower(block) for block in document.blocks]
    return page.document(TITLE, blocks)


def _lower(block: Block) -> Block:
    return replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def _scores(page: Sheet) -> Table:
    """Return how far each list and each of its groups has come."""
    rows: list[tuple[str, ...]] = []
    for checklist in page.guide.lists:
        count = ticking.count(page.workspace, page.guide, checklist)
        rows.append((checklist.title, f"{count.done}/{count.total}"))
        for group in checklist.groups:
            if group.title:
                ids = [item.id for item in group.items]
                points = ticking.points(page.workspace, checklist, ids)
                rows.append((f"– {group.title}", f"{points.done}/{points.total}"))
    return page.table((N_("Liste"), N_("Score")), rows)


def table(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Table:
    """Return a row for each item, or for each organization's word on a question."""
    page = sheet(workspace, guide, t, options)
    return page.table(COLUMNS, [row for each in guide.lists for row in _rows(page, each)])


def _rows(page: Sheet, checklist: Checklist) -> Iterator[tuple[str, ...]]:
    if checklist.kind is ListKind.POSITIONS:
        yield from _position_rows(page, checklist)
        return
    for group in checklist.groups:
        for item in group.items:
            yield _item_row(page, checklist, group.title, item.id, item.label)
    own = page.t.text(N_("Ajoutées ici"))
    for added in ticking.own_items(page.workspace, checklist.id):
        if not added.private:
            label = page.voice.words(added, "label")
            yield _item_row(page, checklist, own, added.id, label)


def _item_row(
    page: Sheet, checklist: Checklist, group: str, key: str, label: str
) -> tuple[str, ...]:
    value, tick = ticking.value_of(page.workspace, key), ticking.tick_of(page.workspace, key)
    shown = tick if tick and not tick.private else Tick(id=key)
    return (
        checklist.title,
        group,
        one_line(label),
        "",
        "" if value is None else str(value),
        day(shown.ticked_on),
        one_line(shown.ticked_by),
        page.voice.words(shown, "note"),
    )


def _position_rows(page: Sheet, checklist: Checklist) -> Iterator[tuple[str, ...]]:
    for section in filter(None, map(page.guide.section, checklist.sections)):
        for question in section.questions:
            answer = answer_of(page.workspace, question.id)
            if answer is not None and answer.private:
                continue
            for party in parties(page.workspace):
                said = ticking.tri_of(page.workspace, question, party.id)
                name = page.voice.name(party)
                row = (checklist.title, section.title, question.text, name, _word(page, said))
                yield (*row, "", "", "")


def _word(page: Sheet, value: str) -> str:
    return label(Tri(value), page.t) if value else ""
