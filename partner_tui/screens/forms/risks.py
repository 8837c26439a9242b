"""The form of a risk."""

from __future__ import annotations

from collections.abc import Mapping

from partner_tui.domain.questions import Kind
from partner_tui.domain.records import Record, Risk
from partner_tui.domain.values import Alarm, Rhythm, RiskFamily, RiskState, Strategy
from partner_tui.i18n import N_
from partner_tui.screens.forms.blanks import PRIVATE, Blank, Form

B, K = Blank, Kind

FORMS: Mapping[type[Record], Form] = {
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
        B("trigger", N_("Question à poser"), hint=N_("oui ou non dit qu'il arrive")),
        B("alarm", N_("Il arrive si"), K.CHOICE, Alarm, hint=N_("vide\u00a0: c'est oui")),
        B("asker", N_("Qui y répond"), K.PERSON, hint=N_("vide\u00a0: la personne responsable")),
        B("asked_every", N_("Posée"), K.CHOICE, Rhythm, hint=N_("vide\u00a0: chaque mois")),
        B("contingency", N_("Plan B"), K.TEXT),
        N_("Le suivre"),
        B("review", N_("À revoir le"), K.DATE, hint=N_("vide\u00a0: le niveau le dit")),
        B("state", N_("État"), K.CHOICE, RiskState),
        PRIVATE,
    )),
}  # fmt: skip
