"""Hand over all that a person holds to a successor: nothing lost, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain import known
from partner_tui.domain.meetings import is_open
from partner_tui.domain.records import (
    Action,
    Answer,
    Contact,
    Meeting,
    PlanStep,
    Record,
    Response,
    Risk,
)
from partner_tui.domain.references import LINKS
from partner_tui.domain.values import Function, RiskState
from partner_tui.domain.workspace import TABLES, Change, Workspace, put

V = TypeVar("V", str, tuple[str, ...])

FACTS: Final = frozenset({"present", "excused", "absent", "accepted_by"})
"""Fields that tell what happened, and so belong to nobody else."""
ANSWERS: Final[Mapping[str, tuple[int, ...]]] = {
    known.LEAD: (0,),
    known.CHAMPION: (0,),
    known.REPORT: (1,),
    "s4.gov.meet": (3,),
    "s5.plan.who": (0, 1),
    "s5.plan.spokes": (0,),
}
"""Question → its parts that say who holds a role now."""


class Held(Struct, frozen=True):
    """Something a person holds: a field of a record."""

    table: str
    id: str
    field: str


def held(workspace: Workspace, contact: str, today: date) -> list[Held]:
    """Return all that a person holds, in the order of the tables."""
    return [*_functions(workspace, contact), *_answers(workspace, contact)] + [
        Held(table, record.id, field)
        for table, links in LINKS.items()
        for record in workspace.alive(TABLES[table])
        if _goes_on(record, today)
        for field, targets in links.items()
        if "contacts" in targets and field not in FACTS and contact in _ids(record, field)
    ]


def _functions(workspace: Workspace, contact: str) -> Iterator[Held]:
    found = workspace.find(Contact, contact)
    if found is not None and found.functions:
        yield Held("contacts", contact, "functions")


def _answers(workspace: Workspace, contact: str) -> Iterator[Held]:
    for key, parts in ANSWERS.items():
        answer = known.answer_of(workspace, key)
        if answer is None:
            continue
        for field, responses in (
            ("response", [answer.response]),
            ("positions", [*answer.positions.values()]),
        ):
            if any(contact in known.filled(r, part) for r in responses for part in parts):
                yield Held("answers", key, field)


def _goes_on(record: Record, today: date) -> bool:
    """Tell whether a record is still to be done, looked after or chaired."""
    match record:
        case Action():
            return is_open(record)
        case Risk():
            return record.state is not RiskState.CLOSED
        case Meeting():
            return record.on is None or record.on >= today
    return True


def _ids(record: Record, field: str) -> tuple[str, ...]:
    value: str | tuple[str | PlanStep, ...] = getattr(record, field)
    if isinstance(value, str):
        return (value,)
    return tuple(each.owner if isinstance(each, PlanStep) else each for each in value)


def handing(source: str, target: str, today: date) -> Change:
    """Return the verb that gives a successor all that a person holds, and dates the leaving."""

    def change(workspace: Workspace) -> Workspace:
        leaver, successor = workspace.find(Contact, source), workspace.find(Contact, target)
        if leaver is None or successor is None or source == target:
            return workspace
        for each in held(workspace, source, today):
            if each.table != "contacts":
                record = workspace.tables[each.table][each.id]
                workspace = put(workspace, _given(record, each.field, leaver, successor))
        functions = {*leaver.functions, *successor.functions}
        return put(
            workspace,
            replace(leaver, functions=(), until=leaver.until or today),
            replace(successor, functions=tuple(f for f in Function if f in functions)),
        )

    return change


def _given(record: Record, field: str, leaver: Contact, successor: Contact) -> Record:
    value = getattr(record, field)
    if field == "plan":
        steps = (replace(s, owner=_swapped(s.owner, leaver.id, successor.id)) for s in value)
        return replace(record, plan=tuple(steps))
    if isinstance(record, Answer):
        parts = ANSWERS[record.id]
        return replace(record, **{field: _answered(value, parts, leaver.id, successor.id)})
    given: Record = replace(record, **{field: _swapped(value, leaver.id, successor.id)})
    if isinstance(given, Action) and given.organization == leaver.organization:
        return replace(given, organization=given.organization and successor.organization)
    return given


def _answered(value: Any, parts: tuple[int, ...], old: str, new: str) -> Any:
    if isinstance(value, Response):
        values = (
            _swapped(each, old, new) if at in parts else each
            for at, each in enumerate(value.values)
        )
        return replace(value, values=tuple(values))
    return {key: _answered(each, parts, old, new) for key, each in value.items()}


def _swapped(value: V, old: str, new: str) -> V:
    """Return ids with one in the place of another, and once."""
    if isinstance(value, str):
        return new if value == old else value
    return tuple(dict.fromkeys(new if each == old else each for each in value))
