"""All the actions, sifted and put in groups: what to look at, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from partner_tui.domain.actions import links, origin_of
from partner_tui.domain.meetings import in_due_order, is_open, next_meeting
from partner_tui.domain.people import has_left
from partner_tui.domain.querying import Query, Sort, Unclear, read
from partner_tui.domain.records import Action, Contact, Meeting, Organization
from partner_tui.domain.references import OPAQUE
from partner_tui.domain.values import Grouping, Sieve, Which
from partner_tui.domain.workspace import TABLES, Workspace

WEEK: Final = timedelta(days=7)


class When(StrEnum):
    """How soon an action is due."""

    LATE = "late"
    WEEK = "week"
    MEETING = "meeting"
    LATER = "later"
    UNDATED = "undated"
    CLOSED = "closed"


class Choice(Struct, frozen=True, kw_only=True):
    """What one chose to see."""

    grouping: Grouping = Grouping.DUE
    which: Which = Which.OPEN
    sieve: Sieve | None = None
    me: str = ""
    """The contact that is oneself."""
    words: str = ""
    """What one typed: words, and filters such as org: and before: (their due day)."""
    born: str = ""
    """`table/id` of the one record whose actions are shown."""
    view: str = ""
    """The filter that was kept under a name, while nothing else was chosen since."""
    kept: frozenset[str] = frozenset()
    """Actions that were just changed here and stay in sight."""


class Group(Struct, frozen=True):
    """Actions that go together, under the id of what they share."""

    key: str
    actions: tuple[Action, ...]


def sifted(workspace: Workspace, choice: Choice, today: date) -> list[Action]:
    """Return the actions that a choice shows, the earliest due first, closed ones last.

    Those that were just changed keep their place.
    """
    query = asked(workspace, choice, today)
    found = [
        action
        for action in workspace.alive(Action)
        if action.id in choice.kept
        or (_passes(workspace, action, choice, today) and _answers(workspace, action, query))
    ]
    return sorted(in_due_order(found), key=lambda action: _is_past(action, choice))


def asked(workspace: Workspace, choice: Choice, today: date) -> Query:
    """Return what was typed as a query; nothing while it cannot be understood."""
    try:
        return read(choice.words, workspace, today, ahead=True)
    except Unclear:
        return Query()


def _answers(workspace: Workspace, action: Action, query: Query) -> bool:
    """Tell whether an action is what a query looks for, its words aside."""
    if query.sorts and Sort.ACTION not in query.sorts:
        return False
    if query.organizations and organization_of(workspace, action) not in query.organizations:
        return False
    if query.people and action.owner not in query.people:
        return False
    if query.since and (action.due is None or action.due < query.since):
        return False
    return not query.before or (action.due is not None and action.due < query.before)


def _is_past(action: Action, choice: Choice) -> bool:
    return not is_open(action) and action.id not in choice.kept


def count(workspace: Workspace, choice: Choice, today: date) -> int:
    """Return how many actions a choice shows."""
    return sum(_passes(workspace, action, choice, today) for action in workspace.alive(Action))


def _passes(workspace: Workspace, action: Action, choice: Choice, today: date) -> bool:
    if choice.which is not Which.ALL and not is_open(action):
        return False
    if choice.born and choice.born not in links(action):
        return False
    if choice.which is Which.LATE and not is_late(action, today):
        return False
    match choice.sieve:
        case Sieve.WEEK:
            return _until(action, today + WEEK)
        case Sieve.MEETING:
            coming = next_meeting(workspace, today)
            return coming is not None and _until(action, coming.on)
        case Sieve.NOBODY:
            return is_open(action) and has_nobody(workspace, action, today)
        case Sieve.MINE:
            return bool(choice.me) and action.owner == choice.me
    return True


def _until(action: Action, day: date) -> bool:
    return is_open(action) and action.due is not None and action.due <= day


def is_late(action: Action, today: date) -> bool:
    """Tell whether an action should have been done."""
    return is_open(action) and action.due is not None and action.due < today


def has_nobody(workspace: Workspace, action: Action, today: date) -> bool:
    """Tell whether nobody who is still there does an action."""
    owner = workspace.find(Contact, action.owner)
    if owner is not None:
        return owner.archived or has_left(owner, today)
    return not action.owner or bool(OPAQUE.fullmatch(action.owner))


def organization_of(workspace: Workspace, action: Action) -> str:
    """Return the organization that does an action: the one said, else that of its owner."""
    owner = workspace.find(Contact, action.owner)
    return action.organization or (owner.organization if owner else "")


# -- groups


def grouped(
    workspace: Workspace, actions: Sequence[Action], choice: Choice, today: date
) -> list[Group]:
    """Return actions in groups; those that nobody holds, or that are late, come first."""
    coming = next_meeting(workspace, today)
    ahead = coming.on if coming else None
    groups: dict[str, list[Action]] = {}
    for action in actions:
        match choice.grouping:
            case Grouping.DUE if _is_past(action, choice):
                key = When.CLOSED.value
            case Grouping.DUE:
                key = when(action, today, ahead).value
            case Grouping.PERSON:
                key = action.owner
            case Grouping.ORGANIZATION:
                key = organization_of(workspace, action)
            case Grouping.ORIGIN:
                key = origin_of(action)
        groups.setdefault(key, []).append(action)
    ordered = _order(workspace, choice.grouping, groups)
    return [Group(key, tuple(groups[key])) for key in ordered]


def when(action: Action, today: date, meeting: date | None) -> When:
    """Return how soon an action is due."""
    if action.due is None:
        return When.UNDATED
    if action.due < today:
        return When.LATE
    if action.due <= today + WEEK:
        return When.WEEK
    return When.MEETING if meeting and action.due <= meeting else When.LATER


def _order(workspace: Workspace, grouping: Grouping, keys: Collection[str]) -> list[str]:
    match grouping:
        case Grouping.DUE:
            return [each.value for each in When if each.value in keys]
        case Grouping.PERSON:
            homes = ["", *workspace.table(Organization)]
            people = sorted(
                workspace.table(Contact).values(),
                key=lambda c: homes.index(c.organization) if c.organization in homes else 0,
            )
            known = ["", *(contact.id for contact in people)]
        case Grouping.ORGANIZATION:
            known = ["", *workspace.table(Organization)]
        case Grouping.ORIGIN:
            return sorted(keys, key=lambda key: _birth(workspace, key))
    return [*(key for key in known if key in keys), *(key for key in keys if key not in known)]


def _birth(workspace: Workspace, target: str) -> tuple[int, int, str]:
    """Place the meetings first, the newest one in front, then the other records."""
    table, _slash, key = target.partition("/")
    meeting = workspace.find(Meeting, key) if table == "meetings" else None
    if meeting is not None:
        return (0, -(meeting.on or date.max).toordinal(), target)
    tables = list(TABLES)
    return (1 if target else 2, tables.index(table) if table in TABLES else 0, target)
