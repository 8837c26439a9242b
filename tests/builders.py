"""One line per test set-up: records with sensible values, and whole workspaces."""

from __future__ import annotations

from datetime import date
from typing import Any

from partner_tui.domain.questions import Choice, Guide, Kind, Part, Question, Section, Step
from partner_tui.domain.records import (
    Action,
    Answer,
    Contact,
    Decision,
    Meeting,
    Note,
    Objective,
    Organization,
    Partnership,
    Record,
    Response,
    Risk,
    Sending,
    Statement,
)
from partner_tui.domain.sealing import sealed
from partner_tui.domain.values import (
    Function,
    MeetingKind,
    OrganizationKind,
    RiskFamily,
    Stage,
    Strategy,
)
from partner_tui.domain.workspace import Workspace, put

TODAY = date(2026, 11, 22)


def a_workspace(*records: Record, **changes: Any) -> Workspace:
    """Return a workspace with a partnership, changed as asked, and these records."""
    return put(Workspace(), a_partnership(**changes), *records)


def a_partnership(**changes: Any) -> Partnership:
    """Return an active partnership that began in June."""
    values = {"name": "Soirées Boussole", "stage": Stage.ACTIVE, "start": date(2026, 6, 9)}
    return Partnership(**{**values, **changes})


def an_organization(**changes: Any) -> Organization:
    """Return a campus."""
    values = {
        "id": "o1",
        "name": "Collège des Trois-Baies",
        "short": "Collège",
        "kind": OrganizationKind.CAMPUS,
    }
    return Organization(**{**values, **changes})


def three_parties() -> tuple[Organization, ...]:
    """Return a campus, a community organization and a student association."""
    house = {"id": "o2", "name": "Maison Vent-du-Large", "short": "Maison"}
    students = {"id": "o3", "name": "Association étudiante", "short": "Association"}
    return (
        an_organization(),
        an_organization(**house, kind=OrganizationKind.COMMUNITY),
        an_organization(**students, kind=OrganizationKind.STUDENTS),
    )


def a_contact(**changes: Any) -> Contact:
    """Return the lead, who is the college's champion."""
    values = {
        "id": "c1",
        "role": "Coordination des partenariats",
        "organization": "o1",
        "functions": (Function.LEAD, Function.CHAMPION),
    }
    return Contact(**{**values, **changes})


def an_answer(key: str, *parts: str | tuple[str, ...], note: str = "", **changes: Any) -> Answer:
    """Return a common answer, one value or one tuple of values for each part."""
    return Answer(id=key, response=a_response(*parts, note=note), **changes)


def a_response(*parts: str | tuple[str, ...], note: str = "") -> Response:
    """Return a response, one value or one tuple of values for each part."""
    values = tuple((part,) if isinstance(part, str) else part for part in parts)
    return Response(values=values, note=note)


def a_risk(**changes: Any) -> Risk:
    """Return a judged risk with an answer and an owner."""
    values = {
        "id": "r1",
        "cause": "le poste est contractuel",
        "event": "l'agente de liaison part",
        "effect": "les liens se perdent",
        "family": RiskFamily.ORG,
        "likelihood": 4,
        "impact": 4,
        "strategy": Strategy.MITIGATE,
        "owner": "c1",
    }
    return Risk(**{**values, **changes})


def an_action(**changes: Any) -> Action:
    """Return an open action that someone does by a date."""
    values = {
        "id": "a1",
        "text": "Réserver les deux salles",
        "owner": "c1",
        "organization": "o1",
        "due": date(2026, 11, 30),
    }
    return Action(**{**values, **changes})


def a_meeting(**changes: Any) -> Meeting:
    """Return a monthly meeting of November."""
    values = {
        "id": "m1",
        "kind": MeetingKind.MONTHLY,
        "on": date(2026, 11, 3),
        "start": "12:00",
        "end": "13:00",
        "place": "local B-112",
    }
    return Meeting(**{**values, **changes})


def a_note(text: str, **changes: Any) -> Note:
    """Return a line of news of that meeting."""
    return Note(**{"id": f"n-{text}", "meeting": "m1", "text": text, **changes})


def a_decision(**changes: Any) -> Decision:
    """Return a decision of that meeting."""
    return Decision(**{"id": "d1", "meeting": "m1", "text": "Ouvrir à 17 h 30", **changes})


def an_objective(**changes: Any) -> Objective:
    """Return a measurable objective."""
    values = {"id": "b1", "label": "Offrir 24 soirées", "baseline": "0", "target": "24"}
    return Objective(**{**values, **changes})


def a_statement(**changes: Any) -> Statement:
    """Return a version of the statement, sealed and sent to everyone in September."""
    sent = (Sending(on=date(2026, 9, 18)),)
    version = Statement(**{"id": "e1", "number": 1, "sendings": sent, **changes})
    return version if version.fingerprint else sealed(version)


def a_question(key: str = "q", *kinds: Kind, **changes: Any) -> Question:
    """Return a question with one part of each kind, a text when none is said."""
    choices = (Choice("informed", "informé"), Choice("decider", "codécideur"))
    parts = tuple(
        Part(kind=kind, label=f"Partie {n}", choices=choices)
        for n, kind in enumerate(kinds or (Kind.TEXT,), 1)
    )
    return Question(**{"id": key, "text": f"Question {key}?", "parts": parts, **changes})


def a_guide(*questions: Question, language: str = "fr") -> Guide:
    """Return a guide of one step that asks these questions."""
    section = Section(id="s2.open", title="Amorcer", questions=questions)
    step = Step(id="s2", number=2, title="Mobiliser", short="Gens", sections=(section,))
    return Guide(language=language, steps=(step,))
