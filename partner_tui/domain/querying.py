"""What one looks for in the minutes, written in one line: words, and filters such as type:."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.owners import find
from partner_tui.domain.periods import beginning
from partner_tui.domain.text import fold, one_line
from partner_tui.domain.workspace import Workspace
from partner_tui.errors import FieldError

LONGEST_DATE: Final = 5
"""Words that can say a date."""


class Sort(StrEnum):
    """What minutes are made of."""

    DECISION = "decision"
    ACTION = "action"
    TOPIC = "topic"
    WIN = "win"
    DIFFICULTY = "difficulty"
    NEWS = "news"
    TIMELINE = "timeline"
    ERRATUM = "erratum"
    RISK = "risk"
    MINUTES = "minutes"


SORTS: Final[Mapping[Sort, str]] = {
    Sort.DECISION: "decision decisions",
    Sort.ACTION: "suivi suivis action actions follow-up follow-ups",
    Sort.TOPIC: "sujet sujets topic topics",
    Sort.WIN: "reussite reussites win wins success successes",
    Sort.DIFFICULTY: "difficulte difficultes defi defis difficulty difficulties challenge",
    Sort.NEWS: "nouvelle nouvelles news update updates",
    Sort.TIMELINE: "echeancier timeline",
    Sort.ERRATUM: "erratum errata correction corrections",
    Sort.RISK: "risque risques risk risks",
    Sort.MINUTES: "compte-rendu comptes-rendus rencontre rencontres minutes meeting meetings",
}
"""What minutes are made of → its names in both languages, folded."""


class Key(StrEnum):
    """A filter of a query."""

    TYPE = "type"
    ORGANIZATION = "org"
    PERSON = "who"
    SINCE = "since"
    BEFORE = "before"


KEYS: Final[Mapping[str, Key]] = {
    "type": Key.TYPE,
    "org": Key.ORGANIZATION,
    "organisme": Key.ORGANIZATION,
    "organization": Key.ORGANIZATION,
    "qui": Key.PERSON,
    "who": Key.PERSON,
    "depuis": Key.SINCE,
    "since": Key.SINCE,
    "avant": Key.BEFORE,
    "before": Key.BEFORE,
}
"""How filters are written, folded, in both languages."""


class Fault(StrEnum):
    """Why a query cannot be understood."""

    KEY = "key"
    """No filter has this name."""
    TYPE = "type"
    ORGANIZATION = "org"
    PERSON = "who"
    DATE = "date"


class Unclear(FieldError):
    """A query that does not say what is looked for."""

    def __init__(self, fault: Fault, said: str) -> None:
        super().__init__(f"{fault}: {said}")
        self.fault = fault
        self.said = said
        """The words that were not understood; empty when they are missing."""


class Query(Struct, frozen=True, kw_only=True):
    """What is looked for: all the words, and one of each filter's values."""

    words: tuple[str, ...] = ()
    """Folded words and phrases."""
    sorts: frozenset[Sort] = frozenset()
    organizations: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    since: date | None = None
    before: date | None = None

    def __bool__(self) -> bool:
        """Tell whether it looks for anything."""
        return self != Query()


_HALVES: Final = frozenset({"compte", "comptes"})
_PIECE: Final = re.compile(
    r'"(?P<phrase>[^"]*)"?|(?P<key>[^\W\d_]+)\s*:(?P<gap>\s*)|(?P<word>[^\s"]+)'
)
_QUOTES: Final = str.maketrans({"«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "\u00a0": " "})


class _Piece(Struct, frozen=True):
    kind: str
    """phrase, key or word."""
    text: str


def read(line: str, workspace: Workspace, today: date, *, ahead: bool = False) -> Query:
    """Return what a line looks for; raise Unclear when a filter of it cannot be understood.

    Dates are read looking back, or `ahead` where they are those when something is due.
    """
    pieces, day = _pieces(line), partial(_day, today=today, ahead=ahead)
    query, at = Query(), 0
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        if piece.kind == "key":
            values = _values(pieces[at:])
            query, used = _filtered(query, piece.text, values, workspace, day)
            at += used
        elif words := " ".join(fold(piece.text).split()):
            query = replace(query, words=(*query.words, words))
    return query


def _pieces(line: str) -> list[_Piece]:
    """Return the phrases, the names of filters and the words of a line."""
    pieces = []
    for found in _PIECE.finditer(one_line(line).translate(_QUOTES)):
        key = found["key"]
        if key is None:
            kind = "word" if found["word"] else "phrase"
            pieces.append(_Piece(kind, found[kind]))
        elif fold(key) in KEYS:
            pieces.append(_Piece("key", fold(key)))
        elif found["gap"]:
            pieces.append(_Piece("word", key))
        else:
            raise Unclear(Fault.KEY, key)
    return pieces


def _values(pieces: Sequence[_Piece]) -> list[str]:
    """Return what can be the value of a filter: a phrase, or the words up to the next filter."""
    if pieces and pieces[0].kind == "phrase":
        return [pieces[0].text.strip()]
    words = []
    for piece in pieces:
        if piece.kind != "word":
            break
        words.append(piece.text)
    return words


def _filtered(
    query: Query,
    name: str,
    values: Sequence[str],
    workspace: Workspace,
    read_day: Callable[[Sequence[str]], tuple[date, int]],
) -> tuple[Query, int]:
    """Return the query with one more filter, and how many of the values it took."""
    match KEYS[name]:
        case Key.TYPE:
            sorts, used = _sorts(values)
            return replace(query, sorts=query.sorts | sorts), used
        case Key.ORGANIZATION:
            keys, used = _organizations(values, workspace)
            return replace(query, organizations=query.organizations | keys), used
        case Key.PERSON:
            keys, used = _people(values, workspace)
            return replace(query, people=query.people | keys), used
        case Key.SINCE:
            day, used = read_day(values)
            return replace(query, since=max(day, query.since or day)), used
        case Key.BEFORE:
            day, used = read_day(values)
            return replace(query, before=min(day, query.before or day)), used


def _sorts(values: Sequence[str]) -> tuple[frozenset[Sort], int]:
    """Read decision or decision,suivi; « compte rendu » has two words."""
    said, used = [*values[:1]], 1
    while said[-1:] and said[-1].endswith(",") and used < len(values):
        said.append(values[used])
        used += 1
    if said[-1:] and fold(said[-1]) in _HALVES and "rendu" in fold("".join(values[used:][:1])):
        said[-1] += "-rendu"
        used += 1
    named = [name for name in ",".join(said).split(",") if name.strip()]
    if not named:
        raise Unclear(Fault.TYPE, "")
    return frozenset(map(_sort, named)), used


def _sort(said: str) -> Sort:
    name = fold(said).strip().replace(" ", "-")
    whole = [sort for sort, names in SORTS.items() if name in names.split()]
    begun = [s for s, names in SORTS.items() if any(n.startswith(name) for n in names.split())]
    found = whole or begun
    if len(found) != 1:
        raise Unclear(Fault.TYPE, said)
    return found[0]


def _organizations(values: Sequence[str], workspace: Workspace) -> tuple[frozenset[str], int]:
    tables = {"organizations": workspace.tables.get("organizations", {})}
    found = find(_split(values), Workspace(tables), date.min)
    used = _used(values, found.words)
    if not (found.organizations and used):
        raise Unclear(Fault.ORGANIZATION, " ".join(values[:1]))
    return frozenset(found.organizations), used


def _people(values: Sequence[str], workspace: Workspace) -> tuple[frozenset[str], int]:
    found = find(_split(values), workspace, date.min)
    used = _used(values, found.words)
    if not (found.contacts and used):
        raise Unclear(Fault.PERSON, " ".join(values[:1]))
    return frozenset(found.contacts), used


def _split(values: Sequence[str]) -> list[str]:
    return [word for value in values for word in value.split()]


def _used(values: Sequence[str], words: int) -> int:
    """Return how many values these words make; a phrase counts for one, and only when whole."""
    if values and " " in values[0]:
        return 1 if words == len(values[0].split()) else 0
    return words


def _day(values: Sequence[str], today: date, ahead: bool) -> tuple[date, int]:
    """Read the longest beginning of the values that says a date."""
    for used in range(min(LONGEST_DATE, len(values)), 0, -1):
        said = " ".join(values[:used])
        try:
            day = beginning(said, today, ahead)
        except (ValueError, OverflowError):
            raise Unclear(Fault.DATE, said) from None
        if day is not None:
            return day, used
    raise Unclear(Fault.DATE, " ".join(values[:1]))
