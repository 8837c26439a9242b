"""Noting lines of one kind one after another, without leaving the line one types in."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from partner_tui.documents import words
from partner_tui.domain import minutes
from partner_tui.domain.changes import Seen
from partner_tui.domain.records import Action, Decision, Meeting, Record, Risk, Topic
from partner_tui.domain.said import decided, kept_here
from partner_tui.domain.spoken import Spoken, read
from partner_tui.domain.text import one_line
from partner_tui.domain.topics import (
    Fate,
    a_topic,
    same_topic,
    spoken_topic,
    topics_of,
    turning,
)
from partner_tui.domain.values import NoteKind, TopicState
from partner_tui.domain.workspace import TABLE_OF, adding, editing, next_number
from partner_tui.i18n import N_, _, current
from partner_tui.screens.meeting.heard import doubt, heard
from partner_tui.screens.meeting.view import View, key_of
from partner_tui.screens.minutes import MinutesScreen

LABELS: Final = {
    "decision": N_("Décision"),
    "action": N_("Suivi"),
    "win": N_("Réussite"),
    "difficulty": N_("Difficulté"),
    "news": N_("Nouvelle"),
    "risk": N_("Risque"),
    "topic": N_("Sujet"),
    "timeline": N_("L'échéancier tient-il?"),
}
"""Kind of line → what the line asks for."""


class Dictation:
    """Asks for lines of one kind until an empty one; each is kept as soon as Enter is pressed."""

    def __init__(self, screen: MinutesScreen, kind: str, topic: Topic | None = None) -> None:
        self._screen, self._kind = screen, kind
        self._topic = topic if kind not in ("topic", "timeline", "risk") else None
        """What it is noted under."""
        self._meeting = screen.view.meeting.id
        self._insisted = ""
        """A doubtful line that was shown once; the same again is kept as it is."""
        self._last = ""
        """What was just noted."""

    @property
    def slot(self) -> str:
        """The name of the draft of this kind of line in this meeting."""
        return f"{self._meeting}:{self._kind}"

    def ask(self, text: str = "") -> None:
        """Ask for a line."""
        if self._kind == "timeline":
            text = text or self._screen.view.meeting.timeline
        label = _(LABELS[self._kind])
        if self._topic is not None:
            title = self._screen.view.voice.name(self._topic, "title")
            label = f"{label} · {one_line(title, 24)}"
        again = self._kind != "timeline"
        self._screen.ask_line(label, self._take, self._hint, text, slot=self.slot, again=again)

    def _take(self, text: str) -> None:
        view = self._screen.view
        if self._kind == "timeline":
            self._keep_timeline(view.meeting, text)
            return
        spoken = self._read(text)
        if not spoken.text or (not spoken.clear and text != self._insisted):
            self._insisted = text
            self.ask(text)
            return
        if self._kind == "topic" and (known := same_topic(view.workspace, text)):
            self._take_up(known)
            return
        record = replace(self._record(view, spoken), private=kept_here(text)[1])
        if not self._screen.apply(f"{self._kind}.add", adding(record), []):
            self.ask(text)
            return
        self._insisted = ""
        self._last = self._said(record, spoken)
        self._screen.noted(key_of(record))
        self.ask()

    def _take_up(self, topic: Topic) -> None:
        """Take up a topic again rather than have it twice."""
        here = topics_of(self._screen.workspace, self._screen.view.meeting)
        if topic not in here or topic.state is not TopicState.OPEN:
            change = turning(topic.id, Fate.CARRY, self._meeting)
            self._screen.apply("topic.reopen", change)
        self._screen.noted(key_of(topic))
        self.ask()

    def _keep_timeline(self, meeting: Meeting, text: str) -> None:
        seen = Seen(table="meetings", id=meeting.id, field="timeline", value=meeting.timeline)
        change = editing(Meeting, meeting.id, timeline=text)
        if self._screen.apply("meeting.edit", change, [seen]):
            self._screen.noted("timeline")
        else:
            self.ask(text)

    def _read(self, text: str) -> Spoken:
        view, (text, _private) = self._screen.view, kept_here(text)
        if self._kind not in ("action", "risk"):
            return Spoken(text)
        return read(text, view.workspace, minutes.day_of(view.meeting, view.today))

    def _record(self, view: View, spoken: Spoken) -> Record:
        under = self._topic.id if self._topic else ""
        if self._kind == "topic":
            return a_topic(view.meeting, spoken.text)
        if self._kind == "action":
            return replace(minutes.an_action(view.meeting, spoken, view.today), topic=under)
        if self._kind == "risk":
            return minutes.a_risk(view.meeting, spoken)
        if self._kind == "decision":
            said, how = decided(spoken.text)
            decision = minutes.a_decision(view.meeting, said, view.today)
            return replace(decision, topic=under, how=how)
        return replace(minutes.a_note(view.meeting, NoteKind(self._kind), spoken.text), topic=under)

    # -- saying what is understood

    def _hint(self, text: str) -> str:
        """Return what is understood of what is typed, before it is kept."""
        plain, private = kept_here(text)
        said = self._understood(plain if private else text)
        mark = _("⌂ privé\u00a0: reste hors des copies et des exports") if private else ""
        return " · ".join(filter(None, (mark, said)))

    def _understood(self, text: str) -> str:
        workspace = self._screen.workspace
        if self._last and not text:
            return _("✓ noté\u00a0: {what}").format(what=self._last)
        if self._kind == "decision":
            return self._decision(next_number(workspace.table(Decision).values()), text)
        if self._kind == "topic":
            return self._known(text)
        if self._kind == "risk":
            return self._risk(text)
        if self._kind != "action":
            return ""
        if not text.strip():
            return _("quoi @qui jeudi prochain, ou quoi @qui → 2026-12-03")
        spoken = self._read(text)
        said = self._heard(spoken, next_number(workspace.table(Action).values()))
        if text == self._insisted and doubt(spoken, workspace, current()):
            return said + " " + _("⏎ encore\u00a0: noter tel quel")
        return said

    def _risk(self, text: str) -> str:
        """Return what is understood of a risk: its number, who watches it."""
        if not text.strip():
            return _("ce qui pourrait arriver @qui; il se juge ensuite à l'écran Risques")
        workspace = self._screen.workspace
        spoken = self._read(text)
        if question := doubt(spoken, workspace, current()):
            insist = _("⏎ encore\u00a0: noter tel quel") if text == self._insisted else ""
            return f"{question} {insist}".strip()
        number = next_number(workspace.table(Risk).values())
        voice = self._screen.view.voice
        who = voice.contact(spoken.owner) or voice.organization(spoken.organization, short=True)
        said = [words.cite(Risk(id="", number=number), current()), f"@{who}" if who else ""]
        return " ".join(filter(None, [*said, words.day(spoken.due)]))

    def _known(self, text: str) -> str:
        """Return what is understood of a topic; that it was there before, if it was."""
        view = self._screen.view
        if not text.strip():
            return _(
                "un sujet reste jusqu'à ce qu'on le termine; à la fin, son temps\u00a0: 15 min"
            )
        if known := same_topic(view.workspace, text):
            return _("{title}\u00a0: déjà un sujet ({state}); ⏎ le reprend").format(
                title=one_line(view.voice.name(known, "title"), 40),
                state=words.label(known.state, view.t),
            )
        title, planned = spoken_topic(text)
        return _("{title} → {n}\u00a0min").format(title=title, n=planned) if planned else ""

    def _heard(self, spoken: Spoken, number: int) -> str:
        view = self._screen.view
        day = minutes.day_of(view.meeting, view.today)
        reference = words.cite(Action(id="", number=number), view.t)
        return heard(spoken, reference, self._screen.workspace, day, view.t)

    def _decision(self, number: int, text: str) -> str:
        how = words.label(decided(text)[1], current())
        return _("{reference}, {how}; (vote) ou (consensus) à la fin le dit").format(
            reference=words.cite(Decision(id="", number=number), current()), how=how
        )

    def _said(self, record: Record, spoken: Spoken) -> str:
        """Return what was kept, under the number it was given."""
        whole = self._screen.services.workbook.workspace
        kept = whole.tables[TABLE_OF[type(record)]][record.id]
        if self._kind == "action":
            return self._heard(spoken, kept.number)
        return f"{words.cite(kept, current())} {spoken.text}".strip()
