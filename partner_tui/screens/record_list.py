"""The records that answer a question: objectives, actions, resources, rules, messages…"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual import on

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.documents.verbs import title
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import day, label
from partner_tui.domain.actions import born_in
from partner_tui.domain.gauging import last_two, reading, spoken_reading
from partner_tui.domain.progress import records_for
from partner_tui.domain.questions import Question
from partner_tui.domain.records import Action, Line, Objective, Record, Resource, Risk, new_id
from partner_tui.domain.values import RiskFamily
from partner_tui.domain.workspace import TABLES, archiving
from partner_tui.i18n import _, current
from partner_tui.messages import Go, Notice
from partner_tui.screens.above import Above
from partner_tui.screens.forms import FORMS
from partner_tui.screens.records import create, edit
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import BLANK, Cell, note
from partner_tui.widgets.lines import Line as Row

MIDDLE = 24
"""Columns at most of what stands between the name of a record and its date."""


class RecordList(Above):
    """The records of one table, as the answer to the question that asks for them."""

    MODE = "steps"
    SCOPES: ClassVar = (Scope.RECORDS,)
    BINDINGS = bindings(Scope.WORK, Scope.RECORDS)

    def __init__(self, services: Services, question: Question, at: str = "") -> None:
        super().__init__(services)
        self._question = question
        self._at = at
        """The record to put the cursor on once it is there."""

    def keys(self) -> list[tuple[str, str]]:
        """Say how an indicator is read, where there are objectives, instead of how to archive."""
        keys = super().keys()
        if self._question.records == "objectives":
            keys[2:3] = [self.key_of("records.reading"), self.key_of("records.born")]
        return keys

    def show_body(self) -> None:
        """Show the question, why it is asked, and the records."""
        records = records_for(self.workspace, self._question)
        rows = [note(self._question.text, "strong"), BLANK]
        if not records:
            name = _(FORMS[TABLES[self._question.records]].title)
            rows += [
                note(
                    _("Rien encore ici. n ajoute\u00a0: {what}").format(what=name.lower()), "accent"
                )
            ]
        at = self._at if any(record.id == self._at for record in records) else ""
        middle = min(MIDDLE, max((cell_len(self._middle(r)) for r in records), default=0))
        dated = 11 if any(_when(record) for record in records) else 0
        self.lines.show([*rows, *(self._row(record, middle, dated) for record in records)], at)
        if at:
            self._at = ""

    def _row(self, record: Record, middle: int, dated: int) -> Row:
        return Row(
            (
                Cell("  " + title(record, current()), "", None),
                Cell("  "),
                Cell(self._middle(record) if middle else "", "dim", middle),
                Cell(day(_when(record)) if dated else "", "", dated, right=True),
                Cell(" "),
            ),
            key=record.id,
        )

    def _middle(self, record: Record) -> str:
        t = current()
        voice = Voice(self.workspace, t)
        match record:
            case Action() | Line():
                return voice.contact(record.owner)
            case Resource():
                return label(record.status, t)
            case Risk():
                return label(record.state, t)
            case Objective():
                return _progress(record)
        return ""

    @property
    def record(self) -> Record | None:
        """The record under the cursor."""
        return self.workspace.tables.get(self._question.records, {}).get(self.lines.key)

    @on(LineList.Chosen)
    def action_edit(self) -> None:
        """Open the form of the record."""
        if self.record is not None:
            edit(self, self.record)

    def action_new(self) -> None:
        """Open the form of a new record."""
        kind = TABLES[self._question.records]
        record = kind(id=new_id())
        if isinstance(record, Risk) and self._question.family:
            record = Risk(id=record.id, family=RiskFamily(self._question.family))
        self._at = record.id
        create(self, record)

    def action_reading(self) -> None:
        """Note where the indicator of an objective stands."""
        record = self.record
        if not isinstance(record, Objective):
            self.post_message(Notice(_("Un relevé se note sur un objectif.")))
            return
        slot = f"objectives/{record.id}/reading"
        label = _("Relevé (valeur, jour, note)")
        self.ask(label, lambda text: self._read(record, text), slot=slot)

    def _read(self, objective: Objective, text: str) -> None:
        found = spoken_reading(text, self.services.today())
        if found is not None:
            told = _("Noté le {day}\u00a0: {value}").format(day=day(found.on), value=found.value)
            self.apply("objectives.reading", reading(objective.id, found), told=told)

    def action_born(self) -> None:
        """Show the actions that were born from the record."""
        record = self.record
        if record is None or not born_in(self.workspace, record):
            self.post_message(Notice(_("Aucun suivi n'est né d'ici encore.")))
            return
        self.post_message(Go(f"born:{self._question.records}/{record.id}"))

    def action_archive(self) -> None:
        """Put the record away."""
        if self.record is not None:
            verb = archiving(type(self.record), self.record.id)
            self.apply(f"{self._question.records}.archive", verb, told=_("Archivé; u le ramène."))

    def copy_item(self) -> tuple[str, str] | None:
        """Return the words that name the record."""
        if self.record is None:
            self.post_message(Notice(_("Rien à copier ici.")))
            return None
        words = title(self.record, current())
        return words, words

    def copy_all(self) -> tuple[str, str] | None:
        """Return the question and the words that name each record."""
        records = records_for(self.workspace, self._question)
        words = [self._question.text, *(f"- {title(record, current())}" for record in records)]
        return "\n".join(words), self._question.text


def _progress(objective: Objective) -> str:
    """Return where an objective stands since the last time, and what is aimed at."""
    before, last = last_two(objective)
    if last is None:
        return f"{objective.baseline} → {objective.target}" if objective.target else ""
    told = f"{before} → {last.value}" if before else last.value
    return _("{told}, visé {target}").format(told=told, target=objective.target or "?")


def _when(record: Record) -> date | None:
    """Return the day that a record is due, or the day it happened."""
    found: date | None = getattr(record, "due", None) or getattr(record, "on", None)
    return found
