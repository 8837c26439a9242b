"""The frame of every screen of a dossier: its bars, what it shows, and when it shows it again."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.events import ScreenResume
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Static

from partner_tui.bootstrap import Services
from partner_tui.commands import MODES, Scope, footer, key_for
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import label
from partner_tui.domain.known import review_dates
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, _, current
from partner_tui.screens.asking import Asking
from partner_tui.widgets.chrome import KeyBar, NavBar, NoticeBar, TitleBar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.prompt import Prompt


class Frame(Asking):
    """The bars of a screen, and what it shows between them; subclasses say what."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The stock attribute repaints the whole screen when the focus moves, about 4 kB."""
    MODE: ClassVar[str] = "home"
    SCOPES: ClassVar[tuple[Scope, ...]] = ()
    """The commands that act here, besides those of every screen."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._shown: tuple[Workspace | None, str] = (None, "")
        self._fitted = 0
        """The width that what is shown was made for."""
        self._saved = N_("✓ enregistré")

    @property
    def workspace(self) -> Workspace:
        """The snapshot that is shown."""
        return self.services.workspace

    def compose(self) -> ComposeResult:
        """Lay the bars around the body."""
        yield TitleBar(id="title")
        yield NavBar(id="nav")
        yield Static(id="rule")
        yield from self.compose_body()
        yield Prompt()
        yield NoticeBar()
        yield KeyBar(id="keys")

    def compose_body(self) -> ComposeResult:
        """Yield what stands between the bars."""
        yield LineList()

    def show_body(self) -> None:
        """Put the snapshot into the body; subclasses do."""

    def filter_lines(self, words: str) -> None:
        """Show only the lines that hold these words, and say so in the title."""
        super().filter_lines(words)
        self.show_title()

    def show_all(self) -> None:
        """Show the snapshot: the bars and the body."""
        if not self.is_mounted:
            return
        self._shown = (self.workspace, current().language)
        self._fitted = self.app.size.width
        self.show_title()
        self.show_keys()
        self.show_body()

    def show_title(self) -> None:
        """Show which partnership is open, where we are, and that all is saved."""
        partnership = self.workspace.partnership
        name = Voice(self.workspace, current()).name(partnership) or _("Sans nom")
        parts = self.title_parts()
        if needle := self.needle:
            parts = [_("filtre\u00a0: {words} (échap l'enlève)").format(words=needle)]
        saved, urgent = self.saved_words()
        self.query_one(TitleBar).put_title(" · ".join([name, *parts]), saved, urgent)
        self.query_one(NavBar).put_screens([(m, _(text)) for m, _l, text in MODES], self.MODE)

    def saved_words(self) -> tuple[str, bool]:
        """Return what the title says of saving, and whether it is urgent."""
        said, urgent = self._saving()
        if self.services.projecting:
            said = _("projection, privé caché") + f" · {said}"
        return said, urgent

    def _saving(self) -> tuple[str, bool]:
        book = self.services.workbook
        if book.unsaved:
            return _("! non enregistré"), True
        if self._saved.startswith("!"):
            return _(self._saved), True
        return _("lecture seule") if book.store.read_only else _(self._saved), False

    def title_parts(self) -> list[str]:
        """Return what follows the name in the title: the screen, or at home the partnership."""
        if self.MODE != "home":
            return [_(name) for mode, _letter, name in MODES if mode == self.MODE]
        parts = [label(self.workspace.partnership.stage, current())]
        if review := review_dates(self.workspace).review:
            parts.append(_("révision le {day}").format(day=review.isoformat()))
        return parts

    def keys(self) -> list[tuple[str, str]]:
        """Return the (key, label) pairs that make sense here, the most useful first."""
        return footer(self.SCOPES, self.services.settings.keys)

    def key_of(self, command: str, label: str = "") -> tuple[str, str]:
        """Return the (key, label) pair of a command as this person has it."""
        return key_for(command, self.services.settings.keys, label)

    def show_keys(self) -> None:
        """Show the keys of the screen, help and the way out always; or those of a typed line."""
        bar = self.query_one(KeyBar)
        if self.query_one(Prompt).display:
            bar.put_keys(self.typing_keys())
        else:
            bar.put_keys([*self.keys(), self.key_of("app.palette")], self.ways())

    def ways(self) -> list[tuple[str, str]]:
        """Return the keys that help and lead out, which no width takes away."""
        back = [self.key_of("app.come-back", _("retour"))] if self.services.came_from else []
        return [*back, self.key_of("app.help"), self.key_of("work.back", self.way_out())]

    def way_out(self) -> str:
        """Return what q does here; it may go back inside the screen first."""
        if self.MODE != "home":
            return _("accueil")
        return _("quitter") if self.services.direct else _("dossiers")

    def on_mount(self) -> None:
        """Show the dossier as soon as there is a screen."""
        self.show_all()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Catch up with what changed while another screen was in front."""
        event.refresh_styles = False  # nothing there changes how a screen looks
        shown, language = self._shown
        if shown is not self.workspace or language != current().language:
            self.show_all()
        else:
            self.show_title()

    def on_resize(self) -> None:
        """Fit the bars and the body to another width."""
        if self.is_mounted and self._fitted != self.app.size.width:
            self._fitted = self.app.size.width
            self.show_title()
            self.show_keys()
            self.fit_body()

    def fit_body(self) -> None:
        """Fit the body to another width; screens whose lines are made for one do."""
