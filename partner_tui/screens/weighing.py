"""Save the fields of a form; where someone else changed the same one, let the person weigh both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from partner_tui.documents.field_words import field_name, in_words
from partner_tui.documents.history_told import local
from partner_tui.documents.voice import Voice
from partner_tui.domain.disputes import Dispute
from partner_tui.domain.parsing import YES, Strings
from partner_tui.domain.questions import Kind
from partner_tui.domain.workspace import TABLES, Change, editing
from partner_tui.errors import Conflict
from partner_tui.i18n import _, current
from partner_tui.messages import Notice
from partner_tui.screens.dialogs.weigh import Weigh

if TYPE_CHECKING:
    from partner_tui.screens.base import WorkScreen
    from partner_tui.screens.dialogs.form import FormScreen
    from partner_tui.screens.frame import Frame

Attempt = Callable[[str, Strings], str | None]
"""Commit a field, return why not; raise Conflict when it changed since it was read."""
Look = Callable[[str], tuple[Strings, str]]
"""Read a field anew: its value in the dossier, and who changed it."""

Decided = Callable[[Change | None], None]
"""Takes the change to do after all; None when the other person's value stays."""

WORDS = frozenset({Kind.TEXT, Kind.LINE})
MANY = frozenset({Kind.LIST, Kind.MULTI, Kind.PERSONS, Kind.ORGS})


class Weigher:
    """The saving of one form: it asks once, and saves what was kept, taken or joined."""

    def __init__(self, screen: WorkScreen, attempt: Attempt, look: Look) -> None:
        self._screen, self._attempt, self._look = screen, attempt, look
        self._form: FormScreen | None = None
        self._asking = ""
        self._undecided: set[str] = set()
        """Fields whose choice was put off: leaving them asks again instead of overwriting."""

    def save(self, name: str, strings: Strings) -> str | None:
        """Commit one field; a Conflict is shown side by side, and its sentence returned."""
        if name == self._asking:
            return _("Choisissez d'abord entre les deux textes.")
        if name in self._undecided:
            self._undecided.discard(name)
            self._ask(name, strings)
            return _("Choisissez d'abord entre les deux textes.")
        try:
            return self._attempt(name, strings)
        except Conflict as conflict:
            self._ask(name, strings)
            return str(conflict)

    def open(self, form: FormScreen, place: str) -> None:
        """Show the form, with the texts that wait for its fields."""
        self._form = form
        form.waits = lambda: bool(self._screen.services.workbook.unsaved)
        self._screen.app.push_screen(form)
        drafts = self._screen.services.drafts
        for found in drafts.under(f"{place}/"):
            name = found.place.removeprefix(f"{place}/")
            field = form.row(name)
            if field is None or found.text == "\n".join(field.strings):
                drafts.drop(found)
                continue
            if field.part.kind in WORDS and found.before != "\n".join(field.strings):
                self._undecided.add(name)
            form.offer(name, found.text)
            drafts.take(found)
            words = _("Texte retrouvé ({when}); échap le garde.")
            self._screen.app.post_message(Notice(words.format(when=local(found.when))))

    def _ask(self, name: str, mine: Strings) -> None:
        if self._asking or self._form is None:
            return
        self._asking = name
        self._screen.services.workbook.refresh()
        theirs, who = self._look(name)
        part = self._form.part(name)
        labels = {choice.id: choice.label for choice in part.choices} | {YES: _("oui")}
        asked = Weigh(
            part.label,
            who,
            mine,
            theirs,
            text=part.kind in WORDS,
            many=part.kind in MANY,
            said=lambda strings: "\n".join(labels.get(each, each) for each in strings),
        )
        self._screen.app.push_screen(asked, partial(self._weighed, name))

    def _weighed(self, name: str, chosen: Strings | None) -> None:
        self._asking = ""
        if chosen is None:
            self._undecided.add(name)
        elif self._form is not None and self.save(name, chosen) is None:
            self._form.put(name, chosen)


def weigh(screen: Frame, dispute: Dispute, change: Change, decided: Decided) -> None:
    """Show both values of a field; give the change that makes the chosen one last."""
    voice = Voice(screen.workspace, current())
    texts = isinstance(dispute.mine, str) and isinstance(dispute.theirs, str)

    def told(value: object) -> Strings:
        if texts:
            return (str(value),)
        return (in_words(dispute.table, dispute.field, value, voice, 400),)

    mine, theirs = told(dispute.mine), told(dispute.theirs)

    def chosen(given: Strings | None) -> None:
        if given == theirs:
            decided(None)
        elif given == mine:
            decided(change)
        elif given is not None:
            kind, words = TABLES[dispute.table], {dispute.field: "\n".join(given)}
            decided(lambda workspace: editing(kind, dispute.id, **words)(change(workspace)))

    name = field_name(dispute.field, voice)
    screen.app.push_screen(Weigh(name, dispute.who, mine, theirs, text=texts), chosen)
