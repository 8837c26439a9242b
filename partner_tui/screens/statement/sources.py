"""What a sentence comes from: its question, who answered and when, what changed since."""

from __future__ import annotations

from collections.abc import Iterator

from partner_tui.documents.stale import Stale, words_of
from partner_tui.documents.words import cite
from partner_tui.domain.blocks import Block, Paragraph, Span, inline
from partner_tui.domain.days import day_here
from partner_tui.domain.known import answer_of
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Statement
from partner_tui.domain.text import clean
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import Translator, _, current


def source_page(
    key: str,
    workspace: Workspace,
    guide: Guide,
    t: Translator,
    changed: Stale | None,
    version: Statement | None,
) -> list[Block]:
    """Return the question of a sentence, its author and day, and the answer then and now."""
    question, answer = guide.question(key), answer_of(workspace, key)
    if question is None:
        return [Paragraph(inline(_("Cette ligne vient de la fiche du partenariat.")))]
    spans = [Span(_("D'après") + "  ", emphasis=True)]
    spans.append(Span(question.text, link=f"question:{key}"))
    if changed is not None and version is not None:
        return [Paragraph((*spans, *_change(changed, version)))]
    if answer is not None and (signed := _signed(answer.by, answer.at)):
        spans.append(Span(f" ({signed})"))
    blocks: list[Block] = [Paragraph(tuple(spans))]
    if answer is not None and (words := words_of(key, workspace, guide, t)):
        blocks.append(Paragraph((Span(_("Réponse") + "  ", emphasis=True), Span(words))))
    return blocks


def _change(changed: Stale, version: Statement) -> Iterator[Span]:
    """Yield what the answer was and what it is, each on its own line, who wrote it and when."""
    name = _("À la {version}").format(version=cite(version, current()))
    if changed.is_known:
        then = changed.then or _("rien encore, ou rien qui se montre")
    else:
        then = _("cette version date d'avant que le programme retienne les réponses")
    yield from _side(name, then, changed.then_by, changed.then_at)
    now = changed.now or _("plus rien, ou rien qui se montre")
    yield from _side(_("Maintenant"), now, changed.by, changed.at)


def _side(name: str, words: str, by: str, at: str) -> Iterator[Span]:
    signed = _signed(by, at)
    label = f"{name} ({signed})" if signed else name
    yield Span("\n" + current().colon(label), emphasis=True)
    yield Span(f" {words}")


def _signed(by: str, at: str) -> str:
    return ", ".join(filter(None, (clean(by), day_here(at))))
