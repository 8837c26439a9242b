"""What people do to a list: tick, score, note, add a line of their own, keep a dated check."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.known import answer_of, parties, position
from partner_tui.domain.progress import is_answered
from partner_tui.domain.questions import Checklist, Guide, Kind, ListKind, Question
from partner_tui.domain.records import Check, Item, Tick, new_id
from partner_tui.domain.values import AnswerState, Tri
from partner_tui.domain.workspace import Change, Workspace, adding, put

Rows = Mapping[str, Mapping[str, str]]
"""Item → organization (or "") → value, as a check keeps them."""

TRI: Final = (Tri.YES.value, Tri.PARTLY.value, Tri.NO.value)


class Count(Struct, frozen=True):
    """How far a list has come: rows done, points, or questions answered, out of how many."""

    done: int
    total: int


# -- reading


def tick_of(workspace: Workspace, key: str) -> Tick | None:
    """Return the living tick of a row, or None."""
    tick = workspace.find(Tick, key)
    return None if tick is None or tick.archived else tick


def value_of(workspace: Workspace, key: str) -> int | None:
    """Return the value of a row; None while it is not ticked or scored."""
    tick = tick_of(workspace, key)
    if tick is None or (tick.value == 0 and tick.ticked_on is None):
        return None
    return tick.value


def own_items(workspace: Workspace, checklist: str) -> list[Item]:
    """Return the rows that this partnership added to a list."""
    return [item for item in workspace.alive(Item) if item.checklist == checklist]


def row_ids(workspace: Workspace, checklist: Checklist) -> list[str]:
    """Return the ids of the rows of a tick or score list, own ones last."""
    ids = [item.id for item in checklist.items]
    return ids + [item.id for item in own_items(workspace, checklist.id)]


def questions_of(guide: Guide, checklist: Checklist) -> list[Question]:
    """Return the questions that a list of positions shows."""
    sections = filter(None, map(guide.section, checklist.sections))
    return [question for section in sections for question in section.questions]


def tri_part(question: Question) -> int | None:
    """Return which part of a question is answered by yes, partly or no; None when none is."""
    kinds = [part.kind for part in question.parts]
    return kinds.index(Kind.TRI) if Kind.TRI in kinds else None


def tri_of(workspace: Workspace, question: Question, party: str) -> str:
    """Return an organization's yes, partly or no; nothing while it has not said."""
    part = tri_part(question)
    values = () if part is None else position(workspace, question.id, party, part)
    return values[0] if values and values[0] in TRI else ""


def is_skipped(workspace: Workspace, question: Question) -> bool:
    """Tell whether a question was set aside as not applicable."""
    answer = answer_of(workspace, question.id)
    return answer is not None and answer.state is AnswerState.SKIPPED


def count(workspace: Workspace, guide: Guide, checklist: Checklist) -> Count:
    """Return how far a list has come."""
    if checklist.kind is ListKind.POSITIONS:
        asked = questions_of(guide, checklist)
        return Count(sum(is_answered(workspace, question) for question in asked), len(asked))
    return points(workspace, checklist, row_ids(workspace, checklist))


def points(workspace: Workspace, checklist: Checklist, ids: list[str]) -> Count:
    """Return the points of some rows: one a tick, up to the highest score a scored row."""
    most = checklist.max if checklist.kind is ListKind.SCORE else 1
    values = [min(value_of(workspace, key) or 0, most) for key in ids]
    return Count(sum(values), most * len(ids))


# -- changing


def next_value(value: int | None, most: int) -> int | None:
    """Return the value after this one: not said, 0 to the highest, then not said again.

    A tick, whose highest is 1, knows only said and not said.
    """
    if most <= 1:
        return None if value else 1
    if value is None:
        return 0
    return value + 1 if value < most else None


def setting(key: str, value: int | None, who: str, on: date) -> Change:
    """Return the verb that ticks or scores a row, or takes that back when the value is None."""

    def change(workspace: Workspace) -> Workspace:
        if value_of(workspace, key) == value:
            return workspace
        said = value is not None
        tick = replace(
            workspace.find(Tick, key) or Tick(id=key),
            value=value or 0,
            ticked_on=on if said else None,
            ticked_by=who if said else "",
            archived=False,
        )
        return put(workspace, tick)

    return change


def noting(key: str, text: str) -> Change:
    """Return the verb that writes the note beside a row."""

    def change(workspace: Workspace) -> Workspace:
        tick = tick_of(workspace, key) or Tick(id=key)
        return workspace if tick.note == text else put(workspace, replace(tick, note=text))

    return change


def adding_item(checklist: str, label: str) -> Change:
    """Return the verb that adds a row of one's own to a list."""
    return adding(Item(id=new_id(), checklist=checklist, label=label))


def next_tri(value: str) -> tuple[str, ...]:
    """Return the answer after this one: yes, partly, no, then none."""
    following = TRI[TRI.index(value) + 1 :] if value in TRI else TRI
    return following[:1]


# -- keeping


def rows(workspace: Workspace, guide: Guide, checklist: Checklist) -> Rows:
    """Return a list as it stands, only what was said."""
    if checklist.kind is ListKind.POSITIONS:
        found = {
            question.id: {
                party.id: said
                for party in parties(workspace)
                if (said := tri_of(workspace, question, party.id))
            }
            for question in questions_of(guide, checklist)
        }
        return {key: row for key, row in found.items() if row}
    values = {key: value_of(workspace, key) for key in row_ids(workspace, checklist)}
    if checklist.kind is ListKind.TICK:
        return {key: {"": str(value or 0)} for key, value in values.items()}
    return {key: {"": str(value)} for key, value in values.items() if value is not None}


def total(kept: Rows, party: str = "", only: list[str] | None = None) -> int:
    """Return the points of kept rows, or how many times yes was said, by all or by one."""
    values = [
        value
        for key, row in kept.items()
        for who, value in row.items()
        if (only is None or key in only) and party in ("", who)
    ]
    return sum(int(v) if v.isdecimal() else v == Tri.YES for v in values)


def checks_of(workspace: Workspace, checklist: str) -> list[Check]:
    """Return the checks of a list, the oldest first."""
    found = [c for c in workspace.alive(Check) if c.checklist == checklist and c.on]
    return sorted(found, key=lambda check: check.on or date.min)


def check_before(workspace: Workspace, checklist: str, today: date) -> Check | None:
    """Return the check to compare with: the last one before today, else today's."""
    checks = checks_of(workspace, checklist)
    earlier = [check for check in checks if check.on and check.on < today]
    return next(reversed(earlier or checks), None)


def keeping(guide: Guide, checklist: Checklist, on: date) -> Change:
    """Return the verb that keeps a list as it stands on a day; a day has one check of a list."""
    key = new_id()

    def change(workspace: Workspace) -> Workspace:
        same = [check for check in checks_of(workspace, checklist.id) if check.on == on]
        check = same[-1] if same else Check(id=key, checklist=checklist.id, on=on)
        return put(workspace, replace(check, rows=rows(workspace, guide, checklist)))

    return change
