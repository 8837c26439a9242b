"""The history: what it says, and taking a change back."""

from __future__ import annotations

from textual.pilot import Pilot

from partner_tui.app import PartnerApp
from partner_tui.domain.records import Risk
from partner_tui.domain.workspace import editing
from partner_tui.screens.history.screen import PAGE, HistoryScreen


async def opened(
    app: PartnerApp, pilot: Pilot[int], only: tuple[str, str] | None = None
) -> HistoryScreen:
    screen = HistoryScreen(app.services, only)
    await app.push_screen(screen)
    await pilot.pause()
    return screen


def shown(screen: HistoryScreen) -> str:
    return "\n".join(line.text for line in screen.lines.shown)


def change(app: PartnerApp, **changes: object) -> None:
    app.services.workbook.apply("risks.edit", editing(Risk, "r1", **changes))


async def test_it_says_who_when_what_before_and_after(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        change(demo_app, impact=5, trigger="Gel")
        text = shown(await opened(demo_app, pilot)).replace("\u00a0", " ")
        assert "Test a modifié R1" in text
        assert "Gravité : 4 → 5" in text and "→ Gel" in text


async def test_any_change_can_be_taken_back_and_that_can_be_undone(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        change(demo_app, impact=5)
        change(demo_app, trigger="Gel")
        screen = await opened(demo_app, pilot)
        await pilot.press("down", "r")
        risk = demo_app.services.workspace.table(Risk)["r1"]
        assert (risk.impact, risk.trigger) == (4, "Gel")
        assert len(demo_app.services.workbook.recent(9)) == 3
        await pilot.press("u")
        assert demo_app.services.workspace.table(Risk)["r1"].impact == 5
        await pilot.press("q")
        assert demo_app.screen is not screen


async def test_what_others_built_upon_is_refused_with_the_reason(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24), notifications=True) as pilot:
        change(demo_app, impact=5)
        change(demo_app, impact=2)
        await opened(demo_app, pilot)
        await pilot.press("down", "r")
        assert demo_app.services.workspace.table(Risk)["r1"].impact == 2
        assert len(demo_app.services.workbook.recent(9)) == 2


async def test_the_history_of_one_record(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        change(demo_app, impact=5)
        demo_app.services.workbook.apply("risks.edit", editing(Risk, "r2", impact=1))
        text = shown(await opened(demo_app, pilot, ("risks", "r2")))
        assert "R2" in text and "R1" not in text


async def test_a_long_history_comes_a_page_at_a_time(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        for number in range(PAGE + 5):
            change(demo_app, trigger=f"signe {number}")
        screen = await opened(demo_app, pilot)
        assert len(screen.lines.keys) == PAGE + 1
        await pilot.press("end", "enter")
        assert len(screen.lines.keys) == PAGE + 5


async def test_an_empty_history_says_so(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=(80, 24)) as pilot:
        assert "Aucun changement encore" in shown(await opened(empty_app, pilot))
