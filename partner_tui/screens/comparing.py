"""Two versions of the minutes, line by line: what was added, what was taken away."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from partner_tui.documents.minutes_versions import Difference, differences
from partner_tui.domain.blocks import Block, Heading, Paragraph, Span, inline, paragraph
from partner_tui.i18n import _, ngettext
from partner_tui.messages import Copy
from partner_tui.widgets.chrome import KeyBar
from partner_tui.widgets.page import Page


class Compare(ModalScreen[None]):
    """A page of differences, closed by escape; every line says its sign in words too."""

    AUTO_FOCUS = "Page"
    BINDINGS = [
        Binding("escape,q", "dismiss(None)", show=False, id="compare.close"),
        Binding("y,Y", "copy", show=False, id="compare.copy"),
    ]

    def __init__(self, old: tuple[str, str], new: tuple[str, str]) -> None:
        super().__init__()
        self._names = (old[0], new[0])
        self._found = differences(old[1], new[1])

    def compose(self) -> ComposeResult:
        """Lay the page above the keys."""
        yield Page(tight=True)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the differences."""
        self.query_one(Page).show(list(self._blocks()))
        keys = [("↑ ↓", _("défiler")), ("y", _("copier")), (_("échap"), _("fermer"))]
        self.query_one(KeyBar).put_keys(keys)

    @property
    def _title(self) -> str:
        return _("De «\u00a0{old}\u00a0» à «\u00a0{new}\u00a0»").format(
            old=self._names[0], new=self._names[1]
        )

    @property
    def _summary(self) -> str:
        if not self._found:
            return _("Les deux textes sont pareils.")
        signs = [each.sign for each in self._found]
        plus, minus = signs.count("+"), signs.count("-")
        parts = [
            ngettext("{n} ligne ajoutée (+)", "{n} lignes ajoutées (+)", plus) if plus else "",
            ngettext("{n} ligne enlevée (−)", "{n} lignes enlevées (−)", minus) if minus else "",
        ]
        return _("{parts}; le reste est pareil.").format(parts=", ".join(filter(None, parts)))

    def _blocks(self) -> Iterator[Block]:
        yield Heading(1, inline(self._title))
        yield paragraph(self._summary)
        for each in self._found:
            yield Heading(2, inline(each.text)) if not each.sign else Paragraph(_spans(each))

    def action_copy(self) -> None:
        """Copy the differences as text."""
        lines = [self._title, self._summary, *(_line(each) for each in self._found)]
        self.post_message(Copy("\n".join(lines), self._title))


def _word(each: Difference) -> str:
    return _("+ ajouté") if each.sign == "+" else _("− enlevé")


def _spans(each: Difference) -> tuple[Span, ...]:
    return Span(f"{_word(each)}  ", strong=True), Span(each.text, emphasis=each.sign == "-")


def _line(each: Difference) -> str:
    return f"{_word(each)}  {each.text}" if each.sign else f"\n{each.text}"
