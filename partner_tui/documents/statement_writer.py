"""A part of the statement while it is being written: its sentences, gaps and disagreements."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct, field

from partner_tui.documents.answers import note_of, said_lines
from partner_tui.documents.voice import Voice
from partner_tui.domain.blocks import Block, Bullets, Paragraph, Span, paragraph
from partner_tui.domain.known import answer_of, filled, has_words, parties
from partner_tui.domain.progress import differs, is_concluded
from partner_tui.domain.questions import Guide, Kind, Part
from partner_tui.domain.records import Answer, Response
from partner_tui.domain.values import AnswerState, Tri
from partner_tui.i18n import N_, Translator


class PartState(StrEnum):
    """How sure a part of the statement is."""

    OK = "ok"
    PARTIAL = "partial"
    CONTESTED = "contested"
    MISSING = "missing"


STATES: Final[Mapping[PartState, str]] = {
    PartState.OK: N_("complet"),
    PartState.PARTIAL: N_("en partie"),
    PartState.CONTESTED: N_("à concilier"),
    PartState.MISSING: N_("manque"),
}

RESERVED: Final = frozenset({Tri.PARTLY.value, Tri.NO.value})


def state_label(state: PartState, t: Translator) -> str:
    """Return the word for the state of a part."""
    return t.text(STATES[state])


class Writer(Struct):
    """Collects the blocks of one part and what it lacks."""

    voice: Voice
    guide: Guide
    blocks: list[Block] = field(default_factory=list)
    said: int = 0
    gaps: list[str] = field(default_factory=list)
    contested: list[str] = field(default_factory=list)
    private: list[str] = field(default_factory=list)

    def answer(self, key: str) -> Answer | None:
        """Return an answer that can be shown; a private one is only counted."""
        answer = answer_of(self.voice.workspace, key)
        if answer is None or answer.state is AnswerState.SKIPPED:
            return None
        if not answer.private:
            return answer
        if has_words(answer) and key not in self.private:
            self.private.append(key)
        return None

    def is_set_aside(self, key: str) -> bool:
        """Tell whether a question was said not to apply."""
        answer = answer_of(self.voice.workspace, key)
        return answer is not None and answer.state is AnswerState.SKIPPED

    def lines(self, key: str, part: int = 0, who: str = "") -> tuple[str, ...]:
        """Return the lines of one part of an answer."""
        answer = self.answer(key)
        if answer is None:
            return ()
        response = answer.positions.get(who, Response()) if who else answer.response
        return said_lines(answer, response, self._part(key, part), part, self.voice, who)

    def people(self, key: str, who: str = "") -> list[str]:
        """Return the contacts that an answer names."""
        answer = self.answer(key)
        if answer is None:
            return []
        response = answer.positions.get(who, Response()) if who else answer.response
        return list(filter(None, map(self.voice.person, filled(response))))

    def note(self, key: str) -> str:
        """Return the words beside a common answer."""
        answer = self.answer(key)
        return "" if answer is None else note_of(answer, self.voice)

    def _part(self, key: str, part: int) -> Part:
        question = self.guide.question(key)
        parts = question.parts if question else ()
        return parts[part] if part < len(parts) else Part(kind=Kind.TEXT)

    def label(self, key: str, part: int, otherwise: str) -> str:
        """Return the label of a blank, or another word where it has none."""
        return self._part(key, part).label or self.voice.t.text(otherwise)

    def labelled(self, label: str, text: str, source: str) -> Paragraph:
        """Return a paragraph whose label stands out."""
        return labelled(self.voice, label, text, source)

    def add(self, key: str, *paragraphs: str) -> None:
        """Add paragraphs that come from an answer."""
        for text in filter(None, paragraphs):
            self.blocks.append(paragraph(text, f"question:{key}"))
            self.said += 1

    def add_labelled(self, key: str, label: str, text: str) -> None:
        """Add a paragraph that begins with its label."""
        if text:
            self.blocks.append(self.labelled(label, text, f"question:{key}"))
            self.said += 1

    def add_list(self, key: str, lines: tuple[str, ...]) -> None:
        """Add a list that comes from an answer."""
        if lines:
            items = tuple((paragraph(line, f"question:{key}"),) for line in lines)
            self.blocks.append(Bullets(items))
            self.said += 1

    def miss(self, key: str, what: str) -> None:
        """Say that one thing is not known yet; a question set aside misses nothing."""
        if self.is_set_aside(key):
            return
        self.gaps.append(key)
        text = self.voice.colon(what, self.voice.t.text(N_("à préciser.")))
        self.blocks.append(paragraph(text, f"question:{key}", missing=True))

    def compare(self, key: str) -> None:
        """Say it when organizations differ on a question, or one of them has a reserve.

        Once they agreed on what they keep of it, that is said instead.
        """
        answer, question = self.answer(key), self.guide.question(key)
        if answer is None or not self.said:
            return
        if is_concluded(answer):
            self.add(key, self.note(key))
            return
        among = {party.id for party in parties(self.voice.workspace)}
        first = {v for k in among for v in filled(answer.positions.get(k, Response()))[:1]}
        if first & RESERVED or (question and differs(answer, question, among)):
            self.contested.append(key)
            text = self.voice.t.text(N_("Les organismes n'ont pas encore tous la même réponse"))
            text = self.voice.colon(text, question.text if question else key)
            self.blocks.append(paragraph(text, f"question:{key}", missing=True))

    def conclude(self, sources: tuple[str, ...]) -> PartState:
        """Name what is missing when nothing was said, and return how sure the part is."""
        if not self.said:
            return self._empty(sources)
        if self.private:
            self._left_out()
        if self.contested:
            return PartState.CONTESTED
        return PartState.PARTIAL if self.gaps or self.private else PartState.OK

    def _empty(self, sources: tuple[str, ...]) -> PartState:
        self.blocks.clear()
        if all(map(self.is_set_aside, sources)):
            self.add(sources[0], self.voice.t.text(N_("Sans objet.")))
            return PartState.OK
        if self.private:
            self._left_out()
        else:
            self._ask(next(key for key in sources if not self.is_set_aside(key)))
        return PartState.MISSING

    def _ask(self, key: str) -> None:
        question = self.guide.question(key)
        self.gaps.insert(0, key)
        asked = question.text if question else key
        text = self.voice.colon(self.voice.t.text(N_("À préciser ensemble")), asked)
        self.blocks.append(paragraph(text, f"question:{key}", missing=True))

    def _left_out(self) -> None:
        text = self.voice.t.text(N_("Une réponse privée est laissée de côté."))
        self.blocks.append(paragraph(text, f"question:{self.private[0]}", missing=True))

    @property
    def goto(self) -> str:
        """The first question to look at, if any."""
        return next(iter((*self.gaps, *self.contested, *self.private)), "")


def labelled(voice: Voice, label: str, text: str, source: str = "") -> Paragraph:
    """Return a paragraph whose label stands out, the rest literal."""
    name = voice.colon(label, "").rstrip(" ")
    return Paragraph((Span(name, strong=True), Span(f" {text}")), source)
