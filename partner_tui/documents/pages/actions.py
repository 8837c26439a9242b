"""The action plan: what was promised, by person and by date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from partner_tui.documents import words
from partner_tui.documents.pages.kit import Options, Sheet, hidden, nothing, sheet
from partner_tui.domain.blocks import Block, Document, Heading, Table, inline
from partner_tui.domain.gauging import last_two
from partner_tui.domain.meetings import in_due_order, is_open
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Action, Contact, Objective, Organization
from partner_tui.domain.text import clean
from partner_tui.domain.values import ActionState
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

TITLE: Final = N_("Plan d'action")
BY_DATE: Final = (N_("Nº"), N_("Quoi"), N_("Qui"), N_("Pour quand"), N_("État"))
BY_OWNER: Final = (N_("Nº"), N_("Quoi"), N_("Pour quand"), N_("État"))
COLUMNS: Final = (
    N_("Nº"),
    N_("Quoi"),
    N_("Qui"),
    N_("Organisme"),
    N_("Début"),
    N_("Pour quand"),
    N_("État"),
    N_("Fait le"),
    N_("Reports"),
    N_("Objectif"),
    N_("Note"),
)


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Document:
    """Return the objectives, then the actions by owner, by date, and those that are closed."""
    page = sheet(workspace, guide, t, options)
    actions = in_due_order(page.shown(Action))
    pending = [action for action in actions if is_open(action)]
    closed = [action for action in actions if not is_open(action)]
    blocks: list[Block] = [*objectives(page)]
    if not actions:
        blocks.append(nothing(page))
    if pending:
        blocks += [page.heading(N_("Par personne")), *_by_owner(page, pending)]
        blocks += [page.heading(N_("Par échéance")), by_date(page, pending)]
    if closed:
        blocks += [page.heading(N_("Terminés ou abandonnés")), by_date(page, closed)]
    return page.document(TITLE, (*blocks, *hidden(page, Action, Objective)))


def table(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Table:
    """Return every action with all that is known of it, a row each."""
    page = sheet(workspace, guide, t, options)
    return page.table(COLUMNS, [_row(page, a) for a in in_due_order(page.shown(Action))])


def objectives(page: Sheet) -> list[Block]:
    """Return the objectives with where they start, where they go and how far they are."""
    found = page.shown(Objective)
    if not found:
        return []
    names = (N_("Objectif"), N_("Départ → cible"), N_("Dernier relevé"), N_("Échéance"))
    t = page.t
    rows = [
        (
            page.voice.words(each, "label"),
            " → ".join((words.number(clean(each.baseline).strip(), t) or "?", _target(page, each))),
            _last_reading(page, each),
            words.day(each.due),
        )
        for each in found
    ]
    return [page.heading(N_("Objectifs")), page.table(names, rows)]


def _target(page: Sheet, objective: Objective) -> str:
    """Return the target of an objective with its unit; English puts no space before a %."""
    written = words.number(clean(objective.target).strip(), page.t) or "?"
    unit = page.voice.name(objective, "unit")
    if unit == "%" and page.t.language == "en":
        return f"{written}%"
    return " ".join(filter(None, (written, unit)))


def _last_reading(page: Sheet, objective: Objective) -> str:
    before, last = last_two(objective)
    if last is None:
        return ""
    values = (before, last.value) if len(objective.readings) > 1 else (last.value,)
    told = " → ".join(words.number(clean(value).strip(), page.t) for value in values)
    return f"{told} ({words.day(last.on)})"


def by_date(page: Sheet, actions: Sequence[Action]) -> Table:
    """Return actions as a table, in the order given."""
    return page.table(
        BY_DATE,
        [
            (
                words.cite(action, page.t),
                page.voice.words(action, "text"),
                page.who(action.owner, action.organization),
                words.day(action.due),
                state(page, action),
            )
            for action in actions
        ],
    )


def _by_owner(page: Sheet, actions: Sequence[Action]) -> list[Block]:
    grouped: dict[str, list[Action]] = {}
    for action in sorted(actions, key=lambda action: _rank(page, action)):
        who = page.who(action.owner, action.organization)
        grouped.setdefault(who or page.t.text(N_("Personne encore")), []).append(action)
    blocks: list[Block] = []
    for who, theirs in grouped.items():
        rows = [
            (
                words.cite(action, page.t),
                page.voice.words(action, "text"),
                words.day(action.due),
                state(page, action),
            )
            for action in in_due_order(theirs)
        ]
        blocks += [Heading(3, inline(who)), page.table(BY_OWNER, rows)]
    return blocks


def _rank(page: Sheet, action: Action) -> tuple[int, int]:
    """Place owners by organization, in the order of the dossier; those without one last."""
    places = list(page.workspace.table(Organization))
    owners = list(page.workspace.table(Contact))
    owner = page.workspace.find(Contact, action.owner)
    home = owner.organization if owner else action.organization
    return (
        places.index(home) if home in places else len(places),
        owners.index(owner.id) if owner else len(owners),
    )


def state(page: Sheet, action: Action) -> str:
    """Return the state of an action in words: en cours, échu 2 j; reporté 2×."""
    moved = len(action.postponements)
    again = page.t.text(N_("reporté {n}×")).format(n=moved) if moved else ""
    said = [words.label(action.state, page.t)]
    if again:
        said = [again] if action.state is ActionState.POSTPONED else [*said, again]
    if is_open(action) and (late := days_late(action, page.today)) > 0:
        said.append(page.t.text(N_("échu {n}\u00a0j")).format(n=late))
    if action.done_on:
        said.append(words.day(action.done_on))
    return ", ".join(said)


def days_late(action: Action, today: date) -> int:
    """Return how many days ago an action was due; 0 when it is not late."""
    return max((today - action.due).days, 0) if action.due else 0


def _row(page: Sheet, action: Action) -> tuple[str, ...]:
    objective = page.workspace.find(Objective, action.objective)
    shown = objective if objective and not objective.private else None
    return (
        words.cite(action, page.t),
        page.voice.words(action, "text"),
        page.voice.contact(action.owner),
        page.voice.organization(action.organization),
        words.day(action.start),
        words.day(action.due),
        words.label(action.state, page.t),
        words.day(action.done_on),
        str(len(action.postponements) or ""),
        page.voice.words(shown, "label") if shown else "",
        page.voice.words(action, "note"),
    )
