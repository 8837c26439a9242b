"""Topics in a meeting: noted under, settled when it closes, taken up again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

from textual.pilot import Pilot
from textual.widgets import Input

from partner_tui.app import PartnerApp
from partner_tui.domain.records import Action, Decision, Meeting, Note, Topic
from partner_tui.domain.values import TopicState
from partner_tui.screens.dialogs.closing import Settle
from partner_tui.screens.meeting.screen import MeetingScreen
from partner_tui.widgets.chrome import Bar
from partner_tui.widgets.page import Page


@asynccontextmanager
async def minutes(app: PartnerApp, *keys: str) -> AsyncIterator[Pilot[int]]:
    """Give the program on the next meeting, after some keys."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5")
        await pilot.pause()
        await pilot.press("enter", *keys)
        await pilot.pause()
        yield pilot


async def write(pilot: Pilot[int], text: str, *then: str) -> None:
    """Put words on the line, as a paste does, then press keys."""
    pilot.app.screen.query_one(Input).insert_text_at_cursor(text)
    await pilot.pause()
    await pilot.press(*then)
    await pilot.pause()


def screen(app: PartnerApp) -> MeetingScreen:
    """Return the meeting that is open."""
    assert isinstance(app.screen, MeetingScreen)
    return app.screen


def shown(app: PartnerApp) -> list[str]:
    """Return the lines of the meeting."""
    rows = (" ".join(cell.text for cell in line.cells) for line in screen(app).lines.shown)
    return [" ".join(row.split()) for row in rows]


def topic(app: PartnerApp, key: str) -> Topic:
    """Return a topic of the dossier."""
    return app.services.workspace.table(Topic)[key]


async def test_a_topic_is_noted_with_its_time(demo_app: PartnerApp) -> None:
    async with minutes(demo_app, "t") as pilot:
        await write(pilot, "Budget de la fête, 15 min")
        hint = demo_app.screen.query_one("#hint", Bar)._text.plain
        assert "Budget de la fête → 15\u00a0min" in hint
        await pilot.press("enter", "enter")
        await pilot.pause()
        found = demo_app.services.workspace.alive(Topic)[-1]
        assert (found.title, found.minutes, found.opened_in) == ("Budget de la fête", 15, "m6")
        assert "+ Budget de la fête 15 min nouveau" in shown(demo_app)


async def test_what_is_noted_on_a_topic_stands_under_it(demo_app: PartnerApp) -> None:
    async with minutes(demo_app) as pilot:
        screen(demo_app).lines.move_to("topics/n21")
        for key, text in (("i", "61 réponses"), ("d", "Le garder anonyme"), ("s", "Le relancer")):
            await pilot.press(key)
            await write(pilot, text, "enter", "enter")
        workspace = demo_app.services.workspace
        for kind in (Note, Decision, Action):
            assert workspace.alive(kind)[-1].topic == "n21"
        screen(demo_app).lines.move_to("next")
        await pilot.pause()
        lines = shown(demo_app)
        assert lines.index("Sondage de satisfaction nouveau") + 1 == lines.index("61 réponses")
        screen(demo_app).lines.move_to("topics/n21")
        await pilot.pause()
        told = "\n".join(row.text for row in demo_app.screen.query_one(Page).rows)
        assert "(né)\u00a0: 61 réponses; D9 Le garder anonyme; S12 Le relancer" in told


async def test_closing_asks_of_every_topic_and_says_when_the_next_meeting_is(
    demo_app: PartnerApp,
) -> None:
    async with minutes(demo_app, "b") as pilot:
        assert isinstance(demo_app.screen, Settle)
        await pilot.press("space", "down", "space", "space", "enter")
        await pilot.pause()
        states = [topic(demo_app, f"n{n}").state for n in (20, 21, 22, 23)]
        assert states == [
            TopicState.ENDED,
            TopicState.PARKED,
            TopicState.OPEN,
            TopicState.OPEN,
        ]
        meeting = demo_app.services.workspace.table(Meeting)["m6"]
        assert meeting.next_on == date(2027, 1, 5)
        assert meeting.closed_on == date(2026, 11, 22)
        await pilot.press("u")
        await pilot.pause()
        assert topic(demo_app, "n20").state is TopicState.OPEN


async def test_closing_can_be_left_as_it_was(demo_app: PartnerApp) -> None:
    before = demo_app.services.workspace
    async with minutes(demo_app, "b") as pilot:
        await pilot.press("space", "escape")
        await pilot.pause()
        assert demo_app.services.workspace is before


async def test_space_on_a_topic_says_what_becomes_of_it(demo_app: PartnerApp) -> None:
    async with minutes(demo_app) as pilot:
        screen(demo_app).lines.move_to("topics/n20")
        words = []
        for _turn in range(4):
            await pilot.press("space")
            await pilot.pause()
            words.append([line for line in shown(demo_app) if line.startswith("Premier bilan")][-1])
        ends = ("terminé", "mis de côté", "saute une fois", "nouveau")
        assert all(word.endswith(end) for word, end in zip(words, ends, strict=True))


async def test_an_old_topic_named_again_is_taken_up(demo_app: PartnerApp) -> None:
    async with minutes(demo_app, "t") as pilot:
        count = len(demo_app.services.workspace.alive(Topic))
        await write(pilot, "cinq règles de base adoptées")
        hint = demo_app.screen.query_one("#hint", Bar)._text.plain
        assert "déjà un sujet (terminé); ⏎ le reprend" in hint
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert len(demo_app.services.workspace.alive(Topic)) == count
        again = topic(demo_app, "n10")
        assert (again.state, again.opened_in, again.reopened_in) == (TopicState.OPEN, "m3", "m6")


async def test_a_topic_is_corrected_in_place(demo_app: PartnerApp) -> None:
    async with minutes(demo_app) as pilot:
        screen(demo_app).lines.move_to("topics/n21")
        await pilot.press("e")
        await write(pilot, ", 20 min", "enter")
        again = topic(demo_app, "n21")
        assert (again.title, again.minutes) == ("Sondage de satisfaction", 20)


async def test_the_agenda_stands_in_the_draft_and_is_copied_beforehand(
    demo_app: PartnerApp,
) -> None:
    async with minutes(demo_app) as pilot:
        assert "Retour sur les suivis 6 ouverts, dont 1 en retard 15 min" in shown(demo_app)
        await pilot.pause()
        text, name = screen(demo_app).copy_all() or ("", "")
        assert name.startswith("Ordre du jour")
        assert (
            "94\u00a0min prévues sur 60" in text and "Sondage de satisfaction (10\u00a0min)" in text
        )


async def test_the_minutes_of_an_item_are_changed_in_place(demo_app: PartnerApp) -> None:
    async with minutes(demo_app) as pilot:
        screen(demo_app).lines.move_to("agenda/risks")
        await pilot.press("e")
        await pilot.pause()
        demo_app.screen.query_one(Input).value = "vingt"
        await pilot.press("enter")
        demo_app.screen.query_one(Input).value = "20"
        await pilot.press("enter")
        await pilot.pause()
        assert demo_app.services.workspace.table(Meeting)["m6"].planned == {"risks": 20}
        assert "Risques à revoir R2, R5, R4, R9 20 min" in shown(demo_app)


async def test_the_agenda_leaves_when_the_meeting_begins(demo_app: PartnerApp) -> None:
    async with minutes(demo_app, "i") as pilot:
        assert any(line.startswith("Ordre du jour") for line in shown(demo_app))
        await write(pilot, "61 réponses", "enter", "enter")
        assert not any(line.startswith("Ordre du jour") for line in shown(demo_app))


async def test_a_line_that_begins_with_the_sign_stays_here(demo_app: PartnerApp) -> None:
    async with minutes(demo_app, "i") as pilot:
        await write(pilot, "! entre nous")
        hint = demo_app.screen.query_one("#hint", Bar)._text.plain
        assert "privé\u00a0: reste hors des copies" in hint
        await pilot.press("enter", "enter")
        await pilot.pause()
        note = demo_app.services.workspace.alive(Note)[-1]
        assert (note.text, note.private) == ("entre nous", True)
        text, _name = screen(demo_app).copy_all() or ("", "")
        assert "entre nous" not in text
