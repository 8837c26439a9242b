"""A moment kept in UTC is told by the day it was for whoever wrote it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

import pytest
from msgspec.structs import replace

from partner_tui.domain.actions import redating
from partner_tui.domain.days import day_here
from partner_tui.domain.records import Action
from partner_tui.domain.workspace import Workspace, put


@pytest.fixture
def vancouver(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Eight hours behind UTC in winter."""
    monkeypatch.setenv("TZ", "America/Vancouver")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("vancouver")
@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-23T07:30:00Z", "2026-11-22"),
        ("2026-11-23T08:30:00Z", "2026-11-23"),
        ("2027-01-01T07:59:59Z", "2026-12-31"),
        ("2028-03-01T07:30:00+00:00", "2028-02-29"),
        ("", ""),
        ("hier soir", "hier soir"),
    ],
)
def test_the_day_of_a_moment_is_the_one_here(moment: str, day: str) -> None:
    assert day_here(moment) == day


@pytest.mark.usefixtures("vancouver")
def test_an_action_noted_late_in_the_evening_is_still_new_that_evening() -> None:
    today = date(2026, 11, 22)
    noted = Action(id="s1", text="x", due=date(2026, 12, 1), at="2026-11-23T07:30:00Z")
    day = date(2026, 12, 8)
    changed = redating("s1", day, today)(put(Workspace(), noted)).find(Action, "s1")
    assert changed is not None and (changed.due, changed.postponements) == (day, ())
    before = replace(noted, at="2026-11-22T07:30:00Z")
    changed = redating("s1", day, today)(put(Workspace(), before)).find(Action, "s1")
    assert changed is not None and changed.postponements
