"""Two texts compared sentence by sentence: what was kept, added, removed, changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from msgspec import Struct

from partner_tui.documents.sentences import Sentence

ALIKE: Final = 0.5
"""From there on, two sentences are one that was changed rather than two."""


class Fate(StrEnum):
    """What became of a sentence."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Row(Struct, frozen=True):
    """A sentence of one text, of the other, or of both."""

    part: str
    fate: Fate
    before: str = ""
    after: str = ""


def compare(older: Iterable[Sentence], newer: Iterable[Sentence]) -> list[Row]:
    """Return every sentence with its fate, part by part in the order of the newer text."""
    was, now = _parts(older), _parts(newer)
    return [
        row
        for part in _in_order(list(was), list(now))
        for row in _rows(part, was.get(part, []), now.get(part, []))
    ]


def _parts(sentences: Iterable[Sentence]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for sentence in sentences:
        found.setdefault(sentence.part, []).append(sentence.text)
    return found


def _in_order(was: list[str], now: list[str]) -> list[str]:
    """Return the parts of both; one that is gone stays after the one it followed."""
    order = list(now)
    for place, part in enumerate(was):
        if part not in order:
            before = [each for each in was[:place] if each in order]
            order.insert(order.index(before[-1]) + 1 if before else 0, part)
    return order


def _rows(part: str, was: Sequence[str], now: Sequence[str]) -> Iterator[Row]:
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            yield from (Row(part, Fate.KEPT, text, text) for text in now[j1:j2])
        else:
            yield from _replaced(part, was[i1:i2], now[j1:j2])


def _replaced(part: str, was: Sequence[str], now: Sequence[str]) -> Iterator[Row]:
    """Yield sentences that look alike as changed, in order, and the others as they came or went."""
    left = 0
    added: list[Row] = []
    for after in now:
        found = next((n for n in range(left, len(was)) if _alike(was[n], after)), None)
        if found is None:
            added.append(Row(part, Fate.ADDED, after=after))
            continue
        yield from (Row(part, Fate.REMOVED, before=text) for text in was[left:found])
        yield from added
        yield Row(part, Fate.CHANGED, was[found], after)
        left, added = found + 1, []
    yield from (Row(part, Fate.REMOVED, before=text) for text in was[left:])
    yield from added


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() >= ALIKE


def marked(before: str, after: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Return the words of both sides of a change, and whether each run is one side's only."""
    was, now = before.split(" "), after.split(" ")
    sides: tuple[list[tuple[str, bool]], list[tuple[str, bool]]] = ([], [])
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        for side, words in zip(sides, (was[i1:i2], now[j1:j2]), strict=True):
            if words:
                side.append((" ".join(words), kind != "equal"))
    return sides


def count(rows: Iterable[Row]) -> dict[Fate, int]:
    """Return how many sentences had each fate."""
    fates = [row.fate for row in rows]
    return {fate: fates.count(fate) for fate in Fate}
