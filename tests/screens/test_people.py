"""Gens: who is who, what is missing, forms and copies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from builders import TODAY, a_contact, a_workspace, three_parties
from msgspec.structs import replace
from screens.conftest import an_app

from partner_tui.app import PartnerApp
from partner_tui.documents import catalogue
from partner_tui.documents.formats import FORMATS
from partner_tui.domain.records import Contact, Organization
from partner_tui.domain.values import Function
from partner_tui.domain.workspace import Workspace
from partner_tui.guide.load import guide
from partner_tui.i18n import translator
from partner_tui.messages import Copy, Go
from partner_tui.screens.dialogs.form import FormScreen
from partner_tui.screens.people.lines import people_lines
from partner_tui.screens.people.screen import PeopleScreen
from partner_tui.widgets.chrome import TitleBar
from partner_tui.widgets.lines import Line
from partner_tui.widgets.page import Page

SIZE = (80, 24)
ROOM = 78


def at(app: PartnerApp) -> PeopleScreen:
    """Return the screen that is open, which is this one."""
    screen = app.screen
    assert isinstance(screen, PeopleScreen)
    return screen


def told(lines: list[Line]) -> str:
    """Return lines as text."""
    return "\n".join(" ".join(cell.text for cell in line.cells).strip() for line in lines)


def read(app: PartnerApp) -> str:
    """Return the words in the pane."""
    return "\n".join(row.text for row in at(app).query_one(Page).rows)


def leaving(until: date, *others: Contact) -> Workspace:
    """Return three parties whose college loses its champion."""
    return a_workspace(*three_parties(), a_contact(until=until), *others)


async def test_organizations_head_their_people(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await pilot.press("7")
        await pilot.pause()
        text = told(list(at(demo_app).lines.shown))
        assert at(demo_app).lines.keys[:2] == ("organizations/o1", "contacts/c1")
        assert "campus · a dit oui · 15 h/mois" in text
        assert "pilote, porte le dossier" in text
        assert "relève" in text
        assert "9\u00a0personnes-ressources" in str(at(demo_app).query_one(TitleBar).content)


async def test_the_pane_tells_all_of_the_chosen_one(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await pilot.press("7")
        await pilot.pause()
        assert "Donne\u00a0: 2 salles; Promotion" in read(demo_app)
        assert "Énoncé\u00a0: v2 d'accord le 2026-09-20" in read(demo_app)
        await pilot.press("down")
        await pilot.pause()
        assert "partenariats@troisbaies.example" in read(demo_app)
        assert "R6 Fonds non reconduits" in read(demo_app).replace("\n", " ")


async def test_a_contact_joins_the_organization_under_the_cursor(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        demo_app.post_message(Go("contacts/c5"))
        await pilot.pause()
        await pilot.pause()
        await pilot.press("n", *"Stagiaire", "enter")
        await pilot.pause()
        added = demo_app.services.workspace.alive(Contact)[-1]
        assert (added.role, added.organization) == ("Stagiaire", "o2")
        assert isinstance(demo_app.screen, FormScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert at(demo_app).lines.key == f"contacts/{added.id}"


async def test_an_organization_is_added_by_its_name(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        await pilot.press("7")
        await pilot.pause()
        await pilot.press("o", *"La Rive", "enter")
        await pilot.pause()
        names = [o.name for o in empty_app.services.workspace.alive(Organization)]
        assert names[-1] == "La Rive"
        assert isinstance(empty_app.screen, FormScreen)


async def test_enter_opens_the_form(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await pilot.press("7")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(demo_app.screen, FormScreen)


async def test_an_archived_organization_takes_its_people_and_brings_them_back(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await pilot.press("7")
        await pilot.pause()
        await pilot.press("x")
        await pilot.pause()
        gone = [c for c in demo_app.services.workspace.alive(Contact) if c.organization == "o1"]
        assert gone == []
        await pilot.press("u")
        await pilot.pause()
        assert len(demo_app.services.workspace.alive(Contact)) == 9
        assert len(demo_app.services.workspace.alive(Organization)) == 4


async def test_copies_are_coordinates_and_the_sheet_is_confidential(demo_app: PartnerApp) -> None:
    seen: list[Copy] = []
    async with demo_app.run_test(
        size=SIZE, message_hook=lambda m: seen.append(m) if isinstance(m, Copy) else None
    ) as pilot:
        await pilot.press("7")
        await pilot.pause()
        await pilot.press("down", "y")
        await pilot.pause()
        assert seen[-1].text.splitlines() == [
            "Coordination des partenariats",
            "Collège des Trois-Baies",
            "partenariats@troisbaies.example",
            "705-555-0140",
        ]
        await pilot.press("Y")
        await pilot.pause()
        assert "Confidentiel" in seen[-1].text
        assert "subventions@rivenord.example" in seen[-1].text


async def test_an_empty_screen_says_what_it_is_for(tmp_path: Path) -> None:
    app = an_app(a_workspace(), tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("7")
        await pilot.pause()
        text = told(list(at(app).lines.shown))
        assert "o ajoute un premier organisme" in text
        assert "Ne nommez personne qui reçoit" in text
        await pilot.press("n", "e", "x", "y")
        await pilot.pause()
        assert app.services.workspace.alive(Contact) == []


def test_an_organization_held_by_one_person_is_said() -> None:
    text = told(people_lines(a_workspace(*three_parties(), a_contact()), TODAY, ROOM))
    assert "Le lien tient à une seule personne." in text


def test_an_organization_without_a_champion_is_said() -> None:
    workspace = a_workspace(*three_parties(), a_contact(functions=(Function.COMMITTEE,)))
    text = told(people_lines(workspace, TODAY, ROOM))
    assert "Qui répond du dossier dans cet organisme?" in text


def test_a_departure_is_said_with_who_takes_over() -> None:
    soon = date(2027, 1, 5)
    asked = told(people_lines(leaving(soon), TODAY, ROOM))
    assert "jusqu'au 2027-01-05, dans 44\u00a0jours. Qui prendrait la relève?" in asked
    relay = a_contact(id="c2", role="Adjointe", functions=(Function.BACKUP,))
    named = told(people_lines(leaving(soon, relay), TODAY, ROOM))
    assert "relève\u00a0: Adjointe" in named


def contact_sheet(workspace: Workspace) -> str:
    """Return the sheet of the catalogue as plain text."""
    options = catalogue.Options(today=TODAY)
    page = catalogue.compose("contacts", workspace, guide("fr"), translator("fr"), options)
    return FORMATS["txt"](page)


def test_someone_who_has_left_comes_last_and_is_not_on_the_sheet() -> None:
    other = a_contact(id="c2", role="Adjointe", functions=(), consent_on=TODAY, email="a@b.example")
    workspace = leaving(date(2026, 10, 1), other)
    keys = [line.key for line in people_lines(workspace, TODAY, ROOM)]
    assert keys.index("contacts/c2") < keys.index("contacts/c1")
    sheet = contact_sheet(workspace)
    assert "a@b.example" in sheet
    assert "Coordination des partenariats" not in sheet


def test_coordinates_wait_for_the_agreement_to_be_listed() -> None:
    contact = a_contact(email="a@b.example", phone="555-0100")
    assert "a@b.example" not in contact_sheet(a_workspace(*three_parties(), contact))
    agreed = a_workspace(*three_parties(), replace(contact, consent_on=TODAY))
    assert "555-0100" in contact_sheet(agreed)


def test_nothing_is_wider_than_the_list() -> None:
    workspace = leaving(date(2027, 1, 5), a_contact(id="c2", organization=""))
    for room in (60, ROOM):
        for line in people_lines(workspace, TODAY, room):
            if not line.key:
                assert sum(len(cell.text) for cell in line.cells) <= room
