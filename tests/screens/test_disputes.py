"""One key on a line that someone else just changed: both values are shown, one chooses."""

from __future__ import annotations

import pytest
from driving import SIZE, elsewhere, press, words, write

from partner_tui.app import PartnerApp
from partner_tui.domain.records import Decision, Risk
from partner_tui.domain.values import RiskState
from partner_tui.domain.workspace import editing
from partner_tui.screens.dialogs.weigh import Weigh
from partner_tui.widgets.prompt import Prompt


@pytest.mark.parametrize(("key", "mine"), [("m", True), ("l", False)])
async def test_a_state_that_two_people_moved(demo_app: PartnerApp, key: str, mine: bool) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4")
        elsewhere(demo_app, editing(Risk, "r1", state=RiskState.CLOSED))
        await press(pilot, "space")
        assert isinstance(demo_app.screen, Weigh) and "Direction" in words(demo_app)
        await press(pilot, key)
        assert not isinstance(demo_app.screen, Weigh)
        found = demo_app.services.workspace.table(Risk)["r1"].state
        assert (found is not RiskState.CLOSED) is mine


@pytest.mark.parametrize("seen", [False, True], ids=["at once", "after it was shown"])
async def test_a_line_of_the_minutes_that_two_people_corrected(
    demo_app: PartnerApp, seen: bool
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "enter", "d")
        await write(pilot, "On garde le mardi")
        await press(pilot, "enter", "escape", "e")
        (key,) = (
            key
            for key, each in demo_app.services.workspace.table(Decision).items()
            if each.text == "On garde le mardi"
        )
        assert demo_app.screen.query_one(Prompt).text == "On garde le mardi"
        elsewhere(demo_app, editing(Decision, key, text="On garde le jeudi"))
        if seen:
            demo_app.catch_up()
        await write(pilot, " soir")
        await press(pilot, "enter")
        assert isinstance(demo_app.screen, Weigh)
        assert "On garde le jeudi" in words(demo_app) and "le mardi soir" in words(demo_app)
        await press(pilot, "j")
        text = demo_app.services.workspace.table(Decision)[key].text
        assert "jeudi" in text and "mardi soir" in text
        assert not demo_app.screen.query_one(Prompt).display
        assert list(demo_app.services.drafts._all()) == []
