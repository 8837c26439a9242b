"""How a file of an earlier schema becomes one of today: numbered functions on the raw data."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from partner_tui.storage.past_rows import ROWS, row_of_today
from partner_tui.storage.schema import META, META_ID, Document, Raw

Migration = Callable[[Raw], None]
"""Changes the raw data in place, from the schema of its place in the list to the next."""


def topics_of_their_own(raw: Raw) -> None:
    """Turn the topics noted in minutes into records that live from meeting to meeting.

    Those of minutes that were sent or adopted were dealt with there: they are ended, and can be
    taken up again. Those of a draft are open.
    """
    notes, topics = raw.get("notes", {}), raw.setdefault("topics", {})
    drafts = {m["id"] for m in raw.get("meetings", {}).values() if _is_draft(m)}
    moved = {key: note for key, note in notes.items() if note.get("kind") == "topic"}
    for key, note in moved.items():
        del notes[key]
        topics[str(len(topics) + 1)] = _topic(note, drafts)
    renamed = {f"notes/{note['id']}": f"topics/{note['id']}" for note in moved.values()}
    for action in raw.get("actions", {}).values():
        if action.get("origin") in renamed:
            action["origin"] = renamed[action["origin"]]


def _is_draft(meeting: Document) -> bool:
    return bool(meeting.get("state", "draft") == "draft")


def _topic(note: Document, drafts: set[str]) -> Document:
    """Return the topic that a note was, its own words in every language kept."""
    meeting = note.get("meeting", "")
    kept = {k: v for k, v in note.items() if k not in {"meeting", "kind", "text", "translations"}}
    said = note.get("translations", {})
    words = {language: _titled(texts) for language, texts in said.items()}
    open_still = meeting in drafts
    topic = {
        **kept,
        "title": note.get("text", ""),
        "state": "open" if open_still else "ended",
        "opened_in": meeting,
        "ended_in": "" if open_still else meeting,
        "translations": words,
    }
    return {name: value for name, value in topic.items() if value or name == "state"}


def _titled(texts: Document) -> Document:
    return {"title" if name == "text" else name: text for name, text in texts.items()}


def rows_of_today(raw: Raw) -> None:
    """Give every record the fields of today in place of those it had."""
    for table in ROWS.keys() & raw.keys():
        raw[table] = {key: row_of_today(table, row) for key, row in raw[table].items()}


def in_turn(*steps: Migration) -> Migration:
    """Return the migration that applies several, one after the other."""

    def migration(raw: Raw) -> None:
        for step in steps:
            step(raw)

    return migration


TO_SCHEMA_3: Sequence[Migration] = (rows_of_today,)
"""What makes up the step from schema 2 to schema 3, in order.

Each leaves alone what is of today already: a dossier that is rebuilt may hold some of both. What
only touches one record belongs to `past_rows`, which also reads the history's older lines.
"""

MIGRATIONS: Sequence[Migration] = (topics_of_their_own, in_turn(*TO_SCHEMA_3))
"""The first one turns schema 1 into schema 2, the second one schema 2 into schema 3."""


def migrate(raw: Raw, migrations: Sequence[Migration] = MIGRATIONS) -> bool:
    """Bring raw data to the newest schema and tell whether anything was applied."""
    head = raw[META][META_ID]
    found = head["schema"]
    for number, migration in enumerate(migrations, start=1):
        if number >= found:
            migration(raw)
            head["schema"] = number + 1
    return bool(head["schema"] != found)
