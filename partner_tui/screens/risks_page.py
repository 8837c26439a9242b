"""One risk as a page to read, and as a short text to paste."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from partner_tui.documents.nudges import until
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import NBSP, ScaleKind, cite, day, label, scale
from partner_tui.domain.blocks import Block, Inline, Paragraph, Span, bullets, paragraph
from partner_tui.domain.questions import Guide, Question, Row
from partner_tui.domain.records import Risk
from partner_tui.domain.risks import needs_answer, product
from partner_tui.domain.text import one_line
from partner_tui.domain.values import RiskState
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import _, current, ngettext
from partner_tui.screens.risks_lines import PRIVATE, level_words


def page(workspace: Workspace, guide: Guide, risk: Risk, today: date) -> list[Block]:
    """Return all there is to know of a risk, a fact a line."""
    lines: list[Inline] = [_first(risk, today), _chain(workspace, risk)]
    for name, text in facts(workspace, guide, risk):
        lines.append((Span(current().colon(name), emphasis=True), Span(f" {text}")))
    if needs_answer(risk):
        lines.append((Span(_("Ce risque est élevé. Qui le suit, et que fait-on?"), strong=True),))
    return [Paragraph(_joined(lines))]


def _joined(lines: Iterable[Inline]) -> Inline:
    spans: list[Span] = []
    for line in lines:
        spans += [*([Span("\n")] if spans else []), *line]
    return tuple(spans)


def _first(risk: Risk, today: date) -> Inline:
    private = _("{sign} privé").format(sign=PRIVATE) if risk.private else ""
    parts = (judged(risk), label(risk.state, current()), _review(risk, today), private)
    text = " · ".join(filter(None, parts))
    return Span(cite(risk, current()), strong=True), Span(f" · {text}")


def judged(risk: Risk) -> str:
    """Return the level with what it comes from: élevé 16 = probable 4 × majeur 4."""
    likelihood = _step("likelihood", risk.likelihood) or _("probabilité à juger")
    impact = _step("impact", risk.impact) or _("gravité à juger")
    if not product(risk):
        return f"{likelihood}, {impact}"
    return f"{level_words(product(risk))} = {likelihood} × {impact}"


def _step(kind: ScaleKind, value: int) -> str:
    return f"{scale(kind, value, current())}{NBSP}{value}" if value else ""


def _chain(workspace: Workspace, risk: Risk) -> Inline:
    """Return the cause, the event and the effect as one movement."""
    voice = Voice(workspace, current())
    cause = one_line(voice.words(risk, "cause")) or _("cause à préciser")
    effect = one_line(voice.words(risk, "effect")) or _("effet à préciser")
    event = one_line(voice.name(risk, "event"))
    return (
        Span(cause, emphasis=not risk.cause),
        Span(" → "),
        Span(event, strong=True),
        Span(" → "),
        Span(effect, emphasis=not risk.effect),
    )


def facts(workspace: Workspace, guide: Guide, risk: Risk) -> list[tuple[str, str]]:
    """Return what was decided about a risk, as names and texts; what is unknown says so."""
    voice = Voice(workspace, current())
    strategy = label(risk.strategy, current()) if risk.strategy else _("à choisir")
    measures = one_line(voice.words(risk, "measures"))
    trigger = one_line(voice.words(risk, "trigger"))
    found = [
        (_("Stratégie"), f"{strategy}. {measures}" if measures else strategy),
        (_("Suivi par"), voice.contact(risk.owner) or _("à nommer")),
        (_("Signe"), current().quoted(trigger) if trigger else ""),
        (_("Plan B"), one_line(voice.words(risk, "contingency"))),
        (_("Famille"), _family(risk, guide)),
    ]
    return [(name, text) for name, text in found if text]


def _family(risk: Risk, guide: Guide) -> str:
    """Return the family, and the suggestion of the guide that the risk began from."""
    name, row = label(risk.family, current()), guide.rows.get(risk.suggestion)
    if row is None:
        return name
    return _("{family}. Guide\u00a0: {words}").format(family=name, words=row.label)


def _review(risk: Risk, today: date) -> str:
    """Return how far the next look at a risk is; nothing once it is closed."""
    if risk.state is RiskState.CLOSED:
        return ""
    if risk.review is None:
        return _("sans date de révision")
    late = (today - risk.review).days
    when = until(risk.review, today, current())
    if late > 0:
        when = ngettext("depuis {n}\u00a0jour", "depuis {n}\u00a0jours", late)
    return _("à revoir {when}").format(when=when)


def families_page(questions: Iterable[Question]) -> list[Block]:
    """Return the questions of the families without a risk, and what to do with them."""
    return [
        bullets(*(question.text for question in questions)),
        paragraph(
            _(
                "⏎ montre les suggestions du guide, n décrit un risque. Rien à signaler? À l'étape "
                "7, dites la question sans objet\u00a0: elle ne sera plus posée ici."
            )
        ),
    ]


def question_page(question: Question) -> list[Block]:
    """Return a family's question, why it is asked, and an example."""
    return [Paragraph((Span(question.text, strong=True),)), *question.why, *question.example]


def copied(workspace: Workspace, guide: Guide, risk: Risk) -> str:
    """Return a risk as a short text to paste."""
    voice = Voice(workspace, current())
    parts = {_("Cause"): voice.words(risk, "cause"), _("Effet"): voice.words(risk, "effect")}
    lines = [
        f"{cite(risk, current())} {one_line(voice.name(risk, 'event'))}",
        f"{judged(risk)}, {label(risk.state, current())}",
        *(f"{current().colon(name)} {one_line(text)}" for name, text in parts.items() if text),
        *(f"{current().colon(name)} {text}" for name, text in facts(workspace, guide, risk)),
    ]
    if risk.review and risk.state is not RiskState.CLOSED:
        lines.append(_("À revoir le {day}").format(day=day(risk.review)))
    return "\n".join(lines)


def suggestion_page(row: Row) -> list[Block]:
    """Return what the guide says of a suggested risk, and a possible answer."""
    name = Span(current().colon(_("Réponse possible")) + " ", strong=True)
    answer = [
        Paragraph((name, *block.text)) if isinstance(block, Paragraph) and not index else block
        for index, block in enumerate(row.answer)
    ]
    kept = _("Seuls l'événement et la famille seront notés; le reste se décide ensemble.")
    return [
        *row.body,
        *answer,
        Paragraph((Span(kept, emphasis=True),)),
    ]
