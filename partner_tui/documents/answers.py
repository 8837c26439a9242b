"""What was answered to a question, in words."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from partner_tui.documents import words
from partner_tui.documents.voice import Voice
from partner_tui.domain.known import filled
from partner_tui.domain.questions import Guide, Kind, Part, Per, Question
from partner_tui.domain.records import Answer, Objective, Organization, Record, Response
from partner_tui.domain.text import clean, one_line
from partner_tui.domain.values import Tri
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

FREE = frozenset({Kind.TEXT, Kind.LINE, Kind.LIST})
"""Kinds that hold people's own words, which have a language."""


class Said(Struct, frozen=True):
    """What one blank holds, line by line."""

    label: str
    lines: tuple[str, ...] = ()


class Position(Struct, frozen=True):
    """What one organization said, or what was said of one objective."""

    id: str
    name: str
    said: tuple[Said, ...] = ()
    note: str = ""


class Written(Struct, frozen=True):
    """An answer in words: what was said together, then by each."""

    said: tuple[Said, ...] = ()
    note: str = ""
    positions: tuple[Position, ...] = ()

    @property
    def brief(self) -> str:
        """The answer on one line; positions side by side."""
        each = [self.said, *(position.said for position in self.positions)]
        spoken = [_first(said) for said in each]
        return " · ".join(filter(None, spoken)) or one_line(self.note)


def _first(said: tuple[Said, ...]) -> str:
    """Return the first part that holds something; the other parts only add to it."""
    lines = next((part.lines for part in said if part.lines), ())
    return one_line(", ".join(lines))


def written(
    answer: Answer,
    question: Question,
    workspace: Workspace,
    guide: Guide,
    t: Translator,
    *,
    document: bool = False,
) -> Written:
    """Return an answer in words, the way a screen or a document writes them."""
    voice = Voice(workspace, t, marked=document, long=document)
    return spoken(answer, guide.question(question.id) or question, voice)


def spoken(answer: Answer, question: Question, voice: Voice) -> Written:
    """Return an answer in words, in a voice."""
    return Written(
        said=_said(answer, answer.response, question, voice, ""),
        note=_note(answer, answer.response, voice, ""),
        positions=tuple(_positions(answer, question, voice)),
    )


def _positions(answer: Answer, question: Question, voice: Voice) -> list[Position]:
    kind: type[Record] = Objective if question.per is Per.OBJECTIVE else Organization
    field = "label" if question.per is Per.OBJECTIVE else "name"
    return [
        Position(
            id=record.id,
            name=voice.name(record, field),
            said=_said(answer, answer.positions[record.id], question, voice, record.id),
            note=_note(answer, answer.positions[record.id], voice, record.id),
        )
        for record in voice.workspace.alive(kind)
        if record.id in answer.positions
    ]


def _said(
    answer: Answer, response: Response, question: Question, voice: Voice, who: str
) -> tuple[Said, ...]:
    return tuple(
        Said(part.label, said_lines(answer, response, part, n, voice, who))
        for n, part in enumerate(question.parts)
        if part.kind is not Kind.RECORDS
    )


def said_lines(
    answer: Answer, response: Response, part: Part, n: int, voice: Voice, who: str = ""
) -> tuple[str, ...]:
    """Return the lines of one part, together or for one organization."""
    values = filled(response, n)
    if part.kind not in FREE:
        return tuple(filter(None, (value_text(value, part, voice) for value in values)))
    field = f"{who}.{n}" if who else str(n)
    translated = voice.translation(answer, field)
    if values and translated:
        lines = _texts(translated.split("\n"), part)
        return (*lines[:-1], voice.dated(lines[-1], answer, field)) if lines else lines
    lines = _texts(values, part)
    return (*lines[:-1], voice.mark(lines[-1])) if lines and voice.is_foreign else lines


def _texts(values: list[str] | tuple[str, ...], part: Part) -> tuple[str, ...]:
    """Return clean lines; a running text stays one, its line ends kept."""
    cleaned = [clean(value).strip() for value in values]
    if part.kind is Kind.TEXT:
        cleaned = ["\n".join(cleaned).strip()]
    return tuple(filter(None, cleaned))


def _note(answer: Answer, response: Response, voice: Voice, who: str) -> str:
    if not response.note.strip():
        return ""
    field = f"{who}.note" if who else "note"
    own = clean(response.note).strip()
    if translated := voice.translation(answer, field):
        return voice.dated(translated, answer, field)
    return voice.mark(own) if voice.is_foreign else own


def note_of(answer: Answer, voice: Voice) -> str:
    """Return the free words beside the common answer."""
    return _note(answer, answer.response, voice, "")


def value_text(value: str, part: Part, voice: Voice) -> str:
    """Return one canonical value in words."""
    match part.kind:
        case Kind.CHOICE | Kind.MULTI:
            return next((c.label for c in part.choices if c.id == value), clean(value))
        case Kind.TRI:
            return words.label(Tri(value), voice.t) if value in set(Tri) else clean(value)
        case Kind.PERSON | Kind.PERSONS:
            return voice.contact(value)
        case Kind.ORG | Kind.ORGS:
            return voice.organization(value)
        case Kind.FLAG:
            return voice.t.text(N_("oui")) if value in ("yes", "true", "1") else ""
        case _:
            return _measure(value, part, voice)


def _measure(value: str, part: Part, voice: Voice) -> str:
    if part.kind is Kind.DATE:
        try:
            return voice.day(date.fromisoformat(value))
        except ValueError:
            return clean(value)
    if part.kind is Kind.AMOUNT:
        return words.amount(clean(value), voice.t)
    written = words.number(clean(value), voice.t)
    return f"{written}{words.NBSP}{part.unit}" if part.unit else written
