"""What is not in the dossier yet: what it says, why, and what can be done about it."""

from __future__ import annotations

from datetime import datetime
from textwrap import wrap
from typing import ClassVar

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.documents import history_told
from partner_tui.domain.changes import Entry
from partner_tui.domain.waiting import Unsaved
from partner_tui.errors import PartnerError
from partner_tui.i18n import _, current
from partner_tui.messages import Notice
from partner_tui.screens.above import Above
from partner_tui.storage.exports import make_exports, write_document
from partner_tui.widgets.lines import BLANK, WIDEST, Cell, Line, heading, note


class UnsavedScreen(Above):
    """The changes that wait to be saved, and those that someone else's came before."""

    MODE = "unsaved"
    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.UNSAVED,)
    BINDINGS = bindings(Scope.WORK, Scope.UNSAVED)

    @property
    def unsaved(self) -> Unsaved:
        """What the dossier does not hold yet."""
        return self.services.workbook.unsaved

    def title_parts(self) -> list[str]:
        """Say what is shown."""
        return [_("ce qui n'est pas enregistré")]

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys that have something to act on."""
        names = ["retry", *(("insist", "give-up") if self.unsaved.refused else ())]
        acts = [self.key_of(f"unsaved.{name}") for name in names] if self.unsaved else []
        return [
            *acts,
            self.key_of("work.copy-all"),
            self.key_of("work.write", _("écrire ailleurs")),
        ]

    def show_body(self) -> None:
        """Show each change, the ones to decide first."""
        rows: list[Line] = []
        if self.unsaved.refused:
            rows += [
                heading(_("À décider\u00a0: quelqu'un a changé la même chose entre-temps")),
                BLANK,
            ]
            rows += self._all(self.unsaved.refused, "refused")
        if self.unsaved.waiting:
            rows.append(heading(_("En attente, du plus ancien au plus récent")))
            rows += [
                note(text, "warn")
                for text in wrap(self.unsaved.why, min(self.size.width, WIDEST) - 3)
            ]
            rows.append(BLANK)
            rows += self._all(self.unsaved.waiting, "waiting")
        self.lines.show(rows or [note(_("Tout est enregistré."), "good")], self.lines.key)

    def _all(self, entries: list[Entry], kind: str) -> list[Line]:
        rows: list[Line] = []
        for number, entry in enumerate(entries):
            said = self._said(entry)
            head = Line((Cell("  " + said[0], "strong", None),), key=f"{kind}/{number}")
            rows += [head, *(Line((Cell("  " + text, "", None),)) for text in said[1:])]
        return rows

    def _said(self, entry: Entry) -> list[str]:
        return list(history_told.lines(entry, self.workspace, self.services.guide, current()))

    @property
    def _chosen(self) -> Entry | None:
        """The refused change under the cursor; say so when there is none."""
        kind, _slash, number = self.lines.key.partition("/")
        if kind == "refused" and int(number) < len(self.unsaved.refused):
            return self.unsaved.refused[int(number)]
        self.post_message(Notice(_("Choisissez un changement à décider; les autres attendent.")))
        return None

    # -- deciding

    def action_retry(self) -> None:
        """Try to save now."""
        self.services.workbook.retry()
        self.show_all()
        told = self.services.workbook.told() or [self.unsaved.why]
        self.post_message(Notice(told[-1], urgent=bool(self.unsaved)))

    def action_insist(self) -> None:
        """Put one's own change in the place of the other's."""
        if entry := self._chosen:
            try:
                self.services.workbook.insist(entry)
            except PartnerError as error:
                self.post_message(Notice(str(error), urgent=True))
            self.show_all()

    def action_give_up(self) -> None:
        """Leave one's own change."""
        if entry := self._chosen:
            self.services.workbook.give_up(entry)
            self.show_all()

    # -- taking it elsewhere

    def copy_item(self) -> tuple[str, str] | None:
        """Return what the chosen change says."""
        kind, _slash, number = self.lines.key.partition("/")
        entries = getattr(self.unsaved, kind, [])
        return (
            ("\n".join(self._said(entries[int(number)])), _("non enregistré")) if number else None
        )

    def copy_all(self) -> tuple[str, str] | None:
        """Return what all of them say."""
        said = ["\n".join(self._said(entry)) for entry in self.unsaved.entries]
        return ("\n\n".join(said), _("non enregistré")) if said else None

    def action_write_out(self) -> None:
        """Write all of them in a file of one's own, away from the dossier."""
        found = self.copy_all()
        if found is None:
            return
        name = f"non-enregistre-{datetime.now():%Y-%m-%d-%H%M%S}.txt"
        try:
            path = make_exports(self.services.paths.state / "exports") / name
            write_document(path, (found[0] + "\n").encode("utf-8", "replace"))
        except PartnerError as error:
            self.post_message(Notice(str(error), urgent=True))
            return
        self.post_message(Notice(_("Écrit dans {path}").format(path=path)))


def screen(services: Services) -> UnsavedScreen:
    """Build the screen."""
    return UnsavedScreen(services)
