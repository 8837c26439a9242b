"""What was answered to the guide: questions and lists."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from partner_tui.domain.records.base import Record
from partner_tui.domain.values import AnswerState


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
