"""Énoncé: its seven parts as the answers tell them, who agreed to it, and its versions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from partner_tui import resources
from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings, key_for
from partner_tui.documents.versions import version_document
from partner_tui.domain.blocks import Block, Document, Heading, inline
from partner_tui.domain.records import Organization, Statement
from partner_tui.domain.stating import latest
from partner_tui.i18n import N_, _, current, translator
from partner_tui.messages import Go
from partner_tui.screens.base import key_help
from partner_tui.screens.statement_acts import StatementActs
from partner_tui.screens.statement_lines import statement_lines
from partner_tui.screens.statement_pages import part_page
from partner_tui.screens.statement_word_pages import version_page, word_page
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import Line
from partner_tui.widgets.page import Page

SPOKEN = {"fr": N_("en français"), "en": N_("en anglais")}


class StatementScreen(StatementActs):
    """The list of parts, organizations and versions, and the text of the chosen one."""

    CSS_PATH = resources.folder("styles") / "statement.tcss"
    MODE = "statement"
    SCOPES: ClassVar = (Scope.STATEMENT,)
    BINDINGS = [*bindings(Scope.WORK, Scope.STATEMENT), ("escape", "close_text")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    PANES = ("split", "whole", "list")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._pane = "split"

    def compose_body(self) -> ComposeResult:
        """Lay the list and the text."""
        with Container(id="work"):
            yield LineList()
            yield Page(id="text", classes="beside")

    # -- showing

    def title_parts(self) -> list[str]:
        """Say which version this is, and its language when it is not the screen's."""
        state = _("v{n}, à jour") if self.draft.is_current else _("v{n} en préparation")
        spoken = _(SPOKEN[self.language]) if self.language != current().language else ""
        return list(filter(None, (_("Énoncé"), state.format(n=self.draft.version), spoken)))

    def keys(self) -> list[tuple[str, str]]:
        """Say what the keys do to the chosen line."""
        key = partial(key_for, keymap=self.services.settings.keys)
        language = "en" if self.language == "fr" else "fr"
        other = _(SPOKEN[language])
        copy = [key("statement.copy", label=_("copier")), key("statement.language", label=other)]
        if self._pane == "whole":
            return [("↑ ↓", _("lire")), key("work.pane", label=_("liste")), *copy]
        match self.chosen:
            case Organization():
                return [*self._word_keys(key), key_help("enter", _("sa fiche")), *copy]
            case Statement():
                send = key("statement.send", label=_("noter un envoi"))
                return [key_help("enter", _("lire")), send, *copy]
        asked = _("y répondre") if self.part in self.draft.gaps else _("à la source")
        read = key("work.pane", label=_("tout lire"))
        return [key_help("enter", asked), read, key("statement.freeze", label=_("figer")), *copy]

    def _word_keys(self, key: Callable[..., tuple[str, str]]) -> list[tuple[str, str]]:
        """Say how to note the word of the chosen organization."""
        version = latest(self.workspace)
        if version is None:
            return []
        send = key("statement.send", label=_("envoi"))
        if self.lines.key.partition("/")[2] in version.words:
            return [key("statement.word", label=_("changer son mot")), send]
        agree = key("statement.state", label=_("d'accord"))
        return [agree, key("statement.word", label=_("autre mot…")), send]

    def show_body(self) -> None:
        """Show the list, and the text of its chosen line."""
        self.lines.show(self._lines())
        self.show_text()

    def _lines(self) -> list[Line]:
        today = self.services.today()
        return statement_lines(self.draft, self.workspace, self.guide, today)

    def show_text(self) -> None:
        """Show the text where there is one."""
        self.set_classes([f"pane-{self._pane}", *(c for c in self.classes if c[0] == "-")])
        later = self.part is not None and self.part is not self.draft.parts[0]
        anchor = self.lines.key if self._pane == "whole" and later else ""
        self.query_one(Page).show(self._blocks(), anchor)

    def _blocks(self) -> list[Block]:
        chosen = self.chosen
        if isinstance(chosen, Statement) and self._pane != "whole":
            return version_page(chosen, self.workspace, self.language)
        if isinstance(chosen, Statement):
            return _read(version_document(self.workspace, chosen, translator(self.language)))
        if self._pane == "whole":
            return _read(self.draft.document)
        if isinstance(chosen, Organization):
            return word_page(chosen, self.workspace)
        return part_page(self.part, self.workspace, self.guide) if self.part else []

    @on(LineList.Moved)
    def _moved(self) -> None:
        self.show_text()
        self.show_keys()

    def action_pane(self) -> None:
        """Show the list and its text, the whole text, or the list alone."""
        self._open(self.PANES[(self.PANES.index(self._pane) + 1) % len(self.PANES)])

    def action_close_text(self) -> None:
        """Go back from the whole text to the list."""
        if self._pane == "whole":
            self._open("split")

    def _open(self, pane: str) -> None:
        self._pane = pane
        self.show_text()
        self.show_keys()
        self.focus_zone()

    def focus_zone(self) -> None:
        """Give the keys to the list, or to the text when it stands alone."""
        zone = self.query_one(Page) if self._pane == "whole" else self.lines
        zone.focus()

    def close_prompt(self) -> None:
        """Hide the line and give the keys back to what is shown."""
        super().close_prompt()
        self.focus_zone()

    def action_filter(self) -> None:
        """Narrow the list, which must be in sight."""
        self.action_close_text()
        super().action_filter()

    # -- going

    @on(LineList.Chosen)
    def _chosen(self) -> None:
        if isinstance(self.chosen, Statement):
            self._open("whole")
        elif self.part is not None:
            self.post_message(Go(f"question:{self.part.goto or self.part.sources[0]}"))
        else:
            self.post_message(Go(self.lines.key))

    @on(Page.Followed)
    def _followed(self, event: Page.Followed) -> None:
        self.post_message(Go(event.target))


def _read(document: Document) -> list[Block]:
    return [Heading(1, inline(document.title)), *document.blocks]


def screen(services: Services) -> StatementScreen:
    """Build the screen."""
    return StatementScreen(services)
