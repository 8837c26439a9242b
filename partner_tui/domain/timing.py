"""How long each topic takes: a clock kept with the meeting, so that nothing stops it but a key."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from msgspec.structs import replace

from partner_tui.domain.adopting import is_settled
from partner_tui.domain.records import Clock, Meeting
from partner_tui.domain.workspace import Change, Workspace, put

LONGEST: Final = 4 * 3600
"""Seconds that one run counts at most: after that, the clock was forgotten."""


def toggling(key: str, topic: str, now: str) -> Change:
    """Return the verb that starts the clock of a topic, or stops it; any other one stops."""

    def change(workspace: Workspace) -> Workspace:
        meeting = workspace.find(Meeting, key)
        if meeting is None or is_settled(meeting):
            return workspace
        runs = meeting.clock is not None and meeting.clock.topic == topic
        clock = None if runs else Clock(topic=topic, since=now)
        return put(workspace, replace(stopped(meeting, now), clock=clock))

    return change


def stopped(meeting: Meeting, now: str) -> Meeting:
    """Return a meeting with its clock stopped, the time that ran added to its topic."""
    if meeting.clock is None:
        return meeting
    topic = meeting.clock.topic
    spent = {**meeting.spent, topic: seconds(meeting, topic, now)}
    return replace(meeting, clock=None, spent=spent)


def seconds(meeting: Meeting, topic: str, now: str) -> int:
    """Return how long a topic took so far."""
    running = meeting.clock is not None and meeting.clock.topic == topic
    since = meeting.clock.since if meeting.clock and running else now
    return meeting.spent.get(topic, 0) + _between(since, now)


def minutes(meeting: Meeting, topic: str, now: str = "") -> int:
    """Return the minutes of a topic, a begun one counted; 0 when it was never timed."""
    return -(-seconds(meeting, topic, now) // 60)


def total(meeting: Meeting, now: str = "") -> int:
    """Return the minutes of all the topics that were timed."""
    timed = {*meeting.spent, *([meeting.clock.topic] if meeting.clock else ())}
    return sum(minutes(meeting, topic, now) for topic in timed)


def _between(since: str, now: str) -> int:
    try:
        ran = datetime.fromisoformat(now) - datetime.fromisoformat(since)
        return min(LONGEST, max(0, int(ran.total_seconds())))
    except (ValueError, TypeError):
        return 0
