"""Two people on one field: nothing is replaced in silence; a text cut off is found again."""

from __future__ import annotations

from driving import elsewhere, words
from textual.pilot import Pilot

from partner_tui.app import PartnerApp
from partner_tui.documents.words import label
from partner_tui.domain.answers import responding
from partner_tui.domain.records import Answer, Risk
from partner_tui.domain.values import RiskFamily
from partner_tui.domain.workspace import editing
from partner_tui.i18n import current
from partner_tui.screens.dialogs.form import FormScreen
from partner_tui.screens.dialogs.weigh import Weigh


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, each one awaited."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def open_risk(pilot: Pilot[int]) -> None:
    """Open the form of R1 with a word added to its event."""
    await press(pilot, "4", "e")
    assert isinstance(pilot.app.screen, FormScreen)
    await press(pilot, "end", "!")


def event(app: PartnerApp) -> str:
    """Return the event of R1 as it is in the dossier."""
    app.services.workbook.refresh()
    return app.services.workspace.table(Risk)["r1"].event


async def test_a_field_changed_by_two_is_shown_side_by_side(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await open_risk(pilot)
        elsewhere(demo_app, editing(Risk, "r1", event="Départ annoncé"))
        await press(pilot, "tab")
        assert isinstance(demo_app.screen, Weigh)
        assert event(demo_app) == "Départ annoncé"


async def test_a_change_that_arrives_while_one_types_is_not_overwritten_either(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await open_risk(pilot)
        elsewhere(demo_app, editing(Risk, "r1", event="Départ annoncé"))
        demo_app.catch_up()
        await press(pilot, "end", "?", "tab")
        assert isinstance(demo_app.screen, Weigh)
        assert event(demo_app) == "Départ annoncé"


async def test_one_can_keep_ones_own(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await open_risk(pilot)
        elsewhere(demo_app, editing(Risk, "r1", event="Départ annoncé"))
        await press(pilot, "tab", "m")
        assert event(demo_app).endswith("liaison!")


async def test_one_can_take_theirs(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await open_risk(pilot)
        elsewhere(demo_app, editing(Risk, "r1", event="Départ annoncé"))
        await press(pilot, "tab", "l", "escape")
        assert event(demo_app) == "Départ annoncé"


async def test_putting_it_off_asks_again_instead_of_overwriting(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await open_risk(pilot)
        elsewhere(demo_app, editing(Risk, "r1", event="Départ annoncé"))
        await press(pilot, "tab", "escape", "escape")
        assert isinstance(demo_app.screen, Weigh)
        assert event(demo_app) == "Départ annoncé"


async def test_keeping_ones_own_after_putting_it_off_is_asked_once(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await open_risk(pilot)
        elsewhere(demo_app, editing(Risk, "r1", event="Départ annoncé"))
        await press(pilot, "tab", "escape", "shift+tab", "end", "?", "tab", "m")
        assert isinstance(demo_app.screen, FormScreen)
        assert event(demo_app).endswith("liaison!?")
        await press(pilot, "escape")
        assert not isinstance(demo_app.screen, FormScreen | Weigh)


async def test_another_field_of_the_record_is_no_conflict(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await open_risk(pilot)
        elsewhere(demo_app, editing(Risk, "r1", cause="Fin de contrat"))
        await press(pilot, "tab")
        assert isinstance(demo_app.screen, FormScreen)
        assert event(demo_app).endswith("liaison!")
        assert demo_app.services.workspace.table(Risk)["r1"].cause == "Fin de contrat"


async def test_an_answer_changed_by_two_is_not_overwritten(demo_app: PartnerApp) -> None:
    key = "s1.need.others"
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "enter", "!")
        elsewhere(demo_app, responding(key, 0, ("Autre chose",)))
        await press(pilot, "tab")
        assert isinstance(demo_app.screen, Weigh)
        demo_app.services.workbook.refresh()
        found = demo_app.services.workspace.table(Answer)[key]
        assert found.response.values[0] == ("Autre chose",)


async def test_words_then_state_is_no_conflict_with_oneself(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        await press(pilot, "i", "enter", "x", "tab", "tab", "c", "tab")
        assert isinstance(demo_app.screen, FormScreen)


async def test_a_text_cut_off_is_back_in_its_field(demo_app: PartnerApp) -> None:
    drafts = demo_app.services.drafts
    before = demo_app.services.workspace.table(Risk)["r1"].event
    drafts.keep("risks/r1/event", "Départ de l'agente, confirmé", before)
    [(path, draft)] = list(drafts._all())
    path.write_bytes(path.read_bytes().replace(str(draft.process).encode(), b"999999999", 1))
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "e")
        await press(pilot, "escape")
        assert event(demo_app) == "Départ de l'agente, confirmé"


async def test_a_choice_is_shown_in_words(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4", "e")
        demo_app.screen._form.go_to("family")  # type: ignore[attr-defined]
        elsewhere(demo_app, editing(Risk, "r1", family=RiskFamily.LEGAL))
        await press(pilot, "right", "tab")
        assert isinstance(demo_app.screen, Weigh)
        text = words(demo_app)
        assert label(RiskFamily.LEGAL, current()) in text and "weather" not in text
