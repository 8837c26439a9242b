"""What people do to an answer."""

from __future__ import annotations

from partner_tui.domain.answers import (
    has_words,
    marking_private,
    noting,
    responding,
    stating,
    strings_of,
)
from partner_tui.domain.records import Answer, Response
from partner_tui.domain.values import AnswerState
from partner_tui.domain.workspace import Change, Workspace

Q = "s2.open.who"


def after(*changes: Change) -> Workspace:
    """Return an empty workspace once these verbs were applied."""
    workspace = Workspace()
    for change in changes:
        workspace = change(workspace)
    return workspace


def answer(*changes: Change) -> Answer:
    """Return the answer once these verbs were applied."""
    return after(*changes).table(Answer)[Q]


def test_an_answer_is_made_when_its_first_words_arrive() -> None:
    made = answer(responding(Q, 1, ("Jeudi",)))
    assert made.response == Response(values=((), ("Jeudi",)))
    assert made.state is AnswerState.TALKING


def test_the_other_parts_stay_when_one_is_written() -> None:
    made = answer(responding(Q, 2, ("c",)), responding(Q, 0, ("a", "b")))
    assert made.response.values == (("a", "b"), (), ("c",))


def test_an_organization_answers_for_itself() -> None:
    made = answer(responding(Q, 0, ("yes",), "org1"), noting(Q, "Oui, mais.", "org1"))
    assert made.positions == {"org1": Response(values=(("yes",),), note="Oui, mais.")}
    assert made.response == Response()
    assert strings_of(made, 0, "org1") == ("yes",)
    assert strings_of(made, 4, "org1") == strings_of(None, 0) == ()


def test_nothing_written_makes_no_answer() -> None:
    assert after(responding(Q, 0, ()), noting(Q, "")) == Workspace()


def test_the_same_words_again_change_nothing() -> None:
    workspace = after(responding(Q, 0, ("a",)))
    assert responding(Q, 0, ("a",))(workspace) is workspace


def test_words_move_the_state_only_the_first_time() -> None:
    back = answer(responding(Q, 0, ("a",)), stating(Q, AnswerState.OPEN), noting(Q, "b"))
    assert back.state is AnswerState.OPEN
    agreed = answer(stating(Q, AnswerState.AGREED), responding(Q, 0, ("a",)))
    assert agreed.state is AnswerState.AGREED


def test_words_taken_back_leave_the_state_to_the_person() -> None:
    made = answer(responding(Q, 0, ("a",)), responding(Q, 0, ()))
    assert not has_words(made)
    assert made.state is AnswerState.TALKING


def test_a_state_can_be_said_without_words() -> None:
    assert answer(stating(Q, AnswerState.SKIPPED)).state is AnswerState.SKIPPED
    assert after(stating(Q, AnswerState.OPEN)) == Workspace()


def test_a_question_private_from_the_start_makes_a_private_answer() -> None:
    assert answer(responding(Q, 0, ("a",), private=True)).private
    shared = answer(responding(Q, 0, ("a",)), noting(Q, "b", private=True))
    assert not shared.private


def test_an_answer_is_made_private_and_shared_again() -> None:
    assert answer(marking_private(Q, True)).private
    assert not answer(marking_private(Q, True), marking_private(Q, False)).private
