"""The editor of an answer: its parts, each organization's position, its state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace
from textual.app import ComposeResult

from partner_tui.documents.voice import Voice
from partner_tui.documents.words import label
from partner_tui.domain.answers import (
    marking_private,
    noting,
    responding,
    response_of,
    stating,
    strings_of,
)
from partner_tui.domain.blocks import Block, Paragraph, Quote, Span
from partner_tui.domain.forms import Field, Heading
from partner_tui.domain.known import answer_of
from partner_tui.domain.parsing import YES, Strings
from partner_tui.domain.progress import state_of
from partner_tui.domain.questions import Choice, Kind, Part, Question
from partner_tui.domain.values import AnswerState
from partner_tui.domain.workspace import Change, Workspace
from partner_tui.errors import Conflict, PartnerError
from partner_tui.i18n import _, current
from partner_tui.messages import Notice
from partner_tui.screens.base import WorkScreen
from partner_tui.screens.dialogs.form import Draft, FormScreen, Save
from partner_tui.screens.forms.filling import of_question
from partner_tui.screens.steps.lines import subjects
from partner_tui.screens.translations.lines import languages
from partner_tui.screens.weighing import Weigher
from partner_tui.widgets.page import Page

NOTE = "note"


def answer(screen: WorkScreen, question: Question) -> None:
    """Open the editor of an answer over a screen."""
    services = screen.services
    found = answer_of(services.workbook.workspace, question.id)
    if services.projecting and found is not None and found.private:
        told = _("Cette réponse est privée\u00a0: elle est cachée pendant la projection.")
        screen.post_message(Notice(told))
        return

    def asked() -> Question:
        return services.guide.question(question.id) or question

    def said() -> tuple[str, list[Field | Heading]]:
        step = services.guide.step_of(question.id)
        name = Voice(screen.workspace, current()).name(screen.workspace.partnership)
        title = " · ".join(filter(None, (name or _("Sans nom"), step.title if step else "")))
        missing = languages(screen.workspace, services.guide, "answers", question.id)
        return title, rows(asked(), screen.workspace, missing)

    title, fields = said()
    place = f"answers/{question.id}"
    saver = _Saver(screen, question)
    weigher = Weigher(screen, saver.save, saver.look)
    editor = AnswerScreen(
        title,
        asked,
        fields,
        services.drafts.saving(place, weigher.save),
        services.today(),
        draft=services.drafts.field(place),
        drafts=services.paths.state / "drafts",
    )
    editor.say = said
    weigher.open(editor, place)


class AnswerScreen(FormScreen):
    """A form under the reason why the question is asked."""

    def __init__(
        self,
        title: str,
        asked: Callable[[], Question],
        fields: list[Field | Heading],
        save: Save,
        today: date,
        *,
        draft: Draft,
        drafts: Path,
    ) -> None:
        super().__init__(title, fields, save, today, draft=draft, drafts=drafts)
        self._asked = asked

    def compose(self) -> ComposeResult:
        """Lay the reason between the title and the form."""
        title, form, keys = super().compose()
        yield title
        yield Page(id="why")
        yield form
        yield keys

    def on_mount(self) -> None:
        """Show the reason, then begin in the first field."""
        super().on_mount()
        page = self.query_one("#why", Page)
        page.can_focus = False
        page.show(_why(self._asked()))

    def show_all(self) -> None:
        """Say the reason again too."""
        super().show_all()
        self.query_one("#why", Page).show(_why(self._asked()))


def _why(question: Question) -> list[Block]:
    """Return the question, why it is asked, and an example."""
    blocks: list[Block] = [Paragraph((Span(question.text, strong=True),)), *question.why]
    if question.example:
        blocks.append(Quote(question.example))
    return blocks


def rows(
    question: Question, workspace: Workspace, languages: Sequence[Heading] = ()
) -> list[Field | Heading]:
    """Return the blanks of an answer, filled in, and what it says of its languages."""
    t, found = current(), answer_of(workspace, question.id)
    each = subjects(question, workspace, t)
    made: list[Field | Heading] = []
    for subject, name in each:
        made.append(Heading(name))
        made += _blanks(question, workspace, subject)
    if question.per is None:
        made += _blanks(question, workspace, "")
    else:
        made += [Heading(_("Ensemble")), _note(question, workspace, "", _("On en retient"))]
    states = tuple(Choice(state.value, label(state, t)) for state in AnswerState)
    private = found.private if found else question.private
    flag = Part(kind=Kind.FLAG, label=_("Privé"), hint=_("reste hors des copies et des exports"))
    return [
        *made,
        Heading(" · ".join([_("Où en est-on?"), *(each.text for each in languages)])),
        Field(
            "state",
            Part(kind=Kind.CHOICE, label=_("État"), choices=states),
            (state_of(workspace, question).value,),
        ),
        Field("private", flag, (YES,) if private else ()),
    ]


def _blanks(question: Question, workspace: Workspace, subject: str) -> list[Field | Heading]:
    found = answer_of(workspace, question.id)
    fields: list[Field | Heading] = []
    for index, part in enumerate(question.parts):
        given = of_question(part, workspace)
        if not given.label:
            given = replace(given, label=_("Réponse"))
        fields.append(Field(f"{subject}.{index}", given, strings_of(found, index, subject)))
    return [*fields, _note(question, workspace, subject, _("Ses mots") if subject else _("Note"))]


def _note(question: Question, workspace: Workspace, subject: str, words: str) -> Field:
    text = response_of(answer_of(workspace, question.id), subject).note
    return Field(f"{subject}.{NOTE}", Part(kind=Kind.TEXT, label=words), (text,) if text else ())


def change(question: Question, name: str, strings: Strings) -> Change:
    """Return the verb that a field of the editor asks for."""
    if name == "state":
        return stating(question.id, AnswerState(strings[0] if strings else AnswerState.OPEN))
    if name == "private":
        return marking_private(question.id, bool(strings))
    subject, _dot, part = name.rpartition(".")
    if part == NOTE:
        return noting(question.id, "\n".join(strings), subject, private=question.private)
    return responding(question.id, int(part), strings, subject, private=question.private)


def value(question: Question, name: str, workspace: Workspace) -> Strings:
    """Return what a field of the editor holds in a dossier."""
    found = answer_of(workspace, question.id)
    if name == "state":
        return (state_of(workspace, question).value,)
    if name == "private":
        return (YES,) if (found.private if found else question.private) else ()
    subject, _dot, part = name.rpartition(".")
    if part == NOTE:
        note = response_of(found, subject).note
        return (note,) if note else ()
    return strings_of(found, int(part), subject)


class _Saver:
    """Saves the fields of an answer; each remembers what the person saw in it."""

    def __init__(self, screen: WorkScreen, question: Question) -> None:
        self._screen, self._question = screen, question
        self._seen_in = screen.workspace
        self._seen: dict[str, Strings] = {}

    def save(self, name: str, strings: Strings) -> str | None:
        """Commit one field; return why not, raise Conflict when someone changed it meanwhile."""
        verb = {"state": "answer.state", "private": "answer.private"}.get(name, "answers.answer")
        seen = self._seen.get(name, value(self._question, name, self._seen_in))

        def guarded(workspace: Workspace) -> Workspace:
            now = value(self._question, name, workspace)
            if now not in (seen, strings):
                words = _("Quelqu'un d'autre a changé cette réponse pendant que vous écriviez.")
                raise Conflict(words, mine=seen, theirs=now)
            return change(self._question, name, strings)(workspace)

        try:
            self._screen.services.workbook.apply(verb, guarded)
        except Conflict:
            raise
        except PartnerError as error:
            return str(error)
        self._seen[name] = strings
        self._seen["state"] = value(self._question, "state", self._screen.workspace)
        return None

    def look(self, name: str) -> tuple[Strings, str]:
        """Read a field anew: its value in the dossier, and who changed the answer."""
        found = answer_of(self._screen.workspace, self._question.id)
        self._seen[name] = value(self._question, name, self._screen.workspace)
        return self._seen[name], found.by if found else ""
