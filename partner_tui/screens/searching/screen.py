"""Chercher dans toutes les rencontres: one line of words and filters, answered as it is typed."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.events import Key

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings, key_name
from partner_tui.documents.verbs import title
from partner_tui.domain.querying import Unclear, read
from partner_tui.domain.records import Meeting, Record
from partner_tui.domain.searching import Entry, Index
from partner_tui.i18n import _, current, ngettext
from partner_tui.messages import Go
from partner_tui.resources import folder
from partner_tui.screens.above import Above
from partner_tui.screens.base import key_help
from partner_tui.screens.searching.lines import (
    SYNTAX,
    TRY,
    Sight,
    found,
    mistaken,
    understood,
    welcome,
)
from partner_tui.widgets.chrome import Bar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import Line
from partner_tui.widgets.prompt import Prompt


class SearchingScreen(Above):
    """All the minutes searched at once; Enter goes to the place."""

    CSS_PATH = folder("styles") / "searching.tcss"
    MODE = "searching"
    SCOPES: ClassVar = (Scope.SEARCHING,)
    BINDINGS = bindings(Scope.WORK, Scope.SEARCHING)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._index: Index | None = None
        self._found: list[Entry] = []

    @property
    def words(self) -> str:
        """What is looked for; it is found again when the screen opens again."""
        return self.services.sought[0]

    @property
    def _sight(self) -> Sight:
        return Sight(self.workspace, current())

    def compose_body(self) -> ComposeResult:
        """Lay what is understood above what is found, and how to ask below."""
        yield Bar(id="understood")
        yield LineList()
        yield Bar(id="hint")

    def on_mount(self) -> None:
        """Show what was looked for last, or ask at once."""
        super().on_mount()
        if not self.words:
            self.action_filter()

    # -- showing

    def show_body(self) -> None:
        """Search the dossier as it is now."""
        index = self._index
        if index is None or (index.workspace, index.language) != (
            self.workspace,
            current().language,
        ):
            self._index = Index(self.workspace, current().language, index)
        self.query_one("#hint", Bar).put(Text.assemble(" ", (_(SYNTAX), "dim")))
        self._look_up(self.services.sought[1])

    def _look_up(self, at: str = "") -> None:
        """Show what the words find, the cursor on a place or on the first one."""
        said, rows = self._answer()
        self.query_one("#understood", Bar).put(Text(f" {said}", "bold"))
        self.lines.show(rows, at or next((row.key for row in rows if row.key), ""))

    def _answer(self) -> tuple[str, list[Line]]:
        """Return what was understood of the words, and the lines that answer them."""
        assert self._index is not None
        self._found = []
        try:
            query = read(self.words, self.workspace, self.services.today())
        except Unclear as error:
            return "", mistaken(self._sight, error, self.app.size.width)
        if not query:
            return "", welcome(self._sight)
        self._found = self._index.find(query)
        many = len(self._found)
        count = ngettext("{n} endroit", "{n} endroits", many)
        return f"{understood(self._sight, query)} → {count}", found(self._sight, self._found, query)

    def title_parts(self) -> list[str]:
        """Say what this screen is for."""
        return [_("Chercher dans les rencontres")]

    def keys(self) -> list[tuple[str, str]]:
        """Say first that Enter goes to the place."""
        again = self.key_of("work.filter", _("chercher"))
        return [key_help("enter", _("y aller")), again, self.key_of("work.copy"), *super().keys()]

    def typing_keys(self) -> list[tuple[str, str]]:
        """Return the keys of the line that is being typed."""
        return [("⏎ ↓", _("aux résultats")), (key_name("escape"), _("laisser"))]

    # -- the line of words

    def action_filter(self) -> None:
        """Ask what to look for; the answer follows as one types."""
        self.ask(lambda: _("Chercher"), self._take, self.words, slot="", blank=True)

    @on(Prompt.Typed)
    def _retyped(self, event: Prompt.Typed) -> None:
        self._seek(event.text)

    def _take(self, text: str) -> None:
        self.show_keys()

    def _seek(self, text: str, at: str = "") -> None:
        self.services.sought = (text, at)
        self._look_up(at)

    @on(Prompt.Cancelled)
    def _stopped(self) -> None:
        if not self.words.strip():
            self.dismiss()

    def close_prompt(self) -> None:
        """Hide the line and give the keys back to what was found."""
        super().close_prompt()
        self._asked = None

    def key_down(self, event: Key) -> None:
        """Go from the line of words to what they found."""
        if self.query_one(Prompt).display:
            event.stop()
            self.close_prompt()

    # -- going

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        if event.key.startswith(TRY):
            self._seek(event.key.removeprefix(TRY))
            return
        self.services.sought = (self.words, event.key)
        noted = any(entry.target == event.key and entry.meeting for entry in self._found)
        self.post_message(Go(f"minutes:{event.key}" if noted else event.key))

    # -- copying

    def copy_item(self) -> tuple[str, str] | None:
        """Return the chosen place on a line; nothing for a private one."""
        rows = [entry for entry in self._found if entry.target == self.lines.key]
        return self._copied(rows, _("endroit"))

    def copy_all(self) -> tuple[str, str] | None:
        """Return all that was found, a line each, without what is private."""
        return self._copied(self._found, _("recherche"))

    def _copied(self, entries: list[Entry], name: str) -> tuple[str, str] | None:
        rows = [row for entry in entries if (row := self._row(entry))]
        return ("\n".join(rows) + "\n", name) if rows else None

    def _row(self, entry: Entry) -> str:
        table, _slash, key = entry.target.partition("/")
        record: Record = self.workspace.tables[table][key]
        meeting = self.workspace.find(Meeting, entry.meeting)
        if record.private or (meeting is not None and meeting.private):
            return ""
        home = title(meeting, current()) if meeting and meeting is not record else ""
        return title(record, current()) + (f" ({home})" if home else "")


def screen(services: Services) -> SearchingScreen:
    """Build the screen."""
    return SearchingScreen(services)
