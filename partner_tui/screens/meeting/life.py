"""The lines of a meeting on minutes themselves: those of before to adopt, where its own are."""

from __future__ import annotations

from partner_tui.documents import words
from partner_tui.documents.minutes_frame import moves
from partner_tui.documents.minutes_life import erratum, life
from partner_tui.domain.adopting import adopted_at, is_settled, silent, to_adopt
from partner_tui.domain.meetings import notes_of
from partner_tui.domain.records import Meeting
from partner_tui.domain.values import NoteKind
from partner_tui.i18n import N_
from partner_tui.screens.meeting.view import View, indent, key_of, plain, titled
from partner_tui.widgets.lines import Cell, Line


def not_as_planned(view: View) -> list[Line]:
    """Return why the meeting is not held, or not on the day it was planned for."""
    meeting, shown = view.meeting, []
    if meeting.cancelled:
        shown.append(titled(view, N_("Annulée"), (view.key("cancel"), N_("la tenir quand même"))))
        shown.append(plain(view.voice.name(meeting, "cancelled"), "cancelled", "warn"))
    if meeting.postponed:
        shown.append(titled(view, N_("Déplacée"), (view.key("move"), N_("déplacer encore"))))
        shown.append(plain(moves(view.voice, meeting), "moved"))
    return shown


def previous(view: View) -> list[Line]:
    """Return the minutes of before that wait to be adopted here, or were."""
    waiting = [] if is_settled(view.meeting) else to_adopt(view.workspace, view.meeting)
    found = [*adopted_at(view.workspace, view.meeting), *waiting]
    if not found:
        return []
    keys = (("⏎", N_("adopter")),) if waiting else ()
    return [titled(view, N_("Compte rendu précédent"), *keys), *(_minutes(view, m) for m in found)]


def _minutes(view: View, meeting: Meeting) -> Line:
    quiet = silent(view.workspace, meeting) if not is_settled(meeting) else []
    names = ", ".join(view.voice.organization(each.id, short=True) for each in quiet)
    said = view.voice.colon(view.t.text(N_("sans réponse")), names) if names else ""
    state = words.label(meeting.state, view.t)
    return Line(
        (
            indent(),
            Cell(words.cite(meeting, view.t), "strong", 6),
            Cell(words.day(meeting.on), "", 12),
            Cell(state, "good" if is_settled(meeting) else "", 12),
            Cell(said, "dim", None),
        ),
        key=key_of(meeting),
    )


def its_life(view: View) -> list[Line]:
    """Return where the minutes are, and the errata added since they were adopted."""
    title = titled(view, N_("Vie du compte rendu"), (view.key("life"), N_("ouvrir")))
    voice, meeting = view.voice, view.meeting
    errata = notes_of(view.workspace, meeting, NoteKind.ERRATUM)
    said = " · ".join(life(voice, meeting))
    return [title, plain(said, "life"), *(plain(erratum(voice, e), key_of(e)) for e in errata)]
