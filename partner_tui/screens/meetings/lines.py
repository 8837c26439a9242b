"""The list of meetings: those to come, those held, and what each one left."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from partner_tui.documents import words
from partner_tui.documents.minutes_frame import moves
from partner_tui.documents.nudges import until
from partner_tui.domain.blocks import Block, Paragraph, Span
from partner_tui.domain.holding import called_off
from partner_tui.domain.meetings import (
    Upcoming,
    actions_from,
    decisions_of,
    in_order,
    is_open,
    next_meeting,
)
from partner_tui.domain.minutes import unrepresented
from partner_tui.domain.records import Meeting
from partner_tui.domain.topics import topics_of
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator
from partner_tui.screens.meeting.view import View
from partner_tui.screens.meeting.words import copied_action
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

ANNOUNCED = "announced"
"""The key of a meeting that was announced and has no minutes yet."""


def lines(workspace: Workspace, today: date, t: Translator) -> list[Line]:
    """Return the meetings, newest first."""
    off = [*reversed(called_off(workspace))]
    known = sorted(
        in_order(workspace) + [m for m in workspace.alive(Meeting) if not (m.on or m.cancelled)],
        key=lambda m: (m.on or date.max, m.number),
        reverse=True,
    )
    coming = next_meeting(workspace, today)
    ahead = [m for m in known if m.on is None or m.on > today or _is(m, coming)]
    held = [m for m in known if m not in ahead]
    shown: list[Line] = []
    if ahead or coming:
        shown += [heading(t.text(N_("À venir")))]
        shown += [_meeting(workspace, m, today, t, coming) for m in ahead]
        if coming and not coming.meeting:
            shown.append(_announced(workspace, coming, today, t))
        shown.append(BLANK)
    if held:
        shown += [heading(t.text(N_("Tenues")))]
        shown += [_meeting(workspace, m, today, t, coming) for m in held]
    if off:
        shown += [BLANK] if shown and shown[-1] is not BLANK else []
        shown += [heading(t.text(N_("Annulées")))]
        shown += [_meeting(workspace, m, today, t, coming) for m in off]
    return shown or _empty(t)


def _is(meeting: Meeting, coming: Upcoming | None) -> bool:
    return coming is not None and coming.meeting == meeting.id


def _empty(t: Translator) -> list[Line]:
    said = (
        N_("Aucune rencontre encore."),
        N_("Un contact mensuel garde le partenariat vivant. Son compte rendu dit ce"),
        N_("qui a été promis, par qui et pour quand; le suivant part de là."),
        N_("n prépare le premier compte rendu."),
    )
    return [note(t.text(line), "" if at in (0, 3) else "dim") for at, line in enumerate(said)]


def _meeting(
    workspace: Workspace, meeting: Meeting, today: date, t: Translator, coming: Upcoming | None
) -> Line:
    cells = [
        Cell("", "", 1),
        Cell(words.cite(meeting, t), "strong", 6),
        Cell(words.day(meeting.on) or t.text(N_("sans date")), "", 11),
        Cell(words.label(meeting.kind, t), "", 23),
        Cell(words.label(meeting.state, t), "dim", 10),
    ]
    if meeting.cancelled:
        cells[-1] = Cell(meeting.cancelled, "warn", None)
    elif _is(meeting, coming):
        said = _soon(meeting.on, today, t, moved=bool(meeting.postponed))
        cells.append(Cell(said, "accent", None))
    else:
        cells += _left(workspace, meeting, t)
    return Line(tuple(cells), key=f"meetings/{meeting.id}", search=meeting.place)


def _soon(day: date | None, today: date, t: Translator, *, moved: bool = False) -> str:
    when = until(day, today, t) if day else ""
    name = t.text(N_("déplacée") if moved else N_("prochaine"))
    return ", ".join(filter(None, (name, when)))


def _left(workspace: Workspace, meeting: Meeting, t: Translator) -> list[Cell]:
    """Return how many decisions and follow-ups a meeting left; nothing for none."""
    decided = len(decisions_of(workspace, meeting))
    promised = len(actions_from(workspace, meeting))
    decisions = t.plural("{n} décision", "{n} décisions", decided) if decided else ""
    actions = t.plural("{n} suivi", "{n} suivis", promised) if promised else ""
    return [Cell(decisions, "", 11, right=True), Cell(actions, "", 14, right=True)]


def _announced(workspace: Workspace, coming: Upcoming, today: date, t: Translator) -> Line:
    said = t.text(N_("annoncée; ⏎ prépare le compte rendu"))
    return Line(
        (
            Cell("", "", 7),
            Cell(words.day(coming.on), "", 11),
            Cell(said, "", 33),
            Cell(_soon(coming.on, today, t), "accent", None),
        ),
        key=ANNOUNCED,
    )


# -- the pane


def told(view: View) -> list[Block]:
    """Return when and where a meeting is, who came, what was decided and promised."""
    return [Paragraph(tuple(_told(view)))]


def _told(view: View) -> Iterable[Span]:
    meeting, voice, t = view.meeting, view.voice, view.t
    hours = "–".join(filter(None, map(voice.hour, (meeting.start, meeting.end))))
    day = words.full_day(meeting.on, t)
    frame = ", ".join(filter(None, (day, hours, voice.name(meeting, "place"))))
    yield Span(frame or t.text(N_("e pour dire quand et où.")), strong=True)
    if meeting.cancelled:
        yield Span("\n" + voice.colon(t.text(N_("Annulée")), voice.words(meeting, "cancelled")))
    if meeting.postponed:
        yield Span("\n" + voice.colon(t.text(N_("Déplacée")), moves(voice, meeting)))
    if meeting.present:
        yield Span("\n" + _attended(view))
    for decision in decisions_of(view.workspace, meeting):
        yield Span(f"\n{words.cite(decision, t)} {voice.words(decision, 'text')}")
    for action in filter(is_open, actions_from(view.workspace, meeting)):
        yield Span(f"\n{copied_action(view, action)}")
    if topics := topics_of(view.workspace, meeting):
        said = "; ".join(voice.words(topic, "title").rstrip(".") for topic in topics)
        yield Span("\n" + voice.colon(t.text(N_("Sujets")), said))


def _attended(view: View) -> str:
    t = view.t
    said = t.plural("{n} personne présente", "{n} personnes présentes", len(view.meeting.present))
    missing = unrepresented(view.workspace, view.meeting)
    names = ", ".join(view.voice.organization(o.id, short=True) for o in missing)
    if not names:
        return said
    return f"{said}; " + view.voice.colon(t.text(N_("non représenté")), names)
