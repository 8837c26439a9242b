"""Closing a meeting: what carries over and what ends, and when the next one is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from partner_tui.documents import words
from partner_tui.domain.agenda import available
from partner_tui.domain.meetings import open_actions
from partner_tui.domain.records import Topic
from partner_tui.domain.series import following, proposed
from partner_tui.domain.timing import total
from partner_tui.domain.topics import Fate, fate_of, settling, topics_of, turning
from partner_tui.i18n import N_, _, current, ngettext
from partner_tui.screens.dialogs.closing import Row, Settle
from partner_tui.screens.meeting.topics import FATES, TURNS, turned
from partner_tui.screens.meeting.words import dated
from partner_tui.screens.minutes import MinutesScreen

CARRIED = {
    Fate.CARRY: N_("suit à la prochaine"),
    Fate.END: N_("terminé"),
    Fate.PARK: N_("mis de côté"),
    Fate.SKIP: N_("saute la prochaine"),
}
NEXT = "next"


class Closing:
    """Asks what becomes of each topic; what nobody ends stays."""

    def __init__(self, screen: MinutesScreen) -> None:
        self._screen = screen

    def turn(self, topic: Topic) -> None:
        """Give one topic its next fate in this meeting."""
        view = self._screen.view
        here = topics_of(view.workspace, view.meeting)
        on_table = topic in here and topic.ended_in in ("", view.meeting.id)
        fate = turned(fate_of(topic, view.meeting)) if on_table else Fate.CARRY
        told = view.voice.colon(view.voice.name(topic, "title"), view.t.text(FATES[fate]))
        self._screen.apply("topic.state", turning(topic.id, fate, view.meeting.id), told=told)

    def ask(self) -> None:
        """Show every topic with what it becomes, and the next meeting."""
        view = self._screen.view
        number = words.cite(view.meeting, view.t)
        title = _("Boucler la rencontre {number}\u00a0: que devient chaque sujet?").format(
            number=number
        )
        rows = [*map(self._row, self._settled()), *self._next()]
        self._screen.app.push_screen(Settle(title, rows, self._notes()), self._take)

    def _settled(self) -> list[Topic]:
        """Return the topics to settle: those on the table that did not end somewhere else."""
        view = self._screen.view
        found = topics_of(view.workspace, view.meeting)
        return [topic for topic in found if topic.ended_in in ("", view.meeting.id)]

    def _row(self, topic: Topic) -> Row:
        view = self._screen.view
        choices = [(fate.value, _(CARRIED[fate])) for fate in TURNS]
        name = view.voice.name(topic, "title")
        return Row(topic.id, name, choices, fate_of(topic, view.meeting).value)

    def _next(self) -> list[Row]:
        """Return the line of the next meeting, unless it is prepared already."""
        view = self._screen.view
        if following(view.workspace, view.meeting):
            return []
        known = view.meeting.next_on
        days = [known or proposed(view.workspace, view.meeting, view.today)]
        choices = [(day.isoformat(), dated(day, view.t)) for day in days]
        choices.append(("", _("date à fixer")))
        return [Row(NEXT, _("Prochaine rencontre"), choices, choices[0][0])]

    def _notes(self) -> list[str]:
        view = self._screen.view
        count = len(open_actions(view.workspace))
        notes = []
        if count:
            notes.append(
                ngettext(
                    "{n} suivi ouvert reviendra à la prochaine rencontre.",
                    "{n} suivis ouverts reviendront à la prochaine rencontre.",
                    count,
                )
            )
        if timed := total(view.meeting, view.now):
            said = _("Sujets minutés\u00a0: {n}\u00a0min sur {total}.")
            notes.append(said.format(n=timed, total=available(view.meeting)))
        if later := following(view.workspace, view.meeting):
            when = dated(later.on, view.t)
            notes.append(_("La prochaine est déjà préparée\u00a0: {day}.").format(day=when))
        return notes

    def _take(self, chosen: Mapping[str, str] | None) -> None:
        if chosen is None:
            return
        view = self._screen.view
        day = chosen.get(NEXT)
        next_on = view.meeting.next_on if day is None else _day(day)
        fates = {key: Fate(value) for key, value in chosen.items() if key != NEXT}
        change = settling(view.meeting.id, fates, view.today, next_on, view.now)
        self._screen.apply("meeting.close", change, told=_told(fates, next_on))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _told(fates: Mapping[str, Fate], next_on: date | None) -> str:
    counts = Counter(fates.values())
    parts = [f"{counts[fate]} {_(FATES[fate])}" for fate in TURNS if counts[fate]]
    said = _("Rencontre bouclée.")
    if parts:
        said += " " + _("Sujets\u00a0: {parts}.").format(parts=", ".join(parts))
    if next_on:
        said += " " + _("Prochaine\u00a0: {day}.").format(day=dated(next_on, current()))
    return said + " " + _("Y copie le compte rendu; v le propose.")
