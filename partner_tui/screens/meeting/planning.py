"""Saying how many minutes an item of the agenda takes."""

from __future__ import annotations

import re

from partner_tui.domain.agenda import planning
from partner_tui.i18n import _
from partner_tui.screens.meeting.agenda import item_name, plan_of
from partner_tui.screens.minutes import MinutesScreen


class Planning:
    """Asks for the minutes of an item; the others keep theirs."""

    def __init__(self, screen: MinutesScreen, name: str) -> None:
        self._screen, self._name = screen, name

    def ask(self, text: str = "") -> None:
        """Ask for the minutes."""
        view = self._screen.view
        item = next((item for item in plan_of(view).items if item.key == self._name), None)
        if item is not None:
            label = _("{what}, minutes").format(what=item_name(view, item))
            slot = f"plan:{self._name}"
            self._screen.ask_line(
                label, self._take, self._hint, text or str(item.minutes), slot=slot
            )

    def _hint(self, text: str) -> str:
        if _minutes(text) is None and text.strip():
            return _("un nombre de minutes, 0 à 600")
        return ""

    def _take(self, text: str) -> None:
        minutes = _minutes(text)
        if minutes is None:
            self.ask(text)
            return
        key = self._screen.view.meeting.id
        self._screen.apply("meeting.edit", planning(key, self._name, minutes))


def _minutes(text: str) -> int | None:
    found = re.fullmatch(r"\s*(\d{1,3})\s*(?:min\.?|minutes?)?\s*", text)
    return int(found[1]) if found and int(found[1]) <= 600 else None
