"""All the minutes as one text that can be searched: folded once a revision, read at each key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from partner_tui.domain.arranging import organization_of
from partner_tui.domain.context import Context, around
from partner_tui.domain.days import day_here
from partner_tui.domain.meetings import meeting_of, place
from partner_tui.domain.owners import named
from partner_tui.domain.querying import Query, Sort
from partner_tui.domain.records import (
    Action,
    Contact,
    Decision,
    Meeting,
    Note,
    Organization,
    Record,
    Risk,
    Topic,
)
from partner_tui.domain.text import clean, fold, one_line
from partner_tui.domain.values import NoteKind
from partner_tui.domain.workspace import TABLE_OF, Workspace

Keys = frozenset[str]
Texts = tuple[str, ...]

KINDS: Final = (Meeting, Topic, Note, Decision, Action, Risk)
"""What is searched, in the order it stands under its meeting."""
NOTES: Final = {
    NoteKind.WIN: Sort.WIN,
    NoteKind.DIFFICULTY: Sort.DIFFICULTY,
    NoteKind.TIMELINE: Sort.TIMELINE,
    NoteKind.TOPIC: Sort.TOPIC,
    NoteKind.ERRATUM: Sort.ERRATUM,
}
"""Kind of note → what it counts as; any other is news."""
OWN: Final = 22
"""Characters of its own words that stand before others that were found."""
TRANSLATED: Final = ("text", "title", "event", "place")


class Entry(Struct, frozen=True, kw_only=True, gc=False):
    """A record of the minutes, or one that they speak of, ready to be searched."""

    target: str
    """`table/id` of the record."""
    sort: Sort
    texts: Texts
    """Its own words first, then what else can be found in it."""
    folded: str
    """All of it folded, a line each."""
    meeting: str = ""
    day: date | None = None
    organizations: Keys = frozenset()
    people: Keys = frozenset()

    def context(self, words: Sequence[str]) -> Context:
        """Return the text before the first of these words, the word as it is written, the rest."""
        own = self.texts[0]
        word = min(words, key=self.folded.find, default="")
        for text, folded in zip(self.texts, self.folded.split("\n"), strict=True):
            if word and word in folded:
                before, found, after = around(text, folded, word)
                return (before if text is own else f"{one_line(own, OWN)} · {before}"), found, after
        return own, "", ""


class Index:
    """The minutes of one revision; what did not change since the last one is kept."""

    def __init__(self, workspace: Workspace, language: str, before: Index | None = None) -> None:
        self.workspace, self.language = workspace, language
        self._folded: dict[Texts, str] = {}
        known = before._folded if before else {}
        self.entries = tuple(
            self._entry(record, meeting, known) for record, meeting in _ordered(workspace)
        )

    def _entry(self, record: Record, meeting: Meeting | None, known: Mapping[Texts, str]) -> Entry:
        found = _texts(record, self.language)
        texts = tuple(dict.fromkeys(" ".join(text.split()) for text in found if text)) or ("",)
        folded = known.get(texts)
        if folded is None:
            texts = tuple(dict.fromkeys(map(clean, texts)))
            folded = fold("\n".join(texts))
        self._folded[texts] = folded
        return Entry(
            target=f"{TABLE_OF[type(record)]}/{record.id}",
            sort=_sort(record),
            texts=texts,
            folded=folded,
            meeting=meeting.id if meeting else "",
            day=_day(record, meeting),
            organizations=_organizations(self.workspace, record, meeting),
            people=_people(record),
        )

    def find(self, query: Query) -> list[Entry]:
        """Return what a query looks for, the newest meeting first."""
        if not query:
            return []
        found: Sequence[Entry] = self.entries
        for word in query.words:
            found = [entry for entry in found if word in entry.folded]
        for passes in _tests(query, _names(self.workspace, query)):
            found = [entry for entry in found if passes(entry)]
        return [*found]


# -- what is searched


def _ordered(workspace: Workspace) -> Iterator[tuple[Record, Meeting | None]]:
    """Yield the records with the meeting each was noted in, the newest meeting first."""
    groups: dict[str, list[Record]] = {}
    for kind in KINDS:
        for record in workspace.alive(kind):
            groups.setdefault(_noted_in(workspace, record), []).append(record)
    meetings = sorted(workspace.alive(Meeting), key=place, reverse=True)
    for meeting in meetings:
        yield from ((record, meeting) for record in groups.pop(meeting.id, ()))
    for records in groups.values():
        yield from ((record, None) for record in records)


def _noted_in(workspace: Workspace, record: Record) -> str:
    """Return the id of the meeting where a record was noted."""
    meeting = meeting_of(workspace, f"{TABLE_OF[type(record)]}/{record.id}")
    return meeting.id if meeting else ""


def _texts(record: Record, language: str) -> Iterator[str]:
    """Yield the words of a record as the screen says them first, then as they were written."""
    yield from _translated(record, language)
    yield from _own(record)
    for other in record.translations:
        yield from _translated(record, other)


def _translated(record: Record, language: str) -> Iterator[str]:
    fields = record.translations.get(language, {})
    yield from (fields[name] for name in TRANSLATED if name in fields)


def _own(record: Record) -> Iterator[str]:
    """Yield what was written, and why it moved."""
    match record:
        case Meeting():
            yield from (record.place, record.cancelled, record.timeline, record.sent_to)
            yield from (old.reason for old in record.postponed)
        case Topic():
            yield record.title
        case Note():
            yield record.text
        case Decision():
            yield from (record.text, record.who)
        case Action():
            yield from (record.text, record.note)
            yield from (old.reason for old in record.postponements)
            yield from (move.reason for move in record.moves)
        case Risk():
            yield from (record.event, record.cause, record.effect, record.trigger)
            yield from (record.measures, record.contingency)


def _sort(record: Record) -> Sort:
    match record:
        case Note():
            return NOTES.get(record.kind, Sort.NEWS)
        case Topic():
            return Sort.TOPIC
        case Decision():
            return Sort.DECISION
        case Action():
            return Sort.ACTION
        case Risk():
            return Sort.RISK
    return Sort.MINUTES


def _day(record: Record, meeting: Meeting | None) -> date | None:
    """Return the day of a record: its own, that of its meeting, else its last change."""
    own = record.on if isinstance(record, Decision | Meeting) else None
    if own is None and isinstance(record, Action):
        own = record.start
    day = own or (meeting.on if meeting else None)
    return day or (date.fromisoformat(day_here(record.at)) if record.at else None)


def _organizations(workspace: Workspace, record: Record, meeting: Meeting | None) -> Keys:
    """Return who does it or answers for it; for a decision and minutes, who was there."""
    match record:
        case Action():
            return frozenset({organization_of(workspace, record)})
        case Risk():
            return frozenset({_employer(workspace, record.owner)})
        case Meeting() | Decision():
            there = meeting.present if meeting else ()
            return frozenset(_employer(workspace, key) for key in there)
    return frozenset()


def _employer(workspace: Workspace, contact: str) -> str:
    found = workspace.find(Contact, contact)
    return found.organization if found else ""


def _people(record: Record) -> Keys:
    match record:
        case Action() | Risk():
            return frozenset({record.owner})
        case Meeting():
            return frozenset({*record.present, record.chair, record.scribe})
    return frozenset()


# -- what passes


def _tests(query: Query, names: tuple[Texts, Texts]) -> Iterator[Callable[[Entry], bool]]:
    if query.sorts:
        yield lambda entry: entry.sort in query.sorts
    if since := query.since:
        yield lambda entry: entry.day is not None and entry.day >= since
    if before := query.before:
        yield lambda entry: entry.day is not None and entry.day < before
    if query.organizations:
        yield (
            lambda entry: (
                not query.organizations.isdisjoint(entry.organizations)
                or any(name in entry.folded for name in names[0])
            )
        )
    if query.people:
        yield (
            lambda entry: (
                not query.people.isdisjoint(entry.people)
                or any(name in entry.folded for name in names[1])
            )
        )


def _names(workspace: Workspace, query: Query) -> tuple[Texts, Texts]:
    """Return how the organizations and the people that are looked for are named in a text."""
    organizations = [workspace.table(Organization)[key] for key in query.organizations]
    people = [workspace.table(Contact)[key] for key in query.people]
    return (
        tuple(fold(name) for each in organizations for name in named(each)),
        tuple(fold(name) for each in people for name in named(each)),
    )
