"""What the dossier already holds for an item of the launch list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from msgspec import Struct

from partner_tui.domain.known import answer_of, has_champion, has_words, parties, review_dates
from partner_tui.domain.records import (
    Action,
    Contact,
    Line,
    Objective,
    Record,
    Resource,
    Rule,
    Statement,
)
from partner_tui.domain.workspace import Workspace

ANSWER: Final = "answer:"


class Evidence(Struct, frozen=True):
    """One thing looked for, whether it was found, and how many."""

    token: str
    found: bool
    count: int = 0

    @property
    def question(self) -> str:
        """The question looked at, when the evidence is an answer."""
        return self.token.removeprefix(ANSWER) if self.token.startswith(ANSWER) else ""


def evidence(workspace: Workspace, tokens: Iterable[str]) -> tuple[Evidence, ...]:
    """Return what was found for each token of a list item."""
    return tuple(_look(workspace, token) for token in tokens)


def _look(workspace: Workspace, token: str) -> Evidence:
    if token.startswith(ANSWER):
        answer = answer_of(workspace, token.removeprefix(ANSWER))
        count = int(answer is not None and has_words(answer))
    else:
        count = COUNTS[token](workspace) if token in COUNTS else 0
    enough = len(parties(workspace)) if token == "champions" else 1
    return Evidence(token, found=count >= max(enough, 1), count=count)


def _living(kind: type[Record]) -> Callable[[Workspace], int]:
    return lambda workspace: len(workspace.alive(kind))


def _champions(workspace: Workspace) -> int:
    return sum(has_champion(workspace, party.id) for party in parties(workspace))


def _dates(workspace: Workspace) -> int:
    dates = review_dates(workspace)
    return sum(day is not None for day in (dates.review, dates.renew, dates.close))


COUNTS: Final[Mapping[str, Callable[[Workspace], int]]] = {
    "statement": _living(Statement),
    "objectives": _living(Objective),
    "organizations": lambda workspace: len(parties(workspace)),
    "contacts": _living(Contact),
    "messages": _living(Line),
    "actions": _living(Action),
    "champions": _champions,
    "rules": _living(Rule),
    "resources": _living(Resource),
    "review": _dates,
}
"""Token → how many the dossier holds."""
