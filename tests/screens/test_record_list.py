"""The records that answer a question: listed, opened, added, archived, left."""

from __future__ import annotations

import pytest
from driving import SIZE, copied, foot, notice, press, title, words, write
from textual.pilot import Pilot

from partner_tui.app import PartnerApp
from partner_tui.domain.records import Action, Objective, Risk
from partner_tui.domain.values import RiskFamily
from partner_tui.guide.load import guide
from partner_tui.screens.actions.screen import ActionsScreen
from partner_tui.screens.dialogs.form import FormScreen
from partner_tui.screens.home.screen import HomeScreen
from partner_tui.screens.record_list import RecordList
from partner_tui.screens.steps.screen import StepsScreen

ASKED = [q.id for q in guide("fr").questions() if q.records]


async def opened(app: PartnerApp, pilot: Pilot[int], question: str) -> RecordList:
    """Open the records of a question."""
    await press(pilot, "2")
    assert isinstance(app.screen, StepsScreen)
    app.screen.go_to(question)
    await press(pilot, "enter")
    assert isinstance(app.screen, RecordList)
    return app.screen


@pytest.mark.parametrize("question", ASKED)
async def test_every_list_opens_adds_and_takes_back(empty_app: PartnerApp, question: str) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        screen = await opened(empty_app, pilot, question)
        assert "n ajoute" in words(empty_app)
        await press(pilot, "n")
        assert isinstance(empty_app.screen, FormScreen)
        await write(pilot, "Un essai")
        await press(pilot, "escape")
        assert empty_app.screen is screen
        assert len(screen.lines.keys) == 1 and "Un essai" in words(empty_app)
        assert screen.record is not None, "the cursor is on what was added"
        await press(pilot, "u")
        assert not screen.lines.keys
        assert "Annulé" in notice(empty_app) and "Un essai" in notice(empty_app)


async def test_a_form_left_empty_adds_nothing(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        await opened(empty_app, pilot, "s6.plan.base")
        before = empty_app.services.workspace
        await press(pilot, "n", "tab", "escape")
        assert empty_app.services.workspace is before


async def test_the_cursor_stands_on_what_was_just_added(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await opened(demo_app, pilot, "s6.plan.base")
        await press(pilot, "n")
        await write(pilot, "Nouveau but")
        await press(pilot, "escape")
        record = screen.record
        assert isinstance(record, Objective) and record.label == "Nouveau but"


async def test_enter_opens_the_record_and_a_field_is_saved(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await opened(demo_app, pilot, "s6.plan.base")
        key = screen.lines.key
        await press(pilot, "enter", "end")
        await write(pilot, " bien")
        await press(pilot, "escape")
        found = demo_app.services.workspace.find(Objective, key)
        assert found is not None and found.label.endswith(" bien")
        assert screen.lines.key == key and demo_app.focused is screen.lines


async def test_a_record_is_archived_and_brought_back(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await opened(demo_app, pilot, "s6.plan.base")
        key = screen.lines.key
        await press(pilot, "x")
        assert key not in screen.lines.keys
        assert notice(demo_app) == "Archivé; u le ramène."
        await press(pilot, "u")
        assert key in screen.lines.keys


async def test_keys_on_an_empty_list_do_no_harm(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        screen = await opened(empty_app, pilot, "s6.plan.base")
        await press(pilot, "e", "x", "enter", "y", "Y", "down")
        assert empty_app.screen is screen


async def test_a_risk_takes_the_family_of_its_question(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        await opened(empty_app, pilot, "s7.list.time")
        await press(pilot, "n")
        await write(pilot, "Retard")
        await press(pilot, "escape")
        (risk,) = empty_app.services.workspace.alive(Risk)
        assert risk.family is RiskFamily.TIME


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_it_goes_back_to_the_question(demo_app: PartnerApp, key: str) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await opened(demo_app, pilot, "s6.plan.base")
        assert "q retour" in foot(demo_app)
        await press(pilot, key)
        assert isinstance(demo_app.screen, StepsScreen)
        assert demo_app.screen.lines.key == "s6.plan.base"
        assert demo_app.focused is demo_app.screen.lines


async def test_escape_takes_the_filter_away_before_it_goes_back(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await opened(demo_app, pilot, "s6.plan.base")
        await press(pilot, "slash")
        await write(pilot, "satisfaire")
        await press(pilot, "enter", "escape")
        assert demo_app.screen is screen and screen.lines.needle == ""
        await press(pilot, "escape")
        assert isinstance(demo_app.screen, StepsScreen)


async def test_a_screen_can_be_opened_from_it(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await opened(demo_app, pilot, "s6.plan.base")
        await press(pilot, "g", "a")
        assert isinstance(demo_app.screen, HomeScreen)
        await press(pilot, "2")
        assert isinstance(demo_app.screen, StepsScreen)


async def test_y_copies_a_record_and_capital_y_the_list(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await opened(demo_app, pilot, "s6.plan.base")
        for key in ("y", "Y"):
            await press(pilot, key)
            await demo_app.workers.wait_for_complete()
            await pilot.pause()
        one, every = copied(demo_app)
        assert one in every
        assert every.count("\n") >= len(screen.lines.keys)


async def test_the_steps_behind_show_the_new_count(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        await opened(empty_app, pilot, "s6.plan.base")
        await press(pilot, "n")
        await write(pilot, "But")
        await press(pilot, "escape", "escape")
        assert "1 fiche" in words(empty_app)


async def test_an_objective_leads_to_its_actions_and_each_of_them_names_it(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await opened(demo_app, pilot, "s6.plan.base")
        await press(pilot, "a")
        screen = demo_app.screen
        assert isinstance(screen, ActionsScreen) and "Objectif" in title(demo_app)
        keys = [key.removeprefix("actions/") for key in screen.lines.keys]
        shown = [screen.workspace.table(Action)[key] for key in keys]
        assert shown and {action.objective for action in shown} == {"b1"}
        assert "Objectif\u00a0: Offrir 24 soirées" in words(demo_app)
        await press(pilot, "escape")
        assert len(screen.lines.keys) > len(keys) or screen.choice.born == ""
