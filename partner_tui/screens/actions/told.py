"""One action told in full, or in a line to paste."""

from __future__ import annotations

from collections.abc import Iterator

from partner_tui.documents import words
from partner_tui.domain.actions import Event, origin_of, story
from partner_tui.domain.blocks import Block, Paragraph, Span
from partner_tui.domain.meetings import is_open
from partner_tui.domain.records import Action, Objective
from partner_tui.domain.values import ActionState
from partner_tui.i18n import N_
from partner_tui.screens.actions.lines import Sight, origin_words
from partner_tui.screens.meeting.lines import days_late, state_words
from partner_tui.screens.meeting.words import dated, owner


def copied(sight: Sight, action: Action) -> str:
    """Return an action on a line to paste: S12 what — who → when."""
    text = f"{words.cite(action, sight.t)} {sight.voice.words(action, 'text')}"
    who, due = owner(sight.voice, action), dated(action.due, sight.t)
    return text + (f" — {who}" if who else "") + (f" → {due}" if due else "")


def told(sight: Sight, action: Action) -> list[Block]:
    """Return the whole story of an action: who, by when, where from, each move and why."""
    title = f"{words.cite(action, sight.t)} {sight.voice.words(action, 'text')}"
    spans = [Span(title, strong=True), Span("\n" + _facts(sight, action))]
    target = origin_of(action)
    if born := origin_words(sight, target):
        spans += [Span("\n" + _labelled(sight, N_("Origine"))), Span(born, link=target)]
        spans.append(Span("  " + sight.t.text(N_("({key} y va)")).format(key=sight.way)))
    spans += [Span("\n" + line) for line in _moves(sight, action)]
    goal = sight.workspace.find(Objective, action.objective)
    if goal is not None and target != f"objectives/{goal.id}":
        spans.append(Span("\n" + _labelled(sight, N_("Objectif"))))
        spans.append(Span(sight.voice.words(goal, "label"), link=f"objectives/{goal.id}"))
    if said := sight.voice.words(action, "note"):
        spans.append(Span("\n" + said, emphasis=True))
    if action.private:
        secret = sight.t.text(N_("⌂ privé\u00a0: reste hors des copies et des exports"))
        spans.append(Span("\n" + secret))
    return [Paragraph(tuple(spans))]


def _labelled(sight: Sight, label: str) -> str:
    return sight.t.colon(sight.t.text(label)) + " "


def _facts(sight: Sight, action: Action) -> str:
    t = sight.t
    who = owner(sight.voice, action) or t.text(N_("personne encore"))
    due = t.text(N_("pour le {day}")).format(day=words.day(action.due)) if action.due else ""
    late = days_late(action, sight.today)
    moved = len(action.postponements)
    return ", ".join(
        filter(
            None,
            (
                who,
                due or (t.text(N_("sans date")) if is_open(action) else ""),
                state_words(action, t),
                t.text(N_("échu {n}\u00a0j")).format(n=late) if late else "",
                t.text(N_("reporté {n}×")).format(n=moved)
                if moved and action.state is not ActionState.POSTPONED
                else "",
            ),
        )
    )


def _moves(sight: Sight, action: Action) -> Iterator[str]:
    t = sight.t
    if action.start:
        yield f"{words.day(action.start)}  " + t.text(N_("début"))
    for event in filter(lambda event: event.on, story(action)):
        done = ", ".join(filter(None, (_done(sight, event), event.by)))
        said = sight.voice.colon(done, event.reason) if event.reason else done
        yield "  ".join(filter(None, (words.day(event.on), said)))


def _done(sight: Sight, event: Event) -> str:
    if event.state is not ActionState.POSTPONED:
        return words.label(event.state, sight.t)
    undated = sight.t.text(N_("sans date"))
    return sight.t.text(N_("reporté du {was} au {due}")).format(
        was=words.day(event.was) or undated, due=words.day(event.due) or undated
    )
