"""Who was at a meeting, by organization, and which one was not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from partner_tui.domain.known import parties
from partner_tui.domain.minutes import unrepresented
from partner_tui.domain.records import Contact
from partner_tui.i18n import N_
from partner_tui.screens.meeting.view import View, indent, plain, role, titled
from partner_tui.widgets.lines import Cell, Line

NAME: Final = 14
"""Columns of what stands before a colon."""


def attendance(view: View) -> list[Line]:
    """Return who is there by organization, then who chairs and who writes."""
    t, meeting = view.t, view.meeting
    keys = (
        (view.key("attendance"), N_("cocher")),
        (view.key("edit"), N_("fiche")),
    )
    title = titled(view, N_("Présences"), *keys)
    if not (meeting.present or meeting.excused or meeting.absent):
        return [
            title,
            plain(t.text(N_("Personne n'est encore coché.")), "attendance", "dim"),
            *_roles(view),
        ]
    return [title, *_organizations(view), *_roles(view)]


def _organizations(view: View) -> Iterable[Line]:
    missing = {party.id for party in unrepresented(view.workspace, view.meeting)}
    for key in _homes(view):
        said = attendance_of(view, key)
        name = view.voice.organization(key, short=True) or view.t.text(N_("Autres"))
        cells = [indent(), Cell(name, "", NAME)]
        if key in missing:
            cells.append(Cell(view.t.text(N_("non représenté")) + ("; " if said else ""), "warn"))
        yield Line((*cells, Cell(said, "", None)), key=f"attendance/{key}")


def _homes(view: View) -> list[str]:
    """Return the organizations to name: the parties, then any other that came."""
    meeting = view.meeting
    known = [party.id for party in parties(view.workspace)]
    for person in (*meeting.present, *meeting.excused, *meeting.absent):
        contact = view.workspace.find(Contact, person)
        known.append(contact.organization if contact else "")
    return list(dict.fromkeys(known))


def attendance_of(view: View, organization: str) -> str:
    """Return who of an organization is present, excused and absent."""
    meeting, t = view.meeting, view.t
    parts = [
        (meeting.present, "{who}"),
        (meeting.excused, t.text(N_("absence excusée\u00a0: {who}"))),
        (meeting.absent, t.text(N_("absence\u00a0: {who}"))),
    ]
    said = []
    for people, pattern in parts:
        who = ", ".join(role(view, key) for key in people if _home(view, key) == organization)
        said += [pattern.format(who=who)] if who else []
    return "; ".join(said)


def _home(view: View, key: str) -> str:
    contact = view.workspace.find(Contact, key)
    return contact.organization if contact else ""


def _roles(view: View) -> list[Line]:
    named = ((N_("Animation"), view.meeting.chair), (N_("Rédaction"), view.meeting.scribe))
    return [
        Line((indent(), Cell(view.t.text(name), "", NAME), _who_or_none(view, key)), key=name)
        for name, key in named
    ]


def _who_or_none(view: View, key: str) -> Cell:
    who = view.voice.contact(key)
    return Cell(who, "", None) if who else Cell(view.t.text(N_("à nommer")), "dim", None)
