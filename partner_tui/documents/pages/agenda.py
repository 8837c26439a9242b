"""The agenda of the next meeting: what is late, to look at again, to send, to talk about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from partner_tui.documents import words
from partner_tui.documents.answers import spoken
from partner_tui.documents.pages.actions import by_date, days_late
from partner_tui.documents.pages.kit import Options, Sheet, hidden, lines, said, sheet
from partner_tui.documents.risklog import level_text, levels
from partner_tui.documents.statement_writer import RESERVED
from partner_tui.domain.blocks import Block, Document
from partner_tui.domain.known import answer_of, filled, parties
from partner_tui.domain.meetings import Upcoming, in_order, latest_meeting, next_meeting
from partner_tui.domain.meetings import open_actions as pending
from partner_tui.domain.minutes import expected
from partner_tui.domain.progress import differs
from partner_tui.domain.questions import Guide, Question
from partner_tui.domain.records import Action, Line, Meeting, Response, Risk
from partner_tui.domain.risks import open_risks, review_due, review_horizon
from partner_tui.domain.text import one_line
from partner_tui.domain.values import AnswerState, MeetingState
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

TITLE: Final = N_("Ordre du jour")
FREE_LINES: Final = 3


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Document:
    """Return what the next meeting should look at, the late things first."""
    page = sheet(workspace, guide, t, options)
    upcoming = next_meeting(page.workspace, page.today)
    blocks = [
        *_frame(page, upcoming),
        *_to_adopt(page),
        *_follow_ups(page),
        *_risks(page),
        *_messages(page, upcoming.on if upcoming else page.today),
        *_questions(page),
        page.heading(N_("Points libres")),
        *lines("…" for _ in range(FREE_LINES)),
        page.heading(N_("Prochaine rencontre")),
        said(t.text(N_("Date, heure et lieu à fixer avant de se quitter."))),
        *hidden(page, Action, Risk, Line),
    ]
    return page.document(TITLE, blocks)


def _frame(page: Sheet, upcoming: Upcoming | None) -> list[Block]:
    if upcoming is None:
        return page.facts({N_("Date"): page.t.text(N_("à planifier"))})
    voice = page.voice
    hour = voice.hour(upcoming.start)
    meeting = page.workspace.find(Meeting, upcoming.meeting) or Meeting(id="", on=upcoming.on)
    return page.facts(
        {
            N_("Date"): ", ".join(filter(None, (voice.day(upcoming.on), hour))),
            N_("Lieu ou lien"): voice.words(meeting, "place") or one_line(upcoming.place),
            N_("Attendus"): voice.contacts(expected(page.workspace, meeting)),
            N_("Animation"): voice.contact(meeting.chair),
            N_("Rédaction"): voice.contact(meeting.scribe),
        }
    )


def _to_adopt(page: Sheet) -> list[Block]:
    """Name the minutes that were sent and wait to be adopted."""
    last = latest_meeting(page.workspace, page.today)
    held = [m for m in in_order(page.workspace) if last and m.on and m.on <= (last.on or date.max)]
    waiting = [m for m in held if m.state is MeetingState.SENT and not m.private]
    named = [
        page.voice.say(
            N_("Adopter le compte rendu {number} ({day})"),
            number=words.cite(meeting, page.t),
            day=page.voice.day(meeting.on),
        )
        for meeting in waiting[-1:]
    ]
    return [page.heading(N_("Compte rendu précédent")), *lines(named)] if named else []


def _follow_ups(page: Sheet) -> list[Block]:
    actions = [action for action in pending(page.workspace) if not action.private]
    late = [action for action in actions if days_late(action, page.today)]
    others = [action for action in actions if action not in late]
    blocks: list[Block] = []
    for title, found in ((N_("Suivis en retard"), late), (N_("Autres suivis ouverts"), others)):
        if found:
            blocks += [page.heading(title), by_date(page, found)]
    return blocks


def _risks(page: Sheet) -> list[Block]:
    horizon = review_horizon(page.workspace, page.today)
    due = [r for r in open_risks(page.workspace) if review_due(r, horizon) and not r.private]
    if not due:
        return []
    title = page.heading(N_("Risques à revoir"))
    return [title, *lines(_risk(page, risk) for risk in due), levels(page.voice)]


def _risk(page: Sheet, risk: Risk) -> str:
    """Return a risk with the question that tells whether it is coming."""
    head = page.cite(risk, page.voice.words(risk, "event"))
    text = f"{head} — {level_text(risk, page.t)}"
    if who := page.voice.contact(risk.owner):
        text = f"{text} — {who}"
    asked = page.voice.words(risk, "trigger") or page.t.text(N_("Qu'est-ce qui a changé?"))
    return f"{text}\n{asked}"


def _messages(page: Sheet, until: date) -> list[Block]:
    due = [line for line in page.shown(Line) if line.due and line.due <= until]
    if not due:
        return []
    names = (N_("Message"), N_("À qui"), N_("Par"), N_("Pour quand"))
    rows = [message_row(page, line) for line in sorted(due, key=lambda line: line.due or date.max)]
    return [page.heading(N_("Messages à envoyer")), page.table(names, rows)]


def message_row(page: Sheet, line: Line) -> tuple[str, ...]:
    """Return a message: what, to whom, by whom, for when."""
    voice = page.voice
    return (
        voice.words(line, "text"),
        voice.words(line, "audience"),
        voice.contact(line.owner),
        words.day(line.due),
    )


def _questions(page: Sheet) -> list[Block]:
    contested = contested_questions(page)
    talking = [q for q in discussed(page, AnswerState.TALKING) if q not in contested]
    blocks: list[Block] = []
    if contested:
        title = page.heading(N_("Questions où les réponses diffèrent"))
        blocks += [title, *lines(_asked(page, question) for question in contested)]
    if talking:
        title = page.heading(N_("Questions en discussion"))
        blocks += [title, *lines(question.text for question in talking)]
    return blocks


def contested_questions(page: Sheet) -> list[Question]:
    """Return the questions still to settle on which organizations differ or have a reserve."""
    return [
        question
        for question in discussed(page, AnswerState.OPEN, AnswerState.TALKING)
        if _is_contested(page, question)
    ]


def discussed(page: Sheet, *states: AnswerState) -> list[Question]:
    """Return the questions whose answer is in one of these states and not private."""
    found = [(q, answer_of(page.workspace, q.id)) for q in page.guide.questions()]
    return [q for q, answer in found if answer and answer.state in states and not answer.private]


def _is_contested(page: Sheet, question: Question) -> bool:
    answer = answer_of(page.workspace, question.id)
    if answer is None:
        return False
    among = {party.id for party in parties(page.workspace)}
    if differs(answer, question, among):
        return True
    spoke: Iterable[Response] = (answer.positions.get(key, Response()) for key in among)
    return any(set(filled(response)[:1]) & RESERVED for response in spoke)


def _asked(page: Sheet, question: Question) -> str:
    answer = answer_of(page.workspace, question.id)
    written = spoken(answer, question, page.voice) if answer else None
    each = [
        page.voice.colon(who.name, ", ".join(line for part in who.said for line in part.lines))
        for who in (written.positions if written else ())
        if any(part.lines for part in who.said)
    ]
    return "\n".join((question.text, *each))
