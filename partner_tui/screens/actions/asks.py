"""What the list of actions asks in one line: a new action, why one is dropped."""

from __future__ import annotations

from datetime import date

from partner_tui.documents import words
from partner_tui.domain.actions import moving, promised
from partner_tui.domain.changes import Seen
from partner_tui.domain.records import Action
from partner_tui.domain.spoken import Spoken, read
from partner_tui.domain.values import ActionState
from partner_tui.domain.workspace import adding, next_number
from partner_tui.i18n import _, current
from partner_tui.screens.actions.rows import ActionsList
from partner_tui.screens.meeting.heard import doubt, heard


class Promising:
    """Asks for a new action in one line: what, @who, by when."""

    def __init__(self, screen: ActionsList) -> None:
        self._screen = screen
        self._insisted = ""

    def ask(self, text: str = "") -> None:
        """Ask for the line."""
        self._screen.ask_line(lambda: _("Suivi"), self._take, self._hint, text, slot="actions/new")

    @property
    def _today(self) -> date:
        return self._screen.services.today()

    def _read(self, text: str) -> Spoken:
        return read(text, self._screen.workspace, self._today)

    def _hint(self, text: str) -> str:
        if not text.strip():
            return _("quoi @qui jeudi prochain, ou quoi @qui → 2026-12-03")
        spoken, workspace, t = self._read(text), self._screen.workspace, current()
        number = next_number(workspace.table(Action).values())
        reference = words.cite(Action(id="", number=number), t)
        said = heard(spoken, reference, workspace, self._today, t)
        insist = text == self._insisted and doubt(spoken, workspace, t)
        return said + " " + _("⏎ encore\u00a0: noter tel quel") if insist else said

    def _take(self, text: str) -> None:
        spoken = self._read(text)
        if not spoken.text or (not spoken.clear and text != self._insisted):
            self._insisted = text
            self.ask(text)
            return
        action = promised(spoken, self._today)
        self._screen.keep(action.id)
        if self._screen.apply("actions.add", adding(action)):
            self._screen.show_at(action.id)
        else:
            self.ask(text)


class Dropping:
    """Asks why an action is given up; it stays in the dossier with its reason."""

    def __init__(self, screen: ActionsList, action: Action) -> None:
        self._screen, self._action = screen, action

    def ask(self, text: str = "") -> None:
        """Ask for the reason."""
        slot = f"actions/{self._action.id}/dropped"
        self._screen.ask_line(self._label, self._take, self._hint, text, slot=slot)

    def _label(self) -> str:
        reference = words.cite(self._action, current())
        return _("{reference} est abandonné. Pourquoi?").format(reference=reference)

    def _hint(self, text: str) -> str:
        return _("Il reste au dossier avec sa raison; espace le rouvre.")

    def _take(self, text: str) -> None:
        action, services = self._action, self._screen.services
        seen = Seen(table="actions", id=action.id, field="state", value=action.state)
        state, who = ActionState.DROPPED, services.workbook.who
        self._screen.keep(action.id)
        change = moving(action.id, state, services.today(), who, text)
        if not self._screen.apply("actions.drop", change, [seen]):
            self.ask(text)
