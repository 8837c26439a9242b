"""The life of the minutes with real keys: proposed, corrected, compared, adopted, then errata."""

from __future__ import annotations

from screens.test_meetings import find, meetings, pane, write
from textual.pilot import Pilot

from partner_tui.app import PartnerApp
from partner_tui.domain.records import Meeting, Note
from partner_tui.domain.values import MeetingState, NoteKind, OnMinutes
from partner_tui.screens.comparing import Compare
from partner_tui.screens.life.screen import LifeScreen
from partner_tui.widgets.chrome import NoticeBar
from partner_tui.widgets.page import Page


def five(app: PartnerApp) -> Meeting:
    """Return the minutes that were sent on 5 November."""
    return find(app, Meeting, "m5")


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def opened(pilot: Pilot[int]) -> LifeScreen:
    await press(pilot, "down", "v")
    screen = pilot.app.screen
    assert isinstance(screen, LifeScreen)
    return screen


def told(app: PartnerApp) -> str:
    return app.screen.query_one(NoticeBar).words


async def test_the_last_confirmation_adopts_and_undo_takes_it_back(demo_app: PartnerApp) -> None:
    async with meetings(demo_app) as pilot:
        screen = await opened(pilot)
        for organization in ("o1", "o2", "o3"):
            screen.lines.move_to(f"organizations/{organization}")
            await press(pilot, "space")
        assert five(demo_app).state is MeetingState.ADOPTED
        assert "compte rendu adopté" in told(demo_app)
        await press(pilot, "u")
        assert five(demo_app).state is MeetingState.SENT
        assert list(five(demo_app).words) == ["o1", "o2"]


async def test_a_correction_a_new_version_and_what_differs(demo_app: PartnerApp) -> None:
    async with meetings(demo_app) as pilot:
        screen = await opened(pilot)
        screen.lines.move_to("organizations/o2")
        await press(pilot, "c")
        await write(pilot, "Quatorze pairs", "enter")
        word = five(demo_app).words["o2"]
        assert (word.said, word.text, word.by) == (OnMinutes.CORRECTION, "Quatorze pairs", "Test")
        await press(pilot, "escape", "enter", "i")
        await write(pilot, "Quatorze pairs formés", "enter", "escape")
        await press(pilot, "v", "p", "enter")
        assert [bool(each.words) for each in five(demo_app).versions] == [True, False]
        assert (five(demo_app).state, five(demo_app).words) == (MeetingState.CORRECTED, {})
        await press(pilot, "d")
        assert isinstance(demo_app.screen, Compare)
        text = "\n".join(row.text for row in demo_app.screen.query_one(Page).rows)
        assert "1 ligne ajoutée (+); le reste est pareil." in text
        assert "+ ajouté  • Quatorze pairs formés" in text
        await press(pilot, "escape")
        demo_app.screen.query_one(Page)
        assert isinstance(demo_app.screen, LifeScreen)
        demo_app.screen.lines.move_to("version/1")
        await pilot.pause()
        assert "Maison demande une correction le 2026-11-22\u00a0: Quatorze pairs" in pane(demo_app)


async def test_adopted_minutes_take_errata_and_nothing_else(demo_app: PartnerApp) -> None:
    async with meetings(demo_app) as pilot:
        await opened(pilot)
        await press(pilot, "a", "enter", "n")
        await write(pilot, "Quatorze pairs, non douze", "enter")
        errata = [n for n in demo_app.services.workspace.alive(Note) if n.kind is NoteKind.ERRATUM]
        assert [(n.text, n.who, n.meeting) for n in errata] == [
            ("Quatorze pairs, non douze", "Test", "m5")
        ]
        before = demo_app.services.workspace
        await press(pilot, "escape", "enter", "d")
        assert "On y ajoute un erratum" in told(demo_app)
        demo_app.screen.lines.move_to("notes/n15")  # type: ignore[attr-defined]
        await press(pilot, "x")
        assert demo_app.services.workspace is before
