"""The forms of what is aimed at, shared, said, agreed and learned."""

from __future__ import annotations

from collections.abc import Mapping

from partner_tui.domain.questions import Kind
from partner_tui.domain.records import (
    Lesson,
    Line,
    Objective,
    Record,
    Resource,
    Risk,
    Rule,
    Success,
)
from partner_tui.domain.values import ResourceKind, ResourceStatus
from partner_tui.i18n import N_
from partner_tui.screens.forms.blanks import PRIVATE, Blank, Form

B, K = Blank, Kind

FORMS: Mapping[type[Record], Form] = {
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
