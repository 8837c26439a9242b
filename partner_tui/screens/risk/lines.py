"""One risk as lines: its levels, what is done about it, its question, its plan, its past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from textwrap import wrap

from msgspec import Struct

from partner_tui.commands import first_key
from partner_tui.documents.levels import RHYTHMS
from partner_tui.documents.risklog import acceptance
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import ARROWS, cite, day, label
from partner_tui.domain.actions import born_in
from partner_tui.domain.meetings import is_open
from partner_tui.domain.records import Action, Meeting, PlanStep, Risk
from partner_tui.domain.rescoring import trend
from partner_tui.domain.risks import REVIEW_MONTHS
from partner_tui.domain.scales import judged, scale_of
from partner_tui.domain.triggers import alarm_of, rhythm_of
from partner_tui.domain.values import ActionState, Alarm, Moment
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, _, current, ngettext
from partner_tui.screens.risks.lines import level_style
from partner_tui.screens.risks.page import missing, past, review_words, told_score
from partner_tui.widgets.lines import BLANK, Cell, Line, heading

NAME, STATE, OWNER, WHEN = 20, 11, 16, 15


class RiskView(Struct, frozen=True):
    """What the lines of a risk are made from."""

    workspace: Workspace
    risk: Risk
    today: date
    width: int
    keymap: Mapping[str, str]

    @property
    def voice(self) -> Voice:
        """The words of the records."""
        return Voice(self.workspace, current())


def risk_lines(view: RiskView) -> list[Line]:
    """Return the whole of a risk."""
    parts = (
        _said(view),
        _levels(view),
        _strategy(view),
        _question(view),
        _plan(view),
        _past(view),
    )
    lines: list[Line] = []
    for part in parts:
        lines += [*([BLANK] if lines else []), *part]
    return lines


def titled(view: RiskView, text: str, *commands: tuple[str, str]) -> Line:
    """Return a heading with, at the right, the keys that act under it."""
    cells: list[Cell] = []
    for name, does in commands:
        key = first_key(f"risk.{name}", view.keymap)
        cells += [Cell(f"  {key}", "accent"), Cell(f" {_(does)}", "dim")]
    return heading(text, *cells)


def _fact(view: RiskView, key: str, name: str, text: str, style: str = "") -> Iterator[Line]:
    """Yield a named text over as many lines as it needs; nothing without text."""
    rows = wrap(text, max(20, view.width - NAME - 4)) if text else []
    for number, row in enumerate(rows):
        cells = (Cell("", "", 2), Cell("" if number else name, "dim", NAME), Cell(row, style, None))
        yield Line(cells, key="" if number else f"fact:{key}", search=text)


def _free(view: RiskView, key: str, text: str, style: str = "") -> Iterator[Line]:
    for number, row in enumerate(wrap(text, max(20, view.width - 4))):
        yield Line((Cell("", "", 2), Cell(row, style, None)), key="" if number else key)


# -- the parts


def _said(view: RiskView) -> list[Line]:
    voice, risk = view.voice, view.risk
    named = {
        "cause": (_("Cause"), _("à préciser")),
        "event": (_("Événement"), _("à préciser")),
        "effect": (_("Effet"), _("à préciser")),
    }
    state = label(risk.state, current())
    if risk.happened:
        days = ", ".join(map(day, risk.happened))
        state += " · " + _("réalisé le {days}").format(days=days)
    if risk.private:
        state += " · " + _("⌂ privé")
    lines = [titled(view, _("Ce qui pourrait arriver"), ("edit", N_("modifier")))]
    for field, (name, unknown) in named.items():
        text = voice.words(risk, field)
        lines += _fact(view, field, name, text or unknown, "" if text else "dim")
    lines += _fact(view, "family", _("Famille"), label(risk.family, current()))
    lines += _fact(view, "owner", _("Suivi par"), voice.contact(risk.owner) or _("à nommer"))
    lines += _fact(view, "state", _("État"), state)
    return lines


def _levels(view: RiskView) -> list[Line]:
    risk, scale = view.risk, scale_of(view.workspace)
    keys = (("rescore", N_("rejuger")), ("review", N_("revu aujourd'hui")))
    lines = [titled(view, _("Niveau"), *keys)]
    which = trend(risk, scale)
    for moment in Moment:
        found = judged(risk, scale, moment)
        told = told_score(risk, scale, moment) if found.level else _("à juger")
        if which and moment is Moment.NOW:
            told += f"  {ARROWS[which]} {label(which, current())}"
        style = level_style(found) if moment is Moment.NOW else "" if found.level else "dim"
        lines += _fact(view, f"level/{moment}", label(moment, current()), told, style)
    level = judged(risk, scale).level
    if review := review_words(risk, scale, view.today):
        often = _(RHYTHMS[REVIEW_MONTHS[level]]) if level else ""
        rule = f" ({label(level, current())}: {often})" if level and often else ""
        rule = rule.replace(": ", current().colon("") + " ")
        lines += _fact(view, "review", _("Révision"), review + rule)
    return lines


def _strategy(view: RiskView) -> list[Line]:
    voice, risk = view.voice, view.risk
    keys = (("measure", N_("mesure")), ("accept", N_("accepter")))
    lines = [titled(view, _("Ce qu'on y fait"), *keys)]
    strategy = label(risk.strategy, current()) if risk.strategy else _("à choisir")
    lines += _fact(view, "strategy", _("Stratégie"), strategy)
    lines += _fact(view, "measures", _("En bref"), voice.words(risk, "measures"))
    lines += _fact(view, "accepted", _("Acceptation"), acceptance(risk, voice))
    lines += [_action(view, action) for action in born_in(view.workspace, risk)]
    for text in missing(view.workspace, risk, view.today):
        lines += _free(view, "fact:missing", text, "accent")
    return lines


def _action(view: RiskView, action: Action) -> Line:
    late = is_open(action) and action.due is not None and action.due < view.today
    look = "good" if action.state is ActionState.DONE else "warn" if late else ""
    who = view.voice.contact(action.owner).rpartition(" · ")[2]
    who = who or view.voice.organization(action.organization, short=True) or _("qui?")
    return Line(
        (
            Cell("", "", 2),
            Cell(cite(action, current()), "strong", 5),
            Cell(label(action.state, current()), look, STATE),
            Cell(view.voice.name(action, "text"), "", None),
            *([Cell("  ⌂", "dim")] if action.private else []),
            Cell(f"  {who}", "dim", OWNER),
            Cell(day(action.done_on or action.due) or _("quand?"), look, WHEN, right=True),
        ),
        key=f"actions/{action.id}",
    )


def _question(view: RiskView) -> list[Line]:
    voice, risk = view.voice, view.risk
    trigger = voice.words(risk, "trigger")
    if alarm_of(risk) is Alarm.YES:
        answers = (("yes", N_("oui → plan B")), ("no", N_("non")))
    else:
        answers = (("yes", N_("oui")), ("no", N_("non → plan B")))
    keys = (*answers, ("alarm", N_("l'inverse"))) if trigger else ()
    lines = [titled(view, _("Question\u00a0: arrive-t-il?"), *keys)]
    if not trigger:
        invite = _(
            "Une question à laquelle oui, ou non, dit qu'il arrive; e l'écrit dans la fiche."
        )
        return [*lines, *_free(view, "fact:trigger", invite, "dim")]
    who = voice.contact(risk.asker or risk.owner) or _("qui?")
    often = label(rhythm_of(risk), current())
    lines += _free(view, "fact:trigger", trigger)
    lines += _fact(view, "asker", often, who)
    for number, asking in enumerate(reversed(risk.askings)):
        answer = _("oui") if asking.yes else _("non")
        meeting = view.workspace.find(Meeting, asking.meeting)
        where = (cite(meeting, current()) if meeting else "", asking.by)
        told = " · ".join(filter(None, (answer, *where)))
        lines += _fact(view, f"asking/{number}", day(asking.on), told)
    return lines


def _plan(view: RiskView) -> list[Line]:
    voice, risk = view.voice, view.risk
    keys = (("plan", N_("ajouter une étape")), ("happened", N_("s'est réalisé")))
    lines = [titled(view, _("Plan B"), *keys)]
    lines += _fact(view, "contingency", _("En bref"), voice.words(risk, "contingency"))
    lines += [_step(view, number, step) for number, step in enumerate(risk.plan)]
    if not risk.plan and not risk.contingency.strip():
        invite = _(
            "Que ferait-on, qui, dans combien de jours? L'alarme ouvre ces étapes en suivis."
        )
        lines += _free(view, "fact:contingency", invite, "dim")
    return lines


def _step(view: RiskView, number: int, step: PlanStep) -> Line:
    who = view.voice.contact(step.owner).rpartition(" · ")[2]
    who = who or view.voice.organization(step.organization, short=True)
    when = ngettext("{n}\u00a0jour après", "{n}\u00a0jours après", step.days)
    return Line(
        (
            Cell("", "", 2),
            Cell(f"{number + 1}.", "dim", 3),
            Cell(view.voice.inner(view.risk, "plan", step.text), "", None),
            Cell(f"  {who}", "dim", OWNER),
            Cell(
                when.format(n=step.days) if step.days else _("le jour même"), "", WHEN, right=True
            ),
        ),
        key=f"step/{number}",
    )


def _past(view: RiskView) -> Iterable[Line]:
    told = list(past(view.workspace, view.risk))
    if not told:
        return ()
    lines = [heading(_("Ses niveaux dans le temps"))]
    for number, text in enumerate(told):
        lines += _free(view, f"score/{number}", text)
    return lines
