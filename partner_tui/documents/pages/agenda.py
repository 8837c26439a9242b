"""The agenda of the next meeting: what is late, to look at again, to send, to talk about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from partner_tui.documents import words
from partner_tui.documents.answers import spoken
from partner_tui.documents.levels import level_text, scale_lines
from partner_tui.documents.pages.actions import by_date, days_late
from partner_tui.documents.pages.kit import Options, Sheet, hidden, lines, said, sheet
from partner_tui.domain.agenda import Agenda, Item, agenda, heading_of
from partner_tui.domain.agenda_sources import Kind, is_contested
from partner_tui.domain.agenda_sources import discussed as under_discussion
from partner_tui.domain.blocks import Block, Document, Heading, inline
from partner_tui.domain.known import answer_of
from partner_tui.domain.meetings import Upcoming, next_meeting
from partner_tui.domain.minutes import expected
from partner_tui.domain.questions import Guide, Question
from partner_tui.domain.records import Action, Line, Meeting, Risk, Topic
from partner_tui.domain.risks import acceptance_over
from partner_tui.domain.text import one_line
from partner_tui.domain.values import AnswerState
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

TITLE: Final = N_("Ordre du jour")
FREE_LINES: Final = 3


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Document:
    """Return what the next meeting should look at, the late things first."""
    page = sheet(workspace, guide, t, options)
    upcoming, meeting = _meeting(page)
    plan = agenda(_public(page.workspace), page.guide, meeting, page.today)
    blocks = [
        *_frame(page, upcoming, meeting, plan),
        *_sections(page, plan),
        page.heading(N_("Prochaine rencontre")),
        said(t.text(N_("Date, heure et lieu à fixer avant de se quitter."))),
        *hidden(page, Action, Risk, Line, Topic),
    ]
    return page.document(TITLE, blocks)


def _sections(page: Sheet, plan: Agenda) -> Iterator[Block]:
    """Yield what there is under each heading, in the order the partners chose."""
    shown: set[Kind] = set()
    for item in plan.items:
        if item.kind is Kind.OWN:
            yield from _own(page, item)
        elif item.kind not in shown:
            shown.add(item.kind)
            yield from SECTIONS[item.kind](page, plan)


def _own(page: Sheet, item: Item) -> list[Block]:
    title = heading_of(page.workspace, item.key).title
    text = page.voice.say(N_("{title} ({n}\u00a0min)"), title=title, n=str(item.minutes))
    return [Heading(2, inline(text)), *lines(["…"])]


def _free(page: Sheet, plan: Agenda) -> list[Block]:
    title = _timed(page, N_("Points libres"), plan, Kind.FREE)
    return [title, *lines("…" for _ in range(FREE_LINES))]


def _meeting(page: Sheet) -> tuple[Upcoming | None, Meeting]:
    """Return the meeting of the number asked for, else the next one."""
    number = page.options.number
    found = next((m for m in page.shown(Meeting) if number and m.number == number), None)
    if found is not None and found.on:
        when = Upcoming(on=found.on, start=found.start, place=found.place, meeting=found.id)
        return when, found
    upcoming = next_meeting(page.workspace, page.today)
    if upcoming is None:
        return None, found or Meeting(id="")
    blank = Meeting(id="", on=upcoming.on, start=upcoming.start)
    return upcoming, page.workspace.find(Meeting, upcoming.meeting) or blank


def _public(workspace: Workspace) -> Workspace:
    """Return the dossier without what does not leave it."""
    kept = {"contacts", "organizations"}
    tables = {
        name: table if name in kept else {k: r for k, r in table.items() if not r.private}
        for name, table in workspace.tables.items()
    }
    return replace(workspace, tables=tables)


def _timed(page: Sheet, title: str, plan: Agenda, *kinds: Kind) -> Heading:
    """Return a title with the minutes of its items."""
    minutes = sum(item.minutes for item in plan.items if item.kind in kinds)
    text = heading_of(page.workspace, kinds[0].value).title or page.t.text(title)
    if minutes:
        text = page.voice.say(N_("{title} ({n}\u00a0min)"), title=text, n=str(minutes))
    return Heading(2, inline(text))


def _frame(page: Sheet, upcoming: Upcoming | None, meeting: Meeting, plan: Agenda) -> list[Block]:
    if upcoming is None:
        return page.facts({N_("Date"): page.t.text(N_("à planifier"))})
    voice = page.voice
    hour = voice.hour(upcoming.start)
    time = N_("{n}\u00a0min prévues sur {total}")
    return page.facts(
        {
            N_("Date"): ", ".join(filter(None, (voice.day(upcoming.on), hour))),
            N_("Lieu ou lien"): voice.words(meeting, "place") or one_line(upcoming.place),
            N_("Temps"): voice.say(time, n=str(plan.planned), total=str(plan.available)),
            N_("Attendus"): voice.contacts(expected(page.workspace, meeting)),
            N_("Animation"): voice.contact(meeting.chair),
            N_("Rédaction"): voice.contact(meeting.scribe),
        }
    )


def _to_adopt(page: Sheet, plan: Agenda) -> list[Block]:
    """Name the minutes that were sent and wait to be adopted."""
    table = page.workspace.table(Meeting)
    named = [
        page.voice.say(
            N_("Adopter le compte rendu {number} ({day})"),
            number=words.cite(table[key], page.t),
            day=page.voice.day(table[key].on),
        )
        for key in plan.of(Kind.ADOPT)
    ]
    title = _timed(page, N_("Compte rendu précédent"), plan, Kind.ADOPT)
    return [title, *lines(named)] if named else []


def _follow_ups(page: Sheet, plan: Agenda) -> list[Block]:
    table = page.workspace.table(Action)
    actions = [table[key] for key in plan.of(Kind.ACTIONS)]
    late = [action for action in actions if days_late(action, page.today)]
    others = [action for action in actions if action not in late]
    blocks: list[Block] = []
    for title, found in ((N_("Suivis en retard"), late), (N_("Autres suivis ouverts"), others)):
        if found:
            head = page.heading(title) if blocks else _timed(page, title, plan, Kind.ACTIONS)
            blocks += [head, by_date(page, found)]
    return blocks


def _risks(page: Sheet, plan: Agenda) -> list[Block]:
    table = page.workspace.table(Risk)
    due = [table[key] for key in plan.of(Kind.RISKS)]
    if not due:
        return []
    title = _timed(page, N_("Risques à revoir"), plan, Kind.RISKS)
    return [title, *lines(_risk(page, risk) for risk in due), *scale_lines(page.voice)]


def _risk(page: Sheet, risk: Risk) -> str:
    """Return a risk with the question that tells whether it is coming."""
    head = page.cite(risk, page.voice.words(risk, "event"))
    text = f"{head} — {level_text(risk, page.voice)}"
    if who := page.voice.contact(risk.owner):
        text = f"{text} — {who}"
    if risk.accepted_until and acceptance_over(risk, risk.accepted_until):
        until = words.day(risk.accepted_until)
        again = page.voice.say(N_("Accepté jusqu'au {day}\u00a0: l'accepter encore?"), day=until)
        return f"{text}\n{again}"
    changed = page.t.text(N_("Qu'est-ce qui a changé?"))
    return f"{text}\n{changed}"


def _triggers(page: Sheet, plan: Agenda) -> list[Block]:
    """Return the questions that tell whether a risk is coming, with room for the answer."""
    table = page.workspace.table(Risk)
    due = [table[key] for key in plan.of(Kind.TRIGGERS)]
    if not due:
        return []
    title = _timed(page, N_("À demander\u00a0: oui ou non"), plan, Kind.TRIGGERS)
    return [title, *lines(_question(page, risk) for risk in due)]


def _question(page: Sheet, risk: Risk) -> str:
    asked = page.cite(risk, page.voice.words(risk, "trigger"))
    who = page.voice.contact(risk.asker or risk.owner)
    boxes = page.t.text(N_("☐ oui  ☐ non"))
    return f"{' — '.join(filter(None, (asked, who)))}  {boxes}"


def _messages(page: Sheet, plan: Agenda) -> list[Block]:
    table = page.workspace.table(Line)
    due = [table[key] for key in plan.of(Kind.MESSAGES)]
    if not due:
        return []
    names = (N_("Message"), N_("À qui"), N_("Par"), N_("Pour quand"))
    rows = [message_row(page, line) for line in due]
    title = _timed(page, N_("Messages à envoyer"), plan, Kind.MESSAGES)
    return [title, page.table(names, rows)]


def message_row(page: Sheet, line: Line) -> tuple[str, ...]:
    """Return a message: what, to whom, by whom, for when."""
    voice = page.voice
    return (
        voice.words(line, "text"),
        voice.words(line, "audience"),
        voice.contact(line.owner),
        words.day(line.due),
    )


def _statement(page: Sheet, plan: Agenda) -> list[Block]:
    """Name the organizations that have not confirmed the statement."""
    waiting = [page.voice.organization(key) for key in plan.of(Kind.STATEMENT)]
    if not waiting:
        return []
    title = _timed(page, N_("Énoncé à confirmer"), plan, Kind.STATEMENT)
    return [title, *lines(waiting)]


def _questions(page: Sheet, plan: Agenda) -> list[Block]:
    wanted = plan.of(Kind.QUESTIONS)
    found = [question for question in page.guide.questions() if question.id in wanted]
    if not found:
        return []
    title = _timed(page, N_("Questions à discuter"), plan, Kind.QUESTIONS)
    return [title, *lines(_asked(page, question) for question in found)]


def _topics(page: Sheet, plan: Agenda) -> list[Block]:
    table = page.workspace.table(Topic)
    blocks: list[Block] = []
    found = [item for item in plan.items if item.kind is Kind.TOPIC]
    if found:
        blocks.append(_timed(page, N_("Sujets"), plan, Kind.TOPIC))
        blocks += lines(_topic(page, table[item.ids[0]], item.minutes) for item in found)
    return blocks


def _parked(page: Sheet, plan: Agenda) -> list[Block]:
    table = page.workspace.table(Topic)
    title = _timed(page, N_("Sujets mis de côté"), plan, Kind.PARKED)
    return [title, *lines(page.voice.words(table[k], "title") for k in plan.of(Kind.PARKED))]


def _topic(page: Sheet, topic: Topic, minutes: int) -> str:
    title = page.voice.words(topic, "title")
    return page.voice.say(N_("{title} ({n}\u00a0min)"), title=title, n=str(minutes))


def contested_questions(page: Sheet) -> list[Question]:
    """Return the questions still to settle on which organizations differ or have a reserve."""
    open_still = discussed(page, AnswerState.OPEN, AnswerState.TALKING)
    return [question for question in open_still if is_contested(page.workspace, question)]


def discussed(page: Sheet, *states: AnswerState) -> list[Question]:
    """Return the questions whose answer is in one of these states and not private."""
    return under_discussion(page.workspace, page.guide, *states)


def _asked(page: Sheet, question: Question) -> str:
    answer = answer_of(page.workspace, question.id)
    written = spoken(answer, question, page.voice) if answer else None
    each = [
        page.voice.colon(who.name, ", ".join(line for part in who.said for line in part.lines))
        for who in (written.positions if written else ())
        if any(part.lines for part in who.said)
    ]
    return "\n".join((question.text, *each))


SECTIONS: Final[Mapping[Kind, Callable[[Sheet, Agenda], list[Block]]]] = {
    Kind.ADOPT: _to_adopt,
    Kind.ACTIONS: _follow_ups,
    Kind.RISKS: _risks,
    Kind.TRIGGERS: _triggers,
    Kind.MESSAGES: _messages,
    Kind.STATEMENT: _statement,
    Kind.QUESTIONS: _questions,
    Kind.TOPIC: _topics,
    Kind.PARKED: _parked,
    Kind.FREE: _free,
}
"""Kind of item → what the page says of it."""
