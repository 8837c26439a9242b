"""A line typed at the foot of a screen waits for the one who comes back, until it is answered."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from driving import SIZE, foot, notice, press, write
from screens.conftest import an_app
from textual.pilot import Pilot

from partner_tui.app import PartnerApp
from partner_tui.domain.records import Risk
from partner_tui.storage.drafts import DRAFT_SECONDS
from partner_tui.widgets.prompt import Prompt


def prompt(app: PartnerApp) -> Prompt:
    """Return the line at the foot of the screen in front."""
    return app.screen.query_one(Prompt)


def kept(app: PartnerApp) -> list[str]:
    """Return the texts that are on the disk, as a session that begins would read them."""
    return [draft.text for _path, draft in app.services.drafts._all()]


async def pause(pilot: Pilot[int]) -> None:
    """Wait as long as a pause in the typing."""
    await pilot.pause(DRAFT_SECONDS + 0.3)


async def test_a_line_is_kept_within_a_second_and_forgotten_once_answered(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "n")
        await write(pilot, "Une panne")
        await pause(pilot)
        assert kept(demo_app) == ["Une panne"]
        await press(pilot, "enter")
        assert kept(demo_app) == []
        events = [risk.event for risk in demo_app.services.workspace.table(Risk).values()]
        assert events[-1] == "Une panne"


async def test_a_line_that_was_left_comes_back_with_its_key(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "n")
        await write(pilot, "Une panne")
        await press(pilot, "escape")
        assert "Texte gardé" in notice(demo_app) and kept(demo_app) == ["Une panne"]
        await press(pilot, "n")
        assert prompt(demo_app).text == "Une panne" and "Texte retrouvé" in notice(demo_app)
        await press(pilot, "ctrl+u", "escape")
        assert kept(demo_app) == []
        await press(pilot, "n")
        assert prompt(demo_app).text == ""


@pytest.mark.parametrize("end", ["quit", "hang up"])
async def test_a_session_that_ends_leaves_its_line_to_the_next(
    demo_app: PartnerApp, tmp_path: Path, end: str
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "enter", "d")
        await write(pilot, "On garde le mardi")
        if end == "quit":
            await press(pilot, "ctrl+q")
        else:
            demo_app._keep_typing()
    assert kept(demo_app) == ["On garde le mardi"]
    for path in (demo_app.services.paths.state / "drafts").iterdir():
        old = f'"process":{os.getpid()}'.encode()
        path.write_bytes(path.read_bytes().replace(old, b'"process":999999999'))
    again = an_app(demo_app.services.workspace, tmp_path)
    async with again.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "enter", "d")
        assert prompt(again).text == "On garde le mardi"
        assert "Texte retrouvé" in notice(again)


async def test_the_name_typed_to_erase_someone_is_kept_nowhere(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "7", "down")
        await demo_app.screen.run_action("forget")
        await write(pilot, "Quel")
        await pause(pilot)
        assert kept(demo_app) == []


async def test_a_line_that_changed_meanwhile_says_what_it_became(demo_app: PartnerApp) -> None:
    demo_app.services.drafts.keep("prompt/risks/new", "Une panne", "Autre chose")
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "n")
        assert "cette ligne est devenue" in notice(demo_app)


async def test_the_foot_tells_the_keys_of_the_line_then_those_of_the_screen_again(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "4")
        before = foot(demo_app)
        await press(pilot, "slash")
        assert foot(demo_app).split() == ["⏎", "garder", "ce", "filtre", "échap", "tout", "montrer"]
        await press(pilot, "escape", "n")
        assert foot(demo_app).strip() == "⏎ accepter  échap fermer; le texte est gardé"
        await press(pilot, "escape")
        assert foot(demo_app) == before
