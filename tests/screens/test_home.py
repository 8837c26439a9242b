"""Accueil: what it shows, and where its lines lead."""

from __future__ import annotations

from driving import foot, notice, press, write
from msgspec.structs import replace

from partner_tui.app import PartnerApp
from partner_tui.screens.home.screen import HomeScreen
from partner_tui.settings import load


def shown(app: PartnerApp) -> str:
    """Return the words on the screen's list."""
    screen = app.screen
    assert isinstance(screen, HomeScreen)
    return "\n".join(line.text.strip() for line in screen.lines.shown)


async def test_it_says_where_the_partnership_stands(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)):
        text = shown(demo_app)
        assert "9 sur 11" in text
        assert "énoncé v2, accord de tous" in text
        assert "2026-12-01" in text


async def test_what_is_late_comes_first(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)):
        lines = shown(demo_app).splitlines()
        waiting = lines.index("Ce qui vous attend")
        assert "échu" in lines[waiting + 1]


async def test_a_new_dossier_says_where_to_begin(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=(80, 24)):
        assert "0 réponse sur" in shown(empty_app)


async def test_a_newcomer_is_asked_for_a_name(empty_app: PartnerApp) -> None:
    services = empty_app.services
    services.settings = replace(services.settings, name="")
    async with empty_app.run_test(size=(80, 24)) as pilot:
        screen = empty_app.screen
        assert isinstance(screen, HomeScreen)
        screen.lines.move_to("sign")
        await press(pilot, "enter", "ctrl+u")
        await write(pilot, "Ana Roy")
        await press(pilot, "enter")
        assert "Ana Roy" in notice(empty_app)
        assert services.workbook.who == load(services.paths.config).name == "Ana Roy"
        assert "Vous signez" not in shown(empty_app)


async def test_escape_comes_back_from_where_a_line_led(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        before = foot(demo_app)
        await press(pilot, "enter")
        assert getattr(demo_app.screen, "MODE", "") == "steps"
        assert "échap retour" in foot(demo_app)
        await press(pilot, "escape")
        assert isinstance(demo_app.screen, HomeScreen) and foot(demo_app) == before
        await press(pilot, "2", "escape")
        assert getattr(demo_app.screen, "MODE", "") == "steps"
        assert "échap retour" not in foot(demo_app)
