"""Guide: read a chapter, follow its links, search all of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import DescendantFocus

from partner_tui import resources
from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings, key_for
from partner_tui.domain.questions import Chapter
from partner_tui.i18n import _
from partner_tui.messages import Notice
from partner_tui.screens.base import key_help
from partner_tui.screens.guide.copying import copied
from partner_tui.screens.guide.lines import name_of
from partner_tui.screens.guide.search import GuideSearch
from partner_tui.screens.guide.trail import Trail
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.reader import Reader

LINK = "guide:"


class GuideScreen(GuideSearch):
    """The contents of the guide, or what a search found, and the chapter that is open."""

    MODE = "guide"
    SCOPES: ClassVar = (Scope.GUIDE,)
    BINDINGS = bindings(Scope.WORK, Scope.GUIDE)
    CSS_PATH = resources.folder("styles") / "guide.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._trail = Trail()
        self.page = Reader()
        """The page to read; it still knows its place when the screen closes."""
        left = self._trail.resume(services.reading())
        self.opened = left if self.guide.chapter(left) else ""

    def compose_body(self) -> ComposeResult:
        """Yield the list and the page; a narrow screen shows one of them."""
        with Horizontal(id="both"):
            yield LineList()
            yield self.page

    @property
    def chapter(self) -> Chapter:
        """The chapter that is open; the first one to begin with."""
        return self.guide.chapter(self.opened) or self.guide.chapters[0]

    # -- showing

    def show_body(self) -> None:
        """Show the list, and the open chapter where it was left."""
        self.show_list(at=self.opened if self.words is None and not self.lines.key else "")
        left = self.page.place if self.page.rows else self._trail.place(self.chapter.id)
        self.page.read(self.chapter.blocks, partial(self.page.go_back, left))

    def face(self, reading: bool) -> None:
        """Give the keys to the page or to the list; a narrow screen shows only that one."""
        self.set_class(reading, "reading")
        (self.page if reading else self.lines).focus()
        self.show_title()
        self.show_keys()

    @on(DescendantFocus)
    def _focused(self) -> None:
        """Follow the focus where both sides are in sight and tab goes between them."""
        if self.has_class("-wide") and isinstance(self.focused, LineList | Reader):
            self.set_class(self.focused is self.page, "reading")
            self.show_keys()

    def title_parts(self) -> list[str]:
        """Say that this is the guide, and which chapter is open."""
        opened = self.guide.chapter(self.opened)
        return [_("Guide"), name_of(self.guide, opened)] if opened else [_("Guide")]

    def keys(self) -> list[tuple[str, str]]:
        """Tell the keys of the page while one reads, else those of the list."""
        mine = self.services.settings.keys
        search, back = key_for("guide.search", mine), key_for("guide.back", mine)
        if not self.reading:
            return [key_help("enter", _("lire")), search, back, key_for("guide.copy", mine)]
        links = [("← →", _("liens")), key_help("enter", _("suivre"))]
        return [key_for("guide.contents", mine), *links, search, back]

    def way_out(self) -> str:
        """Return where q leads."""
        inside = self.reading or self.words is not None
        return _("sommaire") if inside else super().way_out()

    def on_unmount(self) -> None:
        """Remember where one reads, for another session."""
        self._remember()

    def on_screen_suspend(self) -> None:
        """Remember where one reads when another screen comes in front."""
        self._remember()

    def _remember(self) -> None:
        if self._trail.chapter:
            self._leave()
            self.services.keep_reading(self._trail.told)

    def _leave(self) -> None:
        """Note the place in the open chapter, once it was seen."""
        if self.page.rows:
            self._trail.leave(self.page.place)

    # -- reading

    def go_to(self, key: str) -> None:
        """Open a chapter, at a heading when the key is `chapter#heading`."""
        name, _hash, anchor = key.partition("#")
        there = partial(self.page.go_to, anchor) if anchor else None
        self._open(name, there)

    def _open(self, name: str, then: Callable[[], None] | None = None) -> None:
        if self.guide.chapter(name) is None:
            self.post_message(Notice(_("Ce chapitre n'existe pas\u00a0: {id}").format(id=name)))
            return
        self._leave()
        self._trail.visit(name)
        self._read(then)

    def _read(self, then: Callable[[], None] | None = None) -> None:
        """Show the open chapter, where it was left unless something else is to be done."""
        name = self._trail.chapter
        left = partial(self.page.go_back, self._trail.place(name))
        self.opened = name
        if self.words is None:
            self.show_list(at=name)
        self.page.read(self.chapter.blocks, then or left)
        self.face(reading=True)

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        hit = self.hit(event.key)
        if hit is None:
            self.go_to(event.key)
        else:
            self._open(hit.entry.chapter, partial(self.page.reach, hit.entry.block, hit.word))

    def follow(self, target: str) -> None:
        """Go where a link leads; one to another chapter stays on this screen."""
        if target.startswith(LINK):
            self.go_to(target.removeprefix(LINK))
        else:
            super().follow(target)

    def action_history(self, by: int) -> None:
        """Go back to the chapter before, or forward again."""
        self._leave()
        if self._trail.step(by):
            self._read()
        else:
            told = _("Aucun chapitre lu avant.") if by < 0 else _("Aucun chapitre lu après.")
            self.post_message(Notice(told))

    def action_contents(self) -> None:
        """Go back to the list, then from what a search found to the contents."""
        if not self.reading and self.words is not None:
            self.leave_search()
        self.face(reading=False)

    def action_unfilter(self) -> None:
        """Go back to the list: here a search takes the place of a filter."""
        self.action_contents()

    async def action_back(self) -> None:
        """Go back inside the guide first, then home."""
        if self.reading or self.words is not None:
            self.action_contents()
        else:
            await super().action_back()

    # -- copying

    def copy_item(self) -> tuple[str, str] | None:
        """Return the chapter one reads, or what the chosen line of the list is about."""
        key = self.opened if self.reading else self.lines.key
        if hit := self.hit(key):
            return hit.entry.text, _("guide")
        name, _hash, anchor = key.partition("#")
        chapter = self.guide.chapter(name)
        return copied(chapter, self.guide.language, anchor) if chapter else None

    def copy_all(self) -> tuple[str, str]:
        """Return the whole chapter."""
        return copied(self.chapter, self.guide.language, form=self.services.copy_form)


def screen(services: Services) -> GuideScreen:
    """Build the screen."""
    return GuideScreen(services)
