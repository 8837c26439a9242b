"""A document as it will be, form by form, before anything is written."""

from __future__ import annotations

import asyncio

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from partner_tui.bootstrap import Services
from partner_tui.commands import key_name
from partner_tui.domain.blocks import Block, Document, Heading, Paragraph, Rule, inline
from partner_tui.errors import PartnerError
from partner_tui.i18n import _
from partner_tui.resources import folder
from partner_tui.screens.orders import Order, composed, produced
from partner_tui.widgets.chrome import Bar, KeyBar
from partner_tui.widgets.page import Page

LAID_OUT = frozenset({"docx", "pdf", "html"})
"""Formats whose pages are shown by their words; the others are shown letter for letter."""


class Sheet(Struct, frozen=True):
    """One file to come: its name, and what it holds as blocks or as literal text."""

    title: str
    blocks: tuple[Block, ...] = ()
    text: str = ""


class Preview(ModalScreen[bool]):
    """A page to read before it is written; Enter writes, escape goes back to the choice."""

    CSS_PATH = folder("styles") / "preview.tcss"
    AUTO_FOCUS = "Page"
    BINDINGS = [
        Binding("escape,q", "dismiss(False)", show=False, id="preview.close"),
        Binding("enter", "accept", show=False, priority=True, id="preview.write"),
        Binding("tab", "turn(1)", show=False, priority=True, id="preview.next"),
        Binding("shift+tab", "turn(-1)", show=False, priority=True, id="preview.previous"),
    ]

    def __init__(self, services: Services, order: Order) -> None:
        super().__init__()
        self._services, self._order = services, order
        self._forms = [(f, language) for language in order.languages for f in order.formats]
        self._at = 0
        self._ready = self._agreed = False

    def compose(self) -> ComposeResult:
        """Lay a line that says what it is, the page and the keys."""
        yield Bar(classes="title")
        yield Page()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the first form."""
        turn = [("tab", _("forme suivante"))] if len(self._forms) > 1 else []
        write = ("⏎", _("écrire"))
        back = (key_name("escape"), _("changer la forme"))
        self.query_one(KeyBar).put_keys([write, *turn, ("↑↓", _("lire")), back])
        self._show()

    def action_turn(self, by: int) -> None:
        """Show the next form, or the one before."""
        self._at = (self._at + by) % len(self._forms)
        self._show()

    def action_accept(self) -> None:
        """Agree to write what is shown, or is about to be."""
        self._agreed = True
        if self._ready:
            self.dismiss(True)

    def _show(self) -> None:
        self.run_worker(self._make(self._at), exclusive=True, exit_on_error=False)

    async def _make(self, at: int) -> None:
        """Make a form away from the keyboard's turn; say why when it cannot be."""
        ending, language = self._forms[at]
        bar = self.query_one(".title", Bar)
        bar.put_ends(_("Aperçu"), _("un instant…"))
        try:
            found = await asyncio.to_thread(sheet, self._services, self._order, ending, language)
        except PartnerError as error:
            self._ready = self._agreed = False
            self.query_one(Page).show([Paragraph(inline(str(error)), missing=True)])
            bar.put_ends(_("Aperçu"), "")
            return
        self._ready = True
        if self._agreed:
            self.dismiss(True)
            return
        count = f"{at + 1}/{len(self._forms)}" if len(self._forms) > 1 else ""
        bar.put_ends(" · ".join((_("Aperçu"), found.title)), count)
        page = self.query_one(Page)
        if found.text:
            page.show_text(found.text)
        else:
            page.show(found.blocks)


def sheet(services: Services, order: Order, ending: str, language: str) -> Sheet:
    """Return one form of a document, as it is read."""
    if ending in LAID_OUT:
        document = composed(services, order, language)
        return Sheet(f"{document.title} (.{ending})", tuple(_laid_out(document)))
    one = Order(order.document, (ending,), (language,), order.private, order.number)
    output = next(produced(services, one))
    return Sheet(output.name, text=output.data.decode("utf-8-sig"))


def _laid_out(document: Document) -> list[Block]:
    """Return the page with what stands above its text."""
    meta = document.meta
    head: list[Block] = [Paragraph(inline(meta.letterhead))] if meta.letterhead else []
    head.append(Heading(1, inline(document.title)))
    about = "\n".join(filter(None, (meta.line, meta.notice)))
    head += [Paragraph(inline(about, emphasis=True)), Rule()] if about else []
    return [*head, *document.blocks]
