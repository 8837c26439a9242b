"""Rencontres: the meetings, newest first; Enter opens the minutes."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from partner_tui import resources
from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.documents.verbs import title
from partner_tui.documents.voice import Voice
from partner_tui.domain import minutes
from partner_tui.domain.meetings import meeting_of
from partner_tui.domain.records import Action, Decision, Meeting, Record
from partner_tui.domain.workspace import adding, archiving
from partner_tui.i18n import _, current
from partner_tui.screens import records
from partner_tui.screens.base import WorkScreen, key_help
from partner_tui.screens.meeting.moving import Moving
from partner_tui.screens.meeting.view import View
from partner_tui.screens.meeting.words import named
from partner_tui.screens.meetings.lines import ANNOUNCED, lines, told
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.page import Page


class MeetingsScreen(WorkScreen):
    """The list of meetings, the chosen one told below."""

    CSS_PATH = resources.folder("styles") / "meetings.tcss"
    MODE = "meetings"
    SCOPES: ClassVar = (Scope.MEETINGS,)
    BINDINGS = bindings(Scope.WORK, Scope.MEETINGS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor."""
        return self.workspace.find(Meeting, self.lines.key.removeprefix("meetings/"))

    def compose_body(self) -> ComposeResult:
        """Lay the list and the pane."""
        with Container(id="both"):
            yield LineList()
            yield Page(classes="pane", tight=True)

    def keys(self) -> list[tuple[str, str]]:
        """Say first that Enter opens the minutes."""
        return [
            key_help("enter", _("ouvrir")),
            *super().keys(),
            self.key_of("work.copy-all", _("copier")),
        ]

    def show_body(self) -> None:
        """Show the meetings."""
        self.lines.show(lines(self.workspace, self.services.today(), current()))
        self._tell()

    @on(LineList.Moved)
    def _tell(self) -> None:
        meeting = self.meeting
        view = meeting and View(self.workspace, meeting, self.services.today(), current())
        self.query_one(Page).show(told(view) if view else ())

    # -- opening

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        if event.key == ANNOUNCED:
            self.action_new()
        else:
            self._open(event.key.removeprefix("meetings/"))

    def _open(self, key: str, at: str = "") -> None:
        from partner_tui.screens.meeting.screen import MeetingScreen

        self.lines.move_to(f"meetings/{key}")
        self.app.push_screen(MeetingScreen(self.services, key, at))

    def go_to(self, key: str) -> None:
        """Open the meeting where a record was noted, at its line; else the form of the record."""
        meeting = meeting_of(self.workspace, key)
        table, _slash, name = key.partition("/")
        record: Record | None = self.workspace.tables.get(table, {}).get(name)
        if meeting is not None:
            self._open(meeting.id, "" if table == "meetings" else key)
        elif isinstance(record, Action | Decision):
            records.edit(self, record)
        else:
            super().go_to(key)

    # -- changing

    def action_new(self) -> None:
        """Prepare minutes from the template and open them."""
        fresh = minutes.prepared(self.workspace, self.services.today())
        if self.apply("meeting.add", adding(fresh)):
            self._open(fresh.id)

    def action_edit(self) -> None:
        """Open the form of the meeting."""
        if meeting := self.meeting:
            records.edit(self, meeting)

    def action_life(self) -> None:
        """Open where the minutes are: proposed, confirmed, adopted."""
        from partner_tui.screens.life.screen import LifeScreen

        if meeting := self.meeting:
            self.app.push_screen(LifeScreen(self.services, meeting.id))

    def action_template(self) -> None:
        """Arrange the headings of the agenda for every meeting."""
        from partner_tui.screens.meetings.template import TemplateScreen

        self.app.push_screen(TemplateScreen(self.services))

    def action_cancel(self) -> None:
        """Call the meeting off, with the reason; or hold it after all."""
        if meeting := self._planned():
            Moving(self, meeting).cancel()

    def action_move(self) -> None:
        """Give the meeting another day, with the reason."""
        if meeting := self._planned():
            Moving(self, meeting).move()

    def _planned(self) -> Meeting | None:
        """Return the chosen meeting, or the one that was only announced."""
        if self.lines.key == ANNOUNCED:
            return minutes.prepared(self.workspace, self.services.today())
        return self.meeting

    def action_archive(self) -> None:
        """Put the minutes away."""
        if meeting := self.meeting:
            said = _("Rangé\u00a0: {what}. u le ramène.").format(what=title(meeting, current()))
            self.apply("meeting.archive", archiving(Meeting, meeting.id), told=said)

    # -- copying

    def copy_item(self) -> tuple[str, str] | None:
        """Return when and where the meeting is."""
        meeting = self.meeting
        if meeting is None:
            return None
        name = named(meeting, current())
        day = current().day(meeting.on)
        place = Voice(self.workspace, current()).name(meeting, "place")
        return ", ".join(filter(None, (name, day, meeting.start, place))), name

    def document(self) -> tuple[str, int]:
        """Return the minutes of the chosen meeting."""
        return "minutes", self.meeting.number if self.meeting else 0


def screen(services: Services) -> MeetingsScreen:
    """Build the screen."""
    return MeetingsScreen(services)
