"""The names of fields and their values in words, for whoever reads what changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final

from msgspec import Struct

from partner_tui.documents import words
from partner_tui.documents.voice import OPAQUE, Voice
from partner_tui.domain.records import (
    Asking,
    Clock,
    Heading,
    MinutesWord,
    Move,
    PlanStep,
    Postponement,
    Proposal,
    Reading,
    Response,
    Scoring,
    Sending,
    Source,
    Topic,
    Word,
)
from partner_tui.domain.references import LINKS
from partner_tui.domain.text import one_line
from partner_tui.i18n import N_

FIELDS: Final[Mapping[str, str]] = {
    "absent": N_("Absents"),
    "accepted_by": N_("Accepté par"),
    "accepted_until": N_("Accepté jusqu'au"),
    "accepted_why": N_("Accepté parce que"),
    "adopted_on": N_("Adopté le"),
    "agenda": N_("Modèle d'ordre du jour"),
    "alarm": N_("Réponse d'alarme"),
    "archived": N_("Archivé"),
    "asked_every": N_("Question posée"),
    "asker": N_("Qui répond à la question"),
    "askings": N_("Réponses à la question"),
    "audience": N_("Pour qui"),
    "baseline": N_("Point de départ"),
    "before_impact": N_("Gravité avant toute mesure"),
    "before_likelihood": N_("Probabilité avant toute mesure"),
    "cancelled": N_("Annulée"),
    "cause": N_("Cause"),
    "chair": N_("Animation"),
    "channel": N_("Canal"),
    "checklist": N_("Liste"),
    "clock": N_("Minuterie"),
    "closed_on": N_("Bouclée le"),
    "comment": N_("Commentaire"),
    "consent_on": N_("Accord donné le"),
    "context": N_("Contexte"),
    "contingency": N_("Plan B"),
    "credit": N_("Grâce à"),
    "done_on": N_("Fait le"),
    "due": N_("Pour le"),
    "effect": N_("Effet"),
    "email": N_("Courriel"),
    "end": N_("Fin"),
    "ended_in": N_("Terminé à"),
    "erased": N_("Nom effacé"),
    "event": N_("Événement"),
    "excused": N_("Excusés"),
    "family": N_("Famille"),
    "fingerprint": N_("Empreinte"),
    "functions": N_("Fonctions"),
    "grouping": N_("Regroupés"),
    "happened": N_("Réalisé le"),
    "holder": N_("Nom"),
    "how": N_("Comment"),
    "impact": N_("Gravité"),
    "in_kind": N_("En nature"),
    "indicator": N_("Indicateur"),
    "kind": N_("Sorte"),
    "label": N_("Libellé"),
    "language": N_("Langue"),
    "languages": N_("Langues"),
    "likelihood": N_("Probabilité"),
    "mandate": N_("Mission"),
    "measures": N_("Mesures"),
    "meeting": N_("Rencontre"),
    "minutes": N_("Minutes"),
    "moves": N_("Parcours"),
    "name": N_("Nom"),
    "needed_by": N_("Demandée par"),
    "next_on": N_("Prochaine le"),
    "next_place": N_("Lieu"),
    "next_start": N_("Heure"),
    "note": N_("Note"),
    "number": N_("Nº"),
    "objective": N_("Objectif"),
    "offered_by": N_("Offerte par"),
    "on": N_("Date"),
    "opened_in": N_("Né à"),
    "organization": N_("Organisme"),
    "origin": N_("Origine"),
    "owner": N_("Responsable"),
    "phone": N_("Téléphone"),
    "place": N_("Lieu ou lien"),
    "plan": N_("Étapes du plan B"),
    "planned": N_("Minutes prévues"),
    "positions": N_("Réponses de chacun"),
    "postponed": N_("Déplacements"),
    "postponements": N_("Reports"),
    "present": N_("Présences"),
    "private": N_("Privé"),
    "proof": N_("Preuve"),
    "province": N_("Province"),
    "quantity": N_("Quantité, montant"),
    "readings": N_("Relevés"),
    "reason": N_("Raison"),
    "reopened_in": N_("Repris à"),
    "reply": N_("Réponse"),
    "response": N_("Réponse"),
    "review": N_("À revoir le"),
    "reviewed": N_("Revu le"),
    "rhythm": N_("Rythme"),
    "risk": N_("Risque lié"),
    "role": N_("Rôle"),
    "rows": N_("Lignes"),
    "scale": N_("Risques jugés en"),
    "scores": N_("Niveaux dans le temps"),
    "scribe": N_("Rédaction"),
    "sendings": N_("Envois"),
    "sent": N_("Envois"),
    "sent_on": N_("Envoyé le"),
    "sent_to": N_("Envoyé à"),
    "shared_with": N_("Partagé avec"),
    "short": N_("Nom court"),
    "sieve": N_("Parmi"),
    "since": N_("Depuis le"),
    "skips": N_("Sauté après"),
    "source": N_("Source"),
    "sources": N_("Réponses d'alors"),
    "spent": N_("Temps pris"),
    "stage": N_("Moment"),
    "start": N_("Début"),
    "state": N_("État"),
    "status": N_("Statut"),
    "strategy": N_("Stratégie"),
    "suggestion": N_("Suggestion du guide"),
    "summary": N_("En deux mots"),
    "superseded_by": N_("Remplacée par"),
    "target": N_("Cible"),
    "target_impact": N_("Gravité visée"),
    "target_likelihood": N_("Probabilité visée"),
    "text": N_("Texte"),
    "texts": N_("Textes"),
    "ticked_by": N_("Coché par"),
    "ticked_on": N_("Coché le"),
    "timeline": N_("Échéancier tenu?"),
    "title": N_("Titre"),
    "topic": N_("Sujet"),
    "outdated": N_("Traductions à revoir"),
    "translations": N_("Traductions"),
    "trigger": N_("Question à poser"),
    "unit": N_("Unité"),
    "until": N_("Jusqu'au"),
    "value": N_("Valeur"),
    "versions": N_("Versions"),
    "what": N_("Quoi"),
    "which": N_("Lesquels"),
    "who": N_("Par qui"),
    "words": N_("Mot de chacun"),
}
"""Field → its name, whatever the kind of record."""


def field_name(name: str, voice: Voice) -> str:
    """Return the name of a field."""
    return voice.t.text(FIELDS.get(name, "")) or name


def in_words(table: str, name: str, value: Any, voice: Voice, limit: int = 80) -> str:
    """Return a value on one line; nothing when it is empty."""
    people = "contacts" in LINKS.get(table, {}).get(name, ())
    return one_line(_said(value, voice, people), limit)


def _said(value: Any, voice: Voice, people: bool = False) -> str:
    match value:
        case None | "" | 0 | False:
            return ""
        case True:
            return voice.t.text(N_("oui"))
        case StrEnum():
            return words.label(value, voice.t)
        case date():
            return words.day(value)
        case str():
            return _text(value, voice, people)
        case tuple() | list():
            return ", ".join(filter(None, (_said(item, voice, people) for item in value)))
        case Mapping():
            pairs = ((_text(key, voice, False), _said(item, voice)) for key, item in value.items())
            return "; ".join(voice.colon(key, text) if key else text for key, text in pairs if text)
        case Response():
            return " — ".join(filter(None, (_said(value.values, voice, True), value.note)))
        case Heading():
            return " ".join(filter(None, (value.title or value.key, _said(value.minutes, voice))))
        case Proposal():
            return " ".join(filter(None, (_said(value.on, voice), _said(value.to, voice))))
        case Clock():
            return _topic(value.topic, voice)
        case Reading() | Word() | MinutesWord() | Postponement() | Move() | Scoring():
            return _parts(value, voice)
        case Asking() | PlanStep() | Sending() | Source():
            return _parts(value, voice)
    return str(value)


def _parts(value: Struct, voice: Voice) -> str:
    """Return what a structure holds, part by part."""
    parts = (getattr(value, name) for name in value.__struct_fields__)
    return " ".join(filter(None, (_said(part, voice, True) for part in parts)))


def _topic(key: str, voice: Voice) -> str:
    topic = voice.workspace.find(Topic, key)
    return voice.name(topic, "title") if topic else ""


def _text(text: str, voice: Voice, people: bool) -> str:
    """Return a text, or the person or organization whose id it is."""
    if not people and not OPAQUE.fullmatch(text):
        return voice.organization(text) or text
    return voice.contact(text) or voice.organization(text)
