"""Handing over neither loses nor doubles anything, and leaves the rest alone."""

from __future__ import annotations

from datetime import date

from builders import TODAY, a_contact, a_meeting, a_risk, a_workspace, an_action, an_answer
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from partner_tui.domain.handing import ANSWERS, Held, handing, held
from partner_tui.domain.records import (
    Action,
    Answer,
    Contact,
    Line,
    Meeting,
    Objective,
    Record,
    Response,
    Risk,
)
from partner_tui.domain.values import ActionState, Function, RiskState
from partner_tui.domain.workspace import Workspace

PEOPLE = ["c1", "c2", "c3"]
ONE = st.sampled_from(["", *PEOPLE])
MANY = st.lists(st.sampled_from(PEOPLE), unique=True, max_size=3).map(tuple)
RESPONSES = st.builds(
    Response, values=st.tuples(MANY, MANY, MANY, MANY), note=st.just("c1 n'est qu'un mot ici")
)
RECORDS: st.SearchStrategy[Record] = st.one_of(
    st.builds(Action, id=st.uuids().map(str), owner=ONE, state=st.sampled_from(ActionState)),
    st.builds(Risk, id=st.uuids().map(str), owner=ONE, state=st.sampled_from(RiskState)),
    st.builds(Line, id=st.uuids().map(str), owner=ONE, archived=st.booleans()),
    st.builds(Objective, id=st.uuids().map(str), owner=ONE),
    st.builds(
        Meeting,
        id=st.uuids().map(str),
        on=st.none() | st.dates(date(2026, 10, 1), date(2027, 1, 1)),
        chair=ONE,
        scribe=ONE,
        present=MANY,
    ),
    st.builds(
        Answer,
        id=st.sampled_from([*ANSWERS, "s2.open.who"]),
        response=RESPONSES,
        positions=st.dictionaries(st.sampled_from(["o1", "o2"]), RESPONSES),
    ),
)
FUNCTIONS = st.lists(st.sampled_from(Function), unique=True).map(tuple)


def people(*functions: tuple[Function, ...]) -> list[Record]:
    """Return three contacts with these functions."""
    return [
        a_contact(id=key, role=f"Rôle {key}", functions=each)
        for key, each in zip(PEOPLE, functions, strict=True)
    ]


def holdings(workspace: Workspace, *keys: str) -> set[Held]:
    """Return what some people hold together, their functions aside."""
    found = {each for key in keys for each in held(workspace, key, TODAY)}
    return {each for each in found if each.table != "contacts"}


@given(st.lists(RECORDS, max_size=12), st.tuples(FUNCTIONS, FUNCTIONS, FUNCTIONS))
def test_handing_over_neither_loses_nor_doubles_anything(
    records: list[Record], functions: tuple[tuple[Function, ...], ...]
) -> None:
    before = a_workspace(*people(*functions), *records)
    after = handing("c1", "c2", TODAY)(before)
    assert held(after, "c1", TODAY) == []
    assert holdings(after, "c2") == holdings(before, "c1", "c2")
    assert holdings(after, "c3") == holdings(before, "c3")
    assert {t: [*rows] for t, rows in after.tables.items()} == {
        t: [*rows] for t, rows in before.tables.items()
    }
    touched = {(each.table, each.id) for each in held(before, "c1", TODAY)}
    touched |= {("contacts", "c1"), ("contacts", "c2")}
    for table, rows in after.tables.items():
        for key, record in rows.items():
            if (table, key) not in touched:
                assert record == before.tables[table][key]
            if isinstance(record, Answer):
                for response in (record.response, *record.positions.values()):
                    assert all(len({*part}) == len(part) for part in response.values)
    successor = after.find(Contact, "c2")
    assert successor is not None
    assert {*successor.functions} == {*functions[0], *functions[1]}


@given(st.lists(RECORDS, max_size=6))
def test_handing_over_twice_changes_nothing_more(records: list[Record]) -> None:
    once = handing("c1", "c2", TODAY)(a_workspace(*people((), (), ()), *records))
    assert handing("c1", "c2", TODAY)(once) == once


def test_what_is_past_stays_with_who_did_it() -> None:
    workspace = a_workspace(
        a_contact(),
        a_contact(id="c2"),
        an_action(state=ActionState.DONE),
        a_risk(state=RiskState.CLOSED),
        a_meeting(chair="c1", present=("c1",)),
        an_answer("s1.support.level", "c1"),
        an_answer("s4.gov.champion", "c1"),
    )
    after = handing("c1", "c2", TODAY)(workspace)
    for kind, key in ((Action, "a1"), (Risk, "r1"), (Meeting, "m1"), (Answer, "s1.support.level")):
        assert after.find(kind, key) == workspace.find(kind, key)
    champion = after.find(Answer, "s4.gov.champion")
    assert champion is not None
    assert champion.response.values == (("c2",),)


def test_the_one_who_leaves_gets_a_date_unless_one_was_noted() -> None:
    leaver = a_contact()
    workspace = a_workspace(leaver, a_contact(id="c2"))
    gone = handing("c1", "c2", TODAY)(workspace).find(Contact, "c1")
    assert gone == replace(leaver, functions=(), until=TODAY)
    january = date(2027, 1, 8)
    planned = a_workspace(replace(leaver, until=january), a_contact(id="c2"))
    later = handing("c1", "c2", TODAY)(planned).find(Contact, "c1")
    assert later is not None
    assert later.until == january


def test_an_action_follows_its_new_owner_to_the_other_organization() -> None:
    workspace = a_workspace(
        a_contact(),
        a_contact(id="c2", organization="o2"),
        an_action(),
        an_action(id="a2", organization=""),
        an_action(id="a3", organization="o3"),
    )
    after = handing("c1", "c2", TODAY)(workspace)
    assert [a.organization for a in after.alive(Action)] == ["o2", "", "o3"]


def test_nobody_hands_over_to_oneself_or_to_a_stranger() -> None:
    workspace = a_workspace(a_contact(), an_action())
    assert handing("c1", "c1", TODAY)(workspace) is workspace
    assert handing("c1", "c9", TODAY)(workspace) is workspace
