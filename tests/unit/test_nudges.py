"""Reminders in words: a tag, a subject, an invitation."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import TODAY, a_contact, a_risk, a_workspace, an_action, an_organization

from partner_tui.documents.nudges import Nudge, nudge, until
from partner_tui.domain.records import Line, Record
from partner_tui.domain.signals import Signal, SignalKind, signals
from partner_tui.i18n import translator

FR = translator("fr")


def _nudges(*records: Record) -> list[Nudge]:
    people = an_organization(), a_contact(), a_contact(id="c2")
    workspace = a_workspace(*people, *records, start=TODAY)
    return [nudge(signal, workspace, FR) for signal in signals(workspace, TODAY)]


@pytest.mark.parametrize("kind", SignalKind)
@pytest.mark.parametrize("days", [-1, 0, 1, 41])
def test_every_reminder_has_words(kind: SignalKind, days: int) -> None:
    found = nudge(Signal(kind=kind, table="x", id="y", days=days, count=2), a_workspace(), FR)
    assert found.tag and found.sentence.endswith(("?", "."))


def test_a_late_action_names_who_and_how_long() -> None:
    assert _nudges(an_action(due=TODAY - timedelta(days=2))) == [
        Nudge(
            tag="échu 2\u00a0j",
            reference="S1",
            subject="Réserver les deux salles",
            who="Coordination des partenariats · Collège",
            sentence="L'échéance est passée depuis 2\u00a0jours. Où en est-on?",
        )
    ]


def test_a_message_names_its_audience() -> None:
    line = Line(id="l", text="Horaire", audience="pairs", due=TODAY + timedelta(days=1))
    (found,) = _nudges(line)
    assert (found.tag, found.subject) == ("demain", "Horaire → pairs")


def test_braces_in_what_people_type_are_harmless() -> None:
    (found,) = _nudges(a_risk(event="{n} {0.__class__}", owner=""))
    assert found.subject == "{n} {0.__class__}"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 20), "échu 2\u00a0j"),
        (date(2026, 11, 22), "aujourd'hui"),
        (date(2026, 11, 23), "demain"),
        (date(2026, 12, 1), "dans 9\u00a0jours"),
    ],
)
def test_distances(day: date, words: str) -> None:
    assert until(day, TODAY, FR) == words
