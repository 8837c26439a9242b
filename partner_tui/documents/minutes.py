"""The minutes of one meeting, on a page to send."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from partner_tui.documents import render_md, words
from partner_tui.documents.minutes_frame import frame, previous
from partner_tui.documents.minutes_life import errata, life, translated
from partner_tui.documents.minutes_versions import parsed, without_section
from partner_tui.documents.privacy import left_out, public
from partner_tui.documents.voice import Voice
from partner_tui.domain.actions import due_on
from partner_tui.domain.adopting import is_settled
from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Rule,
    Span,
    Table,
    inline,
    paragraph,
)
from partner_tui.domain.meetings import (
    actions_from,
    decisions_of,
    earlier_actions,
    notes_of,
    risks_from,
)
from partner_tui.domain.records import Action, Decision, Meeting, Note, Record, Risk, Topic
from partner_tui.domain.timing import minutes
from partner_tui.domain.topics import topics_of
from partner_tui.domain.triggers import asked_in
from partner_tui.domain.values import NoteKind, TopicState
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator, translator

HEADINGS: Final = {
    NoteKind.NEWS: N_("Nouvelles et avancement"),
    NoteKind.WIN: N_("Réussites"),
    NoteKind.DIFFICULTY: N_("Défis et obstacles"),
    NoteKind.TIMELINE: N_("L'échéancier tient-il encore?"),
    NoteKind.TOPIC: N_("Sujets"),
}
"""Kind of note → the heading of the minutes (content brief 10)."""
LOOK_BACK: Final = N_("Retour sur les suivis")


def compose(meeting: Meeting, workspace: Workspace, t: Translator) -> Document:
    """Return the minutes of a meeting, what is private left out and counted.

    Adopted ones say what was adopted, to the letter, in the language of the dossier; in the other
    one they say that they do not.
    """
    voice = Voice(workspace, t).for_document()
    name = t.text(N_("Compte rendu {number}")).format(number=words.cite(meeting, t)).strip()
    adopted = is_settled(meeting) and meeting.versions and not voice.is_foreign
    body = parsed(meeting.versions[-1].text) if adopted else _body(voice, meeting)
    told = translated(voice, meeting)
    blocks = (*told, *body, *errata(voice, meeting), *_closing(voice, meeting))
    return Document(voice.titled(name), t.language, blocks)


def kept_text(meeting: Meeting, workspace: Workspace) -> str:
    """Return the minutes as a version keeps them: Markdown in the language of the dossier."""
    voice = Voice(workspace, translator(workspace.partnership.language)).for_document()
    return render_md.render_blocks(_body(voice, meeting))


def is_same(one: str, other: str, workspace: Workspace) -> bool:
    """Tell whether two texts say the same, whatever became of earlier actions since."""
    t = translator(workspace.partnership.language)
    skipped = t.text(LOOK_BACK)
    return without_section(one, skipped) == without_section(other, skipped)


def _body(voice: Voice, meeting: Meeting) -> tuple[Block, ...]:
    return (
        *frame(voice, meeting),
        *previous(voice, meeting),
        *_look_back(voice, meeting),
        *_asked(voice, meeting),
        *_notes(voice, meeting),
        *_risks(voice, meeting),
        *_decisions(voice, meeting),
        *_follow_ups(voice, meeting),
        *_next(voice, meeting),
    )


def _look_back(voice: Voice, meeting: Meeting) -> list[Block]:
    actions = public(earlier_actions(voice.workspace, meeting))
    if not actions:
        return []
    return [_heading(voice, LOOK_BACK), action_table(voice, actions, state=True)]


def _asked(voice: Voice, meeting: Meeting) -> list[Block]:
    """Return the questions of risks that were asked, each with its answer."""
    found = public([r for r in voice.workspace.alive(Risk) if asked_in(r, meeting.id)])
    if not found:
        return []
    items = tuple((paragraph(_answer(voice, risk, meeting)),) for risk in found)
    return [_heading(voice, N_("Questions posées sur les risques")), Bullets(items)]


def _answer(voice: Voice, risk: Risk, meeting: Meeting) -> str:
    asking = asked_in(risk, meeting.id)
    answer = voice.t.text(N_("oui") if asking and asking.yes else N_("non"))
    return f"{words.cite(risk, voice.t)} {voice.words(risk, 'trigger')} {answer}".strip()


def _notes(voice: Voice, meeting: Meeting) -> list[Block]:
    blocks: list[Block] = []
    table = {topic.id for topic in topics_of(voice.workspace, meeting)}
    for kind, title in HEADINGS.items():
        notes = public(notes_of(voice.workspace, meeting, kind))
        about = table if kind is NoteKind.NEWS else set()
        lines = [voice.words(note, "text") for note in notes if note.topic not in about]
        if kind is NoteKind.TIMELINE:
            lines.insert(0, voice.words(meeting, "timeline"))
        found: list[tuple[Block, ...]] = [(paragraph(line),) for line in lines if line]
        if kind is NoteKind.TOPIC:
            found = [*_topics(voice, meeting), *found]
        if found:
            blocks += [_heading(voice, title), Bullets(tuple(found))]
    return blocks


def _topics(voice: Voice, meeting: Meeting) -> list[tuple[Block, ...]]:
    """Return each topic on the table with what was said about it and what becomes of it."""
    said = public(notes_of(voice.workspace, meeting, NoteKind.NEWS))
    items: list[tuple[Block, ...]] = []
    for topic in public(topics_of(voice.workspace, meeting)):
        notes = [voice.words(note, "text") for note in said if note.topic == topic.id]
        under = Bullets(tuple((paragraph(line),) for line in notes))
        item = paragraph(_topic(voice, topic, meeting))
        items.append((item, under) if notes else (item,))
    return items


def _topic(voice: Voice, topic: Topic, meeting: Meeting) -> str:
    title = voice.words(topic, "title")
    facts = []
    if topic.ended_in == meeting.id:
        facts.append(words.label(topic.state, voice.t))
    elif meeting.closed_on and topic.state is TopicState.OPEN:
        facts.append(voice.t.text(N_("à suivre")))
    if took := minutes(meeting, topic.id):
        facts.append(voice.say(N_("{n}\u00a0min"), n=str(took)))
    return f"{title.rstrip('.')} ({', '.join(facts)})" if facts else title


def _risks(voice: Voice, meeting: Meeting) -> list[Block]:
    """Return the risks that were named in the meeting."""
    found = public(risks_from(voice.workspace, meeting))
    if not found:
        return []
    items = tuple((paragraph(_risk(voice, risk)),) for risk in found)
    return [_heading(voice, N_("Risques nommés")), Bullets(items)]


def _risk(voice: Voice, risk: Risk) -> str:
    head = f"{words.cite(risk, voice.t)} {voice.words(risk, 'event')}".strip()
    return " — ".join(filter(None, (head, voice.contact(risk.owner))))


def _decisions(voice: Voice, meeting: Meeting) -> list[Block]:
    taken = public(decisions_of(voice.workspace, meeting))
    if not taken:
        return []
    items = tuple((_decision(voice, decision),) for decision in taken)
    return [_heading(voice, N_("Décisions")), Bullets(items)]


def _decision(voice: Voice, decision: Decision) -> Paragraph:
    text = voice.words(decision, "text").rstrip(".")
    how = [words.label(decision.how, voice.t), voice.words(decision, "who")]
    spans = [Span(f" {text} ({', '.join(filter(None, how))}).")]
    if reference := words.cite(decision, voice.t):
        spans.insert(0, Span(reference, strong=True))
    if newer := voice.workspace.find(Decision, decision.superseded_by):
        said = voice.say(N_("Remplacée par {other}."), other=words.cite(newer, voice.t))
        spans.append(Span(f" {said}"))
    return Paragraph(tuple(spans))


def _follow_ups(voice: Voice, meeting: Meeting) -> list[Block]:
    actions = public(actions_from(voice.workspace, meeting))
    if not actions:
        return []
    title = _heading(voice, N_("Suivis\u00a0: quoi, qui, pour quand"))
    then = [replace(each, due=due_on(each, meeting.on)) for each in actions]
    return [title, action_table(voice, then)]


def action_table(voice: Voice, actions: Sequence[Action], *, state: bool = False) -> Table:
    """Return actions with their number, who does them and by when."""
    names = [N_("Nº"), N_("Quoi"), N_("Qui"), N_("Pour quand")]
    names += [N_("État")] if state else []
    rows = tuple(_action(voice, action, state) for action in actions)
    return Table(tuple(inline(voice.t.text(name)) for name in names), rows)


def _action(voice: Voice, action: Action, state: bool) -> tuple[tuple[Span, ...], ...]:
    who = voice.contact(action.owner) or voice.organization(action.organization, short=True)
    cells = [
        words.cite(action, voice.t),
        voice.words(action, "text"),
        who,
        words.day(action.due),
    ]
    return tuple(map(inline, [*cells, words.label(action.state, voice.t)] if state else cells))


def _next(voice: Voice, meeting: Meeting) -> list[Block]:
    parts = (voice.day(meeting.next_on), voice.hour(meeting.next_start), meeting.next_place.strip())
    text = ", ".join(filter(None, parts))
    return [_heading(voice, N_("Prochaine rencontre")), paragraph(text)] if text else []


def _closing(voice: Voice, meeting: Meeting) -> list[Block]:
    lines = life(voice, meeting)
    if hidden := _private_count(voice.workspace, meeting):
        lines.append(left_out(hidden, voice.t))
    return [Rule(), Paragraph(inline(" · ".join(lines), emphasis=True))]


def _private_count(workspace: Workspace, meeting: Meeting) -> int:
    records: list[Record] = [
        *workspace.alive(Note),
        *topics_of(workspace, meeting),
        *decisions_of(workspace, meeting),
        *actions_from(workspace, meeting),
        *risks_from(workspace, meeting),
        *earlier_actions(workspace, meeting),
    ]
    hidden = [r for r in records if r.private]
    return sum(not isinstance(r, Note) or r.meeting == meeting.id for r in hidden)


def _heading(voice: Voice, title: str) -> Heading:
    return Heading(2, inline(voice.t.text(title)))
