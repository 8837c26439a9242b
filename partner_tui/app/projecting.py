"""Hiding what is private while others see the screen."""

from __future__ import annotations

from collections.abc import Callable

from partner_tui.app.copying import Copying
from partner_tui.commands import first_key
from partner_tui.i18n import _, ngettext
from partner_tui.messages import Notice


class Projecting(Copying):
    """A program whose screens can be shown to a room."""

    def action_project(self) -> None:
        """Hide all that is private while others see the screen, or show it again."""
        services = self.services
        if services.book is None:
            return
        services.projecting = not services.projecting
        show: Callable[[], None] | None = getattr(self.screen, "show_all", None)
        if show is not None:
            show()
        told = _("Le privé se voit de nouveau à l'écran.")
        if services.projecting:
            from partner_tui.domain.discretion import hidden

            key = first_key("app.project", services.settings.keys)
            told = ngettext(
                "Projection\u00a0: {n} élément privé caché.",
                "Projection\u00a0: {n} éléments privés cachés.",
                hidden(services.workbook.workspace),
            )
            back = _("{key} montre tout de nouveau.").format(key=key)
            told = f"{told} {back}"
        self.post_message(Notice(told))
