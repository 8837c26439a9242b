"""One risk, open above the log: levels, measures, question, plan and past, each with its key."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import cite, label
from partner_tui.domain import actions
from partner_tui.domain.changes import Seen
from partner_tui.domain.records import Action, Risk
from partner_tui.domain.text import one_line
from partner_tui.domain.triggers import dropping_step
from partner_tui.domain.workspace import archiving
from partner_tui.i18n import _, current
from partner_tui.messages import Go, Notice
from partner_tui.resources import folder
from partner_tui.screens.above import Above
from partner_tui.screens.base import key_help
from partner_tui.screens.meeting.trigger_answers import answer, turn_alarm
from partner_tui.screens.risk.acts import RiskActs
from partner_tui.screens.risk.asks import Accepting, Planning
from partner_tui.screens.risk.lines import RiskView, risk_lines
from partner_tui.widgets.chrome import Bar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import WIDEST


class RiskScreen(Above, RiskActs):
    """Everything about one risk."""

    MODE = "risks"
    SCOPES: ClassVar = (Scope.RISK,)
    BINDINGS = bindings(Scope.WORK, Scope.RISK)
    CSS_PATH = folder("styles") / "risks.tcss"

    def __init__(self, services: Services, key: str) -> None:
        super().__init__(services)
        self._key = key

    def compose_body(self) -> ComposeResult:
        """Lay the lines above what is said while one types."""
        yield LineList()
        yield Bar(id="hint")

    @property
    def risk(self) -> Risk | None:
        """The risk; None once its creation was undone."""
        risk = self.workspace.find(Risk, self._key)
        return None if risk is None or risk.archived else risk

    @property
    def step(self) -> int | None:
        """Which step of the plan is chosen, if one is."""
        kind, _slash, number = self.lines.key.partition("/")
        return int(number) if kind == "step" else None

    @property
    def measure(self) -> Action | None:
        """The measure of the chosen line, if it shows one."""
        table, _slash, key = self.lines.key.partition("/")
        return self.workspace.find(Action, key) if table == "actions" else None

    # -- showing

    def title_parts(self) -> list[str]:
        """Say which risk this is."""
        if (risk := self.risk) is None:
            return [_("Risques")]
        event = one_line(Voice(self.workspace, current()).name(risk, "event"))
        return [f"{cite(risk, current())} {event}".strip()]

    def keys(self) -> list[tuple[str, str]]:
        """Say first what Enter does on the line."""
        opens = _("fiche")
        if self.measure is not None:
            opens = _("aller au suivi")
        elif self.step is not None:
            opens = _("corriger")
        return [key_help("enter", opens), *super().keys()]

    def show_body(self) -> None:
        """Show the risk; leave when it is no more."""
        super().show_body()
        if (risk := self.risk) is None:
            self.call_after_refresh(self._leave)
            return
        width, keys = min(self.app.size.width, WIDEST), self.services.settings.keys
        today = self.services.today()
        self.lines.show(risk_lines(RiskView(self.workspace, risk, today, width, keys)))

    def _leave(self) -> None:
        if self.is_current:
            self.dismiss(None)

    @on(LineList.Moved)
    def _moved(self) -> None:
        self.show_keys()

    def fit_body(self) -> None:
        """Wrap the texts to the new width."""
        self.show_body()

    # -- the chosen line

    @on(LineList.Chosen)
    def _chosen(self) -> None:
        if (action := self.measure) is not None:
            self.post_message(Go(f"actions/{action.id}"))
        else:
            self.action_edit()

    def action_edit(self) -> None:
        """Correct the step in place; anything else opens the form of the risk."""
        if (risk := self._needed()) is not None and self.step is not None:
            Planning(self, risk, self.step).ask()
        else:
            super().action_edit()

    def action_state(self) -> None:
        """Move the measure on; elsewhere the risk."""
        if (action := self.measure) is None:
            super().action_state()
            return
        seen = Seen(table="actions", id=action.id, field="state", value=action.state)
        state = label(actions.NEXT[action.state], current())
        told = f"{current().colon(cite(action, current()))} {state}"
        change = actions.advancing(action, self.services.today(), self.services.workbook.who)
        self.apply("actions.state", change, [seen], told)

    def action_archive(self) -> None:
        """Take the step out of the plan, put the measure away; elsewhere say what x is for."""
        risk, step, action = self._needed(), self.step, self.measure
        if risk is not None and step is not None:
            seen = Seen(table="risks", id=risk.id, field="plan", value=risk.plan)
            told = _("Étape ôtée; u la ramène.")
            self.apply("risks.edit", dropping_step(risk.id, step), [seen], told)
        elif action is not None:
            told = _("{what} est rangé; u le ramène.").format(what=cite(action, current()))
            self.apply("actions.archive", archiving(Action, action.id), told=told)
        else:
            self.post_message(Notice(_("Choisissez une étape du plan B ou une mesure.")))

    # -- strategy, question, plan

    def action_accept(self) -> None:
        """Ask who accepts the risk, why and until when."""
        if (risk := self._needed()) is not None:
            Accepting(self, risk).ask()

    def action_plan(self) -> None:
        """Ask for a step of the plan."""
        if (risk := self._needed()) is not None:
            Planning(self, risk).ask()

    def action_answer(self, said: str) -> None:
        """Answer the question of the risk; an alarm opens its plan."""
        if (risk := self._needed()) is None:
            return
        if risk.trigger.strip():
            answer(self, risk, said == "yes", self.services.today())
        else:
            told = _("Pas encore de question\u00a0: e l'écrit dans la fiche.")
            self.post_message(Notice(told))

    def action_alarm(self) -> None:
        """Make the other answer the one that says the risk is coming."""
        if (risk := self._needed()) is not None:
            turn_alarm(self, risk)

    # -- leaving

    def action_close(self) -> None:
        """Go back to the log."""
        self.dismiss(None)
