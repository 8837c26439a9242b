"""The risk log as a table, its scale explained."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, get_args

from partner_tui.documents import words
from partner_tui.documents.privacy import left_out, public
from partner_tui.documents.statement_writer import labelled
from partner_tui.documents.voice import Voice
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
from partner_tui.domain.risks import HIGH_FROM, MEDIUM_FROM, by_level, level, matrix, product
from partner_tui.domain.values import RiskLevel, RiskState
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
    N_("Stratégie"),
    N_("Parade"),
    N_("Signe"),
    N_("Plan d'urgence"),
    N_("Responsable"),
    N_("Révision"),
    N_("État"),
)
HIGHEST: Final = 25
STEPS: Final = range(1, 6)


def compose(workspace: Workspace, t: Translator) -> Document:
    """Return the risks by level, the private ones left out and counted."""
    voice = Voice(workspace, t).for_document()
    risks = by_level(workspace.alive(Risk))
    shown = public(risks)
    body: Block = paragraph(t.text(N_("Aucun risque noté pour l'instant.")))
    if shown:
        header = tuple(inline(t.text(name)) for name in COLUMNS)
        body = Table(header, tuple(_row(voice, risk) for risk in shown))
    title = voice.titled(t.text(N_("Registre des risques")))
    note = _note(len(risks) - len(shown), t)
    return Document(title, t.language, (body, *matrix_blocks(voice, shown), *_legend(voice), *note))


def _note(hidden: int, t: Translator) -> tuple[Block, ...]:
    if not hidden:
        return ()
    return Rule(), Paragraph(inline(left_out(hidden, t), emphasis=True))


def _row(voice: Voice, risk: Risk) -> tuple[Inline, ...]:
    cells = (
        words.cite(risk, voice.t),
        risk_text(risk, voice),
        words.label(risk.family, voice.t),
        level_text(risk, voice.t),
        _answer(risk, voice),
        voice.contact(risk.owner),
        words.day(risk.review),
        words.label(risk.state, voice.t),
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


def level_text(risk: Risk, t: Translator) -> str:
    """Return the level as word and product: élevé 16 (4 × 4)."""
    found = level(product(risk))
    if found is None:
        return t.text(N_("à évaluer"))
    word = words.label(found, t)
    return f"{word} {product(risk)} ({risk.likelihood}\u00a0×\u00a0{risk.impact})"


def _answer(risk: Risk, voice: Voice) -> str:
    strategy = words.label(risk.strategy, voice.t) if risk.strategy else ""
    measures = voice.words(risk, "measures")
    sentences = [voice.colon(strategy, measures) if strategy and measures else strategy or measures]
    for label, field in ((N_("Signe"), "trigger"), (N_("Plan d'urgence"), "contingency")):
        if text := voice.words(risk, field):
            sentences.append(voice.colon(voice.t.text(label), text))
    return _sentences(sentences)


def _sentences(parts: Iterable[str]) -> str:
    """Join parts as sentences, each with its own end."""
    ended = [part if part.endswith((".", "?", "!", "]")) else f"{part}." for part in parts if part]
    return " ".join(ended)


def _legend(voice: Voice) -> list[Block]:
    """Explain the two scales and the levels."""
    names = {"likelihood": N_("Probabilité"), "impact": N_("Gravité")}
    lines: list[Block] = [Heading(2, inline(voice.t.text(N_("Échelle"))))]
    for kind in get_args(words.ScaleKind):
        steps = ", ".join(f"{n}\u00a0{words.scale(kind, n, voice.t)}" for n in range(1, 6))
        lines.append(labelled(voice, voice.t.text(names[kind]), steps))
    return [*lines, levels(voice)]


def levels(voice: Voice) -> Paragraph:
    """Explain the words for the levels of risk."""
    bounds = {
        RiskLevel.LOW: (1, MEDIUM_FROM - 1),
        RiskLevel.MEDIUM: (MEDIUM_FROM, HIGH_FROM - 1),
        RiskLevel.HIGH: (HIGH_FROM, HIGHEST),
    }
    spans = (f"{words.label(k, voice.t)} {a}–{b}" for k, (a, b) in bounds.items())
    name = voice.t.text(N_("Niveau (probabilité × gravité)"))
    return labelled(voice, name, ", ".join(spans))


def matrix_blocks(voice: Voice, risks: Iterable[Risk]) -> list[Block]:
    """Return the judged risks that are not closed in a square: likelihood up, impact across."""
    placed = matrix(risk for risk in risks if risk.state is not RiskState.CLOSED)
    if not placed:
        return []
    corner = voice.t.text(N_("Probabilité ↓ · Gravité →"))
    header = (corner, *(_step(voice, "impact", n) for n in STEPS))
    rows = [
        (_step(voice, "likelihood", up), *(_cell(voice, placed.get((up, n), ())) for n in STEPS))
        for up in reversed(STEPS)
    ]
    square = Table(tuple(map(inline, header)), tuple(tuple(map(inline, row)) for row in rows))
    return [Heading(2, inline(voice.t.text(N_("Matrice")))), square]


def _step(voice: Voice, kind: words.ScaleKind, n: int) -> str:
    return f"{n}\u00a0{words.scale(kind, n, voice.t)}"


def _cell(voice: Voice, risks: Iterable[Risk]) -> str:
    return ", ".join(words.cite(risk, voice.t) for risk in risks)


def table(voice: Voice, risks: Iterable[Risk]) -> Table:
    """Return risks with a column for each thing that is known of them."""
    header = tuple(inline(voice.t.text(name)) for name in FULL)
    return Table(header, tuple(tuple(map(inline, _full(voice, risk))) for risk in risks))


def _full(voice: Voice, risk: Risk) -> tuple[str, ...]:
    found = level(product(risk))
    return (
        words.cite(risk, voice.t),
        *(voice.words(risk, field) for field in ("event", "cause", "effect")),
        words.label(risk.family, voice.t),
        *(str(n or "") for n in (risk.likelihood, risk.impact, product(risk))),
        words.label(found, voice.t) if found else "",
        words.label(risk.strategy, voice.t) if risk.strategy else "",
        *(voice.words(risk, field) for field in ("measures", "trigger", "contingency")),
        voice.contact(risk.owner),
        words.day(risk.review),
        words.label(risk.state, voice.t),
    )
