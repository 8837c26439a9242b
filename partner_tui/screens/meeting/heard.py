"""What was understood of a line that is typed, and what is asked before it is kept."""

from __future__ import annotations

from datetime import date

from partner_tui.documents.voice import Voice
from partner_tui.domain.records import Contact
from partner_tui.domain.spoken import Spoken
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator
from partner_tui.screens.meeting.words import dated


def heard(spoken: Spoken, reference: str, workspace: Workspace, day: date, t: Translator) -> str:
    """Return how a line is understood: S12 @Chef clinique → jeudi 2026-12-03."""
    if question := doubt(spoken, workspace, t):
        return question
    if not spoken.text:
        reference += " " + t.text(N_("quoi?"))
    voice = Voice(workspace, t)
    who = voice.contact(spoken.owner) or voice.organization(spoken.organization, short=True)
    due = dated(spoken.due, t) or t.text(N_("pour quand?"))
    past = t.text(N_("(déjà passé)")) if spoken.due and spoken.due < day else ""
    parts = (reference, f"@{who}" if who else t.text(N_("@qui?")), "→", due, past)
    return " ".join(filter(None, parts))


def doubt(spoken: Spoken, workspace: Workspace, t: Translator) -> str:
    """Return what is asked of a person before a line is kept; nothing when it is clear."""
    if spoken.who.said and not spoken.who.sure:
        voice = Voice(workspace, t)
        ids = (*spoken.who.contacts, *spoken.who.organizations)
        names = [
            voice.contact(k) if workspace.find(Contact, k) else voice.organization(k) for k in ids
        ]
        if names:
            either = t.text(N_(" ou ")).join(names[:3])
            return t.text(N_("@{word}\u00a0: {names}?")).format(word=spoken.who.said, names=either)
        return t.text(N_("@{word}\u00a0: personne ici n'a ce rôle.")).format(word=spoken.who.said)
    if spoken.unread:
        return t.text(N_("«\u00a0{words}\u00a0» n'est pas une date.")).format(words=spoken.unread)
    return ""
