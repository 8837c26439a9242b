"""The indicator of an objective: read in one line, kept in the order of days."""

from __future__ import annotations

from datetime import date

import pytest
from builders import TODAY, a_workspace, an_objective
from hypothesis import given
from hypothesis import strategies as st

from partner_tui.domain.gauging import last_two, reading, spoken_reading
from partner_tui.domain.records import Objective, Reading


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("64", Reading(on=TODAY, value="64")),
        ("12,5 le 3 novembre", Reading(on=date(2026, 11, 3), value="12.5")),
        (
            "23 2026-05-04: une annulée",
            Reading(on=date(2026, 5, 4), value="23", note="une annulée"),
        ),
        ("84 hier sondage", Reading(on=date(2026, 11, 21), value="84", note="sondage")),
        ("84 % satisfaits", Reading(on=TODAY, value="84", note="% satisfaits")),
        ("plusieurs", Reading(on=TODAY, value="plusieurs")),
        ("5 31 novembre", Reading(on=TODAY, value="5", note="31 novembre")),
        ("  ", None),
    ],
)
def test_a_line_says_a_value_a_day_and_a_note(line: str, expected: Reading | None) -> None:
    assert spoken_reading(line, TODAY) == expected


@given(st.permutations([Reading(on=date(2026, m, 1), value=str(m)) for m in (3, 5, 9, 11)]))
def test_readings_stand_by_day_whatever_the_order_they_came_in(given_in: list[Reading]) -> None:
    workspace = a_workspace(an_objective())
    for found in given_in:
        workspace = reading("b1", found)(reading("b1", found)(workspace))
    objective = workspace.table(Objective)["b1"]
    assert [each.value for each in objective.readings] == ["3", "5", "9", "11"]
    assert last_two(objective) == ("9", objective.readings[-1])


def test_before_the_first_reading_there_is_where_it_starts() -> None:
    assert last_two(an_objective()) == ("0", None)
    first = Reading(on=TODAY, value="6")
    assert last_two(an_objective(readings=(first,))) == ("0", first)
