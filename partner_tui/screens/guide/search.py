"""The left side of the guide: its contents, or where some words are."""

from __future__ import annotations

from textual import on
from textual.events import Key

from partner_tui.bootstrap import Services
from partner_tui.commands import key_name
from partner_tui.domain.questions import Guide
from partner_tui.guide.search import Hit, Index
from partner_tui.i18n import _
from partner_tui.screens.base import WorkScreen
from partner_tui.screens.guide.lines import HIT, contents, found
from partner_tui.widgets.prompt import Prompt


class GuideSearch(WorkScreen):
    """A screen whose list is the contents of the guide, or what a search found."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.words: str | None = None
        """What is searched for; None while the list is the contents."""
        self.opened = ""
        """The chapter that is open."""
        self._hits: list[Hit] = []
        self._index: tuple[Guide, Index] | None = None
        self._was_reading = False

    @property
    def guide(self) -> Guide:
        """The guide in the language of the screen."""
        return self.services.guide

    @property
    def reading(self) -> bool:
        """True while the keys go to the page."""
        return self.has_class("reading")

    def face(self, reading: bool) -> None:
        """Give the keys to the page or to the list; subclasses do."""

    def hit(self, key: str) -> Hit | None:
        """Return what was found at a line of the list."""
        return self._hits[int(key.removeprefix(HIT))] if key.startswith(HIT) else None

    def show_list(self, at: str = "") -> None:
        """Show the contents, or what is found now."""
        if self.words is None:
            self.lines.show(contents(self.guide, self.opened), at)
            return
        if self._index is None or self._index[0] is not self.guide:
            self._index = self.guide, Index(self.guide)
        self._hits = self._index[1].find(self.words)
        self.lines.show(found(self.guide, self._hits, self.words), at)

    def leave_search(self) -> None:
        """Show the contents again."""
        self.words = None
        self.show_list(at=self.opened)

    # -- the line of words

    def action_search(self) -> None:
        """Ask for words; what they find is listed as they are typed."""
        self._was_reading = self.reading
        self.words = self.words or ""
        self.face(reading=False)
        self.show_list()
        self.open_prompt(_("Chercher"), self.words)

    def action_filter(self) -> None:
        """Search: here the keys that narrow a list look through the whole guide."""
        self.action_search()

    def typing_keys(self) -> list[tuple[str, str]]:
        """Return the keys of the line that is being typed."""
        return [("⏎ ↓", _("aux résultats")), (key_name("escape"), _("laisser"))]

    def filter_lines(self, words: str) -> None:
        """List where these words are."""
        self.words = words
        self.show_list(at=f"{HIT}0")

    def close_prompt(self) -> None:
        """Hide the line; without words, show again what was there before it."""
        if (self.words or "").strip():
            super().close_prompt()
            return
        self.leave_search()
        super().close_prompt()
        self.face(reading=self._was_reading)

    def key_down(self, event: Key) -> None:
        """Go from the line of words to what they found."""
        if self.query_one(Prompt).display:
            event.stop()
            self.close_prompt()

    @on(Prompt.Cancelled)
    def _search_left(self) -> None:
        self.words = ""
