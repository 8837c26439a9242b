"""What could go wrong, and the answer to it."""

from __future__ import annotations

from datetime import date

from partner_tui.domain.records.base import Record
from partner_tui.domain.values import RiskFamily, RiskState, Strategy


class Risk(Record, frozen=True, kw_only=True):
    """Cause, event and effect; how likely, how bad, and the answer."""

    cause: str = ""
    event: str = ""
    effect: str = ""
    family: RiskFamily = RiskFamily.OTHER
    likelihood: int = 0
    """1 to 5; 0 while it has not been judged."""
    impact: int = 0
    strategy: Strategy | None = None
    measures: str = ""
    owner: str = ""
    trigger: str = ""
    contingency: str = ""
    review: date | None = None
    state: RiskState = RiskState.OPEN
    suggestion: str = ""
    """The guide row it started from."""
