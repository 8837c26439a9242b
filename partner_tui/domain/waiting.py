"""Changes that could not be written: done again, in order, once they can be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from partner_tui.domain.changes import Entry, RecordChange, compare, content, reversing, stamped
from partner_tui.domain.workspace import NUMBERED, Change, Workspace, next_number
from partner_tui.errors import PartnerError


class Unsaved(Struct):
    """What one session did and the dossier does not hold yet."""

    waiting: list[Entry] = field(default_factory=list)
    """Written as soon as that is possible, the oldest first."""
    refused: list[Entry] = field(default_factory=list)
    """Someone changed the same fields since: only a person can say what becomes of them."""
    why: str = ""
    """What stood in the way last."""

    def __bool__(self) -> bool:
        """Return True while anything waits or was refused."""
        return bool(self.waiting or self.refused)

    @property
    def entries(self) -> list[Entry]:
        """Everything that is not in the dossier."""
        return [*self.refused, *self.waiting]

    def over(self, workspace: Workspace) -> Workspace:
        """Return a workspace as it will be once what waits is in it."""
        for entry in list(self.waiting):
            try:
                changed = applying(entry)(workspace)
            except PartnerError:
                self.waiting.remove(entry)
                self.refused.append(entry)
                continue
            if changes := compare(workspace, changed):
                workspace = stamped(changed, changes, entry.who, entry.when)
        return workspace


def applying(entry: Entry, *, insisting: bool = False) -> Change:
    """Return the verb that does what an entry did.

    It changes nothing where that is done already, and raises Conflict where others changed the
    same fields, unless one insists.
    """

    def change(workspace: Workspace) -> Workspace:
        for step in entry.changes:
            now = _now(workspace, step)
            if now == step.after:
                continue
            before = now if insisting and now is not None else step.before
            after = _numbered(workspace, step)
            flipped = RecordChange(table=step.table, id=step.id, before=after, after=before)
            workspace = reversing(replace(entry, changes=(flipped,)))(workspace)
        return workspace

    return change


def _now(workspace: Workspace, step: RecordChange) -> Mapping[str, Any] | None:
    """Return what the fields of a change hold now; None when the record is not there."""
    record = workspace.tables.get(step.table, {}).get(step.id)
    if record is None:
        return None
    now, names = content(record), step.after or step.before
    return now if step.before is None or step.after is None else {n: now[n] for n in names or ()}


def _numbered(workspace: Workspace, step: RecordChange) -> Mapping[str, Any] | None:
    """Return what a record becomes; a number that another one took since is replaced."""
    if step.before is not None or step.after is None or step.table not in NUMBERED:
        return step.after
    others = workspace.tables.get(step.table, {}).values()
    if any(other.number == step.after["number"] for other in others):
        return {**step.after, "number": next_number(others)}
    return step.after
