"""The clock of a topic: started and stopped by a key, kept with the meeting."""

from __future__ import annotations

from builders import TODAY, a_meeting, a_workspace
from msgspec.structs import replace

from partner_tui.documents import render_txt
from partner_tui.documents.minutes import compose
from partner_tui.domain.records import Clock, Meeting, Topic
from partner_tui.domain.timing import LONGEST, minutes, seconds, toggling, total
from partner_tui.domain.topics import Fate, settling
from partner_tui.domain.values import MeetingState
from partner_tui.domain.workspace import Change, Workspace
from partner_tui.i18n import translator


def at(minute: int, second: int = 0) -> str:
    return f"2026-11-22T15:{minute:02}:{second:02}Z"


def after(*changes: Change, **fields: object) -> Meeting:
    meeting = the(run(*changes, **fields))
    return meeting


def run(*changes: Change, **fields: object) -> Workspace:
    topics = (Topic(id=key, title=key, opened_in="m1") for key in ("t1", "t2"))
    workspace = a_workspace(a_meeting(id="m1", number=1, **fields), *topics)
    for change in changes:
        workspace = change(workspace)
    return workspace


def the(workspace: Workspace) -> Meeting:
    meeting = workspace.find(Meeting, "m1")
    assert meeting is not None
    return meeting


def test_a_clock_runs_until_the_same_key_and_adds_up() -> None:
    steps = (toggling("m1", "t1", at(0)), toggling("m1", "t1", at(5)))
    again = (toggling("m1", "t1", at(10)), toggling("m1", "t1", at(12, 30)))
    assert seconds(after(steps[0]), "t1", at(4)) == 240
    meeting = after(*steps, *again)
    assert (meeting.clock, dict(meeting.spent)) == (None, {"t1": 450})
    assert (minutes(meeting, "t1"), total(meeting)) == (8, 8)


def test_the_clock_of_another_topic_stops_the_first_one() -> None:
    meeting = after(toggling("m1", "t1", at(0)), toggling("m1", "t2", at(3)))
    assert meeting.clock == Clock(topic="t2", since=at(3))
    assert (dict(meeting.spent), total(meeting, at(5))) == ({"t1": 180}, 5)


def test_a_clock_that_was_forgotten_does_not_count_a_night() -> None:
    meeting = after(toggling("m1", "t1", at(0)))
    assert seconds(meeting, "t1", "2026-11-23T15:00:00Z") == LONGEST
    assert seconds(meeting, "t1", "?") == 0


def test_closing_stops_the_clock_and_the_minutes_say_the_time() -> None:
    close = settling("m1", {"t1": Fate.CARRY, "t2": Fate.END}, TODAY, None, at(12))
    workspace = run(toggling("m1", "t1", at(0)), close)
    assert the(workspace).clock is None
    page = render_txt.render(compose(the(workspace), workspace, translator("fr")))
    assert "t1 (à suivre, 12\u00a0min)" in page and "t2 (terminé)" in page


def test_adopted_minutes_are_not_timed() -> None:
    meeting = after(toggling("m1", "t1", at(0)), state=MeetingState.ADOPTED)
    assert meeting == replace(meeting, clock=None)
