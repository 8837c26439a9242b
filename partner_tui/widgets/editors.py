"""Which widget fills a blank, and what helps the person to fill it."""

from __future__ import annotations

from datetime import date

from partner_tui.domain.forms import Field
from partner_tui.domain.questions import Kind
from partner_tui.domain.text import one_line
from partner_tui.i18n import N_, _
from partner_tui.widgets.choice_fields import SEVERAL, ChoiceField, Chooser, MultiField
from partner_tui.widgets.fields import Editor
from partner_tui.widgets.typing_fields import LineField, TextField

LABEL = 18
"""Columns of a label."""

_HELP = {
    Kind.DATE: N_("30 nov, 2026-11-30, jeudi, demain ou +7"),
    Kind.LIST: N_("une ligne pour chaque élément"),
    Kind.FLAG: N_("espace\u00a0: oui ou non"),
}
_ONE = N_("espace ou lettre\u00a0: choisir, ⏎\u00a0: la liste, retour arrière\u00a0: vider")
_SEVERAL = N_("⏎\u00a0: cocher dans la liste, retour arrière\u00a0: vider")


def editor_for(field: Field, today: date) -> Editor:
    """Return the widget that fills a blank."""
    kind = field.part.kind
    if kind in (Kind.TEXT, Kind.LIST):
        return TextField(field, today)
    if kind in (Kind.LINE, Kind.DATE, Kind.AMOUNT, Kind.NUMBER):
        return LineField(field, today)
    if kind is Kind.RECORDS:
        raise ValueError("records are listed, they are no blank to fill")
    return MultiField(field, today) if kind in SEVERAL else ChoiceField(field, today)


def help_for(editor: Editor) -> str:
    """Return what helps to fill a field: its hint, what was understood, its keys."""
    part = editor.field.part
    keys = _SEVERAL if part.kind in SEVERAL else _ONE if isinstance(editor, Chooser) else ""
    keys = _HELP.get(part.kind, keys)
    label = one_line(part.label) if len(part.label) > LABEL else ""
    said = editor.understood() or _(keys)
    return " · ".join(filter(None, (label, one_line(part.hint), said)))
