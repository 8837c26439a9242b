"""The review of the year: results, life of the partnership, what is kept, changed or dropped."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from partner_tui.documents import words
from partner_tui.documents.levels import levels_text, scale_lines
from partner_tui.documents.minutes_frame import moves
from partner_tui.documents.pages.actions import objectives
from partner_tui.documents.pages.kit import Options, Sheet, hidden, lines, sheet
from partner_tui.documents.pages.statement import confirmation, last_version
from partner_tui.documents.pages.steps import Answers
from partner_tui.domain import ticking
from partner_tui.domain.blocks import Block, Bullets, Document
from partner_tui.domain.holding import called_off, moved
from partner_tui.domain.known import parties
from partner_tui.domain.meetings import in_order, is_open
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Action, Check, Decision, Lesson, Meeting, Note, Risk, Success
from partner_tui.domain.risks import by_level
from partner_tui.domain.scales import scale_of
from partner_tui.domain.text import one_line
from partner_tui.domain.values import ActionState, NoteKind, RiskState
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

TITLE: Final = N_("Bilan de l'année")
STEP: Final = "eval"
"""The theme whose questions look back and decide what comes next."""


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Document:
    """Return what was done since the beginning, in numbers and in words."""
    page = sheet(workspace, guide, t, options)
    blocks = [
        *_period(page),
        *objectives(page),
        *_figures(page),
        *_changed(page),
        *_successes(page),
        *_difficulties(page),
        *_lessons(page),
        *_risks(page),
        *_checks(page),
        *_answers(page),
        *confirmation(page, last_version(page)),
        *hidden(page, Action, Risk, Decision, Note),
    ]
    return page.document(TITLE, blocks)


def _period(page: Sheet) -> list[Block]:
    start, end = page.workspace.partnership.start, page.today
    since = page.voice.day(start)
    period = page.voice.say(N_("du {start} au {end}"), start=since, end=page.voice.day(end))
    names = ", ".join(page.voice.name(p) for p in parties(page.workspace) if not p.private)
    return page.facts({N_("Période"): period if since else "", N_("Parties"): names})


def _figures(page: Sheet) -> list[Block]:
    """Return the life of the partnership in numbers."""
    actions = page.shown(Action)
    states = [action.state for action in actions]
    held = [m for m in in_order(page.workspace) if m.on and m.on <= page.today and not m.private]
    rows = (
        (N_("Rencontres tenues"), len(held)),
        *((name, len(found)) for name, found in _not_as_planned(page) if found),
        (N_("Décisions prises"), len(page.shown(Decision))),
        (N_("Suivis promis"), len(actions)),
        (N_("Suivis faits"), states.count(ActionState.DONE)),
        (N_("Suivis ouverts"), sum(map(is_open, actions))),
        (N_("Suivis reportés au moins une fois"), sum(bool(a.postponements) for a in actions)),
        (N_("Réussites soulignées"), len(page.shown(Success))),
    )
    cells = [(page.t.text(name), str(count)) for name, count in rows]
    title = page.heading(N_("La vie du partenariat"))
    return [title, page.table((N_("Quoi"), N_("Combien")), cells)]


def _not_as_planned(page: Sheet) -> list[tuple[str, list[Meeting]]]:
    """Return the meetings that were called off, and those that moved."""
    off, other = (
        [m for m in found if not m.private]
        for found in (called_off(page.workspace), moved(page.workspace))
    )
    return [(N_("Rencontres annulées"), off), (N_("Rencontres déplacées"), other)]


def _changed(page: Sheet) -> list[Block]:
    """Return why meetings were called off or moved, one line each."""
    found = [
        " — ".join(
            filter(
                None,
                (
                    page.cite(meeting, page.voice.day(meeting.on)),
                    page.voice.words(meeting, "cancelled"),
                    moves(page.voice, meeting),
                ),
            )
        )
        for _name, meetings in _not_as_planned(page)
        for meeting in meetings
    ]
    return _titled(page, N_("Rencontres annulées ou déplacées"), found)


def _successes(page: Sheet) -> list[Block]:
    found = [
        " — ".join(
            filter(
                None,
                (
                    page.voice.words(success, "text"),
                    page.voice.words(success, "proof"),
                    page.voice.words(success, "credit"),
                    page.voice.day(success.on),
                ),
            )
        )
        for success in page.shown(Success)
    ]
    return _titled(page, N_("Réussites"), [*found, *_noted(page, NoteKind.WIN)])


def _difficulties(page: Sheet) -> list[Block]:
    return _titled(page, N_("Défis et obstacles"), _noted(page, NoteKind.DIFFICULTY))


def _noted(page: Sheet, kind: NoteKind) -> list[str]:
    return [page.voice.words(n, "text") for n in page.shown(Note) if n.kind is kind]


def _lessons(page: Sheet) -> list[Block]:
    found = [page.voice.words(lesson, "text") for lesson in page.shown(Lesson)]
    return _titled(page, N_("Ce que nous avons appris"), found)


def _titled(page: Sheet, title: str, texts: Iterable[str]) -> list[Block]:
    body = lines(texts)
    return [page.heading(title), *body] if body else []


def _risks(page: Sheet) -> list[Block]:
    risks = by_level(page.shown(Risk), scale_of(page.workspace))
    happened = [r for r in risks if r.state is RiskState.HAPPENED or r.happened]
    watched = [
        r for r in risks if r.state in (RiskState.OPEN, RiskState.WATCHED) and not r.happened
    ]
    blocks: list[Block] = []
    for title, found in ((N_("Risques réalisés"), happened), (N_("Risques suivis"), watched)):
        blocks += _titled(page, title, (_risk(page, risk) for risk in found))
    return [*blocks, *scale_lines(page.voice)] if blocks else []


def _risk(page: Sheet, risk: Risk) -> str:
    head = page.cite(risk, page.voice.words(risk, "event"))
    return f"{head} — {levels_text(risk, page.voice)}"


def _checks(page: Sheet) -> list[Block]:
    """Return the trend of each list that was kept: a date, then its points."""
    found = [
        (
            checklist.title,
            words.day(check.on),
            str(ticking.total(check.rows)),
            one_line(page.voice.words(check, "comment")),
        )
        for checklist in page.guide.lists
        for check in _kept(page, checklist.id)
    ]
    if not found:
        return []
    names = (N_("Liste"), N_("Date"), N_("Points"), N_("Commentaire"))
    return [page.heading(N_("Tendances")), page.table(names, found)]


def _kept(page: Sheet, checklist: str) -> list[Check]:
    kept = ticking.checks_of(page.workspace, checklist)
    return [c for c in kept if not c.private and (c.on or date.min) <= page.today]


def _answers(page: Sheet) -> list[Block]:
    step = next((step for step in page.guide.steps if step.id == STEP), None)
    if step is None:
        return []
    writer = Answers(page)
    asked = [question for question in step.questions if not question.records]
    return [page.heading(step.title), Bullets(tuple(map(writer.write, asked)))]
