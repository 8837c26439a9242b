"""Risques: the log, its suggestions and its matrix, through keys."""

from __future__ import annotations

from msgspec.structs import replace
from textual.pilot import Pilot

from partner_tui.app import PartnerApp
from partner_tui.domain.actions import born_in
from partner_tui.domain.progress import is_answered
from partner_tui.domain.records import Action, Risk
from partner_tui.domain.values import RiskFamily, RiskScale, RiskState, Strategy
from partner_tui.domain.workspace import adding
from partner_tui.messages import Go
from partner_tui.screens.actions.screen import ActionsScreen
from partner_tui.screens.base import WorkScreen
from partner_tui.screens.dialogs.form import FormScreen
from partner_tui.screens.risk.screen import RiskScreen
from partner_tui.screens.risks.families import FamiliesScreen
from partner_tui.screens.risks.matrix import MatrixScreen
from partner_tui.screens.risks.screen import RisksScreen
from partner_tui.screens.risks.suggestions import SuggestionsScreen
from partner_tui.widgets.chrome import NoticeBar
from partner_tui.widgets.page import Page


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys and let each one take effect."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def work(app: PartnerApp) -> WorkScreen:
    """Return the screen in front, a screen of the dossier."""
    assert isinstance(app.screen, WorkScreen)
    return app.screen


def shown(app: PartnerApp) -> list[str]:
    """Return the lines of the list, spaces squeezed."""
    return [" ".join(line.text.split()) for line in work(app).lines.shown]


def page(app: PartnerApp) -> str:
    """Return the words of the reading pane."""
    return "\n".join(row.text for row in app.screen.query_one(Page).rows)


def bar(app: PartnerApp) -> str:
    """Return the line of counts."""
    return str(app.screen.query_one("#counts").render())


def risk(app: PartnerApp, key: str) -> Risk:
    """Return a risk of the dossier."""
    found = app.services.workspace.find(Risk, key)
    assert found is not None
    return found


async def test_the_highest_risks_come_first_and_the_pane_tells_all(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4")
        assert shown(demo_app)[1].startswith("R1 élevé 16 → Départ de l'agente de liaison")
        assert "11 risques ouverts · 4 élevés · 4 à revoir " in bar(demo_app)  # no room for more
        await press(pilot, "down")
        assert "Deux noms sur l'affiche → Public confus" in page(demo_app)
        assert "élevé\u00a012 = probable\u00a04 × modéré\u00a03" in page(demo_app)
        assert "Plan B" in page(demo_app)


async def test_no_line_is_cut_at_the_home_size_but_long_events(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4")
        assert demo_app.screen.query_one(Page).size.height == 8
        assert work(demo_app).lines.size.height == 10


async def test_space_moves_a_risk_on_and_undo_takes_it_back(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "space")
        assert risk(demo_app, "r1").state is RiskState.WATCHED
        await press(pilot, "space")
        assert risk(demo_app, "r1").state is RiskState.CLOSED
        assert "risks/r1" in work(demo_app).lines.keys
        await press(pilot, "u")
        assert risk(demo_app, "r1").state is RiskState.WATCHED


async def test_a_risk_just_closed_leaves_when_the_view_changes(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "space", "space", "t")
        assert "risks/r1" not in work(demo_app).lines.keys
        await press(pilot, "v")
        assert work(demo_app).lines.keys == ("risks/r11", "risks/r12")
        await press(pilot, "v")
        assert "risks/r1" in work(demo_app).lines.keys
        assert "12 risques" in bar(demo_app)


async def test_sorting_says_how(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "t")
        assert "tri\u00a0: révision" in bar(demo_app)
        assert "2026-12-01 !" in shown(demo_app)[1]
        await press(pilot, "t")
        numbers = [line.split()[0] for line in shown(demo_app)[1:]]
        assert numbers == [f"R{n}" for n in (*range(1, 10), 11, 12)]


async def test_a_filter_is_counted(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "slash", *"tempete", "enter")
        assert work(demo_app).lines.keys == ("risks/r3",)
        assert "filtre «\u00a0tempete\u00a0» · 1 sur 11" in bar(demo_app)


async def copy(app: PartnerApp, pilot: Pilot[int], key: str) -> str:
    """Press a key and return what it copied, if anything."""
    given: list[tuple[str, str]] = app._copier.given  # type: ignore[attr-defined]
    before = len(given)
    await press(pilot, key)
    await app.workers.wait_for_complete()
    return given[-1][1] if len(given) > before else ""


async def test_a_private_risk_is_not_copied(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "p")
        assert risk(demo_app, "r1").private
        assert "⌂" in shown(demo_app)[1]
        assert await copy(demo_app, pilot, "y") == ""
        log = await copy(demo_app, pilot, "Y")
        assert "Public confus" in log
        assert "Départ de l'agente" not in log
        await press(pilot, "p")
        text = await copy(demo_app, pilot, "y")
        assert text.startswith("R1 Départ de l'agente de liaison\nélevé")


async def test_archive_puts_away_and_undo_brings_back(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "x")
        assert risk(demo_app, "r1").archived
        assert "risks/r1" not in work(demo_app).lines.keys
        await press(pilot, "u")
        assert "risks/r1" in work(demo_app).lines.keys


async def test_a_new_risk_is_asked_in_one_line_then_opens(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "n", *"feu", "enter")
        assert isinstance(demo_app.screen, FormScreen)
        await press(pilot, "escape")
        made = [r for r in demo_app.services.workspace.alive(Risk) if r.event == "feu"]
        assert [r.number for r in made] == [13]
        assert work(demo_app).lines.key == f"risks/{made[0].id}"


async def test_a_link_reaches_a_closed_risk(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        demo_app.post_message(Go("risks/r10"))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(demo_app.screen, RisksScreen)
        assert demo_app.screen.lines.key == "risks/r10"


async def test_an_empty_log_says_what_it_is_for_and_begins_from_a_question(
    empty_app: PartnerApp,
) -> None:
    async with empty_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4")
        assert "Nommer d'avance" in shown(empty_app)[0]
        assert "Au démarrage, que risque-t-on?" in page(empty_app)
        await press(pilot, "down", "enter", *"tout repose sur une personne".replace(" ", "_"))
        await press(pilot, "enter", "escape")
        (made,) = empty_app.services.workspace.alive(Risk)
        assert made.family is RiskFamily.ORG
        assert any(line.startswith("Rien encore sur") for line in shown(empty_app))


async def test_keys_that_need_a_risk_say_so(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "space")
        assert "Choisissez" in empty_app.screen.query_one(NoticeBar).words


# -- the suggestions


async def test_a_suggestion_becomes_a_risk_only_when_chosen(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "s")
        assert isinstance(demo_app.screen, SuggestionsScreen)
        assert len(demo_app.screen.lines.keys) == 22
        assert "Réponse possible" in page(demo_app)
        assert "Le public ne sait plus qui offre le service déjà R2" in shown(demo_app)
        assert len(demo_app.services.workspace.alive(Risk)) == 12
        await press(pilot, "enter", "escape")
        made = demo_app.services.workspace.alive(Risk)[-1]
        assert (made.suggestion, made.family) == ("risk.image", RiskFamily.SETUP)
        assert (made.cause, made.measures, made.likelihood, made.strategy) == ("", "", 0, None)
        assert "Notre réputation pourrait en souffrir déjà R13" in shown(demo_app)
        await press(pilot, "escape")
        assert work(demo_app).lines.key == f"risks/{made.id}"


async def test_a_suggestion_already_taken_opens_its_risk(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "s", "down", "down", "enter")
        assert isinstance(demo_app.screen, FormScreen)
        assert len(demo_app.services.workspace.alive(Risk)) == 12


async def test_suggestions_begin_with_a_family_not_considered(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "enter", *"logo", "enter", "escape", "end", "enter")
        assert isinstance(empty_app.screen, FamiliesScreen)
        await press(pilot, "s")
        assert work(empty_app).lines.key == "risk.autonomy"


# -- the matrix


async def test_the_matrix_is_walked_with_arrows_and_letters(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "m")
        screen = demo_app.screen
        assert isinstance(screen, MatrixScreen)
        assert screen.grid.at == (4, 4)
        await press(pilot, "left", "down")
        assert screen.grid.at == (3, 3)
        assert shown(demo_app)[0] == "possible × modéré : moyen 9"
        assert screen.lines.keys == ("risks/r3", "risks/r9")
        await press(pilot, "l", "k", "h", "j", "h", "h", "h", "h")
        assert screen.grid.at == (3, 1)
        assert "Aucun risque" in shown(demo_app)[1]


async def test_the_matrix_draws_numbers_and_words(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "m")
        screen = demo_app.screen
        assert isinstance(screen, MatrixScreen)
        rows = [screen.grid.render_line(y).text for y in range(12)]
        assert all(len(row) == 80 for row in rows)
        assert rows[1].split()[-5:] == ["négligeable", "mineur", "modéré", "majeur", "grave"]
        assert "[R1" in rows[4]
        assert "R5 R6" in rows[6]
        assert rows[5].replace("\u00a0", " ").count("élevé") == 3


async def test_enter_opens_the_risk_and_escape_goes_back_to_it(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "m", "down", "enter", "down", "enter")
        assert isinstance(demo_app.screen, FormScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(demo_app.screen, MatrixScreen)
        await press(pilot, "escape")
        assert isinstance(demo_app.screen, RisksScreen)
        assert work(demo_app).lines.key == "risks/r6"


async def test_risks_not_judged_are_listed_apart(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "n", *"feu", "enter", "escape", "m")
        lines = shown(demo_app)
        assert "R13 à juger feu" in lines[lines.index("Pas encore jugés") + 1]
        await press(pilot, "v", "v")
        assert "⌂R10" in " ".join(
            demo_app.screen.grid.render_line(y).text  # type: ignore[attr-defined]
            for y in range(12)
        )


async def test_both_screens_stand_on_small_and_wide_terminals(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(60, 16)) as pilot:
        await press(pilot, "4", "m")
        assert "élevé" not in str(demo_app.screen.query_one("MatrixGrid").size)
        await press(pilot, "escape")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        pane = demo_app.screen.query_one(Page)
        assert pane.region.x > work(demo_app).lines.region.x
        assert pane.region.y == work(demo_app).lines.region.y


# -- one risk


async def test_a_risk_is_judged_again_in_one_line_understood_before_it_is_kept(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "r", "3", "4")
        hint = str(demo_app.screen.query_one("#hint").render()).replace("\u00a0", " ")
        assert "possible 3 × majeur 4 = élevé 12 ↘ en baisse, pourquoi?" in hint
        await press(pilot, "enter")
        assert risk(demo_app, "r1").likelihood == 4
        await press(pilot, "space", *"nommée", "enter")
        last = risk(demo_app, "r1").scores[-1]
        assert (last.likelihood, last.impact, last.why) == (3, 4, "nommée")
        assert (last.on, last.by) == (demo_app.services.today(), demo_app.services.workbook.who)
        assert "R1 élevé 12 ↘" in shown(demo_app)[1]
        assert "↘ en baisse" in page(demo_app).replace("\n", " ")
        await press(pilot, "u")
        assert (risk(demo_app, "r1").likelihood, len(risk(demo_app, "r1").scores)) == (4, 2)


async def test_a_measure_is_an_action_and_each_leads_to_the_other(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "a")
        await press(pilot, *["space" if c == " " else c for c in "affiche @chef demain"], "enter")
        made = only_born(demo_app)
        assert (made.origin, made.owner) == ("risks/r1", "c6")
        assert "S12" in page(demo_app)
        await press(pilot, "enter")
        assert isinstance(demo_app.screen, RiskScreen)
        work(demo_app).go_to(f"actions/{made.id}")
        await press(pilot, "enter")
        await pilot.pause()
        assert isinstance(demo_app.screen, ActionsScreen)
        assert demo_app.screen.action == made
        await press(pilot, "o")
        await pilot.pause()
        assert isinstance(demo_app.screen, RisksScreen)
        assert demo_app.screen.risk == risk(demo_app, "r1")


def only_born(app: PartnerApp) -> Action:
    """Return the only action born of the first risk."""
    (found,) = born_in(app.services.workspace, risk(app, "r1"))
    return found


async def test_yes_opens_the_plan_and_happened_keeps_the_day(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "enter", "o")
        opened = born_in(demo_app.services.workspace, risk(demo_app, "r1"))
        today = demo_app.services.today()
        assert [(a.due - today).days for a in opened if a.due] == [2, 7, 14]
        assert "Plan B ouvert" in demo_app.screen.query_one(NoticeBar).words
        await press(pilot, "i")
        found = risk(demo_app, "r1")
        assert (found.state, found.happened) == (RiskState.HAPPENED, (today,))
        assert len(born_in(demo_app.services.workspace, found)) == 3
        assert "déjà ouvert" in demo_app.screen.query_one(NoticeBar).words


async def test_a_look_today_sets_the_next_one_by_the_level(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "d")
        assert risk(demo_app, "r1").reviewed == demo_app.services.today()
        assert "à revoir le 2026-12-22" in demo_app.screen.query_one(NoticeBar).words


async def test_a_plan_step_and_an_acceptance_are_said_in_one_line(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "down", "enter", "b")
        said = "prevenir @pairs dans 3 jours"
        await press(pilot, *["space" if c == " " else c for c in said], "enter")
        step = risk(demo_app, "r2").plan[-1]
        assert (step.text, step.owner, step.days) == ("prevenir", "c8", 3)
        work(demo_app).go_to("step/0")
        await press(pilot, "x")
        assert [s.text for s in risk(demo_app, "r2").plan] == ["prevenir"]
        said = "cela suffit @chef jusqu'au 30 avril"
        keys = ["space" if c == " " else "apostrophe" if c == "'" else c for c in said]
        await press(pilot, "c", *keys, "enter")
        found = risk(demo_app, "r2")
        assert (found.strategy, found.accepted_by) == (Strategy.ACCEPT, "c6")
        assert (found.accepted_why, str(found.accepted_until)) == ("cela suffit", "2027-04-30")


async def test_nothing_to_report_is_said_of_a_family_and_counts(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "f", "i")
        assert isinstance(empty_app.screen, FamiliesScreen)
        assert "rien à signaler" in shown(empty_app)[0]
        asked = [q for q in empty_app.services.guide.questions() if q.id == "s7.list.setup"]
        assert is_answered(empty_app.services.workspace, asked[0])
        await press(pilot, "i")
        assert "pas encore considérée" in shown(empty_app)[0]
        assert not is_answered(empty_app.services.workspace, asked[0])


async def test_three_degrees_make_a_smaller_matrix_for_each_moment(demo_app: PartnerApp) -> None:
    partnership = demo_app.services.workspace.partnership
    three = replace(partnership, scale=RiskScale.THREE)
    demo_app.services.workbook.apply("partnership.edit", adding(three))
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "m")
        screen = demo_app.screen
        assert isinstance(screen, MatrixScreen)
        assert screen.grid.at == (3, 3)
        rows = [screen.grid.render_line(y).text for y in range(12)]
        assert rows[1].split()[-3:] == ["mineur", "modéré", "majeur"]
        assert "[R1" in rows[2]
        await press(pilot, "t")
        assert "R1 R2" in screen.grid.render_line(6).text
        await press(pilot, "down", "down", "left")
        assert shown(demo_app)[0].replace("\u00a0", " ") == "peu probable × modéré : faible 2"


async def test_a_meeting_asks_and_answers_in_one_key(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5", "enter")
        work(demo_app).go_to("triggers/r1")
        await press(pilot, "n")
        asking = risk(demo_app, "r1").askings[-1]
        assert (asking.yes, asking.meeting) == (False, "m6")
        await press(pilot, "o")
        assert [a.yes for a in risk(demo_app, "r1").askings if a.meeting == "m6"] == [True]
        assert len(born_in(demo_app.services.workspace, risk(demo_app, "r1"))) == 3
        await press(pilot, "enter")
        await pilot.pause()
        assert isinstance(demo_app.screen, RisksScreen)


async def test_the_question_of_a_family_changes_language_while_it_is_open(
    empty_app: PartnerApp,
) -> None:
    async with empty_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "enter")
        assert "Risque, démarrage" in words_of(empty_app)
        await empty_app.run_action("app.language")
        await pilot.pause()
        try:
            assert "Risk, getting started" in words_of(empty_app)
        finally:
            await empty_app.run_action("app.language")


def words_of(app: PartnerApp) -> str:
    """Return the label of the line that is asked for."""
    return str(app.screen.query_one("#prompt Static").render())
