"""Énoncé: its seven parts as the answers tell them, who agreed to it, and its versions."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from partner_tui import resources
from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings, key_for
from partner_tui.documents.versions import version_document
from partner_tui.domain.blocks import Block
from partner_tui.domain.records import Organization, Statement
from partner_tui.domain.stating import latest
from partner_tui.i18n import _, after, current, translator
from partner_tui.messages import Go
from partner_tui.screens.base import key_help
from partner_tui.screens.statement.acts import StatementActs
from partner_tui.screens.statement.agreement import OUTLINE
from partner_tui.screens.statement.keys import keys_of, keys_of_text
from partner_tui.screens.statement.lines import statement_lines
from partner_tui.screens.statement.outline import outline_page, whole_page
from partner_tui.screens.statement.pages import part_page
from partner_tui.screens.statement.sources import source_page
from partner_tui.screens.statement.text import sentence_key, text_lines
from partner_tui.screens.statement.word_pages import version_page, word_page
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import Line
from partner_tui.widgets.page import Page


class StatementScreen(StatementActs):
    """The list of parts, organizations and versions, and the text of the chosen one."""

    CSS_PATH = resources.folder("styles") / "statement.tcss"
    MODE = "statement"
    SCOPES: ClassVar = (Scope.STATEMENT,)
    BINDINGS = [*bindings(Scope.WORK, Scope.STATEMENT), ("escape", "close_text")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    PANES = ("split", "text", "list")
    """The parts above what they say; the sentences above what they come from; the parts alone."""

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
        t = current()
        spoken = t.spoken(self.language) if self.language != t.language else ""
        return list(filter(None, (_("Énoncé"), state.format(n=self.draft.version), spoken)))

    def keys(self) -> list[tuple[str, str]]:
        """Say what the keys do to the chosen line."""
        key = partial(key_for, keymap=self.services.settings.keys)
        other = key("statement.language", label=current().spoken(after(self.language)))
        copy = [key("statement.copy", label=_("copier")), other]
        if self._pane in ("whole", "text"):
            return [*keys_of_text(self._pane, key), *copy]
        if self.lines.key == OUTLINE:
            return [key_help("enter", _("lire")), key("work.write"), *copy]
        found = keys_of(self.chosen, latest(self.workspace), self.part in self.draft.gaps, key)
        return [*found, *copy]

    def show_body(self) -> None:
        """Show the list; the text of its chosen line follows."""
        self.lines.show(self._lines())

    def _lines(self) -> list[Line]:
        if self._pane == "text":
            width = self.lines.size.width
            return text_lines(self.draft, self.changed, latest(self.workspace), width)
        today = self.services.today()
        return statement_lines(self.draft, self.workspace, self.guide, self.changed, today)

    def show_text(self) -> None:
        """Show the text where there is one."""
        shown = {f"pane-{pane}": pane == self._pane for pane in (*self.PANES, "whole")}
        self.update_classes(shown)
        self.query_one(Page).show(self._blocks())

    def _blocks(self) -> list[Block]:
        chosen = self.chosen
        if self.lines.key == OUTLINE:
            return outline_page(self.outline)
        if isinstance(chosen, Statement) and self._pane != "whole":
            return version_page(chosen, self.workspace, self.language)
        if isinstance(chosen, Statement):
            return whole_page(version_document(self.workspace, chosen, translator(self.language)))
        if isinstance(chosen, Organization):
            return word_page(chosen, self.workspace)
        if sentence := self.sentence:
            key, t = sentence.question, translator(self.language)
            found, last = self.changed.get(key), latest(self.workspace)
            return source_page(key, self.workspace, self.guide, t, found, last)
        if self.part is None:
            return []
        return part_page(self.part, self.workspace, self.guide, self.changed)

    @on(LineList.Moved)
    def _moved(self) -> None:
        self.show_text()
        self.show_keys()

    def action_pane(self) -> None:
        """Show the parts, the sentences, or the parts alone; a version whole, or back."""
        if self._pane == "whole":
            self._open("split")
        elif isinstance(self.chosen, Statement) or self.lines.key == OUTLINE:
            self._open("whole")
        else:
            self._open(self.PANES[(self.PANES.index(self._pane) + 1) % len(self.PANES)])

    def action_close_text(self) -> None:
        """Go back from the sentences, or from a whole version, to the list."""
        if self._pane in ("whole", "text"):
            self._open("split")

    def go_to(self, key: str) -> None:
        """Put the cursor on a record, which stands in the list."""
        self.action_close_text()
        super().go_to(key)

    def fit_body(self) -> None:
        """Fold the sentences to the new width."""
        if self._pane == "text":
            self.call_after_refresh(self.show_body)

    def _open(self, pane: str) -> None:
        part = self.part
        self._pane = pane
        at = ""
        if part is not None:
            at = sentence_key(part.id, 0) if pane == "text" else part.id
        self.lines.show(self._lines(), at)
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
        if self._pane == "whole":
            self.action_close_text()
        super().action_filter()

    def action_outline(self) -> None:
        """Open the outline of the agreement."""
        self._open("split")
        self.lines.move_to(OUTLINE)
        self._open("whole")

    # -- going

    @on(LineList.Chosen)
    def _chosen(self) -> None:
        sentence = self.sentence
        if isinstance(self.chosen, Statement) or self.lines.key == OUTLINE:
            self._open("whole")
        elif sentence is not None and sentence.source:
            self.post_message(Go(sentence.source))
        elif self.part is not None:
            self.post_message(Go(f"question:{self.part.goto or self.part.sources[0]}"))
        else:
            self.post_message(Go(self.lines.key))


def screen(services: Services) -> StatementScreen:
    """Build the screen."""
    return StatementScreen(services)
