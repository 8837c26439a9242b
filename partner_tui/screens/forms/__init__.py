"""The forms of the records: which fields, in which order, under which headings."""

from __future__ import annotations

from collections.abc import Mapping

from partner_tui.domain.records import Record
from partner_tui.screens.forms import meetings, parties, risks, working
from partner_tui.screens.forms.blanks import Blank, Form

__all__ = ["FORMS", "Blank", "Form"]

FORMS: Mapping[type[Record], Form] = {
    **parties.FORMS,
    **risks.FORMS,
    **meetings.FORMS,
    **working.FORMS,
}
"""Record type → its form."""
