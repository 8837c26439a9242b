"""The switchboard: modes, global commands, notices, copying."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on, work
from textual.driver import Driver
from textual.screen import Screen

from partner_tui import i18n, resources
from partner_tui.bootstrap import Services
from partner_tui.commands import MODES, Command, Scope, bindings, clashes, in_scope, key_for, keymap
from partner_tui.crash import write_log
from partner_tui.documents.copied import told
from partner_tui.errors import PartnerError
from partner_tui.i18n import _
from partner_tui.messages import Copy, Go, Notice, Open
from partner_tui.places import Place, place_of
from partner_tui.terminal.signals import Lifeline, repaint
from partner_tui.terminal.typeahead import TypeAhead
from partner_tui.themes import THEME
from partner_tui.widgets.chrome import NoticeBar
from partner_tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from partner_tui.clipboard import Copied

WATCH_SECONDS = 1.5
INSIDE = ("app.go", "app.above")
"""How the commands begin that need a dossier."""


class PartnerApp(TypeAhead):
    """The workbench on a terminal."""

    CSS_PATH = [resources.folder("styles") / f"{name}.tcss" for name in ("app", "dialogs")]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = bindings(Scope.APP)
    TITLE = "partner-tui"
    DEFAULT_MODE = "first"
    """The home of the dossier that was named, else the list of dossiers."""

    def __init__(
        self,
        services: Services,
        *,
        driver_class: type[Driver] | None = None,
        copier: Callable[[str, str], Copied] | None = None,
    ) -> None:
        super().__init__(driver_class=driver_class)
        self.services = services
        self._copier = copier or self._copy_outside
        self._lifeline = Lifeline(self, self._keep_typing)
        self._trouble = ""
        """Why the dossier could not be read again, said once."""
        self.register_theme(THEME)
        self.theme = THEME.name
        self.set_keymap(keymap(services.settings.keys))
        self._first = "home" if services.direct else "dossiers"
        self.add_mode(self.DEFAULT_MODE, partial(_screen, self._first, services))
        if services.direct:
            self._add_modes()

    def _add_modes(self) -> None:
        for mode, _letter, _label in MODES:
            if mode != self._first:
                self.add_mode(mode, partial(_screen, mode, self.services))

    async def _show_mode(self, mode: str) -> None:
        """Switch to a screen; the one the program began with is the default mode."""
        await self.switch_mode(self.DEFAULT_MODE if mode == self._first else mode)

    def on_mount(self) -> None:
        """Watch for signals and other sessions; tell mistakes in the settings."""
        self._lifeline.install()
        self.set_interval(WATCH_SECONDS, self.catch_up)
        if problems := clashes(self.services.settings.keys):
            self.post_message(Notice(" ".join(problems), urgent=True))
        self._tell_waiting()

    # -- dossiers

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
        self._tell_waiting()

    async def action_leave(self) -> None:
        """Leave the dossier: back to the list of dossiers, or out when there was none."""
        if self.services.direct:
            self.exit(0)
        else:
            await self.action_dossiers()

    async def action_dossiers(self) -> None:
        """Close the dossier and show the list of dossiers."""
        modes = [mode for mode, _letter, _label in MODES]
        if self.services.direct:
            self.add_mode("dossiers", partial(_screen, "dossiers", self.services))
            modes[modes.index(self._first)] = self.DEFAULT_MODE
            self.services.direct, self._first = False, ""
        await self._show_mode("dossiers")
        for mode in modes:
            await self.remove_mode(mode)
        self.services.close()

    def catch_up(self) -> None:
        """Show what another session has changed, if anything."""
        if self.services.book is None:
            return
        try:
            fresh = self.services.book.refresh()
        except PartnerError as error:
            if str(error) != self._trouble:
                self._trouble = str(error)
                self.post_message(Notice(self._trouble, urgent=True))
            return
        self._trouble = ""
        if fresh:
            _show(self.screen)
        self._tell_waiting()

    def _tell_waiting(self) -> None:
        """Tell what stops nothing but has to be known: a dossier that cannot be written."""
        if self.services.book is not None and (waiting := self.services.book.told()):
            self.post_message(Notice(" ".join(waiting), urgent=True))

    # -- going

    def action_go(self, mode: str) -> None:
        """Open one of the eight screens, once the screen that asks has finished its own turn."""
        self.call_later(self._go_to, mode)

    async def _go_to(self, mode: str) -> None:
        if self.services.book is not None:
            while len(self.screen_stack) > 1:
                await self.pop_screen()
            await self._show_mode(mode)

    async def action_above(self, name: str) -> None:
        """Open a screen above the one in front, unless it is the one in front."""
        if self.services.book is not None and getattr(self.screen, "MODE", "") != name:
            await self.push_screen(_screen(name, self.services))

    @on(Go)
    async def _go(self, event: Go) -> None:
        place = place_of(event.target, self.services.workspace, self.services.guide)
        if place is None:
            self.post_message(
                Notice(_("Ce lien ne mène nulle part\u00a0: {to}").format(to=event.target))
            )
            return
        await (self.action_above if place.above else self._go_to)(place.mode)
        self.call_after_refresh(self._arrive, place)

    def _arrive(self, place: Place) -> None:
        arrive: Callable[[str], None] | None = getattr(self.screen, "go_to", None)
        if arrive is not None and place.key:
            arrive(place.key)

    # -- every screen

    def action_palette(self) -> None:
        """Search the commands of the screen."""
        from partner_tui.screens.dialogs.palette import Palette

        here, everywhere = self._commands()
        palette = Palette([*here, *everywhere], self.services.settings.keys)
        self.push_screen(palette, self._run)

    def _run(self, action: str | None) -> None:
        if action:
            self.call_later(self.screen.run_action, action)

    def action_help(self) -> None:
        """Tell what the keys do on the screen."""
        from partner_tui.screens.dialogs.help import Help

        self.push_screen(Help(*self._commands(), self.services.settings.keys))

    def _commands(self) -> tuple[list[Command], list[Command]]:
        """Return the commands of this screen alone, and those of every screen that act here."""
        scopes: tuple[Scope, ...] = getattr(self.screen, "SCOPES", ())
        work = hasattr(self.screen, "action_undo")
        everywhere = in_scope(Scope.WORK, Scope.APP) if work else in_scope(Scope.APP)
        if self.services.book is None:
            everywhere = [each for each in everywhere if not each.action.startswith(INSIDE)]
        return in_scope(*scopes), everywhere

    def action_language(self) -> None:
        """Switch the language of the screen, in place."""
        before = i18n.current()
        i18n.use("en" if before.language == "fr" else "fr")
        for bar in self.screen.query(NoticeBar):
            bar.hide()
        for prompt in self.screen.query(Prompt):
            prompt.retell(lambda label: _(before.source(label)))
        _show(self.screen)

    def action_repaint(self) -> None:
        """Draw the whole screen again."""
        repaint(self)

    def action_help_quit(self) -> None:
        """Answer ctrl+c, which leaves other programs and copies in many."""
        key, _label = key_for("app.quit", self.services.settings.keys)
        told = _("{key} ferme le programme; tout est déjà enregistré.").format(key=key)
        self.post_message(Notice(told))

    async def action_quit(self) -> None:
        """Leave; what is being typed is kept, the rest is saved already."""
        self._keep_typing()
        self.exit(0)

    @on(Notice)
    def _notice(self, event: Notice) -> None:
        bar = self.screen.query_one_optional(NoticeBar)
        if bar is None:
            self.notify(
                event.text, severity="error" if event.urgent else "information", markup=False
            )
        else:
            bar.tell(event.text, event.urgent)

    @on(Copy)
    @work(thread=True, exclusive=True, group="copy", exit_on_error=False)
    def _copy(self, event: Copy) -> None:
        copied = self._copier(event.text, event.name)
        self.post_message(Notice(told(copied, i18n.current())))

    def _copy_outside(self, text: str, name: str) -> Copied:
        from partner_tui.clipboard import Clipboard

        return Clipboard(os.environ, self._write, self.services.exports).copy(text, name)

    def _write(self, data: bytes) -> None:
        if self._driver is not None:
            self._driver.write(data.decode("ascii"))

    def _keep_typing(self) -> None:
        """Keep what is being typed when the line drops; fields are saved as they are left."""
        settle: Callable[[], object] | None = getattr(self.screen, "settle", None)
        if settle is not None:
            settle()

    def _fatal_error(self) -> None:
        """Keep what is being typed, write a private log and say one sentence, without locals."""
        self._keep_typing()
        path = write_log(self.services.paths.state)
        sentence = _(
            "Une erreur imprévue a fermé le programme; tout ce qui était enregistré l'est."
        )
        if path is not None:
            sentence += " " + _("Le détail est dans {path}").format(path=path)
        self._exit_renderables.append(Text(sentence))
        self._close_messages_no_wait()


def _show(screen: Screen[object]) -> None:
    show: Callable[[], None] | None = getattr(screen, "show_all", None)
    if show is not None:
        show()


def _screen(mode: str, services: Services) -> Screen[None]:
    """Build a screen when it is first opened, its module imported only then."""
    from importlib import import_module

    module = import_module(f"partner_tui.screens.{mode}")
    screen: Screen[None] = module.screen(services)
    return screen
