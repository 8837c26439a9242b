"""Forget a person for good: the role stays, the name and what leads to the person go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.changes import Entry, RecordChange
from partner_tui.domain.records import Contact, Statement
from partner_tui.domain.sealing import erased
from partner_tui.domain.text import fold, one_line
from partner_tui.domain.workspace import Workspace

T = TypeVar("T")

CLEARED: Final[Mapping[str, Any]] = {
    "holder": "",
    "functions": (),
    "email": "",
    "phone": "",
    "language": "",
    "since": None,
    "until": None,
    "consent_on": None,
    "note": "",
    "translations": {},
    "outdated": {},
}
"""The fields of a contact that tell of the person, and what they hold afterwards."""
_KEPT: Final = frozenset({"id", "at", "table", "verb", "when"})
_SHORTEST: Final = 3


class Person(Struct, frozen=True):
    """A contact to forget: where it stands, the role that stays, the words that go."""

    id: str
    role: str
    name: str
    """What is typed to confirm: the name, or the role of a contact without one."""
    pattern: re.Pattern[str] | None
    """Finds the full name, the address and the number wherever they are written."""
    parts: re.Pattern[str] | None
    """Finds a first or a last name alone, which may be someone else's."""


def person(contact: Contact, fallback: str, history: Iterable[Entry] = ()) -> Person:
    """Return who stands or once stood behind a contact; a role that is empty gets a word."""
    holders, ways = {one_line(contact.holder)}, {one_line(contact.email), one_line(contact.phone)}
    for values in _sides(contact.id, history):
        holders.add(one_line(str(values.get("holder", ""))))
        ways |= {one_line(str(values.get(name, ""))) for name in ("email", "phone")}
    role = one_line(contact.role) or fallback
    parts = [part for holder in holders for part in holder.split()]
    name = one_line(contact.holder) or role
    return Person(contact.id, role, name, _finding([*holders, *ways]), _finding(parts))


def _sides(key: str, history: Iterable[Entry]) -> Iterator[Mapping[str, Any]]:
    """Yield what the history says a contact held."""
    for entry in history:
        for change in entry.changes:
            if (change.table, change.id) == ("contacts", key):
                yield from filter(None, (change.before, change.after))


def _finding(words: list[str]) -> re.Pattern[str] | None:
    """Return a pattern for any of some words, whatever their capitals and spaces."""
    long = sorted((word for word in words if len(word) >= _SHORTEST), key=len, reverse=True)
    if not long:
        return None
    either = "|".join(r"\s+".join(map(re.escape, word.split())) for word in long)
    return re.compile(rf"(?<!\w)(?<!\w-)(?:{either})(?!\w)(?!-\w)", re.IGNORECASE)


def is_confirmed(someone: Person, typed: str) -> bool:
    """Tell whether the name that was typed is the person's."""
    return bool(typed.strip()) and fold(one_line(typed)) == fold(someone.name)


def forgetting(workspace: Workspace, someone: Person) -> Workspace:
    """Return the workspace with the role in place of the person, everywhere."""
    tables: dict[str, dict[str, Any]] = {
        name: {key: without(record, someone) for key, record in records.items()}
        for name, records in workspace.tables.items()
    }
    for key, version in workspace.table(Statement).items():
        tables["statements"][key] = erased(version, tables["statements"][key])
    contact = tables.get("contacts", {}).get(someone.id)
    if contact is not None:
        tables["contacts"][someone.id] = replace(
            contact, role=someone.role, archived=True, **CLEARED
        )
    return replace(workspace, tables=tables)


def without(value: T, someone: Person) -> T:
    """Return a value, at any depth, with the role where the person was named."""
    found: Any = value
    if someone.pattern is None:
        return value
    match found:
        case str():
            found = someone.pattern.sub(lambda _match: someone.role, found)
        case tuple():
            found = tuple(without(item, someone) for item in found)
        case Mapping():
            found = {
                key: item if key in _KEPT else without(item, someone) for key, item in found.items()
            }
        case Struct():
            names = (name for name in found.__struct_fields__ if name not in _KEPT)
            found = replace(
                found, **{name: without(getattr(found, name), someone) for name in names}
            )
    return value if found == value else found


def entry_without(entry: Entry, someone: Person) -> Entry:
    """Return a line of the history that no longer tells of the person."""
    changes = tuple(_change_without(change, someone) for change in entry.changes)
    return replace(entry, who=without(entry.who, someone), changes=changes)


def _change_without(change: RecordChange, someone: Person) -> RecordChange:
    before, after = (_side(change, side, someone) for side in (change.before, change.after))
    if before is not None and after is not None:
        names = [name for name in after if before[name] != after[name]]
        before, after = ({name: side[name] for name in names} for side in (before, after))
    return replace(change, before=before, after=after)


def _side(
    change: RecordChange, side: Mapping[str, Any] | None, someone: Person
) -> dict[str, Any] | None:
    if side is None:
        return None
    found = dict(without(side, someone))
    if (change.table, change.id) == ("contacts", someone.id):
        found |= {name: empty for name, empty in CLEARED.items() if name in found}
    if change.table == "statements" and "texts" in side:
        now = erased(Statement(id=change.id, **side), Statement(id=change.id, **found))
        found |= {name: getattr(now, name) for name in ("fingerprint", "erased") if name in found}
    return found


def mentions(workspace: Workspace, someone: Person) -> Iterator[tuple[str, str]]:
    """Yield the table and id of records where a first or last name alone is still written."""
    if someone.parts is None:
        return
    for table, records in workspace.tables.items():
        for key, record in records.items():
            if someone.parts.search(" ".join(_texts(record))):
                yield table, key


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case tuple():
            for item in value:
                yield from _texts(item)
        case Mapping():
            yield from _texts(tuple(value.values()))
        case Struct():
            for name in value.__struct_fields__:
                if name not in _KEPT:
                    yield from _texts(getattr(value, name))
