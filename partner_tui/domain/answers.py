"""What people do to an answer: write its words, say how far it has come, keep it to themselves."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from partner_tui.domain.parsing import Strings
from partner_tui.domain.records import Answer, Response
from partner_tui.domain.values import AnswerState
from partner_tui.domain.workspace import Change, Workspace, put

EMPTY = Response()


def has_words(answer: Answer | None) -> bool:
    """Return True when something was written in answer, by all or by one organization."""
    if answer is None:
        return False
    return any(_worded(each) for each in (answer.response, *answer.positions.values()))


def response_of(answer: Answer | None, subject: str = "") -> Response:
    """Return the words of all, or those of one organization or objective."""
    if answer is None:
        return EMPTY
    return answer.positions.get(subject, EMPTY) if subject else answer.response


def strings_of(answer: Answer | None, part: int, subject: str = "") -> Strings:
    """Return the value of one part of an answer."""
    values = response_of(answer, subject).values
    return values[part] if part < len(values) else ()


def responding(
    question: str, part: int, strings: Strings, subject: str = "", *, private: bool = False
) -> Change:
    """Return the verb that answers a part of a question; `private` counts when it is new."""

    def write(response: Response) -> Response:
        values = list(response.values)
        values += [()] * (part + 1 - len(values))
        values[part] = strings
        return replace(response, values=tuple(values))

    return _writing(question, subject, write, private)


def noting(question: str, text: str, subject: str = "", *, private: bool = False) -> Change:
    """Return the verb that writes the note beside an answer."""
    return _writing(question, subject, lambda r: replace(r, note=text), private)


def stating(question: str, state: AnswerState) -> Change:
    """Return the verb that says how far a question has come."""
    return _changing(question, lambda answer: replace(answer, state=state))


def marking_private(question: str, private: bool) -> Change:
    """Return the verb that keeps an answer from shared documents, or lets it in."""
    return _changing(question, lambda answer: replace(answer, private=private))


def _writing(
    question: str, subject: str, write: Callable[[Response], Response], private: bool
) -> Change:
    def change(answer: Answer) -> Answer:
        response = write(response_of(answer, subject))
        if response == response_of(answer, subject) or not (
            _worded(response) or _worded(response_of(answer, subject))
        ):
            return answer
        return _talking(answer, _answered(answer, subject, response))

    return _changing(question, change, private)


def _answered(answer: Answer, subject: str, response: Response) -> Answer:
    if not subject:
        return replace(answer, response=response)
    return replace(answer, positions={**answer.positions, subject: response})


def _talking(before: Answer, after: Answer) -> Answer:
    """Say that a question is being discussed when its first words arrive."""
    first = before.state is AnswerState.OPEN and not has_words(before) and has_words(after)
    return replace(after, state=AnswerState.TALKING) if first else after


def _changing(question: str, change: Callable[[Answer], Answer], private: bool = False) -> Change:
    """Return the verb that changes an answer, made when it is not there yet."""

    def apply(workspace: Workspace) -> Workspace:
        found = workspace.find(Answer, question)
        before = found or Answer(id=question, private=private)
        after = change(before)
        return workspace if after == before else put(workspace, after)

    return apply


def _worded(response: Response) -> bool:
    return bool(response.note) or any(response.values)
