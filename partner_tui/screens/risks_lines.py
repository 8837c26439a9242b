"""The risk log as lines, and one risk as a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import wrap

from partner_tui.documents.voice import Voice
from partner_tui.documents.words import NBSP, cite, day, label
from partner_tui.domain.questions import Question
from partner_tui.domain.records import Contact, Risk
from partner_tui.domain.risking import family_of
from partner_tui.domain.risks import (
    HIGH_FROM,
    MEDIUM_FROM,
    level,
    needs_answer,
    product,
    review_due,
)
from partner_tui.domain.text import one_line
from partner_tui.domain.values import RiskLevel, RiskState
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import _, current, ngettext
from partner_tui.widgets.lines import BLANK, Cell, Line, note

PRIVATE = "⌂"
FAMILIES = "families"
"""The key of the line that names the families not looked at yet."""
LOOKS = {RiskLevel.HIGH: "warn", RiskLevel.MEDIUM: "", RiskLevel.LOW: "dim"}
TOP = {RiskLevel.LOW: MEDIUM_FROM - 1, RiskLevel.MEDIUM: HIGH_FROM - 1, RiskLevel.HIGH: 25}
"""The highest product of each level."""
NUMBER, STRATEGY, OWNER, REVIEW = 4, 11, 12, 12
"""Columns of the table; the event has what is left."""
NARROWEST = 64
"""Columns that a sentence may take."""


def key_of(risk: Risk) -> str:
    """Return the key of a risk's line."""
    return f"risks/{risk.id}"


def level_words(score: int) -> str:
    """Return a level as a word and its product, « élevé 16 »; an invitation when not judged."""
    found = level(score)
    return f"{label(found, current())}{NBSP}{score}" if found else _("à juger")


def level_style(score: int) -> str:
    """Return the style of a level."""
    found = level(score)
    return LOOKS[found] if found else "accent"


# -- the table


def table(
    workspace: Workspace, risks: Iterable[Risk], horizon: date, strategies: bool = True
) -> list[Line]:
    """Return the titles of the columns, then a line a risk; strategies where there is room."""
    lines = (risk_line(workspace, risk, horizon, strategies) for risk in risks)
    return [titles(strategies), *lines]


def titles(strategies: bool = True) -> Line:
    """Return the words that say what each column holds."""
    cells = (
        Cell("", "dim", NUMBER),
        Cell(_("niveau"), "dim", level_width()),
        Cell(_("ce qui pourrait arriver"), "dim", None),
        *([Cell(_("stratégie"), "dim", STRATEGY)] if strategies else ()),
        Cell(_("suivi par"), "dim", OWNER),
        Cell(_("à revoir"), "dim", REVIEW),
    )
    return Line(cells)


def risk_line(workspace: Workspace, risk: Risk, horizon: date, strategies: bool = True) -> Line:
    """Return the line of a risk."""
    closed = risk.state is RiskState.CLOSED
    look = "dim" if closed else ""
    event = Voice(workspace, current()).name(risk, "event")
    cells = (
        Cell(cite(risk, current()), "dim" if closed else "strong", NUMBER),
        *_level(product(risk), closed),
        Cell(one_line(event), look, None),
        Cell(_marks(risk), "dim" if closed else "accent"),
        Cell(" "),
        *([_strategy(risk, look)] if strategies else ()),
        _owner(workspace, risk, look),
        _review(risk, horizon, look),
    )
    return Line(cells, key=key_of(risk), search=searched(workspace, risk))


def _level(score: int, closed: bool) -> tuple[Cell, ...]:
    """Return the word of a level and, at the right of it, its product."""
    found = level(score)
    look = "dim" if closed else level_style(score)
    if found is None:
        return (Cell(_("à juger"), look, level_width()),)
    word = label(found, current())
    digits = level_width() - len(word) - 1
    return Cell(word, look), Cell(str(score), look, digits, right=True), Cell(" ")


def level_width() -> int:
    """Return the columns that the longest level fills."""
    return max(len(f"{label(found, current())} {TOP[found]}") for found in RiskLevel) + 1


def _marks(risk: Risk) -> str:
    """Return the state when it is not open, and the sign of what is private."""
    words = [] if risk.state is RiskState.OPEN else [label(risk.state, current())]
    marks = [*words, *([PRIVATE] if risk.private else [])]
    return " " + " ".join(marks) if marks else ""


def _strategy(risk: Risk, look: str) -> Cell:
    if risk.strategy is not None:
        return Cell(label(risk.strategy, current()), look, STRATEGY)
    return Cell(_("à choisir"), "warn" if needs_answer(risk) else "dim", STRATEGY)


def _owner(workspace: Workspace, risk: Risk, look: str) -> Cell:
    if not risk.owner:
        return Cell(_("à nommer"), "warn" if needs_answer(risk) else "dim", OWNER)
    return Cell(owner_short(workspace, risk.owner), look, OWNER)


def owner_short(workspace: Workspace, key: str) -> str:
    """Return who follows a risk in few columns: the short name of the organization."""
    voice = Voice(workspace, current())
    contact = workspace.find(Contact, key)
    short = voice.organization(contact.organization, short=True) if contact else ""
    return short or voice.contact(key)


def _review(risk: Risk, horizon: date, look: str) -> Cell:
    if review_due(risk, horizon):
        return Cell(f"{day(risk.review)} !", "warn", REVIEW)
    return Cell(day(risk.review), look, REVIEW)


def searched(workspace: Workspace, risk: Risk) -> str:
    """Return the words that find a risk besides those on its line."""
    voice = Voice(workspace, current())
    texts = (voice.name(risk, n) for n in ("cause", "effect", "measures", "trigger", "contingency"))
    return " ".join((*texts, voice.contact(risk.owner), label(risk.family, current())))


def counts(risks: Sequence[Risk], total: int, horizon: date, everything: bool) -> str:
    """Return how many risks are shown, how many are high, how many are to be looked at."""
    many = len(risks)
    if everything:
        first = ngettext("{n} risque", "{n} risques", total)
    else:
        first = ngettext("{n} risque ouvert", "{n} risques ouverts", many)
    high = sum(
        level(product(r)) is RiskLevel.HIGH for r in risks if r.state is not RiskState.CLOSED
    )
    due = sum(review_due(risk, horizon) for risk in risks)
    parts = [first]
    if high:
        parts.append(ngettext("{n} élevé", "{n} élevés", high))
    if due:
        parts.append(ngettext("{n} à revoir", "{n} à revoir", due))
    return " · ".join(parts)


# -- the families


def family_names(questions: Iterable[Question]) -> str:
    """Return the names of the families of some questions."""
    return ", ".join(label(family_of(question.family), current()) for question in questions)


def invitation(questions: Sequence[Question]) -> list[Line]:
    """Return the lines that invite to think of the families without a risk."""
    if not questions:
        return []
    text = _("Rien encore sur\u00a0: {families}.").format(families=family_names(questions))
    first, *more = wrap(text, NARROWEST)
    return [
        BLANK,
        Line((Cell(first, "accent", None),), key=FAMILIES, search=text),
        *(Line((Cell(line, "accent", None),)) for line in more),
    ]


def empty(questions: Iterable[Question]) -> list[Line]:
    """Return what a log without a risk says: what it is for, and the questions to begin with."""
    return [
        note(_("Nommer d'avance ce qui pourrait mal tourner, c'est convenir de la parade"), ""),
        note(_("pendant que tout va bien. Une quinzaine de minutes ensemble suffisent."), ""),
        note(_("n décrit un risque, s propose ceux du guide, ⏎ part d'une question."), "accent"),
        *(
            Line(
                (
                    Cell("  " + label(family_of(question.family), current()), "strong", 28),
                    Cell(question.text, "", None),
                ),
                key=f"family:{question.family}",
            )
            for question in questions
        ),
    ]


def all_closed() -> list[Line]:
    """Return what the list says when no risk is open."""
    return [note(_("Tous les risques sont clos. v les montre tous, n en décrit un autre."), "")]
