"""Every action is in exactly one group; filters keep what they say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import TODAY, a_contact, a_meeting, a_workspace, an_action, three_parties
from hypothesis import given
from hypothesis import strategies as st

from partner_tui.domain.arranging import Choice, When, count, grouped, sifted
from partner_tui.domain.records import Action
from partner_tui.domain.values import ActionState, Grouping, Sieve, Which
from partner_tui.domain.workspace import Workspace

ACTIONS = st.lists(
    st.builds(
        Action,
        id=st.uuids().map(str),
        owner=st.sampled_from(["", "c1", "c2", "une bénévole"]),
        organization=st.sampled_from(["", "o1", "o9"]),
        origin=st.sampled_from(["", "meetings/m1", "meetings/m9", "risks/r1", "answers/s6.plan"]),
        due=st.none() | st.dates(TODAY - timedelta(days=60), TODAY + timedelta(days=60)),
        state=st.sampled_from(list(ActionState)),
    ),
    unique_by=lambda action: action.id,
    max_size=8,
)


def a_dossier(*actions: Action) -> Workspace:
    """Return a workspace with people, a meeting held and one to come."""
    gone = a_contact(id="c2", organization="o2", until=date(2026, 11, 1))
    coming = a_meeting(id="m2", on=date(2026, 12, 1))
    return a_workspace(*three_parties(), a_contact(), gone, a_meeting(), coming, *actions)


@given(ACTIONS, st.sampled_from(Grouping))
def test_every_action_stands_in_one_group(actions: list[Action], grouping: Grouping) -> None:
    workspace = a_dossier(*actions)
    shown = sifted(workspace, Choice(which=Which.ALL), TODAY)
    groups = grouped(workspace, shown, Choice(grouping=grouping), TODAY)
    assert sorted(a.id for group in groups for a in group.actions) == sorted(a.id for a in actions)
    assert len({group.key for group in groups}) == len(groups)


@given(ACTIONS, st.sampled_from(Which), st.sampled_from([None, *Sieve]))
def test_the_count_is_that_of_what_is_shown(
    actions: list[Action], which: Which, sieve: Sieve | None
) -> None:
    workspace, choice = a_dossier(*actions), Choice(which=which, sieve=sieve, me="c1")
    assert count(workspace, choice, TODAY) == len(sifted(workspace, choice, TODAY))


@pytest.mark.parametrize(
    ("choice", "wanted"),
    [
        (Choice(), "late soon near far open gone"),
        (Choice(which=Which.LATE), "late"),
        (Choice(which=Which.ALL), "late soon near far open gone done"),
        (Choice(sieve=Sieve.WEEK), "late soon"),
        (Choice(sieve=Sieve.MEETING), "late soon near"),
        (Choice(sieve=Sieve.NOBODY), "open gone"),
        (Choice(sieve=Sieve.MINE, me="c1"), "late soon near far"),
        (Choice(sieve=Sieve.MINE), ""),
        (Choice(which=Which.LATE, kept=frozenset({"done"})), "late done"),
    ],
)
def test_a_filter_keeps_what_it_says(choice: Choice, wanted: str) -> None:
    workspace = a_dossier(
        an_action(id="late", due=date(2026, 11, 20)),
        an_action(id="soon", due=date(2026, 11, 28)),
        an_action(id="near", due=date(2026, 12, 1)),
        an_action(id="far", due=date(2027, 3, 1)),
        an_action(id="open", owner="", due=None),
        an_action(id="gone", owner="c2", due=None),
        an_action(id="done", state=ActionState.DONE),
    )
    assert " ".join(a.id for a in sifted(workspace, choice, TODAY)) == wanted


def test_groups_by_due_say_what_is_late_first_and_what_is_closed_last() -> None:
    workspace = a_dossier(
        an_action(id="done", state=ActionState.DROPPED),
        an_action(id="far", due=date(2027, 3, 1)),
        an_action(id="late", due=date(2026, 11, 20)),
    )
    groups = grouped(workspace, workspace.alive(Action), Choice(grouping=Grouping.DUE), TODAY)
    assert [group.key for group in groups] == [When.LATE, When.LATER, When.CLOSED]


def test_groups_by_origin_put_the_newest_meeting_first_and_what_has_none_last() -> None:
    workspace = a_dossier(
        an_action(id="none"),
        an_action(id="risk", origin="risks/r1"),
        an_action(id="old", origin="meetings/m1"),
        an_action(id="new", origin="meetings/m2"),
    )
    groups = grouped(workspace, workspace.alive(Action), Choice(grouping=Grouping.ORIGIN), TODAY)
    assert [group.key for group in groups] == ["meetings/m2", "meetings/m1", "risks/r1", ""]


def test_groups_by_person_begin_with_what_nobody_holds() -> None:
    workspace = a_dossier(an_action(id="held"), an_action(id="free", owner=""))
    groups = grouped(workspace, workspace.alive(Action), Choice(grouping=Grouping.PERSON), TODAY)
    assert [group.key for group in groups] == ["", "c1"]


def test_what_was_just_done_keeps_its_place() -> None:
    workspace = a_dossier(
        an_action(id="done", due=date(2026, 11, 20), state=ActionState.DONE), an_action(id="open")
    )
    choice = Choice(kept=frozenset({"done"}))
    shown = sifted(workspace, choice, TODAY)
    groups = grouped(workspace, shown, choice, TODAY)
    assert [(g.key, [a.id for a in g.actions]) for g in groups] == [
        (When.LATE, ["done"]),
        (When.MEETING, ["open"]),
    ]
