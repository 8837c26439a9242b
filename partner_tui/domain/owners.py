"""Whom a few words name: a role, with or without its organization, or an organization."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from enum import IntEnum
from typing import Final

from msgspec import Struct

from partner_tui.domain.records import Contact, Organization
from partner_tui.domain.text import fold
from partner_tui.domain.workspace import Workspace

SHORTEST: Final = 2
"""Letters that a first word needs."""
SURE: Final = 4
"""Letters that a beginning needs further on, so that no word of the sentence is taken."""

_WORDS: Final = re.compile(r"[^\W_]+")


class Found(Struct, frozen=True):
    """Whom words name; several when they could be any of these."""

    said: str = ""
    """The words, as they were typed."""
    words: int = 0
    """How many of them were used."""
    contacts: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    home: str = ""
    """The organization of the only contact."""

    @property
    def sure(self) -> bool:
        """True when there is exactly one."""
        return len(self.contacts) + len(self.organizations) == 1

    @property
    def owner(self) -> str:
        """The contact's id, when it is the only one."""
        return self.contacts[0] if self.sure and self.contacts else ""

    @property
    def organization(self) -> str:
        """The organization's id, or that of the contact."""
        return self.organizations[0] if self.sure and self.organizations else self.home


NOBODY: Final = Found()


class Fit(IntEnum):
    """How well words name someone."""

    BEGINNING = 0
    WORD = 1
    FIRST = 2
    WHOLE = 3


class _Name(Struct, frozen=True):
    """Words that name a record; those after `own` only help to tell it from another."""

    record: Contact | Organization
    words: tuple[str, ...]
    own: int


def find(words: Sequence[str], workspace: Workspace, day: date) -> Found:
    """Return whom the first words name, using as many of them as still name someone."""
    typed = [tuple(_WORDS.findall(fold(word))) for word in words]
    if not typed or not typed[0]:
        return NOBODY
    paths = [(name, path) for name in _names(workspace, day) if (path := _begin(name, typed[0]))]
    used = 1
    while paths and used < len(typed) and typed[used] and words[used - 1][-1:] not in ",;:.":
        further = [(n, way) for n, path in paths if (way := _rest(n, path, typed[used]))]
        if not further:
            break
        paths, used = further, used + 1
    return _best(paths, typed[:used], " ".join(words[:used]), used)


def _names(workspace: Workspace, day: date) -> Iterator[_Name]:
    homes = {o.id: o for o in workspace.alive(Organization)}
    for contact in workspace.alive(Contact):
        if contact.until and contact.until < day:
            continue
        home = homes.get(contact.organization)
        after = _split(home.short or home.name) if home else ()
        for own in map(_split, named(contact)):
            yield _Name(contact, own + after, len(own))
    for organization in homes.values():
        for own in {*map(_split, named(organization))}:
            yield _Name(organization, own, len(own))


def named(record: Contact | Organization) -> list[str]:
    """Return all that someone is called, in each language."""
    fields = ("role", "holder") if isinstance(record, Contact) else ("short", "name")
    own = [str(getattr(record, field)) for field in fields]
    other = [said.get(field, "") for said in record.translations.values() for field in fields]
    return [name for name in dict.fromkeys((*own, *other)) if _split(name)]


def _split(text: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(fold(text)))


def _begin(name: _Name, typed: tuple[str, ...]) -> tuple[int, ...]:
    """Return where the first typed word stands in a name; exact words before beginnings."""
    own = name.words[: name.own]
    places = [i for i, word in enumerate(own) if word == typed[0]]
    if len(typed[0]) >= SHORTEST:
        places += [i for i, word in enumerate(own) if word.startswith(typed[0])]
    return _rest(name, (places[0],), typed[1:]) if places else ()


def _rest(name: _Name, path: tuple[int, ...], typed: tuple[str, ...]) -> tuple[int, ...]:
    """Return the path made longer by these words, or nothing when one does not follow."""
    for word in typed:
        after = range(path[-1] + 1, len(name.words))
        place = next((i for i in after if _follows(name.words[i], word, i == path[-1] + 1)), None)
        if place is None:
            return ()
        path = (*path, place)
    return path


def _follows(known: str, typed: str, next_to: bool) -> bool:
    if known == typed:
        return next_to or len(typed) >= SURE
    return len(typed) >= SURE and known.startswith(typed)


def _best(
    paths: Sequence[tuple[_Name, tuple[int, ...]]],
    typed: Sequence[tuple[str, ...]],
    said: str,
    used: int,
) -> Found:
    flat = [word for words in typed for word in words]
    fits = [(_fit(name, path, flat), name.record) for name, path in paths]
    top = max((fit for fit, _record in fits), default=Fit.BEGINNING)
    best = {record.id: record for fit, record in fits if fit is top}
    contacts = [record for record in best.values() if isinstance(record, Contact)]
    organizations = [record for record in best.values() if isinstance(record, Organization)]
    alone = len(best) == 1 and bool(contacts)
    return Found(
        said,
        used,
        tuple(contact.id for contact in contacts),
        tuple(organization.id for organization in organizations),
        contacts[0].organization if alone else "",
    )


def _fit(name: _Name, path: tuple[int, ...], typed: Sequence[str]) -> Fit:
    if tuple(typed) in (name.words, name.words[: name.own]):
        return Fit.WHOLE
    if name.words[path[0]] != typed[0]:
        return Fit.BEGINNING
    return Fit.FIRST if path[0] == 0 else Fit.WORD
