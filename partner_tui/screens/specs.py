"""The forms of the records: which fields, in which order, under which headings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from partner_tui.documents.voice import Voice
from partner_tui.documents.words import ScaleKind, label
from partner_tui.documents.words import scale as degree
from partner_tui.domain.forms import Field, Heading, to_strings
from partner_tui.domain.questions import Choice, Kind, Part
from partner_tui.domain.records import (
    Action,
    Contact,
    Decision,
    Lesson,
    Line,
    Meeting,
    Note,
    Objective,
    Organization,
    Partnership,
    Record,
    Resource,
    Risk,
    Rule,
    Success,
    Topic,
)
from partner_tui.domain.scales import scale_of
from partner_tui.domain.text import sort_key
from partner_tui.domain.values import (
    ActionState,
    DecisionHow,
    Function,
    MeetingKind,
    NoteKind,
    OrganizationKind,
    Province,
    Reply,
    ResourceKind,
    ResourceStatus,
    Rhythm,
    RiskFamily,
    RiskScale,
    RiskState,
    Stage,
    Strategy,
    TopicState,
)
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, _, current


class Blank(Struct, frozen=True):
    """One field of a form."""

    name: str
    label: str
    kind: Kind = Kind.LINE
    values: type[StrEnum] | None = None
    scale: ScaleKind | None = None
    """For a judgement from 1 to 5."""
    table: type[Record] | None = None
    """For a link to another record than a person or an organization."""
    hint: str = ""


class Form(Struct, frozen=True):
    """The form of a kind of record."""

    title: str
    name: str
    """The field that names the record."""
    rows: tuple[Blank | str, ...] = field(default=())
    """Blanks, and the headings between them."""


B, K = Blank, Kind
NOBODY = N_("ne nommez personne qui reçoit des services")
PRIVATE = B("private", N_("Privé"), K.FLAG, hint=N_("reste hors des copies et des exports"))

FORMS: Mapping[type[Record], Form] = {
    Partnership: Form(N_("Fiche du partenariat"), "name", (
        B("name", N_("Nom")),
        B("stage", N_("Moment"), K.CHOICE, Stage),
        B("start", N_("Début"), K.DATE),
        B("province", N_("Province"), K.CHOICE, Province),
        B("language", N_("Langue"), K.CHOICE, hint=N_("langue des textes et des documents")),
        B("rhythm", N_("Rencontres"), K.CHOICE, Rhythm),
        B("scale", N_("Risques jugés en"), K.CHOICE, RiskScale),
        B("summary", N_("En deux mots"), K.TEXT),
    )),
    Organization: Form(N_("Organisme"), "name", (
        B("name", N_("Nom")),
        B("short", N_("Nom court"), hint=N_("un mot ou deux, pour les colonnes étroites")),
        B("kind", N_("Genre"), K.CHOICE, OrganizationKind),
        B("reply", N_("Réponse"), K.CHOICE, Reply, hint=N_("à l'invitation")),
        B("mandate", N_("Mission"), K.TEXT),
        B("note", N_("Note"), K.TEXT, hint=NOBODY),
    )),
    Contact: Form(N_("Personne-ressource"), "role", (
        B("role", N_("Rôle"), hint=N_("le poste plutôt que la personne")),
        B("organization", N_("Organisme"), K.ORG),
        B("functions", N_("Fonctions"), K.MULTI, Function),
        B("email", N_("Courriel")),
        B("phone", N_("Téléphone")),
        N_("La personne qui tient ce rôle"),
        B("holder", N_("Nom"), hint=N_("facultatif")),
        B("language", N_("Langue"), K.CHOICE),
        B("since", N_("Depuis le"), K.DATE),
        B("until", N_("Jusqu'au"), K.DATE),
        B("consent_on", N_("Accord donné le"), K.DATE, hint=N_("pour figurer à la liste")),
        B("note", N_("Note"), K.TEXT, hint=NOBODY),
    )),
    Risk: Form(N_("Risque"), "event", (
        B("event", N_("Événement"), hint=N_("ce qui pourrait arriver")),
        B("cause", N_("Cause"), K.TEXT),
        B("effect", N_("Effet"), K.TEXT),
        B("family", N_("Famille"), K.CHOICE, RiskFamily),
        N_("Le juger aujourd'hui"),
        B("likelihood", N_("Probabilité"), K.CHOICE, scale="likelihood"),
        B("impact", N_("Gravité"), K.CHOICE, scale="impact"),
        N_("Avant toute mesure"),
        B("before_likelihood", N_("Probabilité"), K.CHOICE, scale="likelihood"),
        B("before_impact", N_("Gravité"), K.CHOICE, scale="impact"),
        N_("Ce que l'on vise"),
        B("target_likelihood", N_("Probabilité"), K.CHOICE, scale="likelihood"),
        B("target_impact", N_("Gravité"), K.CHOICE, scale="impact"),
        N_("Y répondre"),
        B("strategy", N_("Stratégie"), K.CHOICE, Strategy),
        B("measures", N_("Mesures"), K.TEXT),
        B("owner", N_("Responsable"), K.PERSON),
        N_("S'il est accepté"),
        B("accepted_by", N_("Accepté par"), K.PERSON),
        B("accepted_why", N_("Pourquoi"), K.TEXT),
        B("accepted_until", N_("Jusqu'au"), K.DATE, hint=N_("il revient alors à l'ordre du jour")),
        N_("S'il arrive"),
        B("trigger", N_("Question à poser"), hint=N_("oui dit qu'il arrive")),
        B("asker", N_("Qui y répond"), K.PERSON, hint=N_("vide\u00a0: la personne responsable")),
        B("asked_every", N_("Posée"), K.CHOICE, Rhythm, hint=N_("vide\u00a0: chaque mois")),
        B("contingency", N_("Plan B"), K.TEXT),
        N_("Le suivre"),
        B("review", N_("À revoir le"), K.DATE, hint=N_("vide\u00a0: le niveau le dit")),
        B("state", N_("État"), K.CHOICE, RiskState),
        PRIVATE,
    )),
    Action: Form(N_("Suivi"), "text", (
        B("text", N_("Quoi")),
        B("owner", N_("Qui"), K.PERSON),
        B("organization", N_("Organisme"), K.ORG, hint=N_("si ce n'est pas celui de la personne")),
        B("due", N_("Pour le"), K.DATE, hint=N_("l'ancienne reste; w dit pourquoi")),
        B("start", N_("Début"), K.DATE),
        B("state", N_("État"), K.CHOICE, ActionState),
        B("objective", N_("Objectif"), K.CHOICE, table=Objective),
        B("topic", N_("Sujet"), K.CHOICE, table=Topic),
        B("note", N_("Note"), K.TEXT),
        PRIVATE,
    )),
    Decision: Form(N_("Décision"), "text", (
        B("text", N_("Décision"), K.TEXT),
        B("on", N_("Date"), K.DATE),
        B("how", N_("Comment"), K.CHOICE, DecisionHow),
        B("who", N_("Par qui"), hint=N_("si ce n'est pas tout le groupe")),
        B("topic", N_("Sujet"), K.CHOICE, table=Topic),
        B("superseded_by", N_("Remplacée par"), K.CHOICE, table=Decision),
        PRIVATE,
    )),
    Meeting: Form(N_("Rencontre"), "on", (
        B("kind", N_("Genre"), K.CHOICE, MeetingKind),
        B("on", N_("Date"), K.DATE),
        B("start", N_("Début"), hint=N_("12 h")),
        B("end", N_("Fin"), hint=N_("13 h")),
        B("place", N_("Lieu ou lien")),
        N_("Présences"),
        B("present", N_("Présences"), K.PERSONS),
        B("excused", N_("Excusés"), K.PERSONS),
        B("absent", N_("Absents"), K.PERSONS),
        B("chair", N_("Animation"), K.PERSON),
        B("scribe", N_("Rédaction"), K.PERSON),
        N_("Suite"),
        B("timeline", N_("Échéancier tenu?"), K.TEXT),
        B("next_on", N_("Prochaine le"), K.DATE),
        B("next_start", N_("Heure")),
        B("next_place", N_("Lieu")),
    )),
    Topic: Form(N_("Sujet"), "title", (
        B("title", N_("Sujet")),
        B("minutes", N_("Minutes"), K.NUMBER, hint=N_("le temps prévu")),
        B("state", N_("État"), K.CHOICE, TopicState),
        PRIVATE,
    )),
    Note: Form(N_("Note"), "text", (
        B("text", N_("Texte"), K.TEXT),
        B("kind", N_("Sorte"), K.CHOICE, NoteKind),
        B("topic", N_("Sujet"), K.CHOICE, table=Topic),
        PRIVATE,
    )),
    Objective: Form(N_("Objectif"), "label", (
        B("label", N_("Objectif"), hint=N_("un résultat que l'on pourra constater")),
        B("baseline", N_("Point de départ")),
        B("target", N_("Cible")),
        B("indicator", N_("Indicateur"), hint=N_("ce que l'on compte")),
        B("unit", N_("Unité")),
        B("source", N_("Source")),
        B("due", N_("Pour le"), K.DATE),
        B("owner", N_("Responsable"), K.PERSON),
    )),
    Resource: Form(N_("Ressource"), "what", (
        B("what", N_("Quoi")),
        B("kind", N_("Sorte"), K.CHOICE, ResourceKind),
        B("needed_by", N_("Demandée par"), K.ORG),
        B("offered_by", N_("Offerte par"), K.ORG),
        B("quantity", N_("Quantité, montant")),
        B("in_kind", N_("En nature"), K.FLAG),
        B("status", N_("Statut"), K.CHOICE, ResourceStatus),
        B("due", N_("Pour le"), K.DATE),
        B("risk", N_("Risque lié"), K.CHOICE, table=Risk),
        B("note", N_("Note"), K.TEXT),
    )),
    Line: Form(N_("Ligne du plan de communication"), "text", (
        B("text", N_("Message")),
        B("audience", N_("Pour qui")),
        B("channel", N_("Canal")),
        B("rhythm", N_("Rythme")),
        B("owner", N_("Responsable"), K.PERSON),
        B("due", N_("Prochain envoi"), K.DATE),
        B("languages", N_("Langues")),
        B("note", N_("Note"), K.TEXT),
        PRIVATE,
    )),
    Rule: Form(N_("Règle de base"), "text", (
        B("text", N_("Règle"), K.TEXT),
        B("adopted_on", N_("Adoptée le"), K.DATE),
    )),
    Success: Form(N_("Réussite"), "text", (
        B("text", N_("Réussite"), K.TEXT),
        B("on", N_("Date"), K.DATE),
        B("proof", N_("Preuve"), hint=N_("un chiffre, un mot, une photo")),
        B("credit", N_("Mérite"), hint=N_("à qui le dire")),
        B("shared_with", N_("Racontée à")),
    )),
    Lesson: Form(N_("Leçon"), "text", (
        B("text", N_("Leçon"), K.TEXT),
        B("on", N_("Date"), K.DATE),
        B("context", N_("Contexte"), K.TEXT),
    )),
}  # fmt: skip
"""Record type → its form."""


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
            filled.append(Field(row.name, part(row, workspace), strings))
    return filled


def _kept(score: str, workspace: Workspace) -> str:
    """Return the score that stands, on the scale of this dossier, for one that was kept."""
    scale = scale_of(workspace)
    return str(scale.score(scale.degree(int(score))))


def part(blank: Blank, workspace: Workspace) -> Part:
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
        return (Choice("fr", _("français")), Choice("en", _("anglais")))
    if blank.kind in (Kind.PERSON, Kind.PERSONS):
        return people(workspace)
    if blank.kind in (Kind.ORG, Kind.ORGS):
        return organizations(workspace)
    if blank.table is not None:
        name = FORMS[blank.table].name
        return _named(workspace.alive(blank.table), name, Voice(workspace, t))
    return ()


def people(workspace: Workspace) -> tuple[Choice, ...]:
    """Return the contacts to choose from, by their role and organization."""
    voice = Voice(workspace, current())
    found = [Choice(c.id, voice.contact(c.id)) for c in workspace.alive(Contact)]
    return tuple(sorted(found, key=lambda choice: sort_key(choice.label)))


def organizations(workspace: Workspace) -> tuple[Choice, ...]:
    """Return the organizations to choose from."""
    voice = Voice(workspace, current())
    return _named(workspace.alive(Organization), "name", voice)


def _named(records: Iterable[Record], name: str, voice: Voice) -> tuple[Choice, ...]:
    return tuple(Choice(record.id, voice.name(record, name)) for record in records)


def of_question(given: Part, workspace: Workspace) -> Part:
    """Return a part of a question with the people or organizations of this dossier."""
    if given.kind in (Kind.PERSON, Kind.PERSONS):
        return replace(given, choices=people(workspace))
    if given.kind in (Kind.ORG, Kind.ORGS):
        return replace(given, choices=organizations(workspace))
    return given
