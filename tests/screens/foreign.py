"""Words of the other language: what may stand on a screen, and a dossier that says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from babel.messages.pofile import read_po
from msgspec import Struct
from msgspec.structs import replace

from partner_tui import resources
from partner_tui.documents.answers import FREE
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Answer, Response
from partner_tui.domain.workspace import Workspace, put
from partner_tui.i18n import DOMAIN, LANGUAGES, LOCALE

WORD = re.compile(r"[^\W\d_]{2,}")
MARKUP = re.compile(r"\{[^}]*\}|\]\([^)]*\)|`[^`]*`")
"""Blanks to fill, attributes, targets of links and literal text are not words."""

ALLOWED = frozenset({"english", "français", "boussole"})
"""Written the same whatever the language: the name of a language in itself."""

KEPT = frozenset({
    "id", "at", "organization", "owner", "objective", "origin", "needed_by", "offered_by", "risk",
    "checklist", "meeting", "superseded_by", "chair", "scribe", "suggestion", "start", "end",
    "next_start", "language",
})  # fmt: skip
"""Fields that point somewhere or hold a value with one form."""


def words(text: str) -> set[str]:
    """Return the words of a text."""
    return {found.lower() for found in WORD.findall(MARKUP.sub(" ", text))}


def messages(language: str) -> Iterator[str]:
    """Yield every message of the interface in a language."""
    with (LOCALE / "en" / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        for message in read_po(file, domain=DOMAIN):
            said = message.id if language == "fr" else message.string
            yield from [said] if isinstance(said, str) else said


def _guide(language: str) -> Iterator[str]:
    for path in sorted((resources.folder("content") / language).rglob("*.md")):
        yield path.read_text(encoding="utf-8")


@lru_cache
def lexicon(language: str) -> frozenset[str]:
    """Return every word of the interface and of the guide in a language."""
    said = (*messages(language), *_guide(language))
    return frozenset().union(*map(words, said))


def foreign(lines: Iterable[str], language: str) -> set[str]:
    """Return the words of some lines that only the other language has."""
    other = next(each for each in LANGUAGES if each != language)
    found: set[str] = set().union(*map(words, lines))
    return (found & lexicon(other)) - lexicon(language) - ALLOWED


# -- a dossier whose texts belong to no language


def neutral(workspace: Workspace, guide: Guide) -> Workspace:
    """Return the same dossier, every free text a token without meaning."""
    records = [
        _spoken(record, guide) if isinstance(record, Answer) else _emptied(record)
        for table in workspace.tables.values()
        for record in table.values()
    ]
    return put(workspace, *records)


def _spoken(answer: Answer, guide: Guide) -> Answer:
    question = guide.question(answer.id)
    free = [part.kind in FREE for part in question.parts] if question else []

    def said(response: Response) -> Response:
        values = tuple(
            tuple(map(_token, each)) if free[n : n + 1] != [False] else each
            for n, each in enumerate(response.values)
        )
        return Response(values=values, note=_token(response.note))

    return replace(
        answer,
        by=_token(answer.by),
        translations={},
        response=said(answer.response),
        positions={key: said(each) for key, each in answer.positions.items()},
    )


def _emptied(value: Any, name: str = "") -> Any:
    if name == "translations":
        return {}
    if isinstance(value, Struct):
        given = {name: getattr(value, name) for name in value.__struct_fields__}
        return replace(value, **{key: _emptied(each, key) for key, each in given.items()})
    if isinstance(value, Mapping) and name in ("words", "texts"):
        return {key: _emptied(each, name) for key, each in value.items()}
    if isinstance(value, tuple) and any(isinstance(each, Struct) for each in value):
        return tuple(_emptied(each) for each in value)
    return _token(value) if type(value) is str and name not in KEPT else value


def _token(text: str) -> str:
    return f"Zq{len(text) % 89}" if text else ""
