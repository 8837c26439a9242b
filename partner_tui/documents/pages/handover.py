"""Everything open in the dossier, for whoever takes it over; no one in particular hands it.

What one person gives another, on a page, is `documents/handover.py`.
"""

from __future__ import annotations

from typing import Final

from partner_tui.documents import words
from partner_tui.documents.levels import level_text, scale_lines
from partner_tui.documents.pages.actions import by_date
from partner_tui.documents.pages.agenda import (
    contested_questions,
    discussed,
    message_row,
)
from partner_tui.documents.pages.contacts import current, functions
from partner_tui.documents.pages.decisions import in_order, short_table
from partner_tui.documents.pages.kit import Options, Sheet, hidden, lines, nothing, sheet
from partner_tui.documents.pages.statement import confirmation, last_version
from partner_tui.documents.status import count_text, overall, waiting
from partner_tui.domain import known
from partner_tui.domain.blocks import Block, Document
from partner_tui.domain.meetings import open_actions
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Action, Decision, Lesson, Line, Note, Risk
from partner_tui.domain.risks import next_review, open_risks
from partner_tui.domain.scales import scale_of
from partner_tui.domain.values import AnswerState
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

TITLE: Final = N_("Tout pour la relève")


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Document:
    """Return where the partnership stands, who is who, what is open and what was learned."""
    page = sheet(workspace, guide, t, options)
    blocks = [
        *_brief(page),
        page.heading(N_("Ce qui vous attend")),
        waiting(page.workspace, page.today, t),
        *_people(page),
        *_actions(page),
        *_risks(page),
        *_messages(page),
        *_decisions(page),
        *_questions(page),
        *confirmation(page, last_version(page)),
        *_lessons(page),
        *hidden(page, Action, Risk, Line, Decision, Note),
    ]
    return page.document(TITLE, blocks)


def _brief(page: Sheet) -> list[Block]:
    leader = known.lead(page.workspace)
    named = {
        N_("En bref"): page.voice.words(page.workspace.partnership, "summary"),
        N_("Stade"): words.label(page.workspace.partnership.stage, page.t),
        N_("Réponses"): count_text(overall(page.workspace, page.guide), page.t),
        N_("Pilote"): page.voice.person(leader.id) if leader else "",
        N_("Prochaine rencontre"): page.coming(),
        N_("Prochaine révision"): page.voice.day(known.review_dates(page.workspace).review),
    }
    return page.facts(named)


def _people(page: Sheet) -> list[Block]:
    names = (N_("Rôle"), N_("Organisme"), N_("Fonctions"))
    rows = [
        (
            page.voice.name(contact, "role"),
            page.voice.organization(contact.organization),
            functions(page, contact),
        )
        for contact in current(page)
    ]
    return [page.heading(N_("Qui est qui")), page.table(names, rows)] if rows else []


def _actions(page: Sheet) -> list[Block]:
    found = [action for action in open_actions(page.workspace) if not action.private]
    body = by_date(page, found) if found else nothing(page)
    return [page.heading(N_("Suivis ouverts")), body]


def _risks(page: Sheet) -> list[Block]:
    names = (N_("Nº"), N_("Risque"), N_("Niveau"), N_("Responsable"), N_("Révision"))
    rows = [
        (
            words.cite(risk, page.t),
            page.voice.words(risk, "event"),
            level_text(risk, page.voice),
            page.voice.contact(risk.owner),
            words.day(next_review(risk, scale_of(page.workspace))),
        )
        for risk in open_risks(page.workspace)
        if not risk.private
    ]
    if not rows:
        return []
    return [page.heading(N_("Risques ouverts")), page.table(names, rows), *scale_lines(page.voice)]


def _messages(page: Sheet) -> list[Block]:
    names = (N_("Message"), N_("À qui"), N_("Par"), N_("Pour quand"))
    rows = [message_row(page, line) for line in page.shown(Line)]
    return [page.heading(N_("Messages réguliers")), page.table(names, rows)] if rows else []


def _decisions(page: Sheet) -> list[Block]:
    found = [decision for decision in in_order(page) if not decision.superseded_by]
    if not found:
        return []
    return [page.heading(N_("Décisions en vigueur")), short_table(page, found)]


def _questions(page: Sheet) -> list[Block]:
    contested = contested_questions(page)
    talking = [q for q in discussed(page, AnswerState.TALKING) if q not in contested]
    found = [question.text for question in (*contested, *talking)]
    return [page.heading(N_("Questions en discussion")), *lines(found)] if found else []


def _lessons(page: Sheet) -> list[Block]:
    found = [page.voice.words(lesson, "text") for lesson in page.shown(Lesson)]
    return [page.heading(N_("Ce que nous avons appris")), *lines(found)] if found else []
