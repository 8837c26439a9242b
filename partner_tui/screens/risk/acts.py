"""What is done to one risk, from the log or from its own screen."""

from __future__ import annotations

from partner_tui.documents.words import cite, day, label
from partner_tui.domain.actions import born_in
from partner_tui.domain.changes import Seen
from partner_tui.domain.records import Risk
from partner_tui.domain.risking import next_state
from partner_tui.domain.risks import next_review, reviewing
from partner_tui.domain.scales import judged, scale_of
from partner_tui.domain.triggers import happening
from partner_tui.domain.values import RiskState
from partner_tui.domain.workspace import archiving, editing
from partner_tui.i18n import _, current
from partner_tui.messages import Notice
from partner_tui.screens.hinting import HintingScreen
from partner_tui.screens.meeting.trigger_answers import opened_words
from partner_tui.screens.risk.asks import Measuring
from partner_tui.screens.risk.rescoring import Rescoring
from partner_tui.screens.risks import page as risks_page


class RiskActs(HintingScreen):
    """The keys that act on a risk; subclasses say which one it is."""

    @property
    def risk(self) -> Risk | None:
        """The risk that the keys act on."""
        raise NotImplementedError

    def _needed(self) -> Risk | None:
        """Return the chosen risk, or say that one has to be chosen."""
        if self.risk is None:
            self.post_message(Notice(_("Choisissez d'abord un risque; n en décrit un.")))
        return self.risk

    def keep(self, risk: Risk) -> None:
        """Keep a risk in sight although it changes; screens that leave some out do."""

    def _seen(self, risk: Risk, field: str) -> list[Seen]:
        return [Seen(table="risks", id=risk.id, field=field, value=getattr(risk, field))]

    # -- judging and looking again

    def action_rescore(self) -> None:
        """Ask how likely and how bad the risk is now, and why."""
        if (risk := self._needed()) is not None:
            self.keep(risk)
            Rescoring(self, risk).ask()

    def action_review(self) -> None:
        """Say that the risk was looked at today; the next time is said."""
        if (risk := self._needed()) is None:
            return
        scale, today = scale_of(self.workspace), self.services.today()
        reference = cite(risk, current())
        if risk.state is RiskState.CLOSED:
            told = _("{risk} est clos\u00a0: espace le rouvre.").format(risk=reference)
            self.post_message(Notice(told))
            return
        if not judged(risk, scale).level:
            told = _("{risk} n'est pas encore jugé\u00a0: r le juge, et la révision suit.")
            self.post_message(Notice(told.format(risk=reference)))
            return
        if self.apply("risks.review", reviewing(risk.id, today), self._seen(risk, "reviewed")):
            fresh = self.workspace.find(Risk, risk.id) or risk
            told = _("{risk} revu aujourd'hui; à revoir le {day}.").format(
                risk=reference, day=day(next_review(fresh, scale))
            )
            self.post_message(Notice(told))

    def action_measure(self) -> None:
        """Ask for a measure in one line: what, @who, by when."""
        if (risk := self._needed()) is not None:
            Measuring(self, risk).ask()

    def action_happened(self) -> None:
        """Say that the risk came true today: the day is kept, the plan opens."""
        if (risk := self._needed()) is None:
            return
        before = {action.id for action in born_in(self.workspace, risk)}
        change = happening(risk.id, self.services.today())
        if self.apply("risks.happened", change, self._seen(risk, "happened")):
            told = _("{risk} s'est réalisé aujourd'hui.").format(risk=cite(risk, current()))
            self.post_message(Notice(f"{told} {opened_words(self, risk, before)}"))

    # -- state, privacy, putting away

    def action_edit(self) -> None:
        """Open the form of the chosen risk."""
        from partner_tui.screens.records import edit

        if (risk := self._needed()) is not None:
            edit(self, risk)

    def action_state(self) -> None:
        """Move the chosen risk on: open, watched, closed, then open again."""
        if (risk := self._needed()) is None:
            return
        self.keep(risk)
        state = next_state(risk.state)
        told = _("{risk}\u00a0: {state}.").format(
            risk=cite(risk, current()), state=label(state, current())
        )
        change = editing(Risk, risk.id, state=state)
        self.apply("risks.state", change, self._seen(risk, "state"), told + self.after(risk))

    def after(self, risk: Risk) -> str:
        """Return what else is said once the state of a risk moved on."""
        return ""

    def action_private(self) -> None:
        """Keep the chosen risk out of copies and exports, or let it in again."""
        if (risk := self._needed()) is None:
            return
        told = _("{risk} est privé\u00a0: ni copie, ni export.")
        if risk.private:
            told = _("{risk} n'est plus privé.")
        change = editing(Risk, risk.id, private=not risk.private)
        told = told.format(risk=cite(risk, current()))
        open_still = [a for a in born_in(self.workspace, risk) if not a.private]
        if open_still and not risk.private:
            cited = " ".join(cite(action, current()) for action in open_still)
            told += " " + _("Ses suivis restent visibles\u00a0: {actions}.").format(actions=cited)
        self.apply("risks.private", change, self._seen(risk, "private"), told)

    def action_archive(self) -> None:
        """Put the chosen risk away."""
        if (risk := self._needed()) is None:
            return
        told = _("{risk} est rangé; u le ramène.").format(risk=cite(risk, current()))
        self.apply("risks.archive", archiving(Risk, risk.id), told=told)

    # -- copying

    def copy_item(self) -> tuple[str, str] | None:
        """Return the chosen risk as a short text."""
        if (risk := self.risk) is None:
            return None
        text = risks_page.copied(self.workspace, self.services.guide, risk)
        return text, cite(risk, current())

    def action_copy_item(self) -> None:
        """Copy the chosen risk, unless it is private."""
        if self.risk is not None and self.risk.private:
            told = _("{risk} est privé\u00a0: il ne se copie pas. p lève la marque.")
            self.post_message(Notice(told.format(risk=cite(self.risk, current()))))
        else:
            super().action_copy_item()
