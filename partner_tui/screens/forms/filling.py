"""A form filled in: what a record holds, and what each blank can hold in this dossier."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from partner_tui.documents.voice import Voice
from partner_tui.documents.words import label
from partner_tui.documents.words import scale as degree
from partner_tui.domain.forms import Field, Heading, to_strings
from partner_tui.domain.questions import Choice, Kind, Part
from partner_tui.domain.records import Contact, Organization, Record
from partner_tui.domain.scales import scale_of
from partner_tui.domain.text import sort_key
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import LANGUAGES, _, current
from partner_tui.screens.forms import FORMS, Blank


def rows(record: Record, workspace: Workspace) -> list[Field | Heading]:
    """Return the form of a record, filled in."""
    filled: list[Field | Heading] = []
    for row in FORMS[type(record)].rows:
        if isinstance(row, str):
            filled.append(Heading(_(row)))
        else:
            strings = to_strings(record, row.name)
            if row.scale and strings:
                strings = (_kept(strings[0], workspace),)
            filled.append(Field(row.name, _part(row, workspace), strings))
    return filled


def _kept(score: str, workspace: Workspace) -> str:
    """Return the score that stands, on the scale of this dossier, for one that was kept."""
    scale = scale_of(workspace)
    return str(scale.score(scale.degree(int(score))))


def _part(blank: Blank, workspace: Workspace) -> Part:
    """Return what a blank can hold in this dossier, in the language of the screen."""
    return Part(
        kind=blank.kind,
        label=_(blank.label),
        choices=_choices(blank, workspace),
        hint=_(blank.hint),
    )


def _choices(blank: Blank, workspace: Workspace) -> tuple[Choice, ...]:
    t = current()
    if blank.values is not None:
        return tuple(Choice(value.value, label(value, t)) for value in blank.values)
    if blank.scale:
        scale = scale_of(workspace)
        return tuple(
            Choice(str(scale.score(n)), f"{n} {degree(blank.scale, n, t, scale.steps)}")
            for n in range(1, scale.steps + 1)
        )
    if blank.name == "language":
        return tuple(Choice(code, _(name)) for code, name in LANGUAGES.items())
    if blank.kind in (Kind.PERSON, Kind.PERSONS):
        return _people(workspace)
    if blank.kind in (Kind.ORG, Kind.ORGS):
        return _organizations(workspace)
    if blank.table is not None:
        name = FORMS[blank.table].name
        return _named(workspace.alive(blank.table), name, Voice(workspace, t))
    return ()


def _people(workspace: Workspace) -> tuple[Choice, ...]:
    """Return the contacts to choose from, by their role and organization."""
    voice = Voice(workspace, current())
    found = [Choice(c.id, voice.contact(c.id)) for c in workspace.alive(Contact)]
    return tuple(sorted(found, key=lambda choice: sort_key(choice.label)))


def _organizations(workspace: Workspace) -> tuple[Choice, ...]:
    """Return the organizations to choose from."""
    voice = Voice(workspace, current())
    return _named(workspace.alive(Organization), "name", voice)


def _named(records: Iterable[Record], name: str, voice: Voice) -> tuple[Choice, ...]:
    return tuple(Choice(record.id, voice.name(record, name)) for record in records)


def of_question(given: Part, workspace: Workspace) -> Part:
    """Return a part of a question with the people or organizations of this dossier."""
    if given.kind in (Kind.PERSON, Kind.PERSONS):
        return replace(given, choices=_people(workspace))
    if given.kind in (Kind.ORG, Kind.ORGS):
        return replace(given, choices=_organizations(workspace))
    return given
