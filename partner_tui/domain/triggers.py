"""The question that tells whether a risk is coming, and the plan that the alarm opens."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Final

from msgspec.structs import replace

from partner_tui.domain.meetings import is_open
from partner_tui.domain.months import months_later
from partner_tui.domain.records import Action, Asking, PlanStep, Risk
from partner_tui.domain.risks import open_risks
from partner_tui.domain.text import one_line
from partner_tui.domain.translating import inner_key
from partner_tui.domain.values import Alarm, Rhythm, RiskState
from partner_tui.domain.workspace import Change, Workspace, editing, put

DAYS: Final[Mapping[Rhythm, int]] = {Rhythm.WEEKLY: 7, Rhythm.FORTNIGHTLY: 14}
MONTHS: Final[Mapping[Rhythm, int]] = {
    Rhythm.MONTHLY: 1,
    Rhythm.BIMONTHLY: 2,
    Rhythm.QUARTERLY: 3,
}
EARLY: Final = 7
"""How many days before its day a question of the month may be asked, so that a meeting serves."""
WHOLE_PLAN: Final = 7
"""After how many days a plan in a few words, without steps, is to be done."""
ASKED: Final = frozenset({RiskState.OPEN, RiskState.WATCHED})
"""States in which one still asks whether the risk is coming."""


def rhythm_of(risk: Risk) -> Rhythm:
    """Return how often the question of a risk is asked."""
    return risk.asked_every or Rhythm.MONTHLY


def last_asking(risk: Risk) -> Asking | None:
    """Return the last time the question was asked."""
    return max(risk.askings, key=lambda asking: asking.on, default=None)


def due_on(risk: Risk) -> date | None:
    """Return the day the question is asked again; None when it was never asked, or has none."""
    last = last_asking(risk)
    if last is None or not risk.trigger.strip():
        return None
    rhythm = rhythm_of(risk)
    if rhythm in DAYS:
        return last.on + timedelta(days=DAYS[rhythm])
    return months_later(last.on, MONTHS[rhythm])


def is_due(risk: Risk, day: date) -> bool:
    """Tell whether the question of a risk is to be asked on a day."""
    if not risk.trigger.strip() or risk.archived or risk.state not in ASKED:
        return False
    day_due = due_on(risk)
    early = 0 if rhythm_of(risk) in DAYS else EARLY
    if day_due is None:
        return day > date.min
    return day_due - timedelta(days=early) <= day


def to_ask(workspace: Workspace, day: date, meeting: str = "") -> list[Risk]:
    """Return the risks whose question is due on a day, or was asked in a meeting."""
    return [
        risk
        for risk in open_risks(workspace)
        if risk.trigger.strip() and (asked_in(risk, meeting) or is_due(risk, day))
    ]


def asked_in(risk: Risk, meeting: str) -> Asking | None:
    """Return what was answered in a meeting."""
    return next((a for a in reversed(risk.askings) if meeting and a.meeting == meeting), None)


def alarm_of(risk: Risk) -> Alarm:
    """Return the answer that says a risk is coming."""
    return risk.alarm or Alarm.YES


def is_alarm(risk: Risk, yes: bool) -> bool:
    """Tell whether an answer says that a risk is coming."""
    return yes is (alarm_of(risk) is Alarm.YES)


def turning_alarm(risk: Risk) -> Change:
    """Return the verb that makes the other answer the one that says a risk is coming."""
    alarm = Alarm.NO if alarm_of(risk) is Alarm.YES else None
    return editing(Risk, risk.id, alarm=alarm)


def answering(key: str, asking: Asking) -> Change:
    """Return the verb that keeps an answer; an alarm opens the plan, each step with its day."""
    opened = partial(_opened, seed=uuid.uuid4())

    def change(workspace: Workspace) -> Workspace:
        risk = workspace.find(Risk, key)
        if risk is None:
            return workspace
        others = tuple(each for each in risk.askings if not _same(each, asking))
        workspace = put(workspace, replace(risk, askings=(*others, asking)))
        return opened(workspace, risk, asking.on) if is_alarm(risk, asking.yes) else workspace

    return change


def _same(one: Asking, other: Asking) -> bool:
    """Tell whether an answer corrects another: of the same meeting, or of the same day."""
    return (one.meeting, one.on) == (other.meeting, other.on) or (
        bool(one.meeting) and one.meeting == other.meeting
    )


def happening(key: str, day: date) -> Change:
    """Return the verb that says a risk came true: the day is kept, the plan opens."""
    opened = partial(_opened, seed=uuid.uuid4())

    def change(workspace: Workspace) -> Workspace:
        risk = workspace.find(Risk, key)
        if risk is None:
            return workspace
        days = tuple(sorted({*risk.happened, day}))
        happened = replace(risk, state=RiskState.HAPPENED, happened=days)
        return opened(put(workspace, happened), risk, day)

    return change


# -- the plan


def planning_step(key: str, step: PlanStep, at: int | None = None) -> Change:
    """Return the verb that adds a step to a plan, or puts it in the place of another."""

    def change(workspace: Workspace) -> Workspace:
        risk = workspace.find(Risk, key)
        if risk is None:
            return workspace
        steps = list(risk.plan)
        if at is None or at >= len(steps):
            steps.append(step)
        else:
            steps[at] = step
        return put(workspace, replace(risk, plan=tuple(steps)))

    return change


def dropping_step(key: str, at: int) -> Change:
    """Return the verb that takes a step out of a plan."""

    def change(workspace: Workspace) -> Workspace:
        risk = workspace.find(Risk, key)
        if risk is None:
            return workspace
        steps = tuple(step for n, step in enumerate(risk.plan) if n != at)
        return put(workspace, replace(risk, plan=steps))

    return change


def steps_of(risk: Risk) -> tuple[PlanStep, ...]:
    """Return the steps of the plan; a plan in a few words is one step."""
    if risk.plan or not risk.contingency.strip():
        return risk.plan
    text = one_line(risk.contingency)
    return (PlanStep(text=text, owner=risk.owner, days=WHOLE_PLAN),)


def to_open(workspace: Workspace, risk: Risk) -> list[PlanStep]:
    """Return the steps that no open action stands for already."""
    origin = f"risks/{risk.id}"
    there = {a.text for a in workspace.alive(Action) if a.origin == origin and is_open(a)}
    return [step for step in steps_of(risk) if step.text not in there]


def _opened(workspace: Workspace, risk: Risk, day: date, *, seed: uuid.UUID) -> Workspace:
    for step in to_open(workspace, risk):
        key = uuid.uuid5(seed, step.text).hex
        workspace = put(workspace, _action(key, risk, step, day))
    return workspace


def _action(key: str, risk: Risk, step: PlanStep, day: date) -> Action:
    return Action(
        id=key,
        text=step.text,
        owner=step.owner or ("" if step.organization else risk.owner),
        organization=step.organization,
        start=day,
        due=day + timedelta(days=step.days),
        origin=f"risks/{risk.id}",
        private=risk.private,
        translations=_said_elsewhere(risk, step),
    )


def _said_elsewhere(risk: Risk, step: PlanStep) -> dict[str, dict[str, str]]:
    """Return the words of a step in the other languages, as those of an action."""
    name = inner_key("plan", step.text.strip())
    found = risk.translations.items()
    return {language: {"text": texts[name]} for language, texts in found if name in texts}
