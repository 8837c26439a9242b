"""Other words for a line of the minutes, asked in one line."""

from __future__ import annotations

from datetime import date

from partner_tui.documents import words
from partner_tui.domain import minutes
from partner_tui.domain.changes import Seen
from partner_tui.domain.records import Action, Risk, Topic
from partner_tui.domain.spoken import Spoken, read, written
from partner_tui.domain.text import one_line
from partner_tui.domain.topics import spoken_topic, written_topic
from partner_tui.domain.workspace import TABLE_OF, Change, editing
from partner_tui.i18n import _, current
from partner_tui.screens.meeting.heard import doubt, heard
from partner_tui.screens.meeting.view import key_of
from partner_tui.screens.minutes import MinutesScreen, Noted


class Rewording:
    """Asks for a line again; of a follow-up, who and when are said again too."""

    def __init__(self, screen: MinutesScreen, record: Noted) -> None:
        self._screen, self._record = screen, record
        self._insisted = ""

    @property
    def _slot(self) -> str:
        return f"edit:{key_of(self._record)}"

    @property
    def _day(self) -> date:
        return minutes.day_of(self._screen.view.meeting, self._screen.view.today)

    def ask(self, text: str = "") -> None:
        """Ask for the line."""
        record = self._record
        if isinstance(record, Action):
            now = written(record, self._screen.workspace, self._day)
        elif isinstance(record, Topic):
            now = written_topic(record)
        elif isinstance(record, Risk):
            now = one_line(record.event)
        else:
            now = one_line(record.text)
        label = words.cite(record, current()) or _("Corriger")
        self._screen.ask_line(label, self._take, self._hint, text or now, slot=self._slot)

    def _read(self, text: str) -> Spoken:
        if not isinstance(self._record, Action):
            return Spoken(text)
        return read(text, self._screen.workspace, self._day)

    def _hint(self, text: str) -> str:
        record = self._record
        if not isinstance(record, Action) or not text.strip():
            return ""
        spoken, workspace, t = self._read(text), self._screen.workspace, current()
        said = heard(spoken, words.cite(record, t), workspace, self._day, t)
        insist = text == self._insisted and doubt(spoken, workspace, t)
        return said + " " + _("⏎ encore\u00a0: noter tel quel") if insist else said

    def _take(self, text: str) -> None:
        spoken, record = self._read(text), self._record
        if not spoken.text or (not spoken.clear and text != self._insisted):
            self._insisted = text
            self.ask(text)
            return
        table = TABLE_OF[type(record)]
        name = {Topic: "title", Risk: "event"}.get(type(record), "text")
        seen = Seen(table=table, id=record.id, field=name, value=getattr(record, name))
        change = self._reworded(record, spoken)
        if not self._screen.apply(f"{table}.edit", change, [seen]):
            self.ask(text)

    def _reworded(self, record: Noted, spoken: Spoken) -> Change:
        match record:
            case Action():
                return minutes.rewording(
                    record, spoken, self._screen.view.today, self._screen.services.workbook.who
                )
            case Topic():
                title, planned = spoken_topic(spoken.text)
                return editing(Topic, record.id, title=title, minutes=planned)
            case Risk():
                return editing(Risk, record.id, event=spoken.text)
        return editing(type(record), record.id, text=spoken.text)
