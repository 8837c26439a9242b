"""What each of the seven parts of the statement says, and from which answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from partner_tui.documents.statement_writer import Writer
from partner_tui.domain import known
from partner_tui.domain.blocks import Bullets, Paragraph, inline
from partner_tui.domain.known import contacts_of, parties
from partner_tui.domain.records import Organization
from partner_tui.domain.text import listed
from partner_tui.domain.values import Function
from partner_tui.i18n import N_


class Recipe(Struct, frozen=True):
    """A part: its id and title (content brief 9.1), the questions it reads, what writes it."""

    id: str
    title: str
    sources: tuple[str, ...]
    write: Callable[[Writer], None]


def _vision(writer: Writer) -> None:
    vision = writer.lines(known.VISION, 0)
    writer.add(known.VISION, *vision)
    if not vision:
        vision = writer.lines(known.MISSION_VISION)
        writer.add(known.MISSION_VISION, *vision)
    goal = writer.lines(known.VISION, 1)
    name = writer.label(known.VISION, 1, N_("But commun"))
    writer.add_labelled(known.VISION, name, "\n".join(goal))
    if vision and not goal:
        writer.miss(known.VISION, name)
    if goal and not vision:
        writer.miss(known.VISION, writer.label(known.VISION, 0, N_("Vision")))


def _aims(writer: Writer) -> None:
    writer.add_list(known.AIMS, writer.lines(known.AIMS))


def _form(writer: Writer) -> None:
    form = writer.lines(known.FORM)
    writer.add(known.FORM, *form, writer.note(known.FORM))
    if writer.said and not form:
        writer.miss(known.FORM, writer.voice.t.text(N_("Forme du lien")))


def _lead(writer: Writer) -> None:
    names = writer.people(known.LEAD)
    leader = known.lead(writer.voice.workspace)
    if leader and not names and not writer.private:
        names = [writer.voice.person(leader.id)]
    for name in names:
        writer.add(known.LEAD, writer.voice.say(N_("{who} pilote le partenariat."), who=name))


COMMITMENTS: Final = (
    (known.CONSENT, 1, N_("S'engage à")),
    (known.WINWIN, 1, N_("Donne")),
    (known.WINWIN, 2, N_("Reçoit")),
)
"""Question, part and label of what each party commits to."""


def _engage(writer: Writer) -> None:
    silent = []
    for party in parties(writer.voice.workspace):
        if items := _commitments(writer, party):
            name = inline(writer.voice.name(party), strong=True)
            writer.blocks += [Paragraph(name), Bullets(tuple((item,) for item in items))]
            writer.said += 1
        else:
            silent.append(party)
    for party in silent if writer.said else ():
        writer.miss(known.CONSENT, writer.voice.name(party))
    writer.compare(known.CONSENT)
    writer.compare(known.WINWIN)


def _commitments(writer: Writer, party: Organization) -> list[Paragraph]:
    found = []
    for key, part, label in COMMITMENTS:
        if lines := writer.lines(key, part, party.id):
            text = "; ".join(line.rstrip(";.") for line in lines) + "."
            found.append(writer.labelled(writer.voice.t.text(label), text, f"question:{key}"))
    return found


def _roles(writer: Writer) -> None:
    roles = writer.lines(known.ROLES)
    writer.add(known.GOVERN, *writer.lines(known.GOVERN))
    writer.add(known.ROLES, *roles)
    if decided := writer.lines(known.DECIDE):
        sentences = (", ".join(decided), writer.note(known.DECIDE))
        text = " ".join(f"{sentence.rstrip('.')}." for sentence in sentences if sentence)
        writer.add_labelled(known.DECIDE, writer.voice.t.text(N_("Décisions")), text)
    writer.add_labelled(
        known.CHAMPION, writer.voice.t.text(N_("Répondent du dossier")), _champions(writer)
    )
    if writer.said and not roles:
        writer.miss(known.ROLES, writer.voice.t.text(N_("Rôles acceptés par chacun")))
    writer.compare(known.AGREE)


def _champions(writer: Writer) -> str:
    names: list[str] = []
    for party in parties(writer.voice.workspace):
        names += writer.people(known.CHAMPION, party.id) or [
            writer.voice.person(contact.id)
            for contact in contacts_of(writer.voice.workspace, party.id)
            if Function.CHAMPION in contact.functions
        ]
    return listed(names)


def _account(writer: Writer) -> None:
    names = (N_("Instance"), N_("Personne"), N_("Fréquence et démarche"))
    for part, name in enumerate(names):
        text = "\n".join(writer.lines(known.REPORT, part))
        writer.add_labelled(known.REPORT, writer.label(known.REPORT, part, name), text)
    if not writer.said and (agreed := writer.lines(known.GOVERN)):
        writer.add(known.GOVERN, *agreed)
        writer.miss(known.REPORT, writer.voice.t.text(N_("Instance et démarche")))


RECIPES: Final = (
    Recipe("stmt.vision", N_("Vision et buts"), (known.VISION, known.MISSION_VISION), _vision),
    Recipe("stmt.aims", N_("Objectifs principaux"), (known.AIMS,), _aims),
    Recipe("stmt.form", N_("Forme et fonction du lien"), (known.FORM,), _form),
    Recipe("stmt.lead", N_("Qui pilote"), (known.LEAD,), _lead),
    Recipe(
        "stmt.engage",
        N_("Ce à quoi chacun s'engage"),
        (known.CONSENT, known.WINWIN),
        _engage,
    ),
    Recipe(
        "stmt.roles",
        N_("Partage des responsabilités"),
        (known.ROLES, known.GOVERN, known.DECIDE, known.CHAMPION, known.AGREE),
        _roles,
    ),
    Recipe("stmt.account", N_("Reddition de comptes"), (known.REPORT, known.GOVERN), _account),
)
"""The seven parts in the order a reader needs them."""
