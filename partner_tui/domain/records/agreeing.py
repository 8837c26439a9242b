"""What was agreed: each organization's word, the frozen statements."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from partner_tui.domain.records.base import Record
from partner_tui.domain.values import Agreement


class Word(Struct, frozen=True, kw_only=True):
    """One organization's word on a version of the statement."""

    agreement: Agreement = Agreement.DRAFT
    on: date | None = None
    comment: str = ""


class Statement(Record, frozen=True, kw_only=True):
    """A frozen version of the statement; its number is the version."""

    on: date | None = None
    reason: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Language → the frozen text, in Markdown."""
    sent_on: date | None = None
    words: Mapping[str, Word] = field(default_factory=dict)
    """Organization → its word."""
