"""The reading pane of a list: all there is to know of the chosen line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partner_tui.documents.answers import spoken
from partner_tui.documents.words import day, label
from partner_tui.domain import ticking
from partner_tui.domain.blocks import Block, Inline, Paragraph, Span
from partner_tui.domain.evidence import Evidence, evidence
from partner_tui.domain.known import answer_of
from partner_tui.domain.questions import ListItem, ListKind, Question
from partner_tui.domain.records import Check
from partner_tui.domain.text import one_line
from partner_tui.domain.values import AnswerState
from partner_tui.i18n import _, current, ngettext
from partner_tui.screens.lists.lines import check_points
from partner_tui.screens.lists.view import CHECKS, View, item_of, question_of

DOT = " · "


def pane(view: View) -> tuple[Block, ...]:
    """Return what the pane tells of the chosen line."""
    if view.chosen.startswith(CHECKS):
        check = view.workspace.find(Check, view.chosen.removeprefix(CHECKS))
        return tuple(_check(view, check)) if check else ()
    question = question_of(view)
    if question is not None:
        return _after(_positions(view, question), question.why)
    item = item_of(view)
    return _after(_item(view, item), item.help) if item else ()


def _after(lines: list[Inline], text: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return short lines then a text, its first paragraph right below them: a pane is small."""
    first = text[0] if text else None
    if isinstance(first, Paragraph):
        lines, text = [*lines, first.text], text[1:]
    spans = [span for line in lines if line for span in (Span("\n"), *line)]
    return (Paragraph(tuple(spans[1:])), *text) if spans else text


# -- a tick or a score


def _item(view: View, item: ListItem) -> list[Inline]:
    lines: list[Inline] = [] if view.whole else [(Span(item.label, strong=True),)]
    tick = ticking.tick_of(view.workspace, item.id)
    lines.append(tuple(_joined(_state(view, item.id), _step(view, item))))
    lines.append(tuple(_evidence(view, item)))
    if tick and tick.note:
        lines.append(_named(_("Note"), one_line(view.voice.words(tick, "note"))))
    return lines


def _joined(*parts: Inline) -> Iterator[Span]:
    """Yield the parts that say something, a dot between them."""
    for n, part in enumerate(filter(None, parts)):
        if n:
            yield Span(DOT)
        yield from part


def _state(view: View, key: str) -> Inline:
    tick, value = ticking.tick_of(view.workspace, key), ticking.value_of(view.workspace, key)
    if tick is None or value is None or (view.checklist.kind is ListKind.TICK and not value):
        return ()
    word = _("coché")
    if view.checklist.kind is ListKind.SCORE:
        word = view.checklist.levels[value] if value < len(view.checklist.levels) else str(value)
    return (Span(word, strong=True), Span(f" {day(tick.ticked_on)} {tick.ticked_by}".rstrip()))


def _step(view: View, item: ListItem) -> Inline:
    step = next((step for step in view.guide.steps if step.id == item.step), None)
    if step is None:
        return ()
    name = _("étape {number}, {title}").format(number=step.number, title=step.short)
    return (Span(name, link=f"step:{step.id}"),)


def _evidence(view: View, item: ListItem) -> Iterator[Span]:
    looked = evidence(view.workspace, item.evidence)
    found = [each for each in looked if each.found]
    missing = [each for each in looked if not each.found]
    if found:
        yield Span(current().colon(_("Au dossier")) + " ", strong=True)
        yield from _listed(view, found)
    if missing:
        yield Span((DOT if found else "") + current().colon(_("Pas encore")) + " ", strong=True)
        yield from _listed(view, missing)


def _listed(view: View, looked: list[Evidence]) -> Iterator[Span]:
    for n, each in enumerate(looked):
        if n:
            yield Span(", ")
        question = view.guide.question(each.question)
        if question is None:
            yield Span(counted(each))
        else:
            yield Span(_("réponse à «\u00a0{question}\u00a0»").format(question=question.text),
                       link=f"question:{question.id}")  # fmt: skip


def counted(looked: Evidence) -> str:
    """Return how many of what was looked for the dossier holds."""
    n = looked.count
    match looked.token:
        case "statement":
            return ngettext("{n} version de l'énoncé", "{n} versions de l'énoncé", n)
        case "objectives":
            return ngettext("{n} objectif", "{n} objectifs", n)
        case "organizations":
            return ngettext("{n} organisme", "{n} organismes", n)
        case "contacts":
            return ngettext("{n} personne-ressource", "{n} personnes-ressources", n)
        case "messages":
            return ngettext("{n} message au plan", "{n} messages au plan", n)
        case "actions":
            return ngettext("{n} suivi", "{n} suivis", n)
        case "champions":
            one = "{n} organisme où quelqu'un répond du dossier"
            return ngettext(one, "{n} organismes où quelqu'un répond du dossier", n)
        case "rules":
            return ngettext("{n} règle de base", "{n} règles de base", n)
        case "resources":
            return ngettext("{n} ressource", "{n} ressources", n)
        case _:
            return ngettext(
                "{n} date de révision, de reconduction ou de fin",
                "{n} dates de révision, de reconduction ou de fin",
                n,
            )


# -- positions


def _positions(view: View, question: Question) -> list[Inline]:
    lines: list[Inline] = [] if view.whole else [(Span(question.text, strong=True),)]
    answer = answer_of(view.workspace, question.id)
    found = {p.id: p for p in spoken(answer, question, view.voice).positions} if answer else {}
    if answer and answer.state is AnswerState.SKIPPED:
        lines.append((Span(label(answer.state, current())),))
    for party in sorted(view.parties, key=lambda party: party.id != view.column):
        name = view.voice.organization(party.id)
        position = found.get(party.id)
        said = [one_line(", ".join(part.lines)) for part in position.said] if position else []
        words = [DOT.join(filter(None, said)), one_line(position.note) if position else ""]
        lines.append(_named(name, ". ".join(filter(None, words)) or _("pas encore dit")))
    return lines


def _named(name: str, text: str) -> Inline:
    return (Span(current().colon(name) + " ", strong=True), Span(text))


# -- a check


def _check(view: View, check: Check) -> Iterator[Block]:
    now = ticking.rows(view.workspace, view.guide, view.checklist)
    points = check_points(view, check)
    if check.on != view.today:
        points = _("{points}, aujourd'hui {now}").format(points=points, now=ticking.total(now))
    lines: list[Inline] = [_named(_("Bilan du {day}").format(day=day(check.on)), points)]
    if check.by:
        lines.append((Span(_("gardé par {who}").format(who=check.by)),))
    if check.comment:
        lines.append(_named(_("Note"), one_line(view.voice.words(check, "comment"))))
    lines += [_named(_("Monte depuis"), text) for text in _moved(view, check, now, 1)]
    lines += [_named(_("Baisse depuis"), text) for text in _moved(view, check, now, -1)]
    yield Paragraph(tuple(span for line in lines for span in (Span("\n"), *line))[1:])


def _moved(view: View, check: Check, now: ticking.Rows, way: int) -> Iterable[str]:
    """Yield the labels of the rows that went up, or down, since a check; nothing when none did."""
    labels = {item.id: item.label for item in view.checklist.items}
    labels |= {q.id: q.text for q in ticking.questions_of(view.guide, view.checklist)}
    moved = [
        label
        for key, label in labels.items()
        if (ticking.total(now, only=[key]) - ticking.total(check.rows, only=[key])) * way > 0
    ]
    return [" · ".join(moved)] if moved else []
