"""What may leave the dossier, and how what may not is counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from partner_tui.domain.records import Record
from partner_tui.i18n import Translator

R = TypeVar("R", bound=Record)


def public(records: Sequence[R]) -> list[R]:
    """Return the records that may leave the dossier."""
    return [record for record in records if not record.private]


def left_out(count: int, t: Translator) -> str:
    """Say how many private lines a document leaves out."""
    return t.plural(
        "{n}\u00a0élément privé laissé de côté",
        "{n}\u00a0éléments privés laissés de côté",
        count,
    )
