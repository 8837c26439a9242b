"""What changes the dossier from a screen: a verb, undo and redo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from partner_tui.documents.verbs import told
from partner_tui.domain.changes import Entry, Seen
from partner_tui.domain.workspace import Change, Workspace
from partner_tui.errors import Conflict, PartnerError
from partner_tui.i18n import N_, _, current
from partner_tui.messages import Notice
from partner_tui.screens.frame import Frame


class Changing(Frame):
    """A screen that commits changes, takes them back, and says what became of them."""

    def apply(self, verb: str, change: Change, seen: Sequence[Seen] = (), told: str = "") -> bool:
        """Commit a change and show it; say why when it cannot be saved."""
        before = self.services.workbook.workspace
        try:
            self.services.workbook.apply(verb, change, seen)
        except Conflict as conflict:
            self._saved = N_("! non enregistré")
            if not self._weigh(before, verb, change, seen):
                self.post_message(Notice(str(conflict), urgent=True))
            self.show_all()
            return False
        except PartnerError as error:
            self._saved = N_("! non enregistré")
            self.show_title()
            self.post_message(Notice(str(error), urgent=True))
            return False
        self._saved = N_("✓ enregistré")
        self.show_all()
        if self.services.workbook.unsaved:
            said = reversed(self.services.workbook.told())  # what became of this change comes first
            self.post_message(Notice(" ".join(said), urgent=True))
        elif told:
            self.post_message(Notice(told))
        return True

    def _weigh(self, before: Workspace, verb: str, change: Change, seen: Sequence[Seen]) -> bool:
        """Show both values side by side; False when there is nothing to choose between."""
        from partner_tui.domain.disputes import disputes
        from partner_tui.screens.weighing import weigh

        book = self.services.workbook
        try:
            book.refresh()
            found = next(disputes(before, book.workspace, change, seen), None)
        except PartnerError:
            return False
        if found is None:
            return False

        def decided(chosen: Change | None) -> None:
            self.forget_line()
            self._saved = N_("✓ enregistré")
            if chosen is not None:
                self.apply(verb, chosen)
            self.show_all()

        weigh(self, found, change, decided)
        return True

    def action_undo(self) -> None:
        """Take back the last change."""
        self._reverse(
            self.services.workbook.undo, _("Annulé\u00a0: {who} {what}"), _("Rien à annuler.")
        )

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._reverse(
            self.services.workbook.redo, _("Rétabli\u00a0: {who} {what}"), _("Rien à rétablir.")
        )

    def _reverse(self, verb: Callable[[], Entry | None], done: str, nothing: str) -> None:
        before = self.workspace
        try:
            entry = verb()
        except PartnerError as error:
            self.post_message(Notice(str(error), urgent=True))
            return
        if entry is None:
            self.post_message(Notice(nothing))
            return
        self._saved = N_("✓ enregistré")
        self.show_all()
        there = all(c.id in before.tables.get(c.table, {}) for c in entry.changes)
        named = before if there else self.workspace
        what = told(entry, named, self.services.guide, current())
        self.post_message(Notice(done.format(who=entry.who, what=what)))
