"""What was agreed: the frozen statements, to whom they were sent, each organization's word."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from partner_tui.domain.records.base import Record
from partner_tui.domain.values import Stance, Way


class Word(Struct, frozen=True, kw_only=True):
    """One organization's word on a version of the statement."""

    stance: Stance
    on: date | None = None
    speaker: str = ""
    """The contact who spoke for it."""
    comment: str = ""
    """What it says; a reservation always says which."""
    given_on: str = ""
    """The version it was first given on, when the same text was frozen again."""


class Sending(Struct, frozen=True, kw_only=True):
    """Once that a version was sent."""

    on: date | None = None
    to: tuple[str, ...] = ()
    """Organizations and contacts; empty when it was not noted to whom."""
    way: Way | None = None


class Source(Struct, frozen=True, kw_only=True):
    """An answer as it was when a version was frozen."""

    words: Mapping[str, str] = field(default_factory=dict)
    """Language → what it said."""
    by: str = ""
    at: str = ""


class Statement(Record, frozen=True, kw_only=True):
    """A frozen version of the statement; its number is the version."""

    on: date | None = None
    reason: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Language → the frozen text, in Markdown."""
    fingerprint: str = ""
    """SHA-256 of the texts, taken when they were frozen."""
    erased: bool = False
    """True when a person's name was erased from the texts, and their fingerprint taken again."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    """Question → its answer then; empty when the version is older than this memory."""
    sendings: tuple[Sending, ...] = ()
    words: Mapping[str, Word] = field(default_factory=dict)
    """Organization → its word; one that is not there is silent."""
