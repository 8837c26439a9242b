"""What the lines of a meeting are made from, and the pieces they share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec import Struct, field

from partner_tui.commands import first_key
from partner_tui.documents.voice import Voice
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Contact, Meeting, Record
from partner_tui.domain.workspace import TABLE_OF, Workspace
from partner_tui.i18n import N_, Translator
from partner_tui.widgets.lines import Cell, Line, heading

INDENT: Final = 2


class View(Struct, frozen=True):
    """What the lines of a meeting are made from."""

    workspace: Workspace
    meeting: Meeting
    today: date
    t: Translator
    fresh: frozenset[str] = frozenset()
    """Keys of the lines that were just noted."""
    keymap: Mapping[str, str] = field(default_factory=dict)
    """The keys that the settings changed."""
    now: str = ""
    """The moment up to which a running clock counts."""
    guide: Guide = field(default_factory=lambda: Guide(language="fr"))
    """The questions that an agenda takes up."""

    @property
    def voice(self) -> Voice:
        """The words of the records."""
        return Voice(self.workspace, self.t)

    def key(self, command: str) -> str:
        """Return the key of a command of the meeting."""
        return first_key(f"meeting.{command}", self.keymap)


def key_of(record: Record) -> str:
    """Return the key of the line that shows a record."""
    return f"{TABLE_OF[type(record)]}/{record.id}"


def titled(view: View, text: str, *keys: tuple[str, str]) -> Line:
    """Return a heading with, at the right, the keys that act under it."""
    cells: list[Cell] = []
    for key, does in keys:
        cells += [Cell(f"  {key}", "accent"), Cell(f" {view.t.text(does)}", "dim")]
    return heading(view.t.text(text), *cells)


def indent() -> Cell:
    """Return the blank before a line."""
    return Cell("", "", INDENT)


def plain(text: str, key: str, style: str = "") -> Line:
    """Return a line of words alone."""
    return Line((indent(), Cell(text, style, None)), key=key)


def mark(view: View, record: Record) -> Cell:
    """Return the sign of a line that was just noted."""
    return Cell("+" if key_of(record) in view.fresh else "", "good", INDENT)


def private(view: View, record: Record) -> tuple[Cell, ...]:
    """Return the sign of a line that stays out of copies."""
    return (Cell("  ⌂ " + view.t.text(N_("privé")), "dim"),) if record.private else ()


def role(view: View, key: str) -> str:
    """Return the role of a contact, without its organization."""
    contact = view.workspace.find(Contact, key)
    return view.voice.name(contact, "role") if contact else view.voice.contact(key)
