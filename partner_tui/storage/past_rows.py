"""Records as earlier programs wrote them, in files and in the history, with the fields of today."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from partner_tui.domain.sealing import fingerprint
from partner_tui.storage.schema import Document

Row = Callable[[Document], Document]
"""Returns a record, or only some fields of one, with those of today; today's are left alone."""


def words_of_schema_2(row: Document) -> Document:
    """Give the words on a version the stances of today.

    What was confirmed agrees. A comment, whoever had not confirmed, is a reservation: it says
    which. A version only sent, or a comment without words, is silence.
    """
    words = row.get("words", {})
    if all("stance" in word for word in words.values()):
        return row
    said = {who: _word(word) for who, word in words.items()}
    return {**row, "words": {who: word for who, word in said.items() if word}}


def _word(word: Document) -> Document:
    if "stance" in word:
        return word
    stance = ""
    if word.get("agreement") == "confirmed":
        stance = "agrees"
    elif word.get("comment", "").strip():
        stance = "reserved"
    kept = {name: word[name] for name in ("on", "comment") if word.get(name)}
    return {"stance": stance, **kept} if stance else {}


def sendings_of_schema_2(row: Document) -> Document:
    """Turn the one day a version was sent into the first of its sendings.

    It went to whoever had received it or said a word of it; those that were told later, on the
    day their own line says.
    """
    if "sent_on" not in row:
        return row
    kept = {name: value for name, value in row.items() if name != "sent_on"}
    first = row["sent_on"]
    to: dict[str, list[str]] = {}
    for who, word in row.get("words", {}).items():
        if word.get("agreement") in {"sent", "commented", "confirmed"}:
            later = (word["agreement"] == "sent" and word.get("on")) or first
            to.setdefault(later, []).append(who)
    days = sorted(filter(None, {first, *to}))
    sendings = [{"on": day, "to": to[day]} if day in to else {"on": day} for day in days]
    return {**kept, "sendings": sendings} if sendings else kept


def seal_of_schema_2(row: Document) -> Document:
    """Take the fingerprint of texts that were frozen before there was one."""
    if "texts" not in row or "fingerprint" in row:
        return row
    return {**row, "fingerprint": fingerprint(row["texts"])}


def minutes_words_of_schema_2(row: Document) -> Document:
    """Give the words on minutes those of today: confirmed, or a correction in its own words."""
    words = row.get("words", {})
    if not any("agreement" in word for word in words.values()):
        return row
    said = {who: _on_minutes(word) for who, word in words.items()}
    return {**row, "words": {who: word for who, word in said.items() if word}}


def _on_minutes(word: Document) -> Document:
    if "agreement" not in word:
        return word
    asked = word.get("comment", "").strip()
    day = {"on": word["on"]} if word.get("on") else {}
    if word["agreement"] == "confirmed":
        return {"said": "confirmed", **day}
    return {"said": "correction", "text": asked, **day} if asked else {}


ROWS: Final[Mapping[str, Sequence[Row]]] = {
    "meetings": (minutes_words_of_schema_2,),
    "statements": (sendings_of_schema_2, words_of_schema_2, seal_of_schema_2),
}
"""Table → what its records go through, in order, when they are read."""


def row_of_today(table: str, row: Document) -> Document:
    """Return a record, or the fields of it that a line of the history tells, as of today."""
    for step in ROWS.get(table, ()):
        row = step(row)
    return row
