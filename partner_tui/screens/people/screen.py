"""Gens: the organizations, their contacts, and who would take over."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from partner_tui import resources
from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings, key_for
from partner_tui.documents.pages import contacts
from partner_tui.documents.voice import Voice
from partner_tui.domain.blocks import Block
from partner_tui.domain.people import retiring, team
from partner_tui.domain.records import Contact, Organization, new_id
from partner_tui.domain.workspace import TABLE_OF, adding, archiving
from partner_tui.errors import PartnerError
from partner_tui.i18n import _, current, ngettext
from partner_tui.messages import Notice
from partner_tui.screens.base import WorkScreen, key_help
from partner_tui.screens.people.lines import people_lines
from partner_tui.screens.people.pages import contact_page, organization_page
from partner_tui.screens.records import edit
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import WIDEST
from partner_tui.widgets.page import Page

WIDE = 110


class PeopleScreen(WorkScreen):
    """The list of who is who, and all that is known of the chosen one."""

    CSS_PATH = resources.folder("styles") / "people.tcss"
    MODE = "people"
    SCOPES: ClassVar = (Scope.PEOPLE,)
    BINDINGS = bindings(Scope.WORK, Scope.PEOPLE)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]

    def compose_body(self) -> ComposeResult:
        """Lay the list and the page."""
        with Container(id="work"):
            yield LineList()
            yield Page(id="who", classes="pane")

    # -- showing

    def title_parts(self) -> list[str]:
        """Say how many organizations and contacts there are."""
        people, places = self.workspace.alive(Contact), self.workspace.alive(Organization)
        return [
            _("Gens"),
            ngettext("{n}\u00a0organisme", "{n}\u00a0organismes", len(places)),
            ngettext("{n}\u00a0personne-ressource", "{n}\u00a0personnes-ressources", len(people)),
        ]

    def keys(self) -> list[tuple[str, str]]:
        """Say what can be added, then what the keys do to the chosen line."""
        key = partial(key_for, keymap=self.services.settings.keys)
        add = [key("people.new"), key("people.new-org")]
        if self.record is None:
            return [key("people.new-org"), key("people.new")]
        rest = [key("people.copy"), key("people.copy-all"), key("people.archive")]
        return [key_help("enter", _("fiche")), *add, *rest]

    @property
    def record(self) -> Contact | Organization | None:
        """The contact or the organization under the cursor."""
        table, _slash, key = self.lines.key.partition("/")
        if table == "contacts":
            return self.workspace.find(Contact, key)
        return self.workspace.find(Organization, key) if table == "organizations" else None

    @property
    def organization(self) -> Organization | None:
        """The organization under the cursor, or that of the contact there."""
        record = self.record
        if isinstance(record, Contact):
            return self.workspace.find(Organization, record.organization)
        return record

    def show_body(self) -> None:
        """Show who is who, and the chosen one."""
        width = self.app.size.width
        wide = width >= WIDE and self.query_one(Page).display
        room = min(width * 6 // 10 if wide else width, WIDEST) - 2
        self.lines.show(people_lines(self.workspace, self.services.today(), room))

    def _blocks(self) -> list[Block]:
        match self.record:
            case Contact() as contact:
                return contact_page(self.workspace, contact, self.services.today())
            case Organization() as organization:
                return organization_page(self.workspace, self.services.guide, organization)
        return []

    @on(LineList.Moved)
    def _moved(self) -> None:
        self.query_one(Page).show(self._blocks())
        self.show_keys()

    def fit_body(self) -> None:
        """Fit the lines to the new width."""
        self.show_body()

    def action_pane(self) -> None:
        """Show or hide the page, the list given its room."""
        super().action_pane()
        self.lines.focus()
        self.show_body()

    # -- changing

    def action_new(self) -> None:
        """Ask for a role, then open the form of the contact who holds it."""
        organization = self.organization
        if organization is None and not self.workspace.alive(Organization):
            self.post_message(Notice(_("Un organisme d'abord\u00a0: o en ajoute un.")))
            return
        key = organization.id if organization else ""
        asked = partial(self._asked_role, key)
        self.ask(asked, partial(self._add_contact, key), slot="contacts/new")

    def _asked_role(self, key: str) -> str:
        place = Voice(self.workspace, current()).organization(key, short=True)
        asked = _("Rôle ou poste · {place}") if place else _("Rôle ou poste")
        return asked.format(place=place)

    def _add_contact(self, organization: str, role: str) -> None:
        self._add(Contact(id=new_id(), role=role, organization=organization))

    def action_new_organization(self) -> None:
        """Ask for a name, then open the form of the organization."""
        self.ask(_("Nom de l'organisme"), self._add_organization, slot="organizations/new")

    def _add_organization(self, name: str) -> None:
        self._add(Organization(id=new_id(), name=name))

    def _add(self, record: Contact | Organization) -> None:
        table = TABLE_OF[type(record)]
        if self.apply(f"{table}.add", adding(record)):
            self.lines.move_to(f"{table}/{record.id}")
            added = self.record
            if added is not None:
                edit(self, added)

    @on(LineList.Chosen)
    def action_edit(self) -> None:
        """Open the form of the chosen one."""
        if self.record is not None:
            edit(self, self.record)

    def action_forget(self) -> None:
        """Erase a person everywhere, copies and history included, once their name is typed."""
        contact = self.record
        if not isinstance(contact, Contact):
            self.post_message(Notice(_("Choisissez d'abord la personne à effacer.")))
            return
        question = _("Effacer pour de bon? Écrivez «\u00a0{name}\u00a0»")
        name = contact.holder or contact.role
        self.ask(question.format(name=name), partial(self._forget, contact.id), slot="")

    def _forget(self, key: str, typed: str) -> None:
        try:
            done = self.services.forget(key, typed)
        except PartnerError as error:
            self.post_message(Notice(str(error), urgent=True))
            return
        self.show_all()
        words = [
            _("Effacé partout, historique et copies compris; les comptes rendus gardent le rôle.")
        ]
        if done.exports:
            words.append(_("Les documents déjà écrits dans exports ne changent pas."))
        self.post_message(Notice(" ".join(words)))

    def action_archive(self) -> None:
        """Put the chosen one away; an organization takes its contacts along."""
        match self.record:
            case Contact(id=key):
                told = _("Fiche rangée\u00a0: u la ramène.")
                self.apply("contacts.archive", archiving(Contact, key), told=told)
            case Organization(id=key):
                count = len(team(self.workspace, key, self.services.today()))
                told = _("Organisme rangé\u00a0: u le ramène.")
                if count:
                    told = ngettext(
                        "Organisme rangé avec {n}\u00a0personne\u00a0: u les ramène.",
                        "Organisme rangé avec {n}\u00a0personnes\u00a0: u les ramène.",
                        count,
                    )
                self.apply("organizations.archive", retiring(key), told=told)

    # -- copying

    def copy_item(self) -> tuple[str, str] | None:
        """Return the coordinates of the contact, or of the people of the organization."""
        voice = Voice(self.workspace, current())
        match self.record:
            case Contact() as contact:
                return contacts.card(contact, voice), _("coordonnées")
            case Organization() as organization:
                people = team(self.workspace, organization.id, self.services.today())
                cards = [contacts.card(contact, voice) for contact in people]
                return "\n\n".join(cards or [voice.name(organization)]), _("coordonnées")
        return None


def screen(services: Services) -> PeopleScreen:
    """Build the screen."""
    return PeopleScreen(services)
