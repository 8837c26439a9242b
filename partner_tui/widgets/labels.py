"""The labels, headings and sentences of a form, drawn around its fields rather than mounted."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.segment import Segment
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.strip import Strip

from partner_tui.domain.text import one_line
from partner_tui.widgets.editors import LABEL
from partner_tui.widgets.fields import Editor
from partner_tui.widgets.lines import fit
from partner_tui.widgets.typing_fields import LineField

INDENT = LABEL + 2
"""Columns before a field: its mark, its label and a space."""
SHORT = 18
"""Columns of a field whose unit follows it."""
MARK = "▌"

Piece = tuple[str, str]
"""A text and the style of the form it has."""


class Labels(VerticalScroll):
    """Fields one below the other, with room for what is drawn between them."""

    COMPONENT_CLASSES = {
        f"form--{name}" for name in ("label", "here", "unit", "heading", "problem")
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.editors: tuple[Editor, ...] = ()
        self.headings: dict[Editor, str] = {}
        """The title above a field, or nothing."""
        self._here: Editor | None = None

    def make_room(self) -> None:
        """Part the fields by as many lines as their headings and sentences need."""
        above = 0
        last = len(self.editors) - 1
        for place, editor in enumerate(self.editors):
            titled = bool(self.headings[editor])
            top = above + (titled and 1 + bool(place))
            above = len(self._sentences(editor))
            margin = (top, 0, above if place == last else 0, INDENT)
            if editor.styles.margin != margin:
                editor.styles.margin = margin
            if has_unit(editor):
                editor.styles.width = SHORT
        self.refresh()

    def _sentences(self, editor: Editor) -> list[str]:
        """Return what is wrong with a field, folded to the width."""
        width = max(20, self.size.width - INDENT - 1)
        return list(_folded(one_line(editor.problem), width))

    def extent(self, editor: Editor) -> tuple[int, int]:
        """Return the first line of a row, its heading included, and the line after it."""
        region = editor.virtual_region
        top = region.y - bool(self.headings[editor])
        return top, region.bottom + len(self._sentences(editor))

    def mark(self, editor: Editor | None) -> None:
        """Show in which field the keys act."""
        if editor is self._here:
            return
        before, self._here = self._here, editor
        for each in filter(None, (before, editor)):
            region = each.virtual_region
            top = region.y - self.scroll_offset.y
            self.refresh(Region(0, top, INDENT, region.height))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw the labels where the fields are now."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw what stands beside and between the fields on one line."""
        line = y + self.scroll_offset.y
        pieces: list[Piece] = []
        for editor in self.editors:
            top, bottom = self.extent(editor)
            if top <= line < bottom:
                pieces = self._pieces(editor, line - editor.virtual_region.y)
                break
        segments = [
            Segment(text, self.get_component_rich_style(f"form--{name}")) for text, name in pieces
        ]
        width = self.size.width
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _pieces(self, editor: Editor, row: int) -> list[Piece]:
        """Return what is drawn on a row of a field: above it, beside it, below it."""
        below = row - editor.virtual_region.height
        if row < 0:
            return [(" " + one_line(self.headings[editor]), "heading")]
        if below >= 0:
            return [(" " * INDENT, "label"), (self._sentences(editor)[below], "problem")]
        part, style = editor.field.part, "here" if editor is self._here else "label"
        mark = MARK if editor is self._here else " "
        pieces = [(mark + fit(part.label if row == 0 else "", LABEL), style)]
        if row == 0 and has_unit(editor):
            pieces.append((" " * (SHORT + 2) + one_line(part.unit), "unit"))
        return pieces


def has_unit(editor: Editor) -> bool:
    """Return True when the field is short and its unit follows it."""
    return bool(editor.field.part.unit) and isinstance(editor, LineField)


def _folded(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a sentence, parted between words."""
    line = ""
    for word in text.split(" ") if text else ():
        if line and cell_len(line) + 1 + cell_len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line
