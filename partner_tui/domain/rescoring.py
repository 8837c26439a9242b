"""Judging a risk again: the new score, who gave it, when and why; the old ones stay."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from partner_tui.domain.records import Risk, Scoring
from partner_tui.domain.scales import FIELDS, Scale, weighed
from partner_tui.domain.values import Moment, Trend
from partner_tui.domain.workspace import Change, Workspace, put

SCORED = {name: moment for moment, names in FIELDS.items() for name in names}
"""Field of a score → its moment."""


def rescoring(key: str, scoring: Scoring) -> Change:
    """Return the verb that judges a risk; judged as it is now, it was looked at that day."""

    def change(workspace: Workspace) -> Workspace:
        risk = workspace.find(Risk, key)
        return workspace if risk is None else put(workspace, rescored(risk, scoring))

    return change


def setting_score(key: str, name: str, value: int, today: date, by: str) -> Change:
    """Return the verb that sets how likely or how bad a risk is, as one field of a form does."""
    moment = SCORED[name]

    def change(workspace: Workspace) -> Workspace:
        risk = workspace.find(Risk, key)
        if risk is None or getattr(risk, name) == value:
            return workspace
        given = {each: getattr(risk, each) for each in FIELDS[moment]} | {name: value}
        likelihood, impact = (given[each] for each in FIELDS[moment])
        scoring = Scoring(moment=moment, likelihood=likelihood, impact=impact, on=today, by=by)
        return put(workspace, rescored(risk, scoring))

    return change


def rescored(risk: Risk, scoring: Scoring) -> Risk:
    """Return a risk judged again; the score it had before anyone dated one comes first."""
    names = FIELDS[scoring.moment]
    was = Scoring(
        moment=scoring.moment,
        likelihood=getattr(risk, names[0]),
        impact=getattr(risk, names[1]),
    )
    scores = risk.scores
    if not scores_of(risk, scoring.moment) and was.likelihood and was.impact:
        scores = (*scores, was)
    if scoring.likelihood and scoring.impact:
        scores = (*_others(scores, scoring), scoring)
    changes = dict(zip(names, (scoring.likelihood, scoring.impact), strict=True))
    if scoring.moment is Moment.NOW and scoring.likelihood and scoring.impact:
        return replace(risk, **changes, scores=scores, reviewed=scoring.on, review=None)
    return replace(risk, **changes, scores=scores)


def _others(scores: tuple[Scoring, ...], new: Scoring) -> tuple[Scoring, ...]:
    """Return the scores that stay: one given in two gestures the same day, unexplained, is one."""
    if not scores:
        return ()
    last = scores[-1]
    same = (last.moment, last.on, last.by) == (new.moment, new.on, new.by)
    return scores[:-1] if same and not last.why and not new.why else scores


def scores_of(risk: Risk, moment: Moment = Moment.NOW) -> list[Scoring]:
    """Return each time a risk was judged for a moment, in order."""
    return [scoring for scoring in risk.scores if scoring.moment is moment]


def trend(risk: Risk, scale: Scale) -> Trend | None:
    """Return which way a risk went the last time it was judged; None when it was judged once."""
    products = [weighed(s.likelihood, s.impact, scale).product for s in scores_of(risk)]
    if len(products) < 2:
        return None
    before, now = products[-2:]
    return Trend.SAME if before == now else Trend.UP if now > before else Trend.DOWN
