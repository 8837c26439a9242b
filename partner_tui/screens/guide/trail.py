"""Which chapters were read, in order, and where in each."""

from __future__ import annotations

from partner_tui.widgets.reader import Place


class Trail:
    """The way through the guide: back, forward, and the place left in each chapter."""

    def __init__(self) -> None:
        self._chapters: list[str] = []
        self._at = -1
        self._places: dict[str, Place] = {}

    @property
    def chapter(self) -> str:
        """The chapter that is open, or nothing yet."""
        return self._chapters[self._at] if self._chapters else ""

    def leave(self, place: Place) -> None:
        """Remember where the open chapter is left."""
        if self.chapter:
            self._places[self.chapter] = place

    def visit(self, chapter: str) -> None:
        """Go on to a chapter; what had been gone back from is forgotten."""
        if chapter != self.chapter:
            del self._chapters[self._at + 1 :]
            self._chapters.append(chapter)
            self._at = len(self._chapters) - 1

    def resume(self, told: str) -> str:
        """Begin where an earlier session was left, as `told` says it; return the chapter."""
        chapter, anchor, below = (*told.split(" "), "", "")[:3]
        if not chapter or not below.isdigit():
            return ""
        self.visit(chapter)
        self.leave((anchor.lstrip("-"), int(below)))
        return chapter

    @property
    def told(self) -> str:
        """The chapter that is open and the place left in it, for another session."""
        anchor, below = self.place(self.chapter)
        return f"{self.chapter} {anchor or '-'} {max(0, below)}"

    def step(self, by: int) -> bool:
        """Go back or forward; return whether there was a way."""
        if not 0 <= self._at + by < len(self._chapters):
            return False
        self._at += by
        return True

    def place(self, chapter: str) -> Place:
        """Return where a chapter was left, its beginning the first time."""
        return self._places.get(chapter, ("", 0))
