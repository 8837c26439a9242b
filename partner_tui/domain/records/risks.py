"""What could go wrong, and the answer to it."""

from datetime import date

from msgspec import Struct

from partner_tui.domain.records.base import Record
from partner_tui.domain.values import Alarm, Moment, Rhythm, RiskFamily, RiskState, Strategy


class Scoring(Struct, frozen=True, kw_only=True):
    """A risk judged once: for which moment, what it came to, when, by whom and why."""

    moment: Moment = Moment.NOW
    likelihood: int = 0
    impact: int = 0
    on: date | None = None
    """None for the score that was there before any of them was dated."""
    by: str = ""
    why: str = ""


class PlanStep(Struct, frozen=True, kw_only=True):
    """What is to be done once the risk is there: by whom, so many days after."""

    text: str = ""
    owner: str = ""
    """A contact's id."""
    organization: str = ""
    days: int = 0


class Asking(Struct, frozen=True, kw_only=True):
    """The trigger asked once: when, in which meeting, the answer, and who noted it."""

    on: date
    yes: bool = False
    by: str = ""
    meeting: str = ""


class Risk(Record, frozen=True, kw_only=True):
    """Cause, event and effect; how likely, how bad, and the answer."""

    cause: str = ""
    event: str = ""
    effect: str = ""
    family: RiskFamily = RiskFamily.OTHER
    likelihood: int = 0
    """1 to 5, whatever the scale that is shown; 0 while it has not been judged."""
    impact: int = 0
    before_likelihood: int = 0
    """As it would be without any measure."""
    before_impact: int = 0
    target_likelihood: int = 0
    """As it should be once the measures are taken."""
    target_impact: int = 0
    scores: tuple[Scoring, ...] = ()
    """Each time it was judged, in order."""
    strategy: Strategy | None = None
    measures: str = ""
    """The measures in a few words; each one is an action born of the risk."""
    accepted_by: str = ""
    accepted_why: str = ""
    accepted_until: date | None = None
    owner: str = ""
    trigger: str = ""
    """A question that yes or no answers."""
    alarm: Alarm | None = None
    """The answer that says it is coming; yes when unsaid."""
    asker: str = ""
    """Who answers it: a contact's id; the owner when empty."""
    asked_every: Rhythm | None = None
    """How often it is asked; every month when unsaid."""
    askings: tuple[Asking, ...] = ()
    contingency: str = ""
    """The plan in a few words."""
    plan: tuple[PlanStep, ...] = ()
    review: date | None = None
    """A day that was agreed on; else the level says when."""
    reviewed: date | None = None
    """When it was looked at last."""
    state: RiskState = RiskState.OPEN
    happened: tuple[date, ...] = ()
    """Each day it came true."""
    origin: str = ""
    """`table/id` of the meeting where it was named."""
    suggestion: str = ""
    """The guide row it started from."""
