"""How serious a risk is, and which ones come first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from partner_tui.domain.meetings import next_meeting
from partner_tui.domain.records import Risk
from partner_tui.domain.values import RiskLevel, RiskState
from partner_tui.domain.workspace import Workspace

MEDIUM_FROM: Final = 6
HIGH_FROM: Final = 12
REVIEW_AHEAD: Final = 35
"""How many days ahead a far meeting lets a review wait."""


def product(risk: Risk) -> int:
    """Return likelihood × impact; 0 while one of them has not been judged."""
    return risk.likelihood * risk.impact


def level(score: int) -> RiskLevel | None:
    """Return the word for a product: low to 5, medium to 11, high from 12; None for 0."""
    if score <= 0:
        return None
    if score < MEDIUM_FROM:
        return RiskLevel.LOW
    return RiskLevel.MEDIUM if score < HIGH_FROM else RiskLevel.HIGH


def by_level(risks: Iterable[Risk]) -> list[Risk]:
    """Return risks from the highest product to those not judged yet, then by number."""
    return sorted(risks, key=lambda risk: (-product(risk), risk.number))


def open_risks(workspace: Workspace) -> list[Risk]:
    """Return the risks that are not closed, the highest first."""
    return by_level(r for r in workspace.alive(Risk) if r.state is not RiskState.CLOSED)


def needs_answer(risk: Risk) -> bool:
    """Tell whether a high risk still lacks a strategy or an owner."""
    return product(risk) >= HIGH_FROM and (risk.strategy is None or not risk.owner)


def review_horizon(workspace: Workspace, today: date) -> date:
    """Return the day up to which reviews are due: the next meeting, if it is not too far."""
    upcoming = next_meeting(workspace, today)
    ahead = today + timedelta(days=REVIEW_AHEAD)
    return min(upcoming.on, ahead) if upcoming else today


def review_due(risk: Risk, horizon: date) -> bool:
    """Tell whether a risk is to be looked at again by a day; a closed one is not."""
    if risk.state is RiskState.CLOSED or risk.review is None:
        return False
    return risk.review <= horizon


def matrix(risks: Iterable[Risk]) -> Mapping[tuple[int, int], tuple[Risk, ...]]:
    """Return the judged risks by (likelihood, impact)."""
    cells: defaultdict[tuple[int, int], list[Risk]] = defaultdict(list)
    for risk in by_level(risks):
        if product(risk):
            cells[risk.likelihood, risk.impact].append(risk)
    return {place: tuple(found) for place, found in cells.items()}
