"""Topics stay until someone ends them: none is dropped, none is there twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import a_meeting, a_note, a_workspace
from hypothesis import given
from hypothesis import strategies as st

from partner_tui.domain import topics
from partner_tui.domain.records import Action, Decision, Meeting, Topic
from partner_tui.domain.series import after, proposed
from partner_tui.domain.topics import Fate
from partner_tui.domain.values import Rhythm, TopicState
from partner_tui.domain.workspace import Workspace, editing, put

FIRST = date(2026, 1, 6)


def held(n: int, **changes: object) -> Meeting:
    """Return the nth meeting of a series, one every four weeks."""
    day = FIRST + timedelta(weeks=4 * n)
    return a_meeting(**{"id": f"m{n}", "number": n + 1, "on": day, **changes})


def a_topic(key: str, born: str, **changes: object) -> Topic:
    """Return a topic born in a meeting."""
    return Topic(**{"id": key, "title": key, "opened_in": born, **changes})  # type: ignore[arg-type]


def on_table(workspace: Workspace, n: int) -> list[str]:
    """Return the ids of the topics on the table of the nth meeting."""
    return [t.id for t in topics.topics_of(workspace, workspace.table(Meeting)[f"m{n}"])]


def closed(workspace: Workspace, n: int, **fates: Fate) -> Workspace:
    """Return the workspace with the nth meeting closed."""
    return topics.settling(f"m{n}", fates, FIRST, None)(workspace)


# -- one at a time


def test_a_topic_that_nobody_touches_comes_back_every_time() -> None:
    workspace = a_workspace(*map(held, range(4)), a_topic("t", "m1"))
    assert [on_table(workspace, n) for n in range(4)] == [[], ["t"], ["t"], ["t"]]


def test_an_ended_topic_stays_in_the_minutes_where_it_was() -> None:
    workspace = closed(a_workspace(*map(held, range(4)), a_topic("t", "m0")), 1, t=Fate.END)
    assert [on_table(workspace, n) for n in range(4)] == [["t"], ["t"], [], []]


def test_a_skipped_topic_sits_one_out_and_comes_back() -> None:
    workspace = closed(a_workspace(*map(held, range(4)), a_topic("t", "m0")), 0, t=Fate.SKIP)
    assert [on_table(workspace, n) for n in range(4)] == [["t"], [], ["t"], ["t"]]
    (away,) = topics.skipped_topics(workspace, workspace.table(Meeting)["m1"])
    assert away.id == "t"


def test_a_topic_that_sits_out_can_be_taken_up_all_the_same() -> None:
    workspace = closed(a_workspace(*map(held, range(3)), a_topic("t", "m0")), 0, t=Fate.SKIP)
    workspace = topics.turning("t", Fate.CARRY, "m1")(workspace)
    assert [on_table(workspace, n) for n in range(3)] == [["t"], ["t"], ["t"]]


def test_a_topic_taken_up_again_keeps_its_history() -> None:
    note = a_note("dit", meeting="m0", topic="t")
    workspace = a_workspace(*map(held, range(5)), a_topic("t", "m0"), note)
    workspace = closed(workspace, 1, t=Fate.PARK)
    assert [t.id for t in topics.parked_topics(workspace)] == ["t"]
    workspace = topics.turning("t", Fate.CARRY, "m3")(workspace)
    topic = workspace.table(Topic)["t"]
    assert (topic.state, topic.reopened_in) == (TopicState.OPEN, "m3")
    assert [on_table(workspace, n) for n in range(5)] == [["t"], [], [], ["t"], ["t"]]
    seen = topics.history(workspace, topic)
    assert [each.meeting.id for each in seen] == ["m0", "m3"]
    assert seen[0].notes == (note,)


def test_a_cancelled_meeting_holds_no_topic_and_loses_none() -> None:
    workspace = a_workspace(held(0), held(1, cancelled="tempête"), held(2), a_topic("t", "m0"))
    assert [on_table(workspace, n) for n in range(3)] == [["t"], [], ["t"]]


def test_the_history_counts_what_was_decided_and_promised_under_a_topic() -> None:
    decision = Decision(id="d", number=1, text="oui", meeting="m1", topic="t")
    action = Action(id="a", number=1, text="faire", origin="meetings/m2", topic="t")
    workspace = a_workspace(*map(held, range(3)), a_topic("t", "m0"), decision, action)
    first, second, third = topics.history(workspace, workspace.table(Topic)["t"])
    assert (first.notes, second.decisions, third.actions) == ((), (decision,), (action,))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Budget 15 min", ("Budget", 15)),
        ("Budget, 15 minutes", ("Budget", 15)),
        ("Budget (10 min)", ("Budget", 10)),
        ("Les 10 minutes", ("Les", 10)),
        ("Budget 2027", ("Budget 2027", 0)),
        ("10 min", ("10 min", 0)),
    ],
)
def test_the_time_of_a_topic_is_said_at_the_end(line: str, said: tuple[str, int]) -> None:
    assert topics.spoken_topic(line) == said


def test_the_same_words_name_the_same_topic() -> None:
    workspace = a_workspace(a_topic("t", "m0", title="Fête de fin d'année"))
    found = topics.same_topic(workspace, "fete de fin d'annee, 10 min")
    assert found is not None and found.id == "t"
    assert topics.same_topic(workspace, "Fête") is None


# -- whatever people do


@given(st.data())
def test_carry_over_never_drops_or_doubles_a_topic(data: st.DataObject) -> None:
    """What is open, aside or over is on the table exactly as its fates say, meeting by meeting."""
    workspace = a_workspace()
    state: dict[str, Fate] = {}
    for n in range(data.draw(st.integers(2, 7))):
        workspace = put(workspace, held(n))
        born = [f"t{n}{letter}" for letter in "ab"[: data.draw(st.integers(0, 2))]]
        workspace = put(workspace, *(a_topic(key, f"m{n}") for key in born))
        table = [key for key, fate in state.items() if fate is Fate.CARRY]
        for key in data.draw(st.sets(st.sampled_from(sorted(state)))) if state else ():
            workspace = topics.turning(key, Fate.CARRY, f"m{n}")(workspace)
            table = list(dict.fromkeys([*table, key]))
        assert sorted(on_table(workspace, n)) == sorted([*table, *born])
        fates = {key: data.draw(st.sampled_from(Fate)) for key in (*table, *born)}
        back = [key for key, fate in state.items() if fate is Fate.SKIP and key not in table]
        state |= dict.fromkeys(back, Fate.CARRY) | fates
        workspace = closed(workspace, n, **fates)
    parked = {t.id for t in topics.parked_topics(workspace)}
    assert parked == {key for key, fate in state.items() if fate is Fate.PARK}
    assert set(workspace.table(Topic)) == set(state)


# -- when the next one is


@pytest.mark.parametrize(
    ("day", "rhythm", "next_day"),
    [
        (date(2026, 11, 3), Rhythm.MONTHLY, date(2026, 12, 1)),
        (date(2026, 12, 1), Rhythm.MONTHLY, date(2027, 1, 5)),
        (date(2026, 10, 29), Rhythm.MONTHLY, date(2026, 11, 26)),
        (date(2026, 11, 3), Rhythm.QUARTERLY, date(2027, 2, 2)),
        (date(2026, 11, 3), Rhythm.BIMONTHLY, date(2027, 1, 5)),
        (date(2026, 11, 3), Rhythm.FORTNIGHTLY, date(2026, 11, 17)),
        (date(2026, 12, 31), Rhythm.WEEKLY, date(2027, 1, 7)),
    ],
)
def test_the_next_meeting_is_on_the_same_weekday(day: date, rhythm: Rhythm, next_day: date) -> None:
    assert after(day, rhythm) == next_day


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.sampled_from(Rhythm))
def test_the_next_meeting_keeps_its_weekday_and_is_later(day: date, rhythm: Rhythm) -> None:
    found = after(day, rhythm)
    assert found > day and found.weekday() == day.weekday()
    workspace = a_workspace(held(0, on=day), rhythm=rhythm)
    later = day + timedelta(days=100)
    assert proposed(workspace, workspace.table(Meeting)["m0"], later) >= later


def test_a_topic_of_minutes_that_are_gone_is_not_lost() -> None:
    workspace = a_workspace(held(0), held(1), a_topic("t", "gone"))
    assert on_table(workspace, 1) == ["t"]
    workspace = editing(Meeting, "m0", archived=True)(workspace)
    assert on_table(workspace, 1) == ["t"]
