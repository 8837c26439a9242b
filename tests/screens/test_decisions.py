"""The register of decisions and handing over, with real keys."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from screens.conftest import TODAY
from textual.pilot import Pilot
from textual.widgets import Input

from partner_tui.app import PartnerApp
from partner_tui.domain.handing import held
from partner_tui.domain.records import Action, Contact, Decision
from partner_tui.screens.base import WorkScreen
from partner_tui.screens.decisions.screen import DecisionsScreen
from partner_tui.screens.dialogs.form import FormScreen
from partner_tui.screens.dialogs.pick import Pick
from partner_tui.screens.handing.screen import HandingScreen
from partner_tui.screens.home.screen import HomeScreen
from partner_tui.screens.meeting.screen import MeetingScreen
from partner_tui.widgets.page import Page


@asynccontextmanager
async def decisions(app: PartnerApp) -> AsyncIterator[Pilot[int]]:
    """Give the program on the register of decisions."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "d")
        await pilot.pause()
        yield pilot


async def write(pilot: Pilot[int], text: str, *then: str) -> None:
    """Put words on the line, as a paste does, then press keys."""
    pilot.app.screen.query_one(Input).insert_text_at_cursor(text)
    await pilot.pause()
    await pilot.press(*then)
    await pilot.pause()


def shown(app: PartnerApp) -> str:
    """Return the words of the list."""
    assert isinstance(app.screen, WorkScreen)
    rows = (" ".join(cell.text for cell in line.cells) for line in app.screen.lines.shown)
    return "\n".join(re.sub("[ \u00a0]+", " ", row).strip() for row in rows)


def copies(app: PartnerApp) -> list[str]:
    """Return the texts that were copied."""
    given: list[tuple[str, str]] = app._copier.given  # type: ignore[attr-defined]  # a fake
    return [text for _name, text in given]


def find(app: PartnerApp, key: str) -> Decision:
    """Return a decision of the dossier."""
    found = app.services.workspace.find(Decision, key)
    assert found is not None
    return found


async def test_decisions_are_listed_newest_first_with_what_replaced_them(
    demo_app: PartnerApp,
) -> None:
    async with decisions(demo_app) as pilot:
        assert re.findall(r"^D\d+", shown(demo_app), re.MULTILINE) == [
            f"D{n}" for n in range(8, 0, -1)
        ]
        assert "D5 2026-09-08 Ouvrir les soirées à 18 h. remplacée par D8 nº 3" in shown(demo_app)
        pane = "\n".join(row.text for row in demo_app.screen.query_one(Page).rows)
        assert "En vigueur." in pane
        assert "D5 Ouvrir les soirées" in pane
        await pilot.press("v")
        assert "D5" not in shown(demo_app)
        await pilot.press("slash")
        await write(pilot, "affiches", "enter")
        assert shown(demo_app).startswith("D7")


async def test_enter_goes_to_the_meeting_or_opens_the_form(demo_app: PartnerApp) -> None:
    async with decisions(demo_app) as pilot:
        await pilot.press("end", "enter")
        await pilot.pause()
        assert isinstance(demo_app.screen, FormScreen), "D1 was taken outside a meeting"
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("home", "enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(demo_app.screen, MeetingScreen)
        assert demo_app.screen.lines.key == "decisions/d8"


async def test_r_says_what_replaces_a_decision_and_takes_it_back(demo_app: PartnerApp) -> None:
    async with decisions(demo_app) as pilot:
        await pilot.press("down", "r")
        await pilot.pause()
        assert isinstance(demo_app.screen, Pick)
        await write(pilot, "D8", "enter")
        assert find(demo_app, "d7").superseded_by == "d8"
        await pilot.press("r")
        await pilot.pause()
        await write(pilot, "aucune", "enter")
        assert find(demo_app, "d7").superseded_by == ""
        await pilot.press("u", "u")
        assert find(demo_app, "d7").superseded_by == ""


async def test_copies_archive_and_back(demo_app: PartnerApp) -> None:
    async with decisions(demo_app) as pilot:
        await pilot.press("y", "Y")
        await demo_app.workers.wait_for_complete()
        line, page = copies(demo_app)
        assert line.startswith("D8 Ouvrir à")
        assert "Registre des décisions" in page
        await pilot.press("x")
        assert find(demo_app, "d8").archived
        await pilot.press("q")
        assert not isinstance(demo_app.screen, DecisionsScreen)


async def test_an_empty_register_says_how_it_begins(empty_app: PartnerApp) -> None:
    async with decisions(empty_app) as pilot:
        assert "Aucune décision encore." in shown(empty_app)
        await pilot.press("r", "e", "x", "enter", "y")
        assert isinstance(empty_app.screen, DecisionsScreen)


# -- handing over


async def hand_over(pilot: Pilot[int], leaver: str, successor: str) -> None:
    """Choose who leaves and who takes over."""
    await pilot.press("ctrl+p")
    await pilot.pause()
    await write(pilot, "passer la main", "enter")
    await pilot.pause()
    await write(pilot, leaver, "enter")
    await write(pilot, successor, "enter")


async def test_handing_over_is_shown_then_done_in_one_change_and_copied(
    demo_app: PartnerApp,
) -> None:
    services = demo_app.services
    before = services.workspace
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await hand_over(pilot, "partenariats", "agente")
        assert isinstance(demo_app.screen, HandingScreen)
        assert "S7 Rédiger la note de mi-année" in shown(demo_app)
        assert services.workspace == before, "nothing changes before Enter"
        await pilot.press("enter")
        await pilot.pause()
        await demo_app.workers.wait_for_complete()
        assert held(services.workspace, "c1", TODAY) == []
        action = services.workspace.find(Action, "a7")
        assert action is not None
        assert (action.owner, action.organization) == ("c5", "o2")
        leaver = services.workspace.find(Contact, "c1")
        assert leaver is not None
        assert leaver.until == TODAY
        text = copies(demo_app)[-1]
        for words in ("Fiche de passation", "S7", "R6", "1er décembre 2026", "D8", "Chef clinique"):
            assert words in text
        await pilot.press("u")
        assert held(services.workspace, "c1", TODAY) == held(before, "c1", TODAY)
        assert held(services.workspace, "c5", TODAY) == held(before, "c5", TODAY)
        await pilot.press("q")
        assert isinstance(demo_app.screen, HomeScreen)


async def test_leaving_the_first_choice_goes_back(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await write(pilot, "passer la main", "enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(demo_app.screen, HomeScreen)
