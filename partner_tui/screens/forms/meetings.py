"""The forms of what a meeting works on: actions, decisions, the meeting itself, topics, notes."""

from __future__ import annotations

from collections.abc import Mapping

from partner_tui.domain.questions import Kind
from partner_tui.domain.records import Action, Decision, Meeting, Note, Objective, Record, Topic
from partner_tui.domain.values import ActionState, DecisionHow, MeetingKind, NoteKind, TopicState
from partner_tui.i18n import N_
from partner_tui.screens.forms.blanks import PRIVATE, Blank, Form

B, K = Blank, Kind

FORMS: Mapping[type[Record], Form] = {
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
}  # fmt: skip
