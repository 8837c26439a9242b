"""Rencontres: the list, the minutes noted with real keys, and where links lead."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from typing import TypeVar

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from partner_tui.app import PartnerApp
from partner_tui.domain.records import Action, Decision, Meeting, Note, Record
from partner_tui.domain.values import ActionState, NoteKind
from partner_tui.messages import Copy, Go
from partner_tui.screens.dialogs.form import FormScreen
from partner_tui.screens.dialogs.pick import Pick
from partner_tui.screens.meeting.screen import MeetingScreen
from partner_tui.screens.meetings.screen import MeetingsScreen
from partner_tui.widgets.chrome import Bar, TitleBar
from partner_tui.widgets.page import Page

R = TypeVar("R", bound=Record)
TODAY = date(2026, 11, 22)


@asynccontextmanager
async def meetings(app: PartnerApp, width: int = 80) -> AsyncIterator[Pilot[int]]:
    """Give the program on the list of meetings."""
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press("5")
        await pilot.pause()
        yield pilot


async def write(pilot: Pilot[int], text: str, *then: str) -> None:
    """Put words on the line, as a paste does, then press keys."""
    pilot.app.screen.query_one(Input).insert_text_at_cursor(text)
    await pilot.pause()
    await pilot.press(*then)
    await pilot.pause()


def shown(app: PartnerApp) -> str:
    """Return the words on the screen's list."""
    screen = app.screen
    assert isinstance(screen, MeetingsScreen | MeetingScreen)
    rows = (" ".join(cell.text for cell in line.cells) for line in screen.lines.shown)
    return "\n".join(re.sub(" +", " ", row).strip() for row in rows)


def hint(app: PartnerApp) -> str:
    """Return what is said above the line one types in."""
    return app.screen.query_one("#hint", Bar)._text.plain


def pane(app: PartnerApp) -> str:
    """Return the words of the pane."""
    return "\n".join(row.text for row in app.screen.query_one(Page).rows)


def last(app: PartnerApp, kind: type[R]) -> R:
    """Return the record that was added last."""
    return app.services.workspace.alive(kind)[-1]


def find(app: PartnerApp, kind: type[R], key: str) -> R:
    """Return a record of the dossier."""
    record = app.services.workspace.find(kind, key)
    assert record is not None
    return record


# -- the list


async def test_meetings_are_listed_newest_first_the_next_one_marked(demo_app: PartnerApp) -> None:
    async with meetings(demo_app):
        lines = shown(demo_app).splitlines()
        assert lines[0] == "À venir"
        assert (
            lines[1]
            == "nº\u00a06 2026-12-01 contact mensuel brouillon prochaine, dans 9\u00a0jours"
        )
        assert "nº\u00a05 2026-11-03 contact mensuel proposé 2 décisions 4 suivis" in lines
        numbers = [line.split()[0] for line in lines if line.startswith("nº")]
        assert numbers == sorted(numbers, reverse=True)


async def test_the_pane_tells_what_a_meeting_left(demo_app: PartnerApp) -> None:
    async with meetings(demo_app) as pilot:
        await pilot.press("down")
        await pilot.pause()
        assert "D8 Ouvrir à 17\u00a0h\u00a030" in pane(demo_app)
        assert "S5 Rédiger la procédure" in pane(demo_app)


async def test_an_empty_dossier_says_what_meetings_are_for(empty_app: PartnerApp) -> None:
    async with meetings(empty_app) as pilot:
        assert "n prépare le premier compte rendu" in shown(empty_app)
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(empty_app.screen, MeetingScreen)
        assert last(empty_app, Meeting).on == TODAY


async def test_new_minutes_are_numbered_opened_and_undone(demo_app: PartnerApp) -> None:
    async with meetings(demo_app) as pilot:
        await pilot.press("n")
        await pilot.pause()
        meeting = last(demo_app, Meeting)
        assert (meeting.number, meeting.place, meeting.chair) == (7, "B-112 et visio", "")
        assert "S5" in shown(demo_app)
        await pilot.press("u")
        await pilot.pause()
        assert isinstance(demo_app.screen, MeetingsScreen)
        assert demo_app.services.workspace.find(Meeting, meeting.id) is None


async def test_a_meeting_that_was_announced_is_prepared_by_enter(demo_app: PartnerApp) -> None:
    async with meetings(demo_app) as pilot:
        await pilot.press("x")
        await pilot.pause()
        assert find(demo_app, Meeting, "m6").archived
        assert "annoncée" in shown(demo_app)
        await pilot.press("enter")
        await pilot.pause()
        meeting = last(demo_app, Meeting)
        assert (meeting.on, meeting.start) == (date(2026, 12, 1), "12:00")


async def test_the_form_of_the_frame_saves_its_fields(demo_app: PartnerApp) -> None:
    async with meetings(demo_app) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(demo_app.screen, FormScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(demo_app.screen, MeetingsScreen)


# -- noting


@asynccontextmanager
async def minutes(app: PartnerApp, *keys: str) -> AsyncIterator[Pilot[int]]:
    """Give the program on the next meeting, after some keys."""
    async with meetings(app) as pilot:
        await pilot.press("enter", *keys)
        await pilot.pause()
        yield pilot


async def test_the_title_says_which_meeting_it_is(demo_app: PartnerApp) -> None:
    async with meetings(demo_app, 110) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        title = demo_app.screen.query_one(TitleBar)._text.plain
        said = "Contact mensuel nº\u00a06 · 1er décembre 12\u00a0h, B-112 et visio · brouillon"
        assert said in title


async def test_two_decisions_and_four_follow_ups(demo_app: PartnerApp) -> None:
    """Typing aside, it takes eleven keys."""
    async with minutes(demo_app) as pilot:
        await pilot.press("d")
        for text in ("Trois pairs par soirée", "Ouvrir dès 17 h"):
            await write(pilot, text, "enter")
        await pilot.press("enter", "s")
        for text in (
            "Rédiger la fiche @chef clinique jeudi prochain",
            "Merci aux pairs @vie → 2026-12-10",
            "Réserver @maison lundi",
            "Appeler le traiteur",
        ):
            await write(pilot, text, "enter")
        await pilot.press("enter")
        await pilot.pause()
        decisions = demo_app.services.workspace.alive(Decision)[-2:]
        assert [(d.number, d.text) for d in decisions] == [
            (9, "Trois pairs par soirée"),
            (10, "Ouvrir dès 17 h"),
        ]
        actions = demo_app.services.workspace.alive(Action)[-4:]
        assert [(a.number, a.owner, a.organization, str(a.due)) for a in actions] == [
            (12, "c6", "o2", "2026-12-03"),
            (13, "c7", "o3", "2026-12-10"),
            (14, "", "o2", "2026-12-07"),
            (15, "", "", "None"),
        ]
        assert {a.origin for a in actions} == {"meetings/m6"}


async def test_what_is_heard_is_said_before_and_after(demo_app: PartnerApp) -> None:
    async with minutes(demo_app, "s") as pilot:
        assert "Ne nommez personne qui reçoit des services." in hint(demo_app)
        await write(pilot, "Fiche @chef clinique jeudi")
        assert "S12 @Chef clinique · Maison → jeudi 2026-12-03" in hint(demo_app)
        await pilot.press("enter")
        await pilot.pause()
        assert "noté\u00a0: S12 @Chef clinique · Maison → jeudi 2026-12-03" in hint(demo_app)
        assert "+ S12 à faire Fiche" in shown(demo_app)


async def test_a_doubtful_owner_is_asked_once_then_kept_as_typed(demo_app: PartnerApp) -> None:
    async with minutes(demo_app, "s") as pilot:
        await write(pilot, "Appeler @coord", "enter")
        assert last(demo_app, Action).number == 11
        assert "Coordination des partenariats" in hint(demo_app)
        await pilot.press("enter")
        await pilot.pause()
        assert last(demo_app, Action).text == "Appeler @coord"


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("r", NoteKind.WIN),
        ("f", NoteKind.DIFFICULTY),
        ("i", NoteKind.NEWS),
    ],
)
async def test_a_key_and_a_line_note_anything(
    demo_app: PartnerApp, key: str, kind: NoteKind
) -> None:
    async with minutes(demo_app, key) as pilot:
        await write(pilot, "Une ligne", "enter", "enter")
        note = last(demo_app, Note)
        assert (note.kind, note.text, note.meeting) == (kind, "Une ligne", "m6")


async def test_the_timeline_is_one_line_that_is_corrected(demo_app: PartnerApp) -> None:
    async with minutes(demo_app, "c") as pilot:
        await write(pilot, "Oui", "enter")
        assert find(demo_app, Meeting, "m6").timeline == "Oui"
        await pilot.press("c")
        await write(pilot, " encore", "enter")
        assert find(demo_app, Meeting, "m6").timeline == "Oui encore"


async def test_escape_keeps_what_was_typed_for_the_next_time(demo_app: PartnerApp) -> None:
    async with minutes(demo_app, "d") as pilot:
        await write(pilot, "Ouvrir plus", "escape")
        assert last(demo_app, Decision).number == 8
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(demo_app.screen, MeetingsScreen)
        await pilot.press("enter", "d")
        await write(pilot, " tôt", "enter")
        assert last(demo_app, Decision).text == "Ouvrir plus tôt"


# -- the chosen line


async def opened(app: PartnerApp, pilot: Pilot[int], target: str) -> None:
    """Follow a link."""
    app.post_message(Go(target))
    await pilot.pause()
    await pilot.pause()


async def test_space_takes_an_earlier_follow_up_to_done_in_place(demo_app: PartnerApp) -> None:
    async with minutes(demo_app) as pilot:
        assert isinstance(demo_app.screen, MeetingScreen)
        demo_app.screen.lines.move_to("actions/a5")
        await pilot.press("space")
        await pilot.pause()
        action = find(demo_app, Action, "a5")
        assert (action.state, action.done_on) == (ActionState.DONE, TODAY)
        assert demo_app.screen.lines.key == "actions/a5"
        assert "S5 fait" in shown(demo_app)


async def test_w_moves_a_day_with_its_reason(demo_app: PartnerApp) -> None:
    async with minutes(demo_app) as pilot:
        assert isinstance(demo_app.screen, MeetingScreen)
        demo_app.screen.lines.move_to("actions/a5")
        await pilot.press("w")
        await write(pilot, "blabla", "enter")
        assert "n'est pas une date" in hint(demo_app)
        demo_app.screen.query_one(Input).value = ""
        await write(pilot, "15 déc", "enter")
        await write(pilot, "Il manque les numéros", "enter")
        action = find(demo_app, Action, "a5")
        assert (action.due, action.state) == (date(2026, 12, 15), ActionState.POSTPONED)
        assert action.postponements[-1].reason == "Il manque les numéros"
        assert action.postponements[-1].by == "Test"
        assert "Prévu d'abord\u00a0: 2026-11-20" in pane(demo_app)


async def test_e_corrects_a_line_in_place(demo_app: PartnerApp) -> None:
    async with meetings(demo_app) as pilot:
        await opened(demo_app, pilot, "meetings/m5")
        assert isinstance(demo_app.screen, MeetingScreen)
        demo_app.screen.lines.move_to("actions/a5")
        await pilot.press("e")
        await pilot.pause()
        field = demo_app.screen.query_one(Input)
        assert field.value == (
            "Rédiger la procédure de relais de crise, une page @Chef clinique → 2026-11-20"
        )
        field.value = "Rédiger la procédure @pairs → 2026-12-05"
        await pilot.press("enter")
        await pilot.pause()
        action = find(demo_app, Action, "a5")
        assert (action.text, action.owner) == ("Rédiger la procédure", "c8")
        assert (action.organization, action.due) == ("o3", date(2026, 12, 5))


async def test_e_on_the_attendance_opens_the_form_and_enter_on_a_line_its_own(
    demo_app: PartnerApp,
) -> None:
    async with minutes(demo_app, "e") as pilot:
        assert isinstance(demo_app.screen, FormScreen)
        await pilot.press("escape")
        await opened(demo_app, pilot, "decisions/d8")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(demo_app.screen, FormScreen)


async def test_x_puts_a_line_away_and_u_brings_it_back(demo_app: PartnerApp) -> None:
    async with meetings(demo_app) as pilot:
        await opened(demo_app, pilot, "notes/n18")
        await pilot.press("x")
        await pilot.pause()
        assert find(demo_app, Note, "n18").archived
        await pilot.press("u")
        await pilot.pause()
        assert not find(demo_app, Note, "n18").archived


async def test_p_ticks_who_is_there_then_who_sent_word(demo_app: PartnerApp) -> None:
    async with minutes(demo_app, "p") as pilot:
        assert isinstance(demo_app.screen, Pick)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(demo_app.screen, Pick)
        await pilot.press("space", "enter")
        await pilot.pause()
        meeting = find(demo_app, Meeting, "m6")
        assert meeting.present == ("c1", "c5", "c6", "c7", "c8")
        assert (meeting.excused, meeting.absent) == (("c2",), ())
        assert "Maison Agente de liaison campus, Chef clinique" in shown(demo_app)


async def test_an_organization_that_is_not_represented_is_said(demo_app: PartnerApp) -> None:
    async with minutes(demo_app, "p") as pilot:
        assert isinstance(demo_app.screen, Pick)
        await pilot.press("down", "down", "down", "down", "space", "down", "space", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert find(demo_app, Meeting, "m6").absent == ("c2", "c5", "c6")
        assert "Maison non représenté; absence\u00a0: Agente" in shown(demo_app)


# -- copying


def copies(seen: Sequence[object]) -> list[str]:
    """Return the texts that were copied."""
    return [message.text for message in seen if isinstance(message, Copy)]


async def test_y_copies_the_line_and_shift_y_the_minutes(demo_app: PartnerApp) -> None:
    seen: list[object] = []
    async with demo_app.run_test(size=(80, 24), message_hook=seen.append) as pilot:
        await opened(demo_app, pilot, "meetings/m5")
        assert isinstance(demo_app.screen, MeetingScreen)
        demo_app.screen.lines.move_to("actions/a5")
        await pilot.press("y", "Y")
        await pilot.pause()
        line, page = list(dict.fromkeys(copies(seen)))
        assert line == (
            "S5 Rédiger la procédure de relais de crise, une page"
            " — Chef clinique · Maison → vendredi 2026-11-20"
        )
        assert page.startswith("Compte rendu nº\u00a05")
        assert "Ouvrir à 17\u00a0h\u00a030" in page


async def test_what_is_private_is_not_copied(demo_app: PartnerApp) -> None:
    seen: list[object] = []
    async with demo_app.run_test(size=(80, 24), message_hook=seen.append) as pilot:
        await opened(demo_app, pilot, "notes/n3")
        assert "privé" in shown(demo_app)
        await pilot.press("y", "Y")
        await pilot.pause()
        assert all("affiches retirées" not in text for text in copies(seen))


# -- going


@pytest.mark.parametrize(
    ("target", "number"),
    [("meetings/m4", 4), ("decisions/d6", 4), ("topics/n20", 6), ("notes/n18", 5)],
)
async def test_a_link_opens_the_meeting_at_the_line(
    demo_app: PartnerApp, target: str, number: int
) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await opened(demo_app, pilot, target)
        screen = demo_app.screen
        assert isinstance(screen, MeetingScreen) and screen.meeting is not None
        assert screen.meeting.number == number
        assert target.startswith("meetings") or screen.lines.key == target
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(demo_app.screen, MeetingsScreen)
        assert demo_app.screen.lines.key == f"meetings/m{number}"


async def test_nothing_is_cut_at_the_home_size(demo_app: PartnerApp) -> None:
    async with minutes(demo_app) as pilot:
        assert isinstance(demo_app.screen, MeetingScreen)
        keys = demo_app.screen.query_one("#keys", Bar)._text.plain
        assert keys.endswith("q rencontres")
        await pilot.press("slash")
        await write(pilot, "relais", "enter")
        assert "S5" in shown(demo_app) and "S9" not in shown(demo_app)
        await pilot.press("escape")
        await pilot.pause()
        assert "S9" in shown(demo_app)
