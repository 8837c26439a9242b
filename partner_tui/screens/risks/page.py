"""One risk as a page to read, and as a short text to paste."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from partner_tui.documents.nudges import until
from partner_tui.documents.risklog import acceptance, answered, plan
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import ARROWS, NBSP, ScaleKind, cite, day, label
from partner_tui.documents.words import scale as scale_word
from partner_tui.domain.actions import born_in
from partner_tui.domain.blocks import Block, Inline, Paragraph, Span, bullets, paragraph
from partner_tui.domain.questions import Guide, Question, Row
from partner_tui.domain.records import Risk
from partner_tui.domain.rescoring import trend
from partner_tui.domain.risks import acceptance_over, needs_answer, next_review
from partner_tui.domain.scales import Scale, judged, scale_of, weighed
from partner_tui.domain.text import clean, one_line
from partner_tui.domain.triggers import rhythm_of
from partner_tui.domain.values import Moment, RiskState, Strategy
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import _, current, ngettext
from partner_tui.screens.risks.lines import PRIVATE, told_level


def page(workspace: Workspace, guide: Guide, risk: Risk, today: date) -> list[Block]:
    """Return all there is to know of a risk, a fact a line."""
    lines: list[Inline] = [_first(workspace, risk, today), _way(workspace, risk)]
    lines.append(_chain(workspace, risk))
    for name, text in facts(workspace, guide, risk):
        lines.append((Span(current().colon(name), emphasis=True), Span(f" {text}")))
    if measures := _measures(workspace, risk):
        lines.insert(4, measures)
    lines += [(Span(text, strong=True),) for text in missing(workspace, risk, today)]
    lines += [(Span(text),) for text in past(workspace, risk)]
    return [Paragraph(_joined(filter(None, lines)))]


def _joined(lines: Iterable[Inline]) -> Inline:
    spans: list[Span] = []
    for line in lines:
        spans += [*([Span("\n")] if spans else []), *line]
    return tuple(spans)


def _first(workspace: Workspace, risk: Risk, today: date) -> Inline:
    private = _("{sign} privé").format(sign=PRIVATE) if risk.private else ""
    scale = scale_of(workspace)
    parts = (told_score(risk, scale), _state(risk), review_words(risk, scale, today), private)
    text = " · ".join(filter(None, parts))
    return Span(cite(risk, current()), strong=True), Span(f" · {text}")


def _state(risk: Risk) -> str:
    state = label(risk.state, current())
    if not risk.happened:
        return state
    days = ", ".join(map(day, risk.happened))
    said = _("réalisé le {days}").format(days=days)
    return said if risk.state is RiskState.HAPPENED else f"{state} ({said})"


def told_score(risk: Risk, scale: Scale, moment: Moment = Moment.NOW) -> str:
    """Return the level with what it comes from: élevé 16 = probable 4 × majeur 4."""
    found = judged(risk, scale, moment)
    likelihood = step_words("likelihood", found.likelihood, scale) or _("probabilité à juger")
    impact = step_words("impact", found.impact, scale) or _("gravité à juger")
    if not found.level:
        return f"{likelihood}, {impact}"
    return f"{told_level(found)} = {likelihood} × {impact}"


def step_words(kind: ScaleKind, degree: int, scale: Scale) -> str:
    """Return a degree with its word: probable 4."""
    return f"{scale_word(kind, degree, current(), scale.steps)}{NBSP}{degree}" if degree else ""


def _way(workspace: Workspace, risk: Risk) -> Inline:
    """Return the level before any measure, now and aimed at, and the trend in words."""
    scale = scale_of(workspace)
    known = [m for m in Moment if judged(risk, scale, m).level]
    found = trend(risk, scale)
    told = f"{ARROWS[found]} {label(found, current())}" if found else ""
    if known in ([], [Moment.NOW]):
        return (Span(told),) if told else ()
    steps = (f"{label(m, current())} {told_level(judged(risk, scale, m))}" for m in known)
    return (Span(" · ".join(filter(None, (" → ".join(steps), told)))),)


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


def _measures(workspace: Workspace, risk: Risk) -> Inline:
    """Return the actions born of a risk, each one a way to it."""
    spans = [Span(current().colon(_("Suivis")), emphasis=True)]
    for index, action in enumerate(born_in(workspace, risk)):
        state = label(action.state, current())
        spans += [Span(", " if index else " ")]
        spans += [Span(cite(action, current()), link=f"actions/{action.id}"), Span(f" {state}")]
    return tuple(spans) if len(spans) > 1 else ()


def facts(workspace: Workspace, guide: Guide, risk: Risk) -> list[tuple[str, str]]:
    """Return what was decided about a risk, as names and texts; what is unknown says so."""
    voice = Voice(workspace, current())
    strategy = label(risk.strategy, current()) if risk.strategy else _("à choisir")
    measures = one_line(voice.words(risk, "measures"))
    found = [
        (_("Stratégie"), f"{strategy}. {measures}" if measures else strategy),
        (_("Acceptation"), acceptance(risk, voice)),
        (_("Suivi par"), voice.contact(risk.owner) or _("à nommer")),
        (_("Question"), asked(risk, voice)),
        (_("Plan B"), plan(risk, voice)),
        (_("Famille"), _family(risk, guide)),
    ]
    return [(name, text) for name, text in found if text]


def asked(risk: Risk, voice: Voice) -> str:
    """Return the question of a risk, how often it is asked, and the last answer."""
    trigger = one_line(voice.words(risk, "trigger"))
    if not trigger:
        return ""
    often, who = label(rhythm_of(risk), voice.t), voice.contact(risk.asker)
    last = answered(risk, voice) or _("pas encore posée")
    return " · ".join(filter(None, (voice.t.quoted(trigger), often, who, last)))


def missing(workspace: Workspace, risk: Risk, today: date) -> Iterator[str]:
    """Yield what a strategy still needs, as questions."""
    if risk.state is RiskState.CLOSED:
        return
    if needs_answer(risk, scale_of(workspace)):
        yield _("Ce risque est élevé. Qui le suit, et que fait-on?")
    if risk.strategy is Strategy.ACCEPT:
        if acceptance_over(risk, today):
            yield _("L'acceptation a pris fin. L'accepter encore, ou faire autrement?")
        elif not (risk.accepted_by and risk.accepted_why and risk.accepted_until):
            yield _("Accepté par qui, pourquoi, jusqu'à quand?")
    elif risk.strategy and not risk.measures and not born_in(workspace, risk):
        yield _("Quelle mesure, par qui, pour quand?")


def past(workspace: Workspace, risk: Risk) -> Iterator[str]:
    """Yield each time a risk was judged, the last one first: when, what, by whom, why."""
    scale = scale_of(workspace)
    for scoring in reversed(risk.scores):
        found = weighed(scoring.likelihood, scoring.impact, scale)
        when = day(scoring.on) if scoring.on else _("au départ")
        level = told_level(found)
        if scoring.moment is not Moment.NOW:
            level = current().colon(label(scoring.moment, current())) + f" {level}"
        told = f"{when}  {level} ({found.likelihood} × {found.impact})"
        by = f", {clean(scoring.by)}" if scoring.by else ""
        why = current().colon("") + f" {one_line(scoring.why)}" if scoring.why else ""
        yield f"{told}{by}{why}"


def _family(risk: Risk, guide: Guide) -> str:
    """Return the family, and the suggestion of the guide that the risk began from."""
    name, row = label(risk.family, current()), guide.rows.get(risk.suggestion)
    if row is None:
        return name
    return _("{family}. Guide\u00a0: {words}").format(family=name, words=row.label)


def review_words(risk: Risk, scale: Scale, today: date) -> str:
    """Return how far the next look at a risk is; nothing once it is closed."""
    if risk.state is RiskState.CLOSED:
        return ""
    review = next_review(risk, scale)
    if review is None:
        return _("sans date de révision")
    late = (today - review).days
    when = until(review, today, current())
    if late > 0:
        when = ngettext("depuis {n}\u00a0jour", "depuis {n}\u00a0jours", late)
    return _("à revoir {when}").format(when=when)


def families_page(questions: Iterable[Question]) -> list[Block]:
    """Return the questions of the families without a risk, and what to do with them."""
    return [
        bullets(*(question.text for question in questions)),
        paragraph(
            _(
                "⏎ montre les sept familles\u00a0: i y dit «\u00a0rien à signaler\u00a0», "
                "n y décrit un risque, s propose ceux du guide."
            )
        ),
    ]


def question_page(question: Question) -> list[Block]:
    """Return a family's question, why it is asked, and an example."""
    return [Paragraph((Span(question.text, strong=True),)), *question.why, *question.example]


def copied(workspace: Workspace, guide: Guide, risk: Risk) -> str:
    """Return a risk as a short text to paste."""
    voice, scale = Voice(workspace, current()), scale_of(workspace)
    parts = {_("Cause"): voice.words(risk, "cause"), _("Effet"): voice.words(risk, "effect")}
    lines = [
        f"{cite(risk, current())} {one_line(voice.name(risk, 'event'))}",
        f"{told_score(risk, scale)}, {_state(risk)}",
        *(f"{current().colon(name)} {one_line(text)}" for name, text in parts.items() if text),
        *(f"{current().colon(name)} {text}" for name, text in facts(workspace, guide, risk)),
    ]
    if review := next_review(risk, scale):
        lines.append(_("À revoir le {day}").format(day=day(review)))
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
