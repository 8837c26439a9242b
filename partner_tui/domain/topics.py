"""Topics of the meetings: each stays on the table until someone ends it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.meetings import place, previous_meeting
from partner_tui.domain.records import Action, Decision, Meeting, Note, Topic, new_id
from partner_tui.domain.text import fold, one_line
from partner_tui.domain.timing import stopped
from partner_tui.domain.values import TopicState
from partner_tui.domain.workspace import Change, Workspace, put

_MINUTES: Final = re.compile(r"[\s,;(–—-]+(\d{1,3})\s?(?:min\.?|minutes?)\)?$", re.IGNORECASE)


class Fate(StrEnum):
    """What becomes of a topic when a meeting is closed."""

    CARRY = "carry"
    SKIP = "skip"
    PARK = "park"
    END = "end"


class Appearance(Struct, frozen=True):
    """A meeting where a topic came up, and what was noted, decided and promised under it."""

    meeting: Meeting
    notes: tuple[Note, ...]
    decisions: tuple[Decision, ...]
    actions: tuple[Action, ...]


# -- opening


def spoken_topic(line: str) -> tuple[str, int]:
    """Return the title that a line says and its planned minutes, when it ends with some."""
    text = one_line(line).strip()
    found = _MINUTES.search(text)
    if found is None:
        return text, 0
    return text[: found.start()], int(found[1])


def written_topic(topic: Topic) -> str:
    """Return a topic as a line that says the same when it is read."""
    title = one_line(topic.title)
    return f"{title}, {topic.minutes} min" if topic.minutes else title


def a_topic(meeting: Meeting, line: str) -> Topic:
    """Return a new topic, born in a meeting."""
    title, minutes = spoken_topic(line)
    return Topic(id=new_id(), title=title, minutes=minutes, opened_in=meeting.id)


def same_topic(workspace: Workspace, line: str) -> Topic | None:
    """Return the topic that already has the title a line says."""
    title = fold(spoken_topic(line)[0]).rstrip(" .?!")
    known = reversed(workspace.alive(Topic))
    return next((t for t in known if title and fold(t.title).rstrip(" .?!") == title), None)


# -- where topics stand


def topics_of(workspace: Workspace, meeting: Meeting) -> list[Topic]:
    """Return the topics on the table of a meeting, in the order they were born."""
    return [topic for topic in workspace.alive(Topic) if is_on_table(workspace, topic, meeting)]


def is_on_table(workspace: Workspace, topic: Topic, meeting: Meeting) -> bool:
    """Tell whether a topic is born, taken up, ended or carried over in a meeting."""
    if meeting.id in (topic.opened_in, topic.ended_in, topic.reopened_in):
        return True
    return _has_lines(workspace, topic, meeting) or _is_carried_to(workspace, topic, meeting)


def _is_carried_to(workspace: Workspace, topic: Topic, meeting: Meeting) -> bool:
    """Tell whether a meeting stands between those where a topic was taken up and put down."""
    if meeting.cancelled:
        return False
    here, since = place(meeting), _since(workspace, topic)
    if since is not None and here <= place(since):
        return False
    if topic.state is not TopicState.OPEN:
        end = workspace.find(Meeting, topic.ended_in)
        if end is None or here > place(end):
            return False
    before = previous_meeting(workspace, meeting)
    return before is None or before.id not in topic.skips


def _since(workspace: Workspace, topic: Topic) -> Meeting | None:
    return workspace.find(Meeting, topic.reopened_in or topic.opened_in)


def _has_lines(workspace: Workspace, topic: Topic, meeting: Meeting) -> bool:
    return any(seen.meeting.id == meeting.id for seen in history(workspace, topic))


def open_topics(workspace: Workspace, meeting: Meeting) -> list[Topic]:
    """Return the topics of a meeting's table that nobody has ended or parked."""
    return [t for t in topics_of(workspace, meeting) if t.state is TopicState.OPEN]


def parked_topics(workspace: Workspace) -> list[Topic]:
    """Return the topics that were put aside."""
    return [topic for topic in workspace.alive(Topic) if topic.state is TopicState.PARKED]


def skipped_topics(workspace: Workspace, meeting: Meeting) -> list[Topic]:
    """Return the open topics that sit a meeting out."""
    before = previous_meeting(workspace, meeting)
    if before is None:
        return []
    return [
        topic
        for topic in workspace.alive(Topic)
        if topic.state is TopicState.OPEN
        and before.id in topic.skips
        and not is_on_table(workspace, topic, meeting)
    ]


def history(workspace: Workspace, topic: Topic) -> tuple[Appearance, ...]:
    """Return the meetings where something was noted under a topic, the first one first."""
    notes = [note for note in workspace.alive(Note) if note.topic == topic.id]
    decisions = [d for d in workspace.alive(Decision) if d.topic == topic.id]
    actions = [a for a in workspace.alive(Action) if a.topic == topic.id]
    keys = dict.fromkeys(
        [
            topic.opened_in,
            *(note.meeting for note in notes),
            *(decision.meeting for decision in decisions),
            *(action.origin.removeprefix("meetings/") for action in actions),
            topic.reopened_in,
            topic.ended_in,
        ]
    )
    known = [meeting for key in keys if (meeting := workspace.find(Meeting, key))]
    return tuple(
        Appearance(
            meeting,
            tuple(note for note in notes if note.meeting == meeting.id),
            tuple(each for each in decisions if each.meeting == meeting.id),
            tuple(each for each in actions if each.origin == f"meetings/{meeting.id}"),
        )
        for meeting in sorted(known, key=place)
    )


# -- what becomes of them


def fate_of(topic: Topic, meeting: Meeting) -> Fate:
    """Return what was settled for a topic at the end of a meeting."""
    if topic.state is TopicState.ENDED:
        return Fate.END
    if topic.state is TopicState.PARKED:
        return Fate.PARK
    return Fate.SKIP if meeting.id in topic.skips else Fate.CARRY


def settled(topic: Topic, fate: Fate, meeting: Meeting) -> Topic:
    """Return a topic with what becomes of it after a meeting."""
    skips = tuple(key for key in topic.skips if key != meeting.id)
    states = {Fate.END: TopicState.ENDED, Fate.PARK: TopicState.PARKED}
    state = states.get(fate, TopicState.OPEN)
    back = state is TopicState.OPEN and topic.state is not TopicState.OPEN
    reopened = topic.reopened_in
    if back and topic.ended_in != meeting.id:
        reopened = meeting.id
    return replace(
        topic,
        state=state,
        ended_in="" if state is TopicState.OPEN else meeting.id,
        reopened_in=reopened,
        skips=(*skips, meeting.id) if fate is Fate.SKIP else skips,
    )


def settling(
    key: str, fates: Mapping[str, Fate], today: date, next_on: date | None, now: str = ""
) -> Change:
    """Return the verb that closes a meeting: what becomes of its topics, and when the next is."""

    def change(workspace: Workspace) -> Workspace:
        meeting = workspace.find(Meeting, key)
        if meeting is None:
            return workspace
        topics = ((workspace.find(Topic, each), fate) for each, fate in fates.items())
        moved = [settled(topic, fate, meeting) for topic, fate in topics if topic]
        closed = replace(
            stopped(meeting, now), closed_on=meeting.closed_on or today, next_on=next_on
        )
        return put(workspace, closed, *moved)

    return change


def turning(key: str, fate: Fate, meeting: str) -> Change:
    """Return the verb that ends, parks, skips or takes up again one topic in a meeting."""

    def change(workspace: Workspace) -> Workspace:
        topic, where = workspace.find(Topic, key), workspace.find(Meeting, meeting)
        if topic is None or where is None:
            return workspace
        away = fate is Fate.CARRY and not is_on_table(workspace, topic, where)
        moved = settled(topic, fate, where)
        return put(workspace, replace(moved, reopened_in=where.id) if away else moved)

    return change
