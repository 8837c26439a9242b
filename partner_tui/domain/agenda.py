"""The agenda of a meeting, from what the dossier holds: what to look at, in order, in minutes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.adopting import to_adopt
from partner_tui.domain.known import answer_of, filled, parties
from partner_tui.domain.meetings import actions_from, open_actions
from partner_tui.domain.progress import differs
from partner_tui.domain.questions import Guide, Question
from partner_tui.domain.records import Decision, Heading, Line, Meeting, Note, Response, Risk
from partner_tui.domain.risks import REVIEW_AHEAD, acceptance_over, open_risks, review_due
from partner_tui.domain.scales import scale_of
from partner_tui.domain.stating import latest
from partner_tui.domain.topics import open_topics, parked_topics
from partner_tui.domain.triggers import asked_in, to_ask
from partner_tui.domain.values import AnswerState, MeetingState, Stance, Tri
from partner_tui.domain.workspace import Change, Workspace, put

AVAILABLE: Final = 60
"""Minutes of a meeting whose end is not said."""
QUESTIONS: Final = 3
"""How many questions one meeting takes up."""
RESERVED: Final = frozenset({Tri.PARTLY.value, Tri.NO.value})
_HOUR: Final = re.compile(r"\s*(\d{1,2})\s*(?:[:h.]\s*(\d\d)?)?\s*", re.IGNORECASE)


class Kind(StrEnum):
    """What an item of the agenda is about, in the order of the meeting."""

    ADOPT = "adopt"
    ACTIONS = "actions"
    RISKS = "risks"
    TRIGGERS = "triggers"
    MESSAGES = "messages"
    STATEMENT = "statement"
    QUESTIONS = "questions"
    TOPIC = "topic"
    PARKED = "parked"
    FREE = "free"
    OWN = "own"
    """A heading that the partners added."""


MINUTES: Final[Mapping[Kind, tuple[int, int]]] = {
    Kind.ADOPT: (0, 2),
    Kind.ACTIONS: (3, 2),
    Kind.RISKS: (0, 3),
    Kind.TRIGGERS: (0, 1),
    Kind.MESSAGES: (1, 1),
    Kind.STATEMENT: (5, 0),
    Kind.QUESTIONS: (0, 5),
    Kind.TOPIC: (0, 10),
    Kind.PARKED: (2, 0),
    Kind.FREE: (5, 0),
    Kind.OWN: (5, 0),
}
"""Kind → the usual minutes: for the item, and for each thing it holds."""


class Item(Struct, frozen=True):
    """An item of the agenda: the records or questions it holds, and its minutes."""

    kind: Kind
    key: str
    """The name under which its minutes are kept with the meeting."""
    ids: tuple[str, ...]
    minutes: int


class Agenda(Struct, frozen=True):
    """The items of a meeting, and the time there is."""

    items: tuple[Item, ...]
    available: int

    @property
    def planned(self) -> int:
        """The minutes of all the items."""
        return sum(item.minutes for item in self.items)

    def of(self, kind: Kind) -> tuple[str, ...]:
        """Return the ids that the items of a kind hold."""
        return tuple(key for item in self.items if item.kind is kind for key in item.ids)


Source = Callable[[Workspace, Guide, Meeting, date], Sequence[str]]


def headings(workspace: Workspace) -> tuple[Heading, ...]:
    """Return the headings the partners chose, then those the program has had since."""
    kept = workspace.partnership.agenda
    known = {heading.key for heading in kept}
    new = tuple(Heading(key=k.value) for k in Kind if k is not Kind.OWN and k.value not in known)
    return (*kept, *new)


def heading_of(workspace: Workspace, key: str) -> Heading:
    """Return one heading; an empty one when it has gone."""
    return next((each for each in headings(workspace) if each.key == key), Heading(key=key))


def agenda(workspace: Workspace, guide: Guide, meeting: Meeting, today: date) -> Agenda:
    """Return what a meeting should look at, as the partners arranged it."""
    items: list[Item] = []
    for each in headings(workspace):
        if not each.off:
            items += _under(each, workspace, guide, meeting, today)
    return Agenda(tuple(items), available(meeting))


def _under(
    heading: Heading, workspace: Workspace, guide: Guide, meeting: Meeting, today: date
) -> list[Item]:
    """Return the items under a heading; none when there is nothing to look at."""
    if heading.key not in set(Kind):
        return [_item(meeting, Kind.OWN, heading, ())]
    kind = Kind(heading.key)
    if kind is Kind.FREE:
        return [_item(meeting, kind, heading, ())]
    found = tuple(SOURCES[kind](workspace, guide, meeting, today))
    if kind is Kind.TOPIC:
        return [_topic(workspace, meeting, key, heading.minutes) for key in found]
    return [_item(meeting, kind, heading, found)] if found else []


def available(meeting: Meeting) -> int:
    """Return the minutes between the start and the end of a meeting, an hour if unsaid."""
    start, end = _clock(meeting.start), _clock(meeting.end)
    return end - start if start is not None and end is not None and end > start else AVAILABLE


def _clock(hour: str) -> int | None:
    """Return an hour as minutes since midnight; None when it cannot be read."""
    found = _HOUR.fullmatch(hour)
    return int(found[1]) * 60 + int(found[2] or 0) if found else None


def _item(meeting: Meeting, kind: Kind, heading: Heading, ids: tuple[str, ...]) -> Item:
    base, each = MINUTES[kind]
    usual = heading.minutes or base + each * len(ids)
    return Item(kind, heading.key, ids, meeting.planned.get(heading.key, usual))


def _topic(workspace: Workspace, meeting: Meeting, key: str, usual: int) -> Item:
    topic = next(t for t in open_topics(workspace, meeting) if t.id == key)
    minutes = topic.minutes or usual or MINUTES[Kind.TOPIC][1]
    name = f"topics/{key}"
    return Item(Kind.TOPIC, name, (key,), meeting.planned.get(name, minutes))


def planning(key: str, name: str, minutes: int) -> Change:
    """Return the verb that gives an item of a meeting its minutes."""

    def change(workspace: Workspace) -> Workspace:
        meeting = workspace.find(Meeting, key)
        if meeting is None:
            return workspace
        return put(workspace, replace(meeting, planned={**meeting.planned, name: minutes}))

    return change


def begun(workspace: Workspace, meeting: Meeting, today: date) -> bool:
    """Tell whether a meeting has begun: someone is ticked, something is noted, or it is past."""
    if meeting.state is not MeetingState.DRAFT or (meeting.on and meeting.on < today):
        return True
    attended = meeting.present or meeting.excused or meeting.absent
    if attended or meeting.timeline or meeting.closed_on or meeting.clock or meeting.spent:
        return True
    if any(asked_in(risk, meeting.id) for risk in workspace.alive(Risk)):
        return True
    noted: tuple[Note | Decision, ...] = (*workspace.alive(Note), *workspace.alive(Decision))
    return bool(actions_from(workspace, meeting)) or any(
        each.meeting == meeting.id for each in noted
    )


# -- what there is to look at


def _actions(workspace: Workspace, _guide: Guide, meeting: Meeting, _today: date) -> Iterator[str]:
    """Yield the open actions that were promised before, the earliest due first."""
    mine = f"meetings/{meeting.id}"
    return (action.id for action in open_actions(workspace) if action.origin != mine)


def _risks(workspace: Workspace, _guide: Guide, meeting: Meeting, today: date) -> Iterator[str]:
    """Yield the risks whose review is due or whose acceptance ends by the meeting."""
    horizon, scale = _horizon(meeting, today), scale_of(workspace)
    return (
        risk.id
        for risk in open_risks(workspace)
        if review_due(risk, horizon, scale) or acceptance_over(risk, horizon)
    )


def _horizon(meeting: Meeting, today: date) -> date:
    far = today + timedelta(days=REVIEW_AHEAD)
    return min(meeting.on, far) if meeting.on else today


def _triggers(workspace: Workspace, _guide: Guide, meeting: Meeting, today: date) -> list[str]:
    return [risk.id for risk in asked_by(workspace, meeting, today)]


def asked_by(workspace: Workspace, meeting: Meeting, today: date) -> list[Risk]:
    """Return the risks whose question is to be asked in a meeting, or was asked there."""
    over = meeting.state is not MeetingState.DRAFT or meeting.closed_on is not None
    day = date.min if over else _horizon(meeting, today)
    return to_ask(workspace, day, meeting.id)


def _messages(workspace: Workspace, _guide: Guide, meeting: Meeting, today: date) -> list[str]:
    until = max(meeting.on or today, today)
    due = [line for line in workspace.alive(Line) if line.due and line.due <= until]
    return [line.id for line in sorted(due, key=lambda line: line.due or date.max)]


def _statement(
    workspace: Workspace, _guide: Guide, _meeting: Meeting, _today: date
) -> Iterator[str]:
    """Yield the organizations that do not agree yet with the last version, once it was sent."""
    version = latest(workspace)
    if version is None or not version.sendings:
        return
    settled = {Stance.AGREES, Stance.ABSTAINS}
    for party in parties(workspace):
        word = version.words.get(party.id)
        if word is None or word.stance not in settled:
            yield party.id


def _questions(workspace: Workspace, guide: Guide, _meeting: Meeting, _today: date) -> list[str]:
    """Return a few questions: those where organizations differ, then those under discussion."""
    open_still = discussed(workspace, guide, AnswerState.OPEN, AnswerState.TALKING)
    split = [q.id for q in open_still if is_contested(workspace, q)]
    talking = [q.id for q in discussed(workspace, guide, AnswerState.TALKING)]
    return list(dict.fromkeys([*split, *talking]))[:QUESTIONS]


def discussed(workspace: Workspace, guide: Guide, *states: AnswerState) -> list[Question]:
    """Return the questions whose answer is in one of these states and not private."""
    found = [(q, answer_of(workspace, q.id)) for q in guide.questions()]
    return [q for q, answer in found if answer and answer.state in states and not answer.private]


def is_contested(workspace: Workspace, question: Question) -> bool:
    """Tell whether organizations differ on a question, or one has a reserve."""
    answer = answer_of(workspace, question.id)
    if answer is None:
        return False
    among = {party.id for party in parties(workspace)}
    if differs(answer, question, among):
        return True
    spoke = (answer.positions.get(key, Response()) for key in among)
    return any(set(filled(response)[:1]) & RESERVED for response in spoke)


def _topics(workspace: Workspace, _guide: Guide, meeting: Meeting, _today: date) -> Iterator[str]:
    return (topic.id for topic in open_topics(workspace, meeting))


def _parked(workspace: Workspace, _guide: Guide, _meeting: Meeting, _today: date) -> Iterator[str]:
    return (topic.id for topic in parked_topics(workspace))


def _adopt(workspace: Workspace, _guide: Guide, meeting: Meeting, _today: date) -> list[str]:
    """Return the minutes of earlier meetings that wait to be adopted."""
    known = workspace.find(Meeting, meeting.id)
    return [each.id for each in to_adopt(workspace, known or meeting)]


SOURCES: Final[Mapping[Kind, Source]] = {
    Kind.ADOPT: _adopt,
    Kind.ACTIONS: lambda *of: list(_actions(*of)),
    Kind.RISKS: lambda *of: list(_risks(*of)),
    Kind.TRIGGERS: _triggers,
    Kind.MESSAGES: _messages,
    Kind.STATEMENT: lambda *of: list(_statement(*of)),
    Kind.QUESTIONS: _questions,
    Kind.TOPIC: lambda *of: list(_topics(*of)),
    Kind.PARKED: lambda *of: list(_parked(*of)),
}
