"""What a meeting says in words: its title, a line in full, what was heard of a follow-up."""

from __future__ import annotations

import re
from datetime import date

from partner_tui.documents import words
from partner_tui.documents.minutes_life import life
from partner_tui.documents.voice import Voice
from partner_tui.domain.blocks import Block, Paragraph, Span
from partner_tui.domain.meetings import is_open
from partner_tui.domain.records import Action, Decision, Meeting, Note, Record, Risk, Topic
from partner_tui.domain.workspace import TABLES
from partner_tui.i18n import N_, Translator
from partner_tui.screens.meeting.agenda import item_told
from partner_tui.screens.meeting.attendance import attendance_of
from partner_tui.screens.meeting.lines import days_late, next_words, state_words
from partner_tui.screens.meeting.topics import topic_told
from partner_tui.screens.meeting.triggers import trigger_told
from partner_tui.screens.meeting.view import View


def named(meeting: Meeting, t: Translator) -> str:
    """Return the kind and number of a meeting: Contact mensuel nº 6."""
    kind = words.label(meeting.kind, t)
    return f"{kind[:1].upper()}{kind[1:]} {words.cite(meeting, t)}".strip()


def when(meeting: Meeting, voice: Voice, today: date) -> str:
    """Return the day and hour of a meeting, the year only when it is another one."""
    day = voice.t.day(meeting.on) if meeting.on else voice.t.text(N_("sans date"))
    if meeting.on and meeting.on.year == today.year:
        day = re.sub(r",? \d{4}$", "", day)
    return f"{day} {voice.hour(meeting.start)}".strip()


def headings(view: View, width: int) -> str:
    """Return the title of a meeting with as much as a width allows."""
    meeting, voice = view.meeting, view.voice
    name = named(meeting, view.t)
    moment = when(meeting, voice, view.today)
    state = words.label(meeting.state, view.t)
    place = ", ".join(filter(None, (moment, voice.name(meeting, "place"))))
    partnership = voice.name(view.workspace.partnership)
    tries = (
        (partnership, name, place, state),
        (name, place, state),
        (name, moment, state),
    )
    texts = [" · ".join(filter(None, parts)) for parts in tries]
    return next((text for text in texts if len(text) <= width), texts[-1])


# -- a line in full


def told(view: View, key: str) -> list[Block]:
    """Return all that a line stands for, to read in the pane."""
    table, _, name = key.partition("/")
    record: Record | None = view.workspace.tables.get(table, {}).get(name)
    match record:
        case Action():
            return _action(view, record)
        case Decision():
            return _decision(view, record)
        case Note():
            return _lines(view.voice.words(record, "text"), *_secret(view, record))
        case Topic():
            return topic_told(view, record)
        case Risk():
            who = view.voice.contact(record.owner)
            how = view.t.text(N_("⏎ pour le juger et y répondre."))
            head = f"{words.cite(record, view.t)} {view.voice.words(record, 'event')}"
            return _lines(head, who, how, *_secret(view, record))
    if table == "meetings" and isinstance(record, Meeting):
        how = view.t.text(N_("⏎ ouvre sa vie\u00a0: confirmer, corriger, adopter."))
        return _lines(" · ".join(life(view.voice, record)), how)
    if key == "life":
        return _lines(" · ".join(life(view.voice, view.meeting)))
    if table == "agenda":
        return item_told(view, name)
    if table == "triggers":
        return trigger_told(view, name)
    if key == "timeline":
        return _lines(view.voice.words(view.meeting, "timeline"))
    if key == "next":
        return _lines(next_words(view) or view.t.text(N_("e pour la fixer.")))
    return _frame(view, name) if key else []


def _lines(first: str, *others: str) -> list[Block]:
    rest = "".join(f"\n{line}" for line in others if line)
    return [Paragraph((Span(first, strong=True), Span(rest)))]


def _secret(view: View, record: Record) -> tuple[str, ...]:
    said = view.t.text(N_("⌂ privé\u00a0: reste hors des copies et des exports"))
    return (said,) if record.private else ()


def _action(view: View, action: Action) -> list[Block]:
    t, late = view.t, days_late(action, view.today)
    due = t.text(N_("pour le {day}")).format(day=words.day(action.due)) if action.due else ""
    overdue = t.text(N_("échu {n}\u00a0j")).format(n=late) if late else ""
    done = action.done_on and not is_open(action)
    ended = t.text(N_("le {day}")).format(day=words.day(action.done_on)) if done else ""
    state = " ".join(filter(None, (state_words(action, t), ended)))
    facts = ", ".join(filter(None, (owner(view.voice, action), due, state, overdue)))
    undated = t.text(N_("sans date"))
    moved = [f"{words.day(past.due) or undated} ({past.reason})" for past in action.postponements]
    before = t.text(N_("Prévu d'abord\u00a0: {dates}")).format(dates="; ".join(moved))
    return _lines(
        copied_action(view, action, short=True),
        facts,
        before if moved else "",
        view.voice.words(action, "note"),
        *_secret(view, action),
    )


def _decision(view: View, decision: Decision) -> list[Block]:
    newer = view.workspace.find(Decision, decision.superseded_by)
    said = view.t.text(N_("remplacée par {other}"))
    return _lines(
        f"{words.cite(decision, view.t)} {view.voice.words(decision, 'text')}",
        ", ".join(
            filter(
                None,
                (
                    words.label(decision.how, view.t),
                    view.voice.words(decision, "who"),
                    words.day(decision.on),
                    said.format(other=words.cite(newer, view.t)) if newer else "",
                ),
            )
        ),
        *_secret(view, decision),
    )


def _frame(view: View, organization: str) -> list[Block]:
    meeting, voice, t = view.meeting, view.voice, view.t
    hours = "–".join(filter(None, map(voice.hour, (meeting.start, meeting.end))))
    day = words.full_day(meeting.on, t)
    first = ", ".join(filter(None, (day, hours, voice.name(meeting, "place"))))
    sent = ""
    if meeting.sent_on:
        sent = t.text(N_("Envoyé le {day}\u00a0: {whom}")).format(
            day=words.day(meeting.sent_on), whom=voice.words(meeting, "sent_to")
        )
    who = attendance_of(view, organization) if organization else ""
    name = voice.organization(organization)
    return _lines(first, voice.colon(name, who) if who else "", sent)


# -- what is copied


def copied(view: View, key: str) -> str:
    """Return a line as one pastes it in a message; nothing for what is private."""
    table, _, name = key.partition("/")
    record = view.workspace.tables.get(table, {}).get(name) if table in TABLES else None
    if record is not None and record.private:
        return ""
    match record:
        case Action():
            return copied_action(view, record)
        case Decision():
            how = words.label(record.how, view.t)
            return f"{words.cite(record, view.t)} {view.voice.words(record, 'text')} ({how})"
        case Note():
            return view.voice.words(record, "text")
        case Topic():
            return view.voice.words(record, "title")
        case Risk():
            return f"{words.cite(record, view.t)} {view.voice.words(record, 'event')}"
    if key == "timeline":
        return view.voice.words(view.meeting, "timeline")
    return next_words(view) if key == "next" else ""


def copied_action(view: View, action: Action, short: bool = False) -> str:
    """Return a follow-up on a line: S12 what — who → when."""
    text = f"{words.cite(action, view.t)} {view.voice.words(action, 'text')}"
    if short:
        return text
    who = owner(view.voice, action)
    return (
        text + (f" — {who}" if who else "") + (f" → {dated(action.due, view.t)}" * bool(action.due))
    )


def owner(voice: Voice, action: Action) -> str:
    """Return who does an action: the role and its organization, or the organization."""
    if action.owner:
        return voice.contact(action.owner)
    return voice.organization(action.organization, short=True)


def dated(value: date | None, t: Translator) -> str:
    """Return a date with its day of the week: jeudi 2026-12-03."""
    return f"{words.weekday(value, t)} {words.day(value)}" if value else ""
