"""What the partners do: objectives, actions, resources, messages, rules, what came of it."""

from datetime import date

from msgspec import Struct

from partner_tui.domain.records.base import Record
from partner_tui.domain.values import (
    ActionState,
    Grouping,
    ResourceKind,
    ResourceStatus,
    Sieve,
    Which,
)


class Reading(Struct, frozen=True, kw_only=True):
    """An indicator read on a day."""

    on: date
    value: str
    note: str = ""


class Objective(Record, frozen=True, kw_only=True):
    """A measurable result."""

    label: str = ""
    baseline: str = ""
    target: str = ""
    indicator: str = ""
    unit: str = ""
    source: str = ""
    owner: str = ""
    due: date | None = None
    readings: tuple[Reading, ...] = ()


class Postponement(Struct, frozen=True, kw_only=True):
    """An old due date and why it moved."""

    due: date | None
    reason: str
    on: date
    by: str = ""


class Move(Struct, frozen=True, kw_only=True):
    """A state that an action came to: when, by whom, and why when it was said."""

    state: ActionState
    on: date
    by: str = ""
    reason: str = ""


class Action(Record, frozen=True, kw_only=True):
    """Something someone does by a date; born anywhere, stored once."""

    text: str = ""
    owner: str = ""
    """A contact's id."""
    organization: str = ""
    start: date | None = None
    due: date | None = None
    state: ActionState = ActionState.TODO
    done_on: date | None = None
    objective: str = ""
    origin: str = ""
    """`table/id` of the record it was born from."""
    topic: str = ""
    """The topic it was promised under."""
    postponements: tuple[Postponement, ...] = ()
    moves: tuple[Move, ...] = ()
    """Each state it came to, in order; a postponement has its move here too."""
    note: str = ""


class Resource(Record, frozen=True, kw_only=True):
    """A means that is needed, and who offers it."""

    what: str = ""
    kind: ResourceKind = ResourceKind.MONEY
    needed_by: str = ""
    offered_by: str = ""
    quantity: str = ""
    in_kind: bool = False
    status: ResourceStatus = ResourceStatus.TO_FIND
    due: date | None = None
    risk: str = ""
    note: str = ""


class Line(Record, frozen=True, kw_only=True):
    """A line of the communication plan."""

    text: str = ""
    audience: str = ""
    channel: str = ""
    rhythm: str = ""
    owner: str = ""
    due: date | None = None
    languages: str = ""
    sent: tuple[date, ...] = ()
    note: str = ""


class Rule(Record, frozen=True, kw_only=True):
    """A ground rule."""

    text: str = ""
    adopted_on: date | None = None


class Success(Record, frozen=True, kw_only=True):
    """Something achieved, and who deserves the credit."""

    text: str = ""
    on: date | None = None
    proof: str = ""
    credit: str = ""
    shared_with: str = ""


class Lesson(Record, frozen=True, kw_only=True):
    """Something learned, misses included."""

    text: str = ""
    on: date | None = None
    context: str = ""


class View(Record, frozen=True, kw_only=True):
    """A filter of all the actions, kept under a name for whoever opens the dossier."""

    label: str = ""
    grouping: Grouping = Grouping.DUE
    which: Which = Which.OPEN
    sieve: Sieve | None = None
    words: str = ""
    """What is typed to narrow the list: words, org:, who:, since:, before:."""
