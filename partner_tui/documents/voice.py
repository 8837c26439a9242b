"""What the records say, in the language of a document."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.documents import words
from partner_tui.domain.meetings import Upcoming
from partner_tui.domain.outdating import then
from partner_tui.domain.records import Contact, Meeting, Organization, Record
from partner_tui.domain.text import clean, listed
from partner_tui.domain.translating import inner_key
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

OLD: Final = N_("[traduction à revoir\u00a0: le texte a changé]")
OPAQUE: Final = re.compile(r"[0-9a-f]{32}")
"""An id that means nothing to a person."""


class Voice(Struct, frozen=True):
    """One language speaking for a workspace."""

    workspace: Workspace
    t: Translator
    marked: bool = False
    """Say after a text that it exists in the other language only."""
    long: bool = False
    """Write dates in full, as documents do."""

    def for_document(self) -> Voice:
        """Return the voice that documents use: texts marked, dates in full."""
        return replace(self, marked=True, long=True)

    def say(self, message: str, **values: str) -> str:
        """Return a message in this language with its blanks filled in."""
        return self.t.text(message).format(**values)

    def colon(self, label: str, text: str) -> str:
        """Return a label and what it introduces."""
        return self.say(N_("{label}\u00a0: {text}"), label=label, text=text)

    def titled(self, kind: str) -> str:
        """Return a document's title: what it is and of which partnership."""
        return " — ".join(filter(None, (kind, self.name(self.workspace.partnership))))

    def words(self, record: Record, field: str) -> str:
        """Return a free text field of a record, marked when it is not in this language."""
        found, foreign = self._field(record, field)
        return self.mark(found) if foreign else self.dated(found, record, field)

    def name(self, record: Record, field: str = "name") -> str:
        """Return a name or a title, translated where it was; names need no mark."""
        return self._field(record, field)[0]

    def inner(self, record: Record, field: str, own: str) -> str:
        """Return a text of a list inside a record, marked when it is not in this language."""
        own = clean(own).strip()
        translated = self.translation(record, inner_key(field, own))
        return translated or (self.mark(own) if self.is_foreign else own)

    def _field(self, record: Record, field: str) -> tuple[str, bool]:
        original = clean(str(getattr(record, field))).strip()
        translated = self.translation(record, field) if original else ""
        return (translated, False) if translated else (original, self.is_foreign)

    def translation(self, record: Record, field: str) -> str:
        """Return what was written for this language; nothing in the dossier's own."""
        if not self.is_foreign:
            return ""
        return clean(record.translations.get(self.t.language, {}).get(field, "")).strip()

    @property
    def is_foreign(self) -> bool:
        """True when the dossier is written in another language than this one."""
        return self.t.language != self.workspace.partnership.language

    def mark(self, text: str) -> str:
        """Return a text followed by the only language it exists in, where marks are asked for."""
        only = self.t.only(self.workspace.partnership.language)
        spoken = self.marked and any(map(str.isalpha, text))
        return f"{text} {only}" if spoken and only else text

    def dated(self, text: str, record: Record, field: str) -> str:
        """Return a translation, marked, where marks are asked for, when its original changed."""
        old = self.marked and self.is_foreign and then(record, field, self.t.language)
        return f"{text} {self.t.text(OLD)}" if text and old else text

    def place(self, upcoming: Upcoming) -> str:
        """Return where the next meeting is, as its minutes or those before it say."""
        meeting = self.workspace.find(Meeting, upcoming.meeting)
        if meeting is not None:
            return self.name(meeting, "place")
        before = (m for m in self.workspace.alive(Meeting) if m.next_on == upcoming.on)
        last = next((m for m in before if m.next_place == upcoming.place), None)
        return self.name(last, "next_place") if last else clean(upcoming.place)

    def day(self, value: date | None) -> str:
        """Return a date, in full in a document and short on a screen."""
        return self.t.day(value) if self.long else words.day(value)

    def hour(self, value: str) -> str:
        """Return an hour such as 12:00 the way this language writes it; other text as it is."""
        if self.t.language != "fr" or not re.fullmatch(r"[0-2]?[0-9]:[0-5][0-9]", value):
            return clean(value)
        hours, _, minutes = value.partition(":")
        written = f"{int(hours)}{words.NBSP}h"
        return written if minutes == "00" else f"{written}{words.NBSP}{minutes}"

    def contact(self, key: str) -> str:
        """Return a contact as role and organization, never by the holder's name if it can be."""
        contact = self.workspace.find(Contact, key)
        if contact is None:
            return "" if OPAQUE.fullmatch(key) else clean(key)
        title = self.name(contact, "role") or clean(contact.holder)
        place = self.organization(contact.organization, short=True)
        return f"{title} · {place}" if place else title

    def person(self, key: str) -> str:
        """Return a contact as a sentence names it: role (organization)."""
        contact = self.workspace.find(Contact, key)
        if contact is None:
            return self.contact(key)
        title = self.name(contact, "role") or clean(contact.holder)
        place = self.organization(contact.organization)
        return f"{title} ({place})" if place else title

    def organization(self, key: str, *, short: bool = False) -> str:
        """Return an organization's name, or its short one."""
        organization = self.workspace.find(Organization, key)
        if organization is None:
            return "" if OPAQUE.fullmatch(key) else clean(key)
        return (self.name(organization, "short") if short else "") or self.name(organization)

    def contacts(self, keys: tuple[str, ...]) -> str:
        """Return several contacts on a line."""
        return listed(map(self.contact, keys))
