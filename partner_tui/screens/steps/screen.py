"""Étapes: the questions of the nine steps, their answers, and the guide beside them."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from partner_tui import resources
from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.domain.answers import marking_private, stating
from partner_tui.domain.blocks import Block
from partner_tui.domain.known import answer_of
from partner_tui.domain.progress import state_of
from partner_tui.domain.questions import Question, Step
from partner_tui.domain.values import AnswerState
from partner_tui.i18n import _, current
from partner_tui.messages import Notice
from partner_tui.screens.base import WorkScreen, key_help
from partner_tui.screens.steps.lines import (
    answer_blocks,
    answer_brief,
    next_open,
    step_lines,
    tabs,
    why_blocks,
)
from partner_tui.widgets.chrome import Bar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.page import Page

NEXT = {
    AnswerState.OPEN: AnswerState.TALKING,
    AnswerState.TALKING: AnswerState.AGREED,
    AnswerState.AGREED: AnswerState.OPEN,
    AnswerState.SKIPPED: AnswerState.OPEN,
}


class StepsScreen(WorkScreen):
    """One step at a time: its questions above, the chosen answer or the guide below."""

    CSS_PATH = resources.folder("styles") / "steps.tcss"
    MODE = "steps"
    SCOPES: ClassVar = (Scope.STEPS,)
    BINDINGS = bindings(Scope.WORK, Scope.STEPS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    PANES = ("answer", "guide", "none")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._step = services.guide.steps[0].id
        self._places: dict[str, str] = {}
        self._pane = "answer"
        self._why = False

    def compose_body(self) -> ComposeResult:
        """Lay the steps, the questions and the two panes."""
        yield Bar(id="tabs")
        yield Bar(id="step")
        with Container(id="work"):
            with Container(id="main"):
                yield LineList()
                yield Page(id="answer", classes="beside", tight=True)
            yield Page(id="guide")

    @property
    def step(self) -> Step:
        """The step that is open."""
        guide = self.services.guide
        return next((step for step in guide.steps if step.id == self._step), guide.steps[0])

    @property
    def question(self) -> Question | None:
        """The question under the cursor."""
        return self.services.guide.question(self.lines.key)

    def keys(self) -> list[tuple[str, str]]:
        """Say how to answer first."""
        state, *others = super().keys()
        return [
            key_help("enter", _("répondre")),
            state,
            ("← →", _("étape")),
            *others,
            self.key_of("work.pane", _("guide")),
        ]

    # -- showing

    def show_body(self) -> None:
        """Show the step: its place among the nine, its questions, the panes."""
        guide, workspace, step = self.services.guide, self.workspace, self.step
        text = Text(" ")
        for name, here in tabs(guide, workspace, step.id, self.app.size.width):
            text.append(name, "bold reverse" if here else "")
            text.append("   ")
        self.query_one("#tabs", Bar).put(text)
        name = _("Étape {n}").format(n=step.number) if step.number <= 9 else _("Thème")
        self.query_one("#step", Bar).put_ends(f"{name} · {step.title}", step.leaves)
        self.lines.show(step_lines(step, workspace, guide, current()))
        self.show_panes()

    def show_panes(self) -> None:
        """Show what the panes hold for the chosen question."""
        self.update_classes({f"pane-{pane}": pane == self._pane for pane in self.PANES})
        self.query_one("#answer", Page).show(self._answer())
        chapter = self.services.guide.chapter(self.step.id)
        self.query_one("#guide", Page).show(chapter.blocks if chapter else ())

    def _answer(self) -> list[Block]:
        question = self.question
        if question is None:
            return []
        if self._why:
            return why_blocks(question, current())
        return answer_blocks(question, self.workspace, self.services.guide, current())

    @on(LineList.Moved)
    def _moved(self) -> None:
        self._why = self._why and self._places.get(self._step) == self.lines.key
        self._places[self._step] = self.lines.key
        self.query_one("#answer", Page).show(self._answer())
        if self.has_class("-wide"):
            self.query_one("#guide", Page).go_to(self.lines.key)

    def action_pane(self) -> None:
        """Show the answer, the guide, or neither."""
        self._pane = self.PANES[(self.PANES.index(self._pane) + 1) % len(self.PANES)]
        self.show_panes()
        reading = self._pane == "guide" and not self.has_class("-wide")
        self.query_one("#guide" if reading else LineList).focus()

    def action_why(self) -> None:
        """Show why the question is asked, or its answer again."""
        self._why = not self._why
        self._pane = "answer"
        self.show_panes()

    # -- moving

    def action_step(self, by: int) -> None:
        """Open the next or the previous step, at the question left there."""
        steps = self.services.guide.steps
        self._open((steps.index(self.step) + by) % len(steps))

    def _open(self, index: int, at: str = "") -> None:
        self._step = self.services.guide.steps[index].id
        self.filter_lines("")
        self.show_body()
        self.lines.move_to(at or self._places.get(self._step, ""))

    def go_to(self, key: str) -> None:
        """Open a step, put the cursor on a question, or open the list that has a record."""
        guide = self.services.guide
        table, slash, record = key.partition("/")
        if slash:
            question = next((q for q in guide.questions() if q.records == table), None)
            if question is not None:
                self.go_to(question.id)
                self._open_records(question, record)
            return
        step = guide.step_of(key) or next((s for s in guide.steps if s.id == key), None)
        if step is not None:
            self._open(guide.steps.index(step), key if guide.question(key) else "")

    def action_next_open(self) -> None:
        """Go to the next question without an answer."""
        key = next_open(self.services.guide, self.workspace, self.lines.key)
        if key:
            self.go_to(key)
        else:
            self.post_message(Notice(_("Toutes les questions ont une réponse.")))

    # -- answering

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        question = self.services.guide.question(event.key)
        if question is None:
            return
        if question.records:
            self._open_records(question)
        else:
            from partner_tui.screens.steps.answer import answer

            answer(self, question)

    def _open_records(self, question: Question, at: str = "") -> None:
        from partner_tui.screens.record_list import RecordList

        self.app.push_screen(RecordList(self.services, question, at))

    def action_state(self) -> None:
        """Move the state on: to discuss, in discussion, agreed."""
        if question := self.question:
            self.apply(
                "answer.state", stating(question.id, NEXT[state_of(self.workspace, question)])
            )

    def action_skip(self) -> None:
        """Set the question aside, or take it back."""
        if question := self.question:
            skipped = state_of(self.workspace, question) is AnswerState.SKIPPED
            state = AnswerState.OPEN if skipped else AnswerState.SKIPPED
            self.apply("answer.state", stating(question.id, state))

    def action_private(self) -> None:
        """Keep the answer to ourselves, or let it be shared."""
        if question := self.question:
            found = answer_of(self.workspace, question.id)
            private = not (found.private if found else question.private)
            told = (
                _("Privé\u00a0: reste hors des copies et des exports.")
                if private
                else _("Peut être partagé.")
            )
            self.apply("answer.private", marking_private(question.id, private), told=told)

    # -- copying

    def copy_item(self) -> tuple[str, str] | None:
        """Return the question and its answer in short."""
        question = self.question
        if question is None:
            return None
        brief = answer_brief(question, self.workspace, self.services.guide, current())
        return f"{question.text}\n{brief}".strip(), question.text


def screen(services: Services) -> StepsScreen:
    """Build the screen."""
    return StepsScreen(services)
