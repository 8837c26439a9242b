"""The switchboard: what every screen shares, notices, other sessions, leaving."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text
from textual import on, work
from textual.driver import Driver
from textual.screen import Screen

from partner_tui import i18n, resources
from partner_tui.app.ahead import import_ahead
from partner_tui.app.copying import Copier
from partner_tui.app.projecting import Projecting
from partner_tui.app.sheet import Sheet
from partner_tui.bootstrap import Services
from partner_tui.commands import Command, Scope, bindings, first_key, in_scope, keymap, once
from partner_tui.crash import write_log
from partner_tui.documents.voice import Voice
from partner_tui.errors import PartnerError
from partner_tui.i18n import N_, _
from partner_tui.messages import Notice
from partner_tui.terminal.signals import Lifeline, repaint
from partner_tui.themes import THEME
from partner_tui.widgets.chrome import NoticeBar
from partner_tui.widgets.prompt import Prompt

WATCH_SECONDS = 1.5
TAKE_UP_SECONDS = 20
"""How often one looks whether a session that ended left changes that it could not write."""
INSIDE = ("app.go", "app.above", "app.project")
"""How the commands begin that need a dossier."""


class PartnerApp(Projecting):
    """The workbench on a terminal."""

    CSS_PATH = [resources.folder("styles") / f"{name}.tcss" for name in ("app", "dialogs")]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = bindings(Scope.APP)
    TITLE = "partner-tui"
    ahead = False
    """Whether what the next keys need is imported before they come."""

    def __init__(
        self,
        services: Services,
        *,
        driver_class: type[Driver] | None = None,
        copier: Copier | None = None,
    ) -> None:
        super().__init__(services, driver_class, copier)
        self._lifeline = Lifeline(self, self._keep_typing)
        self._trouble = ""
        """Why the dossier could not be read again, said once."""
        self.register_theme(THEME)
        self.theme = THEME.name
        self._disable_tooltips = True  # they are for a mouse, and each screen would carry one
        self.stylesheet = Sheet(variables=self.get_css_variables())
        self.set_keymap(keymap(services.settings.keys))

    def on_mount(self) -> None:
        """Watch for signals and other sessions; tell mistakes in the settings."""
        self._lifeline.install()
        if self.ahead:
            import_ahead(self)
        self.set_interval(WATCH_SECONDS, self.catch_up)
        self.set_interval(TAKE_UP_SECONDS, self.services.take_up)
        if self.services.settings.keys:
            self._tell_clashes()
        self.tell_waiting()
        if self.services.settings.guide:
            self.call_after_refresh(self._tell_guide)

    @work(thread=True, exit_on_error=False)
    def _tell_guide(self) -> None:
        """Tell what is wrong with one's organization's own texts; the rest of them serves."""
        from partner_tui.guide.own_check import told

        if said := told():
            self.post_message(Notice(said, urgent=True))

    def _tell_clashes(self) -> None:
        """Tell what is wrong with the person's own keys."""
        from partner_tui.commands.clashes import clashes

        if problems := clashes(self.services.settings.keys):
            self.post_message(Notice(" ".join(problems), urgent=True))

    def catch_up(self) -> None:
        """Show what another session has changed, if anything."""
        if self.services.book is None:
            return
        try:
            waiting = bool(self.services.book.unsaved.waiting)
            fresh = self.services.book.refresh()
            fresh |= waiting and self.services.book.retry()
        except PartnerError as error:
            if str(error) != self._trouble:
                self._trouble = str(error)
                self.post_message(Notice(self._trouble, urgent=True))
            return
        self._trouble = ""
        if self.services.typing is not None:
            self.services.typing.beat()
        if fresh:
            _show(self.screen)
        self.tell_waiting()

    # -- every screen

    def action_palette(self) -> None:
        """Search the commands of the screen."""
        from partner_tui.screens.dialogs.palette import Palette

        here, everywhere = self._commands()
        commands = [*here, *everywhere, *self._kept()]
        palette = Palette(commands, self.services.settings.keys)
        self.push_screen(palette, self._run)

    def _kept(self) -> list[Command]:
        """Return a command for each filter of the actions that was kept under a name."""
        from partner_tui.domain.viewing import views

        if self.services.book is None:
            return []
        voice = Voice(self.services.workspace, i18n.current())
        says = N_("Voir les suivis par ce filtre gardé dans le dossier.")
        return [
            Command(f"views.{view.id}", "", f"app.visit('views/{view.id}')", name, says)
            for view in views(self.services.workspace)
            if (name := voice.name(view, "label"))
        ]

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
        return once(in_scope(*scopes), everywhere)

    def action_language(self) -> None:
        """Switch the language of the screen, in place."""
        before = i18n.current()
        i18n.use(i18n.after(before.language))
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
        key = first_key("app.quit", self.services.settings.keys)
        told = _("{key} ferme le programme; tout est déjà enregistré.").format(key=key)
        self.post_message(Notice(told))

    async def action_quit(self) -> None:
        """Leave; what is being typed is kept, the rest is saved already."""
        self._keep_typing()
        if self.may_leave():
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

    def _keep_typing(self) -> None:
        """Keep what is being typed when the line drops; fields are saved as they are left."""
        front = self.screen_stack[-1:]  # none once the program ends
        settle: Callable[[], object] | None = getattr(front[0], "settle", None) if front else None
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
