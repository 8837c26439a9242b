"""What is marked private leaves in no document, unless it was asked for."""

from __future__ import annotations

from typing import Any

import pytest
from builders import TODAY
from document_kit import OPTIONS, sample
from msgspec.structs import fields, replace

from partner_tui.documents import calendar, cards, catalogue
from partner_tui.documents.catalogue import CATALOGUE, Options
from partner_tui.documents.flat import flat
from partner_tui.documents.output import outputs
from partner_tui.domain.blocks import Table, plain
from partner_tui.domain.records import (
    Answer,
    Contact,
    Objective,
    Organization,
    Partnership,
    Record,
    Response,
    Statement,
)
from partner_tui.domain.workspace import Workspace
from partner_tui.guide.load import guide
from partner_tui.i18n import translator

SECRET = "secret-mot"
FR = translator("fr")
POINTERS = {"id", "by", "at", "organization", "owner", "meeting", "origin", "objective", "language"}
NAMED = (Partnership, Organization, Contact, Statement)
"""Kinds whose names stand in other records' sentences; their own test is below."""


def secretive() -> Workspace:
    """Return the sample dossier whose records are all private and hold the secret word."""
    tables = {
        name: {key: _secret(record) for key, record in table.items()}
        for name, table in sample().tables.items()
    }
    return replace(sample(), tables=tables)


def _secret(record: Record) -> Record:
    if isinstance(record, NAMED):
        return record
    changes: dict[str, Any] = {
        field.name: SECRET
        for field in fields(record)
        if field.name not in POINTERS and type(getattr(record, field.name)) is str
    }
    if isinstance(record, Answer):
        response = Response(values=((SECRET,), (SECRET,)), note=SECRET)
        changes |= {"response": response, "positions": dict.fromkeys(record.positions, response)}
    return replace(record, private=True, translations={}, **changes)


def _cells(table: Table | None) -> str:
    return "\n".join(plain(cell) for row in (table.rows if table else ()) for cell in row)


@pytest.mark.parametrize("name", [name for name in CATALOGUE if name != "minutes"])
def test_no_document_tells_what_is_private(name: str) -> None:
    workspace = secretive()
    document = catalogue.compose(name, workspace, guide("fr"), FR, OPTIONS)
    assert SECRET not in document.title + flat(document.blocks)
    assert SECRET not in _cells(catalogue.table(name, workspace, guide("fr"), FR, OPTIONS))


def test_private_minutes_are_not_found() -> None:
    document = catalogue.compose("minutes", secretive(), guide("fr"), FR, OPTIONS)
    assert SECRET not in flat(document.blocks)


def test_no_calendar_and_no_card_tells_what_is_private() -> None:
    assert SECRET.encode() not in calendar.compose(secretive(), guide("fr"), FR, OPTIONS)
    assert SECRET not in cards.compose(secretive(), guide("fr"), FR, OPTIONS)


@pytest.mark.parametrize("name", ["risks", "actions", "decisions", "answers", "review"])
def test_private_notes_come_when_asked_and_the_page_says_so(name: str) -> None:
    options = Options(today=TODAY, private=True)
    document = catalogue.compose(name, secretive(), guide("fr"), FR, options)
    assert SECRET in flat(document.blocks)
    assert document.meta.notice.startswith("Confidentiel")
    (output,) = outputs(name, ("txt",), secretive(), guide("fr"), FR, options)
    assert output.name.endswith("-avec-le-prive-fr.txt")


def test_a_private_objective_names_no_answer() -> None:
    objectives = {
        key: replace(objective, private=True, label=SECRET)
        for key, objective in sample().table(Objective).items()
    }
    workspace = replace(sample(), tables={**sample().tables, "objectives": objectives})
    for name in CATALOGUE:
        document = catalogue.compose(name, workspace, guide("fr"), FR, OPTIONS)
        assert SECRET not in flat(document.blocks)


def test_what_is_left_out_is_counted() -> None:
    document = catalogue.compose("risks", sample(), guide("fr"), FR, OPTIONS)
    assert "1\u00a0élément privé laissé de côté" in flat(document.blocks)


def test_a_private_contact_keeps_its_role_only() -> None:
    contacts = {
        key: replace(contact, private=True, holder=SECRET, email=f"{SECRET}@a.example")
        for key, contact in sample().table(Contact).items()
    }
    workspace = replace(sample(), tables={**sample().tables, "contacts": contacts})
    for name in CATALOGUE:
        document = catalogue.compose(name, workspace, guide("fr"), FR, OPTIONS)
        assert SECRET not in flat(document.blocks)
    assert SECRET not in cards.compose(workspace, guide("fr"), FR, OPTIONS)


def test_a_contact_without_consent_is_named_by_role_and_has_no_card() -> None:
    first, *_others = sample().table(Contact).values()
    silent = replace(first, consent_on=None, holder=SECRET, email=f"{SECRET}@a.example")
    tables = {**sample().tables, "contacts": {first.id: silent}}
    workspace = replace(sample(), tables=tables)
    document = catalogue.compose("contacts", workspace, guide("fr"), FR, OPTIONS)
    text = flat(document.blocks)
    assert SECRET not in text
    assert "N'ont pas encore accepté d'y figurer" in text
    assert "Coordination des partenariats · Collège des Trois-Baies" in text
    assert cards.compose(workspace, guide("fr"), FR, OPTIONS) == ""
