"""Yes or no to the question of a risk, said in one key: what it opened is told."""

from __future__ import annotations

from datetime import date

from partner_tui.documents import words
from partner_tui.domain.actions import born_in
from partner_tui.domain.changes import Seen
from partner_tui.domain.records import Asking, Risk
from partner_tui.domain.triggers import alarm_of, answering, is_alarm, turning_alarm
from partner_tui.i18n import _, current
from partner_tui.messages import Notice
from partner_tui.screens.base import WorkScreen


def answer(screen: WorkScreen, risk: Risk, yes: bool, on: date, meeting: str = "") -> bool:
    """Keep the answer; an alarm opens the plan, and what it opened is told."""
    asking = Asking(on=on, yes=yes, by=screen.services.workbook.who, meeting=meeting)
    seen = Seen(table="risks", id=risk.id, field="askings", value=risk.askings)
    before = {action.id for action in born_in(screen.workspace, risk)}
    verb = "risks.yes" if yes else "risks.no"
    if not screen.apply(verb, answering(risk.id, asking), [seen]):
        return False
    told = current().colon(words.cite(risk, current())) + " "
    told += _("oui") if yes else _("non")
    if is_alarm(risk, yes):
        told += ". " + opened_words(screen, risk, before)
        if not risk.askings:
            told += " " + _("Si cette réponse rassure\u00a0: u, puis l.")
    screen.post_message(Notice(told))
    return True


def turn_alarm(screen: WorkScreen, risk: Risk) -> None:
    """Make the other answer the alarm, and say which one it is now."""
    if not risk.trigger.strip():
        screen.post_message(Notice(_("Pas encore de question\u00a0: e l'écrit dans la fiche.")))
        return
    seen = Seen(table="risks", id=risk.id, field="alarm", value=risk.alarm)
    if screen.apply("risks.edit", turning_alarm(risk), [seen]):
        fresh = screen.workspace.find(Risk, risk.id) or risk
        told = _(
            "{risk}\u00a0: c'est «\u00a0{answer}\u00a0» qui dit qu'il arrive et ouvre le plan B."
        )
        answer = words.label(alarm_of(fresh), current())
        screen.post_message(Notice(told.format(risk=words.cite(risk, current()), answer=answer)))


def opened_words(screen: WorkScreen, risk: Risk, before: set[str]) -> str:
    """Return what the plan of a risk just opened: the actions, each with its day."""
    fresh = screen.workspace.find(Risk, risk.id) or risk
    born = [a for a in born_in(screen.workspace, fresh) if a.id not in before]
    if born:
        named = (f"{words.cite(a, current())} → {words.day(a.due)}" for a in born)
        return _("Plan B ouvert\u00a0: {what}.").format(what=", ".join(named))
    if risk.plan or risk.contingency:
        return _("Le plan B est déjà ouvert.")
    return _("Pas de plan B encore\u00a0: que fait-on?")
