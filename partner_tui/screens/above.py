"""A screen that opens above the one in front, and goes back to it."""

from __future__ import annotations

from partner_tui.i18n import _
from partner_tui.screens.base import WorkScreen


class Above(WorkScreen):
    """Goes back to where one was with q, and with escape once no words are filtered."""

    def way_out(self) -> str:
        """Say that q goes back to where one was."""
        return _("retour")

    async def action_back(self) -> None:
        """Go back to where one was."""
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave escape to this screen, whether words are filtered or not."""
        return True

    def action_unfilter(self) -> None:
        """Take the words away, or go back."""
        if self.needle:
            self.filter_lines("")
        else:
            self.dismiss()
