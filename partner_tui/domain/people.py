"""Who is who: in which order people stand, who leaves soon, and how they are put away."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec.structs import replace

from partner_tui.domain.records import Contact, Organization
from partner_tui.domain.values import Function
from partner_tui.domain.workspace import Change, Workspace, put

LEAVING: Final = 90
"""Days before the end of a person's time from which it is said."""

RANK: Final = (
    Function.LEAD,
    Function.CHAMPION,
    Function.BACKUP,
    Function.SIGNATORY,
    Function.COMMITTEE,
    Function.COMMUNICATION,
    Function.ADVISER,
)
"""Functions from the one to know first."""


def functions(contact: Contact) -> list[Function]:
    """Return a contact's functions, the one to know first in front."""
    return sorted(contact.functions, key=RANK.index)


def has_left(contact: Contact, today: date) -> bool:
    """Tell whether a contact's time has ended."""
    return contact.until is not None and contact.until < today


def leaves_soon(contact: Contact, today: date) -> bool:
    """Tell whether a contact's time ends in the coming months."""
    return contact.until is not None and 0 <= (contact.until - today).days <= LEAVING


def team(workspace: Workspace, organization: str, today: date) -> list[Contact]:
    """Return an organization's contacts: who answers for it first, who has left last."""
    found = [c for c in workspace.alive(Contact) if c.organization == organization]
    return sorted(found, key=lambda contact: (has_left(contact, today), _rank(contact)))


def _rank(contact: Contact) -> int:
    first = RANK.index(functions(contact)[0]) if contact.functions else len(RANK)
    return min(first, RANK.index(Function.COMMITTEE))


def homeless(workspace: Workspace) -> list[Contact]:
    """Return the contacts whose organization is not there."""
    there = {organization.id for organization in workspace.alive(Organization)}
    return [contact for contact in workspace.alive(Contact) if contact.organization not in there]


def retiring(organization: str) -> Change:
    """Return the verb that puts an organization away with its contacts."""

    def change(workspace: Workspace) -> Workspace:
        found = workspace.find(Organization, organization)
        if found is None:
            return workspace
        contacts = [c for c in workspace.alive(Contact) if c.organization == organization]
        return put(workspace, *(replace(each, archived=True) for each in (found, *contacts)))

    return change
