"""What the reading pane of the statement says of a part."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from partner_tui.documents.answers import written
from partner_tui.documents.statement import PartState, StatementPart
from partner_tui.documents.voice import Voice
from partner_tui.domain.blocks import Block, Inline, Paragraph, Span
from partner_tui.domain.days import day_here
from partner_tui.domain.known import answer_of, has_words
from partner_tui.domain.questions import Guide, Question
from partner_tui.domain.records import Answer
from partner_tui.domain.text import clean, one_line
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import _, current


def part_page(
    part: StatementPart, workspace: Workspace, guide: Guide, changed: Collection[str]
) -> list[Block]:
    """Return a part's own text, then the answers it comes from, as links.

    A part that is missing says why its question is asked.
    """
    if part.state is PartState.MISSING and (question := guide.question(part.goto)):
        return [*part.blocks, *question.why]
    sources = [
        line for key in part.sources for line in _source(key, part, workspace, guide, changed)
    ]
    if not sources:
        return list(part.blocks)
    spans = [Span(_("D'après") + "  ", emphasis=True)]
    for number, line in enumerate(sources):
        spans += [*([Span("\n")] if number else []), *line]
    return [*part.blocks, Paragraph(tuple(spans))]


def _source(
    key: str, part: StatementPart, workspace: Workspace, guide: Guide, changed: Collection[str]
) -> Iterator[Inline]:
    """Yield a question that was answered in the open, who answered it and when."""
    question, answer = guide.question(key), answer_of(workspace, key)
    if question is None or answer is None or answer.private or not has_words(answer):
        return
    signed = ", ".join(filter(None, (clean(answer.by), day_here(answer.at))))
    told = f" ({signed})" if signed else ""
    since = _("! changée depuis la dernière version")
    late = (Span(f" {since}", strong=True),) if key in changed else ()
    yield (Span(question.text, link=f"question:{key}"), Span(told), *late)
    if part.state is PartState.CONTESTED and key == part.goto:
        yield (Span("→ " + _positions(question, answer, workspace, guide)),)


def _positions(question: Question, answer: Answer, workspace: Workspace, guide: Guide) -> str:
    """Return what each organization answered, in a word."""
    each = written(answer, question, workspace, guide, current()).positions
    voice = Voice(workspace, current())
    said = [(p.id, next((s.lines[0] for s in p.said if s.lines), "")) for p in each]
    return " · ".join(
        voice.colon(voice.organization(key, short=True), one_line(words, 30))
        for key, words in said
        if words
    )
