"""The organizations and their contacts as lines, invitations between them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from textwrap import wrap
from typing import Final

from rich.cells import cell_len

from partner_tui.documents.nudges import sentence, until
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import day, label, number
from partner_tui.domain import known
from partner_tui.domain.people import functions, has_left, homeless, leaves_soon, team
from partner_tui.domain.records import Contact, Organization
from partner_tui.domain.signals import signals
from partner_tui.domain.text import one_line
from partner_tui.domain.values import Function, Reply
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, _, current
from partner_tui.widgets.lines import BLANK, MORE, Cell, Line, heading, note

SHORT: Final = {Function.CHAMPION: N_("porte le dossier")}
"""Functions whose whole name is too long for a line."""
REPLIES: Final = {
    Reply.YES: N_("a dit oui"),
    Reply.NO: N_("a dit non"),
    Reply.WAITING: N_("réponse attendue"),
}
ROLE: Final = 34
"""The columns of a role where there is room."""


def people_lines(workspace: Workspace, today: date, room: int) -> list[Line]:
    """Return every organization with its people, in a number of columns."""
    organizations = workspace.alive(Organization)
    if not organizations and not workspace.alive(Contact):
        return beginning(room)
    nudged = invitations(workspace, today)
    lines: list[Line] = []
    for organization in organizations:
        lines += [BLANK] if lines else []
        lines.append(organization_line(workspace, organization, room))
        lines += notes(nudged.get(organization.id, []), room)
        lines += _team(workspace, team(workspace, organization.id, today), today, room)
    if others := homeless(workspace):
        lines += [BLANK, heading(_("Sans organisme"))]
        lines += _team(workspace, others, today, room)
    return [*lines, BLANK, *notes([privacy()], room, "dim", 0)]


def beginning(room: int) -> list[Line]:
    """Return what this screen is for, when it is empty."""
    why = _(
        "Savoir qui est qui, qui porte le dossier dans chaque organisme et qui prendrait la "
        "relève\u00a0: c'est ce qui fait durer un partenariat quand les gens changent de poste."
    )
    how = _("o ajoute un premier organisme; n y ajoute ensuite ses personnes-ressources.")
    return [
        heading(_("Les organismes et leurs personnes-ressources")),
        *notes([why], room, "", 0),
        BLANK,
        *notes([how], room, "accent", 0),
        BLANK,
        *notes([privacy()], room, "dim", 0),
    ]


def privacy() -> str:
    """Return what belongs here and what does not."""
    return _(
        "Des coordonnées professionnelles seulement. Ne nommez personne qui reçoit des services."
    )


def notes(texts: list[str], room: int, style: str = "accent", indent: int = 3) -> list[Line]:
    """Return sentences as lines that fit."""
    width = max(20, room - indent - 2)
    return [note(line, style, indent) for text in texts for line in wrap(text, width)]


# -- organizations


def organization_line(workspace: Workspace, organization: Organization, room: int) -> Line:
    """Return an organization as a title: its name, what it is, its reply, its hours."""
    voice = Voice(workspace, current())
    name, told = voice.name(organization), facts(workspace, organization)
    if cell_len(name) + cell_len(told) + 3 > room:
        name = voice.organization(organization.id, short=True)
    cells = (Cell(name or _("Sans nom"), "heading", None), Cell(" " + told, "dim"), Cell(" "))
    return Line(cells, key=f"organizations/{organization.id}", search=voice.name(organization))


def facts(workspace: Workspace, organization: Organization) -> str:
    """Return what an organization is, what it replied and the hours it gives."""
    told = [label(organization.kind, current()), _(REPLIES[organization.reply])]
    if given := hours(workspace, organization):
        told.append(_("{n} h/mois").format(n=given))
    return " · ".join(told)


def hours(workspace: Workspace, organization: Organization) -> str:
    """Return the hours a month that an organization said it gives."""
    said = known.position(workspace, known.TIME, organization.id)
    return number(one_line(said[0]), current()) if said else ""


def invitations(workspace: Workspace, today: date) -> dict[str, list[str]]:
    """Return the friendly reminders about each organization."""
    found: dict[str, list[str]] = {}
    empty: set[str] = set()
    for party in workspace.alive(Organization):
        if not known.contacts_of(workspace, party.id, today):
            empty.add(party.id)
            found[party.id] = [_("Personne ici pour le moment. n ajoute une personne-ressource.")]
    for signal in signals(workspace, today):
        if signal.table == "organizations" and signal.id not in empty:
            found.setdefault(signal.id, []).append(sentence(signal, current()))
    return found


# -- contacts


def _team(workspace: Workspace, contacts: list[Contact], today: date, room: int) -> Iterator[Line]:
    for contact in contacts:
        yield contact_line(workspace, contact, today, room)
        if leaves_soon(contact, today):
            yield from notes([leaving(workspace, contact, today)], room, "warn", 5)


def contact_line(workspace: Workspace, contact: Contact, today: date, room: int) -> Line:
    """Return a contact as a line: its role, its functions, how to reach it."""
    voice = Voice(workspace, current())
    left = has_left(contact, today)
    reach = one_line(contact.phone) or one_line(contact.email)
    role = min(ROLE, max(18, min(room * 9 // 20, room - cell_len(reach) - 8)))
    said = _("a quitté le {day}").format(day=day(contact.until)) if left else ""
    space = room - 2 - role - 2 - cell_len(reach) - 3
    look = "dim" if left else ""
    cells = (
        Cell("  "),
        Cell(voice.name(contact, "role") or one_line(contact.holder) or _("Rôle?"), look, role),
        Cell("  "),
        Cell(said or fitting(contact, space), "dim" if left else "accent", None),
        Cell("  "),
        Cell(reach, "dim" if left else ""),
        Cell(" "),
    )
    return Line(cells, key=f"contacts/{contact.id}", search=_searched(contact, voice))


def _searched(contact: Contact, voice: Voice) -> str:
    words = (contact.holder, contact.email, contact.phone, voice.organization(contact.organization))
    return " ".join((*words, *(label(function, voice.t) for function in contact.functions)))


def fitting(contact: Contact, space: int) -> str:
    """Return the functions that fit whole, the one to know first in front."""
    words = [_(SHORT.get(f, "")) or label(f, current()) for f in functions(contact)]
    for count in range(len(words), 0, -1):
        text = ", ".join(words[:count]) + (MORE if count < len(words) else "")
        if cell_len(text) <= space:
            return text
    return words[0] if words else ""


def leaving(workspace: Workspace, contact: Contact, today: date) -> str:
    """Return when someone leaves, and who takes over."""
    if contact.until is None:
        return ""
    voice = Voice(workspace, current())
    when = _("jusqu'au {day}, {when}").format(
        day=day(contact.until), when=until(contact.until, today, current())
    )
    others = [c for c in team(workspace, contact.organization, today) if c.id != contact.id]
    relay = next((c for c in others if Function.BACKUP in c.functions), None)
    if relay is not None:
        told = _("{when}; relève\u00a0: {who}")
        return told.format(when=when, who=voice.name(relay, "role"))
    return _("{when}. Qui prendrait la relève?").format(when=when)
