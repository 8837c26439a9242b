"""What every screen of a dossier is: framed, changing, asking; it copies, and it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from partner_tui.commands import key_name
from partner_tui.errors import PartnerError
from partner_tui.i18n import N_, _
from partner_tui.messages import Copy, Go, Notice
from partner_tui.screens.changing import Changing
from partner_tui.screens.orders import PASTED, USUAL, copied, own_language

if TYPE_CHECKING:
    from partner_tui.widgets.page import Page


class WorkScreen(Changing):
    """A screen of the dossier that is open; subclasses say what is between the bars."""

    # -- copying

    def copy_item(self) -> tuple[str, str] | None:
        """Return the text of the chosen line and its name, or None when there is none."""
        return None

    def document(self) -> tuple[str, int]:
        """Return the document of the catalogue this screen is about, and which by its number."""
        return USUAL.get(self.MODE, "status"), 0

    def document_language(self) -> str:
        """Return the language of that document: the dossier's own, whatever the screen speaks."""
        return own_language(self.services)

    def copy_all(self) -> tuple[str, str] | None:
        """Return the whole document of the screen as it is pasted, and its name, or None."""
        return copied(self.services, *self.document(), self.document_language())

    def action_copy_item(self) -> None:
        """Copy the chosen line."""
        self._copy(self.copy_item())

    def action_copy_all(self) -> None:
        """Copy the whole document."""
        found = self.copy_all()
        form = _(PASTED[self.services.copy_form]) if found else ""
        self._copy(found or self.copy_item(), form)

    def action_copy_form(self) -> None:
        """Let whole documents be copied in the other format from now on."""
        form = self.services.choose_copy_form()
        told = N_("{form}, désormais\u00a0: Y copie ainsi les documents; F change encore.")
        self.post_message(Notice(_(told).format(form=_(PASTED[form]))))

    def _copy(self, found: tuple[str, str] | None, form: str = "") -> None:
        if found is None:
            self.post_message(Notice(_("Rien à copier ici.")))
        else:
            self.post_message(Copy(*found, form))

    def action_write_out(self) -> None:
        """Write a document to a file, in a form that is asked."""
        from partner_tui.screens.writing import write_out

        self.run_worker(write_out(self), exclusive=True, group="write", exit_on_error=False)

    # -- signing

    def action_sign(self) -> None:
        """Ask for the name that one's changes are signed with."""
        name = self.services.settings.signature
        self.ask(lambda: _("Votre nom, pour signer vos changements"), self._sign, name, slot="")

    def _sign(self, name: str) -> None:
        try:
            self.services.sign(name)
        except PartnerError as error:
            self.post_message(Notice(str(error), urgent=True))
            return
        told = _("Vos changements sont désormais signés «\u00a0{name}\u00a0».")
        self.post_message(Notice(told.format(name=name)))
        self.show_all()

    # -- moving

    def go_to(self, key: str) -> None:
        """Put the cursor on a record, a question or an item; subclasses do."""
        self.lines.move_to(key)

    def on_page_followed(self, event: Page.Followed) -> None:
        """Follow a link of the page."""
        self.follow(event.target)

    def follow(self, target: str) -> None:
        """Go where a link leads."""
        self.post_message(Go(target))

    def action_jump(self) -> None:
        """Choose a screen by its letter."""
        from partner_tui.screens.dialogs.jump import Jump

        self.app.push_screen(Jump(), self._jumped)

    def _jumped(self, mode: str | None) -> None:
        if mode:
            self.call_later(self.run_action, f"app.go('{mode}')")

    async def action_back(self) -> None:
        """Go back home; from home, leave."""
        await self.run_action("app.go('home')" if self.MODE != "home" else "app.leave")

    def action_pane(self) -> None:
        """Show or hide the reading pane, where there is one."""
        for pane in self.query(".pane").results(Widget):
            pane.display = not pane.display


def key_help(key: str, text: str) -> tuple[str, str]:
    """Return a footer pair for a key that the list itself handles."""
    return key_name(key), text
