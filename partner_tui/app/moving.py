"""Moving between the screens: the eight modes, the screens above them, a dossier and the next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual import on
from textual.driver import Driver
from textual.screen import Screen

from partner_tui.bootstrap import Services
from partner_tui.commands import MODES
from partner_tui.errors import PartnerError
from partner_tui.i18n import _, ngettext
from partner_tui.messages import Go, Notice, Open
from partner_tui.places import Place, place_of
from partner_tui.terminal.typeahead import TypeAhead


class Moving(TypeAhead):
    """A program of eight screens, each made when it is first opened."""

    DEFAULT_MODE = "first"
    """The home of the dossier that was named, else the list of dossiers."""
    rest = 0.0
    """Seconds the cursor rests before what is beside it is drawn; none unless the line is slow."""

    def __init__(self, services: Services, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        self.services = services
        self._warned = 0
        """How many unsaved changes the person knows of and leaves all the same."""
        self._first = "home" if services.direct else "dossiers"
        self.add_mode(self.DEFAULT_MODE, partial(_screen, self._first, services))
        if services.direct:
            self._add_modes()

    def _add_modes(self) -> None:
        for mode, _letter, _label in MODES:
            if mode != self._first:
                self.add_mode(mode, partial(_screen, mode, self.services))

    def get_screen(self, screen: Any, screen_class: Any = None) -> Any:
        """Return a screen; one that opens is laid out once, with its styles and for this size.

        Textual reads its styles later, and goes through all that stands each time.
        """
        found = super().get_screen(screen, screen_class)
        if not found.is_running:
            for path in found.css_path:
                if not self.stylesheet.has_source(str(path), ""):
                    self.stylesheet.read(path)
            found._css_update_count = self._css_update_count
            fitting = (
                found._get_breakpoint_classes(length, breakpoints)
                for length, breakpoints in zip(
                    self.size,
                    (found.HORIZONTAL_BREAKPOINTS, found.VERTICAL_BREAKPOINTS),
                    strict=True,
                )
                if breakpoints
            )
            found.add_class(*(name for names in fitting for name in names), update=False)
        return found

    async def _show_mode(self, mode: str) -> None:
        """Switch to a screen; the one the program began with is the default mode."""
        await self.switch_mode(self.DEFAULT_MODE if mode == self._first else mode)

    @on(Open)
    async def _open(self, event: Open) -> None:
        if self.services.book is not None:
            return
        try:
            self.services.open(event.path)
        except PartnerError as error:
            self.post_message(Notice(str(error), urgent=True))
            return
        self._add_modes()
        await self._show_mode("home")
        self.tell_waiting()

    async def action_leave(self) -> None:
        """Leave the dossier: back to the list of dossiers, or out when there was none."""
        if self.services.direct:
            if self.may_leave():
                self.exit(0)
        else:
            await self.action_dossiers()

    async def action_dossiers(self) -> None:
        """Close the dossier and show the list of dossiers."""
        if not self.may_leave():
            return
        modes = [mode for mode, _letter, _label in MODES]
        if self.services.direct:
            self.add_mode("dossiers", partial(_screen, "dossiers", self.services))
            modes[modes.index(self._first)] = self.DEFAULT_MODE
            self.services.direct, self._first = False, ""
        await self._show_mode("dossiers")
        for mode in modes:
            await self.remove_mode(mode)
        self.services.close()

    def tell_waiting(self) -> None:
        """Tell what stops nothing but has to be known: a dossier that cannot be written."""
        if self.services.book is not None and (waiting := self.services.book.told()):
            self.post_message(Notice(" ".join(waiting), urgent=True))

    def may_leave(self) -> bool:
        """Return True when all is saved; what is not is told once before it is left."""
        book = self.services.book
        count = len(book.unsaved.entries) if book is not None else 0
        if count in (0, self._warned):
            return True
        self._warned = count
        told = ngettext(
            "{n} changement n'est pas dans le dossier\u00a0: il attend ici et sera repris à "
            "la prochaine ouverture. La même touche sort; «\u00a0!\u00a0» le montre.",
            "{n} changements ne sont pas dans le dossier\u00a0: ils attendent ici et seront "
            "repris à la prochaine ouverture. La même touche sort; «\u00a0!\u00a0» les montre.",
            count,
        )
        self.post_message(Notice(told.format(n=count), urgent=True))
        return False

    # -- going

    def action_go(self, mode: str) -> None:
        """Open one of the eight screens, once the screen that asks has finished its own turn."""
        self.call_later(self._go_to, mode)

    async def _go_to(self, mode: str) -> None:
        if self.services.book is not None:
            self.services.came_from = ""
            await self._show_alone(mode)

    async def _show_alone(self, mode: str) -> None:
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        await self._show_mode(mode)
        if (show_keys := getattr(self.screen, "show_keys", None)) and self.screen.is_mounted:
            show_keys()

    async def _lead_to(self, mode: str) -> None:
        """Open a screen that a line of another one leads to; escape comes back."""
        here = getattr(self.screen, "MODE", "") if len(self.screen_stack) == 1 else ""
        self.services.came_from = here if here != mode else self.services.came_from
        await self._show_alone(mode)

    def action_come_back(self) -> None:
        """Go back to the screen that a line led away from."""
        if self.services.came_from:
            self.action_go(self.services.came_from)

    async def action_above(self, name: str) -> None:
        """Open a screen above the one in front, unless it is the one in front."""
        if self.services.book is not None and getattr(self.screen, "MODE", "") != name:
            await self.push_screen(_screen(name, self.services))

    def action_visit(self, target: str) -> None:
        """Go to a target."""
        self.post_message(Go(target))

    @on(Go)
    async def _go(self, event: Go) -> None:
        place = place_of(event.target, self.services.workspace, self.services.guide)
        if place is None:
            self.post_message(
                Notice(_("Ce lien ne mène nulle part\u00a0: {to}").format(to=event.target))
            )
            return
        await (self.action_above if place.above else self._lead_to)(place.mode)
        self.call_after_refresh(self._arrive, place)

    def _arrive(self, place: Place) -> None:
        arrive: Callable[[str], None] | None = getattr(self.screen, "go_to", None)
        if arrive is not None and place.key:
            arrive(place.key)


def _screen(mode: str, services: Services) -> Screen[None]:
    """Build a screen when it is first opened, its module imported only then."""
    from importlib import import_module

    module = import_module(f"partner_tui.screens.{mode}.screen")
    screen: Screen[None] = module.screen(services)
    return screen
