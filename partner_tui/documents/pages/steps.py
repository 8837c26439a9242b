"""The nine steps and the themes with every question and what was answered."""

from __future__ import annotations

from typing import Final

from msgspec import Struct, field

from partner_tui.documents import words
from partner_tui.documents.answers import Said, Written, spoken
from partner_tui.documents.pages.kit import Options, Sheet, said, sheet
from partner_tui.documents.privacy import left_out, public
from partner_tui.documents.status import count_text
from partner_tui.documents.verbs import NAMES
from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Rule,
    Span,
    Table,
    inline,
    paragraph,
)
from partner_tui.domain.known import answer_of, has_words
from partner_tui.domain.progress import progress, records_for, state_of
from partner_tui.domain.questions import Guide, Question, Step
from partner_tui.domain.records import Answer
from partner_tui.domain.text import one_line
from partner_tui.domain.values import AnswerState
from partner_tui.domain.workspace import NUMBERED, Workspace
from partner_tui.i18n import N_, Translator

TITLE: Final = N_("Étapes et réponses")
COLUMNS: Final = (
    N_("Étape"),
    N_("Section"),
    N_("Question"),
    N_("État"),
    N_("Organisme"),
    N_("Réponse"),
    N_("Note"),
)


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Document:
    """Return every question of the guide, what was answered and how far it has come."""
    page = sheet(workspace, guide, t, options)
    writer = Answers(page)
    blocks = [block for step in guide.steps for block in _step(page, writer, step)]
    if writer.hidden:
        blocks += [Rule(), said(left_out(len(writer.hidden), t))]
    return page.document(TITLE, blocks)


def _step(page: Sheet, writer: Answers, step: Step) -> list[Block]:
    number = f"{step.number}. " if step in page.guide.nine else ""
    counts = count_text(progress(page.workspace, step.questions), page.t)
    blocks: list[Block] = [Heading(2, inline(f"{number}{step.title}"), step.id), said(counts)]
    for section in step.sections:
        items = tuple(map(writer.write, section.questions))
        blocks += [Heading(3, inline(section.title), section.id), Bullets(items)]
    return blocks


class Answers(Struct):
    """Writes questions with their answers, and remembers what it left out."""

    page: Sheet
    hidden: list[str] = field(default_factory=list)
    listed: set[str] = field(default_factory=set)
    """The tables whose records were named already."""

    def write(self, question: Question) -> tuple[Block, ...]:
        """Return a question, then what was answered to it."""
        state = words.label(state_of(self.page.workspace, question), self.page.t)
        asked = Paragraph(
            (Span(question.text, strong=True), Span(f" ({state})")), f"question:{question.id}"
        )
        return (asked, *self.answer(question))

    def answer(self, question: Question) -> list[Block]:
        """Return what was answered to a question, its gap said."""
        answer = answer_of(self.page.workspace, question.id)
        if answer is not None and answer.private and has_words(answer):
            self.hidden.append(question.id)
            return [self._gap(question, N_("Réponse gardée privée."))]
        blocks: list[Block] = []
        if answer is not None:
            blocks = written_blocks(self.page, spoken(answer, question, self.page.voice), question)
        if question.records:
            blocks += self._records(question)
        if not blocks and (answer is None or answer.state is not AnswerState.SKIPPED):
            blocks = [self._gap(question, N_("Pas encore de réponse."))]
        return blocks

    def _gap(self, question: Question, sentence: str) -> Block:
        text = inline(self.page.t.text(sentence))
        return Paragraph(text, f"question:{question.id}", missing=True)

    def _records(self, question: Question) -> list[Block]:
        """Name the records that answer a question: by number, else by name the first time."""
        found = records_for(self.page.workspace, question)
        kept = public(found)
        self.hidden += [record.id for record in found if record.private]
        if question.records in NUMBERED:
            texts = [", ".join(filter(None, (words.cite(r, self.page.t) for r in kept)))]
        elif question.records in self.listed:
            texts = [self.page.t.text(N_("Voir plus haut.")) if kept else ""]
        else:
            names = [one_line(self.page.voice.words(r, NAMES[type(r)])) for r in kept]
            items = tuple((paragraph(name),) for name in names if name)
            self.listed.add(question.records)
            return [Bullets(items)] if items else []
        return [paragraph(text, f"question:{question.id}") for text in texts if text]


def written_blocks(page: Sheet, written: Written, question: Question) -> list[Block]:
    """Return an answer: what was said together, its note, then what each said."""
    source = f"question:{question.id}"
    blocks: list[Block] = [paragraph(text, source) for text in parts(page, written.said)]
    if written.note:
        blocks.append(Paragraph(inline(written.note, emphasis=True), source))
    each = []
    for who in written.positions:
        texts = [*parts(page, who.said), *filter(None, (who.note,))]
        if texts:
            name = page.voice.colon(who.name, "").rstrip(" ")
            spans = (Span(name, strong=True), Span(" " + " — ".join(texts)))
            each.append((Paragraph(spans, source),))
    return [*blocks, Bullets(tuple(each))] if each else blocks


def parts(page: Sheet, said: tuple[Said, ...]) -> list[str]:
    """Return what each blank holds, with its label where there are several."""
    found = []
    for blank in said:
        text = "; ".join(line.rstrip(";") for line in blank.lines)
        if text:
            several = len(said) > 1 and blank.label
            found.append(page.voice.colon(blank.label, text) if several else text)
    return found


def table(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Table:
    """Return a row for each answer: together, then of each organization."""
    page = sheet(workspace, guide, t, options)
    rows = [
        (step.short, section.title, question.text, *cells)
        for step in guide.steps
        for section in step.sections
        for question in section.questions
        for cells in _rows(page, question)
    ]
    return page.table(COLUMNS, rows)


def _rows(page: Sheet, question: Question) -> list[tuple[str, ...]]:
    answer = answer_of(page.workspace, question.id)
    state = words.label(state_of(page.workspace, question), page.t)
    if answer is None or (answer.private and has_words(answer)):
        return [(state, "", "", "")]
    return _spoken_rows(page, question, answer, state)


def _spoken_rows(
    page: Sheet, question: Question, answer: Answer, state: str
) -> list[tuple[str, ...]]:
    written = spoken(answer, question, page.voice)
    together = (state, "", "; ".join(parts(page, written.said)), written.note)
    each = [
        (state, who.name, "; ".join(parts(page, who.said)), who.note) for who in written.positions
    ]
    return [*each] if each and not any(together[2:]) else [together, *each]
