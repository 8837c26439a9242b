"""Every target of the program leads somewhere that shows it."""

from __future__ import annotations

from datetime import date

import pytest

from partner_tui import demo
from partner_tui.domain.signals import signals
from partner_tui.domain.workspace import Workspace
from partner_tui.guide.load import guide
from partner_tui.places import SCREENS, Place, place_of

TODAY = date(2026, 11, 22)
SAMPLE = demo.workspace(TODAY)
FRENCH = guide("fr")
RECORDS = [(table, key) for table, records in SAMPLE.tables.items() for key in records]


@pytest.mark.parametrize(("table", "key"), RECORDS)
def test_every_record_of_the_sample_is_shown_somewhere(table: str, key: str) -> None:
    place = place_of(f"{table}/{key}", SAMPLE, FRENCH)
    assert place is not None
    assert place.mode in SCREENS or place.above
    assert key in place.key or table == "partnership"


def test_every_reminder_leads_somewhere() -> None:
    for signal in signals(SAMPLE, TODAY):
        assert place_of(f"{signal.table}/{signal.id}", SAMPLE, FRENCH), signal


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("screen:risks", Place("risks")),
        ("question:s1.dup.join", Place("steps", "s1.dup.join")),
        ("step:s2", Place("steps", "s2")),
        ("list:launch", Place("lists", "launch")),
        ("guide:s2#quoi", Place("guide", "s2#quoi")),
        ("answers/s1.dup.join", Place("steps", "s1.dup.join")),
        ("ticks/chk.vision", Place("lists", "chk.vision")),
        ("risks/r1", Place("risks", "risks/r1")),
        ("minutes:decisions/d7", Place("meetings", "decisions/d7")),
        ("minutes:actions/a10", None),
        ("born:objectives/b1", Place("actions", "born:objectives/b1")),
        ("minutes:risks/zz", None),
        ("objectives/b4", Place("steps", "objectives/b4")),
        ("messages/l3", Place("steps", "messages/l3")),
        ("actions/a5", Place("actions", "actions/a5")),
    ],
)
def test_where_targets_lead(target: str, place: Place) -> None:
    assert place_of(target, SAMPLE, FRENCH) == place


def test_a_record_that_is_gone_leads_to_the_screen_of_its_table() -> None:
    assert place_of("risks/r99", SAMPLE, FRENCH) == Place("risks")
    gone = place_of("objectives/b99", SAMPLE, FRENCH)
    assert gone is not None and FRENCH.question(gone.key) is not None


@pytest.mark.parametrize(
    "target",
    ["", "risk", "screen:nowhere", "question:none", "step:s99", "list:none", "guide:none",
     "planets/p1", "https://example.org", "screen:", ":"],
)  # fmt: skip
def test_other_targets_lead_nowhere(target: str) -> None:
    assert place_of(target, SAMPLE, FRENCH) is None
    assert place_of(target, Workspace(), FRENCH) is None
