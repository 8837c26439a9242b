"""The agenda of a meeting that has not begun: what it will look at, in minutes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from partner_tui.documents import words
from partner_tui.documents.minutes_life import life
from partner_tui.domain.agenda import Agenda, Item, agenda, begun, heading_of
from partner_tui.domain.agenda_sources import Kind
from partner_tui.domain.blocks import Block, Paragraph, Span
from partner_tui.domain.records import Action, Line, Meeting, Risk, Topic
from partner_tui.i18n import N_
from partner_tui.screens.meeting.view import View, indent
from partner_tui.widgets.lines import Cell, heading
from partner_tui.widgets.lines import Line as Row

NAMES: Final[Mapping[Kind, str]] = {
    Kind.ADOPT: N_("Compte rendu à adopter"),
    Kind.ACTIONS: N_("Retour sur les suivis"),
    Kind.RISKS: N_("Risques à revoir"),
    Kind.TRIGGERS: N_("À demander\u00a0: oui ou non"),
    Kind.MESSAGES: N_("Messages à envoyer"),
    Kind.STATEMENT: N_("Énoncé à confirmer"),
    Kind.QUESTIONS: N_("Questions à discuter"),
    Kind.PARKED: N_("Sujets mis de côté"),
    Kind.TOPIC: N_("Sujets"),
    Kind.FREE: N_("Points libres"),
    Kind.OWN: N_("Autre rubrique"),
}


def plan_of(view: View) -> Agenda:
    """Return the agenda of the meeting that is open."""
    return agenda(view.workspace, view.guide, view.meeting, view.today)


def agenda_lines(view: View) -> list[Row]:
    """Return the agenda; nothing once the meeting has begun."""
    if begun(view.workspace, view.meeting, view.today):
        return []
    plan, t = plan_of(view), view.t
    time = t.text(N_("{n}\u00a0min sur {total}")).format(n=plan.planned, total=plan.available)
    over = plan.planned - plan.available
    more = t.text(N_("trop long de {n}\u00a0min")).format(n=over) if over > 0 else ""
    title = heading(
        t.text(N_("Ordre du jour")),
        Cell(f"  {time}", "warn" if more else "dim"),
        Cell(f", {more}" if more else "", "warn"),
        Cell("  Y", "accent"),
        Cell(" " + t.text(N_("copier")), "dim"),
    )
    return [title, *(_item(view, item) for item in plan.items)]


def _item(view: View, item: Item) -> Row:
    minutes = view.t.text(N_("{n}\u00a0min")).format(n=item.minutes)
    return Row(
        (
            indent(),
            Cell(item_name(view, item), "", 26 if item.kind is not Kind.TOPIC else None),
            *(() if item.kind is Kind.TOPIC else (Cell(_short(view, item), "dim", None),)),
            Cell(f"  {minutes}", "", 9, right=True),
        ),
        key=f"agenda/{item.key}",
    )


def item_name(view: View, item: Item) -> str:
    """Return the name of an item: that of its kind, or the title of the topic."""
    if item.kind is not Kind.TOPIC:
        own = heading_of(view.workspace, item.key).title
        return own or view.t.text(NAMES[item.kind])
    topic = view.workspace.find(Topic, item.ids[0])
    return view.voice.name(topic, "title") if topic else ""


def _short(view: View, item: Item) -> str:
    """Return what an item holds in a few words: numbers, or how many."""
    if item.kind is Kind.ACTIONS:
        known = [view.workspace.table(Action)[key] for key in item.ids]
        late = sum(bool(action.due and action.due < view.today) for action in known)
        said = view.t.plural("{n} ouvert", "{n} ouverts", len(known))
        return said + (view.t.text(N_(", dont {n} en retard")).format(n=late) if late else "")
    if item.kind is Kind.ADOPT:
        return ", ".join(words.cite(view.workspace.table(Meeting)[key], view.t) for key in item.ids)
    if item.kind in (Kind.RISKS, Kind.TRIGGERS):
        table = view.workspace.table(Risk)
        return ", ".join(words.cite(table[key], view.t) for key in item.ids)
    if item.kind is Kind.STATEMENT:
        return ", ".join(view.voice.organization(key, short=True) for key in item.ids)
    return str(len(item.ids)) if item.ids else ""


def item_told(view: View, name: str) -> list[Block]:
    """Return all that an item of the agenda holds, to read in the pane."""
    item = next((item for item in plan_of(view).items if item.key == name), None)
    if item is None:
        return []
    how = view.t.text(N_("{n}\u00a0min; ⏎ pour dire un autre temps.")).format(n=item.minutes)
    said = "".join(f"\n{line}" for line in (*(_each(view, item, key) for key in item.ids), how))
    return [Paragraph((Span(item_name(view, item), strong=True), Span(said)))]


def _each(view: View, item: Item, key: str) -> str:
    voice = view.voice
    match item.kind:
        case Kind.ADOPT:
            meeting = view.workspace.table(Meeting)[key]
            return f"{words.cite(meeting, view.t)} {' · '.join(life(voice, meeting))}"
        case Kind.ACTIONS:
            action = view.workspace.table(Action)[key]
            return f"{words.cite(action, view.t)} {voice.name(action, 'text')}"
        case Kind.RISKS:
            risk = view.workspace.table(Risk)[key]
            return f"{words.cite(risk, view.t)} {voice.name(risk, 'event')}"
        case Kind.TRIGGERS:
            risk = view.workspace.table(Risk)[key]
            return f"{words.cite(risk, view.t)} {voice.name(risk, 'trigger')}"
        case Kind.MESSAGES:
            return voice.name(view.workspace.table(Line)[key], "text")
        case Kind.STATEMENT:
            return voice.organization(key)
        case Kind.QUESTIONS:
            question = view.guide.question(key)
            return question.text if question else key
        case Kind.PARKED:
            return voice.name(view.workspace.table(Topic)[key], "title")
    return ""
