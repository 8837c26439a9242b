"""The outline of an agreement: what the dossier knows of each clause, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from partner_tui.documents.flat import flat
from partner_tui.documents.pages import agreement_facts as facts
from partner_tui.documents.pages.kit import Options, Sheet, said, sheet
from partner_tui.documents.pages.steps import Answers
from partner_tui.documents.privacy import left_out
from partner_tui.documents.statement_writer import labelled
from partner_tui.domain import known
from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Quote,
    Rule,
    Table,
    inline,
)
from partner_tui.domain.known import answer_of, has_words
from partner_tui.domain.progress import is_answered, state_of
from partner_tui.domain.questions import Guide, Question, Row
from partner_tui.domain.values import AnswerState
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

TITLE: Final = N_("Canevas d'entente")
CAUTION: Final = N_(
    "Ce document aide à préparer une entente; il ne remplace pas un avis juridique."
)
COLUMNS: Final = (N_("Clause"), N_("Ce que dit le dossier"), N_("Il manque"))
PREFIX: Final = "agr."

Fact = Callable[[Sheet], list[Block]]

CLAUSES: Final[Mapping[str, tuple[tuple[str, ...], tuple[Fact, ...]]]] = {
    "agr.parties": ((), (facts.parties, facts.signatories)),
    "agr.context": (("s1.need.others", "s1.need.value"), (facts.summary,)),
    "agr.purpose": ((known.VISION, "s4.mission.how", "s6.plan.scope"), ()),
    "agr.goals": ((known.AIMS,), (facts.objectives,)),
    "agr.roles": ((known.ROLES, known.CHAMPION, known.CONSENT, known.TIME), ()),
    "agr.gov": (("s4.gov.shape", known.DECIDE, known.REPORT), ()),
    "agr.means": (("s3.skills.fund", "s3.skills.give"), (facts.resources,)),
    "agr.time": ((known.TERM,), (facts.start,)),
    "agr.meet": (("s4.gov.meet",), ()),
    "agr.students": ((known.RUNG_NOW, known.RUNG_AIM, "stud.stage", "stud.support"), ()),
    "agr.insure": ((), (facts.insured,)),
    "agr.check": ((), ()),
    "agr.ip": (("s4.gov.ip",), ()),
    "agr.share": (("s9.mark.tell",), (facts.messages,)),
    "agr.brand": (("s5.plan.public", "s5.plan.spokes"), ()),
    "agr.privacy": (("s5.means.protect",), ()),
    "agr.crisis": ((), (facts.contingency,)),
    "agr.conflict": (("s4.gov.conflict",), (facts.rules,)),
    "agr.change": (("eval.next", "eval.close"), ()),
    "agr.review": (("s6.plan.eval",), (facts.review,)),
    "agr.sign": (("s4.paper.kind", "s4.paper.review", "s4.paper.sign", "s4.paper.keep"), ()),
}
"""Clause → the questions that speak of it, and what else the dossier holds (brief 9.2)."""


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Document:
    """Return the clauses in the order of the guide, with what is known and what is missing."""
    page = sheet(workspace, guide, t, options)
    writer = Answers(page)
    caution = Paragraph(inline(t.text(CAUTION), strong=True))
    count = t.text(N_("{n} clauses sur {total} ont déjà de quoi s'écrire."))
    clauses = rows(guide)
    ready = sum(bool(known_blocks(page, Answers(page), row)) for row in clauses)
    blocks: list[Block] = [caution, said(count.format(n=ready, total=len(clauses)))]
    for number, row in enumerate(clauses, 1):
        blocks += _clause(page, writer, row, number)
    if writer.hidden:
        blocks += [Rule(), said(left_out(len(set(writer.hidden)), t))]
    return page.document(TITLE, blocks)


def rows(guide: Guide) -> list[Row]:
    """Return the clauses of the guide, in its order."""
    return [row for key, row in guide.rows.items() if key.startswith(PREFIX)]


def _clause(page: Sheet, writer: Answers, row: Row, number: int) -> list[Block]:
    blocks: list[Block] = [Heading(2, inline(f"{number}. {row.label}"), row.id)]
    if row.body:
        blocks.append(Quote(row.body))
    blocks += known_blocks(page, writer, row)
    missing = _missing(page, row)
    if missing:
        label = page.t.text(N_("Il manque"))
        line = labelled(page.voice, label, " · ".join(missing))
        blocks.append(Paragraph(line.text, missing=True))
    return blocks


def known_blocks(page: Sheet, writer: Answers, row: Row) -> list[Block]:
    """Return what the dossier holds for a clause."""
    questions, sources = CLAUSES.get(row.id, ((), ()))
    blocks = [block for source in sources for block in source(page)]
    asked = [q for q in filter(None, map(page.guide.question, questions)) if _speaks(page, q)]
    items = tuple((_question(question), *writer.answer(question)) for question in asked)
    return [*blocks, Bullets(items)] if items else blocks


def _question(question: Question) -> Paragraph:
    return Paragraph(inline(question.text, strong=True), f"question:{question.id}")


def _speaks(page: Sheet, question: Question) -> bool:
    answer = answer_of(page.workspace, question.id)
    return answer is not None and has_words(answer)


def _missing(page: Sheet, row: Row) -> list[str]:
    """Return the questions of a clause still to answer; a clause that nothing feeds says so."""
    questions = CLAUSES.get(row.id, ((), ()))[0]
    found = [
        question.text
        for question in filter(None, map(page.guide.question, questions))
        if not is_answered(page.workspace, question)
        and state_of(page.workspace, question) is not AnswerState.SKIPPED
    ]
    if row.id == "agr.parties":
        found += facts.unsigned(page)
    if not found and not known_blocks(page, Answers(page), row):
        return [page.t.text(N_("le dossier n'en dit rien encore; à voir ensemble"))]
    return found


def table(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Table:
    """Return a row for each clause: what is known, what is missing."""
    page = sheet(workspace, guide, t, options)
    found = [
        (row.label, flat(known_blocks(page, Answers(page), row)), " · ".join(_missing(page, row)))
        for row in rows(guide)
    ]
    return page.table(COLUMNS, found)
