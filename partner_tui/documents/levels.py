"""How serious a risk is, in words: the same on every screen and in every document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from partner_tui.documents import words
from partner_tui.documents.statement_writer import labelled
from partner_tui.documents.voice import Voice
from partner_tui.domain.blocks import Block, Heading, Paragraph, inline
from partner_tui.domain.records import Risk
from partner_tui.domain.rescoring import trend
from partner_tui.domain.risks import REVIEW_MONTHS
from partner_tui.domain.scales import Judged, Scale, judged, scale_of
from partner_tui.domain.values import Moment, RiskLevel
from partner_tui.i18n import N_, Translator

RHYTHMS = {1: N_("chaque mois"), 3: N_("aux trois mois"), 6: N_("aux six mois")}
"""Months between two looks → how often that is."""


def level_words(found: Judged, t: Translator) -> str:
    """Return a level as a word and its product, « élevé 16 »; nothing when not judged."""
    return f"{words.label(found.level, t)}{words.NBSP}{found.product}" if found.level else ""


def level_text(risk: Risk, voice: Voice, moment: Moment = Moment.NOW) -> str:
    """Return the level as word and product: élevé 16 (4 × 4)."""
    found = judged(risk, scale_of(voice.workspace), moment)
    if not found.level:
        return voice.t.text(N_("à évaluer"))
    word = words.label(found.level, voice.t)
    return f"{word} {found.product} ({found.likelihood}\u00a0×\u00a0{found.impact})"


def trend_words(risk: Risk, voice: Voice) -> str:
    """Return which way a risk went when it was judged last; nothing when it was judged once."""
    found = trend(risk, scale_of(voice.workspace))
    return words.label(found, voice.t) if found else ""


def levels_text(risk: Risk, voice: Voice) -> str:
    """Return the level now with its trend, then the levels before any measure and aimed at."""
    now = ", ".join(filter(None, (level_text(risk, voice), trend_words(risk, voice))))
    others = [
        voice.colon(words.label(moment, voice.t), level_text(risk, voice, moment))
        for moment in (Moment.BEFORE, Moment.TARGET)
        if judged(risk, scale_of(voice.workspace), moment).level
    ]
    return "; ".join((now, *others))


# -- the scale itself


def degrees(kind: words.ScaleKind, scale: Scale, t: Translator) -> Iterator[str]:
    """Yield each degree of a scale with its word: 4 probable."""
    for n in range(1, scale.steps + 1):
        yield f"{n}{words.NBSP}{words.scale(kind, n, t, scale.steps)}"


def thresholds(scale: Scale, t: Translator) -> Iterator[str]:
    """Yield each level with its first and last product: moyen 6–11."""
    for level, (first, last) in scale.bounds().items():
        yield f"{words.label(level, t)} {first}–{last}"


def rhythms(t: Translator) -> Iterator[str]:
    """Yield how often a risk of each level is looked at again."""
    for level, months in sorted(REVIEW_MONTHS.items(), key=lambda pair: pair[1]):
        yield f"{words.label(level, t)} {t.text(RHYTHMS[months])}"


def legend(voice: Voice) -> list[Block]:
    """Explain the two scales, the levels and how often they are looked at, under a title."""
    return [Heading(2, inline(voice.t.text(N_("Échelle")))), *scale_lines(voice)]


def scale_lines(voice: Voice) -> list[Block]:
    """Explain the two scales, the levels and how often they are looked at."""
    t, scale = voice.t, scale_of(voice.workspace)
    names = {"likelihood": N_("Probabilité"), "impact": N_("Gravité")}
    lines: list[Block] = [
        labelled(voice, t.text(names[kind]), ", ".join(degrees(kind, scale, t)))
        for kind in get_args(words.ScaleKind)
    ]
    often = labelled(voice, t.text(N_("Révision selon le niveau")), ", ".join(rhythms(t)))
    return [*lines, levels(voice), often]


def levels(voice: Voice) -> Paragraph:
    """Explain the words for the levels of risk."""
    name = voice.t.text(N_("Niveau (probabilité × gravité)"))
    return labelled(voice, name, ", ".join(thresholds(scale_of(voice.workspace), voice.t)))


def top(scale: Scale, level: RiskLevel) -> int:
    """Return the highest product of a level."""
    return scale.bounds()[level][1]
