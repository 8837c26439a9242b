"""The topics of a meeting: what is on the table, what was said, what sits this one out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from partner_tui.documents import words
from partner_tui.domain.agenda import available
from partner_tui.domain.blocks import Block, Paragraph, Span
from partner_tui.domain.meetings import notes_of
from partner_tui.domain.records import Action, Decision, Meeting, Note, Topic
from partner_tui.domain.timing import minutes, total
from partner_tui.domain.topics import (
    Appearance,
    Fate,
    fate_of,
    history,
    parked_topics,
    skipped_topics,
    topics_of,
)
from partner_tui.domain.values import MeetingState, NoteKind, TopicState
from partner_tui.i18n import N_
from partner_tui.screens.meeting.view import View, indent, key_of, mark, private, titled
from partner_tui.widgets.lines import Cell, Line

STATE: Final = 16
FATES: Final[Mapping[Fate, str]] = {
    Fate.CARRY: N_("à suivre"),
    Fate.SKIP: N_("saute une fois"),
    Fate.PARK: N_("mis de côté"),
    Fate.END: N_("terminé"),
}
"""What becomes of a topic after a meeting, in words."""
TURNS: Final = (Fate.CARRY, Fate.END, Fate.PARK, Fate.SKIP)
"""The order in which a key goes through them."""


def turned(fate: Fate) -> Fate:
    """Return the fate after another, the first one after the last."""
    return TURNS[(TURNS.index(fate) + 1) % len(TURNS)]


def topics(view: View) -> list[Line]:
    """Return the topics on the table with what was said, then those that are not."""
    keys = [(view.key("topic"), N_("ajouter"))]
    found = topics_of(view.workspace, view.meeting)
    if found:
        keys += [(view.key("tick"), N_("devient")), (view.key("clock"), N_("minuter"))]
    keys.append((view.key("close"), N_("boucler")))
    old = notes_of(view.workspace, view.meeting, NoteKind.TOPIC)
    timed = total(view.meeting, view.now)
    return [
        titled(view, _title(view, timed), *keys),
        *(line for topic in found for line in _topic(view, topic)),
        *(_note(view, each) for each in old),
        *_away(view),
    ]


def _title(view: View, timed: int) -> str:
    """Return the title of the topics, with the time they took out of what there is."""
    if not timed:
        return N_("Sujets")
    said = view.t.text(N_("Sujets, {n}\u00a0min sur {total}"))
    return said.format(n=timed, total=available(view.meeting))


def _time(view: View, topic: Topic) -> Cell:
    """Return the minutes a topic took and those it was given, marked while its clock runs."""
    meeting = view.meeting
    planned = meeting.planned.get(f"topics/{topic.id}", topic.minutes)
    took = minutes(meeting, topic.id, view.now)
    runs = meeting.clock is not None and meeting.clock.topic == topic.id
    if not (took or planned or runs):
        return Cell("", "dim", 12)
    said = "/".join(
        str(n) for n in ((took,) if took or runs else ()) + ((planned,) * bool(planned))
    )
    style = "warn" if planned and took > planned else "accent" if runs else "dim"
    mark = "▸ " if runs else ""
    return Cell(mark + view.t.text(N_("{n}\u00a0min")).format(n=said), style, 12, right=True)


def clock_told(view: View, topic: Topic) -> str:
    """Say that the clock of a topic runs, or what it came to."""
    title = view.voice.name(topic, "title")
    if view.meeting.clock is not None:
        return view.t.text(N_("▸ Le temps court\u00a0: {title}. La même touche l'arrête.")).format(
            title=title
        )
    took = minutes(view.meeting, topic.id, view.now)
    return view.t.text(N_("{title}\u00a0: {n}\u00a0min.")).format(title=title, n=took)


def _topic(view: View, topic: Topic) -> Iterable[Line]:
    state = state_words(view, topic)
    yield Line(
        (
            mark(view, topic),
            Cell(view.voice.name(topic, "title"), "strong", None),
            *private(view, topic),
            _time(view, topic),
            Cell(f"  {state}", "dim", STATE),
        ),
        key=key_of(topic),
    )
    for each in said_about(view, topic):
        yield _note(view, each, deeper=True)


def _note(view: View, each: Note, *, deeper: bool = False) -> Line:
    more = (indent(),) if deeper else ()
    text = Cell(view.voice.name(each, "text"), "", None)
    return Line((mark(view, each), *more, text, *private(view, each)), key=key_of(each))


def said_about(view: View, topic: Topic) -> list[Note]:
    """Return the notes of this meeting that stand under a topic."""
    news = notes_of(view.workspace, view.meeting, NoteKind.NEWS)
    return [each for each in news if each.topic == topic.id]


def state_words(view: View, topic: Topic) -> str:
    """Return what becomes of a topic after this meeting: it is new, it follows, it ended."""
    here = view.meeting.id
    if topic.state is not TopicState.OPEN and topic.ended_in != here:
        return view.t.text(FATES[Fate.CARRY])
    fate = fate_of(topic, view.meeting)
    if fate is not Fate.CARRY:
        return view.t.text(FATES[fate])
    if topic.reopened_in == here:
        return view.t.text(N_("repris"))
    return view.t.text(N_("nouveau") if topic.opened_in == here else FATES[fate])


def _away(view: View) -> Iterable[Line]:
    """Yield the topics that sit this meeting out, while it is being prepared or held."""
    if view.meeting.closed_on or view.meeting.state is not MeetingState.DRAFT:
        return
    on_table = {topic.id for topic in topics_of(view.workspace, view.meeting)}
    groups = (
        (skipped_topics(view.workspace, view.meeting), N_("saute cette fois")),
        (parked_topics(view.workspace), FATES[Fate.PARK]),
    )
    for found, state in groups:
        for topic in found:
            if topic.id not in on_table:
                title = Cell(view.voice.name(topic, "title"), "dim", None)
                word = Cell(f"  {view.t.text(state)}", "dim", STATE + 2)
                yield Line((indent(), title, *private(view, topic), word), key=key_of(topic))


# -- the pane


def topic_told(view: View, topic: Topic) -> list[Block]:
    """Return where a topic comes from and all that was said about it, newest first."""
    spans = [Span(view.voice.words(topic, "title"), strong=True)]
    for seen in reversed(history(view.workspace, topic)):
        said = [
            *(view.voice.words(note, "text").rstrip(".") for note in seen.notes),
            *(_cited(view, each) for each in seen.decisions),
            *(_cited(view, each) for each in seen.actions),
        ]
        where = _where(view, topic, seen)
        line = view.voice.colon(where, "; ".join(said)) if said else where
        spans.append(Span(f"\n{line}"))
    if not view.meeting.closed_on:
        keys = ", ".join(view.key(each) for each in ("news", "decision", "action"))
        how = view.t.text(N_("{keys} notent sous ce sujet tant que le curseur y est."))
        spans.append(Span("\n" + how.format(keys=keys)))
    return [Paragraph(tuple(spans))]


def _where(view: View, topic: Topic, seen: Appearance) -> str:
    meeting = seen.meeting
    facts = [
        (topic.opened_in, N_("né")),
        (topic.reopened_in, N_("repris")),
        (topic.ended_in, FATES[Fate.END if topic.state is TopicState.ENDED else Fate.PARK]),
    ]
    told = ", ".join(view.t.text(word) for key, word in facts if key == meeting.id)
    name = meeting_words(view, meeting)
    return f"{name} ({told})" if told else name


def meeting_words(view: View, meeting: Meeting) -> str:
    """Return the number and day of a meeting."""
    return f"{words.cite(meeting, view.t)} {words.day(meeting.on)}".strip()


def _cited(view: View, record: Action | Decision) -> str:
    return f"{words.cite(record, view.t)} {view.voice.words(record, 'text')}".rstrip(".")
