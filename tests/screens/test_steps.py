"""Étapes: walk the nine steps with the keys; every change is in the dossier at once."""

from __future__ import annotations

import pytest
from driving import SIZE, copied, foot, notice, press, words, write
from textual.pilot import Pilot

from partner_tui.app import PartnerApp
from partner_tui.domain.known import answer_of
from partner_tui.domain.values import AnswerState
from partner_tui.messages import Go
from partner_tui.screens.record_list import RecordList
from partner_tui.screens.steps.answer import AnswerScreen
from partner_tui.screens.steps.screen import StepsScreen
from partner_tui.widgets.page import Page


def steps(app: PartnerApp) -> StepsScreen:
    """Return the screen, which must be in front."""
    assert isinstance(app.screen, StepsScreen)
    return app.screen


async def at(app: PartnerApp, pilot: Pilot[int], place: str) -> StepsScreen:
    """Open the screen on a step or a question."""
    await press(pilot, "2")
    steps(app).go_to(place)
    await pilot.pause()
    return steps(app)


def state(app: PartnerApp, question: str) -> AnswerState | None:
    """Return how far a question has come in the dossier."""
    found = answer_of(app.services.workspace, question)
    return found.state if found else None


async def test_the_first_step_is_open_at_its_first_question(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        assert steps(demo_app).step.number == 1
        assert steps(demo_app).question == demo_app.services.guide.steps[0].questions[0]
        assert "Étape 1" in words(demo_app)


async def test_every_step_is_reached_with_one_key_and_the_ring_closes(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        for step in demo_app.services.guide.steps:
            assert steps(demo_app).step is step
            assert step.short in words(demo_app)
            assert steps(demo_app).lines.keys == tuple(q.id for q in step.questions)
            await press(pilot, "right")
        assert steps(demo_app).step.number == 1
        await press(pilot, "h")
        assert steps(demo_app).step is demo_app.services.guide.steps[-1]


async def test_a_step_is_found_as_it_was_left(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "down", "down", "down")
        left = steps(demo_app).lines.key
        await press(pilot, "l", "down", "h")
        assert steps(demo_app).lines.key == left


async def test_space_moves_the_state_on_and_round(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        screen = await at(empty_app, pilot, "s1.need.others")
        seen = []
        for _ in range(3):
            await press(pilot, "space")
            seen.append(state(empty_app, "s1.need.others"))
        assert seen == [AnswerState.TALKING, AnswerState.AGREED, AnswerState.OPEN]
        assert screen.lines.key == "s1.need.others"
        await press(pilot, "u")
        assert state(empty_app, "s1.need.others") is AnswerState.AGREED


async def test_a_question_is_set_aside_and_taken_back(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        await at(empty_app, pilot, "s1.need.others")
        await press(pilot, "s")
        assert state(empty_app, "s1.need.others") is AnswerState.SKIPPED
        assert "sans objet" in words(empty_app)
        assert "1/" in words(empty_app), "a question set aside counts as answered"
        await press(pilot, "s")
        assert state(empty_app, "s1.need.others") is AnswerState.OPEN


async def test_p_keeps_an_answer_private_and_shows_a_sign(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await at(demo_app, pilot, "s1.need.others")
        assert "⌂" not in words(demo_app)
        await press(pilot, "p")
        found = answer_of(demo_app.services.workspace, "s1.need.others")
        assert found is not None and found.private
        assert "⌂" in words(demo_app)
        assert "Privé" in notice(demo_app)
        await press(pilot, "p")
        assert "partagé" in notice(demo_app)


async def test_a_question_that_is_private_by_nature_says_so_from_the_start(
    empty_app: PartnerApp,
) -> None:
    private = next(q for q in empty_app.services.guide.questions() if q.private)
    async with empty_app.run_test(size=SIZE) as pilot:
        await at(empty_app, pilot, private.id)
        assert "⌂" in words(empty_app)


async def test_i_goes_round_the_open_questions(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        first = empty_app.services.guide.steps[0].questions
        await press(pilot, "2", "s", "i")
        assert steps(empty_app).lines.key == first[1].id
        last = empty_app.services.guide.nine[-1].questions[-1].id
        steps(empty_app).go_to(last)
        await press(pilot, "i")
        assert steps(empty_app).lines.key == first[1].id


async def test_i_says_when_nothing_is_open(
    demo_app: PartnerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("partner_tui.screens.steps.screen.next_open", lambda *_: "")
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "i")
        assert notice(demo_app)


async def test_a_difference_between_organizations_has_a_sign(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        seen = ""
        for _ in demo_app.services.guide.steps:
            seen += words(demo_app)
            await press(pilot, "right")
        assert "≠" in seen


async def test_the_pane_tells_why_then_the_answer_again(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await at(demo_app, pilot, "s1.need.others")
        answer = [row.text for row in screen.query_one("#answer", Page).rows]
        await press(pilot, "f2")
        why = [row.text for row in screen.query_one("#answer", Page).rows]
        assert why != answer
        await press(pilot, "f2")
        assert [row.text for row in screen.query_one("#answer", Page).rows] == answer


async def test_z_turns_from_the_answer_to_the_guide_to_the_whole_list(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "z")
        guide = steps(demo_app).query_one("#guide", Page)
        assert guide.region.height > 5 and demo_app.focused is guide
        await press(pilot, "z")
        assert demo_app.focused is steps(demo_app).lines
        assert not steps(demo_app).query_one("#answer").region.height
        await press(pilot, "z")
        assert steps(demo_app).query_one("#answer").region.height


async def test_a_wide_terminal_shows_the_guide_beside(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2")
        guide, lines = steps(demo_app).query_one("#guide", Page), steps(demo_app).lines
        assert guide.region.x > lines.region.x and guide.region.height > 20


async def test_enter_opens_the_editor_and_esc_comes_back_to_the_question(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await at(demo_app, pilot, "s1.need.others")
        await press(pilot, "enter")
        assert isinstance(demo_app.screen, AnswerScreen)
        await press(pilot, "escape")
        assert steps(demo_app).lines.key == "s1.need.others"
        assert demo_app.focused is steps(demo_app).lines


async def test_a_filter_then_enter_opens_what_was_found(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "slash")
        await write(pilot, "joindre")
        await press(pilot, "enter", "enter")
        assert isinstance(demo_app.screen, AnswerScreen)
        await press(pilot, "escape")
        assert steps(demo_app).lines.needle == "joindre"
        await press(pilot, "escape")
        assert steps(demo_app).lines.needle == ""


async def test_changing_step_takes_the_filter_away_from_the_title(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "slash")
        await write(pilot, "joindre")
        await press(pilot, "enter", "right")
        assert "filtre" not in words(demo_app)


async def test_y_copies_the_question_with_its_answer(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await at(demo_app, pilot, "s1.dup.join")
        await press(pilot, "y")
        await demo_app.workers.wait_for_complete()
        (text,) = copied(demo_app)
        question, answer = text.split("\n")
        assert question.endswith("?") and answer == "non"


@pytest.mark.parametrize(
    ("target", "record"),
    [("objectives/b4", "b4"), ("messages/l3", "l3"), ("resources/res10", "res10")],
)
async def test_a_record_that_waits_is_reached_from_home(
    demo_app: PartnerApp, target: str, record: str
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        demo_app.post_message(Go(target))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(demo_app.screen, RecordList)
        assert demo_app.screen.lines.key == record
        await press(pilot, "q")
        question = steps(demo_app).question
        assert question is not None and question.records == target.partition("/")[0]


async def test_every_line_that_waits_at_home_leads_to_its_record(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        keys = [key for key in demo_app.screen.query_one("LineList").keys if "/" in key]  # type: ignore[attr-defined]
        for key in keys:
            demo_app.post_message(Go(key.partition("#")[0]))
            await pilot.pause()
            await pilot.pause()
            assert type(demo_app.screen).__name__ != "HomeScreen", key
            assert "nulle part" not in words(demo_app), key
            await demo_app.run_action("app.go('home')")
            await pilot.pause()


async def test_the_foot_says_how_to_answer(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        assert foot(demo_app).strip().startswith("⏎ répondre")
        assert "espace état" in foot(demo_app)
        await pilot.resize_terminal(100, 24)  # at 80, help and the way out come before
        assert "← → étape" in foot(demo_app)
