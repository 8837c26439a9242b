"""What people do to a list, and how far it has come."""

from __future__ import annotations

from datetime import date

import pytest
from builders import TODAY, a_guide, a_question, a_response, a_workspace, three_parties
from msgspec.structs import replace

from partner_tui.domain import ticking
from partner_tui.domain.questions import (
    Checklist,
    Group,
    Guide,
    Kind,
    ListItem,
    ListKind,
    Per,
    Question,
)
from partner_tui.domain.records import Answer, Check, Item, Tick
from partner_tui.domain.ticking import Count
from partner_tui.domain.workspace import Change, Workspace, put

DAY = date(2026, 9, 8)
ROWS = (ListItem(id="a", label="Un"), ListItem(id="b", label="Deux"))


def a_list(kind: ListKind = ListKind.TICK, **changes: object) -> Checklist:
    """Return a list of two rows, or one that shows the questions of a section."""
    made = Checklist(
        id="l", kind=kind, title="Liste", short="L", groups=(Group(id="", title="", items=ROWS),)
    )
    if kind is ListKind.POSITIONS:
        made = replace(made, groups=(), sections=("s2.open",))
    return replace(made, **changes)  # type: ignore[arg-type]


def asked(key: str, *kinds: Kind) -> Question:
    """Return a question asked to each organization."""
    return a_question(key, *(kinds or (Kind.TRI,)), per=Per.ORGANIZATION)


def answered(key: str, **said: str) -> Answer:
    """Return an answer with the position of each organization."""
    return Answer(id=key, positions={who: a_response(value) for who, value in said.items()})


def after(*changes: Change) -> Workspace:
    """Return an empty workspace once these verbs were applied."""
    workspace = Workspace()
    for change in changes:
        workspace = change(workspace)
    return workspace


def test_a_tick_says_who_and_when() -> None:
    tick = after(ticking.setting("a", 1, "Liaison", DAY)).table(Tick)["a"]
    assert (tick.value, tick.ticked_by, tick.ticked_on) == (1, "Liaison", DAY)


def test_unticking_keeps_the_note() -> None:
    workspace = after(
        ticking.setting("a", 1, "Liaison", DAY),
        ticking.noting("a", "au comité"),
        ticking.setting("a", None, "Liaison", DAY),
    )
    assert workspace.table(Tick)["a"] == Tick(id="a", note="au comité")


def test_ticking_twice_keeps_the_first_hand() -> None:
    workspace = after(
        ticking.setting("a", 1, "Liaison", DAY), ticking.setting("a", 1, "Une autre", TODAY)
    )
    assert workspace.table(Tick)["a"].ticked_by == "Liaison"


def test_a_tick_knows_two_values_and_a_score_all_of_them() -> None:
    assert [ticking.next_value(v, 1) for v in (None, 0, 1)] == [1, 1, None]
    assert [ticking.next_value(v, 2) for v in (None, 0, 1, 2)] == [0, 1, 2, None]


def test_zero_is_a_score_and_not_a_silence() -> None:
    workspace = after(ticking.setting("a", 0, "Liaison", DAY), ticking.noting("b", "à voir"))
    assert ticking.value_of(workspace, "a") == 0
    assert ticking.value_of(workspace, "b") is None


def test_own_rows_count_until_they_are_archived() -> None:
    item = Item(id="c", checklist="l", label="Trois")
    workspace = put(Workspace(), item, Tick(id="a", value=1), Tick(id="c", value=1))
    assert ticking.count(workspace, Guide(language="fr"), a_list()) == Count(2, 3)
    gone = put(workspace, replace(item, archived=True))
    assert ticking.count(gone, Guide(language="fr"), a_list()) == Count(1, 2)


def test_a_score_list_counts_points() -> None:
    workspace = put(Workspace(), Tick(id="a", value=2), Tick(id="b", value=1))
    scored = a_list(ListKind.SCORE, max=2)
    assert ticking.count(workspace, Guide(language="fr"), scored) == Count(3, 4)


def test_a_list_of_positions_counts_what_everyone_answered() -> None:
    guide = a_guide(asked("q1"), asked("q2"))
    workspace = a_workspace(
        *three_parties(), answered("q1", o1="yes", o2="no", o3="yes"), answered("q2", o1="yes")
    )
    assert ticking.count(workspace, guide, a_list(ListKind.POSITIONS)) == Count(1, 2)


@pytest.mark.parametrize(
    ("said", "then"), [("", ("yes",)), ("yes", ("partly",)), ("partly", ("no",)), ("no", ())]
)
def test_an_answer_goes_round(said: str, then: tuple[str, ...]) -> None:
    assert ticking.next_tri(said) == then


def test_the_tri_part_is_found_among_others() -> None:
    assert ticking.tri_part(asked("q", Kind.LIST, Kind.TRI)) == 1
    assert ticking.tri_part(asked("q", Kind.TEXT)) is None


def test_a_kept_check_holds_what_was_said_and_no_more() -> None:
    guide = a_guide(asked("q1"), asked("q2", Kind.TEXT))
    workspace = a_workspace(
        *three_parties(), answered("q1", o1="yes", o2="partly"), answered("q2", o1="mots")
    )
    kept = ticking.rows(workspace, guide, a_list(ListKind.POSITIONS))
    assert kept == {"q1": {"o1": "yes", "o2": "partly"}}
    assert (ticking.total(kept), ticking.total(kept, "o2")) == (1, 0)


def test_a_day_has_one_check_of_a_list() -> None:
    guide, checklist = Guide(language="fr"), a_list()
    workspace = after(
        ticking.keeping(guide, checklist, DAY),
        ticking.setting("a", 1, "", DAY),
        ticking.keeping(guide, checklist, DAY),
    )
    (check,) = ticking.checks_of(workspace, "l")
    assert check.rows == {"a": {"": "1"}, "b": {"": "0"}}


def test_the_trend_looks_at_the_last_check_before_today() -> None:
    days = (date(2026, 9, 1), DAY, TODAY)
    checks = [Check(id=f"k{n}", checklist="l", on=day) for n, day in enumerate(days)]
    workspace = put(Workspace(), *checks)
    before = ticking.check_before(workspace, "l", TODAY)
    assert before is not None and before.on == DAY
    assert ticking.check_before(workspace, "autre", TODAY) is None


def test_points_of_some_rows_only() -> None:
    kept = {"a": {"": "2"}, "b": {"": "1"}}
    assert ticking.total(kept, only=["b"]) == 1
