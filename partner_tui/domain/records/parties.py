"""Who the partners are: the partnership, its organizations, their contacts."""

from datetime import date

from msgspec import Struct

from partner_tui.domain.records.base import Record
from partner_tui.domain.values import (
    Function,
    OrganizationKind,
    Province,
    Reply,
    Rhythm,
    RiskScale,
    Stage,
)


class Heading(Struct, frozen=True, kw_only=True):
    """A heading of the agenda's template."""

    key: str = ""
    """A kind of item, or the id of one that the partners added."""
    title: str = ""
    """Their own title; the usual one when empty."""
    minutes: int = 0
    """0 for a time that goes by what there is to look at."""
    off: bool = False
    """True when it is left out of the agenda."""


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
    scale: RiskScale = RiskScale.FIVE
    """In how many degrees they judge their risks; what was judged in five is never lost."""
    agenda: tuple[Heading, ...] = ()
    """The template of the agenda; empty for the usual one."""


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
