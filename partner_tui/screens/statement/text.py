"""The whole statement as lines: each sentence can be chosen, and says what it comes from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from partner_tui.documents.sentences import Sentence, sentences_of
from partner_tui.documents.stale import Stale, stale_sentences
from partner_tui.documents.statement import PartState, StatementDraft, StatementPart
from partner_tui.documents.statement import state_label as state_word
from partner_tui.documents.versions import frozen_blocks
from partner_tui.documents.words import cite
from partner_tui.domain.blocks import paragraph
from partner_tui.domain.records import Statement
from partner_tui.i18n import _, current
from partner_tui.screens.statement.lines import CHANGED, LOOKS, SIGNS
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note
from partner_tui.widgets.typeset import typeset

MARGIN: Final = 6
"""The columns beside the words of a sentence."""


def sentence_key(part: str, place: int) -> str:
    """Return the key of the line of a sentence."""
    return f"{part}#{place}"


def sentence_at(draft: StatementDraft, key: str) -> tuple[StatementPart, Sentence] | None:
    """Return the sentence of a line and the part it stands in."""
    name, _mark, place = key.partition("#")
    part = next((part for part in draft.parts if part.id == name), None)
    if part is None or not place:
        return None
    found = list(sentences_of(part.blocks))
    return (part, found[int(place)]) if int(place) < len(found) else None


def text_lines(
    draft: StatementDraft,
    changed: Mapping[str, Stale],
    version: Statement | None,
    width: int,
) -> list[Line]:
    """Return the text, part by part, folded to a width; a sentence that is stale says so."""
    lines: list[Line] = []
    blocks = frozen_blocks(version, draft.document.language) if version else ()
    frozen = {sentence.text for sentence in sentences_of(blocks)}
    for part in draft.parts:
        look = LOOKS[part.state]
        state = Cell(f"{SIGNS[part.state]} {state_word(part.state, current())}", look)
        lines += [
            heading(part.title, state, Cell(" ")),
            *_part(part, changed, frozen, version, width),
        ]
        lines.append(BLANK)
    return lines[:-1]


def _part(
    part: StatementPart,
    changed: Mapping[str, Stale],
    frozen: Collection[str],
    version: Statement | None,
    width: int,
) -> list[Line]:
    found: list[Line] = []
    sentences = list(sentences_of(part.blocks))
    stale = stale_sentences(sentences, changed, frozen)
    for place, sentence in enumerate(sentences):
        is_stale = place in stale
        sign = CHANGED if is_stale else SIGNS[_state(part, sentence)] if sentence.missing else " "
        look = "warn" if sentence.missing or is_stale else ""
        words = ("• " if sentence.item else "") + sentence.text
        rows = [row.text for row in typeset([paragraph(words)], max(8, width - MARGIN))]
        first = (Cell(f" {sign} ", look), Cell(rows[0] if rows else "", "", None))
        found.append(Line(first, key=sentence_key(part.id, place), search=sentence.text))
        found += [note(row, "", 3) for row in rows[1:]]
        if is_stale and version is not None:
            told = _("réponse changée depuis la {version}")
            found.append(note(told.format(version=cite(version, current())), "warn", 5))
    return found


def _state(part: StatementPart, sentence: Sentence) -> PartState:
    """Return how sure a sentence is that says it is not known yet."""
    return PartState.MISSING if part.state is PartState.OK else part.state
