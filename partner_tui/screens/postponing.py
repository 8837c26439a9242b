"""Another day for an action: asked in one line, then why; the old day is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from partner_tui.documents import words
from partner_tui.domain.actions import postponing
from partner_tui.domain.changes import Seen
from partner_tui.domain.parsing import read_date
from partner_tui.domain.records import Action
from partner_tui.i18n import _, current
from partner_tui.screens.hinting import HintingScreen
from partner_tui.screens.meeting.words import dated


class Postponing:
    """Asks for the new day of an action, then for the reason."""

    def __init__(
        self,
        screen: HintingScreen,
        action: Action,
        since: date,
        before: Callable[[], None] | None = None,
    ) -> None:
        self._screen, self._action, self._since, self._before = screen, action, since, before
        self._due = self._today = screen.services.today()

    @property
    def _name(self) -> str:
        return words.cite(self._action, current())

    # -- the day

    def ask(self, text: str = "") -> None:
        """Ask for the day, counted from `since` where words such as « jeudi » say it."""
        slot = f"actions/{self._action.id}/due"
        self._screen.ask_line(self._label, self._take_day, self._hint_day, text, slot=slot)

    def _label(self) -> str:
        return _("{reference} est reporté au").format(reference=self._name)

    def _hint_day(self, text: str) -> str:
        if not text.strip():
            return _("jeudi prochain, 3 décembre, +2 semaines ou 2026-12-03")
        due = read_date(text, self._since)
        if due is None:
            return _("«\u00a0{words}\u00a0» n'est pas une date.").format(words=text.strip())
        past = " " + _("(déjà passé)") if due < self._today else ""
        return f"{self._name} → {dated(due, current())}{past}"

    def _take_day(self, text: str) -> None:
        due = read_date(text, self._since)
        if due is None:
            self.ask(text)
            return
        self._due = due
        self._ask_why()

    # -- the reason

    def _ask_why(self, text: str = "") -> None:
        slot = f"actions/{self._action.id}/why"
        self._screen.ask_line(
            lambda: _("Pourquoi?"), self._take_why, self._hint_why, text, slot=slot
        )

    def _hint_why(self, text: str) -> str:
        return f"{self._name} → {dated(self._due, current())}"

    def _take_why(self, text: str) -> None:
        action, who = self._action, self._screen.services.workbook.who
        seen = Seen(table="actions", id=action.id, field="due", value=action.due)
        if self._before is not None:
            self._before()
        change = postponing(action.id, self._due, text, self._today, who)
        if not self._screen.apply("actions.postpone", change, [seen]):
            self._ask_why(text)
