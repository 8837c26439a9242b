"""What a reminder says: an invitation, never a reproach."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from partner_tui.documents import words
from partner_tui.documents.voice import Voice
from partner_tui.domain.records import Action, Line, Record, Risk
from partner_tui.domain.signals import Signal, SignalKind
from partner_tui.domain.text import one_line
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator


class Nudge(Struct, frozen=True):
    """A reminder in words, cut as a line of the home screen needs it."""

    tag: str
    """A word or two: échu 2 j, reporté 2×, à revoir, demain."""
    reference: str
    """R3, S12; nothing where none is used."""
    subject: str
    who: str
    sentence: str
    brief: str = ""
    """Why it is there in a few words, where the subject alone does not say it."""


FIELDS: Final = {
    "actions": "text",
    "risks": "event",
    "messages": "text",
    "organizations": "name",
    "resources": "what",
    "objectives": "label",
    "successes": "text",
}
"""Table → the field that names its record."""

SUBJECTS: Final[Mapping[SignalKind, str]] = {
    SignalKind.MEETING_LATE: N_("Rencontres"),
    SignalKind.STATEMENT_SILENT: N_("Énoncé de partenariat"),
    SignalKind.REVIEW_NEAR: N_("Révision du partenariat"),
    SignalKind.RENEWAL_NEAR: N_("Reconduction du partenariat"),
    SignalKind.CLOSING_NEAR: N_("Fin du partenariat"),
    SignalKind.STUDENT_VOICE: N_("Place des personnes étudiantes"),
    SignalKind.NO_CELEBRATION: N_("Réussites"),
}

TAGS: Final[Mapping[SignalKind, str]] = {
    SignalKind.RISK_UNANSWERED: N_("à parer"),
    SignalKind.RISK_REVIEW: N_("à revoir"),
    SignalKind.RISK_TRIGGER: N_("à demander"),
    SignalKind.RISK_ACCEPTANCE: N_("à réaccepter"),
    SignalKind.STATEMENT_SILENT: N_("à relancer"),
    SignalKind.ACTION_BARE: N_("à préciser"),
    SignalKind.NO_CHAMPION: N_("qui répond?"),
    SignalKind.SINGLE_CONTACT: N_("un seul fil"),
    SignalKind.RESOURCE_ORPHAN: N_("à trouver"),
    SignalKind.GIVE_AND_GET: N_("à équilibrer"),
    SignalKind.CLIMATE_FALL: N_("climat"),
    SignalKind.STUDENT_VOICE: N_("à faire grandir"),
    SignalKind.OBJECTIVE_VAGUE: N_("à préciser"),
    SignalKind.OBJECTIVE_BARE: N_("à chiffrer"),
    SignalKind.NO_CELEBRATION: N_("à fêter"),
}

BRIEFS: Final[Mapping[SignalKind, str]] = {
    SignalKind.NO_CHAMPION: N_("personne n'y répond du dossier"),
    SignalKind.SINGLE_CONTACT: N_("le lien tient à une seule personne"),
    SignalKind.GIVE_AND_GET: N_("entre donner et recevoir"),
    SignalKind.RESOURCE_ORPHAN: N_("personne ne l'offre"),
    SignalKind.STUDENT_VOICE: N_("vers l'échelon visé"),
}

SENTENCES: Final[Mapping[SignalKind, str]] = {
    SignalKind.ACTION_BARE: N_("Qui s'en occupe, et pour quand?"),
    SignalKind.RISK_UNANSWERED: N_("Ce risque est élevé. Qui le suit, et que fait-on?"),
    SignalKind.RISK_REVIEW: N_("Ce risque est à revoir. Qu'est-ce qui a changé?"),
    SignalKind.RISK_TRIGGER: N_("Une question est à poser\u00a0: oui ou non?"),
    SignalKind.RISK_ACCEPTANCE: N_(
        "Ce risque est accepté jusqu'à un certain jour. L'accepter encore?"
    ),
    SignalKind.NO_CHAMPION: N_("Qui répond du dossier dans cet organisme?"),
    SignalKind.SINGLE_CONTACT: N_(
        "Le lien tient à une seule personne. En nommer une deuxième pour la relève?"
    ),
    SignalKind.RESOURCE_ORPHAN: N_("Personne ne l'offre encore. À qui le demander?"),
    SignalKind.GIVE_AND_GET: N_(
        "Ce qui est donné et ce qui est reçu ne s'équilibrent pas encore. En parler?"
    ),
    SignalKind.STUDENT_VOICE: N_(
        "La place des personnes étudiantes n'a pas encore atteint l'échelon visé. Quel est le "
        "prochain pas?"
    ),
    SignalKind.OBJECTIVE_VAGUE: N_(
        "Cet objectif gagnerait à être précis, mesurable et daté. Le relire ensemble?"
    ),
    SignalKind.OBJECTIVE_BARE: N_("D'où part-on, et quelle est la cible?"),
}


def nudge(signal: Signal, workspace: Workspace, t: Translator) -> Nudge:
    """Return the words of a reminder."""
    voice = Voice(workspace, t)
    record = workspace.tables.get(signal.table, {}).get(signal.id)
    return Nudge(
        tag=tag(signal, t),
        reference=words.cite(record, t) if isinstance(record, Action | Risk) else "",
        subject=_subject(signal, record, voice),
        who=_who(record, voice),
        sentence=sentence(signal, t),
        brief=t.text(BRIEFS.get(signal.kind, "")),
    )


def tag(signal: Signal, t: Translator) -> str:
    """Return the word or two that stand before a reminder."""
    match signal.kind:
        case SignalKind.ACTION_LATE:
            return t.text(N_("échu {n}\u00a0j")).format(n=signal.days)
        case SignalKind.ACTION_POSTPONED:
            return t.text(N_("reporté {n}×")).format(n=signal.count)
        case SignalKind.MEETING_LATE:
            return t.text(N_("{n}\u00a0jours")).format(n=signal.days)
        case _ if signal.kind in TAGS:
            return t.text(TAGS[signal.kind])
        case _:
            return when(signal.days, t)


def when(days: int, t: Translator) -> str:
    """Return how far a date is: demain, dans 9 jours, échu 2 j."""
    if days > 0:
        return t.text(N_("échu {n}\u00a0j")).format(n=days)
    if days == 0:
        return t.text(N_("aujourd'hui"))
    if days == -1:
        return t.text(N_("demain"))
    return t.plural("dans {n}\u00a0jour", "dans {n}\u00a0jours", -days)


def until(day: date, today: date, t: Translator) -> str:
    """Return how far a day is from another: demain, dans 9 jours."""
    return when((today - day).days, t)


def sentence(signal: Signal, t: Translator) -> str:
    """Return the invitation that a reminder makes."""
    if signal.kind in SENTENCES:
        return t.text(SENTENCES[signal.kind])
    return COUNTED[signal.kind](signal, t)


def _late(signal: Signal, t: Translator) -> str:
    return t.plural(
        "L'échéance est passée depuis {n}\u00a0jour. Où en est-on?",
        "L'échéance est passée depuis {n}\u00a0jours. Où en est-on?",
        signal.days,
    )


def _postponed(signal: Signal, t: Translator) -> str:
    return t.plural(
        "La date a changé {n}\u00a0fois. Qu'est-ce qui aiderait?",
        "La date a changé {n}\u00a0fois. Qu'est-ce qui aiderait?",
        signal.count,
    )


def _message(signal: Signal, t: Translator) -> str:
    if signal.days <= 0:
        return t.text(N_("Ce message part bientôt. Est-il prêt?"))
    return t.plural(
        "Ce message était prévu il y a {n}\u00a0jour. L'envoyer?",
        "Ce message était prévu il y a {n}\u00a0jours. L'envoyer?",
        signal.days,
    )


def _meeting(signal: Signal, t: Translator) -> str:
    return t.plural(
        "Il y a {n}\u00a0jour sans rencontre notée. En planifier une?",
        "Il y a {n}\u00a0jours sans rencontre notée. En planifier une?",
        signal.days,
    )


def _silent(signal: Signal, t: Translator) -> str:
    return t.plural(
        "{n}\u00a0organisme n'a pas encore répondu à l'énoncé. Lui faire signe?",
        "{n}\u00a0organismes n'ont pas encore répondu à l'énoncé. Leur faire signe?",
        signal.count,
    )


def _term(signal: Signal, t: Translator) -> str:
    if signal.days > 0:
        return t.text(N_("La date prévue est passée. En choisir une autre ensemble?"))
    return t.plural(
        "La date prévue vient dans {n}\u00a0jour. En parler à la prochaine rencontre?",
        "La date prévue vient dans {n}\u00a0jours. En parler à la prochaine rencontre?",
        -signal.days,
    )


def _climate(signal: Signal, t: Translator) -> str:
    return t.plural(
        "{n}\u00a0oui de moins qu'au dernier relevé du climat. En parler?",
        "{n}\u00a0oui de moins qu'au dernier relevé du climat. En parler?",
        signal.count,
    )


def _celebration(signal: Signal, t: Translator) -> str:
    return t.plural(
        "{n}\u00a0jour depuis la dernière réussite notée. Laquelle souligner?",
        "{n}\u00a0jours depuis la dernière réussite notée. Laquelle souligner?",
        signal.days,
    )


COUNTED: Final[Mapping[SignalKind, Callable[[Signal, Translator], str]]] = {
    SignalKind.ACTION_LATE: _late,
    SignalKind.ACTION_POSTPONED: _postponed,
    SignalKind.MESSAGE_DUE: _message,
    SignalKind.MEETING_LATE: _meeting,
    SignalKind.STATEMENT_SILENT: _silent,
    SignalKind.REVIEW_NEAR: _term,
    SignalKind.RENEWAL_NEAR: _term,
    SignalKind.CLOSING_NEAR: _term,
    SignalKind.CLIMATE_FALL: _climate,
    SignalKind.NO_CELEBRATION: _celebration,
}


def _subject(signal: Signal, record: Record | None, voice: Voice) -> str:
    if signal.kind in SUBJECTS:
        return voice.t.text(SUBJECTS[signal.kind])
    if record is None or signal.table not in FIELDS:
        return ""
    subject = voice.name(record, FIELDS[signal.table])
    if signal.kind is SignalKind.RISK_TRIGGER:
        subject = voice.t.quoted(voice.name(record, "trigger"))
    if isinstance(record, Line) and (audience := voice.name(record, "audience")):
        subject = f"{subject} → {audience}"
    return one_line(subject)


def _who(record: Record | None, voice: Voice) -> str:
    owner = record.owner if isinstance(record, Action | Risk | Line) else ""
    if not owner and isinstance(record, Action):
        return voice.organization(record.organization, short=True)
    return voice.contact(owner) if owner else ""
