"""What is done with risks: name one, move it on, look at them in an order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from partner_tui.domain.known import answer_of
from partner_tui.domain.questions import Guide, Question, Row
from partner_tui.domain.records import Risk
from partner_tui.domain.risks import by_level, is_low, next_review
from partner_tui.domain.scales import Scale
from partner_tui.domain.values import AnswerState, RiskFamily, RiskState
from partner_tui.domain.workspace import Workspace

SUGGESTED: Final = "risk."
"""How the id of a suggested risk begins."""
CONSIDERED: Final = frozenset({AnswerState.AGREED, AnswerState.SKIPPED})
"""States of a family's question that say it was talked about, risk or not."""


NEXT: Final = {
    RiskState.OPEN: RiskState.WATCHED,
    RiskState.WATCHED: RiskState.CLOSED,
    RiskState.HAPPENED: RiskState.WATCHED,
    RiskState.CLOSED: RiskState.OPEN,
}


class Order(StrEnum):
    """In which order risks are looked at."""

    LEVEL = "level"
    REVIEW = "review"
    NUMBER = "number"


class Sight(StrEnum):
    """Which risks are looked at."""

    OPEN = "open"
    WATCH = "watch"
    """The low ones: nothing is done about them but looking again from time to time."""
    ALL = "all"


def in_sight(risk: Risk, sight: Sight, scale: Scale) -> bool:
    """Tell whether a risk is among those that are looked at."""
    match sight:
        case Sight.OPEN:
            return risk.state is not RiskState.CLOSED
        case Sight.WATCH:
            return is_low(risk, scale)
        case Sight.ALL:
            return True


def next_sight(sight: Sight) -> Sight:
    """Return the view after another, the first after the last."""
    sights = list(Sight)
    return sights[(sights.index(sight) + 1) % len(sights)]


def arranged(risks: Iterable[Risk], order: Order, scale: Scale) -> list[Risk]:
    """Return risks in an order; those without a review date come last by review."""
    first = by_level(risks, scale)
    match order:
        case Order.LEVEL:
            return first
        case Order.REVIEW:
            return sorted(first, key=lambda risk: next_review(risk, scale) or date.max)
        case Order.NUMBER:
            return sorted(first, key=lambda risk: risk.number)


def next_order(order: Order) -> Order:
    """Return the order after another, the first after the last."""
    orders = list(Order)
    return orders[(orders.index(order) + 1) % len(orders)]


def next_state(state: RiskState) -> RiskState:
    """Return the state after another: open, watched, closed, then open again.

    That it came true is said apart, for it opens the plan; then it is watched.
    """
    return NEXT[state]


def family_of(name: str) -> RiskFamily:
    """Return the family of a name in the guide; the last one when it is none of them."""
    return RiskFamily(name) if name in set(RiskFamily) else RiskFamily.OTHER


def suggestions(guide: Guide) -> list[Row]:
    """Return the risks that the guide suggests, family by family."""
    rows = [row for key, row in guide.rows.items() if key.startswith(SUGGESTED)]
    families = list(RiskFamily)
    return sorted(rows, key=lambda row: families.index(family_of(row.family)))


def from_suggestion(row: Row, key: str) -> Risk:
    """Return a new risk that holds what the guide says and nothing more."""
    return Risk(id=key, event=row.label, family=family_of(row.family), suggestion=row.id)


def used(workspace: Workspace) -> Mapping[str, Risk]:
    """Return the risks that began from a suggestion, by its id; the first one of each."""
    found: dict[str, Risk] = {}
    for risk in workspace.alive(Risk):
        if risk.suggestion:
            found.setdefault(risk.suggestion, risk)
    return found


def prompts(guide: Guide) -> list[Question]:
    """Return the guide's questions that ask for risks, one a family."""
    return [q for q in guide.questions() if q.records == "risks" and q.family]


def left_to_consider(workspace: Workspace, guide: Guide) -> list[Question]:
    """Return the questions of the families that hold no risk and were not set aside."""
    held = {risk.family for risk in workspace.alive(Risk)}
    return [
        question
        for question in prompts(guide)
        if family_of(question.family) not in held and not _considered(workspace, question)
    ]


def _considered(workspace: Workspace, question: Question) -> bool:
    answer = answer_of(workspace, question.id)
    return answer is not None and answer.state in CONSIDERED
