"""What minutes say of themselves: proposed, confirmed, adopted; and the errata added since."""

from __future__ import annotations

from collections.abc import Sequence

from partner_tui.documents import words
from partner_tui.documents.voice import Voice
from partner_tui.domain.adopting import WAITING, corrections, is_settled, silent
from partner_tui.domain.blocks import Block, Bullets, Heading, Paragraph, inline, paragraph
from partner_tui.domain.meetings import notes_of
from partner_tui.domain.records import Meeting, MinutesWord, Note
from partner_tui.domain.text import clean, one_line
from partner_tui.domain.values import NoteKind, OnMinutes
from partner_tui.i18n import LANGUAGES, N_


def life(voice: Voice, meeting: Meeting) -> list[str]:
    """Return where the minutes are, who confirmed them and who said nothing yet."""
    lines = [voice.colon(voice.t.text(N_("État")), words.label(meeting.state, voice.t))]
    if meeting.sent_on:
        whom = voice.words(meeting, "sent_to")
        sent = N_("Envoyé le {day} ({whom})") if whom else N_("Envoyé le {day}")
        lines.append(voice.say(sent, day=voice.day(meeting.sent_on), whom=whom))
    lines += _words(voice, meeting)
    if meeting.adopted_on:
        lines.append(voice.say(N_("Adopté le {day}"), day=voice.day(meeting.adopted_on)))
    return lines


def _words(voice: Voice, meeting: Meeting) -> list[str]:
    agreed = [key for key, word in meeting.words.items() if word.said is OnMinutes.CONFIRMED]
    waiting = meeting.state in WAITING
    quiet = [each.id for each in silent(voice.workspace, meeting)] if waiting else []
    named = (
        (N_("Confirmé par"), agreed),
        (N_("Correction demandée par"), list(corrections(meeting))),
        (N_("Sans réponse"), quiet),
    )
    return [
        voice.colon(voice.t.text(title), _organizations(voice, keys))
        for title, keys in named
        if keys
    ]


def _organizations(voice: Voice, keys: Sequence[str]) -> str:
    return ", ".join(filter(None, (voice.organization(key) for key in keys)))


def said(voice: Voice, word: MinutesWord) -> str:
    """Return an organization's word on one line: what, when, and the words it asks for."""
    when = voice.say(N_("le {day}"), day=words.day(word.on)) if word.on else ""
    head = " ".join(filter(None, (words.label(word.said, voice.t), when)))
    asked = one_line(clean(word.text))
    return voice.colon(head, asked) if asked else head


def erratum(voice: Voice, note: Note) -> str:
    """Return an erratum with its day and who added it."""
    head = " ".join(filter(None, (voice.day(note.on), f"({note.who})" if note.who else "")))
    text = voice.words(note, "text")
    return voice.colon(head, text) if head else text


def translated(voice: Voice, meeting: Meeting) -> list[Block]:
    """Say of adopted minutes in the other language that another text was adopted."""
    if not (voice.is_foreign and is_settled(meeting) and meeting.versions):
        return []
    own = voice.t.text(LANGUAGES[voice.workspace.partnership.language])
    told = N_(
        "Traduction, d'après le dossier d'aujourd'hui\u00a0: le texte adopté est en {language}."
    )
    return [Paragraph(inline(voice.say(told, language=own), emphasis=True))]


def errata(voice: Voice, meeting: Meeting) -> list[Block]:
    """Return what was corrected since the minutes were adopted."""
    notes = notes_of(voice.workspace, meeting, NoteKind.ERRATUM)
    found = [erratum(voice, note) for note in notes if not note.private]
    if not found:
        return []
    title = Heading(2, inline(voice.t.text(N_("Errata"))))
    return [title, Bullets(tuple((paragraph(line),) for line in found))]
