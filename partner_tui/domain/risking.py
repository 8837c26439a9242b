"""What is done with risks: name one, move it on, look at them in an order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.known import answer_of
from partner_tui.domain.questions import Guide, Question, Row
from partner_tui.domain.records import Answer, Risk
from partner_tui.domain.risks import by_level, is_low, needs_answer, next_review, open_risks
from partner_tui.domain.scales import Scale, scale_of
from partner_tui.domain.values import AnswerState, RiskFamily, RiskState
from partner_tui.domain.workspace import Change, Workspace, put

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


class Considered(Struct, frozen=True):
    """A family of risks and what is known of it."""

    question: Question
    risks: tuple[Risk, ...] = ()
    nothing: Answer | None = None
    """What says that there is nothing to report."""

    @property
    def done(self) -> bool:
        """True once it was thought of."""
        return bool(self.risks) or self.nothing is not None


def families(workspace: Workspace, guide: Guide) -> list[Considered]:
    """Return the families that the guide asks about, with their risks or that there is none."""
    risks = by_level(workspace.alive(Risk), scale_of(workspace))
    return [
        Considered(
            question,
            tuple(risk for risk in risks if risk.family is family_of(question.family)),
            answer_of(workspace, question.id) if _considered(workspace, question) else None,
        )
        for question in prompts(guide)
    ]


def nothing_to_report(question: str, said: str) -> Change:
    """Return the verb that says of a family that there is nothing to report, or takes it back."""

    def change(workspace: Workspace) -> Workspace:
        answer = answer_of(workspace, question) or Answer(id=question)
        if answer.state in CONSIDERED:
            note = "" if answer.response.note == said else answer.response.note
            response = replace(answer.response, note=note)
            return put(workspace, replace(answer, response=response, state=AnswerState.OPEN))
        response = replace(answer.response, note=answer.response.note or said)
        return put(workspace, replace(answer, response=response, state=AnswerState.AGREED))

    return change


def without_answer(workspace: Workspace) -> list[Risk]:
    """Return the high risks that still lack a strategy or an owner, the highest first."""
    scale = scale_of(workspace)
    return [risk for risk in open_risks(workspace) if needs_answer(risk, scale)]


def _considered(workspace: Workspace, question: Question) -> bool:
    answer = answer_of(workspace, question.id)
    return answer is not None and answer.state in CONSIDERED
