"""What a meeting should look at: what each kind of item of its agenda holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from partner_tui.domain.adopting import to_adopt
from partner_tui.domain.known import answer_of, filled, parties
from partner_tui.domain.meetings import open_actions
from partner_tui.domain.progress import differs, is_concluded
from partner_tui.domain.questions import Guide, Question
from partner_tui.domain.records import Line, Meeting, Response, Risk
from partner_tui.domain.risks import REVIEW_AHEAD, acceptance_over, open_risks, review_due
from partner_tui.domain.scales import scale_of
from partner_tui.domain.stating import latest
from partner_tui.domain.topics import open_topics, parked_topics
from partner_tui.domain.triggers import to_ask
from partner_tui.domain.values import AnswerState, MeetingState, Stance, Tri
from partner_tui.domain.workspace import Workspace

QUESTIONS: Final = 3
"""How many questions one meeting takes up."""
RESERVED: Final = frozenset({Tri.PARTLY.value, Tri.NO.value})

Source = Callable[[Workspace, Guide, Meeting, date], Iterable[str]]


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
    """Tell whether organizations differ on a question, or one has a reserve, nothing kept of it."""
    answer = answer_of(workspace, question.id)
    if answer is None or is_concluded(answer):
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
    Kind.ACTIONS: _actions,
    Kind.RISKS: _risks,
    Kind.TRIGGERS: _triggers,
    Kind.MESSAGES: _messages,
    Kind.STATEMENT: _statement,
    Kind.QUESTIONS: _questions,
    Kind.TOPIC: _topics,
    Kind.PARKED: _parked,
}
"""Kind → the ids of what an item of that kind holds, in order."""
