"""The one page of a handover: what one person gives another, what is late, why things are so.

The whole dossier as a successor finds it is another document, `pages/handover.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from partner_tui.documents import words
from partner_tui.documents.levels import level_text, levels
from partner_tui.documents.pages.actions import state
from partner_tui.documents.pages.contacts import current, functions
from partner_tui.documents.pages.decisions import in_order
from partner_tui.documents.pages.kit import Options, Sheet, lines, nothing, said, sheet
from partner_tui.documents.privacy import left_out
from partner_tui.documents.statement_writer import labelled
from partner_tui.documents.verbs import title
from partner_tui.domain.arranging import is_late
from partner_tui.domain.blocks import Block, Document, Rule
from partner_tui.domain.handing import Held, held
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Action, Contact, Decision, Line, Meeting, Record, Risk
from partner_tui.domain.risks import next_review
from partner_tui.domain.scales import scale_of
from partner_tui.domain.text import clean, one_line
from partner_tui.domain.values import Function
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

TITLE: Final = N_("Fiche de passation")
RECENT: Final = timedelta(days=183)
"""How far back decisions are told."""
LEAST, MOST, ROOM = 4, 8, 20
"""Decisions at least and at most; with what changes hands they fill so many lines, one page."""
KNOWN: Final = frozenset({Function.LEAD, Function.CHAMPION, Function.BACKUP})

KINDS: Final = {
    "actions": N_("Suivis"),
    "risks": N_("Risques"),
    "messages": N_("Messages réguliers"),
    "objectives": N_("Objectifs"),
    "meetings": N_("Rencontres"),
    "contacts": N_("Fonctions"),
    "answers": N_("Rôles convenus"),
}
"""Table → the heading of what is handed over; others stand under one of their own."""
OTHERS: Final = N_("Autres")


def compose(
    workspace: Workspace,
    source: str,
    target: str,
    guide: Guide,
    t: Translator,
    options: Options,
) -> Document:
    """Return the page for the one who takes over, from the dossier as it was just before."""
    page = sheet(workspace, guide, t, options)
    found = held(page.workspace, source, page.today)
    moved = [each for each in found if not _record(page, each).private]
    blocks = [
        *_frame(page, source, target),
        *_late(page, moved),
        *_moved(page, moved),
        *_decisions(page, ROOM - len(moved)),
        *_people(page, source, target),
        *_hidden(
            page, len({(e.table, e.id) for e in found}) - len({(e.table, e.id) for e in moved})
        ),
    ]
    return page.document(TITLE, blocks)


def groups(page: Sheet, found: Iterable[Held]) -> list[tuple[str, list[str]]]:
    """Return what is held as headings and lines, a record told once."""
    told: dict[str, dict[tuple[str, str], str]] = {}
    for table in (*KINDS, ""):
        for each in found:
            if each.table == table or (not table and each.table not in KINDS):
                name = page.t.text(KINDS.get(each.table, OTHERS))
                told.setdefault(name, {})[each.table, each.id] = _line(page, each)
    return [(name, [*texts.values()]) for name, texts in told.items()]


def _record(page: Sheet, each: Held) -> Record:
    return page.workspace.tables[each.table][each.id]


def _line(page: Sheet, each: Held) -> str:
    """Return a record that changes hands on one line."""
    record, voice = _record(page, each), page.voice
    match record:
        case Action():
            return _ends(page.cite(record, voice.words(record, "text")), _due(page, record))
        case Risk():
            review = words.day(next_review(record, scale_of(page.workspace)))
            seen = voice.say(N_("à revoir le {day}"), day=review) if review else ""
            level = level_text(record, page.voice)
            return _ends(page.cite(record, voice.words(record, "event")), level, seen)
        case Line():
            whom = voice.words(record, "audience")
            text = " → ".join(filter(None, (voice.words(record, "text"), whom)))
            return _ends(text, words.day(record.due))
        case Meeting():
            return title(record, page.t)
        case Contact():
            return functions(page, record)
    question = page.guide.question(each.id) if each.table == "answers" else None
    return one_line(question.text if question else title(record, page.t))


def _due(page: Sheet, action: Action) -> str:
    due = page.t.text(N_("pour le {day}")).format(day=words.day(action.due)) if action.due else ""
    return ", ".join(filter(None, (due, state(page, action))))


def _ends(text: str, *facts: str) -> str:
    after = ", ".join(filter(None, facts))
    return one_line(f"{text} ({after})" if after else text)


# -- the page


def _frame(page: Sheet, source: str, target: str) -> list[Block]:
    named = {
        N_("De"): page.voice.person(source),
        N_("À"): page.voice.person(target),
        N_("Le"): page.voice.day(page.today),
        N_("Prochaine rencontre"): page.coming(),
    }
    return page.facts(named)


def _late(page: Sheet, moved: list[Held]) -> list[Block]:
    texts = [_line(page, each) for each in moved if _waits(page, _record(page, each))]
    return [page.heading(N_("Ce qui est en retard")), *lines(texts)] if texts else []


def _waits(page: Sheet, record: Record) -> bool:
    if isinstance(record, Action):
        return is_late(record, page.today)
    scale = scale_of(page.workspace)
    day = next_review(record, scale) if isinstance(record, Risk) else None
    day = record.due if isinstance(record, Line) else day
    return day is not None and day < page.today


def _moved(page: Sheet, moved: list[Held]) -> list[Block]:
    blocks: list[Block] = [page.heading(N_("Ce qui passe de main"))]
    for name, texts in groups(page, moved):
        blocks += _group(page, name, texts)
    if any(each.table == "risks" for each in moved):
        blocks.append(levels(page.voice))
    return blocks if moved else [*blocks, nothing(page)]


def _group(page: Sheet, name: str, texts: list[str]) -> list[Block]:
    """Return what is of one kind under its name; a single thing stands beside it."""
    if len(texts) == 1:
        return [labelled(page.voice, name, texts[0])]
    return [page.heading(name, 3), *lines(texts)]


def _decisions(page: Sheet, room: int) -> list[Block]:
    since = page.today - RECENT
    texts = [
        _decision(page, each)
        for each in reversed(in_order(page))
        if not each.superseded_by and (each.on is None or each.on >= since)
    ]
    if not texts:
        return []
    return [
        page.heading(N_("Décisions des derniers mois")),
        *lines(texts[: max(LEAST, min(MOST, room))]),
    ]


def _decision(page: Sheet, decision: Decision) -> str:
    """Return a decision with what tells why it holds: how, who, where, what it replaced."""
    meeting = page.workspace.find(Meeting, decision.meeting)
    older = [d for d in page.shown(Decision) if d.superseded_by == decision.id]
    replaces = (
        page.voice.say(N_("remplace {other}"), other=words.cite(older[0], page.t)) if older else ""
    )
    return _ends(
        page.cite(decision, page.voice.words(decision, "text").rstrip(".")),
        words.label(decision.how, page.t),
        page.voice.words(decision, "who"),
        words.day(decision.on),
        title(meeting, page.t) if meeting and not decision.on else "",
        replaces,
    )


def _people(page: Sheet, source: str, target: str) -> list[Block]:
    texts = []
    for contact in current(page):
        if contact.id in (source, target) or not KNOWN.intersection(contact.functions):
            continue
        reach = clean(contact.email) or clean(contact.phone) if contact.consent_on else ""
        does = ", ".join(words.label(f, page.t) for f in contact.functions if f in KNOWN)
        facts = ", ".join(filter(None, (does, reach)))
        texts.append(page.voice.colon(page.voice.person(contact.id), facts))
    return [page.heading(N_("Les gens à connaître")), *lines(texts)] if texts else []


def _hidden(page: Sheet, count: int) -> list[Block]:
    return [Rule(), said(left_out(count, page.t))] if count else []
