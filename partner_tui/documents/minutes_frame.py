"""The head of the minutes: when, where, who; and the minutes adopted there."""

from __future__ import annotations

from partner_tui.documents import words
from partner_tui.documents.statement_writer import labelled
from partner_tui.documents.voice import Voice
from partner_tui.domain.adopting import adopted_at
from partner_tui.domain.blocks import Block, Bullets, Heading, inline, paragraph
from partner_tui.domain.minutes import unrepresented
from partner_tui.domain.records import Meeting
from partner_tui.domain.text import clean, one_line
from partner_tui.i18n import N_


def frame(voice: Voice, meeting: Meeting) -> list[Block]:
    """Return when and where it was, who came, and whom nobody stood for."""
    hours = "–".join(filter(None, map(voice.hour, (meeting.start, meeting.end))))
    when = ", ".join(filter(None, (voice.day(meeting.on), hours)))
    named = {
        N_("Rencontre"): words.label(meeting.kind, voice.t),
        N_("Date"): when,
        N_("Annulée"): voice.words(meeting, "cancelled"),
        N_("Déplacée"): moves(voice, meeting),
        N_("Lieu ou lien"): voice.words(meeting, "place"),
        N_("Présences"): voice.contacts(meeting.present),
        N_("Excusés"): voice.contacts(meeting.excused),
        N_("Absents"): voice.contacts(meeting.absent),
        N_("Non représentés"): _missing(voice, meeting),
        N_("Animation"): voice.contact(meeting.chair),
        N_("Rédaction"): voice.contact(meeting.scribe),
    }
    return [labelled(voice, voice.t.text(k), text) for k, text in named.items() if text]


def moves(voice: Voice, meeting: Meeting) -> str:
    """Return each day a meeting was planned for before, and why it moved."""
    undated = voice.t.text(N_("sans date"))
    before = [
        f"{voice.day(past.due) or undated} ({one_line(clean(past.reason))})"
        for past in meeting.postponed
    ]
    if not before:
        return ""
    return voice.say(N_("prévue d'abord le {days}"), days=", ".join(before))


def _missing(voice: Voice, meeting: Meeting) -> str:
    """Name the parties of which nobody came, once attendance is known."""
    if not meeting.present:
        return ""
    away = unrepresented(voice.workspace, meeting)
    return ", ".join(voice.organization(each.id) for each in away if not each.private)


def previous(voice: Voice, meeting: Meeting) -> list[Block]:
    """Name the minutes that were adopted at this meeting."""
    named = [
        voice.say(
            N_("{number} ({day})\u00a0: adopté"),
            number=words.cite(each, voice.t),
            day=voice.day(each.on),
        )
        for each in adopted_at(voice.workspace, meeting)
        if not each.private
    ]
    if not named:
        return []
    title = Heading(2, inline(voice.t.text(N_("Compte rendu précédent"))))
    return [title, Bullets(tuple((paragraph(line),) for line in named))]
