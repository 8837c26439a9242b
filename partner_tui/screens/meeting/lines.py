"""The lines of one meeting: who was there, what was promised, what is noted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from partner_tui.documents import words
from partner_tui.domain.meetings import (
    actions_from,
    decisions_of,
    earlier_actions,
    is_open,
    notes_of,
    risks_from,
)
from partner_tui.domain.records import Action, Decision, Note, Risk
from partner_tui.domain.topics import topics_of
from partner_tui.domain.values import ActionState, NoteKind
from partner_tui.i18n import N_, Translator
from partner_tui.screens.meeting.agenda import agenda_lines
from partner_tui.screens.meeting.attendance import attendance
from partner_tui.screens.meeting.life import its_life, not_as_planned, previous
from partner_tui.screens.meeting.topics import topics
from partner_tui.screens.meeting.triggers import triggers
from partner_tui.screens.meeting.view import (
    INDENT,
    View,
    key_of,
    mark,
    plain,
    private,
    role,
    titled,
)
from partner_tui.widgets.lines import Cell, Line, note

OWNER: Final = 16

HEADINGS: Final[Mapping[NoteKind, tuple[str, str]]] = {
    NoteKind.NEWS: (N_("Nouvelles"), "news"),
    NoteKind.WIN: (N_("Réussites"), "win"),
    NoteKind.DIFFICULTY: (N_("Difficultés"), "difficulty"),
}
"""Kind of note → heading, and the command that adds one."""


def body(view: View) -> list[Line]:
    """Return the whole meeting, in the order of its minutes."""
    return [
        *not_as_planned(view),
        *attendance(view),
        *agenda_lines(view),
        *previous(view),
        *_look_back(view),
        *triggers(view),
        *_noted(view, NoteKind.NEWS),
        *_noted(view, NoteKind.WIN),
        *_noted(view, NoteKind.DIFFICULTY),
        *_timeline(view),
        *topics(view),
        *_risks(view),
        *_decisions(view),
        *_follow_ups(view),
        *_next(view),
        *its_life(view),
    ]


# -- what was promised


def _look_back(view: View) -> list[Line]:
    found = earlier_actions(view.workspace, view.meeting)
    actions = sorted(found, key=lambda a: not is_open(a) and a.done_on != view.today)
    keys = (
        (view.key("tick"), N_("état")),
        (view.key("postpone"), N_("reporter")),
    )
    title = titled(view, N_("Retour sur les suivis"), *(keys if actions else ()))
    calm = note(view.t.text(N_("Rien n'était promis pour cette rencontre.")), indent=INDENT)
    return [title, *([_action(view, action) for action in actions] or [calm])]


def _follow_ups(view: View) -> list[Line]:
    title = titled(view, N_("Suivis"), (view.key("action"), N_("quoi @qui pour quand")))
    return [title, *(_action(view, a) for a in actions_from(view.workspace, view.meeting))]


def _action(view: View, action: Action) -> Line:
    late = days_late(action, view.today)
    look = "good" if action.state is ActionState.DONE else "warn" if late else ""
    who = _owner(view, action)
    return Line(
        (
            mark(view, action),
            Cell(words.cite(action, view.t), "strong", 5),
            Cell(state_words(action, view.t), look, 13),
            Cell(view.voice.name(action, "text"), "", None),
            Cell("  "),
            Cell(who, "dim", OWNER, wide=Cell(who, "dim", 2 * OWNER)),
            Cell(" " + _due(view, action), "warn" if late else "", 11, right=True),
        ),
        key=key_of(action),
    )


def _owner(view: View, action: Action) -> str:
    who = role(view, action.owner) if action.owner else ""
    return who or view.voice.organization(action.organization, short=True) or view.t.text(N_("?"))


def _due(view: View, action: Action) -> str:
    late = days_late(action, view.today)
    if late:
        return view.t.text(N_("échu {n}\u00a0j")).format(n=late)
    return words.day(action.done_on if action.done_on else action.due) or "?"


def days_late(action: Action, today: date) -> int:
    """Return for how many days an open action is late."""
    return max(0, (today - action.due).days) if action.due and is_open(action) else 0


def state_words(action: Action, t: Translator) -> str:
    """Return the state of an action, with how often it moved."""
    said = words.label(action.state, t)
    moved = len(action.postponements)
    return f"{said} {moved}×" if action.state is ActionState.POSTPONED and moved > 1 else said


# -- what is noted


def _noted(view: View, kind: NoteKind) -> list[Line]:
    title, command = HEADINGS[kind]
    table = {topic.id for topic in topics_of(view.workspace, view.meeting)}
    found = notes_of(view.workspace, view.meeting, kind)
    notes = [each for each in found if kind is not NoteKind.NEWS or each.topic not in table]
    return [
        titled(view, title, (view.key(command), N_("noter"))),
        *(_note(view, each) for each in notes),
    ]


def _note(view: View, each: Note) -> Line:
    cells = (mark(view, each), Cell(view.voice.name(each, "text"), "", None))
    return Line((*cells, *private(view, each)), key=key_of(each))


def _timeline(view: View) -> list[Line]:
    said = view.voice.name(view.meeting, "timeline")
    does = N_("corriger") if said else N_("noter")
    title = titled(view, N_("L'échéancier tient-il encore?"), (view.key("timeline"), does))
    notes = notes_of(view.workspace, view.meeting, NoteKind.TIMELINE)
    lines = [plain(said, "timeline")] if said else []
    return [title, *lines, *(_note(view, each) for each in notes)]


def _risks(view: View) -> list[Line]:
    """Return the risks named here, with how they are judged so far."""
    title = titled(view, N_("Risques nommés"), (view.key("risk"), N_("noter")))
    return [title, *(_risk(view, each) for each in risks_from(view.workspace, view.meeting))]


def _risk(view: View, risk: Risk) -> Line:
    return Line(
        (
            mark(view, risk),
            Cell(words.cite(risk, view.t), "strong", 5),
            Cell(view.voice.name(risk, "event"), "", None),
            Cell(f"  {role(view, risk.owner)}" if risk.owner else "", "dim"),
            *private(view, risk),
        ),
        key=key_of(risk),
    )


def _decisions(view: View) -> list[Line]:
    title = titled(view, N_("Décisions"), (view.key("decision"), N_("noter")))
    return [title, *(_decision(view, d) for d in decisions_of(view.workspace, view.meeting))]


def _decision(view: View, decision: Decision) -> Line:
    newer = view.workspace.find(Decision, decision.superseded_by)
    how = words.label(decision.how, view.t)
    if newer is not None:
        how = view.t.text(N_("remplacée par {other}")).format(other=words.cite(newer, view.t))
    return Line(
        (
            mark(view, decision),
            Cell(words.cite(decision, view.t), "strong", 5),
            Cell(view.voice.name(decision, "text"), "", None),
            Cell(f"  {how}", "dim"),
            *private(view, decision),
        ),
        key=key_of(decision),
    )


def _next(view: View) -> list[Line]:
    said = next_words(view)
    does = N_("corriger") if said else N_("fixer")
    title = titled(view, N_("Prochaine rencontre"), (view.key("edit"), does))
    return [title, plain(said or view.t.text(N_("à fixer")), "next", "" if said else "dim")]


def next_words(view: View) -> str:
    """Return when and where the next meeting is."""
    meeting, voice = view.meeting, view.voice
    when = words.full_day(meeting.next_on, view.t)
    place = voice.name(meeting, "next_place")
    return ", ".join(filter(None, (when, voice.hour(meeting.next_start), place)))
