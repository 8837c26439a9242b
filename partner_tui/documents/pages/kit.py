"""What every page is made with: its options, its voice, headings and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.documents import words
from partner_tui.documents.privacy import left_out, public
from partner_tui.documents.statement_writer import labelled
from partner_tui.documents.voice import Voice
from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Rule,
    Table,
    inline,
    paragraph,
)
from partner_tui.domain.meetings import next_meeting
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Contact, Meeting, Objective, Record
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

R = TypeVar("R", bound=Record)


class Options(Struct, frozen=True, kw_only=True):
    """How a page is asked for."""

    today: date
    private: bool = False
    """Let what is marked private in."""
    number: int = 0
    """Which minutes or which version; 0 for the last ones, or the text as it stands."""
    letterhead: str = ""
    """The name block of the organization that sends it."""
    logo: bytes = b""


class Sheet(Struct, frozen=True):
    """A page being written: who speaks, what the guide asks, what was asked for."""

    voice: Voice
    guide: Guide
    options: Options
    source: Workspace
    """The dossier as it is, to count what the page leaves out."""

    @property
    def workspace(self) -> Workspace:
        """The dossier that speaks."""
        return self.voice.workspace

    @property
    def t(self) -> Translator:
        """The words of the page's language."""
        return self.voice.t

    @property
    def today(self) -> date:
        """The day the page is written."""
        return self.options.today

    def document(self, title: str, blocks: Iterable[Block]) -> Document:
        """Return the page: what it is, then of which partnership."""
        return Document(self.voice.titled(self.t.text(title)), self.t.language, tuple(blocks))

    def heading(self, title: str, level: int = 2) -> Heading:
        """Return a title of the program's own words."""
        return Heading(level, inline(self.t.text(title)))

    def facts(self, named: dict[str, str]) -> list[Block]:
        """Return a labelled line for each thing that is known."""
        return [labelled(self.voice, self.t.text(k), text) for k, text in named.items() if text]

    def table(self, names: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
        """Return rows of plain cells under translated names."""
        header = tuple(inline(self.t.text(name)) for name in names)
        return Table(header, tuple(tuple(map(inline, row)) for row in rows))

    def compact(self, names: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
        """Return the same without the columns that hold nothing."""
        kept = [n for n in range(len(names)) if any(row[n] for row in rows)]
        return self.table([names[n] for n in kept], [[row[n] for n in kept] for row in rows])

    def shown(self, kind: type[R]) -> list[R]:
        """Return the living records of a kind that may leave the dossier."""
        return public(self.workspace.alive(kind))

    def coming(self) -> str:
        """Return when and where the next meeting is, or nothing."""
        found = next_meeting(self.workspace, self.today)
        if found is None:
            return ""
        voice = self.voice
        return ", ".join(
            filter(None, (voice.day(found.on), voice.hour(found.start), voice.place(found)))
        )

    def who(self, contact: str, organization: str = "") -> str:
        """Return a contact in a few words, else an organization."""
        return self.voice.contact(contact) or self.voice.organization(organization, short=True)

    def cite(self, record: Record, text: str) -> str:
        """Return a record's short number and its words."""
        return " ".join(filter(None, (words.cite(record, self.t), text)))


def sheet(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Sheet:
    """Return a page ready to be written, private records let in or kept out as asked."""
    voice = Voice(presented(workspace, options), t).for_document()
    return Sheet(voice, guide, options, workspace)


def presented(workspace: Workspace, options: Options) -> Workspace:
    """Return the dossier as a page may tell it.

    With private notes, nothing is private any more. Without them, a private contact keeps only its
    role, and private meetings and objectives, which others point to, are not there at all.
    """
    change = _revealed if options.private else _hidden
    tables = {
        name: {key: change(record) for key, record in table.items()}
        for name, table in workspace.tables.items()
    }
    return replace(workspace, tables=tables)


def _revealed(record: Record) -> Record:
    return replace(record, private=False) if record.private else record


def _hidden(record: Record) -> Record:
    if not record.private:
        return record
    if isinstance(record, Contact):
        return replace(record, holder="", email="", phone="", note="")
    return replace(record, archived=True) if isinstance(record, Meeting | Objective) else record


def lines(texts: Iterable[str]) -> list[Block]:
    """Return a bullet list of literal texts, or nothing."""
    items = tuple((paragraph(text),) for text in texts if text)
    return [Bullets(items)] if items else []


def said(text: str) -> Paragraph:
    """Return a sentence of the program about the page itself."""
    return Paragraph(inline(text, emphasis=True))


def hidden(page: Sheet, *kinds: type[Record]) -> list[Block]:
    """Say how many private records of these kinds the page leaves out."""
    if page.options.private:
        return []
    count = sum(record.private for kind in kinds for record in page.source.alive(kind))
    return [Rule(), said(left_out(count, page.t))] if count else []


def nothing(page: Sheet, sentence: str = N_("Rien de noté pour l'instant.")) -> Block:
    """Say that there is nothing to show."""
    return Paragraph(inline(page.t.text(sentence)), missing=True)
