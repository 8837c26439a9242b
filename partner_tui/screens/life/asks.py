"""What each organization says of the minutes, and which versions are compared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from partner_tui.documents import words
from partner_tui.documents.minutes import is_same
from partner_tui.documents.minutes_life import said
from partner_tui.domain import adopting
from partner_tui.domain.adopting import is_settled
from partner_tui.domain.parsing import read_date
from partner_tui.domain.records import MinutesWord, Organization
from partner_tui.domain.values import MeetingState, OnMinutes
from partner_tui.i18n import _
from partner_tui.messages import Notice
from partner_tui.screens.comparing import Compare
from partner_tui.screens.dialogs.pick import Pick
from partner_tui.screens.life.lines import texts, version_name
from partner_tui.widgets.lines import Cell, Line

if TYPE_CHECKING:
    from partner_tui.screens.life.screen import LifeScreen


class Saying:
    """Notes what an organization says."""

    def __init__(self, screen: LifeScreen) -> None:
        self._screen = screen
        self._key = screen.meeting.id

    def confirm(self, organization: Organization | None) -> None:
        """Note that an organization confirms; take it back when it did already."""
        if organization is None or not self._may_say():
            self._where(organization)
            return
        screen = self._screen
        text = screen.text
        word = screen.meeting.words.get(organization.id)
        if word is not None and word.said is OnMinutes.CONFIRMED:
            change = adopting.saying(self._key, organization.id, None, text)
            screen.apply("meeting.comment", change, told=_("Confirmation retirée."))
            return
        self._agree(organization, screen.services.today())

    def _agree(self, organization: Organization, day: date) -> None:
        screen, text = self._screen, self._screen.text
        versions = screen.meeting.versions
        same = not versions or is_same(versions[-1].text, text, screen.workspace)
        yes = MinutesWord(on=day, by=screen.services.workbook.who)
        change = adopting.agreeing(self._key, organization.id, yes, text, same=same)
        if screen.apply("meeting.confirm", change):
            screen.post_message(Notice(self._confirmed(same)))

    def when(self, organization: Organization | None, typed: str = "") -> None:
        """Ask which day an organization said its word; one that said nothing confirms that day."""
        if organization is None or not self._may_say():
            self._where(organization)
            return
        screen = self._screen
        word = screen.meeting.words.get(organization.id)
        usual = words.day(word.on if word and word.on else screen.services.today())
        name = screen.view.voice.organization(organization.id, short=True)
        screen.ask(
            _("{name}, dit quel jour?").format(name=name),
            lambda text: self._take_day(organization, text),
            typed or usual,
            slot=f"life:when:{self._key}:{organization.id}",
        )

    def _take_day(self, organization: Organization, text: str) -> None:
        screen, today = self._screen, self._screen.services.today()
        day = read_date(text, today)
        if day is None or day > today:
            screen.post_message(Notice(past_day()))
            self.when(organization, text)
            return
        word = screen.meeting.words.get(organization.id)
        if word is None:
            self._agree(organization, day)
            return
        moved = replace(word, on=day)
        change = adopting.saying(self._key, organization.id, moved, screen.text)
        name = screen.view.voice.organization(organization.id, short=True)
        told = screen.view.voice.colon(name, said(screen.view.voice, moved))
        screen.apply("meeting.comment", change, told=told)

    def _confirmed(self, same: bool) -> str:
        meeting = self._screen.meeting
        if is_settled(meeting):
            return _("Chaque organisme attendu a confirmé\u00a0: compte rendu adopté. u l'annule.")
        if not same and adopting.is_agreed(self._screen.workspace, meeting):
            return _("Tous ont confirmé, mais le texte a changé\u00a0: p le propose, a l'adopte.")
        return _("Confirmation notée.")

    def correct(self, organization: Organization | None) -> None:
        """Ask for the words that an organization wants instead."""
        if organization is None or not self._may_say():
            self._where(organization)
            return
        word = self._screen.meeting.words.get(organization.id)
        self._screen.ask_reminding(
            _("Correction demandée"),
            lambda text: self._correct(organization.id, text),
            word.text if word else "",
            slot=f"life:correct:{self._key}:{organization.id}",
        )

    def _correct(self, organization: str, text: str) -> None:
        services = self._screen.services
        who, today = services.workbook.who, services.today()
        word = MinutesWord(said=OnMinutes.CORRECTION, on=today, text=text, by=who)
        change = adopting.saying(self._key, organization, word, self._screen.text)
        done = _("Correction notée. Corrigez la ligne dans la rencontre, puis p ici.")
        self._screen.apply("meeting.comment", change, told=done)

    def _where(self, organization: Organization | None) -> None:
        if organization is None:
            self._screen.post_message(Notice(_("Mettez d'abord le curseur sur un organisme.")))

    def _may_say(self) -> bool:
        if not self._screen.is_open():
            return False
        if self._screen.meeting.state is MeetingState.DRAFT:
            self._screen.post_message(Notice(_("Encore un brouillon\u00a0: p le propose d'abord.")))
            return False
        return True


def past_day() -> str:
    """Say which days a word or an adoption can have."""
    return _("Une date passée ou d'aujourd'hui, par exemple 2026-12-01.")


class Comparing:
    """Chooses two versions, and shows what differs."""

    def __init__(self, screen: LifeScreen) -> None:
        self._screen = screen
        self._texts = texts(screen.view, screen.text)

    def with_the_one_before(self, key: str) -> None:
        """Compare a version with the one before it, the first one with the last."""
        order = list(self._texts)
        if key not in order:
            return
        at = order.index(key)
        if len(order) == 1:
            self._screen.post_message(Notice(_("C'est la seule version; Y la copie.")))
        elif at:
            self._compare(order[at - 1], key)
        else:
            self._compare(key, order[-1])

    def choose(self) -> None:
        """Ask which two to compare, when there are more."""
        order = list(self._texts)
        if len(order) < 2:
            self._screen.post_message(Notice(_("Il faut deux versions pour comparer.")))
        elif len(order) == 2:
            self._compare(*order)
        else:
            rows = [Line((Cell(self._name(key), "", None),), key=key) for key in order]
            title = _("Quelles deux versions comparer?")
            pick = Pick(title, rows, tuple(order[-2:]), many=True)
            self._screen.app.push_screen(pick, self._take_two)

    def _take_two(self, chosen: tuple[str, ...] | None) -> None:
        if chosen is None:
            return
        order = [key for key in self._texts if key in chosen]
        if len(order) == 2:
            self._compare(*order)
        else:
            self._screen.post_message(Notice(_("Cochez deux versions.")))

    def _compare(self, old: str, new: str) -> None:
        one, other = ((self._name(key), self._texts[key]) for key in (old, new))
        self._screen.app.push_screen(Compare(one, other))

    def _name(self, key: str) -> str:
        return version_name(self._screen.view, key)
