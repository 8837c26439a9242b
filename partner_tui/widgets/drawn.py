"""A view drawn by line in as few bytes as it takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

ABOVE, BELOW = "▲", "▼"


class Drawn(ScrollView):
    """Lines of styled text; a mark in a corner at the right says that more goes on there.

    Text in the terminal's own colours is sent without any style, and there is no scrollbar
    widget: over a thin line both cost more than the words.
    """

    LOOKS: ClassVar[str] = ""
    """The prefix of its component classes."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._looks: dict[str, Style] = {"": Style.null()}
        self._painted: dict[int, Strip] = {}

    @property
    def allow_vertical_scroll(self) -> bool:
        """Let the keys scroll although there is no scrollbar."""
        return True

    def refresh_different(self) -> None:
        """Ask to paint again only the lines that would not look the same."""
        painted = dict(self._painted)
        for y in range(self.size.height):
            if painted.get(y) != self.render_line(y):
                self.refresh_lines(y + self.scroll_offset.y)

    def measure(self, lines: int) -> None:
        """Say how many lines there are, without a new layout: the view keeps its place."""
        self.set_reactive(Drawn.virtual_size, Size(self.size.width, lines))
        if self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True, immediate=True)

    def look(self, name: str, *, bold: bool = False) -> Style:
        """Return a style of the stylesheet, without what the terminal does by itself."""
        key = f"{name}+" if bold else name
        if key not in self._looks:
            style = _bare(self.get_component_rich_style(f"{self.LOOKS}--{name}") if name else None)
            self._looks[key] = style + Style(bold=True) if bold else style
        return self._looks[key]

    def notify_style_update(self) -> None:
        """Forget the styles of the former theme."""
        super().notify_style_update()
        self._looks = {"": Style.null()}

    def drawn(self, y: int, segments: Iterable[Segment]) -> Strip:
        """Return a line of the view, as wide as it, with the mark of what goes on beyond it."""
        width = self.size.width
        beyond = self._beyond(y)
        mark = Segment(beyond, self.look("" if beyond == " " else "dim"))
        text = Strip(segments).adjust_cell_length(max(0, width - 1), Style.null())
        self._painted[y] = strip = Strip([*text, mark]).simplify()
        return strip

    def _beyond(self, y: int) -> str:
        height, top = self.size.height, self.scroll_offset.y
        if y == height - 1 and top + height < self.virtual_size.height:
            return BELOW
        return ABOVE if y == 0 and top else " "


def _bare(style: Style | None) -> Style:
    """Return a style without the default colours, which cost bytes and change nothing."""
    if style is None:
        return Style.null()
    color = None if style.color is None or style.color.is_default else style.color
    back = None if style.bgcolor is None or style.bgcolor.is_default else style.bgcolor
    return Style(
        color=color,
        bgcolor=back,
        bold=style.bold or None,
        dim=style.dim or None,
        italic=style.italic or None,
        underline=style.underline or None,
        reverse=style.reverse or None,
    )
