"""The records of a dossier: frozen, compared by value, keyed by an opaque id."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from partner_tui.domain.values import (
    ActionState,
    Agreement,
    AnswerState,
    DecisionHow,
    Function,
    MeetingKind,
    MeetingState,
    NoteKind,
    OrganizationKind,
    Province,
    Reply,
    ResourceKind,
    ResourceStatus,
    Rhythm,
    RiskFamily,
    RiskState,
    Stage,
    Strategy,
    TopicState,
)


def new_id() -> str:
    """Return an id that no other dossier uses."""
    return uuid.uuid4().hex


class Record(Struct, frozen=True, kw_only=True):
    """What every record carries."""

    id: str
    number: int = 0
    """The short number people cite (R3, S12, D7); 0 where none is used."""
    revision: int = 0
    by: str = ""
    """Who changed it last."""
    at: str = ""
    """When it changed last, UTC, ISO 8601."""
    private: bool = False
    archived: bool = False
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Other languages: language → field → text."""


class Partnership(Record, frozen=True, kw_only=True):
    """The partnership itself; one a dossier, its id is `partnership`."""

    id: str = "partnership"
    name: str = ""
    province: Province = Province.ONTARIO
    language: str = "fr"
    """The language of the texts that people type, and of documents by default."""
    stage: Stage = Stage.EXPLORATION
    start: date | None = None
    summary: str = ""
    rhythm: Rhythm = Rhythm.MONTHLY
    """How often the partners meet."""


class Organization(Record, frozen=True, kw_only=True):
    """A party to the partnership."""

    name: str = ""
    short: str = ""
    """A word or two for narrow columns."""
    kind: OrganizationKind = OrganizationKind.COMMUNITY
    mandate: str = ""
    reply: Reply = Reply.WAITING
    note: str = ""


class Contact(Record, frozen=True, kw_only=True):
    """A role in an organization, held by a person for a time."""

    role: str = ""
    organization: str = ""
    holder: str = ""
    functions: tuple[Function, ...] = ()
    email: str = ""
    phone: str = ""
    language: str = ""
    since: date | None = None
    until: date | None = None
    consent_on: date | None = None
    """The day the person agreed to be listed."""
    note: str = ""


class Response(Struct, frozen=True, kw_only=True):
    """Words in answer to a question: one tuple of canonical strings for each of its parts."""

    values: tuple[tuple[str, ...], ...] = ()
    note: str = ""


class Answer(Record, frozen=True, kw_only=True):
    """What was answered to a guide question; its id is the question's."""

    response: Response = Response()
    positions: Mapping[str, Response] = field(default_factory=dict)
    """One response for each organization or objective, by its id."""
    state: AnswerState = AnswerState.OPEN


class Tick(Record, frozen=True, kw_only=True):
    """One list item done or scored; its id is the item's."""

    value: int = 0
    ticked_on: date | None = None
    ticked_by: str = ""
    note: str = ""


class Item(Record, frozen=True, kw_only=True):
    """A list item that this partnership added to a list of the guide."""

    checklist: str = ""
    label: str = ""


class Check(Record, frozen=True, kw_only=True):
    """A list as it stood on a day, kept to see the trend."""

    checklist: str = ""
    on: date | None = None
    rows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Item → organization (or "") → value."""
    comment: str = ""


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


class Word(Struct, frozen=True, kw_only=True):
    """One organization's word on a version of the statement, or on minutes."""

    agreement: Agreement = Agreement.DRAFT
    on: date | None = None
    comment: str = ""


class Meeting(Record, frozen=True, kw_only=True):
    """The frame of a meeting; decisions, actions and notes point to it."""

    kind: MeetingKind = MeetingKind.MONTHLY
    on: date | None = None
    start: str = ""
    end: str = ""
    place: str = ""
    present: tuple[str, ...] = ()
    excused: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    chair: str = ""
    scribe: str = ""
    timeline: str = ""
    """Does the timeline still hold?"""
    next_on: date | None = None
    next_start: str = ""
    next_place: str = ""
    state: MeetingState = MeetingState.DRAFT
    sent_on: date | None = None
    sent_to: str = ""
    adopted_on: date | None = None
    closed_on: date | None = None
    """When it was settled what carries over to the next one."""
    cancelled: str = ""
    """Why it was not held; empty for a meeting that is."""
    postponed: tuple[Postponement, ...] = ()
    """Each day it was planned for before, and why it moved."""
    planned: Mapping[str, int] = field(default_factory=dict)
    """Item of the agenda → its minutes, where they are not the usual ones."""
    spent: Mapping[str, int] = field(default_factory=dict)
    """Topic → the seconds it took."""
    words: Mapping[str, Word] = field(default_factory=dict)
    """Organization → its word on the minutes."""


class Topic(Record, frozen=True, kw_only=True):
    """A subject of the meetings, which stays until someone ends it."""

    title: str = ""
    minutes: int = 0
    """How long it should take; 0 for the usual time."""
    state: TopicState = TopicState.OPEN
    opened_in: str = ""
    """The meeting where it was born."""
    ended_in: str = ""
    """The meeting where it was ended or parked."""
    reopened_in: str = ""
    """The meeting where it was taken up again last."""
    skips: tuple[str, ...] = ()
    """The meetings after which it sat one out."""


class Note(Record, frozen=True, kw_only=True):
    """A line written under a heading of the minutes."""

    meeting: str = ""
    kind: NoteKind = NoteKind.NEWS
    topic: str = ""
    """The topic it is about."""
    text: str = ""


class Decision(Record, frozen=True, kw_only=True):
    """What was decided, how, and whether it still holds."""

    text: str = ""
    meeting: str = ""
    topic: str = ""
    """The topic it was taken under."""
    on: date | None = None
    how: DecisionHow = DecisionHow.CONSENSUS
    who: str = ""
    superseded_by: str = ""


class Statement(Record, frozen=True, kw_only=True):
    """A frozen version of the statement; its number is the version."""

    on: date | None = None
    reason: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Language → the frozen text, in Markdown."""
    sent_on: date | None = None
    words: Mapping[str, Word] = field(default_factory=dict)
    """Organization → its word."""
