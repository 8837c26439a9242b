"""What every screen of a dossier has: its frame, its notices, its prompt, undo and copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from partner_tui.bootstrap import Services
from partner_tui.commands import MODES, Scope, footer, key_name
from partner_tui.documents.verbs import told
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import label
from partner_tui.domain.changes import Entry, Seen
from partner_tui.domain.known import review_dates
from partner_tui.domain.workspace import Change, Workspace
from partner_tui.errors import PartnerError
from partner_tui.i18n import N_, _, current
from partner_tui.messages import Copy, Notice
from partner_tui.widgets.chrome import KeyBar, NavBar, NoticeBar, TitleBar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.prompt import Label, Prompt

Asked = Callable[[str], None]


class WorkScreen(Screen[None]):
    """A screen of the dossier that is open; subclasses say what is between the bars."""

    AUTO_FOCUS = "LineList"
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The stock attribute repaints the whole screen when the focus moves, about 4 kB."""
    MODE: ClassVar[str] = "home"
    SCOPES: ClassVar[tuple[Scope, ...]] = ()
    """The commands that act here, besides those of every screen."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self._shown: tuple[int, str] = (-1, "")
        self._asked: Asked | None = None
        self._blank = False
        self._saved = N_("✓ enregistré")

    @property
    def workspace(self) -> Workspace:
        """The snapshot that is shown."""
        return self.services.workspace

    @property
    def lines(self) -> LineList:
        """The main list of the screen."""
        return self.query_one(LineList)

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

    # -- showing

    def show_body(self) -> None:
        """Put the snapshot into the body; subclasses do."""

    def show_all(self) -> None:
        """Show the snapshot: the bars and the body."""
        if not self.is_mounted:
            return
        self._shown = (self.workspace.revision, current().language)
        self.show_title()
        self.show_keys()
        self.show_body()

    def show_title(self) -> None:
        """Show which partnership is open, where we are, and that all is saved."""
        partnership = self.workspace.partnership
        name = Voice(self.workspace, current()).name(partnership) or _("Sans nom")
        parts = self.title_parts()
        if needle := self.lines.needle:
            parts = [_("filtre\u00a0: {words} (échap l'enlève)").format(words=needle)]
        urgent = self._saved.startswith("!")
        saved = _(self._saved)
        if self.services.workbook.store.read_only and not urgent:
            saved = _("lecture seule")
        self.query_one(TitleBar).put_title(" · ".join([name, *parts]), saved, urgent)
        self.query_one(NavBar).put_screens([(m, _(text)) for m, _l, text in MODES], self.MODE)

    def title_parts(self) -> list[str]:
        """Return what follows the name in the title."""
        parts = [label(self.workspace.partnership.stage, current())]
        if review := review_dates(self.workspace).review:
            parts.append(_("révision le {day}").format(day=review.isoformat()))
        return parts

    def keys(self) -> list[tuple[str, str]]:
        """Return the (key, label) pairs that make sense here, the most useful first."""
        return footer(self.SCOPES, self.services.settings.keys)

    def show_keys(self) -> None:
        """Show the keys that make sense here, then those of every screen."""
        ways = [("ctrl+p", _("tout")), ("?", _("aide"))]
        self.query_one(KeyBar).put_keys([*self.keys(), *ways, ("q", self.way_out())])

    def way_out(self) -> str:
        """Return what q does here; it may go back inside the screen first."""
        if self.MODE != "home":
            return _("accueil")
        return _("quitter") if self.services.direct else _("dossiers")

    def on_mount(self) -> None:
        """Show the dossier as soon as there is a screen."""
        self.show_all()

    def on_screen_resume(self) -> None:
        """Catch up with what changed while another screen was in front."""
        if self._shown != (self.workspace.revision, current().language):
            self.show_all()

    def on_resize(self) -> None:
        """Fit the bars to the new width."""
        if self.is_mounted:
            self.show_title()
            self.show_keys()

    # -- changing

    def apply(self, verb: str, change: Change, seen: Sequence[Seen] = (), told: str = "") -> bool:
        """Commit a change and show it; say why when it cannot be saved."""
        try:
            self.services.workbook.apply(verb, change, seen)
        except PartnerError as error:
            self._saved = N_("! non enregistré")
            self.show_title()
            self.post_message(Notice(str(error), urgent=True))
            return False
        self._saved = N_("✓ enregistré")
        self.show_all()
        if told:
            self.post_message(Notice(told))
        return True

    def action_undo(self) -> None:
        """Take back the last change."""
        self._reverse(self.services.workbook.undo, _("Annulé\u00a0: {what}"), _("Rien à annuler."))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._reverse(
            self.services.workbook.redo, _("Rétabli\u00a0: {what}"), _("Rien à rétablir.")
        )

    def _reverse(self, verb: Callable[[], Entry | None], done: str, nothing: str) -> None:
        before = self.workspace
        try:
            entry = verb()
        except PartnerError as error:
            self.post_message(Notice(str(error), urgent=True))
            return
        if entry is None:
            self.post_message(Notice(nothing))
            return
        self._saved = N_("✓ enregistré")
        self.show_all()
        there = all(c.id in before.tables.get(c.table, {}) for c in entry.changes)
        named = before if there else self.workspace
        what = told(entry, named, self.services.guide, current())
        self.post_message(Notice(done.format(what=what)))

    # -- asking one line

    def ask(self, question: Label, then: Asked, text: str = "", *, blank: bool = False) -> None:
        """Ask for one line at the foot of the screen; an empty one counts only when `blank`."""
        self._asked, self._blank = then, blank
        self.open_prompt(question, text)

    def open_prompt(self, label: Label, text: str) -> None:
        """Show the line to type, notices above it."""
        self.query_one(NoticeBar).add_class("-raised")
        self.query_one(Prompt).ask(label, text)

    @on(Prompt.Done)
    def _answered(self, event: Prompt.Done) -> None:
        asked, self._asked = self._asked, None
        self.close_prompt()
        if asked is not None and (event.text or self._blank):
            asked(event.text)

    @on(Prompt.Typed)
    def _typed(self, event: Prompt.Typed) -> None:
        if self._asked is None:
            self.filter_lines(event.text)

    @on(Prompt.Cancelled)
    def _left(self, event: Prompt.Cancelled) -> None:
        if self._asked is None:
            self.filter_lines("")
        self._asked = None
        self.close_prompt()

    def close_prompt(self) -> None:
        """Hide the line and give the keys back to the list."""
        self.query_one(Prompt).close()
        self.query_one(NoticeBar).remove_class("-raised")
        self.lines.focus()

    def action_filter(self) -> None:
        """Narrow the list to some words."""
        self._asked = None
        self.open_prompt(_("Filtrer"), self.lines.needle)

    def filter_lines(self, words: str) -> None:
        """Show only the lines that hold these words."""
        self.lines.filter(words)
        self.show_title()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave escape to the screen while there is no filter to take away."""
        if action != "unfilter":
            return True
        lines = self.query(LineList)
        return bool(lines) and bool(lines.first().needle)

    def action_unfilter(self) -> None:
        """Show all the lines again."""
        if self.lines.needle:
            self.filter_lines("")

    # -- copying

    def copy_item(self) -> tuple[str, str] | None:
        """Return the text of the chosen line and its name, or None when there is none."""
        return None

    def copy_all(self) -> tuple[str, str] | None:
        """Return the text of the whole screen's document and its name, or None."""
        return None

    def action_copy_item(self) -> None:
        """Copy the chosen line."""
        self._copy(self.copy_item())

    def action_copy_all(self) -> None:
        """Copy the whole document."""
        self._copy(self.copy_all() or self.copy_item())

    def _copy(self, found: tuple[str, str] | None) -> None:
        if found is None:
            self.post_message(Notice(_("Rien à copier ici.")))
        else:
            self.post_message(Copy(*found))

    def action_write_out(self) -> None:
        """Write a document to a file, in a form that is asked."""
        from partner_tui.screens.writing import write_out

        self.run_worker(write_out(self), exclusive=True, group="write", exit_on_error=False)

    # -- moving

    def go_to(self, key: str) -> None:
        """Put the cursor on a record, a question or an item; subclasses do."""
        self.lines.move_to(key)

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
