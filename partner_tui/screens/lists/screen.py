"""Listes: what is done, what is scored, what each organization says; ticked in one key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Resize
from textual.message import Message

from partner_tui import resources
from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.documents.checklists import checklist_document, item_text, question_text
from partner_tui.domain.questions import Checklist, ListKind
from partner_tui.i18n import N_, _, current
from partner_tui.messages import Go
from partner_tui.screens.base import WorkScreen, key_help
from partner_tui.screens.lists.acts import ACTS
from partner_tui.screens.lists.lines import body, head, tabs
from partner_tui.screens.lists.pane import pane
from partner_tui.screens.lists.view import View, item_of, list_of, question_of
from partner_tui.screens.orders import pasted
from partner_tui.widgets.chrome import Bar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import layout
from partner_tui.widgets.page import Page

LOOKS = {"heading": "bold cyan", "strong": "bold", "dim": "dim"}
SPACE = {
    ListKind.TICK: N_("cocher"),
    ListKind.SCORE: N_("noter 0 à 2"),
    ListKind.POSITIONS: N_("oui/non"),
}


class Rows(LineList):
    """The rows of a list; they say when their width changed, for long labels wrap to it."""

    @dataclass
    class Widened(Message):
        """The rows have another width."""

    def on_resize(self, event: Resize) -> None:
        """Say that there is another width."""
        self.post_message(self.Widened())


class ListsScreen(WorkScreen):
    """One list at a time, the cursor kept in each."""

    CSS_PATH = resources.folder("styles") / "lists.tcss"
    MODE = "lists"
    SCOPES: ClassVar = (Scope.LISTS,)
    BINDINGS = bindings(Scope.WORK, Scope.LISTS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._list = services.guide.lists[0].id
        self._places: dict[str, str] = {}
        self._column = ""
        self._open_only = False
        self._bracketed = ""

    def compose_body(self) -> ComposeResult:
        """Lay the names of the lists, the head of one, its rows and the pane."""
        yield Bar(id="tabs")
        yield Bar(id="head")
        with Container(id="body"):
            yield Rows()
            yield Page(classes="pane", tight=True)

    @property
    def checklist(self) -> Checklist:
        """The list that is open."""
        lists = self.services.guide.lists
        return next((each for each in lists if each.id == self._list), lists[0])

    @property
    def view(self) -> View:
        """The list as it is looked at now."""
        view = View(
            workspace=self.workspace,
            guide=self.services.guide,
            checklist=self.checklist,
            today=self.services.today(),
            width=self.lines.size.width or self.app.size.width,
            open_only=self._open_only,
            whole=not self.lines.needle,
            chosen=self.lines.key,
            column=self._column,
        )
        return view.with_column()

    # -- showing

    def title_parts(self) -> list[str]:
        """Say which list is open."""
        return [self.checklist.title]

    def keys(self) -> list[tuple[str, str]]:
        """Say what the keys do on this kind of list, or in the pane."""
        if self.query_one(Page).has_focus:
            return [("tab", _("retour à la liste")), key_help("right", _("lien suivant")),
                    key_help("enter", _("suivre le lien"))]  # fmt: skip
        kind = self.checklist.kind
        keys = [("← →", _("liste")), (super().keys()[0][0], _(SPACE[kind]))]
        if kind is ListKind.POSITIONS:
            return [*keys, ("tab", _("organisme")), *super().keys()[1:2]]
        return [*keys, *super().keys()[1:]]

    def show_body(self) -> None:
        """Show the tabs, the head, the rows and the pane."""
        self.show_rows()

    def show_rows(self, at: str = "") -> None:
        """Show the list, the cursor on its line or on the line `at`."""
        view = self.view.at(at)
        self._bracketed = view.chosen
        text = Text(" ")
        for name, here in tabs(view, self.app.size.width):
            text.append(name, "bold reverse" if here else "")
        self.query_one("#tabs", Bar).put(text)
        pieces = layout(head(view), view.width)
        self.query_one("#head", Bar).put(Text.assemble(*((t, LOOKS.get(s, "")) for t, s in pieces)))
        self.lines.show(body(view), at)

    @on(LineList.Moved)
    def _moved(self, event: LineList.Moved) -> None:
        if self.checklist.kind is ListKind.POSITIONS and event.key != self._bracketed:
            self.show_rows()
        else:
            self.query_one(Page).show(pane(self.view))

    def filter_lines(self, words: str) -> None:
        """Show only the lines that hold these words."""
        super().filter_lines(words)
        self.show_rows()

    @on(Rows.Widened)
    def _widened(self) -> None:
        self.show_rows()

    def on_descendant_focus(self) -> None:
        """Say what the keys do in the list or in the pane."""
        self.show_keys()

    def action_pane(self) -> None:
        """Show or hide the pane; the keys stay with the list."""
        super().action_pane()
        self.lines.focus()

    # -- moving

    def go_to(self, key: str) -> None:
        """Open a list, or the list that has a row, a question or a check."""
        table, _slash, record = key.rpartition("/")
        key = record if table in ("items", "ticks", "answers") else key
        if (found := list_of(self.services.guide, self.workspace, key)) is not None:
            self.open(found, "" if found == key else key)

    def open(self, checklist: str, at: str = "") -> None:
        """Open a list where it was left, or at a row."""
        self._places[self._list] = self.lines.key
        self._list = checklist
        self._open_only = False
        self.lines.filter("")
        self.show_rows(at or self._places.get(checklist, "") or self._first)
        self.show_title()
        self.show_keys()

    @property
    def _first(self) -> str:
        """The key of the first row of the list that is open."""
        return next((line.key for line in body(self.view) if line.key), "")

    def action_turn(self, by: int) -> None:
        """Open the list before or after."""
        ids = [checklist.id for checklist in self.services.guide.lists]
        self.open(ids[(ids.index(self.checklist.id) + by) % len(ids)])

    def action_zone(self, by: int) -> None:
        """Move to the next column, and from the last one to the pane."""
        columns = self.view.columns
        page = self.query_one(Page)
        if page.has_focus:
            self.lines.focus()
            self._column = columns[0 if by > 0 else -1] if columns else ""
        else:
            place = columns.index(self.view.column) + by if columns else by
            if 0 <= place < len(columns):
                self._column = columns[place]
            elif page.display:
                page.focus()
            elif columns:
                self._column = columns[place % len(columns)]
        self.show_rows()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        item = item_of(self.view)
        if question_of(self.view) is not None:
            self.post_message(Go(f"question:{event.key}"))
        elif item is not None and item.step:
            self.post_message(Go(f"step:{item.step}"))
        elif self.query_one(Page).display:
            self.query_one(Page).focus()

    # -- changing

    def action_act(self, name: str) -> None:
        """Tick, note, add, archive or keep."""
        ACTS[name](self, self.view)

    def action_open_only(self) -> None:
        """Show only what is left, or everything."""
        self._open_only = not self._open_only
        self.show_rows()

    # -- copying

    def copy_item(self) -> tuple[str, str] | None:
        """Return the line and what goes with it."""
        view = self.view
        voice = view.voice.for_document()
        if (question := question_of(view)) is not None:
            return question_text(question, voice), self.checklist.short
        if (item := item_of(view)) is not None:
            return item_text(view.checklist, item.id, item.label, voice), self.checklist.short
        return None

    def copy_all(self) -> tuple[str, str] | None:
        """Return the whole list as text."""
        document = checklist_document(
            self.workspace, self.services.guide, self.checklist, current()
        )
        return pasted(self.services, document), self.checklist.short


def screen(services: Services) -> ListsScreen:
    """Build the screen."""
    return ListsScreen(services)
