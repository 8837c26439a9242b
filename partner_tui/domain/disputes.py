"""Two people on one field: what a change would undo of someone else's without knowing it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec import Struct

from partner_tui.domain.changes import Seen, compare
from partner_tui.domain.workspace import Change, Workspace

ASIDES: Final = frozenset({"ticked_on", "ticked_by", "outdated"})
"""Fields that only follow another one, as when and by whom it was set: nobody argues about them."""


class Dispute(Struct, frozen=True, kw_only=True):
    """One field that two people gave two values."""

    table: str
    id: str
    field: str
    mine: Any
    theirs: Any
    who: str
    """The author of the other value."""


def disputes(
    base: Workspace, fresh: Workspace, change: Change, seen: Sequence[Seen] = ()
) -> Iterator[Dispute]:
    """Yield the fields where a change would put its value over one that its author never saw.

    A verb that joins what others did, one more line in a list, another organization's column, is
    no dispute: what it gives on the fresh workspace is not what it gave on the old one.
    """
    looked = {(look.table, look.id, look.field): look.value for look in seen}
    wanted, result = change(base), change(fresh)
    for step in compare(base, wanted):
        now = fresh.tables.get(step.table, {}).get(step.id)
        after = result.tables.get(step.table, {}).get(step.id)
        if step.before is None or step.after is None or now is None or after is None:
            continue
        for name in step.after.keys() - ASIDES:
            saw = looked.get((step.table, step.id, name), step.before[name])
            mine, theirs = getattr(after, name), getattr(now, name)
            if theirs not in (saw, mine) and mine == step.after[name]:
                yield Dispute(
                    table=step.table, id=step.id, field=name, mine=mine, theirs=theirs, who=now.by
                )
