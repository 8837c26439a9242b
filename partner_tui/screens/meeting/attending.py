"""Ticking who is at a meeting, then who of the others had sent word."""

from __future__ import annotations

from partner_tui.domain import minutes
from partner_tui.domain.changes import Seen
from partner_tui.domain.records import Contact, Meeting
from partner_tui.i18n import _
from partner_tui.screens.dialogs.pick import Pick
from partner_tui.screens.meeting.view import View, role
from partner_tui.screens.minutes import MinutesScreen
from partner_tui.widgets.lines import Cell, Line

Strings = tuple[str, ...]


class Attending:
    """Asks who is present, then who of the others had sent word."""

    def __init__(self, screen: MinutesScreen) -> None:
        self._screen = screen
        self._present: Strings = ()

    @property
    def _view(self) -> View:
        return self._screen.view

    def ask(self) -> None:
        """Ask who is present; those of last time are ticked."""
        view = self._view
        people = minutes.here(view.workspace, view.meeting)
        chosen = minutes.present_by_default(view.workspace, view.meeting)
        pick = Pick(_("Qui est là?"), [self._line(c) for c in people], chosen, many=True)
        self._screen.app.push_screen(pick, self._take_present)

    def _line(self, contact: Contact) -> Line:
        name = self._view.voice.organization(contact.organization, short=True)
        cells = (Cell(role(self._view, contact.id), "", None), Cell("  "), Cell(name, "dim", 24))
        return Line(cells, key=contact.id, search=contact.holder)

    def _take_present(self, present: Strings | None) -> None:
        if present is None:
            return
        self._present = present
        view = self._view
        known = {*minutes.expected(view.workspace, view.meeting), *self._away(view.meeting)}
        away = [
            contact
            for contact in minutes.here(view.workspace, view.meeting)
            if contact.id in known and contact.id not in present
        ]
        if not away:
            self._keep((), ())
            return
        title = _("Qui s'est excusé? Les autres seront notés absents.")
        lines = [self._line(contact) for contact in away]
        excused = tuple(c.id for c in away if c.id in view.meeting.excused)

        def take(picked: Strings | None) -> None:
            if picked is None:
                self._keep(excused, tuple(k for k in view.meeting.absent if k not in present))
            else:
                self._keep(picked, tuple(c.id for c in away if c.id not in picked))

        self._screen.app.push_screen(Pick(title, lines, excused, many=True), take)

    def _away(self, meeting: Meeting) -> Strings:
        return (*meeting.excused, *meeting.absent)

    def _keep(self, excused: Strings, absent: Strings) -> None:
        meeting = self._view.meeting
        seen = [
            Seen(table="meetings", id=meeting.id, field=name, value=getattr(meeting, name))
            for name in ("present", "excused", "absent")
        ]
        change = minutes.attending(meeting.id, self._present, excused, absent)
        self._screen.apply("meeting.edit", change, seen)
