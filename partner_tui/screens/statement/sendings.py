"""What one notes of a version: to whom it was sent, by which way and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from partner_tui.documents.agreed import stand
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import cite, day, label
from partner_tui.domain.known import contacts_of, parties
from partner_tui.domain.parsing import Strings, Unreadable, parse
from partner_tui.domain.questions import Kind
from partner_tui.domain.records import Organization, Sending, Statement
from partner_tui.domain.stating import asked, latest, sending
from partner_tui.domain.values import Way
from partner_tui.i18n import _, current
from partner_tui.messages import Notice
from partner_tui.screens.base import WorkScreen
from partner_tui.screens.dialogs.pick import Pick
from partner_tui.widgets.fields import sentence
from partner_tui.widgets.lines import Cell, Line


class StatementSendings(WorkScreen):
    """A screen where the sendings of a version are noted."""

    @property
    def chosen(self) -> Organization | Statement | None:
        """The organization or the version under the cursor."""
        table, _slash, key = self.lines.key.partition("/")
        if table == "organizations":
            return self.workspace.find(Organization, key)
        return self.workspace.find(Statement, key) if table == "statements" else None

    def action_send(self) -> None:
        """Ask to whom the last version was sent, by which way and when."""
        version = latest(self.workspace)
        if version is None:
            self.post_message(Notice(_("Rien à envoyer\u00a0: v fige d'abord une version.")))
            return
        title = _("À qui la {version} a-t-elle été envoyée?")
        chosen = self.chosen
        first = tuple(party.id for party in parties(self.workspace))
        if version.sendings and isinstance(chosen, Organization):
            first = (chosen.id,)
        self._pick(
            title.format(version=cite(version, current())),
            list(self._recipients(version)),
            first,
            partial(self._way, version),
            many=True,
        )

    def _recipients(self, version: Statement) -> Iterator[Line]:
        """Yield each organization with where it stands, then its contacts."""
        voice = Voice(self.workspace, current())
        for each in asked(self.workspace, version):
            where = stand(self.workspace, version, each.id, voice.t, short=True)
            yield Line((Cell(voice.name(each), "strong", None), Cell(where, "dim")), key=each.id)
            for contact in contacts_of(self.workspace, each.id, self.services.today()):
                yield Line((Cell("  " + voice.name(contact, "role"), "", None),), key=contact.id)

    def _way(self, version: Statement, to: Strings) -> None:
        lines = [Line((Cell(label(way, current())),), key=way.value) for way in Way]
        self._pick(_("Par quelle voie?"), lines, (), partial(self._sent, version, to))

    def _sent(self, version: Statement, to: Strings, picked: Strings) -> None:
        def keep(on: date) -> None:
            sent = Sending(on=on, to=to, way=Way(picked[0]))
            told = _("Envoi de la {version} noté, {day}.")
            told = told.format(version=cite(version, current()), day=day(on))
            self.apply("statement.send", sending(version.id, sent), told=told)

        self._ask_day(self.services.today(), keep)

    # -- asking

    def _called(self, organization: Organization) -> str:
        return Voice(self.workspace, current()).organization(organization.id, short=True)

    def _pick(
        self,
        title: str,
        lines: list[Line],
        chosen: Strings,
        then: Callable[[Strings], None],
        many: bool = False,
    ) -> None:
        def take(picked: Strings | None) -> None:
            if picked:
                then(picked)

        self.app.push_screen(Pick(title, lines, chosen, many), take)

    def _ask_day(self, usual: date, then: Callable[[date], None], text: str = "") -> None:
        """Ask for a day, and again for one that cannot be read."""

        def take(typed: str) -> None:
            try:
                found = parse(Kind.DATE, typed, self.services.today())
            except Unreadable as error:
                self._ask_day(usual, then, typed)
                self.post_message(Notice(sentence(error.reason)))
                return
            then(date.fromisoformat(found[0]) if found else usual)

        self.ask(lambda: _("Quel jour?"), take, text or usual.isoformat(), slot="", blank=True)
