"""How far the questions have come, and where organizations differ."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec import Struct

from partner_tui.domain.known import answer_of, filled, has_words, parties, speaks
from partner_tui.domain.questions import Kind, Per, Question
from partner_tui.domain.records import Answer, Objective, Record, Response, Risk
from partner_tui.domain.values import AnswerState
from partner_tui.domain.workspace import Workspace

COMPARED = frozenset({Kind.TRI, Kind.CHOICE, Kind.MULTI})
"""Kinds whose values can be compared from one organization to another."""


class Progress(Struct, frozen=True):
    """Counts over some questions."""

    answered: int = 0
    """Those with an answer, or set aside as not applicable."""
    agreed: int = 0
    to_discuss: int = 0
    """Those neither agreed nor set aside."""
    total: int = 0


def progress(workspace: Workspace, questions: Iterable[Question]) -> Progress:
    """Return how far these questions have come."""
    asked = list(questions)
    states = [state_of(workspace, question) for question in asked]
    settled = {AnswerState.AGREED, AnswerState.SKIPPED}
    return Progress(
        answered=sum(is_answered(workspace, question) for question in asked),
        agreed=states.count(AnswerState.AGREED),
        to_discuss=sum(state not in settled for state in states),
        total=len(asked),
    )


def state_of(workspace: Workspace, question: Question) -> AnswerState:
    """Return how far a question has come; one without an answer is open."""
    answer = answer_of(workspace, question.id)
    return AnswerState.OPEN if answer is None else answer.state


def is_answered(workspace: Workspace, question: Question) -> bool:
    """Tell whether a question is answered: by all parties, when it is asked to each."""
    answer = answer_of(workspace, question.id)
    if answer is not None and answer.state is AnswerState.SKIPPED:
        return True
    if question.records:
        return bool(records_for(workspace, question)) or _nothing_to_report(answer)
    if answer is None or not has_words(answer):
        return False
    return (
        question.per is None
        or answer.state is AnswerState.AGREED
        or _each_spoke(workspace, question, answer)
    )


def records_for(workspace: Workspace, question: Question) -> list[Record]:
    """Return the living records that answer a question asked through a table."""
    table = workspace.tables.get(question.records, {})
    living = [record for record in table.values() if not record.archived]
    if not question.family:
        return living
    return [r for r in living if isinstance(r, Risk) and r.family == question.family]


def differs(answer: Answer, question: Question, among: Collection[str] | None = None) -> bool:
    """Tell whether organizations gave different values where values can be compared."""
    if question.per is not Per.ORGANIZATION:
        return False
    responses = [r for key, r in answer.positions.items() if among is None or key in among]
    return any(
        len({frozenset(filled(response, n)) for response in responses if filled(response, n)}) > 1
        for n, part in enumerate(question.parts)
        if part.kind in COMPARED
    )


def is_concluded(answer: Answer) -> bool:
    """Tell whether what is kept of an answer was written down and agreed."""
    return answer.state is AnswerState.AGREED and bool(answer.response.note.strip())


def _nothing_to_report(answer: Answer | None) -> bool:
    return answer is not None and (has_words(answer) or bool(answer.response.note.strip()))


def _each_spoke(workspace: Workspace, question: Question, answer: Answer) -> bool:
    asked: list[Record] = (
        [*parties(workspace)] if question.per is Per.ORGANIZATION else [*workspace.alive(Objective)]
    )
    return bool(asked) and all(
        speaks(answer.positions.get(record.id, Response())) for record in asked
    )
