"""One meeting: its minutes, noted line by line while people talk."""

from __future__ import annotations

from typing import ClassVar

from textual import on

from partner_tui.commands import Scope, bindings
from partner_tui.documents import words
from partner_tui.documents.verbs import title
from partner_tui.domain import actions, minutes, timing
from partner_tui.domain.adopting import is_settled
from partner_tui.domain.agenda import begun
from partner_tui.domain.changes import Seen
from partner_tui.domain.records import Action, Risk, Topic
from partner_tui.domain.workspace import TABLE_OF, archiving
from partner_tui.holding import untouchable
from partner_tui.i18n import _, current
from partner_tui.messages import Go, Notice
from partner_tui.screens import records
from partner_tui.screens.meeting.asks import Rewording
from partner_tui.screens.meeting.attending import Attending
from partner_tui.screens.meeting.closing import Closing
from partner_tui.screens.meeting.dictation import Dictation
from partner_tui.screens.meeting.moving import Moving
from partner_tui.screens.meeting.planning import Planning
from partner_tui.screens.meeting.topics import clock_told
from partner_tui.screens.meeting.trigger_answers import answer, turn_alarm
from partner_tui.screens.meeting.view import key_of
from partner_tui.screens.meeting.words import copied
from partner_tui.screens.minutes import MinutesScreen
from partner_tui.screens.postponing import Postponing
from partner_tui.widgets.line_list import LineList


class MeetingScreen(MinutesScreen):
    """The minutes of one meeting, open above the list of meetings."""

    SCOPES: ClassVar = (Scope.MEETING,)
    BINDINGS = bindings(Scope.WORK, Scope.MEETING)

    # -- noting

    def action_add(self, kind: str) -> None:
        """Note lines of one kind, one after another."""
        if self._refused():
            return
        self.lines.filter("")
        Dictation(self, kind, self.topic).ask()

    def action_attendance(self) -> None:
        """Tick who is there."""
        if self._refused():
            return
        if minutes.here(self.workspace, self.view.meeting):
            Attending(self).ask()
        else:
            self.post_message(Notice(_("Notez d'abord les personnes, à l'écran Gens.")))

    def _refused(self) -> bool:
        """Say, before anything is typed, that adopted minutes do not change."""
        if is_settled(self.view.meeting):
            self.post_message(Notice(untouchable(self.view.meeting)))
            return True
        return False

    def action_life(self) -> None:
        """Open where these minutes are, or those of before under the cursor."""
        from partner_tui.screens.life.screen import LifeScreen

        table, _slash, key = self.lines.key.partition("/")
        known = key if table == "meetings" else self.view.meeting.id
        self.app.push_screen(LifeScreen(self.services, known))

    def action_clock(self) -> None:
        """Start or stop the time of the topic under the cursor."""
        if self._refused():
            return
        planned = self.lines.key.removeprefix("agenda/topics/")
        topic = self.workspace.find(Topic, planned) or self.topic
        if topic is None:
            self.post_message(Notice(_("Mettez d'abord le curseur sur un sujet.")))
            return
        now = self.services.workbook.now()
        change = timing.toggling(self.view.meeting.id, topic.id, now)
        if self.apply("meeting.time", change):
            self.lines.move_to(key_of(topic))
            self.post_message(Notice(clock_told(self.view, topic)))

    def action_cancel(self) -> None:
        """Call the meeting off, with the reason; or hold it after all."""
        Moving(self, self.view.meeting).cancel()

    def action_move(self) -> None:
        """Give the meeting another day, with the reason."""
        Moving(self, self.view.meeting).move()

    # -- the chosen line

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        if record := self.record:
            records.edit(self, record)
        elif event.key.startswith("agenda/"):
            Planning(self, event.key.removeprefix("agenda/")).ask()
        elif risk := self.risk:
            self.post_message(Go(f"risks/{risk.id}"))
        elif event.key == "timeline":
            self.action_add("timeline")
        elif event.key.startswith(("life", "meetings/")):
            self.action_life()
        elif event.key.startswith("attendance"):
            self.action_attendance()
        else:
            records.edit(self, self.view.meeting)

    def action_edit(self) -> None:
        """Correct the line in place; what is not a line of its own opens the form."""
        record = self.record
        if self.lines.key.startswith("agenda/"):
            Planning(self, self.lines.key.removeprefix("agenda/")).ask()
        elif risk := self.risk:
            records.edit(self, risk)
        elif self.lines.key == "timeline":
            self.action_add("timeline")
        elif record is None:
            records.edit(self, self.view.meeting)
        elif not isinstance(record, Topic | Risk) and "\n" in record.text:
            records.edit(self, record)
        else:
            Rewording(self, record).ask()

    def action_tick(self) -> None:
        """Take a follow-up to its next state."""
        if isinstance(self.record, Topic):
            Closing(self).turn(self.record)
            return
        action = self._action()
        if action is None:
            return
        seen = [Seen(table="actions", id=action.id, field="state", value=action.state)]
        state = words.label(actions.NEXT[action.state], current())
        told = f"{current().colon(words.cite(action, current()))} {state}"
        change = actions.advancing(action, self.services.today(), self.services.workbook.who)
        self.apply("action.state", change, seen, told)

    @property
    def risk(self) -> Risk | None:
        """The risk of the chosen line, when it asks whether one is coming."""
        table, _slash, key = self.lines.key.partition("/")
        return self.workspace.find(Risk, key) if table == "triggers" else None

    def action_answer(self, said: str) -> None:
        """Answer the question of a risk; an alarm opens its plan."""
        if self.risk is None:
            self._choose_a_question()
            return
        view = self.view
        day = minutes.day_of(view.meeting, view.today)
        answer(self, self.risk, said == "yes", day, view.meeting.id)

    def action_alarm(self) -> None:
        """Make the other answer the one that says a risk is coming."""
        if self.risk is None:
            self._choose_a_question()
        else:
            turn_alarm(self, self.risk)

    def _choose_a_question(self) -> None:
        told = _("Choisissez d'abord une question, sous «\u00a0À demander\u00a0».")
        self.post_message(Notice(told))

    def action_close(self) -> None:
        """Settle what carries over to the next meeting, and when it is."""
        if self._refused():
            return
        Closing(self).ask()

    def action_postpone(self) -> None:
        """Move the day of a follow-up, with the reason."""
        if action := self._action():
            view = self.view
            since = max(view.today, view.meeting.on or view.today)
            Postponing(self, action, since).ask()

    def _action(self) -> Action | None:
        """Return the follow-up of the chosen line; say which lines are some when it is none."""
        if isinstance(self.record, Action):
            return self.record
        self.post_message(Notice(_("Choisissez d'abord un suivi.")))
        return None

    def action_archive(self) -> None:
        """Put the line away."""
        record = self.record
        if record is None:
            self.post_message(
                Notice(_("Cette ligne fait partie de la fiche\u00a0: e pour la modifier."))
            )
            return
        told = _("Rangé\u00a0: {what}. u le ramène.").format(what=title(record, current()))
        table = TABLE_OF[type(record)]
        self.apply(f"{table}.archive", archiving(type(record), record.id), told=told)

    # -- copying

    def copy_item(self) -> tuple[str, str] | None:
        """Return the chosen line as one pastes it in a message."""
        text = copied(self.view, self.lines.key)
        return (text, text) if text else None

    def document(self) -> tuple[str, int]:
        """Return the minutes of this meeting, or its agenda while it has not begun."""
        meeting = self.view.meeting
        started = begun(self.workspace, meeting, self.services.today())
        return "minutes" if started else "agenda", meeting.number
