"""Which risks come first, which wait for an answer, and when each is looked at again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from partner_tui.domain.meetings import next_meeting
from partner_tui.domain.months import months_later
from partner_tui.domain.records import Risk
from partner_tui.domain.scales import Scale, judged, scale_of
from partner_tui.domain.values import Moment, RiskLevel, RiskState, Strategy
from partner_tui.domain.workspace import Change, Workspace, editing

REVIEW_AHEAD: Final = 35
"""How many days ahead a far meeting lets a review wait."""
REVIEW_EARLY: Final = 7
"""How many days before its day a review may be done, so that the meeting before it serves."""
REVIEW_MONTHS: Final[Mapping[RiskLevel, int]] = {
    RiskLevel.HIGH: 1,
    RiskLevel.MEDIUM: 3,
    RiskLevel.LOW: 6,
}
"""Level → how many months after a look the next one is."""


def by_level(risks: Iterable[Risk], scale: Scale) -> list[Risk]:
    """Return risks from the highest product to those not judged yet, then by number."""
    return sorted(risks, key=lambda risk: (-judged(risk, scale).product, risk.number))


def open_risks(workspace: Workspace) -> list[Risk]:
    """Return the risks that are not closed, the highest first."""
    risks = (r for r in workspace.alive(Risk) if r.state is not RiskState.CLOSED)
    return by_level(risks, scale_of(workspace))


def is_high(risk: Risk, scale: Scale) -> bool:
    """Tell whether a risk is high now."""
    return judged(risk, scale).level is RiskLevel.HIGH


def is_low(risk: Risk, scale: Scale) -> bool:
    """Tell whether a risk is low now and still there: it is watched, no more."""
    return judged(risk, scale).level is RiskLevel.LOW and risk.state is not RiskState.CLOSED


def needs_answer(risk: Risk, scale: Scale) -> bool:
    """Tell whether a high risk still lacks a strategy or an owner."""
    return is_high(risk, scale) and (risk.strategy is None or not risk.owner)


# -- looking at them again


def next_review(risk: Risk, scale: Scale) -> date | None:
    """Return the day agreed on, else so long after the last look as the level says."""
    if risk.state is RiskState.CLOSED:
        return None
    level = judged(risk, scale).level
    if risk.review or risk.reviewed is None or level is None:
        return risk.review
    return months_later(risk.reviewed, REVIEW_MONTHS[level])


def review_horizon(workspace: Workspace, today: date) -> date:
    """Return the day up to which reviews are due: the next meeting, if it is not too far."""
    upcoming = next_meeting(workspace, today)
    ahead = today + timedelta(days=REVIEW_AHEAD)
    return min(upcoming.on, ahead) if upcoming else today


def review_due(risk: Risk, horizon: date, scale: Scale) -> bool:
    """Tell whether a risk is to be looked at again by a day; a closed one is not."""
    day = next_review(risk, scale)
    early = timedelta(0) if risk.review else timedelta(days=REVIEW_EARLY)
    return day is not None and day - early <= horizon


def acceptance_over(risk: Risk, horizon: date) -> bool:
    """Tell whether a risk was accepted until a day that comes before another."""
    accepted = risk.strategy is Strategy.ACCEPT and risk.state is not RiskState.CLOSED
    return accepted and risk.accepted_until is not None and risk.accepted_until <= horizon


def reviewing(key: str, today: date) -> Change:
    """Return the verb that says a risk was looked at: the level says when the next time is."""
    return editing(Risk, key, reviewed=today, review=None)


def accepting(key: str, by: str, why: str, until: date | None) -> Change:
    """Return the verb that accepts a risk: by whom, why, until when."""
    return editing(
        Risk,
        key,
        strategy=Strategy.ACCEPT,
        accepted_by=by,
        accepted_why=why,
        accepted_until=until,
    )


# -- the square


def matrix(
    risks: Iterable[Risk], scale: Scale, moment: Moment = Moment.NOW
) -> Mapping[tuple[int, int], tuple[Risk, ...]]:
    """Return the risks judged for a moment by the degrees (likelihood, impact)."""
    cells: defaultdict[tuple[int, int], list[Risk]] = defaultdict(list)
    for risk in by_level(risks, scale):
        found = judged(risk, scale, moment)
        if found.product:
            cells[found.likelihood, found.impact].append(risk)
    return {place: tuple(found) for place, found in cells.items()}
