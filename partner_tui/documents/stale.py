"""The answers behind the statement: as they were when a version was frozen, and what changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from msgspec import Struct

from partner_tui.documents.answers import Said, spoken
from partner_tui.documents.sentences import Sentence
from partner_tui.documents.statement_parts import RECIPES
from partner_tui.documents.voice import Voice
from partner_tui.domain.days import day_here
from partner_tui.domain.known import answer_of, has_words
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Source, Statement
from partner_tui.domain.text import one_line
from partner_tui.domain.values import AnswerState
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import Translator


class Stale(Struct, frozen=True, kw_only=True):
    """An answer that is not what it was when a version was frozen."""

    then: str
    """What it said; empty when it said nothing."""
    now: str
    """What it says; empty when it says nothing, or nothing that may be shown."""
    is_known: bool = True
    """False when the version is too old to remember what the answer was."""
    then_by: str = ""
    then_at: str = ""
    by: str = ""
    at: str = ""


def questions() -> list[str]:
    """Return the questions that the statement reads."""
    return list(dict.fromkeys(chain.from_iterable(recipe.sources for recipe in RECIPES)))


def sources_now(
    workspace: Workspace, guides: Mapping[str, tuple[Guide, Translator]]
) -> dict[str, Source]:
    """Return what a version remembers: each answer that may be shown, in every language."""
    found = {}
    for key in questions():
        said = {
            language: words
            for language, (guide, t) in guides.items()
            if (words := words_of(key, workspace, guide, t))
        }
        answer = answer_of(workspace, key)
        if said and answer is not None:
            found[key] = Source(words=said, by=answer.by, at=answer.at)
    return found


def words_of(key: str, workspace: Workspace, guide: Guide, t: Translator) -> str:
    """Return what an answer says on one line; nothing for one that is private or set aside."""
    question, answer = guide.question(key), answer_of(workspace, key)
    if question is None or answer is None or answer.private or not has_words(answer):
        return ""
    if answer.state is AnswerState.SKIPPED:
        return ""
    voice = Voice(workspace, t)
    written = spoken(answer, question, voice)
    said = [line for part in written.said for line in part.lines]
    each = [
        voice.colon(position.name, "; ".join(_lines(position.said, position.note)))
        for position in written.positions
        if _lines(position.said, position.note)
    ]
    return one_line(" · ".join(filter(None, ("; ".join(said), written.note, *each))))


def _lines(said: tuple[Said, ...], note: str) -> list[str]:
    lines = [line for part in said for line in part.lines]
    return [*lines, note] if note else lines


def stale_sentences(
    part: Iterable[Sentence], changed: Collection[str], frozen: Collection[str]
) -> set[int]:
    """Return the places of the sentences that an answer that changed has made stale.

    Those that a version already had are left alone, unless nothing else tells of the change.
    """
    found: set[int] = set()
    mine: dict[str, list[tuple[int, bool]]] = {}
    for place, sentence in enumerate(part):
        if sentence.question in changed:
            is_new = sentence.text not in frozen
            mine.setdefault(sentence.question, []).append((place, is_new))
    for places in mine.values():
        new = {place for place, is_new in places if is_new}
        found |= new or {place for place, _is_new in places}
    return found


def stale(
    workspace: Workspace, guide: Guide, t: Translator, version: Statement | None
) -> dict[str, Stale]:
    """Return the questions whose answer changed since a version was frozen."""
    if version is None:
        return {}
    if not version.sources:
        return _later(workspace, guide, t, version)
    found = {}
    for key in questions():
        source = version.sources.get(key, Source())
        then = source.words.get(t.language) or next(iter(source.words.values()), "")
        now = words_of(key, workspace, guide, t)
        if then == now:
            continue
        answer = answer_of(workspace, key)
        found[key] = Stale(
            then=then,
            now=now,
            then_by=source.by,
            then_at=source.at,
            by=answer.by if answer else "",
            at=answer.at if answer else "",
        )
    return found


def _later(
    workspace: Workspace, guide: Guide, t: Translator, version: Statement
) -> dict[str, Stale]:
    """Return the answers written after the day of a version that remembers none."""
    found = {}
    for key in questions():
        answer = answer_of(workspace, key)
        if answer is not None and version.on and day_here(answer.at) > version.on.isoformat():
            now = words_of(key, workspace, guide, t)
            found[key] = Stale(then="", now=now, is_known=False, by=answer.by, at=answer.at)
    return found
