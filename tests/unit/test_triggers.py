"""The questions that tell whether a risk is coming, the plan that yes opens, the reviews."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import TODAY, a_contact, a_guide, a_meeting, a_risk, a_workspace, an_organization
from hypothesis import given
from hypothesis import strategies as st

from partner_tui.documents.minutes import compose
from partner_tui.documents.risklog import question
from partner_tui.documents.voice import Voice
from partner_tui.domain.agenda import agenda, begun
from partner_tui.domain.agenda_sources import Kind
from partner_tui.domain.handing import handing
from partner_tui.domain.records import Action, Asking, PlanStep, Risk
from partner_tui.domain.risks import acceptance_over, next_review, reviewing
from partner_tui.domain.scales import SCALES
from partner_tui.domain.signals import SignalKind, signals
from partner_tui.domain.triggers import (
    alarm_of,
    answering,
    due_on,
    happening,
    is_due,
    last_asking,
    rhythm_of,
    to_open,
    turning_alarm,
)
from partner_tui.domain.values import Alarm, Rhythm, RiskScale, RiskState, Strategy
from partner_tui.domain.workspace import Workspace, archiving
from partner_tui.i18n import translator

FIVE = SCALES[RiskScale.FIVE]
STEPS = (
    PlanStep(text="Nommer l'intérim", owner="c2", days=2),
    PlanStep(text="Prévenir les pairs", days=7),
)
ASKED = {"trigger": "Part-elle?", "owner": "c1"}


def risk_of(workspace: Workspace) -> Risk:
    """Return the only risk."""
    return workspace.table(Risk)["r1"]


def answered(workspace: Workspace, *, yes: bool, on: date = TODAY, meeting: str = "") -> Workspace:
    """Return the workspace once the question was answered."""
    return answering("r1", Asking(on=on, yes=yes, by="Ève", meeting=meeting))(workspace)


def test_a_question_never_asked_is_due_and_then_again_after_its_rhythm() -> None:
    workspace = a_workspace(a_risk(**ASKED))
    assert is_due(risk_of(workspace), TODAY)
    assert rhythm_of(risk_of(workspace)) is Rhythm.MONTHLY
    risk = risk_of(answered(workspace, yes=False))
    assert due_on(risk) == date(2026, 12, 22)
    assert not is_due(risk, date(2026, 12, 14))
    assert is_due(risk, date(2026, 12, 15))


@pytest.mark.parametrize(
    "changes",
    [{"trigger": " "}, {"state": RiskState.CLOSED}, {"state": RiskState.HAPPENED}],
)
def test_nothing_is_asked_of_a_risk_that_is_gone_or_there(changes: dict[str, object]) -> None:
    assert not is_due(a_risk(**{**ASKED, **changes}), TODAY)


@given(st.lists(st.tuples(st.sampled_from(Rhythm), st.booleans()), min_size=12, max_size=12))
def test_in_a_year_of_meetings_no_question_is_forgotten(
    answers: list[tuple[Rhythm, bool]],
) -> None:
    workspace = a_workspace(a_risk(**ASKED, asked_every=answers[0][0]))
    gaps: list[int] = []
    last = None
    for number, (_rhythm, yes) in enumerate(answers):
        day = TODAY + timedelta(days=28 * number)
        if is_due(risk_of(workspace), day):
            workspace = answered(workspace, yes=yes, on=day, meeting=f"m{number}")
            gaps += [(day - last).days] if last else []
            last = day
    assert len(risk_of(workspace).askings) >= 3
    longest = {Rhythm.QUARTERLY: 112, Rhythm.BIMONTHLY: 84}.get(answers[0][0], 28)
    assert all(gap <= longest for gap in gaps)


def test_yes_opens_each_step_once_with_its_day_and_who() -> None:
    workspace = answered(a_workspace(a_risk(**ASKED, plan=STEPS)), yes=True)
    actions = workspace.alive(Action)
    assert [(a.text, a.owner, a.due, a.origin) for a in actions] == [
        ("Nommer l'intérim", "c2", TODAY + timedelta(days=2), "risks/r1"),
        ("Prévenir les pairs", "c1", TODAY + timedelta(days=7), "risks/r1"),
    ]
    assert not to_open(workspace, risk_of(workspace))
    again = answered(workspace, yes=True, on=TODAY + timedelta(days=28))
    assert len(again.alive(Action)) == 2
    put_away = archiving(Action, actions[0].id)(again)
    assert [step.text for step in to_open(put_away, risk_of(put_away))] == ["Nommer l'intérim"]


def test_a_verb_applied_again_gives_the_same_actions() -> None:
    workspace = a_workspace(a_risk(**ASKED, plan=STEPS))
    change = answering("r1", Asking(on=TODAY, yes=True))
    assert change(workspace) == change(workspace)


def test_a_plan_in_words_is_one_step_and_a_private_risk_has_private_actions() -> None:
    risk = a_risk(**ASKED, contingency="La cheffe assure\ndeux mois.", private=True)
    (made,) = answered(a_workspace(risk), yes=True).alive(Action)
    assert (made.text, made.private) == ("La cheffe assure deux mois.", True)
    assert not answered(a_workspace(risk), yes=False).alive(Action)


def test_an_answer_given_again_in_a_meeting_corrects_the_first() -> None:
    once = answered(a_workspace(a_risk(**ASKED)), yes=False, meeting="m1")
    twice = answered(once, yes=True, on=TODAY + timedelta(days=1), meeting="m1")
    assert [(a.yes, a.meeting) for a in risk_of(twice).askings] == [(True, "m1")]
    later = answered(twice, yes=False, on=TODAY + timedelta(days=30), meeting="m2")
    assert len(risk_of(later).askings) == 2
    last = last_asking(risk_of(later))
    assert last is not None and not last.yes


def test_it_happened_keeps_the_day_and_runs_the_plan() -> None:
    workspace = happening("r1", TODAY)(a_workspace(a_risk(**ASKED, plan=STEPS)))
    assert (risk_of(workspace).state, risk_of(workspace).happened) == (
        RiskState.HAPPENED,
        (TODAY,),
    )
    assert len(workspace.alive(Action)) == 2
    again = happening("r1", TODAY)(workspace)
    assert risk_of(again).happened == (TODAY,)


def test_the_agenda_asks_until_it_was_asked_and_the_minutes_tell_the_answer() -> None:
    meeting = a_meeting(on=TODAY)
    workspace = a_workspace(meeting, a_risk(number=1, **ASKED))
    assert agenda(workspace, a_guide(), meeting, TODAY).of(Kind.TRIGGERS) == ("r1",)
    assert not begun(workspace, meeting, TODAY)
    after = answered(workspace, yes=True, meeting=meeting.id)
    assert begun(after, meeting, TODAY)
    coming = a_meeting(id="m9", on=TODAY + timedelta(days=7))
    assert agenda(after, a_guide(), coming, TODAY).of(Kind.TRIGGERS) == ()
    text = str(compose(meeting, after, translator("fr")))
    assert "R1 Part-elle? oui" in text
    hidden = a_workspace(meeting, a_risk(number=1, **ASKED, private=True))
    secret = answered(hidden, yes=True, meeting=meeting.id)
    assert "Part-elle?" not in str(compose(meeting, secret, translator("fr")))


def test_the_level_says_when_the_next_look_is_unless_a_day_was_agreed() -> None:
    looked = {"reviewed": date(2026, 10, 31)}
    assert next_review(a_risk(**looked), FIVE) == date(2026, 11, 30)
    assert next_review(a_risk(impact=2, **looked), FIVE) == date(2027, 1, 31)
    assert next_review(a_risk(impact=1, **looked), FIVE) == date(2027, 4, 30)
    assert next_review(a_risk(impact=0, **looked), FIVE) is None
    assert next_review(a_risk(review=TODAY, **looked), FIVE) == TODAY
    after = reviewing("r1", TODAY)(a_workspace(a_risk(review=TODAY)))
    assert next_review(risk_of(after), FIVE) == date(2026, 12, 22)


def test_overdue_looks_questions_and_acceptances_are_signals_and_on_the_agenda() -> None:
    late = a_risk(
        reviewed=date(2026, 9, 1), strategy=Strategy.ACCEPT, accepted_until=TODAY, **ASKED
    )
    workspace = a_workspace(an_organization(), a_contact(), late)
    found = {signal.kind: signal.days for signal in signals(workspace, TODAY)}
    assert found[SignalKind.RISK_REVIEW] == 52
    assert found[SignalKind.RISK_ACCEPTANCE] == 0
    assert SignalKind.RISK_TRIGGER in found
    bare = a_risk(strategy=Strategy.ACCEPT, accepted_until=TODAY, review=date(2027, 9, 1))
    plan = agenda(a_workspace(bare), a_guide(), a_meeting(on=TODAY), TODAY)
    assert plan.of(Kind.RISKS) == ("r1",)
    assert not acceptance_over(a_risk(accepted_until=TODAY), TODAY)


def test_a_successor_takes_over_the_steps_and_the_questions_but_not_the_acceptance() -> None:
    risk = a_risk(owner="c1", asker="c2", accepted_by="c2", plan=STEPS, trigger="Part-elle?")
    people = (an_organization(), a_contact(), a_contact(id="c2"), a_contact(id="c3"))
    after = risk_of(handing("c2", "c3", TODAY)(a_workspace(*people, risk)))
    assert (after.asker, after.plan[0].owner, after.accepted_by) == ("c3", "c3", "c2")


def test_where_no_is_the_alarm_no_opens_the_plan_and_yes_reassures() -> None:
    workspace = a_workspace(a_contact(), a_risk(**ASKED, plan=STEPS))
    assert alarm_of(risk_of(workspace)) is Alarm.YES
    workspace = turning_alarm(risk_of(workspace))(workspace)
    assert alarm_of(risk_of(workspace)) is Alarm.NO
    calm = answered(workspace, yes=True)
    assert not calm.alive(Action) and len(risk_of(calm).askings) == 1
    opened = answered(workspace, yes=False)
    assert [action.text for action in opened.alive(Action)] == [step.text for step in STEPS]
    back = turning_alarm(risk_of(workspace))(workspace)
    assert risk_of(back).alarm is None, "what is unsaid is yes"


def test_the_register_says_when_no_is_the_alarm() -> None:
    workspace = a_workspace(a_risk(**ASKED, alarm=Alarm.NO))
    voice = Voice(workspace, translator("fr"))
    assert question(risk_of(workspace), voice).endswith("non dit qu'il arrive)")
    assert "non dit" not in question(a_risk(**ASKED), voice)
