"""The forms of the partnership, its organizations and its contacts."""

from __future__ import annotations

from collections.abc import Mapping

from partner_tui.domain.questions import Kind
from partner_tui.domain.records import Contact, Organization, Partnership, Record
from partner_tui.domain.values import (
    Function,
    OrganizationKind,
    Province,
    Reply,
    Rhythm,
    RiskScale,
    Stage,
)
from partner_tui.i18n import N_
from partner_tui.screens.forms.blanks import NOBODY, Blank, Form

B, K = Blank, Kind

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
}  # fmt: skip
