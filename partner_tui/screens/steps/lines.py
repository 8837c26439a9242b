"""The questions of a step as lines, and one answer as blocks to read."""

from __future__ import annotations

from collections.abc import Iterator

from partner_tui.documents.answers import Said, Written, written
from partner_tui.documents.verbs import title
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import label
from partner_tui.domain.blocks import Block, Bullets, Heading, Paragraph, Quote, Span, inline
from partner_tui.domain.days import day_here
from partner_tui.domain.known import answer_of, parties
from partner_tui.domain.progress import differs, is_answered, progress, records_for, state_of
from partner_tui.domain.questions import Guide, Per, Question, Step
from partner_tui.domain.records import Answer, Objective
from partner_tui.domain.values import AnswerState
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator, ngettext
from partner_tui.widgets.lines import BLANK, Cell, Line, heading

STATE_STYLES = {
    AnswerState.OPEN: "accent",
    AnswerState.TALKING: "warn",
    AnswerState.AGREED: "good",
    AnswerState.SKIPPED: "dim",
}
DIFFERS, PRIVATE = "≠", "⌂"


def step_lines(step: Step, workspace: Workspace, guide: Guide, t: Translator) -> list[Line]:
    """Return the sections and questions of a step."""
    lines: list[Line] = []
    for section in step.sections:
        if lines:
            lines.append(BLANK)
        lines.append(heading(section.title))
        lines += [question_line(q, workspace, guide, t) for q in section.questions]
    return lines


def question_line(question: Question, workspace: Workspace, guide: Guide, t: Translator) -> Line:
    """Return a question as a line: its state, its signs, its words, its answer in short."""
    answer = answer_of(workspace, question.id)
    state = state_of(workspace, question)
    signs = (DIFFERS if answer and contested(answer, question, workspace) else " ") + (
        PRIVATE if (answer.private if answer else question.private) else " "
    )
    brief = answer_brief(question, workspace, guide, t)
    return Line(
        (
            Cell(" "),
            Cell(label(state, t), STATE_STYLES[state], 14),
            Cell(signs, "warn", 3),
            Cell(question.text),
            Cell("  "),
            Cell(brief, "dim", None, right=True),
            Cell(" "),
        ),
        key=question.id,
        search=brief,
    )


def contested(answer: Answer, question: Question, workspace: Workspace) -> bool:
    """Tell whether the parties that answer today differ."""
    return differs(answer, question, {party.id for party in parties(workspace)})


def answer_brief(question: Question, workspace: Workspace, guide: Guide, t: Translator) -> str:
    """Return an answer in a few words."""
    if question.records:
        count = len(records_for(workspace, question))
        return ngettext("{n} fiche", "{n} fiches", count) if count else ""
    answer = answer_of(workspace, question.id)
    return written(answer, question, workspace, guide, t).brief if answer else ""


def answer_blocks(
    question: Question, workspace: Workspace, guide: Guide, t: Translator
) -> list[Block]:
    """Return a question and all that was answered, to read."""
    blocks: list[Block] = [Paragraph((Span(question.text, strong=True),))]
    if question.records:
        named = [title(record, t) for record in records_for(workspace, question)]
        if named:
            blocks.append(Bullets(tuple((Paragraph(inline(name)),) for name in named)))
    answer = answer_of(workspace, question.id)
    if answer is not None:
        blocks += _written(written(answer, question, workspace, guide, t), t)
        blocks += _signed(answer)
    if len(blocks) == 1:
        blocks += question.why
    return blocks


def _written(answer: Written, t: Translator) -> Iterator[Block]:
    for said in answer.said:
        yield from _said(said)
    for position in answer.positions:
        words = [_joined(said, t) for said in position.said[:1] if said.lines]
        words += [_joined(said, t, named=True) for said in position.said[1:] if said.lines]
        text = " · ".join(filter(None, [*words, position.note]))
        if text:
            yield Paragraph((Span(position.name + "  ", strong=True), Span(text)))
    if answer.note:
        yield Paragraph((Span(answer.note, emphasis=True),))


def _joined(said: Said, t: Translator, *, named: bool = False) -> str:
    """Return what was said on one line, after its label where it is not the main answer."""
    label = t.colon(said.label) + " " if named and said.label else ""
    return label + ", ".join(said.lines)


def _said(said: Said) -> Iterator[Block]:
    if not said.lines:
        return
    head = (Span(said.label + "  ", emphasis=True),) if said.label else ()
    if len(said.lines) == 1:
        yield Paragraph((*head, Span(said.lines[0])))
        return
    if head:
        yield Paragraph(head)
    yield Bullets(tuple((Paragraph(inline(line)),) for line in said.lines))


def _signed(answer: Answer) -> Iterator[Block]:
    if answer.by:
        yield Paragraph((Span(f"{answer.by}, {day_here(answer.at)}", emphasis=True),))


def why_blocks(question: Question, t: Translator) -> list[Block]:
    """Return why a question is asked, with its example."""
    blocks: list[Block] = [Heading(2, inline(question.text)), *question.why]
    if question.example:
        blocks.append(
            Quote((Paragraph((Span(t.text(N_("Par exemple")), emphasis=True),)), *question.example))
        )
    return blocks


def tabs(guide: Guide, workspace: Workspace, current: str, width: int) -> list[tuple[str, bool]]:
    """Return the names of the steps with their progress, as many as fit around the current one."""
    names = []
    for step in guide.steps:
        done = progress(workspace, step.questions)
        number = f"{step.number} " if step.number <= 9 else ""
        names.append((f"{number}{step.short} {done.answered}/{done.total}", step.id == current))
    at = next((i for i, (_name, here) in enumerate(names) if here), 0)
    first = last = at
    size = len(names[at][0]) + 9
    while True:
        wider = [i for i in (last + 1, first - 1) if 0 <= i < len(names)]
        fitting = [i for i in wider if size + len(names[i][0]) + 3 <= width]
        if not fitting:
            break
        size += len(names[fitting[0]][0]) + 3
        first, last = min(first, fitting[0]), max(last, fitting[0])
    shown = names[first : last + 1]
    before = [("‹", False)] if first else []
    after = [("›", False)] if last < len(names) - 1 else []
    return [*before, *shown, *after]


def next_open(guide: Guide, workspace: Workspace, after: str) -> str:
    """Return the next question without an answer, from a question on, around the guide."""
    questions = [q for step in guide.nine for q in step.questions]
    at = next((i for i, q in enumerate(questions) if q.id == after), -1)
    around = questions[at + 1 :] + questions[: at + 1]
    return next((q.id for q in around if not is_answered(workspace, q)), "")


def subjects(question: Question, workspace: Workspace, t: Translator) -> list[tuple[str, str]]:
    """Return who answers a question for themselves, as (id, name)."""
    voice = Voice(workspace, t)
    if question.per is Per.ORGANIZATION:
        return [(party.id, voice.name(party)) for party in parties(workspace)]
    if question.per is Per.OBJECTIVE:
        return [(o.id, voice.name(o, "label")) for o in workspace.alive(Objective)]
    return []
