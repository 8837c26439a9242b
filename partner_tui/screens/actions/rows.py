"""The list of all actions as it is shown: its filters and its pane."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings, first_key
from partner_tui.documents import words
from partner_tui.documents.voice import Voice
from partner_tui.domain.arranging import Choice, count
from partner_tui.domain.records import Action, View
from partner_tui.domain.text import one_line
from partner_tui.domain.values import Sieve, Which
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, _, current
from partner_tui.resources import folder
from partner_tui.screens.above import Above
from partner_tui.screens.actions.lines import (
    Sight,
    lines,
    origin_words,
    plain,
)
from partner_tui.screens.actions.told import told
from partner_tui.screens.base import key_help
from partner_tui.screens.hinting import HintingScreen
from partner_tui.widgets.chrome import Bar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.page import Page

FILTERS = (
    ("actions.late", None, N_("en retard")),
    ("actions.week", Sieve.WEEK, N_("semaine")),
    ("actions.meeting", Sieve.MEETING, N_("rencontre")),
    ("actions.nobody", Sieve.NOBODY, N_("sans qui")),
    ("actions.mine", Sieve.MINE, N_("à moi")),
)
"""Command → what it sifts (None for what is late) and a short word for it."""


def label(workspace: Workspace, view: View) -> str:
    """Return the name of a kept filter, in the language of the screen when it has one."""
    return one_line(Voice(workspace, current()).name(view, "label"))


class ActionsList(Above, HintingScreen):
    """Every action of the dossier in one list; its subclass says what keys do."""

    CSS_PATH = folder("styles") / "actions.tcss"
    MODE = "actions"
    SCOPES: ClassVar = (Scope.ACTIONS,)
    BINDINGS = bindings(Scope.WORK, Scope.ACTIONS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.choice = Choice()
        self._at = ""

    @property
    def sight(self) -> Sight:
        """The dossier as the lines are made from it."""
        services = self.services
        way = self._key("actions.origin")
        return Sight(self.workspace, services.guide, services.today(), current(), self.choice, way)

    @property
    def needle(self) -> str:
        """What was typed to narrow the list; a kept filter is told by its name instead."""
        return "" if self.choice.view else self.choice.words

    @property
    def view(self) -> View | None:
        """The filter kept under a name that is shown, as it was kept."""
        return self.workspace.find(View, self.choice.view)

    @property
    def action(self) -> Action | None:
        """The action under the cursor."""
        return self.workspace.find(Action, self.lines.key.removeprefix("actions/"))

    def compose_body(self) -> ComposeResult:
        """Lay the filters, the list, the pane, and what is said while one types."""
        yield Bar(id="filters")
        with Container(id="both"):
            yield LineList()
            yield Page(classes="pane", tight=True)
        yield Bar(id="hint")

    # -- showing

    def show_body(self) -> None:
        """Show the actions of the choice, and how many each filter would show."""
        self.lines.filter(plain(self.sight))
        self.lines.show(lines(self.sight), self._at)
        self._at = ""
        self.query_one("#filters", Bar).put(self._filters())
        self._tell()
        super().show_body()

    def show_at(self, key: str) -> None:
        """Show everything, the cursor on an action."""
        self._at = f"actions/{key}"
        self.show_all()

    @on(LineList.Moved)
    def _tell(self) -> None:
        action = self.action
        self.query_one(Page).show(told(self.sight, action) if action else ())

    def _filters(self) -> Text:
        text, today = Text(" "), self.services.today()
        for command, sieve, name in FILTERS:
            late = sieve is None
            choice = Choice(which=Which.LATE) if late else Choice(sieve=sieve, me=self.choice.me)
            active = self.choice.which is Which.LATE if late else self.choice.sieve is sieve
            known = sieve is not Sieve.MINE or self.choice.me
            many = count(self.workspace, choice, today)
            text.append(self._key(command), "bold cyan")
            text.append(" ")
            text.append(_(name), "bold reverse" if active else "")
            text.append(f" {many}" if known else "", "dim" if not many else "")
            text.append("  ")
        text.append(self._key("actions.views"), "bold cyan")
        text.append(" ")
        text.append(_("gardés"), "bold reverse" if self.view else "")
        return text

    def title_parts(self) -> list[str]:
        """Say how the actions are put together and which ones are shown."""
        shown = f"{words.label(self.choice.which, current())} ({self._key('actions.show')})"
        parts = [_("Suivis"), words.label(self.choice.grouping, current()), shown]
        if self.choice.born:
            parts.insert(1, origin_words(self.sight, self.choice.born))
        if self.view:
            parts.insert(1, label(self.workspace, self.view))
        return [*parts, words.label(self.choice.sieve, current())] if self.choice.sieve else parts

    def _key(self, command: str) -> str:
        return first_key(command, self.services.settings.keys)

    def keys(self) -> list[tuple[str, str]]:
        """Say first that Enter opens the form."""
        return [key_help("enter", _("ouvrir")), *super().keys()]

    def choose(self, choice: Choice) -> None:
        """Show another choice; what was kept in sight goes."""
        self.choice = replace(choice, kept=frozenset())
        self.show_all()

    def filter_lines(self, words: str) -> None:
        """Show what holds these words, and what filters such as org: let through."""
        self.choose(replace(self.choice, words=words, view=""))

    def keep(self, key: str) -> None:
        """Keep in sight an action that was just changed."""
        self.choice = replace(self.choice, kept=self.choice.kept | {key})

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave escape to this screen whatever is filtered."""
        return True
