"""The risk log as lines, and one risk as a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache, partial
from textwrap import wrap

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.documents.levels import level_words, top
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import ARROWS, cite, day, label
from partner_tui.domain.questions import Question
from partner_tui.domain.records import Contact, Risk
from partner_tui.domain.rescoring import trend
from partner_tui.domain.risking import Sight, family_of
from partner_tui.domain.risks import is_high, is_low, needs_answer, next_review, review_due
from partner_tui.domain.scales import Judged, Scale, judged, scale_of
from partner_tui.domain.text import one_line
from partner_tui.domain.values import RiskLevel, RiskState
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import _, current, ngettext
from partner_tui.widgets.lines import BLANK, Cell, Line, note

PRIVATE = "⌂"
FAMILIES = "families"
"""The key of the line that names the families not looked at yet."""
LOOKS = {RiskLevel.HIGH: "warn", RiskLevel.MEDIUM: "", RiskLevel.LOW: "dim"}
NUMBER, STRATEGY, OWNER, REVIEW, TREND = 4, 11, 12, 12, 12
"""Columns of the table; the event has what is left."""
ALL_COLUMNS = 76
"""How many columns the table needs to show the strategies too."""
NARROWEST = 64
"""Columns that a sentence may take."""


def key_of(risk: Risk) -> str:
    """Return the key of a risk's line."""
    return f"risks/{risk.id}"


def told_level(found: Judged) -> str:
    """Return a level as a word and its product, « élevé 16 »; an invitation when not judged."""
    return level_words(found, current()) or _("à juger")


def level_style(found: Judged) -> str:
    """Return the style of a level."""
    return LOOKS[found.level] if found.level else "accent"


# -- the table


class Room(Struct, frozen=True):
    """Which columns there is room for."""

    strategies: bool = True
    trends: bool = False
    """True to say in a word too which way a risk goes."""
    number: int = NUMBER
    """Columns of the number, as wide as the longest one and a blank."""


FULL = Room()


def room_in(columns: int) -> Room:
    """Return which columns fit in a width."""
    return Room(columns >= ALL_COLUMNS, columns >= ALL_COLUMNS + TREND)


def table(
    workspace: Workspace, risks: Iterable[Risk], horizon: date, room: Room = FULL
) -> list[Line]:
    """Return the titles of the columns, then a line a risk; strategies where there is room."""
    listed = list(risks)
    if listed:
        last = max(listed, key=lambda risk: risk.number)
        room = replace(room, number=max(NUMBER, len(cite(last, current())) + 1))
    lines = (risk_line(workspace, risk, horizon, room) for risk in listed)
    return [titles(scale_of(workspace), room), *lines]


def titles(scale: Scale, room: Room) -> Line:
    """Return the words that say what each column holds."""
    strategies = room.strategies
    cells = (
        Cell("", "dim", room.number),
        Cell(_("niveau"), "dim", level_width(scale)),
        Cell(_("tendance") if room.trends else "", "dim", TREND if room.trends else 2),
        Cell(_("ce qui pourrait arriver"), "dim", None),
        *([Cell(_("stratégie"), "dim", STRATEGY)] if strategies else ()),
        Cell(_("suivi par"), "dim", OWNER),
        Cell(_("à revoir"), "dim", REVIEW),
    )
    return Line(cells)


def risk_line(workspace: Workspace, risk: Risk, horizon: date, room: Room = FULL) -> Line:
    """Return the line of a risk."""
    scale, strategies = scale_of(workspace), room.strategies
    closed = risk.state is RiskState.CLOSED
    look = "dim" if closed else ""
    event = Voice(workspace, current()).name(risk, "event")
    cells = (
        Cell(cite(risk, current()), "dim" if closed else "strong", room.number),
        *_level(judged(risk, scale), scale, closed),
        *_trend(risk, scale, room),
        Cell(one_line(event), look, None),
        Cell(_marks(risk), "dim" if closed else "accent"),
        Cell(" "),
        *([_strategy(risk, scale, look)] if strategies else ()),
        _owner(workspace, risk, look),
        _review(risk, scale, horizon, look),
    )
    return Line(cells, key=key_of(risk), search=partial(searched, workspace, risk))


def _level(found: Judged, scale: Scale, closed: bool) -> tuple[Cell, ...]:
    """Return the word of a level and, at the right of it, its product."""
    look = "dim" if closed else level_style(found)
    width = level_width(scale)
    if found.level is None:
        return (Cell(_("à juger"), look, width),)
    word = label(found.level, current())
    digits = width - len(word) - 1
    return Cell(word, look), Cell(str(found.product), look, digits, right=True), Cell(" ")


def level_width(scale: Scale) -> int:
    """Return the columns that the longest level fills."""
    return _level_width(scale, current().language)


@lru_cache
def _level_width(scale: Scale, _language: str) -> int:
    longest = max(len(f"{label(level, current())} {top(scale, level)}") for level in RiskLevel)
    return max(longest, len(_("à juger"))) + 1


def _trend(risk: Risk, scale: Scale, room: Room) -> tuple[Cell, ...]:
    """Return which way a risk goes: an arrow, and a word where there is room."""
    found = trend(risk, scale)
    words = f" {label(found, current())}" if found and room.trends else ""
    return (Cell(ARROWS[found] + words if found else "", "accent", TREND if room.trends else 2),)


def _marks(risk: Risk) -> str:
    """Return the state when it is not open, and the sign of what is private."""
    words = [] if risk.state is RiskState.OPEN else [label(risk.state, current())]
    marks = [*words, *([PRIVATE] if risk.private else [])]
    return " " + " ".join(marks) if marks else ""


def _strategy(risk: Risk, scale: Scale, look: str) -> Cell:
    if risk.strategy is not None:
        return Cell(label(risk.strategy, current()), look, STRATEGY)
    return Cell(_("à choisir"), "warn" if needs_answer(risk, scale) else "dim", STRATEGY)


def _owner(workspace: Workspace, risk: Risk, look: str) -> Cell:
    if not risk.owner:
        look = "warn" if needs_answer(risk, scale_of(workspace)) else "dim"
        return Cell(_("à nommer"), look, OWNER)
    return Cell(owner_short(workspace, risk.owner), look, OWNER)


def owner_short(workspace: Workspace, key: str) -> str:
    """Return who follows a risk in few columns: the short name of the organization."""
    voice = Voice(workspace, current())
    contact = workspace.find(Contact, key)
    short = voice.organization(contact.organization, short=True) if contact else ""
    return short or voice.contact(key)


def _review(risk: Risk, scale: Scale, horizon: date, look: str) -> Cell:
    when = day(next_review(risk, scale))
    if review_due(risk, horizon, scale):
        return Cell(f"{when} !", "warn", REVIEW)
    return Cell(when, look, REVIEW)


def searched(workspace: Workspace, risk: Risk) -> str:
    """Return the words that find a risk besides those on its line."""
    voice = Voice(workspace, current())
    fields = ("cause", "effect", "measures", "trigger", "contingency", "accepted_why")
    texts = (voice.name(risk, name) for name in fields)
    which = trend(risk, scale_of(workspace))
    words = (label(risk.family, current()), label(which, current()) if which else "")
    return " ".join((*texts, voice.contact(risk.owner), *words))


def counts(risks: Sequence[Risk], horizon: date, scale: Scale, sight: Sight) -> str:
    """Return how many risks are shown, high, to be looked at, low: what is cut comes last."""
    many = len(risks)
    match sight:
        case Sight.ALL:
            first = ngettext("{n} risque", "{n} risques", many)
        case Sight.WATCH:
            first = ngettext("{n} risque faible à l'œil", "{n} risques faibles à l'œil", many)
        case Sight.OPEN:
            first = ngettext("{n} risque ouvert", "{n} risques ouverts", many)
    high = sum(is_high(r, scale) for r in risks if r.state is not RiskState.CLOSED)
    low = sum(is_low(r, scale) for r in risks)
    due = sum(review_due(risk, horizon, scale) for risk in risks)
    parts = [first]
    if high:
        parts.append(ngettext("{n} élevé", "{n} élevés", high))
    if due:
        parts.append(ngettext("{n} à revoir", "{n} à revoir", due))
    if low and sight is not Sight.WATCH:
        parts.append(ngettext("{n} faible", "{n} faibles", low))
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


def none_in_sight(sight: Sight) -> list[Line]:
    """Return what the list says when no risk is open, or none is low."""
    if sight is Sight.WATCH:
        return [
            note(_("À l'œil\u00a0: les risques faibles, revus aux six mois, sans plus."), ""),
            note(_("Aucun risque ouvert n'est faible en ce moment. v montre les autres."), ""),
        ]
    return [note(_("Tous les risques sont clos. v les montre tous, n en décrit un autre."), "")]
