"""The history in words: who, when, what, before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from partner_tui.documents.field_words import field_name, in_words
from partner_tui.documents.verbs import named, title, told
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import cite
from partner_tui.domain.changes import Entry, RecordChange
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Record
from partner_tui.domain.text import fold, one_line
from partner_tui.domain.workspace import NUMBERED, TABLES, Workspace
from partner_tui.i18n import N_, Translator

ARROW: Final = " → "
FOLLOWS: Final = "outdated"
"""A field that only follows the others: which translations they made old."""


def found(reference: str, workspace: Workspace, t: Translator) -> tuple[str, str] | None:
    """Return the table and id that `table/id` or a short reference such as R3 means."""
    table, slash, key = reference.partition("/")
    if slash:
        return (table, key) if table in TABLES and key else None
    wanted = _plain(reference)
    for name in NUMBERED:
        for record in workspace.tables.get(name, {}).values():
            if wanted and _plain(cite(record, t)) == wanted:
                return name, record.id
    return None


def _plain(reference: str) -> str:
    return re.sub(r"[\W_]+", "", fold(reference))


def lines(
    entry: Entry,
    workspace: Workspace,
    guide: Guide,
    t: Translator,
    only: tuple[str, str] | None = None,
) -> Iterator[str]:
    """Yield what an entry says: a head, then each field that changed."""
    who = one_line(entry.who) or t.text(N_("quelqu'un"))
    yield f"{local(entry.when)}  {who} {one_line(told(entry, workspace, guide, t))}".lstrip()
    voice = Voice(workspace, t)
    shown = [c for c in entry.changes if only is None or (c.table, c.id) == only]
    for change in shown:
        if len(entry.changes) > 1:
            yield f"  {name_of(change, workspace, guide, t)} {_fate(change, t)}".rstrip()
        yield from (f"    {text}" for text in fields_told(change, voice))


def concerns(entry: Entry, only: tuple[str, str] | None) -> bool:
    """Tell whether an entry changed a record, given as table and id."""
    return only is None or any((change.table, change.id) == only for change in entry.changes)


def _fate(change: RecordChange, t: Translator) -> str:
    if change.before is None:
        return t.text(N_("(ajouté)"))
    return t.text(N_("(retiré)")) if change.after is None else ""


def fields_told(change: RecordChange, voice: Voice) -> Iterator[str]:
    """Yield each field of a change as « name: before → after »; a record that goes has none."""
    before, after = change.before or {}, change.after or {}
    nothing = voice.t.text(N_("(rien)"))
    for name in (each for each in after if each != FOLLOWS):
        was, now = (_words(change.table, name, side, voice) for side in (before, after))
        if was != now:
            both = now if change.before is None else f"{was or nothing}{ARROW}{now or nothing}"
            yield voice.colon(field_name(name, voice), both)


def _words(table: str, name: str, side: Any, voice: Voice) -> str:
    return in_words(table, name, side.get(name), voice)


def name_of(change: RecordChange, workspace: Workspace, guide: Guide, t: Translator) -> str:
    """Return the words that name a record, also one that is no longer there."""
    words = named(workspace, guide, change.table, change.id, t)
    return one_line(words or _gone(change, t) or f"{change.table}/{change.id}", 100)


def _gone(change: RecordChange, t: Translator) -> str:
    values = change.before if change.after is None else change.after
    if values is None or (change.before is not None and change.after is not None):
        return ""
    record: Record = TABLES[change.table](id=change.id, **values)
    return title(record, t)


def local(when: str) -> str:
    """Return a moment as 2026-11-22 10:00 on the clock of this computer."""
    try:
        return f"{datetime.fromisoformat(when).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):
        return one_line(when, 20)
