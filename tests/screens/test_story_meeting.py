"""A meeting as it goes: noted in few keys, copied before standing up; called off; timed."""

from __future__ import annotations

from datetime import date

from screens.test_meetings import find, last, meetings, shown, write
from textual.pilot import Pilot

from partner_tui.app import PartnerApp
from partner_tui.domain.records import Action, Decision, Line, Meeting, Risk, Topic
from partner_tui.widgets.chrome import NoticeBar


class Keys:
    """Presses keys and counts them; typing is aside."""

    def __init__(self, pilot: Pilot[int]) -> None:
        self._pilot = pilot
        self.pressed: list[str] = []

    async def press(self, *keys: str) -> None:
        """Press keys that count."""
        self.pressed += keys
        await self._pilot.press(*keys)
        await self._pilot.pause()

    async def say(self, text: str) -> None:
        """Type a line, and press Enter, which counts."""
        self.pressed.append("enter")
        await write(self._pilot, text, "enter")


async def test_two_decisions_and_four_actions_in_twenty_keys_and_the_page_is_copied(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        keys = Keys(pilot)
        await keys.press("5", "enter", "d")
        await keys.say("Ouvrir à 17 h")
        await keys.say("Publier l'horaire le lundi (vote)")
        await keys.press("escape", "s")
        for line in (
            "Réserver la salle @chef vendredi",
            "Écrire aux pairs @chef → 2026-12-10",
            "Imprimer l'affiche @chef dans deux semaines",
            "Demander les clés @chef → 2026-12-15",
        ):
            await keys.say(line)
        await keys.press("escape", "Y")
        workspace = demo_app.services.workspace
        decisions = [d for d in workspace.alive(Decision) if d.meeting == "m6"]
        actions = [a for a in workspace.alive(Action) if a.origin == "meetings/m6"]
        assert (len(decisions), len(actions)) == (2, 4)
        assert all(action.owner and action.due for action in actions)
        _name, page = demo_app._copier.given[-1]  # type: ignore[attr-defined]
        assert "Publier l'horaire le lundi (vote)" in page
        assert all(action.text in page.replace("\n", " ") for action in actions)
        assert len(keys.pressed) <= 20, keys.pressed
        assert len(keys.pressed) == 13


async def test_a_storm_calls_a_meeting_off_and_a_message_waits(demo_app: PartnerApp) -> None:
    async with meetings(demo_app) as pilot:
        await pilot.press("C")
        await write(pilot, "Tempête", "enter")
        assert find(demo_app, Meeting, "m6").cancelled == "Tempête"
        line = last(demo_app, Line)
        assert (line.due, "Tempête" in line.text) == (date(2026, 11, 22), True)
        assert "Annulées nº\u00a06 2026-12-01 contact mensuel Tempête" in shown(demo_app).replace(
            "\n", " "
        )
        await pilot.press("colon")
        await pilot.press("escape", "u")
        await pilot.pause()
        assert find(demo_app, Meeting, "m6").cancelled == ""
        assert last(demo_app, Line) != line


async def test_a_risk_is_named_in_one_line_and_points_back(demo_app: PartnerApp) -> None:
    async with meetings(demo_app) as pilot:
        await pilot.press("enter", "R")
        await write(pilot, "La salle pourrait fermer @chef", "enter", "escape")
        risk = last(demo_app, Risk)
        assert (risk.event, risk.origin) == ("La salle pourrait fermer", "meetings/m6")
        assert risk.owner == "c6"
        assert "R13 La salle pourrait fermer" in shown(demo_app)


async def test_a_topic_is_timed_and_the_clock_outlives_the_screen(demo_app: PartnerApp) -> None:
    now = ["2026-11-22T15:00:00Z"]
    async with meetings(demo_app) as pilot:
        demo_app.services.workbook._clock = lambda: now[0]
        await pilot.press("enter", "m")
        await pilot.pause()
        assert "curseur sur un sujet" in demo_app.screen.query_one(NoticeBar).words
        topic = demo_app.services.workspace.alive(Topic)[-1]
        demo_app.screen.lines.move_to(f"agenda/topics/{topic.id}")  # type: ignore[attr-defined]
        await pilot.press("m", "q", "enter")
        now[0] = "2026-11-22T15:07:00Z"
        demo_app.screen._look_at_the_clock()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "▸ 7\u00a0min" in shown(demo_app)
        demo_app.screen.lines.move_to(f"topics/{topic.id}")  # type: ignore[attr-defined]
        await pilot.press("m")
        await pilot.pause()
        assert find(demo_app, Meeting, "m6").spent == {topic.id: 420}
        assert "Sujets, 7\u00a0min sur 60" in shown(demo_app)
