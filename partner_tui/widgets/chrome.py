"""The frame of a screen: a title line, the eight screens, the keys that make sense here."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text
from textual.timer import Timer
from textual.widgets import Static

from partner_tui.domain.text import clean, one_line
from partner_tui.widgets import typeset
from partner_tui.widgets.lines import fit


class Bar(Static):
    """One line of text that is repainted only when it changes."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__("", id=id, classes=classes, markup=False)
        self._text = Text()

    def put(self, text: Text) -> None:
        """Show a line."""
        if text != self._text:
            self._text = text
            self.update(text, layout=False)

    def put_ends(self, left: str, right: str) -> None:
        """Show words at the left, and others at the right where there is room for them."""
        width, left, right = max(20, self.app.size.width), one_line(left), one_line(right)
        gap = width - cell_len(left) - cell_len(right) - 2
        if gap < 3:
            gap, right = 0, ""
        self.put(
            Text.assemble(
                (" " + fit(left, min(cell_len(left), width - 2)), "bold"), " " * gap, (right, "dim")
            )
        )


class TitleBar(Bar):
    """Which partnership, which screen, and whether all is saved."""

    def put_title(self, left: str, right: str, urgent: bool = False) -> None:
        """Show what is open at the left and how it is saved at the right."""
        width = max(20, self.app.size.width)
        right = one_line(right)
        room = width - cell_len(right) - 4
        self.put(
            Text.assemble(
                (" " + fit(left, room) + " ", "bold"),
                (right + " ", "bold red" if urgent else "dim"),
            )
        )


class NavBar(Bar):
    """The eight screens, the one that is open marked."""

    def put_screens(self, names: Sequence[tuple[str, str]], current: str) -> None:
        """Show the screens as (mode, label) pairs, numbered; by number alone where room lacks."""
        named = [f"{number} {label}" for number, (_mode, label) in enumerate(names, start=1)]
        room = max(20, self.app.size.width) - 1 - sum(cell_len(name) + 1 for name in named)
        text = Text()
        for at in range(len(names) - 1, -1, -1):
            chosen = names[at][0] == current
            if room < 0 and not chosen:
                room += cell_len(named[at]) - 1
                named[at] = str(at + 1)
            text = Text.assemble(" ", (named[at], "bold reverse" if chosen else ""), text)
        self.put(Text.assemble(text, " "))


class KeyBar(Bar):
    """The keys that make sense here, as many as fit."""

    def put_keys(self, keys: Pairs, ends: Pairs = ()) -> None:
        """Show (key, what it does) pairs from the left, as many as leave room for the last ones.

        Those that do not fit are in the help; of the last ones, the very last gives way last.
        """
        text = Text(" ")
        for key, label in foot(keys, ends, max(20, self.app.size.width)):
            text.append(key, "bold cyan")
            text.append(f" {label}  ")
        text.rstrip()
        self.put(text)


Pairs = Sequence[tuple[str, str]]
"""Keys and what they do."""


def foot(keys: Pairs, ends: Pairs, width: int) -> list[tuple[str, str]]:
    """Return the keys that stand at the foot of a screen, the last ones kept first."""
    room = width + 1  # the blanks after the last key may go out of the screen
    kept = fitting(ends[::-1], room)[::-1]
    return [*fitting(keys, room - sum(map(_size, kept))), *kept]


def fitting(pairs: Pairs, room: int) -> list[tuple[str, str]]:
    """Return the pairs that stand in so many cells, the first ones first."""
    found = []
    for pair in pairs:
        if _size(pair) <= room:
            found.append(pair)
            room -= _size(pair)
    return found


def _size(pair: tuple[str, str]) -> int:
    return cell_len(pair[0]) + cell_len(pair[1]) + 3


class NoticeBar(Static):
    """One notice above the keys; it goes away by itself, an urgent one later."""

    SECONDS = 6
    URGENT_SECONDS = 20

    def __init__(self) -> None:
        super().__init__("", id="notice", markup=False)
        self.display = False
        self._timer: Timer | None = None
        self.words = ""
        """What it says now, or said last."""

    def tell(self, words: str, urgent: bool = False) -> None:
        """Show a notice."""
        self.words = clean(words)
        rows = typeset.words(self.words, max(20, self.app.size.width) - 2)
        told = "\n".join(row.text for row in rows)
        self.update(Text(told, "bold red" if urgent else "bold"))
        self.display = True
        if self._timer is not None:
            self._timer.stop()
        seconds = self.URGENT_SECONDS if urgent else self.SECONDS
        self._timer = self.set_timer(seconds, self.hide)

    def hide(self) -> None:
        """Take the notice away."""
        self.display = False
