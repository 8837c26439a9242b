"""A list as a document to send: what is done, by whom and when, and what each organization said."""

from __future__ import annotations

from partner_tui.documents.answers import Position, spoken
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import day
from partner_tui.domain import ticking
from partner_tui.domain.blocks import Block, Bullets, Document, Heading, inline, paragraph
from partner_tui.domain.known import answer_of
from partner_tui.domain.questions import Checklist, Guide, ListKind, Question
from partner_tui.domain.text import one_line
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator


def checklist_document(
    workspace: Workspace, guide: Guide, checklist: Checklist, t: Translator
) -> Document:
    """Return a whole list, private words left out."""
    voice = Voice(workspace, t).for_document()
    done = ticking.count(workspace, guide, checklist)
    said = voice.say(N_("{done} sur {total}"), done=str(done.done), total=str(done.total))
    blocks: list[Block] = [paragraph(said)]
    if checklist.lead:
        blocks.append(paragraph(checklist.lead))
    if checklist.kind is ListKind.POSITIONS:
        texts = [question_text(q, voice) for q in ticking.questions_of(guide, checklist)]
        blocks.append(_bullets(texts))
    else:
        blocks += _groups(checklist, voice)
    blocks += _checks(checklist, voice)
    return Document(checklist.title, t.language, tuple(blocks))


def _groups(checklist: Checklist, voice: Voice) -> list[Block]:
    found = [(g.title, [(item.id, item.label) for item in g.items]) for g in checklist.groups]
    own = ticking.own_items(voice.workspace, checklist.id)
    title = voice.say(N_("Ajoutées ici"))
    found.append((title, [(i.id, voice.words(i, "label")) for i in own if not i.private]))
    blocks: list[Block] = []
    for title, rows in found:
        if title and rows:
            blocks.append(Heading(2, inline(title)))
        if rows:
            blocks.append(_bullets([item_text(checklist, key, lab, voice) for key, lab in rows]))
    return blocks


def item_text(checklist: Checklist, key: str, label: str, voice: Voice) -> str:
    """Return a row of a tick or score list: « [x] choisi les membres (2026-08-25, Liaison) »."""
    value, tick = ticking.value_of(voice.workspace, key), ticking.tick_of(voice.workspace, key)
    mark = "x" if value else " "
    if checklist.kind is ListKind.SCORE:
        mark = " " if value is None else str(value)
    text = f"[{mark}] {one_line(label)}"
    if tick is None or tick.private:
        return text
    if when := ", ".join(filter(None, (day(tick.ticked_on), one_line(tick.ticked_by)))):
        text += f" ({when})"
    return f"{text}\n{one_line(voice.words(tick, 'note'))}" if tick.note.strip() else text


def question_text(question: Question, voice: Voice) -> str:
    """Return a question and what each organization said; nothing of a private answer."""
    answer = answer_of(voice.workspace, question.id)
    if answer.private if answer else question.private:
        return "\n".join((question.text, voice.say(N_("réponse gardée privée"))))
    positions = spoken(answer, question, voice).positions if answer else ()
    return "\n".join([question.text, *(_position(each, voice) for each in positions)])


def _position(position: Position, voice: Voice) -> str:
    said = " · ".join(one_line(", ".join(part.lines)) for part in position.said if part.lines)
    note = one_line(position.note)
    return voice.colon(position.name, ". ".join(filter(None, (said, note))) or "—")


def _checks(checklist: Checklist, voice: Voice) -> list[Block]:
    kept = [c for c in ticking.checks_of(voice.workspace, checklist.id) if not c.private]
    if not kept:
        return []
    return [
        Heading(2, inline(voice.say(N_("Bilans gardés")))),
        _bullets(
            [
                f"{day(c.on)}  {ticking.total(c.rows)}  {voice.words(c, 'comment')}".rstrip()
                for c in kept
            ]
        ),
    ]


def _bullets(texts: list[str]) -> Bullets:
    return Bullets(tuple((paragraph(text),) for text in texts))
