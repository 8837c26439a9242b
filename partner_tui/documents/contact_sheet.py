"""The sheet of professional coordinates, marked confidential."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from partner_tui.documents.statement_writer import labelled
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import label
from partner_tui.domain.blocks import Block, Document, Heading, Paragraph, inline, paragraph
from partner_tui.domain.people import functions, has_left, homeless, team
from partner_tui.domain.records import Contact, Organization
from partner_tui.domain.text import clean
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator


def compose(workspace: Workspace, t: Translator, today: date) -> Document:
    """Return the sheet: those who have left and those kept private are not on it."""
    voice = Voice(workspace, t).for_document()
    blocks: list[Block] = [
        Paragraph(
            inline(
                t.text(N_("Confidentiel\u00a0: pour les organismes de ce partenariat seulement.")),
                strong=True,
            )
        ),
        labelled(voice, t.text(N_("À jour le")), voice.day(today)),
    ]
    for organization in workspace.alive(Organization):
        people = [c for c in team(workspace, organization.id, today) if _listed(c, today)]
        if people:
            blocks.append(Heading(2, inline(voice.name(organization)), organization.id))
            blocks += (paragraph(coordinates(contact, voice)) for contact in people)
    if others := [c for c in homeless(workspace) if _listed(c, today)]:
        blocks.append(Heading(2, inline(t.text(N_("Sans organisme")))))
        blocks += (paragraph(coordinates(contact, voice)) for contact in others)
    return Document(voice.titled(t.text(N_("Personnes-ressources"))), t.language, tuple(blocks))


def _listed(contact: Contact, today: date) -> bool:
    return not contact.private and not has_left(contact, today)


def coordinates(contact: Contact, voice: Voice) -> str:
    """Return a contact line by line; without an agreement to be listed, its role only."""
    return "\n".join(_lines(contact, voice))


def _lines(contact: Contact, voice: Voice) -> Iterator[str]:
    role, holder = voice.name(contact, "role"), clean(contact.holder).strip()
    yield " — ".join(filter(None, (role, holder)))
    if contact.functions:
        yield ", ".join(label(function, voice.t) for function in functions(contact))
    reach = " · ".join(filter(None, (clean(contact.email).strip(), clean(contact.phone).strip())))
    if reach and contact.consent_on is None:
        yield voice.t.text(N_("Coordonnées à venir\u00a0: son accord n'est pas encore noté."))
    elif reach:
        yield reach
    if contact.until:
        yield voice.say(N_("Jusqu'au {day}"), day=voice.day(contact.until))


def card(contact: Contact, voice: Voice) -> str:
    """Return one contact's coordinates to paste: role, organization, email, phone."""
    who = " — ".join(filter(None, (voice.name(contact, "role"), clean(contact.holder).strip())))
    place = voice.organization(contact.organization)
    lines = (who, place, clean(contact.email).strip(), clean(contact.phone).strip())
    return "\n".join(filter(None, lines))
