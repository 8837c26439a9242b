"""The score of a risk, asked in one line: how likely, how bad, why."""

from __future__ import annotations

from partner_tui.documents.levels import degrees
from partner_tui.documents.words import ARROWS, label
from partner_tui.domain.changes import Seen
from partner_tui.domain.records import Scoring
from partner_tui.domain.rescoring import rescored, rescoring, trend
from partner_tui.domain.said_score import SaidScore, read_score
from partner_tui.domain.scales import FIELDS, Scale, judged, scale_of
from partner_tui.domain.values import Moment
from partner_tui.i18n import _, current
from partner_tui.screens.risk.ask import RiskAsk
from partner_tui.screens.risks.lines import told_level
from partner_tui.screens.risks.page import step_words


class Rescoring(RiskAsk):
    """Asks how likely, how bad and why: « 4 3 poste confirmé »."""

    name = "score"

    @property
    def _scale(self) -> Scale:
        return scale_of(self._screen.workspace)

    def _label(self) -> str:
        found = judged(self._risk, self._scale)
        if not found.level:
            return _("{risk} jugé").format(risk=self._reference)
        return _("{risk} rejugé (était {likelihood} {impact})").format(
            risk=self._reference, likelihood=found.likelihood, impact=found.impact
        )

    def _hint(self, text: str) -> str:
        said = read_score(text, self._scale)
        if said is not None:
            again = " " + _("⏎ encore\u00a0: noter sans raison") if text == self._insisted else ""
            return self._understood(said) + again
        t = current()
        likely = t.colon(_("Probabilité")) + " " + ", ".join(degrees("likelihood", self._scale, t))
        bad = t.colon(_("Gravité")) + " " + ", ".join(degrees("impact", self._scale, t))
        if not text.strip():
            return f"{likely}\n{bad}"
        return f"{likely}\n" + _(
            "deux chiffres de 1 à {n}, puis pourquoi; avant ou visé devant"
        ).format(n=self._scale.steps)

    def _understood(self, said: SaidScore) -> str:
        after = rescored(self._risk, self._scoring(said))
        found, which = self._scale.judged(said.likelihood, said.impact), trend(after, self._scale)
        moment = "" if said.moment is Moment.NOW else label(said.moment, current()) + " "
        likely = step_words("likelihood", said.likelihood, self._scale)
        bad = step_words("impact", said.impact, self._scale)
        told = f"{moment}{likely} × {bad} = {told_level(found)}"
        if which and said.moment is Moment.NOW:
            told += f" {ARROWS[which]} {label(which, current())}"
        why = said.why or _("pourquoi?")
        return f"{told}, {why}"

    def _scoring(self, said: SaidScore) -> Scoring:
        return Scoring(
            moment=said.moment,
            likelihood=self._scale.score(said.likelihood),
            impact=self._scale.score(said.impact),
            on=self._today,
            by=self._screen.services.workbook.who,
            why=said.why,
        )

    def _take(self, text: str) -> None:
        said = read_score(text, self._scale)
        if said is None or (not said.why and text != self._insisted):
            self._again(text)
            return
        risk = self._risk
        seen = [
            Seen(table="risks", id=risk.id, field=name, value=getattr(risk, name))
            for name in FIELDS[said.moment]
        ]
        told = f"{current().colon(self._reference)} {self._understood(said)}"
        change = rescoring(risk.id, self._scoring(said))
        if not self._screen.apply("risks.rescore", change, seen, told):
            self.ask(text)
