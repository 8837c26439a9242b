"""Any two versions of the statement, or the present text, compared sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from partner_tui.documents.comparison import Fate, Row, compare, count, marked
from partner_tui.documents.sentences import sentences_of
from partner_tui.documents.versions import blocks_of
from partner_tui.domain.blocks import Block, Heading, Paragraph, Span, inline, paragraph
from partner_tui.i18n import N_, _, ngettext
from partner_tui.messages import Copy
from partner_tui.widgets.chrome import KeyBar
from partner_tui.widgets.page import Page

WORDS: Final = {
    Fate.KEPT: N_("= gardée"),
    Fate.ADDED: N_("+ ajoutée"),
    Fate.REMOVED: N_("− retirée"),
}


class Text(Struct, frozen=True):
    """One of the texts that can be compared."""

    name: str
    markdown: str


class StatementCompare(ModalScreen[None]):
    """A page of sentences, each with a sign and a word; both sides can be changed."""

    AUTO_FOCUS = "Page"
    BINDINGS = [
        Binding("escape,q", "dismiss(None)", show=False, id="statement-compare.close"),
        Binding("a", "older", show=False, id="statement-compare.older"),
        Binding("p", "newer", show=False, id="statement-compare.newer"),
        Binding("v", "only", show=False, id="statement-compare.only"),
        Binding("y,Y", "copy", show=False, id="statement-compare.copy"),
    ]

    def __init__(self, texts: Sequence[Text], older: int, newer: int) -> None:
        """Compare two of these texts, which stand in the order of time."""
        super().__init__()
        self._texts = tuple(texts)
        self._older, self._newer = older, newer
        self._only = False

    def compose(self) -> ComposeResult:
        """Lay the page above the keys."""
        yield Page(tight=True)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the two texts that were asked for."""
        self.show_all()

    def show_all(self) -> None:
        """Show the comparison, in the language of the screen."""
        self.query_one(Page).show(list(self._blocks()))
        only = _("tout") if self._only else _("seulement ce qui change")
        keys = [("a", _("avant…")), ("p", _("après…"))] if len(self._texts) > 2 else []
        keys += [("v", only), ("y", _("copier")), (_("échap"), _("fermer"))]
        self.query_one(KeyBar).put_keys(keys)

    @property
    def rows(self) -> list[Row]:
        """Every sentence of both texts."""
        was, now = (self._texts[n].markdown for n in (self._older, self._newer))
        return compare(sentences_of(blocks_of(was)), sentences_of(blocks_of(now)))

    @property
    def title_words(self) -> str:
        """Which text is compared with which."""
        was, now = (self._texts[n].name for n in (self._older, self._newer))
        return _("De «\u00a0{old}\u00a0» à «\u00a0{new}\u00a0»").format(old=was, new=now)

    def _blocks(self) -> Iterator[Block]:
        rows = self.rows
        yield Heading(1, inline(self.title_words))
        yield paragraph(summary(rows))
        part = None
        for row in rows:
            if self._only and row.fate is Fate.KEPT:
                continue
            if row.part != part:
                yield Paragraph(inline(" "))
                yield Heading(2, inline(row.part))
                part = row.part
            yield from row_blocks(row)

    # -- the two sides

    def action_older(self) -> None:
        """Begin from the text before, then round from the last one but one."""
        self._older = (self._older - 1) % self._newer
        self.show_all()

    def action_newer(self) -> None:
        """Compare with the text after, then round from the first that can be."""
        self._newer = self._newer + 1
        if self._newer == len(self._texts):
            self._newer = 1
        self._older = min(self._older, self._newer - 1)
        self.show_all()

    def action_only(self) -> None:
        """Hide what was kept, or show it again."""
        self._only = not self._only
        self.show_all()

    def action_copy(self) -> None:
        """Copy the comparison as text."""
        lines = [self.title_words, summary(self.rows), *map(row_line, self.rows)]
        self.post_message(Copy("\n".join(lines), self.title_words))


def summary(rows: Sequence[Row]) -> str:
    """Return how many sentences had each fate; that the texts are the same when they are."""
    each = count(rows)
    if len(rows) == each[Fate.KEPT]:
        return _("Les deux textes disent la même chose, mot pour mot.")
    said = {
        Fate.KEPT: ngettext("{n} phrase gardée", "{n} phrases gardées", each[Fate.KEPT]),
        Fate.ADDED: ngettext("{n} ajoutée", "{n} ajoutées", each[Fate.ADDED]),
        Fate.REMOVED: ngettext("{n} retirée", "{n} retirées", each[Fate.REMOVED]),
        Fate.CHANGED: ngettext("{n} changée", "{n} changées", each[Fate.CHANGED]),
    }
    return ", ".join(words for fate, words in said.items() if each[fate])


def row_blocks(row: Row) -> Iterator[Block]:
    """Yield a sentence after its sign and its word; a change as it was, then as it is."""
    if row.fate is not Fate.CHANGED:
        yield Paragraph(
            (Span(f"{_(WORDS[row.fate])}  ", strong=True), Span(row.after or row.before))
        )
        return
    names = (_("~ changée, avant"), _("~ changée, après"))
    for name, runs in zip(names, marked(row.before, row.after), strict=True):
        spans = [Span(f"{name}  ", strong=True)]
        for words, own in runs:
            spans += [Span(f"[{words}]" if own else words, strong=own), Span(" ")]
        yield Paragraph(tuple(spans[:-1]))


def row_line(row: Row) -> str:
    """Return a sentence as one line of plain text."""
    if row.fate is Fate.CHANGED:
        named = _("~ changée  «\u00a0{old}\u00a0» → «\u00a0{new}\u00a0»")
        return named.format(old=row.before, new=row.after)
    return f"{_(WORDS[row.fate])}  {row.after or row.before}"
