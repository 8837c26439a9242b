"""Tous les suivis: grouped, sifted and moved on with real keys; a file inherited in few."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from screens.conftest import TODAY, Copies, an_app
from textual.pilot import Pilot
from textual.widgets import Input

from partner_tui import demo
from partner_tui.app import PartnerApp
from partner_tui.domain.records import Action, Decision, View
from partner_tui.domain.values import ActionState
from partner_tui.messages import Go
from partner_tui.screens.actions.screen import ActionsScreen
from partner_tui.screens.dialogs.form import FormScreen
from partner_tui.screens.dialogs.pick import Pick
from partner_tui.screens.home.screen import HomeScreen
from partner_tui.screens.meeting.screen import MeetingScreen
from partner_tui.screens.meetings.screen import MeetingsScreen
from partner_tui.widgets.chrome import Bar, KeyBar, TitleBar
from partner_tui.widgets.page import Page


@asynccontextmanager
async def actions(app: PartnerApp, width: int = 80) -> AsyncIterator[Pilot[int]]:
    """Give the program on all the actions."""
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        yield pilot


async def write(pilot: Pilot[int], text: str, *then: str) -> None:
    """Put words on the line, as a paste does, then press keys."""
    pilot.app.screen.query_one(Input).insert_text_at_cursor(text)
    await pilot.pause()
    await pilot.press(*then)
    await pilot.pause()


def the_screen(app: PartnerApp) -> ActionsScreen:
    """Return the screen of all actions, which must be in front."""
    assert isinstance(app.screen, ActionsScreen)
    return app.screen


def shown(app: PartnerApp) -> str:
    """Return the words of the list."""
    rows = (" ".join(cell.text for cell in line.cells) for line in the_screen(app).lines.shown)
    return "\n".join(re.sub(" +", " ", row).strip() for row in rows)


def cited(app: PartnerApp) -> str:
    """Return the numbers of the actions that are shown, in order."""
    return " ".join(re.findall(r"\bS\d+\b", shown(app)))


def bar(app: PartnerApp, kind: type[Bar], selector: str = "") -> str:
    """Return the words of a bar."""
    found = app.screen.query_one(selector, Bar) if selector else app.screen.query_one(kind)
    return found._text.plain


def pane(app: PartnerApp) -> str:
    """Return the words of the pane."""
    return "\n".join(row.text for row in app.screen.query_one(Page).rows)


def find(app: PartnerApp, key: str) -> Action:
    """Return an action of the dossier."""
    found = app.services.workspace.find(Action, key)
    assert found is not None
    return found


# -- seeing


async def test_what_is_open_is_shown_late_first_with_words(demo_app: PartnerApp) -> None:
    async with actions(demo_app):
        assert cited(demo_app) == "S5 S9 S6 S7 S8 S10"
        assert "En retard 1\nS5 en cours Rédiger" in shown(demo_app)
        assert "échu 2\u00a0j" in shown(demo_app)
        assert "reporté 2×" in shown(demo_app)
        assert "D'ici la prochaine rencontre (2026-12-01)" in shown(demo_app)
        assert "Suivis · par échéance · ouverts" in bar(demo_app, TitleBar)
        assert bar(demo_app, KeyBar).endswith("q retour")


async def test_t_puts_them_together_by_person_organization_and_origin(
    demo_app: PartnerApp,
) -> None:
    async with actions(demo_app) as pilot:
        await pilot.press("t")
        assert "par personne" in bar(demo_app, TitleBar)
        assert "Chef clinique · Maison 1\nS5" in shown(demo_app)
        await pilot.press("t")
        assert "Maison Vent-du-Large 1\nS5" in shown(demo_app)
        await pilot.press("t")
        assert "La rencontre nº 5 du 2026-11-03 2\nS5" in shown(demo_app).replace("\u00a0", " ")
        assert "R6 Fonds non reconduits 1\nS8" in shown(demo_app)
        await pilot.press("t")
        assert "En retard 1\nS5" in shown(demo_app)
        assert cited(demo_app) == "S5 S9 S6 S7 S8 S10"


async def test_filters_are_one_key_away_and_counted(demo_app: PartnerApp) -> None:
    async with actions(demo_app) as pilot:
        filters = bar(demo_app, Bar, "#filters")
        assert filters.startswith(" r en retard 1  s semaine 1  p rencontre 2  i sans qui 0")
        for key, wanted in (("r", "S5"), ("r", "S5 S9 S6 S7 S8 S10"), ("s", "S5"), ("p", "S5 S9")):
            await pilot.press(key)
            assert cited(demo_app) == wanted, key
        await pilot.press("i")
        assert "Rien ici pour ce choix." in shown(demo_app)
        await pilot.press("escape")
        assert cited(demo_app) == "S5 S9 S6 S7 S8 S10"


async def test_v_shows_what_is_late_then_everything(demo_app: PartnerApp) -> None:
    async with actions(demo_app) as pilot:
        await pilot.press("v")
        assert cited(demo_app) == "S5"
        await pilot.press("v")
        assert cited(demo_app) == "S5 S9 S6 S7 S8 S10 S1 S3 S2 S11 S4"
        assert "· tous" in bar(demo_app, TitleBar)


async def test_m_asks_once_who_one_is(demo_app: PartnerApp) -> None:
    async with actions(demo_app) as pilot:
        await pilot.press("m")
        await pilot.pause()
        assert isinstance(demo_app.screen, Pick)
        await write(pilot, "partenariats", "enter")
        assert cited(demo_app) == "S7 S8"
        await pilot.press("m", "m")
        assert cited(demo_app) == "S7 S8"


async def test_the_settings_say_who_one_is(demo_app: PartnerApp) -> None:
    demo_app.services.settings = type(demo_app.services.settings)(name="Chef clinique")
    async with actions(demo_app) as pilot:
        await pilot.press("m")
        assert cited(demo_app) == "S5"


async def test_words_filter_by_person_and_origin_too(demo_app: PartnerApp) -> None:
    async with actions(demo_app) as pilot:
        await pilot.press("slash")
        await write(pilot, "maison", "enter")
        assert cited(demo_app) == "S5"
        await pilot.press("escape")
        assert cited(demo_app) == "S5 S9 S6 S7 S8 S10"


async def test_the_pane_tells_the_whole_story(demo_app: PartnerApp) -> None:
    async with actions(demo_app) as pilot:
        await pilot.press("j")
        told = " ".join(pane(demo_app).replace("\u00a0", " ").split())
        assert "Origine : La rencontre nº 3 du 2026-09-08" in told
        assert "2026-11-03 reporté du 2026-10-16 au 2026-11-20, Coordination" in told
        assert "Aucun fournisseur." in told
        assert "2026-11-19 reporté du 2026-11-20 au 2026-11-30, Direction" in told
        assert "Objectif : " in told


# -- moving


async def test_space_goes_from_to_do_to_doing_to_done_and_u_undoes(demo_app: PartnerApp) -> None:
    async with actions(demo_app) as pilot:
        the_screen(demo_app).go_to("actions/a7")
        await pilot.press("space")
        assert find(demo_app, "a7").state is ActionState.DOING
        await pilot.press("space")
        done = find(demo_app, "a7")
        assert (done.state, done.done_on) == (ActionState.DONE, TODAY)
        assert [(m.state, m.on, m.by) for m in done.moves] == [
            (ActionState.DOING, TODAY, "Test"),
            (ActionState.DONE, TODAY, "Test"),
        ]
        assert the_screen(demo_app).lines.key == "actions/a7", "it stays in sight"
        await pilot.press("u", "u")
        assert find(demo_app, "a7").moves == ()


async def test_w_asks_the_day_in_words_then_why(demo_app: PartnerApp) -> None:
    async with actions(demo_app) as pilot:
        await pilot.press("w")
        await write(pilot, "jeudi prochain")
        assert "S5 → jeudi 2026-11-26" in bar(demo_app, Bar, "#hint")
        await pilot.press("enter")
        await write(pilot, "Il manque les numéros", "enter")
        action = find(demo_app, "a5")
        assert (action.state, action.due) == (ActionState.POSTPONED, date(2026, 11, 26))
        old = action.postponements[-1]
        assert (old.due, old.reason, old.by) == (
            date(2026, 11, 20),
            "Il manque les numéros",
            "Test",
        )
        assert "reporté du 2026-11-20 au 2026-11-26" in pane(demo_app)


async def test_n_notes_what_who_and_when_in_one_line(demo_app: PartnerApp) -> None:
    async with actions(demo_app) as pilot:
        await pilot.press("n")
        await write(pilot, "Appeler l'imprimeur @chef clinique vendredi")
        assert "S12 @Chef clinique · Maison → vendredi 2026-11-27" in bar(demo_app, Bar, "#hint")
        await pilot.press("enter")
        await pilot.pause()
        action = demo_app.services.workspace.alive(Action)[-1]
        assert (action.text, action.owner) == ("Appeler l'imprimeur", "c6")
        assert (action.due, action.start) == (date(2026, 11, 27), TODAY)
        assert the_screen(demo_app).lines.key == f"actions/{action.id}"


async def test_a_doubtful_line_is_asked_again(demo_app: PartnerApp) -> None:
    async with actions(demo_app) as pilot:
        await pilot.press("n")
        await write(pilot, "Appeler @coordination", "enter")
        assert len(demo_app.services.workspace.alive(Action)) == 11
        await pilot.press("enter")
        assert len(demo_app.services.workspace.alive(Action)) == 12


async def test_d_drops_with_a_reason_and_x_archives(demo_app: PartnerApp) -> None:
    async with actions(demo_app) as pilot:
        await pilot.press("d")
        await write(pilot, "Le collège le fait déjà", "enter")
        dropped = find(demo_app, "a5")
        assert dropped.state is ActionState.DROPPED
        assert dropped.moves[-1].reason == "Le collège le fait déjà"
        assert "Le collège le fait déjà" in pane(demo_app)
        await pilot.press("w")
        assert find(demo_app, "a5") == dropped, "what is closed is not postponed"
        await pilot.press("x")
        assert find(demo_app, "a5").archived
        await pilot.press("u", "u")
        assert find(demo_app, "a5").state is ActionState.DOING


# -- going


async def test_enter_opens_the_form_and_o_goes_to_the_origin(demo_app: PartnerApp) -> None:
    async with actions(demo_app) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(demo_app.screen, FormScreen)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("o")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(demo_app.screen, MeetingScreen)


async def test_q_goes_back_to_where_one_was(demo_app: PartnerApp) -> None:
    async with actions(demo_app) as pilot:
        await pilot.press("q")
        assert isinstance(demo_app.screen, HomeScreen)
        await pilot.press("5", "a")
        await pilot.pause()
        the_screen(demo_app)
        await pilot.press("escape")
        assert isinstance(demo_app.screen, MeetingsScreen)


async def test_a_home_line_lands_on_the_action_even_a_closed_one(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        for key in ("a9", "a3"):
            demo_app.post_message(Go(f"actions/{key}"))
            await pilot.pause()
            await pilot.pause()
            assert the_screen(demo_app).lines.key == f"actions/{key}"
        assert len(demo_app.screen_stack) == 2, "the screen is opened once"


async def test_the_palette_leads_there_from_every_screen(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", "ctrl+p")
        await pilot.pause()
        await write(pilot, "tous les suivis", "enter")
        the_screen(demo_app)


# -- copying


async def test_y_copies_a_line_and_Y_what_is_shown_without_what_is_private(
    tmp_path: Path,
) -> None:
    from msgspec.structs import replace

    from partner_tui.domain.workspace import put

    workspace = demo.workspace(TODAY)
    secret = workspace.find(Action, "a9")
    assert secret is not None
    app = an_app(put(workspace, replace(secret, private=True)), tmp_path)
    async with actions(app) as pilot:
        await pilot.press("y", "Y")
        await app.workers.wait_for_complete()
        copier = app._copier
        assert isinstance(copier, Copies)
        line = "S5 Rédiger la procédure de relais de crise, une page — Chef clinique · Maison"
        assert copier.given[0][1] == f"{line} → vendredi 2026-11-20"
        assert line in copier.given[1][1]
        assert "S9" not in copier.given[1][1]


async def test_an_empty_dossier_says_what_this_is_for(empty_app: PartnerApp) -> None:
    async with actions(empty_app) as pilot:
        assert "Aucun suivi encore." in shown(empty_app)
        await pilot.press("space", "o", "d", "w", "x", "enter", "y", "m")
        the_screen(empty_app)
        await pilot.press("n")
        await write(pilot, "Visiter le local @Cégep vendredi", "enter")
        assert cited(empty_app) == "S1"


# -- a story


async def test_inheriting_a_file_takes_at_most_ten_keys(demo_app: PartnerApp) -> None:
    """Who is who, what is late, the next meeting: content brief 16.8."""
    keys = 0

    async def press(pilot: Pilot[int], *pressed: str) -> None:
        nonlocal keys
        keys += len(pressed)
        await pilot.press(*pressed)
        await pilot.pause()

    async with demo_app.run_test(size=(80, 24)) as pilot:
        home = "\n".join(line.text for line in demo_app.screen.lines.shown)  # type: ignore[attr-defined]
        assert "2026-12-01" in home, "the next meeting, before any key"
        await press(pilot, "a", "r")
        assert cited(demo_app) == "S5", "what is late"
        assert "Chef clinique" in pane(demo_app), "and who holds it"
        await press(pilot, "5")
        meetings = demo_app.screen
        assert isinstance(meetings, MeetingsScreen)
        assert "2026-12-01" in meetings.lines.shown[1].text, "when and where it is"
        await press(pilot, "7")
        people = "\n".join(line.text for line in demo_app.screen.lines.shown)  # type: ignore[attr-defined]
        assert "Chef clinique" in people
        await press(pilot, "5", "d")
        decisions = "\n".join(line.text for line in demo_app.screen.lines.shown)  # type: ignore[attr-defined]
        assert all(f"D{d.number}" in decisions for d in demo_app.services.workspace.alive(Decision))
    assert keys == 6


# -- filters kept under a name


async def test_a_filter_is_kept_under_a_name_and_found_by_key_and_palette(
    demo_app: PartnerApp,
) -> None:
    async with actions(demo_app) as pilot:
        await pilot.press("slash")
        await write(pilot, "org:collège avant:janvier", "enter")
        assert cited(demo_app) == "S9"
        await pilot.press("t", "f")
        await pilot.pause()
        assert isinstance(demo_app.screen, Pick)
        await write(pilot, "garder", "enter")
        await write(pilot, "Bientôt au Collège", "enter")
        assert "Bientôt au Collège · par personne" in bar(demo_app, TitleBar)
        await pilot.press("escape", "f")
        await pilot.pause()
        await write(pilot, "bientot", "enter")
        assert cited(demo_app) == "S9"
        await pilot.press("q", "1", "ctrl+p")
        await pilot.pause()
        await write(pilot, "bientot", "enter")
        assert cited(demo_app) == "S9" and "Bientôt" in bar(demo_app, TitleBar)


async def test_a_kept_filter_is_forgotten_and_u_brings_it_back(demo_app: PartnerApp) -> None:
    async with actions(demo_app) as pilot:
        await pilot.press("f", "enter")
        await pilot.pause()
        assert cited(demo_app) == "S5" and "Attendu de la Maison" in bar(demo_app, TitleBar)
        await pilot.press("f")
        await pilot.pause()
        await write(pilot, "oublier", "enter")
        await pilot.press("enter")
        await pilot.pause()
        assert not demo_app.services.workspace.alive(View)
        await pilot.press("u")
        assert [view.label for view in demo_app.services.workspace.alive(View)] == [
            "Attendu de la Maison"
        ]
