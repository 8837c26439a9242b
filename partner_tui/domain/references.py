"""The links from record to record: which field leads where, and those that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.records import Record
from partner_tui.domain.workspace import Change, Workspace

OPAQUE: Final = re.compile(r"[0-9a-f]{32}")
"""An id, where the same field may also hold a few words."""

_PEOPLE, _ORGANIZATIONS = ("contacts",), ("organizations",)
LINKS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "contacts": {"organization": _ORGANIZATIONS},
    "objectives": {"owner": _PEOPLE},
    "actions": {
        "owner": _PEOPLE,
        "organization": _ORGANIZATIONS,
        "objective": ("objectives",),
        "topic": ("topics",),
    },
    "resources": {"needed_by": _ORGANIZATIONS, "offered_by": _ORGANIZATIONS, "risk": ("risks",)},
    "messages": {"owner": _PEOPLE},
    "risks": {"owner": _PEOPLE, "asker": _PEOPLE, "accepted_by": _PEOPLE, "plan": _PEOPLE},
    "meetings": {
        **dict.fromkeys(("present", "excused", "absent", "chair", "scribe"), _PEOPLE),
        "words": _ORGANIZATIONS,
    },
    "notes": {"meeting": ("meetings",), "topic": ("topics",)},
    "decisions": {
        "meeting": ("meetings",),
        "topic": ("topics",),
        "superseded_by": ("decisions",),
    },
    "topics": dict.fromkeys(("opened_in", "ended_in", "reopened_in", "skips"), ("meetings",)),
    "answers": {"positions": ("organizations", "objectives")},
    "statements": {"words": _ORGANIZATIONS},
}
"""Table → field → the tables its ids may stand in."""
INNER: Final[Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]] = {
    "risks": {
        "plan": {"owner": _PEOPLE, "organization": _ORGANIZATIONS},
        "askings": {"meeting": ("meetings",)},
    },
    "statements": {
        "words": {"speaker": _PEOPLE},
        "sendings": {"to": (*_PEOPLE, *_ORGANIZATIONS)},
    },
}
"""The same for the parts of a field that holds several, each with fields of its own."""
STRICT: Final = frozenset(
    {
        "objective",
        "risk",
        "meeting",
        "superseded_by",
        "topic",
        "opened_in",
        "ended_in",
        "reopened_in",
    }
)
"""Fields that hold ids only, never words."""


class Link(Struct, frozen=True):
    """A field of a record and the id it holds."""

    table: str
    id: str
    field: str
    target: str


def dangling(workspace: Workspace) -> list[Link]:
    """Return the links that lead nowhere."""
    found = []
    for table, links in LINKS.items():
        for record in workspace.tables.get(table, {}).values():
            for field, targets in links.items():
                found += [
                    Link(table, record.id, field, key)
                    for key in _held(getattr(record, field))
                    if _is_lost(workspace, field, targets, key)
                ]
    return found + list(_lost_inside(workspace)) + list(_lost_origins(workspace))


def _held(value: str | Iterable[object]) -> Iterable[str]:
    """Return the ids that a field holds: one or several."""
    if isinstance(value, str):
        return (value,)
    return tuple(each for each in value if isinstance(each, str))


def _lost_inside(workspace: Workspace) -> Iterator[Link]:
    """Yield the links that parts of a field hold: who spoke, to whom it was sent."""
    for table, fields in INNER.items():
        for record, (field, links) in product(
            workspace.tables.get(table, {}).values(), fields.items()
        ):
            for part, (name, targets) in product(_parts(getattr(record, field)), links.items()):
                lost = partial(_is_lost, workspace, name, targets)
                for key in filter(lost, _held(getattr(part, name))):
                    yield Link(table, record.id, f"{field}.{name}", key)


def _parts(value: Any) -> Iterable[Struct]:
    return tuple(value.values()) if isinstance(value, Mapping) else tuple(value)


def _is_lost(workspace: Workspace, field: str, targets: Sequence[str], key: str) -> bool:
    if not key or not (field in STRICT or OPAQUE.fullmatch(key)):
        return False
    return not any(key in workspace.tables.get(table, {}) for table in targets)


def _lost_origins(workspace: Workspace) -> Iterator[Link]:
    """Yield what was born from a record that is not there; a question or a list always is."""
    for born in ("actions", "risks"):
        for record in workspace.tables.get(born, {}).values():
            origin: str = getattr(record, "origin", "")
            table, _slash, key = origin.partition("/")
            records = workspace.tables.get(table, {key: record})
            if table not in {"answers", "ticks"} and key not in records:
                yield Link(born, record.id, "origin", origin)


def unlinking(links: Iterable[Link]) -> Change:
    """Return the verb that empties links; words kept under a lost id stay."""
    wanted = tuple(links)

    def change(workspace: Workspace) -> Workspace:
        tables = {name: dict(table) for name, table in workspace.tables.items()}
        for link in wanted:
            record = tables.get(link.table, {}).get(link.id)
            if record is not None:
                tables[link.table][link.id] = _without(record, link)
        return replace(workspace, tables=tables)

    return change


def _without(record: Record, link: Link) -> Record:
    """Return a record whose field no longer holds an id, nor the parts of that field."""
    field, _dot, name = link.field.partition(".")
    value: Any = getattr(record, field)
    emptied: Any
    if not name:
        emptied = _emptied(value, link.target)
    elif isinstance(value, Mapping):
        emptied = {key: _part_without(part, name, link.target) for key, part in value.items()}
    else:
        emptied = tuple(_part_without(part, name, link.target) for part in value)
    return record if emptied == value else replace(record, **{field: emptied})


def _part_without(part: Any, name: str, target: str) -> Any:
    return replace(part, **{name: _emptied(getattr(part, name), target)})


def _emptied(value: Any, target: str) -> Any:
    if value == target:
        return ""
    return tuple(key for key in value if key != target) if isinstance(value, tuple) else value
