"""The words for states, kinds, scales, sums and references, in one language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, Literal

from partner_tui.domain.records import Action, Decision, Meeting, Record, Risk, Statement
from partner_tui.domain.values import (
    ActionState,
    AnswerState,
    DecisionHow,
    Function,
    Grouping,
    MeetingKind,
    MeetingState,
    Moment,
    NoteKind,
    OnMinutes,
    OrganizationKind,
    Province,
    Reply,
    ResourceKind,
    ResourceStatus,
    Rhythm,
    RiskFamily,
    RiskLevel,
    RiskScale,
    RiskState,
    Sieve,
    Stage,
    Stance,
    Strategy,
    TopicState,
    Trend,
    Tri,
    Way,
    Which,
)
from partner_tui.i18n import N_, Translator

NBSP: Final = "\u00a0"
CANONICAL: Final = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
"""A number as the records hold it."""

LABELS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    AnswerState: {
        AnswerState.OPEN: N_("à discuter"),
        AnswerState.TALKING: N_("en discussion"),
        AnswerState.AGREED: N_("convenu"),
        AnswerState.SKIPPED: N_("sans objet"),
    },
    Grouping: {
        Grouping.DUE: N_("par échéance"),
        Grouping.PERSON: N_("par personne"),
        Grouping.ORGANIZATION: N_("par organisme"),
        Grouping.ORIGIN: N_("par origine"),
    },
    Which: {
        Which.OPEN: N_("ouverts"),
        Which.LATE: N_("échus"),
        Which.ALL: N_("tous"),
    },
    Sieve: {
        Sieve.WEEK: N_("cette semaine"),
        Sieve.MEETING: N_("d'ici la prochaine rencontre"),
        Sieve.NOBODY: N_("sans responsable"),
        Sieve.MINE: N_("à moi"),
    },
    Tri: {Tri.YES: N_("oui"), Tri.PARTLY: N_("en partie"), Tri.NO: N_("non")},
    Province: {
        Province.ONTARIO: N_("Ontario"),
        Province.QUEBEC: N_("Québec"),
        Province.OTHER: N_("autre"),
    },
    Stage: {
        Stage.EXPLORATION: N_("exploration"),
        Stage.COMMITMENT: N_("engagement"),
        Stage.ACTIVE: N_("actif"),
        Stage.REVIEW: N_("révision"),
        Stage.CONCLUDED: N_("conclu"),
        Stage.ARCHIVED: N_("archivé"),
    },
    OrganizationKind: {
        OrganizationKind.CAMPUS: N_("campus"),
        OrganizationKind.COMMUNITY: N_("organisme communautaire"),
        OrganizationKind.STUDENTS: N_("association étudiante"),
        OrganizationKind.FUNDER: N_("bailleur de fonds"),
        OrganizationKind.OTHER: N_("autre"),
    },
    Reply: {Reply.WAITING: N_("en attente"), Reply.YES: N_("oui"), Reply.NO: N_("non")},
    Function: {
        Function.LEAD: N_("pilote"),
        Function.CHAMPION: N_("porteur ou porteuse de dossier"),
        Function.BACKUP: N_("relève"),
        Function.COMMITTEE: N_("comité"),
        Function.COMMUNICATION: N_("communication"),
        Function.SIGNATORY: N_("signataire"),
        Function.ADVISER: N_("avis"),
    },
    RiskFamily: {
        RiskFamily.SETUP: N_("démarrage"),
        RiskFamily.ORG: N_("organisation du travail"),
        RiskFamily.TIME: N_("échéances"),
        RiskFamily.GOALS: N_("objectifs"),
        RiskFamily.MEANS: N_("argent et moyens"),
        RiskFamily.LEGAL: N_("responsabilité"),
        RiskFamily.OTHER: N_("autre"),
    },
    Strategy: {
        Strategy.ACCEPT: N_("accepter"),
        Strategy.TRANSFER: N_("transférer"),
        Strategy.MITIGATE: N_("atténuer"),
        Strategy.ELIMINATE: N_("éliminer"),
    },
    RiskState: {
        RiskState.OPEN: N_("ouvert"),
        RiskState.WATCHED: N_("surveillé"),
        RiskState.HAPPENED: N_("réalisé"),
        RiskState.CLOSED: N_("clos"),
    },
    RiskLevel: {
        RiskLevel.LOW: N_("faible"),
        RiskLevel.MEDIUM: N_("moyen"),
        RiskLevel.HIGH: N_("élevé"),
    },
    RiskScale: {
        RiskScale.FIVE: N_("cinq degrés (5 × 5)"),
        RiskScale.THREE: N_("trois degrés (3 × 3)"),
    },
    Moment: {
        Moment.BEFORE: N_("avant toute mesure"),
        Moment.NOW: N_("aujourd'hui"),
        Moment.TARGET: N_("visé"),
    },
    Trend: {
        Trend.UP: N_("en hausse"),
        Trend.SAME: N_("stable"),
        Trend.DOWN: N_("en baisse"),
    },
    ActionState: {
        ActionState.TODO: N_("à faire"),
        ActionState.DOING: N_("en cours"),
        ActionState.DONE: N_("fait"),
        ActionState.POSTPONED: N_("reporté"),
        ActionState.DROPPED: N_("abandonné"),
    },
    MeetingKind: {
        MeetingKind.MONTHLY: N_("contact mensuel"),
        MeetingKind.COMMITTEE: N_("comité"),
        MeetingKind.EXPLORATORY: N_("rencontre exploratoire"),
        MeetingKind.REVIEW: N_("bilan"),
    },
    MeetingState: {
        MeetingState.DRAFT: N_("brouillon"),
        MeetingState.SENT: N_("proposé"),
        MeetingState.CORRECTED: N_("corrigé"),
        MeetingState.ADOPTED: N_("adopté"),
        MeetingState.LOCKED: N_("verrouillé"),
    },
    OnMinutes: {
        OnMinutes.CONFIRMED: N_("confirme"),
        OnMinutes.CORRECTION: N_("demande une correction"),
    },
    TopicState: {
        TopicState.OPEN: N_("ouvert"),
        TopicState.PARKED: N_("mis de côté"),
        TopicState.ENDED: N_("terminé"),
    },
    Rhythm: {
        Rhythm.WEEKLY: N_("chaque semaine"),
        Rhythm.FORTNIGHTLY: N_("aux deux semaines"),
        Rhythm.MONTHLY: N_("chaque mois"),
        Rhythm.BIMONTHLY: N_("aux deux mois"),
        Rhythm.QUARTERLY: N_("aux trois mois"),
    },
    NoteKind: {
        NoteKind.NEWS: N_("nouvelles"),
        NoteKind.WIN: N_("réussites"),
        NoteKind.DIFFICULTY: N_("défis"),
        NoteKind.TIMELINE: N_("échéancier"),
        NoteKind.TOPIC: N_("sujets"),
        NoteKind.ERRATUM: N_("errata"),
    },
    DecisionHow: {
        DecisionHow.CONSENSUS: N_("consensus"),
        DecisionHow.VOTE: N_("vote"),
        DecisionHow.LEAD: N_("la personne responsable décide"),
    },
    ResourceKind: {
        ResourceKind.MONEY: N_("argent"),
        ResourceKind.POSITION: N_("poste subventionné ou emploi d'été"),
        ResourceKind.STAFF: N_("temps de personnel"),
        ResourceKind.VOLUNTEER: N_("stagiaire ou bénévole"),
        ResourceKind.ROOM: N_("local"),
        ResourceKind.EQUIPMENT: N_("équipement ou mobilier"),
        ResourceKind.TRAINING: N_("formation"),
        ResourceKind.EXPERTISE: N_("expertise"),
        ResourceKind.NETWORK: N_("réseau et crédibilité"),
        ResourceKind.ACCESS: N_("accès ou laissez-passer"),
        ResourceKind.PROMOTION: N_("matériel de promotion"),
        ResourceKind.DIGITAL: N_("outil numérique"),
    },
    ResourceStatus: {
        ResourceStatus.TO_FIND: N_("à trouver"),
        ResourceStatus.PROMISED: N_("promis"),
        ResourceStatus.CONFIRMED: N_("confirmé"),
        ResourceStatus.RECEIVED: N_("reçu"),
    },
    Stance: {
        Stance.AGREES: N_("d'accord"),
        Stance.RESERVED: N_("d'accord avec réserve"),
        Stance.ABSTAINS: N_("s'abstient"),
        Stance.OPPOSES: N_("s'oppose"),
    },
    Way: {
        Way.EMAIL: N_("courriel"),
        Way.MEETING: N_("rencontre"),
        Way.PAPER: N_("papier"),
        Way.SHARED: N_("lieu partagé"),
    },
}
"""One table an enum: members of two enums with the same value are equal as text."""

ScaleKind = Literal["likelihood", "impact"]

SCALES: Final[Mapping[int, Mapping[ScaleKind, tuple[str, ...]]]] = {
    5: {
        "likelihood": (
            N_("rare"),
            N_("peu probable"),
            N_("possible"),
            N_("probable"),
            N_("presque sûr"),
        ),
        "impact": (N_("négligeable"), N_("mineur"), N_("modéré"), N_("majeur"), N_("grave")),
    },
    3: {
        "likelihood": (N_("peu probable"), N_("possible"), N_("probable")),
        "impact": (N_("mineur"), N_("modéré"), N_("majeur")),
    },
}
"""How many degrees → what each is called, from the first."""

ARROWS: Final[Mapping[Trend, str]] = {Trend.UP: "↗", Trend.SAME: "→", Trend.DOWN: "↘"}

WEEKDAYS: Final = (
    N_("lundi"),
    N_("mardi"),
    N_("mercredi"),
    N_("jeudi"),
    N_("vendredi"),
    N_("samedi"),
    N_("dimanche"),
)

REFERENCES: Final[Mapping[type[Record], str]] = {
    Risk: N_("R{n}"),
    Action: N_("S{n}"),
    Decision: N_("D{n}"),
    Meeting: N_("nº\u00a0{n}"),
    Statement: N_("v{n}"),
}


def label(value: StrEnum, t: Translator) -> str:
    """Return the word for a state or a kind."""
    return t.text(LABELS[type(value)][value])


def scale(kind: ScaleKind, n: int, t: Translator, steps: int = 5) -> str:
    """Return the word for a degree of a scale; nothing for 0, which is not judged yet."""
    words = SCALES[steps][kind]
    return t.text(words[n - 1]) if 1 <= n <= len(words) else ""


def number(value: str, t: Translator) -> str:
    """Return a canonical number as people of this language write it; other text as it is."""
    if not CANONICAL.fullmatch(value):
        return value
    written = f"{Decimal(value):,f}"
    if t.language != "fr":
        return written
    return written.translate({ord(","): NBSP, ord("."): ","})


def amount(value: str, t: Translator) -> str:
    """Return a canonical decimal string as a sum of dollars; other text as it is."""
    if not CANONICAL.fullmatch(value):
        return value
    read = Decimal(value)
    cents = f"{abs(read):.2f}".removesuffix(".00")
    sign = "-" if read < 0 else ""
    written = number(cents, t)
    return f"{sign}{written}{NBSP}$" if t.language == "fr" else f"{sign}${written}"


def day(value: date | None) -> str:
    """Return a date as screens write it, 2026-11-03."""
    return value.isoformat() if value else ""


def weekday(value: date, t: Translator) -> str:
    """Return the day of the week of a date."""
    return t.text(WEEKDAYS[value.weekday()])


def full_day(value: date | None, t: Translator) -> str:
    """Return a date in full with the day of its week."""
    if value is None:
        return ""
    return t.text(N_("{weekday} {day}")).format(weekday=weekday(value, t), day=t.day(value))


def cite(record: Record, t: Translator) -> str:
    """Return the short reference people cite, R3, S12, D7, nº 4, v2; nothing when none is used."""
    pattern = REFERENCES.get(type(record))
    return t.text(pattern).format(n=record.number) if pattern and record.number else ""
