"""What is done about a risk, asked in one line: a measure, a step of its plan, an acceptance."""

from __future__ import annotations

from msgspec.structs import replace

from partner_tui.documents.risklog import step_text
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import cite
from partner_tui.domain.actions import promised
from partner_tui.domain.changes import Seen
from partner_tui.domain.records import Action, PlanStep, Risk
from partner_tui.domain.risks import accepting
from partner_tui.domain.spoken import Spoken, written
from partner_tui.domain.triggers import planning_step
from partner_tui.domain.workspace import adding, next_number
from partner_tui.i18n import _, current
from partner_tui.screens.hinting import HintingScreen
from partner_tui.screens.meeting.heard import heard
from partner_tui.screens.risk.ask import RiskAsk


class Measuring(RiskAsk):
    """Asks for a measure: what, @who, by when; it is an action born of the risk."""

    name = "measure"

    def _label(self) -> str:
        return _("{risk}, mesure").format(risk=self._reference)

    def _hint(self, text: str) -> str:
        if not text.strip():
            return _("quoi @qui jeudi prochain, ou quoi @qui → 2026-12-03")
        spoken, workspace, t = self._read(text), self._screen.workspace, current()
        reference = cite(Action(id="", number=next_number(workspace.table(Action).values())), t)
        said = heard(spoken, reference, workspace, self._today, t)
        insist = text == self._insisted and self._doubt(spoken)
        return said + " " + _("⏎ encore\u00a0: noter tel quel") if insist else said

    def _take(self, text: str) -> None:
        spoken = self._read(text)
        if not spoken.text or (not spoken.clear and text != self._insisted):
            self._again(text)
            return
        action = promised(spoken, self._today, f"risks/{self._risk.id}")
        action = replace(action, private=self._risk.private)
        said = heard(spoken, "", self._screen.workspace, self._today, current())
        told = _("{risk}, mesure notée\u00a0: {what}").format(risk=self._reference, what=said)
        if not self._screen.apply("actions.add", adding(action), told=told):
            self.ask(text)


class Planning(RiskAsk):
    """Asks for a step of the plan: what, @who, so many days after."""

    name = "plan"

    def __init__(self, screen: HintingScreen, risk: Risk, at: int | None = None) -> None:
        super().__init__(screen, risk)
        self._at = at
        if at is not None:
            self.name = f"plan/{at}"

    def ask(self, text: str = "") -> None:
        """Ask for the line, as it stands when it is there already."""
        super().ask(text or self._written())

    def _written(self) -> str:
        if self._at is None:
            return ""
        step = self._risk.plan[self._at]
        action = Action(id="", text=step.text, owner=step.owner, organization=step.organization)
        text = written(action, self._screen.workspace, self._today)
        days = _("dans {n} jours").format(n=step.days)
        return f"{text} {days}" if step.days else text

    def _label(self) -> str:
        return _("{risk}, étape du plan B").format(risk=self._reference)

    def _step(self, spoken: Spoken) -> PlanStep:
        days = (spoken.due - self._today).days if spoken.due else 0
        return PlanStep(
            text=spoken.text,
            owner=spoken.owner,
            organization="" if spoken.owner else spoken.organization,
            days=max(0, days),
        )

    def _hint(self, text: str) -> str:
        if not text.strip():
            return _("quoi @qui dans 3 jours\u00a0: les jours comptent à partir de l'alarme")
        spoken = self._read(text)
        if question := self._doubt(spoken):
            again = " " + _("⏎ encore\u00a0: noter tel quel")
            return question + (again if text == self._insisted else "")
        step, voice = self._step(spoken), Voice(self._screen.workspace, current())
        who = voice.contact(step.owner) or voice.organization(step.organization, short=True)
        return step_text(step.text or _("quoi?"), step.days, who or _("@qui?"), voice)

    def _take(self, text: str) -> None:
        spoken = self._read(text)
        if not spoken.text or (not spoken.clear and text != self._insisted):
            self._again(text)
            return
        seen = Seen(table="risks", id=self._risk.id, field="plan", value=self._risk.plan)
        change = planning_step(self._risk.id, self._step(spoken), self._at)
        if not self._screen.apply("risks.edit", change, [seen]):
            self.ask(text)


class Accepting(RiskAsk):
    """Asks who accepts a risk, why and until when."""

    name = "accept"

    def _label(self) -> str:
        return _("{risk} accepté").format(risk=self._reference)

    def _missing(self, spoken: Spoken) -> str:
        wanted = (
            (spoken.owner, _("par qui?")),
            (spoken.text, _("pourquoi?")),
            (spoken.due, _("jusqu'à quand?")),
        )
        return " ".join(question for there, question in wanted if not there)

    def _hint(self, text: str) -> str:
        if not text.strip():
            return _("pourquoi @qui jusqu'au 30 avril, ou pourquoi @qui → 2027-04-30")
        spoken = self._read(text)
        insist = " " + _("⏎ encore\u00a0: noter tel quel") if text == self._insisted else ""
        said = heard(spoken, self._reference, self._screen.workspace, self._today, current())
        if question := self._doubt(spoken):
            return question + insist
        missing = self._missing(spoken)
        return f"{said} · {missing}{insist}" if missing else f"{said} · {spoken.text}"

    def _take(self, text: str) -> None:
        spoken = self._read(text)
        doubtful = not spoken.clear or self._missing(spoken)
        if not spoken.text or (doubtful and text != self._insisted):
            self._again(text)
            return
        risk = self._risk
        names = ("strategy", "accepted_by", "accepted_why", "accepted_until")
        seen = [
            Seen(table="risks", id=risk.id, field=name, value=getattr(risk, name)) for name in names
        ]
        change = accepting(risk.id, spoken.owner, spoken.text, spoken.due)
        if not self._screen.apply("risks.accept", change, seen):
            self.ask(text)
