"""The minutes of a meeting, of a number or of the last one held."""

from __future__ import annotations

from typing import Final

from partner_tui.documents import minutes, words
from partner_tui.documents.pages.kit import Options, Sheet, nothing, sheet
from partner_tui.documents.privacy import public
from partner_tui.domain.blocks import Document, Table
from partner_tui.domain.meetings import actions_from, decisions_of, in_order, notes_of, risks_from
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Action, Meeting
from partner_tui.domain.topics import topics_of
from partner_tui.domain.values import NoteKind
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

NOTHING: Final = N_("Rien de noté pour l'instant.")
PRIVATE: Final = N_("Ce compte rendu est marqué privé\u00a0: il reste au dossier.")
COLUMNS: Final = (
    N_("Rencontre"),
    N_("Date"),
    N_("Rubrique"),
    N_("Nº"),
    N_("Texte"),
    N_("Qui"),
    N_("Pour quand"),
)


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Document:
    """Return the minutes that were asked for, or those of the last meeting held."""
    page = sheet(workspace, guide, t, options)
    meeting = chosen(page.workspace, options)
    if meeting is None:
        why = PRIVATE if options.number else NOTHING
        return page.document(N_("Compte rendu"), [nothing(page, why)])
    return minutes.compose(meeting, page.workspace, t)


def chosen(workspace: Workspace, options: Options) -> Meeting | None:
    """Return the meeting of the number asked for, else the last one held, else the first one."""
    meetings = public(in_order(workspace))
    if options.number:
        return next((m for m in meetings if m.number == options.number), None)
    held = [m for m in meetings if m.on and m.on <= options.today] or meetings[:1]
    return held[-1] if held else None


def table(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Table:
    """Return what was noted, decided and promised in every meeting, a row each."""
    page = sheet(workspace, guide, t, options)
    rows = [row for meeting in public(in_order(page.workspace)) for row in _rows(page, meeting)]
    return page.table(COLUMNS, rows)


def _rows(page: Sheet, meeting: Meeting) -> list[tuple[str, ...]]:
    where = (words.cite(meeting, page.t), words.day(meeting.on))
    rows: list[tuple[str, ...]] = []
    for kind in NoteKind:
        title = words.label(kind, page.t)
        for note in public(notes_of(page.workspace, meeting, kind)):
            rows.append((*where, title, "", page.voice.words(note, "text"), "", ""))
    for risk in public(risks_from(page.workspace, meeting)):
        event = page.voice.words(risk, "event")
        number = words.cite(risk, page.t)
        rows.append(
            (*where, page.t.text(N_("risques")), number, event, page.who(risk.owner, ""), "")
        )
    for topic in public(topics_of(page.workspace, meeting)):
        title = page.voice.words(topic, "title")
        rows.append((*where, words.label(NoteKind.TOPIC, page.t), "", title, "", ""))
    for decision in public(decisions_of(page.workspace, meeting)):
        who = page.voice.words(decision, "who")
        text = page.voice.words(decision, "text")
        number = words.cite(decision, page.t)
        rows.append((*where, page.t.text(N_("décisions")), number, text, who, ""))
    follow_ups = public(actions_from(page.workspace, meeting))
    return [*rows, *(_follow_up(page, where, action) for action in follow_ups)]


def _follow_up(page: Sheet, where: tuple[str, ...], action: Action) -> tuple[str, ...]:
    return (
        *where,
        page.t.text(N_("suivis")),
        words.cite(action, page.t),
        page.voice.words(action, "text"),
        page.who(action.owner, action.organization),
        words.day(action.due),
    )
