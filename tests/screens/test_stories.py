"""Stories of a year (content brief 16.8), lived with real keys; each tells how many it took."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from driving import SIZE, copied, notice, words
from screens.conftest import TODAY, an_app
from textual.events import Paste
from textual.pilot import Pilot

from partner_tui import demo
from partner_tui.app import PartnerApp
from partner_tui.documents.minutes import compose as minutes_of
from partner_tui.documents.render_txt import render
from partner_tui.documents.statement import PartState, compose
from partner_tui.domain.forms import Field
from partner_tui.domain.questions import Kind
from partner_tui.domain.records import (
    Contact,
    Meeting,
    Objective,
    Organization,
    Partnership,
)
from partner_tui.domain.values import OrganizationKind
from partner_tui.domain.workspace import Workspace, put
from partner_tui.guide.load import guide
from partner_tui.i18n import translator
from partner_tui.screens.steps.answer import AnswerScreen
from partner_tui.screens.steps.screen import StepsScreen
from partner_tui.storage.folder import create
from partner_tui.storage.store import TinyStore
from partner_tui.widgets.form import Form
from partner_tui.widgets.page import Page


class Hands:
    """The hands of a person: every key pressed is counted, text typed is not."""

    def __init__(self, app: PartnerApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot, self.keys = app, pilot, 0

    async def press(self, *keys: str) -> None:
        """Press keys, each one done before the next."""
        for key in keys:
            self.keys += 1
            await self.pilot.press(key)
            await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text where the keys act."""
        focused = self.app.screen.focused
        assert focused is not None
        focused.post_message(Paste(text))
        await self.pilot.pause()

    @property
    def pane(self) -> str:
        """The words of the pane."""
        return "\n".join(row.text for row in self.app.screen.query_one(".pane", Page).rows)


# -- an empty file, step 2 with three organizations, the statement in two languages


async def test_from_an_empty_file_step_two_makes_the_statement_in_both_languages(
    tmp_path: Path,
) -> None:
    app = an_app(_three_organizations(), tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        hands = Hands(app, pilot)
        await hands.press("2", "right")
        assert isinstance(app.screen, StepsScreen) and app.screen.step.number == 2
        for _question in app.screen.step.questions:
            await hands.press("enter")
            await _fill(hands)
            await hands.press("escape", "down")
        assert hands.keys == 123
        await hands.press("6", "Y", "f", "Y")
        await app.workers.wait_for_complete()
        french, english = copied(app)
        assert hands.keys == 127
    assert "Énoncé de partenariat — Jardin commun" in french and "Qui pilote" in french
    assert "Partnership statement — Jardin commun" in english and "Who leads" in english
    for page in (french, english):
        assert "Coordination du Cégep" in page
        assert all(page.count(name) >= 2 for name in ("Cégep du Lac", "Le Sillon", "Asso du Lac"))
        assert "Nourrir le quartier" in page
    for language in ("fr", "en"):
        draft = compose(app.services.workspace, guide(language), translator(language))
        assert draft.gaps == ()
        states = {part.id: part.state for part in draft.parts}
        assert list(states.values()).count(PartState.OK) >= 5, states


def _three_organizations() -> Workspace:
    kinds = OrganizationKind.CAMPUS, OrganizationKind.COMMUNITY, OrganizationKind.STUDENTS
    names = "Cégep du Lac", "Le Sillon", "Asso du Lac"
    return put(
        Workspace(),
        Partnership(name="Jardin commun"),
        *(
            Organization(id=f"o{n}", name=name, kind=kind)
            for n, (name, kind) in enumerate(zip(names, kinds, strict=True), 1)
        ),
    )


async def _fill(hands: Hands) -> None:
    """Answer the question that is open, blank after blank, notes and state left as they are."""
    screen = hands.app.screen
    assert isinstance(screen, AnswerScreen)
    blanks = [
        editor.field
        for editor in screen.query_one(Form).editors
        if not editor.field.name.endswith("note") and editor.field.name not in ("state", "private")
    ]
    for blank in blanks:
        while screen.query_one(Form).current is None or _here(screen) != blank.name:
            await hands.press("tab")
        await _answer(hands, blank)


def _here(screen: AnswerScreen) -> str:
    current = screen.query_one(Form).current
    assert current is not None
    return current.field.name


async def _answer(hands: Hands, blank: Field) -> None:
    match blank.part.kind:
        case Kind.CHOICE | Kind.TRI:
            await hands.press("space")
        case Kind.ORGS:
            await hands.press("enter", "space", "down", "space", "down", "space", "enter")
        case Kind.PERSON | Kind.PERSONS:
            await hands.press("enter")
            await hands.type("Coordination du Cégep")
            await hands.press("enter")
        case Kind.NUMBER | Kind.AMOUNT:
            await hands.type("12")
        case _:
            await hands.type("Nourrir le quartier")


# -- a risk table for the committee


async def test_the_committee_is_shown_a_risk_table_without_the_private_notes(
    demo_app: PartnerApp,
) -> None:
    private = [r for r in demo.workspace(TODAY).tables["risks"].values() if r.private]
    assert private, "the sample keeps one to itself"
    async with demo_app.run_test(size=SIZE) as pilot:
        hands = Hands(demo_app, pilot)
        await hands.press("4", "Y")
        await demo_app.workers.wait_for_complete()
        await pilot.pause()
        (table,) = copied(demo_app)
        assert hands.keys == 2
    assert all(f"R{n} " in table for n in range(1, 10))
    assert "querelle" not in table and "R10" not in table
    assert "laissé" in table, "what stays out is counted"


# -- what moved since last time


async def test_at_renewal_one_sees_what_moved_in_the_27_items_and_each_objective(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        hands = Hands(demo_app, pilot)
        await hands.press("3", "right", "right", "right")
        assert "depuis le 2026-09-08" in words(demo_app)
        await hands.press("space")
        assert "↗" in words(demo_app), "the row says which way it went"
        await hands.press("end")
        assert "Monte depuis" in hands.pane and "même vision" in hands.pane
        assert hands.keys == 6
        await hands.press("2", "left")
        assert isinstance(demo_app.screen, StepsScreen)
        while demo_app.screen.lines.key != "eval.results":
            await hands.press("down")
        await hands.press("enter")
        for value in ("12 le 12 janvier 2027", "23 le 4 mai 2027: une de moins, la tempête"):
            await hands.press("r")
            await hands.type(value)
            await hands.press("enter")
        assert "12 → 23, visé 24" in words(demo_app)
        assert "14 → 13, visé 10" in words(demo_app)
        assert notice(demo_app).replace("\u00a0", " ") == "Noté le 2027-05-04 : 23"
        assert hands.keys == 13
    readings = demo_app.services.workspace.table(Objective)["b1"].readings
    assert [each.value for each in readings] == ["6", "12", "23"]
    assert readings[-1].note == "une de moins, la tempête"


# -- a contact who left is erased


async def test_a_contact_who_left_is_erased_and_the_minutes_show_the_role(tmp_path: Path) -> None:
    name = "Camille Exemple"
    before = demo.workspace(TODAY)
    contact = before.table(Contact)["c5"]
    folder = create(tmp_path, put(before, _named(contact, name)), "f")
    app = an_app(before, tmp_path)
    app.services.open(folder)
    async with app.run_test(size=SIZE) as pilot:
        hands = Hands(app, pilot)
        await hands.press("7", *["down"] * 5)
        assert "Agente de liaison" in hands.pane
        await hands.press("ctrl+p")
        await hands.type("effacer")
        await hands.press("enter")
        assert name in words(app)
        await hands.type(name)
        await hands.press("enter")
        assert hands.keys == 9
        workspace = app.services.workspace
        page = render(minutes_of(workspace.table(Meeting)["m5"], workspace, translator("fr")))
    assert "Agente de liaison campus" in " ".join(page.split()) and name not in page
    kept = workspace.table(Contact)["c5"]
    assert (kept.holder, kept.email, kept.phone) == ("", "", "")
    assert not list(_holding(folder, name)), "nor in the file, its history or its copies"
    assert TinyStore(folder).load() == workspace


def _named(contact: Contact, name: str) -> Contact:
    from msgspec.structs import replace

    return replace(contact, holder=name)


def _holding(folder: Path, name: str) -> Iterable[Path]:
    """Yield the files of a dossier that still say a name."""
    for path in folder.rglob("*"):
        if path.is_file() and name.encode() in path.read_bytes():
            yield path
