"""An action's story is complete whatever the order of moves; it is seen from both sides."""

from __future__ import annotations

from datetime import date, timedelta

from builders import TODAY, a_risk, a_workspace, an_action, an_objective
from hypothesis import given
from hypothesis import strategies as st

from partner_tui.domain.actions import (
    NEXT,
    advancing,
    born_in,
    moving,
    origin_of,
    postponing,
    promised,
    redating,
    setting_state,
    story,
)
from partner_tui.domain.records import Action, Postponement
from partner_tui.domain.spoken import Spoken
from partner_tui.domain.values import ActionState
from partner_tui.domain.workspace import Workspace

Step = tuple[ActionState, int, str]
STEPS = st.lists(st.tuples(st.sampled_from(ActionState), st.integers(1, 400), st.text(max_size=8)))


def the_action(workspace: Workspace) -> Action:
    """Return the only action."""
    found = workspace.find(Action, "a1")
    assert found is not None
    return found


@given(STEPS)
def test_the_story_is_complete_whatever_the_order_of_moves(steps: list[Step]) -> None:
    """A state that it has already is no move, but a postponement always is one."""
    workspace, told = a_workspace(an_action()), []
    for at, (state, days, why) in enumerate(steps):
        before, day = the_action(workspace), TODAY + timedelta(days=at)
        was = due = None
        if state is ActionState.POSTPONED:
            was, due = before.due, TODAY + timedelta(days=days)
            workspace = postponing("a1", due, why, day, "Pairs")(workspace)
        elif state is before.state:
            assert moving("a1", state, day, "Pairs", why)(workspace) is workspace
            continue
        else:
            workspace = moving("a1", state, day, "Pairs", why)(workspace)
        told.append((state, day, "Pairs", why, was, due))
    action = the_action(workspace)
    assert [(e.state, e.on, e.by, e.reason, e.was, e.due) for e in story(action)] == told
    assert (action.state is ActionState.DONE) == (action.done_on is not None)


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["moving", "postponing", "redating", "setting_state"]),
        st.sampled_from(ActionState),
        st.none() | st.dates(date(2026, 11, 1), date(2027, 3, 1)),
        st.integers(0, 3),
    )
)


@given(CHANGES)
def test_no_due_day_and_no_state_is_ever_forgotten(
    changes: list[tuple[str, ActionState, date | None, int]],
) -> None:
    """Whatever way it is changed, by a key or in the form, each state and each day it left stay."""
    workspace, day = a_workspace(an_action(start=TODAY)), TODAY
    for way, state, due, later in changes:
        before, day = the_action(workspace), day + timedelta(days=later)
        if way == "postponing" and due:
            workspace = postponing("a1", due, "parce que", day)(workspace)
        elif way == "redating":
            workspace = redating("a1", due, day)(workspace)
        elif way == "setting_state":
            workspace = setting_state("a1", state, day)(workspace)
        elif state is not ActionState.POSTPONED:
            workspace = moving("a1", state, day)(workspace)
        after, told = the_action(workspace), story(the_action(workspace))
        if after.state is not before.state:
            assert told[-1].state is after.state and told[-1].on == day
        if before.due and after.due and after.due != before.due and day > TODAY:
            assert (told[-1].was, told[-1].due) == (before.due, after.due)
        assert told[: len(story(before))] == story(before)


def test_what_was_noted_today_is_corrected_and_not_postponed() -> None:
    workspace = a_workspace(an_action(start=TODAY))
    changed = the_action(redating("a1", date(2026, 12, 4), TODAY)(workspace))
    assert (changed.due, changed.postponements) == (date(2026, 12, 4), ())
    written_up = an_action(start=date(2026, 11, 20), at="2026-11-22T10:00:00Z")
    changed = the_action(redating("a1", date(2026, 12, 4), TODAY)(a_workspace(written_up)))
    assert changed.postponements == ()


def test_what_was_noted_before_moves_were_kept_is_told_too() -> None:
    old = Postponement(due=date(2026, 10, 16), reason="personne", on=date(2026, 11, 3))
    action = an_action(postponements=(old,), state=ActionState.DONE, done_on=TODAY)
    assert [(e.state, e.was, e.due, e.on) for e in story(action)] == [
        (ActionState.POSTPONED, date(2026, 10, 16), action.due, date(2026, 11, 3)),
        (ActionState.DONE, None, None, TODAY),
    ]


def test_advancing_goes_from_to_do_to_doing_to_done_and_keeps_the_day() -> None:
    workspace = a_workspace(an_action())
    for wanted in (ActionState.DOING, ActionState.DONE, ActionState.TODO):
        workspace = advancing(the_action(workspace), TODAY, "Vie")(workspace)
        assert the_action(workspace).state is wanted
    assert [e.state for e in story(the_action(workspace))] == [
        ActionState.DOING,
        ActionState.DONE,
        ActionState.TODO,
    ]
    assert set(NEXT) == set(ActionState)


def test_moving_what_is_gone_changes_nothing() -> None:
    workspace = a_workspace()
    assert moving("a1", ActionState.DONE, TODAY)(workspace) is workspace


def test_a_follow_up_said_anywhere_begins_that_day() -> None:
    action = promised(Spoken("Appeler", owner="c1", due=TODAY), TODAY)
    assert (action.text, action.owner, action.start, action.origin) == ("Appeler", "c1", TODAY, "")


def test_actions_are_found_from_what_they_came_from() -> None:
    plan = an_action(id="a1", origin="risks/r1", due=date(2027, 1, 1))
    goal = an_action(id="a2", objective="b1")
    workspace = a_workspace(a_risk(), an_objective(), plan, goal)
    assert [a.id for a in born_in(workspace, a_risk())] == ["a1"]
    assert [a.id for a in born_in(workspace, an_objective())] == ["a2"]
    assert origin_of(goal) == "objectives/b1"
    assert origin_of(plan) == "risks/r1"
