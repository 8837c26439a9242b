"""The history on a screen: who, when, what, before and after, and taking a change back."""

from __future__ import annotations

from typing import ClassVar

from textual import on

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.documents import history_told
from partner_tui.documents.verbs import told
from partner_tui.domain.changes import Entry
from partner_tui.errors import PartnerError
from partner_tui.i18n import _, current
from partner_tui.messages import Notice
from partner_tui.screens.above import Above
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

PAGE = 60
"""Changes shown at first; the last line shows as many more."""
MORE = "more"


class HistoryScreen(Above):
    """The changes of the dossier, or of one record, the newest first; it is left with q."""

    MODE = "history"
    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.HISTORY,)
    BINDINGS = bindings(Scope.WORK, Scope.HISTORY)

    def __init__(self, services: Services, only: tuple[str, str] | None = None) -> None:
        super().__init__(services)
        self._only = only
        """Table and id of the record whose history is shown; None for all of them."""
        self._limit = PAGE
        self._entries: dict[str, Entry] = {}

    def title_parts(self) -> list[str]:
        """Say what is shown."""
        return [_("historique")]

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys that act here."""
        return [*super().keys(), self.key_of("work.filter")]

    def show_body(self) -> None:
        """Show the changes."""
        found = self._found()
        self._entries = {str(entry.revision): entry for entry in found[: self._limit]}
        rows = [heading(_("Ce qui a changé, du plus récent au plus ancien")), BLANK]
        for key, entry in self._entries.items():
            rows += self._lines(key, entry)
        if not found:
            rows.append(note(_("Aucun changement encore."), ""))
        if len(found) > self._limit:
            rows.append(Line((Cell("  " + _("Voir plus loin"), "accent", None),), key=MORE))
        self.lines.show(rows, self.lines.key)

    def _found(self) -> list[Entry]:
        """Return one change more than fits, so that it is known whether there are more."""
        recent = self.services.recent
        if self._only is None:
            return recent(self._limit + 1)
        return [e for e in recent(1 << 30) if history_told.concerns(e, self._only)]

    def _lines(self, key: str, entry: Entry) -> list[Line]:
        t = current()
        said = list(history_told.lines(entry, self.workspace, self.services.guide, t, self._only))
        words = " ".join(said)
        head = Line((Cell("  " + said[0], "strong", None),), key=key, search=words)
        return [
            head,
            *(Line((Cell("  " + text, "dim", None),), search=said[0]) for text in said[1:]),
        ]

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        if event.key == MORE:
            self._limit += PAGE
            self.show_body()

    def action_take_back(self) -> None:
        """Take the chosen change back, unless someone built upon it since."""
        entry = self._entries.get(self.lines.key)
        if entry is None:
            return
        what = told(entry, self.workspace, self.services.guide, current())
        try:
            done = self.services.workbook.take_back(entry)
        except PartnerError as error:
            self.post_message(Notice(str(error), urgent=True))
            return
        self.show_all()
        said = _("Annulé\u00a0: {who} {what}") if done else _("Rien à annuler.")
        self.post_message(Notice(said.format(who=entry.who, what=what)))

    def copy_item(self) -> tuple[str, str] | None:
        """Return what the chosen change says."""
        entry = self._entries.get(self.lines.key)
        if entry is None:
            return None
        said = history_told.lines(entry, self.workspace, self.services.guide, current(), self._only)
        return "\n".join(said), _("historique")


def screen(services: Services) -> HistoryScreen:
    """Build the screen."""
    return HistoryScreen(services)
