"""Listes: keys change the dossier, and the screen says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from screens.conftest import TODAY, an_app
from textual.pilot import Pilot

from partner_tui.app import PartnerApp
from partner_tui.domain import ticking
from partner_tui.domain.known import position
from partner_tui.domain.records import Answer, Check, Item, Organization, Tick
from partner_tui.domain.workspace import put
from partner_tui.messages import Copy, Go
from partner_tui.screens.lists.screen import ListsScreen
from partner_tui.widgets.page import Page

SIZE = (80, 24)


def lists(app: PartnerApp) -> ListsScreen:
    """Return the screen, which must be in front."""
    assert isinstance(app.screen, ListsScreen)
    return app.screen


async def at(app: PartnerApp, pilot: Pilot[int], place: str) -> ListsScreen:
    """Open the screen on a list or a row."""
    await pilot.press("3")
    await pilot.pause()
    lists(app).go_to(place)
    await pilot.pause()
    return lists(app)


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, each one done before the next."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def words(app: PartnerApp) -> str:
    """Return all that is on the screen."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(s.text for s in strip) for strip in strips)


def tick(app: PartnerApp, key: str) -> Tick | None:
    """Return a tick of the dossier."""
    return app.services.workspace.find(Tick, key)


def copies(seen: list[object]) -> list[str]:
    """Return the texts that were copied, in order; a message bubbles but is counted once."""
    texts = [message.text for message in seen if isinstance(message, Copy)]
    return list(dict.fromkeys(texts))


async def test_space_ticks_with_name_and_day_and_u_takes_it_back(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await at(demo_app, pilot, "chk.eval")
        await press(pilot, "space")
        done = tick(demo_app, "chk.eval")
        assert done and (done.value, done.ticked_by, done.ticked_on) == (1, "Test", TODAY)
        assert "Lancement 10/11" in words(demo_app)
        await press(pilot, "u")
        assert ticking.value_of(demo_app.services.workspace, "chk.eval") is None


async def test_the_pane_tells_step_and_evidence(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await at(demo_app, pilot, "chk.vision")
        text = words(demo_app)
        assert "étape 2" in text and "Note\u00a0: Énoncé, version 2." in text
        assert "2\u00a0versions" in text or "2 versions de l'énoncé" in text


async def test_enter_opens_the_step_of_a_launch_row(demo_app: PartnerApp) -> None:
    seen: list[object] = []
    async with demo_app.run_test(size=SIZE, message_hook=seen.append) as pilot:
        await at(demo_app, pilot, "chk.means")
        await press(pilot, "enter")
    assert [message.target for message in seen if isinstance(message, Go)][-1:] == ["step:s3"]


async def test_scores_go_round_and_points_follow(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await at(demo_app, pilot, "eff.ops.vision")
        assert "Efficacité 30/54" in words(demo_app)
        await press(pilot, "space")
        assert "Efficacité 31/54" in words(demo_app) and "30 → 31" in words(demo_app)
        await press(pilot, "space")
        assert ticking.value_of(demo_app.services.workspace, "eff.ops.vision") is None


async def test_tab_chooses_whose_answer_space_changes(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await at(demo_app, pilot, "prep.community")
        await press(pilot, "tab", "tab", "space", "space", "space")
        workspace = demo_app.services.workspace
        assert position(workspace, "prep.community", "o3") == ("no",)
        assert position(workspace, "prep.community", "o1") == ("yes",)
        await press(pilot, "shift+tab", "space")
        assert position(demo_app.services.workspace, "prep.community", "o2") == ("no",)


async def test_after_the_last_column_tab_reaches_the_pane(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await at(demo_app, pilot, "readiness")
        await press(pilot, "tab", "tab", "tab")
        assert screen.query_one(Page).has_focus
        await press(pilot, "tab")
        assert screen.lines.has_focus


async def test_a_question_in_words_is_opened_and_not_cycled(demo_app: PartnerApp) -> None:
    seen: list[object] = []
    async with demo_app.run_test(size=SIZE, message_hook=seen.append) as pilot:
        await at(demo_app, pilot, "prep.means")
        before = demo_app.services.workspace.find(Answer, "prep.means")
        await press(pilot, "space")
        assert demo_app.services.workspace.find(Answer, "prep.means") == before
        await press(pilot, "enter")
    assert "question:prep.means" in [m.target for m in seen if isinstance(m, Go)]


async def test_a_note_is_written_and_taken_away(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await at(demo_app, pilot, "cond.trust")
        await press(pilot, "e", *"vu", "enter")
        written = tick(demo_app, "cond.trust")
        assert written and written.note == "vu" and not written.value
        await press(pilot, "e", "backspace", "backspace", "enter")
        emptied = tick(demo_app, "cond.trust")
        assert emptied and emptied.note == ""


async def test_a_note_of_a_position_belongs_to_its_organization(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await at(demo_app, pilot, "s8.trust.mutual")
        await press(pilot, "tab", "e", *"peu", "enter")
        answer = demo_app.services.workspace.find(Answer, "s8.trust.mutual")
        assert answer and answer.positions["o2"].note == "peu"


async def test_an_own_row_is_added_ticked_and_archived(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await at(demo_app, pilot, "conditions")
        await press(pilot, "n", *"Bus", "enter")
        (item,) = demo_app.services.workspace.alive(Item)
        assert (item.label, item.checklist, screen.lines.key) == ("Bus", "conditions", item.id)
        await press(pilot, "space")
        assert "Conditions 7/8" in words(demo_app)
        await press(pilot, "x")
        assert not demo_app.services.workspace.alive(Item)


async def test_a_row_of_the_guide_cannot_be_archived(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await at(demo_app, pilot, "chk.vision")
        revision = demo_app.services.workspace.revision
        await press(pilot, "x")
        assert demo_app.services.workspace.revision == revision
        assert "Cette ligne vient du guide" in words(demo_app)


async def test_a_check_is_kept_and_noted(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await at(demo_app, pilot, "effective")
        await press(pilot, "c", "e", *"mi", "enter")
        kept = [c for c in demo_app.services.workspace.alive(Check) if c.on == TODAY]
        assert [(c.checklist, c.comment) for c in kept] == [("effective", "mi")]
        assert screen.lines.key == f"checks/{kept[0].id}"


async def test_only_what_is_left_is_shown(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await at(demo_app, pilot, "launch")
        await press(pilot, "o")
        assert screen.lines.keys == ("chk.eval", "chk.end")
        await press(pilot, "space", "space")
        assert "Rien ne reste à faire ici" in words(demo_app)


async def test_each_list_keeps_its_place(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await at(demo_app, pilot, "launch")
        await press(pilot, "j", "j", "right", "j", "left")
        assert screen.lines.key == "chk.members"
        await press(pilot, "l")
        assert screen.lines.key == "cond.trust"


@pytest.mark.parametrize(
    ("target", "key", "checklist"),
    [("climate", "s8.trust.acts", "climate"), ("checks/k1", "checks/k1", "effective")],
)
async def test_it_goes_to_lists_and_checks(
    demo_app: PartnerApp, target: str, key: str, checklist: str
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await at(demo_app, pilot, target)
        assert (screen.lines.key, screen.checklist.id) == (key, checklist)


async def test_the_filter_shows_the_rows_that_match(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        screen = await at(demo_app, pilot, "climate")
        await press(pilot, "slash", *"pouvoir", "enter")
        assert screen.lines.keys == ("s8.equity.power",)


async def test_copies_are_texts(demo_app: PartnerApp) -> None:
    seen: list[object] = []
    async with demo_app.run_test(size=SIZE, message_hook=seen.append) as pilot:
        await at(demo_app, pilot, "chk.vision")
        await press(pilot, "y", "Y")
    line, whole = copies(seen)
    assert line == "[x] formulé une vision ensemble (2026-09-18, Coordination)\nÉnoncé, version 2."
    assert "Liste de lancement\n===" in whole
    assert "- [ ] prévu comment évaluer et réviser" in whole


async def test_private_answers_stay_out_of_copies(demo_app: PartnerApp, tmp_path: Path) -> None:
    private = Answer(id="prep.mandate", private=True)
    app = an_app(put(demo_app.services.workspace, private), tmp_path)
    seen: list[object] = []
    async with app.run_test(size=SIZE, message_hook=seen.append) as pilot:
        await at(app, pilot, "prep.mandate")
        await press(pilot, "Y")
    assert "mission?\n  réponse gardée privée" in copies(seen)[0]


async def test_four_organizations_fit(demo_app: PartnerApp, tmp_path: Path) -> None:
    more = Organization(id="o9", name="Réseau de la santé", short="Réseau")
    app = an_app(put(demo_app.services.workspace, more), tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        for place in ("readiness", "climate", "launch", "effective"):
            await at(app, pilot, place)
            assert "…" not in words(app).replace("Nous avons…", "")


async def test_without_organizations_it_says_where_to_begin(
    empty_app: PartnerApp, tmp_path: Path
) -> None:
    gone = [Organization(id=f"o{n}", archived=True) for n in (1, 2)]
    app = an_app(put(empty_app.services.workspace, *gone), tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await at(app, pilot, "readiness")
        assert "Notez d'abord les organismes" in words(app)
        await press(pilot, "space", "tab", "e", "o", "c", "n")
        assert lists(app).checklist.id == "readiness"
