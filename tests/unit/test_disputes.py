"""What two people did to one field: joined where the verb joins, disputed where one would go."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from partner_tui.domain.answers import responding
from partner_tui.domain.changes import Seen
from partner_tui.domain.disputes import disputes
from partner_tui.domain.records import Answer, Risk, Tick
from partner_tui.domain.workspace import Change, Workspace, archiving, editing, put

BASE = put(Workspace(), Risk(id="r", event="avant", cause="c"), Tick(id="t"), Answer(id="q"))


def fields(mine: Change, theirs: Change, seen: Sequence[Seen] = ()) -> list[str]:
    """Return the fields that are disputed when two changes start from the same dossier."""
    return [found.field for found in disputes(BASE, theirs(BASE), mine, seen)]


def counting(workspace: Workspace) -> Workspace:
    """Add one, whatever is there."""
    tick = workspace.table(Tick)["t"]
    return put(workspace, replace(tick, value=tick.value + 1))


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        (editing(Risk, "r", event="moi"), editing(Risk, "r", event="elle"), ["event"]),
        (editing(Risk, "r", event="pareil"), editing(Risk, "r", event="pareil"), []),
        (editing(Risk, "r", event="moi"), editing(Risk, "r", cause="elle"), []),
        (editing(Risk, "r", event="moi"), archiving(Risk, "r"), []),
        (counting, counting, []),
        (editing(Tick, "t", ticked_by="moi"), editing(Tick, "t", ticked_by="elle"), []),
        (editing(Tick, "t", value=2), editing(Tick, "t", value=3), ["value"]),
        (responding("q", 0, ("a",), "o1"), responding("q", 0, ("b",), "o2"), []),
        (responding("q", 0, ("a",), "o1"), responding("q", 0, ("b",), "o1"), ["positions"]),
        (responding("q", 0, ("a",)), responding("q", 1, ("b",)), []),
    ],
)  # fmt: skip
def test_what_is_disputed(mine: Change, theirs: Change, found: list[str]) -> None:
    assert fields(mine, theirs) == found


def test_what_the_person_saw_counts_more_than_the_snapshot() -> None:
    seen = [Seen(table="risks", id="r", field="event", value="bien avant")]
    same = lambda workspace: workspace  # noqa: E731 - nobody else changed anything since
    assert fields(editing(Risk, "r", event="moi"), same, seen) == ["event"]
