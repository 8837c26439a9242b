"""Translations older than their original: marked when it changes, until they follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import compress
from operator import is_not

from msgspec.structs import replace

from partner_tui.domain.known import filled
from partner_tui.domain.records import Answer, Record
from partner_tui.domain.text import clean
from partner_tui.domain.workspace import TABLES, Change, Workspace, put

NOTE = "note"
Outdated = Mapping[str, Mapping[str, str]]
"""Language → field → the original as it was when it was translated."""


def aging(change: Change) -> Change:
    """Return a verb that also marks the translations that what it does makes old."""

    def aged(workspace: Workspace) -> Workspace:
        changed = change(workspace)
        records = tuple(_aged(workspace, changed))
        return put(changed, *records) if records else changed

    return aged


def _aged(old: Workspace, new: Workspace) -> Iterator[Record]:
    """Yield the changed records whose translations became old, or no longer are."""
    for name, table in new.tables.items():
        before = old.tables.get(name, {})
        if table is before:
            continue
        differing = map(is_not, table.values(), before.values())  # both in one order, new ones last
        for record in compress(table.values(), differing):
            was = before.get(record.id)
            if was is not None and was is not record and (record.translations or record.outdated):
                outdated = _outdated(was, record)
                if outdated != record.outdated:
                    yield replace(record, outdated=outdated)


def _outdated(was: Record, now: Record) -> Outdated:
    """Return which translations of a record are old: written before its text was what it is."""
    found = {}
    for language, said in now.translations.items():
        before, marked = (each.get(language, {}) for each in (was.translations, now.outdated))
        old = {}
        for field, text in said.items():
            then = marked.get(field, original(was, field))
            if text == before.get(field) and then and then != original(now, field):
                old[field] = then
        if old:
            found[language] = old
    return found


def original(record: Record, field: str) -> str:
    """Return the text that a translation of a record is of; nothing for a line of a list in it.

    Those are named by their own words, so that they lose their translation when they change.
    """
    if not isinstance(record, Answer):
        value = getattr(record, field, "")
        return value.strip() if isinstance(value, str) else ""
    subject, _dot, name = field.rpartition(".")
    response = record.positions.get(subject) if subject else record.response
    if response is None:
        return ""
    if name == NOTE:
        return response.note.strip()
    return "\n".join(filled(response, int(name))).strip() if name.isdigit() else ""


def then(record: Record, field: str, language: str) -> str:
    """Return what a text was when it was translated; nothing when it has not changed since."""
    return clean(record.outdated.get(language, {}).get(field, "")).strip()


def holding(table: str, key: str, field: str, language: str) -> Change:
    """Return the verb that says a translation still holds for the text as it is now."""

    def change(workspace: Workspace) -> Workspace:
        record = workspace.find(TABLES[table], key)
        if record is None:
            return workspace
        old = dict(record.outdated.get(language, {}))
        old.pop(field, None)
        kept = {**record.outdated, language: old}
        return put(workspace, replace(record, outdated={k: v for k, v in kept.items() if v}))

    return change
