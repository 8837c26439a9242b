"""The minutes of a meeting as they are shown."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from partner_tui import resources
from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.domain.records import Action, Decision, Meeting, Note, Record, Risk, Topic
from partner_tui.domain.topics import topics_of
from partner_tui.i18n import _, current
from partner_tui.screens.above import Above
from partner_tui.screens.hinting import HintingScreen
from partner_tui.screens.meeting.lines import body
from partner_tui.screens.meeting.view import View
from partner_tui.screens.meeting.words import headings, named, told
from partner_tui.widgets.chrome import Bar, TitleBar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.page import Page

Noted = Action | Decision | Note | Risk | Topic
CLOCK_SECONDS = 60


class MinutesScreen(Above, HintingScreen):
    """The lines of one meeting, and the line one types in; its subclass says what keys do."""

    CSS_PATH = resources.folder("styles") / "meetings.tcss"
    MODE = "meetings"
    SCOPES: ClassVar = (Scope.MEETING,)
    BINDINGS = bindings(Scope.WORK, Scope.MEETING)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    def __init__(self, services: Services, key: str, at: str = "") -> None:
        super().__init__(services)
        self._key, self._at = key, at
        self._fresh: frozenset[str] = frozenset()

    @property
    def meeting(self) -> Meeting | None:
        """The meeting; None once its creation was undone."""
        return self.workspace.find(Meeting, self._key)

    @property
    def view(self) -> View:
        """The meeting as its lines are made from it."""
        return View(
            self.workspace,
            self.meeting or Meeting(id=self._key),
            self.services.today(),
            current(),
            self._fresh,
            self.services.settings.keys,
            self.services.workbook.now(),
            self.services.guide,
        )

    @property
    def record(self) -> Noted | None:
        """What the chosen line shows, when it is a record of its own."""
        table, _slash, key = self.lines.key.partition("/")
        record: Record | None = self.workspace.tables.get(table, {}).get(key)
        return record if isinstance(record, Noted) else None

    @property
    def topic(self) -> Topic | None:
        """The topic of the chosen line: itself, or the one it was noted under."""
        record = self.record
        if record is None or isinstance(record, Topic):
            return record
        if isinstance(record, Risk):
            return None
        here = topics_of(self.workspace, self.view.meeting)
        return next((topic for topic in here if topic.id == record.topic), None)

    def compose_body(self) -> ComposeResult:
        """Lay the minutes, the pane of the chosen line, and what is said while one types."""
        with Container(id="both"):
            yield LineList()
            yield Page(classes="pane", tight=True)
        yield Bar(id="hint")

    # -- showing

    def on_mount(self) -> None:
        """Look at a running clock once a minute; without one nothing is painted."""
        super().on_mount()
        self.set_interval(CLOCK_SECONDS, self._look_at_the_clock)

    def _look_at_the_clock(self) -> None:
        if self.is_current and self.meeting is not None and self.meeting.clock is not None:
            self.lines.show(body(self.view))

    def show_body(self) -> None:
        """Show the minutes; leave when they are no more."""
        if self.meeting is None:
            self.call_after_refresh(self._leave)
            return
        self.lines.show(body(self.view), self._at)
        self._at = ""
        self._tell()
        super().show_body()

    def _leave(self) -> None:
        if self.is_current:
            self.dismiss()

    def show_title(self) -> None:
        """Show which meeting this is, and that all is saved."""
        super().show_title()
        saved, urgent = self.saved_words()
        title = headings(self.view, self.app.size.width - len(saved) - 4)
        if words := self.lines.needle:
            sought = _("filtre\u00a0: {words} (échap l'enlève)").format(words=words)
            title = f"{named(self.view.meeting, current())} · {sought}"
        self.query_one(TitleBar).put_title(title, saved, urgent)

    def way_out(self) -> str:
        """Say that q goes back to the list of meetings."""
        return _("rencontres")

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys that are not beside a heading already."""
        view = self.view
        return [
            (view.key("decision"), _("décision")),
            (view.key("action"), _("suivi")),
            ("⏎", _("ouvrir")),
            (view.key("edit"), _("corriger")),
            self.key_of("work.copy-all"),
        ]

    def _tell(self) -> None:
        self.query_one(Page).show(told(self.view, self.lines.key))

    @on(LineList.Moved)
    def _moved(self) -> None:
        if self._fresh and not self._slot:
            self._fresh = frozenset()
            self.show_body()
        else:
            self._tell()

    def noted(self, key: str) -> None:
        """Mark a line that was just noted, the cursor on it."""
        self._fresh |= {key}
        self.lines.show(body(self.view), key)
