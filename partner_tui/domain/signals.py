"""Friendly reminders derived from a dossier; nothing of them is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from msgspec import Struct

from partner_tui.domain import known
from partner_tui.domain.meetings import latest_meeting, open_actions
from partner_tui.domain.records import Check, Line, Objective, Resource, Success
from partner_tui.domain.risks import (
    acceptance_over,
    needs_answer,
    next_review,
    open_risks,
    review_due,
    review_horizon,
)
from partner_tui.domain.scales import scale_of
from partner_tui.domain.stating import latest, silence
from partner_tui.domain.triggers import due_on, is_due
from partner_tui.domain.values import ResourceStatus, Stage, Tri
from partner_tui.domain.workspace import Workspace

MEETING_GAP: Final = 35
SILENCE: Final = 21
TERM_AHEAD: Final = 60
CELEBRATION_GAP: Final = 120
MESSAGE_AHEAD: Final = 3
POSTPONED_OFTEN: Final = 2


class SignalKind(StrEnum):
    """What a reminder is about (content brief 15), the most urgent first."""

    ACTION_LATE = "action-late"
    ACTION_POSTPONED = "action-postponed"
    RISK_UNANSWERED = "risk-unanswered"
    RISK_ACCEPTANCE = "risk-acceptance"
    RISK_REVIEW = "risk-review"
    RISK_TRIGGER = "risk-trigger"
    MESSAGE_DUE = "message-due"
    MEETING_LATE = "meeting-late"
    STATEMENT_SILENT = "statement-silent"
    REVIEW_NEAR = "review-near"
    RENEWAL_NEAR = "renewal-near"
    CLOSING_NEAR = "closing-near"
    ACTION_BARE = "action-bare"
    NO_CHAMPION = "no-champion"
    SINGLE_CONTACT = "single-contact"
    RESOURCE_ORPHAN = "resource-orphan"
    GIVE_AND_GET = "give-and-get"
    CLIMATE_FALL = "climate-fall"
    STUDENT_VOICE = "student-voice"
    OBJECTIVE_VAGUE = "objective-vague"
    OBJECTIVE_BARE = "objective-bare"
    NO_CELEBRATION = "no-celebration"


URGENCY: Final = {kind: rank for rank, kind in enumerate(SignalKind)}


class Signal(Struct, frozen=True, kw_only=True):
    """One reminder: what it is about, which record, how long and how many."""

    kind: SignalKind
    table: str
    id: str
    days: int = 0
    """Days since the date that counts; negative when it is still ahead."""
    count: int = 0


Source = Callable[[Workspace, date], Iterator[Signal]]


def signals(workspace: Workspace, today: date) -> tuple[Signal, ...]:
    """Return the reminders of a dossier, the most urgent first; none for an archived one."""
    if workspace.partnership.stage is Stage.ARCHIVED:
        return ()
    found = [signal for source in SOURCES for signal in source(workspace, today)]
    return tuple(sorted(found, key=lambda signal: (URGENCY[signal.kind], -signal.days)))


def _actions(workspace: Workspace, today: date) -> Iterator[Signal]:
    for action in open_actions(workspace):
        moved = len(action.postponements)
        days = (today - action.due).days if action.due else 0
        kinds = []
        if days > 0:
            kinds.append(SignalKind.ACTION_LATE)
        elif moved >= POSTPONED_OFTEN:
            kinds.append(SignalKind.ACTION_POSTPONED)
        if not action.owner or action.due is None:
            kinds.append(SignalKind.ACTION_BARE)
        for kind in kinds:
            yield Signal(kind=kind, table="actions", id=action.id, days=days, count=moved)


def _risks(workspace: Workspace, today: date) -> Iterator[Signal]:
    horizon, scale = review_horizon(workspace, today), scale_of(workspace)
    for risk in open_risks(workspace):
        dated: dict[SignalKind, date | None] = {}
        if needs_answer(risk, scale):
            yield Signal(kind=SignalKind.RISK_UNANSWERED, table="risks", id=risk.id)
        if acceptance_over(risk, horizon):
            dated[SignalKind.RISK_ACCEPTANCE] = risk.accepted_until
        if review_due(risk, horizon, scale):
            dated[SignalKind.RISK_REVIEW] = next_review(risk, scale)
        if is_due(risk, horizon):
            dated[SignalKind.RISK_TRIGGER] = due_on(risk)
        for kind, day in dated.items():
            days = (today - day).days if day else 0
            yield Signal(kind=kind, table="risks", id=risk.id, days=days)


def _messages(workspace: Workspace, today: date) -> Iterator[Signal]:
    for line in workspace.alive(Line):
        if line.due and (days := (today - line.due).days) >= -MESSAGE_AHEAD:
            yield Signal(kind=SignalKind.MESSAGE_DUE, table="messages", id=line.id, days=days)


def _meetings(workspace: Workspace, today: date) -> Iterator[Signal]:
    if workspace.partnership.stage is not Stage.ACTIVE:
        return
    last = latest_meeting(workspace, today)
    since = last.on if last else workspace.partnership.start
    if since and (days := (today - since).days) > MEETING_GAP:
        key = last.id if last else ""
        yield Signal(kind=SignalKind.MEETING_LATE, table="meetings", id=key, days=days)


def _statement(workspace: Workspace, today: date) -> Iterator[Signal]:
    version = latest(workspace)
    if version is None:
        return
    late = [days for days in silence(workspace, version, today).values() if days > SILENCE]
    if late:
        yield Signal(
            kind=SignalKind.STATEMENT_SILENT,
            table="statements",
            id=version.id,
            days=max(late),
            count=len(late),
        )


def _term(workspace: Workspace, today: date) -> Iterator[Signal]:
    dates = known.review_dates(workspace)
    named = {
        SignalKind.REVIEW_NEAR: dates.review,
        SignalKind.RENEWAL_NEAR: dates.renew,
        SignalKind.CLOSING_NEAR: dates.close,
    }
    if workspace.partnership.stage is Stage.CONCLUDED:
        return
    for kind, day in named.items():
        if day and (day - today).days <= TERM_AHEAD:
            yield Signal(kind=kind, table="answers", id=known.TERM, days=(today - day).days)


def _people(workspace: Workspace, today: date) -> Iterator[Signal]:
    for party in known.parties(workspace):
        if not known.has_champion(workspace, party.id):
            yield Signal(kind=SignalKind.NO_CHAMPION, table="organizations", id=party.id)
        if len(known.contacts_of(workspace, party.id, today)) == 1:
            kind = SignalKind.SINGLE_CONTACT
            yield Signal(kind=kind, table="organizations", id=party.id, count=1)


def _resources(workspace: Workspace, today: date) -> Iterator[Signal]:
    sure = {ResourceStatus.CONFIRMED, ResourceStatus.RECEIVED}
    for need in workspace.alive(Resource):
        if not need.offered_by and not need.risk and need.status not in sure:
            days = (today - need.due).days if need.due else 0
            kind = SignalKind.RESOURCE_ORPHAN
            yield Signal(kind=kind, table="resources", id=need.id, days=days)


def _winwin(workspace: Workspace, today: date) -> Iterator[Signal]:
    for party in known.parties(workspace):
        content = known.position(workspace, known.WINWIN, party.id)
        if content and content[0] != Tri.YES:
            yield Signal(kind=SignalKind.GIVE_AND_GET, table="organizations", id=party.id)


def _climate(workspace: Workspace, today: date) -> Iterator[Signal]:
    taken = [c for c in workspace.alive(Check) if c.checklist == known.CLIMATE and c.on]
    if len(taken) < 2:
        return
    before, now = sorted(taken, key=lambda check: check.on or date.min)[-2:]
    for party in known.parties(workspace):
        both = [
            (rows[party.id], now.rows[item][party.id])
            for item, rows in before.rows.items()
            if party.id in rows and party.id in now.rows.get(item, {})
        ]
        fall = sum(was == Tri.YES for was, _ in both) - sum(is_ == Tri.YES for _, is_ in both)
        if fall > 0:
            kind = SignalKind.CLIMATE_FALL
            yield Signal(kind=kind, table="organizations", id=party.id, count=fall)


def _students(workspace: Workspace, today: date) -> Iterator[Signal]:
    now = _rung(known.said(workspace, known.RUNG_NOW))
    aim = _rung(known.said(workspace, known.RUNG_AIM))
    if 0 < now < aim:
        kind = SignalKind.STUDENT_VOICE
        yield Signal(kind=kind, table="answers", id=known.RUNG_NOW, count=aim - now)


def _rung(values: tuple[str, ...]) -> int:
    digits = values[0].rpartition(".")[2] if values else ""
    return int(digits) if digits.isdecimal() else 0


def _objectives(workspace: Workspace, today: date) -> Iterator[Signal]:
    for objective in workspace.alive(Objective):
        marks = [known.position(workspace, key, objective.id) for key in known.SMART]
        good = sum(mark[:1] == (Tri.YES.value,) for mark in marks)
        if any(marks) and good < len(marks):
            kind = SignalKind.OBJECTIVE_VAGUE
            yield Signal(kind=kind, table="objectives", id=objective.id, count=good)
        if not objective.baseline.strip() or not objective.target.strip():
            yield Signal(kind=SignalKind.OBJECTIVE_BARE, table="objectives", id=objective.id)


def _celebration(workspace: Workspace, today: date) -> Iterator[Signal]:
    if workspace.partnership.stage is not Stage.ACTIVE:
        return
    dated = [success for success in workspace.alive(Success) if success.on]
    last = max(dated, key=lambda success: success.on or date.min, default=None)
    since = last.on if last else workspace.partnership.start
    if since and (days := (today - since).days) > CELEBRATION_GAP:
        key = last.id if last else ""
        yield Signal(kind=SignalKind.NO_CELEBRATION, table="successes", id=key, days=days)


SOURCES: Final[tuple[Source, ...]] = (
    _actions,
    _risks,
    _messages,
    _meetings,
    _statement,
    _term,
    _people,
    _resources,
    _winwin,
    _climate,
    _students,
    _objectives,
    _celebration,
)
