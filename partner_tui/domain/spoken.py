"""A follow-up as it is said in a meeting, one line: what, who, by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.owners import NOBODY, Found, find
from partner_tui.domain.parsing import read_date
from partner_tui.domain.records import Action, Contact, Organization
from partner_tui.domain.text import fold, one_line
from partner_tui.domain.workspace import Workspace

LONGEST_DATE: Final = 6
"""Words at the end of a line that can say a date."""

_ARROW: Final = re.compile(r"\s*(?:→|->|=>)\s*")
_LEADS: Final = frozenset(
    {
        "pour",
        "d'ici",
        "jusqu'au",
        "jusqu'a",
        "avant",
        "le",
        "la",
        "au",
        "plus",
        "tard",
        "the",
        "on",
        "by",
        "before",
        "until",
        "for",
        "due",
    }
)
_SURE: Final = frozenset({"d'ici", "jusqu'au", "until", "le", "the", "on", "by"})
"""Words after which a bare number is a day of the month."""
_TIED: Final = frozenset(
    {"de", "du", "des", "d'", "chaque", "tous", "les", "ce", "of", "every", "each", "a"}
)
"""Words that tie what follows to the sentence: the minutes of 3 November."""
_FILLERS: Final = frozenset({"prochain", "prochaine", "next", "de", "of"})
_COUNTS: Final = (
    ("un une one", "1"),
    ("deux two", "2"),
    ("trois three", "3"),
    ("quatre four", "4"),
    ("cinq five", "5"),
    ("six", "6"),
    ("huit eight", "8"),
    ("dix ten", "10"),
    ("quinze", "15"),
)
_NUMBERS: Final = {word: number for words, number in _COUNTS for word in words.split()}
_SPANS: Final = {
    "semaine prochaine": "dans 7 jours",
    "next week": "in 7 days",
    "mois prochain": "dans 1 mois",
    "next month": "in 1 month",
}
_BARE: Final = re.compile(r"\+?\d{1,2}(?:er|e|st|nd|rd|th)?|\d{1,2}[.-]\d{1,2}(?:[.-]\d{2})?")
_SPAN: Final = re.compile(r"\d+ [a-z]+")


class Spoken(Struct, frozen=True):
    """What a line says, and what of it could not be understood."""

    text: str
    owner: str = ""
    """A contact's id."""
    organization: str = ""
    due: date | None = None
    who: Found = NOBODY
    """Whom the @ names: nobody, one, or several that it could be."""
    unread: str = ""
    """Words after the arrow that are no date."""

    @property
    def clear(self) -> bool:
        """True when nothing in the line asks for a second look."""
        return bool(self.text) and not self.unread and (not self.who.said or self.who.sure)


def read(line: str, workspace: Workspace, day: date) -> Spoken:
    """Return what a line says, its dates counted from a day."""
    words = one_line(line).split(" ")
    spoken = Spoken("")
    at = next((i for i, word in enumerate(words) if word.startswith("@") and len(word) > 1), None)
    if at is not None:
        spoken, words = _owner(words, at, workspace, day)
    rest = " ".join(words)
    arrows = list(_ARROW.finditer(rest))
    if arrows and rest[arrows[-1].end() :]:
        return _after_arrow(spoken, rest, arrows[-1], day)
    return _at_the_end(spoken, words, day)


def written(action: Action, workspace: Workspace, day: date) -> str:
    """Return a follow-up as a line that says the same when it is read."""
    who = _called(action, workspace, day)
    due = f"→ {action.due.isoformat()}" if action.due else ""
    return " ".join(filter(None, (one_line(action.text), who, due)))


def _called(action: Action, workspace: Workspace, day: date) -> str:
    contact = workspace.find(Contact, action.owner)
    organization = workspace.find(Organization, action.organization)
    if contact is None:
        return f"@{organization.short or organization.name}" if organization else ""
    role = contact.role or contact.holder
    home = workspace.find(Organization, contact.organization)
    found = find(role.split(), workspace, day)
    return f"@{role}" if found.owner or home is None else f"@{role} {home.short or home.name}"


def _owner(words: list[str], at: int, workspace: Workspace, day: date) -> tuple[Spoken, list[str]]:
    """Take out of the words whom they name; what names nobody stays in the text."""
    found = find([words[at][1:], *words[at + 1 :]], workspace, day)
    if not found.sure:
        return Spoken("", who=replace(found, said=found.said or words[at][1:])), words
    spoken = Spoken("", owner=found.owner, organization=found.organization, who=found)
    return spoken, [*words[:at], *words[at + found.words :]]


def _after_arrow(spoken: Spoken, rest: str, arrow: re.Match[str], day: date) -> Spoken:
    said = plainly(rest[arrow.end() :].split())
    due = read_date(said, day)
    if due is None:
        return replace(spoken, text=_trimmed(rest), unread=rest[arrow.end() :])
    return replace(spoken, text=_trimmed(rest[: arrow.start()]), due=due)


def _at_the_end(spoken: Spoken, words: list[str], day: date) -> Spoken:
    """Look for a date in the last words, the longest first, and never one that is past."""
    longest = len(words) if spoken.organization else len(words) - 1
    for size in range(min(LONGEST_DATE, longest), 0, -1):
        tail = [fold(word) for word in words[-size:]]
        before = fold(words[-size - 1]) if size < len(words) else ""
        if _may_be_a_day(tail, before):
            due = read_date(plainly(tail), day)
            if due is not None and due >= day:
                return replace(spoken, text=_trimmed(" ".join(words[:-size])), due=due)
    return replace(spoken, text=_trimmed(" ".join(words)))


def _may_be_a_day(tail: Sequence[str], before: str) -> bool:
    """Tell whether last words can be a date of their own rather than part of the sentence."""
    leads = tail[: _leads(tail)]
    words = tail[len(leads) :]
    if not words or words[0] in _TIED or (not leads and before in _TIED):
        return False
    said = " ".join(words)
    if _BARE.fullmatch(said):
        return bool(_SURE.intersection(leads))
    long = any(len(word) >= 5 for word in words if word not in _FILLERS)
    return long or any(char.isdigit() for char in said) or said in _SPANS


def _leads(words: Sequence[str]) -> int:
    return next((i for i, word in enumerate(words) if word not in _LEADS), len(words))


def plainly(words: Sequence[str]) -> str:
    """Return the words of a date without those that lead to it, small numbers as digits."""
    folded = [fold(word) for word in words]
    leads = _leads(folded)
    said = " ".join(_NUMBERS.get(word, word) for word in folded[leads:])
    said = _SPANS.get(said, said)
    within = "d'ici" in folded[:leads] and _SPAN.fullmatch(said)
    return f"dans {said}" if within else said


def _trimmed(text: str) -> str:
    return text.strip(" ,;–—→")
