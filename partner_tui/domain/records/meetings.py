"""What is said and decided when the partners meet."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from partner_tui.domain.records.base import Record
from partner_tui.domain.records.working import Postponement
from partner_tui.domain.values import (
    DecisionHow,
    MeetingKind,
    MeetingState,
    NoteKind,
    OnMinutes,
    TopicState,
)


class MinutesWord(Struct, frozen=True, kw_only=True):
    """One organization's word on minutes that were proposed."""

    said: OnMinutes = OnMinutes.CONFIRMED
    on: date | None = None
    text: str = ""
    """The correction it asks for."""
    by: str = ""
    """Who noted it here."""


class Proposal(Struct, frozen=True, kw_only=True):
    """A version of the minutes as it was proposed; its place in the list is its number."""

    on: date | None = None
    to: str = ""
    by: str = ""
    text: str = ""
    """The minutes without what is private, in Markdown, in the language of the dossier."""
    words: Mapping[str, MinutesWord] = field(default_factory=dict)
    """Organization → what it said of this version; filled in when another one takes its place."""


class Clock(Struct, frozen=True, kw_only=True):
    """The topic that is being timed, and since when."""

    topic: str = ""
    since: str = ""
    """UTC, ISO 8601."""


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
    clock: Clock | None = None
    """The topic whose time is running; None when none is."""
    words: Mapping[str, MinutesWord] = field(default_factory=dict)
    """Organization → its word on the version that is proposed now."""
    versions: tuple[Proposal, ...] = ()
    """Each version that was proposed, then the one that was adopted if its text differs."""


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
    on: date | None = None
    """The day an erratum was added; other lines are of the day of the meeting."""
    who: str = ""
    """Who added an erratum."""


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
