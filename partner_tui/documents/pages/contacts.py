"""The contact sheet: who to reach, for the partners only."""

from __future__ import annotations

from typing import Final

from partner_tui.documents import words
from partner_tui.documents.pages.kit import Options, Sheet, hidden, lines, nothing, said, sheet
from partner_tui.documents.voice import Voice
from partner_tui.domain.blocks import Block, Document, Heading, Table, inline
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Contact, Organization
from partner_tui.domain.text import clean
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

TITLE: Final = N_("Personnes-ressources")
SHORT: Final = (
    N_("Rôle"),
    N_("Personne"),
    N_("Courriel"),
    N_("Téléphone"),
    N_("Jusqu'au"),
)
COLUMNS: Final = (
    N_("Organisme"),
    N_("Rôle"),
    N_("Personne"),
    N_("Fonctions"),
    N_("Courriel"),
    N_("Téléphone"),
    N_("Langue"),
    N_("Depuis"),
    N_("Jusqu'au"),
    N_("Accord du"),
)


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Document:
    """Return the people to reach, organization by organization, those who agreed to be listed."""
    page = sheet(workspace, guide, t, options)
    blocks: list[Block] = []
    for home in dict.fromkeys(contact.organization for contact in listed(page)):
        blocks += _organization(page, home)
    if not blocks:
        blocks.append(nothing(page))
    return page.document(TITLE, (*blocks, *_unlisted(page), *hidden(page, Contact)))


def table(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Table:
    """Return the contacts who agreed to be listed, a row each."""
    page = sheet(workspace, guide, t, options)
    return page.table(COLUMNS, [_row(page, contact) for contact in listed(page)])


def current(page: Sheet) -> list[Contact]:
    """Return the contacts whose time has not ended, organization by organization."""
    alive = page.workspace.alive(Organization)
    homes = {organization.id: place for place, organization in enumerate(alive)}
    now = [c for c in page.shown(Contact) if not (c.until and c.until < page.today)]
    return sorted(now, key=lambda contact: homes.get(contact.organization, len(homes)))


def listed(page: Sheet) -> list[Contact]:
    """Return the current contacts who agreed to be listed."""
    return [contact for contact in current(page) if contact.consent_on]


def functions(page: Sheet, contact: Contact) -> str:
    """Return what a contact does in the partnership."""
    return ", ".join(words.label(function, page.t) for function in contact.functions)


def _organization(page: Sheet, home: str) -> list[Block]:
    rows = [
        (
            _role(page, contact),
            *map(clean, (contact.holder, contact.email, contact.phone)),
            words.day(contact.until),
        )
        for contact in listed(page)
        if contact.organization == home
    ]
    name = page.voice.organization(home) or page.t.text(N_("Autres personnes"))
    return [Heading(2, inline(name)), page.compact(SHORT, rows)]


def _role(page: Sheet, contact: Contact) -> str:
    role, does = page.voice.name(contact, "role"), functions(page, contact)
    return f"{role} ({does})" if role and does else role or does


def _unlisted(page: Sheet) -> list[Block]:
    """Name, by their role only, those who have not agreed to be listed."""
    silent = [contact for contact in current(page) if not contact.consent_on]
    if not silent:
        return []
    roles = [
        " · ".join(filter(None, (_named(page, each), page.voice.organization(each.organization))))
        for each in silent
    ]
    why = page.t.text(N_("Leurs coordonnées attendent leur accord."))
    return [page.heading(N_("N'ont pas encore accepté d'y figurer")), *lines(roles), said(why)]


def _named(page: Sheet, contact: Contact) -> str:
    return page.voice.name(contact, "role") or page.t.text(N_("une personne"))


def _row(page: Sheet, contact: Contact) -> tuple[str, ...]:
    return (
        page.voice.organization(contact.organization),
        page.voice.name(contact, "role"),
        clean(contact.holder),
        functions(page, contact),
        clean(contact.email),
        clean(contact.phone),
        clean(contact.language),
        words.day(contact.since),
        words.day(contact.until),
        words.day(contact.consent_on),
    )


def card(contact: Contact, voice: Voice) -> str:
    """Return one contact's coordinates to paste: role, organization, email, phone."""
    who = " — ".join(filter(None, (voice.name(contact, "role"), clean(contact.holder).strip())))
    place = voice.organization(contact.organization)
    lines = (who, place, clean(contact.email).strip(), clean(contact.phone).strip())
    return "\n".join(filter(None, lines))
