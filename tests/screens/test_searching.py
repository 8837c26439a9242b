"""Searching all the minutes through keys: asked, answered, gone to, found again."""

from __future__ import annotations

from driving import SIZE, notice, press, title, words, write

from partner_tui import i18n
from partner_tui.app import PartnerApp
from partner_tui.screens.meeting.screen import MeetingScreen
from partner_tui.screens.searching.screen import SearchingScreen


async def test_a_decision_is_found_opened_in_its_meeting_and_found_again(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "f")
        assert isinstance(demo_app.screen, SearchingScreen)
        await write(pilot, "type:decision AFFICHES")
        seen = words(demo_app)
        assert "décision · « affiches » → 1 endroit" in seen.replace("\u00a0", " ")
        assert "Contact mensuel nº 5 · 2026-11-03" in seen.replace("\u00a0", " ")
        await press(pilot, "enter", "enter")
        assert isinstance(demo_app.screen, MeetingScreen)
        assert demo_app.screen.lines.key == "decisions/d7" and "nº" in title(demo_app)
        await press(pilot, "q", "f")
        assert isinstance(demo_app.screen, SearchingScreen)
        assert demo_app.screen.lines.key == "decisions/d7"
        await press(pilot, "escape")
        assert not isinstance(demo_app.screen, SearchingScreen)


async def test_a_mistake_is_one_sentence_and_an_example_can_be_tried(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await demo_app.run_action("app.above('searching')")
        await pilot.pause()
        await press(pilot, "down", "enter")
        assert demo_app.services.sought[0] == "type:décision"
        assert "D7" in words(demo_app)
        await press(pilot, "slash", "ctrl+u")
        await write(pilot, "org:zzz")
        seen = words(demo_app)
        assert "Après org:…, un organisme du dossier" in seen and "Maison" in seen
        assert "D7" not in seen and not notice(demo_app)


async def test_the_search_speaks_english(demo_app: PartnerApp) -> None:
    i18n.use("en")
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "f")
        await write(pilot, "type:action who:clinical lead")
        seen = words(demo_app)
        assert "follow-up · Clinical lead · Maison → 2 places" in seen
        assert "Outside the meetings" not in seen
