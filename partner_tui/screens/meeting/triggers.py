"""The questions to ask in a meeting, yes or no: is this risk coming?"""

from __future__ import annotations

from partner_tui.documents import words
from partner_tui.domain.actions import born_in
from partner_tui.domain.agenda_sources import asked_by
from partner_tui.domain.blocks import Block, Paragraph, Span
from partner_tui.domain.meetings import is_open
from partner_tui.domain.records import Risk
from partner_tui.domain.triggers import (
    alarm_of,
    asked_in,
    is_alarm,
    last_asking,
    rhythm_of,
    to_open,
)
from partner_tui.domain.values import Alarm
from partner_tui.i18n import N_
from partner_tui.screens.meeting.view import INDENT, View, titled
from partner_tui.widgets.lines import Cell, Line

TABLE = "triggers"
"""How the keys of these lines begin."""
OWNER, ANSWER = 12, 6


def triggers(view: View) -> list[Line]:
    """Return the questions that are due or were asked here; nothing when there is none."""
    found = asked_by(view.workspace, view.meeting, view.today)
    if not found:
        return []
    alarms = {alarm_of(risk) for risk in found}
    opens = alarms.pop() if len(alarms) == 1 else None
    said = {Alarm.YES: (N_("oui"), N_("oui → plan B")), Alarm.NO: (N_("non"), N_("non → plan B"))}
    keys = [(view.key(each), said[each][each is opens]) for each in Alarm]
    keys.append((view.key("alarm"), N_("l'inverse")))
    return [titled(view, N_("À demander"), *keys), *(_line(view, risk) for risk in found)]


def _line(view: View, risk: Risk) -> Line:
    asking = asked_in(risk, view.meeting.id)
    answer = "…" if asking is None else view.t.text(N_("oui") if asking.yes else N_("non"))
    look = "" if asking is None else "warn" if is_alarm(risk, asking.yes) else "good"
    alarm = view.t.text(N_("  non → plan B")) if alarm_of(risk) is Alarm.NO else ""
    return Line(
        (
            Cell("", "", INDENT),
            Cell(words.cite(risk, view.t), "strong", 5),
            Cell(view.voice.name(risk, "trigger"), "", None),
            *([Cell(alarm, "dim")] if alarm else []),
            *([Cell("  ⌂", "dim")] if risk.private else []),
            Cell("  "),
            Cell(_who(view, risk), "dim", OWNER),
            Cell(f" {answer}", look, ANSWER, right=True),
        ),
        key=f"{TABLE}/{risk.id}",
        search=view.voice.name(risk, "event"),
    )


def _who(view: View, risk: Risk) -> str:
    return view.voice.contact(risk.asker or risk.owner).rpartition(" · ")[2]


def trigger_told(view: View, key: str) -> list[Block]:
    """Return the whole question: of which risk, who answers, the last answer, what yes opens."""
    risk = view.workspace.find(Risk, key)
    if risk is None:
        return []
    t, voice = view.t, view.voice
    last = last_asking(risk)
    facts = [
        f"{words.cite(risk, t)} {voice.name(risk, 'event')}",
        ", ".join(
            filter(None, (voice.contact(risk.asker or risk.owner), words.label(rhythm_of(risk), t)))
        ),
    ]
    if last is not None:
        answer = t.text(N_("oui") if last.yes else N_("non"))
        by = f", {last.by}" if last.by else ""
        said = t.text(N_("Dernière réponse\u00a0: {answer}, le {day}"))
        facts.append(said.format(answer=answer, day=words.day(last.on)) + by)
    opens = [voice.inner(risk, "plan", step.text) for step in to_open(view.workspace, risk)]
    there = [words.cite(a, t) for a in born_in(view.workspace, risk) if is_open(a)]
    if opens:
        is_yes = alarm_of(risk) is Alarm.YES
        told = t.text(N_("Oui ouvre\u00a0: {steps}") if is_yes else N_("Non ouvre\u00a0: {steps}"))
        facts.append(told.format(steps="; ".join(opens)))
    if there:
        facts.append(t.text(N_("Déjà ouverts\u00a0: {actions}")).format(actions=" ".join(there)))
    if not opens and not there:
        facts.append(t.text(N_("Sans plan B encore\u00a0: ⏎ va au risque pour en écrire un.")))
    rest = "".join(f"\n{line}" for line in facts)
    facts.append(t.text(N_("l change la réponse qui dit qu'il arrive.")))
    return [Paragraph((Span(voice.words(risk, "trigger"), strong=True), Span(rest)))]
