"""The guide questions that the program itself reads, and what their answers say."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct

from partner_tui.domain.records import Answer, Contact, Organization, Response
from partner_tui.domain.values import AnswerState, Function, OrganizationKind, Reply
from partner_tui.domain.workspace import Workspace

AIMS: Final = "s2.meet.aims"
FORM: Final = "s2.meet.form"
VISION: Final = "s2.meet.vision"
"""Parts: the vision, the common goal."""
LEAD: Final = "s2.meet.lead"
GOVERN: Final = "s2.meet.gov"
AGREE: Final = "s2.meet.agree"
CONSENT: Final = "s2.commit.consent"
"""Parts, per organization: an informed yes, what it commits to."""
WINWIN: Final = "s2.commit.winwin"
"""Parts, per organization: content or not, gives, gets."""
TIME: Final = "s2.commit.time"
"""Per organization: hours a month."""
MISSION_VISION: Final = "s4.mission.vision"
ROLES: Final = "s4.gov.roles"
TERM: Final = "s4.gov.term"
"""Parts: review, renew, close."""
DECIDE: Final = "s4.gov.decide"
CHAMPION: Final = "s4.gov.champion"
REPORT: Final = "s4.gov.report"
"""Parts: the body, the person, how often and how."""
SMART: Final = ("s6.smart.s", "s6.smart.m", "s6.smart.t")
"""Per objective: specific, measurable, timed."""
RUNG_NOW: Final = "stud.where"
RUNG_AIM: Final = "stud.aim"
"""Parts: the rung aimed at, by when."""
CLIMATE: Final = "climate"
"""The list whose checks show a trend."""


class ReviewDates(Struct, frozen=True):
    """When the partnership is reviewed, renewed or closed."""

    review: date | None = None
    renew: date | None = None
    close: date | None = None


def answer_of(workspace: Workspace, key: str) -> Answer | None:
    """Return a question's living answer, or None."""
    answer = workspace.find(Answer, key)
    return None if answer is None or answer.archived else answer


def filled(response: Response, part: int = 0) -> tuple[str, ...]:
    """Return the values of one part without the blank ones."""
    if part >= len(response.values):
        return ()
    return tuple(value for value in response.values[part] if value.strip())


def has_words(answer: Answer) -> bool:
    """Tell whether anything was answered, together or by one organization."""
    return speaks(answer.response) or any(map(speaks, answer.positions.values()))


def speaks(response: Response) -> bool:
    """Tell whether any part of a response holds words."""
    return any(value.strip() for values in response.values for value in values)


def said(workspace: Workspace, key: str, part: int = 0) -> tuple[str, ...]:
    """Return the values of one part of the common answer; none when it was set aside."""
    answer = answer_of(workspace, key)
    if answer is None or answer.state is AnswerState.SKIPPED:
        return ()
    return filled(answer.response, part)


def position(workspace: Workspace, key: str, who: str, part: int = 0) -> tuple[str, ...]:
    """Return the values of one part of an organization's or objective's own answer."""
    answer = answer_of(workspace, key)
    if answer is None or answer.state is AnswerState.SKIPPED:
        return ()
    return filled(answer.positions.get(who, Response()), part)


def review_dates(workspace: Workspace) -> ReviewDates:
    """Return the dates of review, renewal and closing as answered so far."""
    return ReviewDates(*(_date(said(workspace, TERM, part)) for part in range(3)))


def _date(values: tuple[str, ...]) -> date | None:
    try:
        return date.fromisoformat(values[0]) if values else None
    except ValueError:
        return None


def parties(workspace: Workspace) -> list[Organization]:
    """Return the organizations expected to answer: funders and those that declined are not."""
    return [
        organization
        for organization in workspace.alive(Organization)
        if organization.reply is not Reply.NO and organization.kind is not OrganizationKind.FUNDER
    ]


def contacts_of(
    workspace: Workspace, organization: str, today: date | None = None
) -> list[Contact]:
    """Return the contacts an organization has, on a day those whose time has not ended."""
    return [
        contact
        for contact in workspace.alive(Contact)
        if contact.organization == organization
        and not (today and contact.until and contact.until < today)
    ]


def has_champion(workspace: Workspace, organization: str) -> bool:
    """Tell whether someone answers for the partnership in an organization."""
    named = any(
        Function.CHAMPION in contact.functions for contact in contacts_of(workspace, organization)
    )
    return named or bool(position(workspace, CHAMPION, organization))


def lead(workspace: Workspace) -> Contact | None:
    """Return the contact who leads: the one answered, else the one whose function says so."""
    for key in said(workspace, LEAD):
        if contact := workspace.find(Contact, key):
            return contact
    return next((c for c in workspace.alive(Contact) if Function.LEAD in c.functions), None)
