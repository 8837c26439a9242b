"""What the guide asks: steps, sections, questions, lists, as read from its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct, field

from partner_tui.domain.blocks import Block


class Kind(StrEnum):
    """What an answer, or a field of a record, can hold (content brief 0.4)."""

    TEXT = "text"
    LINE = "line"
    LIST = "list"
    CHOICE = "choice"
    MULTI = "multi"
    TRI = "tri"
    PERSON = "person"
    PERSONS = "persons"
    ORG = "org"
    ORGS = "orgs"
    DATE = "date"
    AMOUNT = "amount"
    NUMBER = "number"
    FLAG = "flag"
    RECORDS = "records"


class Per(StrEnum):
    """Who answers a question, when not all together."""

    ORGANIZATION = "organization"
    OBJECTIVE = "objective"


class Choice(Struct, frozen=True):
    """One of the values a choice offers."""

    id: str
    label: str


class Part(Struct, frozen=True, kw_only=True):
    """One blank to fill: of a question, or of a record's form."""

    kind: Kind
    label: str = ""
    choices: tuple[Choice, ...] = ()
    hint: str = ""
    unit: str = ""


class Question(Struct, frozen=True, kw_only=True):
    """A question of the guide."""

    id: str
    text: str
    parts: tuple[Part, ...]
    per: Per | None = None
    private: bool = False
    records: str = ""
    """The table whose records answer it, when its kind is `records`."""
    family: str = ""
    why: tuple[Block, ...] = ()
    example: tuple[Block, ...] = ()


class Section(Struct, frozen=True, kw_only=True):
    """A heading of a step with its questions."""

    id: str
    title: str
    questions: tuple[Question, ...] = ()


class Step(Struct, frozen=True, kw_only=True):
    """One of the nine steps, or a theme that runs across them (numbers above nine)."""

    id: str
    number: int
    title: str
    short: str
    leaves: str = ""
    sections: tuple[Section, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all its sections, in order."""
        return tuple(question for section in self.sections for question in section.questions)


class ListKind(StrEnum):
    """How the rows of a list are answered."""

    TICK = "tick"
    SCORE = "score"
    POSITIONS = "positions"


class ListItem(Struct, frozen=True, kw_only=True):
    """A row of a list."""

    id: str
    label: str
    step: str = ""
    evidence: tuple[str, ...] = ()
    help: tuple[Block, ...] = ()


class Group(Struct, frozen=True, kw_only=True):
    """A heading of a list with its rows."""

    id: str
    title: str
    items: tuple[ListItem, ...] = ()


class Checklist(Struct, frozen=True, kw_only=True):
    """A list of the guide."""

    id: str
    kind: ListKind
    title: str
    short: str
    lead: str = ""
    max: int = 1
    levels: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    """For positions: the question sections whose rows it shows."""
    groups: tuple[Group, ...] = ()

    @property
    def items(self) -> tuple[ListItem, ...]:
        """The rows of all its groups, in order."""
        return tuple(item for group in self.groups for item in group.items)


class Row(Struct, frozen=True, kw_only=True):
    """A catalogue row: a form, a level, a benefit, a suggested risk."""

    id: str
    label: str
    family: str = ""
    body: tuple[Block, ...] = ()
    answer: tuple[Block, ...] = ()


class Chapter(Struct, frozen=True, kw_only=True):
    """A text of the guide, whole, to read."""

    id: str
    title: str
    short: str
    blocks: tuple[Block, ...]
    order: int = 0


class Guide(Struct, frozen=True, kw_only=True):
    """The whole guide in one language."""

    language: str
    steps: tuple[Step, ...] = ()
    lists: tuple[Checklist, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    rows: Mapping[str, Row] = field(default_factory=dict)

    @property
    def nine(self) -> tuple[Step, ...]:
        """The nine steps, without the themes."""
        return tuple(step for step in self.steps if step.number <= 9)

    def questions(self) -> Iterator[Question]:
        """Yield every question, step by step."""
        for step in self.steps:
            yield from step.questions

    def question(self, key: str) -> Question | None:
        """Return one question, or None."""
        return next((question for question in self.questions() if question.id == key), None)

    def step_of(self, key: str) -> Step | None:
        """Return the step that asks a question."""
        return next((s for s in self.steps if any(q.id == key for q in s.questions)), None)

    def section(self, key: str) -> Section | None:
        """Return one section, or None."""
        return next((s for step in self.steps for s in step.sections if s.id == key), None)

    def chapter(self, key: str) -> Chapter | None:
        """Return one chapter, or None."""
        return next((chapter for chapter in self.chapters if chapter.id == key), None)

    def checklist(self, key: str) -> Checklist | None:
        """Return one list, or None."""
        return next((checklist for checklist in self.lists if checklist.id == key), None)
