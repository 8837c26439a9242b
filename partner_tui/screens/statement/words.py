"""What one notes of a version: each organization's word, who spoke for it, and when."""

from __future__ import annotations

from datetime import date
from functools import partial

from msgspec.structs import replace

from partner_tui.documents.voice import Voice
from partner_tui.documents.words import cite, day, label
from partner_tui.domain.known import contacts_of
from partner_tui.domain.parsing import Strings
from partner_tui.domain.records import Organization, Statement, Word
from partner_tui.domain.stating import latest, saying
from partner_tui.domain.values import Stance
from partner_tui.i18n import _, current
from partner_tui.messages import Notice
from partner_tui.screens.statement.sendings import StatementSendings
from partner_tui.widgets.lines import Cell, Line

NOBODY, SILENT = "nobody", "silent"


class StatementWords(StatementSendings):
    """A screen where the words of the organizations are noted."""

    def _found(self) -> tuple[Statement, Organization] | None:
        """Return the version and the organization whose word can change, or say what to do."""
        version, chosen = latest(self.workspace), self.chosen
        if version is not None and isinstance(chosen, Organization):
            return version, chosen
        if version is None:
            told = _("L'accord porte sur une version figée\u00a0: v fige la première.")
        else:
            told = _("L'accord se note sur la ligne d'un organisme.")
        self.post_message(Notice(told))
        return None

    def action_state(self) -> None:
        """Note at once that a silent organization agrees; open the word of another one."""
        found = self._found()
        if found is None:
            return
        version, organization = found
        if organization.id in version.words:
            self.action_word()
            return
        only = contacts_of(self.workspace, organization.id, self.services.today())
        speaker = only[0].id if len(only) == 1 else ""
        self._say(version, organization, Word(stance=Stance.AGREES, speaker=speaker))

    def action_word(self) -> None:
        """Ask what an organization says, who speaks for it, in which words and since when."""
        found = self._found()
        if found is None:
            return
        version, organization = found
        known = version.words.get(organization.id)
        lines = [Line((Cell(label(s, current())),), key=s.value) for s in Stance]
        if known:
            lines.append(Line((Cell(_("retirer son mot"), "dim"),), key=SILENT))
        title = _("Que dit {name} de la {version}?").format(
            name=self._called(organization), version=cite(version, current())
        )
        chosen = (known.stance.value,) if known else (Stance.AGREES.value,)
        self._pick(title, lines, chosen, partial(self._stance, version, organization))

    def _stance(self, version: Statement, organization: Organization, picked: Strings) -> None:
        if picked[0] == SILENT:
            told = _("{name}\u00a0: plus de mot; u le ramène.")
            told = told.format(name=self._called(organization))
            self.apply("statement.word", saying(version.id, organization.id, None), told=told)
            return
        known = version.words.get(organization.id)
        word = Word(
            stance=Stance(picked[0]),
            on=known.on if known else None,
            comment=known.comment if known else "",
        )
        people = contacts_of(self.workspace, organization.id, self.services.today())
        if not people:
            self._words(version, organization, word, (NOBODY,))
            return
        voice = Voice(self.workspace, current())
        lines = [Line((Cell(voice.name(c, "role"), width=None),), key=c.id) for c in people]
        lines.append(Line((Cell(_("personne en particulier"), "dim"),), key=NOBODY))
        speaker = known.speaker if known and known.speaker else lines[0].key
        title = _("Qui parle pour {name}?").format(name=self._called(organization))
        self._pick(title, lines, (speaker,), partial(self._words, version, organization, word))

    def _words(
        self, version: Statement, organization: Organization, word: Word, picked: Strings
    ) -> None:
        speaker = "" if picked[0] == NOBODY else picked[0]
        reserved = word.stance is Stance.RESERVED
        name = partial(self._called, organization)
        slot = f"statements/{version.id}/{organization.id}"

        def asked_words() -> str:
            told = _("Quelle réserve, {name}?") if reserved else _("Ses mots, {name} (facultatif)")
            return told.format(name=name())

        def take(comment: str) -> None:
            if reserved and not comment:
                self.ask(asked_words, take, slot=slot, blank=True)
                told = _("Une réserve dit laquelle; échap laisse tout comme avant.")
                self.post_message(Notice(told))
                return

            def note(on: date) -> None:
                said = replace(word, speaker=speaker, comment=comment, on=on)
                self._say(version, organization, said)

            self._ask_day(word.on or self.services.today(), note)

        self.ask(asked_words, take, word.comment, slot=slot, blank=True)

    def _say(self, version: Statement, organization: Organization, word: Word) -> None:
        if word.on is None:
            word = replace(word, on=self.services.today())
        said = f"{label(word.stance, current())}, {day(word.on)}"
        told = f"{current().colon(self._called(organization))} {said}"
        verb = "statement.agree" if word.stance is Stance.AGREES else "statement.word"
        self.apply(verb, saying(version.id, organization.id, word), told=told)
