"""The risk log as a table, its scale explained."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from partner_tui.documents import words
from partner_tui.documents.levels import (
    degrees,
    legend,
    level_words,
    levels_text,
    trend_words,
)
from partner_tui.documents.privacy import left_out, public
from partner_tui.documents.voice import Voice
from partner_tui.domain.actions import born_in
from partner_tui.domain.blocks import (
    Block,
    Document,
    Heading,
    Inline,
    Paragraph,
    Rule,
    Table,
    inline,
    paragraph,
)
from partner_tui.domain.records import Risk
from partner_tui.domain.risks import by_level, matrix, next_review
from partner_tui.domain.scales import judged, scale_of
from partner_tui.domain.triggers import alarm_of, last_asking, rhythm_of
from partner_tui.domain.values import Alarm, Moment, RiskState, Strategy
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

COLUMNS: Final = (
    N_("Nº"),
    N_("Risque"),
    N_("Famille"),
    N_("Niveau"),
    N_("Parade"),
    N_("Responsable"),
    N_("Révision"),
    N_("État"),
)
FULL: Final = (
    N_("Nº"),
    N_("Risque"),
    N_("Cause"),
    N_("Effet"),
    N_("Famille"),
    N_("Probabilité"),
    N_("Gravité"),
    N_("Produit"),
    N_("Niveau"),
    N_("Tendance"),
    N_("Avant toute mesure"),
    N_("Visé"),
    N_("Stratégie"),
    N_("Parade"),
    N_("Mesures suivies"),
    N_("Acceptation"),
    N_("Question"),
    N_("Dernière réponse"),
    N_("Plan d'urgence"),
    N_("Responsable"),
    N_("Révision"),
    N_("État"),
    N_("Réalisé le"),
)


def compose(workspace: Workspace, t: Translator) -> Document:
    """Return the risks by level, the private ones left out and counted."""
    voice = Voice(workspace, t).for_document()
    risks = by_level(workspace.alive(Risk), scale_of(workspace))
    shown = public(risks)
    body: Block = paragraph(t.text(N_("Aucun risque noté pour l'instant.")))
    if shown:
        header = tuple(inline(t.text(name)) for name in COLUMNS)
        body = Table(header, tuple(_row(voice, risk) for risk in shown))
    title = voice.titled(t.text(N_("Registre des risques")))
    note = _note(len(risks) - len(shown), t)
    return Document(title, t.language, (body, *matrix_blocks(voice, shown), *legend(voice), *note))


def _note(hidden: int, t: Translator) -> tuple[Block, ...]:
    if not hidden:
        return ()
    return Rule(), Paragraph(inline(left_out(hidden, t), emphasis=True))


def _row(voice: Voice, risk: Risk) -> tuple[Inline, ...]:
    cells = (
        words.cite(risk, voice.t),
        risk_text(risk, voice),
        words.label(risk.family, voice.t),
        levels_text(risk, voice),
        _answer(risk, voice),
        voice.contact(risk.owner),
        words.day(_review(risk, voice)),
        _state(risk, voice),
    )
    return tuple(map(inline, cells))


def risk_text(risk: Risk, voice: Voice) -> str:
    """Return a risk as event, cause and effect."""
    named = {N_("Cause"): "cause", N_("Effet"): "effect"}
    sentences = [voice.words(risk, "event")]
    for label, field in named.items():
        if text := voice.words(risk, field):
            sentences.append(voice.colon(voice.t.text(label), text))
    return _sentences(sentences)


def _answer(risk: Risk, voice: Voice) -> str:
    strategy = words.label(risk.strategy, voice.t) if risk.strategy else ""
    summary = voice.words(risk, "measures")
    sentences = [voice.colon(strategy, summary) if strategy and summary else strategy or summary]
    named = {
        N_("Suivis"): measures(risk, voice),
        N_("Acceptation"): acceptance(risk, voice),
        N_("Question"): question(risk, voice),
        N_("Plan d'urgence"): plan(risk, voice),
    }
    sentences += [voice.colon(voice.t.text(name), text) for name, text in named.items() if text]
    return _sentences(sentences)


def measures(risk: Risk, voice: Voice) -> str:
    """Return the actions born of a risk with their state: S5 en cours, S9 fait."""
    return ", ".join(
        f"{words.cite(action, voice.t)} {words.label(action.state, voice.t)}"
        for action in public(born_in(voice.workspace, risk))
    )


def acceptance(risk: Risk, voice: Voice) -> str:
    """Return who accepted a risk, why and until when; nothing when nobody did."""
    if risk.strategy is not Strategy.ACCEPT:
        return ""
    until = words.day(risk.accepted_until)
    parts = (
        voice.contact(risk.accepted_by),
        voice.words(risk, "accepted_why").rstrip("."),
        voice.say(N_("jusqu'au {day}"), day=until) if until else "",
    )
    return ", ".join(filter(None, parts))


def question(risk: Risk, voice: Voice) -> str:
    """Return the question that tells whether a risk is coming, and how often it is asked."""
    asked = voice.words(risk, "trigger")
    if not asked:
        return ""
    often = words.label(rhythm_of(risk), voice.t)
    alarm = "" if alarm_of(risk) is Alarm.YES else voice.t.text(N_("non dit qu'il arrive"))
    who = voice.contact(risk.asker)
    return f"{asked} ({', '.join(filter(None, (often, who, alarm)))})"


def plan(risk: Risk, voice: Voice) -> str:
    """Return the plan in a few words, then each step with who does it and when."""
    steps = "; ".join(
        step_text(
            voice.inner(risk, "plan", step.text),
            step.days,
            voice.contact(step.owner) or voice.organization(step.organization, short=True),
            voice,
        )
        for step in risk.plan
    )
    return " ".join(filter(None, (_sentences([voice.words(risk, "contingency")]), steps)))


def step_text(text: str, days: int, who: str, voice: Voice) -> str:
    """Return a step of a plan: what, who, how many days after."""
    when = voice.t.text(N_("le jour même"))
    if days:
        when = voice.t.plural("{n}\u00a0jour après", "{n}\u00a0jours après", days)
    return f"{text} ({', '.join(filter(None, (who, when)))})"


def answered(risk: Risk, voice: Voice) -> str:
    """Return what was answered the last time the question was asked."""
    last = last_asking(risk)
    if last is None:
        return ""
    said = voice.t.text(N_("oui") if last.yes else N_("non"))
    return f"{words.day(last.on)} {said}"


def _review(risk: Risk, voice: Voice) -> date | None:
    return next_review(risk, scale_of(voice.workspace))


def _state(risk: Risk, voice: Voice) -> str:
    """Return the state, and the last day the risk came true."""
    state = words.label(risk.state, voice.t)
    if not risk.happened:
        return state
    said = voice.say(N_("réalisé le {day}"), day=words.day(risk.happened[-1]))
    return said if risk.state is RiskState.HAPPENED else f"{state} ({said})"


def _sentences(parts: Iterable[str]) -> str:
    """Join parts as sentences, each with its own end."""
    ended = [part if part.endswith((".", "?", "!", "]")) else f"{part}." for part in parts if part]
    return " ".join(ended)


def matrix_blocks(voice: Voice, risks: Iterable[Risk]) -> list[Block]:
    """Return the judged risks that are not closed in a square: likelihood up, impact across."""
    scale = scale_of(voice.workspace)
    placed = matrix((risk for risk in risks if risk.state is not RiskState.CLOSED), scale)
    if not placed:
        return []
    steps = range(1, scale.steps + 1)
    corner = voice.t.text(N_("Probabilité ↓ · Gravité →"))
    header = (corner, *degrees("impact", scale, voice.t))
    likely = dict(zip(steps, degrees("likelihood", scale, voice.t), strict=True))
    rows = [
        (likely[up], *(_cell(voice, placed.get((up, n), ())) for n in steps))
        for up in reversed(steps)
    ]
    square = Table(tuple(map(inline, header)), tuple(tuple(map(inline, row)) for row in rows))
    return [Heading(2, inline(voice.t.text(N_("Matrice")))), square]


def _cell(voice: Voice, risks: Iterable[Risk]) -> str:
    return ", ".join(words.cite(risk, voice.t) for risk in risks)


def table(voice: Voice, risks: Iterable[Risk]) -> Table:
    """Return risks with a column for each thing that is known of them."""
    header = tuple(inline(voice.t.text(name)) for name in FULL)
    return Table(header, tuple(tuple(map(inline, _full(voice, risk))) for risk in risks))


def _full(voice: Voice, risk: Risk) -> tuple[str, ...]:
    scale = scale_of(voice.workspace)
    found = judged(risk, scale)
    before, target = (judged(risk, scale, m) for m in (Moment.BEFORE, Moment.TARGET))
    return (
        words.cite(risk, voice.t),
        *(voice.words(risk, field) for field in ("event", "cause", "effect")),
        words.label(risk.family, voice.t),
        *(str(n or "") for n in (found.likelihood, found.impact, found.product)),
        words.label(found.level, voice.t) if found.level else "",
        trend_words(risk, voice),
        level_words(before, voice.t),
        level_words(target, voice.t),
        words.label(risk.strategy, voice.t) if risk.strategy else "",
        voice.words(risk, "measures"),
        measures(risk, voice),
        acceptance(risk, voice),
        question(risk, voice),
        answered(risk, voice),
        plan(risk, voice),
        voice.contact(risk.owner),
        words.day(next_review(risk, scale)),
        words.label(risk.state, voice.t),
        ", ".join(map(words.day, risk.happened)),
    )
