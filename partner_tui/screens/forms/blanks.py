"""What forms are made of: blanks, and the headings between them."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from partner_tui.documents.words import ScaleKind
from partner_tui.domain.questions import Kind
from partner_tui.domain.records import Record
from partner_tui.i18n import N_


class Blank(Struct, frozen=True):
    """One field of a form."""

    name: str
    label: str
    kind: Kind = Kind.LINE
    values: type[StrEnum] | None = None
    scale: ScaleKind | None = None
    """For a judgement from 1 to 5."""
    table: type[Record] | None = None
    """For a link to another record than a person or an organization."""
    hint: str = ""


class Form(Struct, frozen=True):
    """The form of a kind of record."""

    title: str
    name: str
    """The field that names the record."""
    rows: tuple[Blank | str, ...] = field(default=())
    """Blanks, and the headings between them."""


NOBODY = N_("ne nommez personne qui reçoit des services")
PRIVATE = Blank("private", N_("Privé"), Kind.FLAG, hint=N_("reste hors des copies et des exports"))
