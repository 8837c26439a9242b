"""Calling a meeting off, or moving it, with the reason; a message is planned to say so."""

from __future__ import annotations

from collections.abc import Callable

from partner_tui.documents import words
from partner_tui.domain.adopting import is_settled
from partner_tui.domain.holding import cancelling, holding, moving
from partner_tui.domain.parsing import read_date
from partner_tui.domain.records import Line, Meeting, new_id
from partner_tui.domain.series import proposed
from partner_tui.holding import untouchable
from partner_tui.i18n import N_, _, current, translator
from partner_tui.messages import Notice
from partner_tui.screens.base import WorkScreen
from partner_tui.screens.meeting.words import dated


class Moving:
    """Asks why a meeting is not held as planned, and which day it is held instead."""

    def __init__(self, screen: WorkScreen, meeting: Meeting) -> None:
        self._screen, self._meeting = screen, meeting
        self._today = screen.services.today()
        self._day = self._today

    @property
    def _name(self) -> str:
        return words.cite(self._meeting, current()) or words.day(self._meeting.on)

    def _refused(self) -> bool:
        if is_settled(self._meeting):
            self._screen.post_message(Notice(untouchable(self._meeting)))
            return True
        return False

    # -- calling off

    def cancel(self) -> None:
        """Ask why it is called off; a meeting that was is held after all."""
        if self._refused():
            return
        if self._meeting.cancelled:
            done = _("{name} aura lieu\u00a0: à dire aussi à qui l'on avait prévenu.")
            change = holding(self._meeting.id)
            self._screen.apply("meeting.restore", change, told=done.format(name=self._name))
            return
        label = _("{name} annulée\u00a0: pourquoi?").format(name=self._name)
        self._ask_why(label, self._cancel, f"cancel:{self._meeting.id}")

    def _ask_why(self, label: str, then: Callable[[str], None], slot: str) -> None:
        self._screen.ask(label, then, slot=slot)
        self._screen.post_message(Notice(_("Ne nommez personne qui reçoit des services.")))

    def _cancel(self, reason: str) -> None:
        t = translator(self._screen.workspace.partnership.language)
        said = t.text(N_("La rencontre du {day} est annulée\u00a0: {reason}."))
        change = cancelling(self._meeting, reason, self._word(said, reason=reason.rstrip(" .")))
        done = _("Annulée. Un message à envoyer vous attend à l'accueil; n prépare la suivante.")
        self._screen.apply("meeting.cancel", change, told=done)

    # -- moving

    def move(self, text: str = "") -> None:
        """Ask for the new day, then why."""
        if self._refused():
            return
        usual = proposed(self._screen.workspace, self._meeting, self._today)
        label = _("{name} déplacée au (par exemple {day})").format(
            name=self._name, day=dated(usual, current())
        )
        self._screen.ask(label, self._take_day, text, slot=f"move:{self._meeting.id}")

    def _take_day(self, text: str) -> None:
        day = read_date(text, max(self._today, self._meeting.on or self._today))
        if day is None or day == self._meeting.on:
            said = _("«\u00a0{words}\u00a0» n'est pas une autre date.").format(words=text)
            self._screen.post_message(Notice(said))
            self.move(text)
            return
        self._day = day
        label = _("{name} → {day}\u00a0: pourquoi?").format(
            name=self._name, day=dated(day, current())
        )
        self._ask_why(label, self._move, f"move-why:{self._meeting.id}")

    def _move(self, reason: str) -> None:
        screen, t = self._screen, translator(self._screen.workspace.partnership.language)
        said = t.text(N_("La rencontre du {day} est déplacée au {other}\u00a0: {reason}."))
        word = self._word(said, other=t.day(self._day), reason=reason.rstrip(" ."))
        who = screen.services.workbook.who
        change = moving(self._meeting, self._day, reason, word, today=self._today, by=who)
        done = _("Déplacée. Un message à envoyer vous attend à l'accueil.")
        screen.apply("meeting.move", change, told=done)

    def _word(self, said: str, **values: str) -> Line:
        """Return the line of the communication plan that tells people."""
        t = translator(self._screen.workspace.partnership.language)
        on = self._meeting.on
        return Line(
            id=new_id(),
            text=said.format(day=t.day(on) if on else t.text(N_("sans date")), **values),
            audience=t.text(N_("les personnes attendues")),
            owner=self._meeting.chair,
            due=self._today,
        )
