"""What guide files say of one another: ids, links, and the same things in each language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from partner_tui.domain.blocks import Block, Bullets, Heading, Inline, Paragraph, Quote, Table
from partner_tui.domain.evidence import ANSWER, COUNTS
from partner_tui.domain.questions import ListKind
from partner_tui.errors import ContentError
from partner_tui.guide.source import Source
from partner_tui.i18n import _

SCREENS: Final = frozenset(
    {"home", "steps", "lists", "risks", "meetings", "statement", "people", "guide"}
)
FREE: Final = frozenset({"id", "title", "short", "leaves", "lead", "hint", "unit"})
"""What belongs to one language; everything else is the same in all of them."""
KEY: Final = re.compile(r"([\w.-]+)\s*=")


class Book(Struct, frozen=True):
    """The files of the guide in one language."""

    language: str
    guide: list[Source]
    steps: list[Source]
    lists: list[Source]

    @property
    def folders(self) -> Mapping[str, list[Source]]:
        """Its files by folder."""
        return {"guide": self.guide, "steps": self.steps, "lists": self.lists}

    def files(self) -> Iterator[tuple[str, Source]]:
        """Yield every file with its name in the folder of the language."""
        for folder, sources in self.folders.items():
            for source in sources:
                yield f"{folder}/{source.path.name}", source


class Given(Struct, frozen=True):
    """Where an id is given, and what must be the same in every language."""

    id: str
    file: str
    source: Source
    line: int
    facts: Mapping[str, str]


def given(book: Book) -> Iterator[Given]:
    """Yield every id of a language."""
    for folder, sources in book.folders.items():
        for source in sources:
            yield from given_in(folder, source)


def given_in(folder: str, source: Source) -> Iterator[Given]:
    """Yield every id of a file; a list is read as the chapter `list.ID`."""
    file = f"{folder}/{source.path.name}"
    if name := source.front.get("id", ""):
        prefix = "list." if folder == "lists" else ""
        yield Given(prefix + name, file, source, line_of(source, "id"), _facts(source.front))
    for piece in source.pieces:
        if piece.id:
            yield Given(piece.id, file, source, piece.line, _facts(piece.attributes))


def _facts(values: Mapping[str, str]) -> dict[str, str]:
    return {name: _fact(name, text) for name, text in values.items() if name not in FREE}


def _fact(name: str, text: str) -> str:
    """Return the part of a value that no language changes."""
    if name in ("parts", "levels"):
        return str(len(text.split("|")))
    if name == "choices" and not text.endswith("."):
        return " ".join(KEY.findall(text))
    return " ".join(text.split())


def line_of(source: Source, key: str) -> int:
    """Return the line of a value of the front matter."""
    return list(source.front).index(key) + 2 if key in source.front else 1


def again(name: str, file: str, line: int = 0) -> str:
    """Return the sentence for an id that is given a second time."""
    if not line:
        told = _("«\u00a0{id}\u00a0» sert déjà plus haut\u00a0: choisissez-en un autre.")
        return told.format(id=name)
    told = _(
        "«\u00a0{id}\u00a0» sert déjà dans {file}, ligne {line}\u00a0: choisissez-en un autre."
    )
    return told.format(id=name, file=file, line=line)


# -- one language


def twice(book: Book) -> Iterator[ContentError]:
    """Yield a mistake for each id that is given again."""
    first: dict[str, Given] = {}
    for each in given(book):
        other = first.setdefault(each.id, each)
        if other is not each:
            reason = _("« {id} » sert déjà dans {file}, ligne {line}.").format(
                id=each.id, file=other.file, line=other.line
            )
            yield each.source.fail(each.line, reason)


def broken(book: Book, whole: Book | None = None) -> Iterator[ContentError]:
    """Yield a mistake for each link, step, section or piece of evidence that does not exist.

    They may be anywhere in the whole guide, which is the book itself when none is given.
    """
    known = targets(whole or book)
    for _file, source in book.files():
        yield from _broken_links(source, known)
    for source in book.lists:
        yield from broken_list(source, known)


def targets(book: Book) -> frozenset[str]:
    """Return everything that a book has that can be named."""
    return frozenset(_targets(book))


def _targets(book: Book) -> Iterator[str]:
    """Yield everything that can be named: links, and `section:` for those that ask questions."""
    yield from (f"screen:{name}" for name in SCREENS)
    for file, source in book.files():
        kind = {"steps": "step", "lists": "list"}.get(file.partition("/")[0], "")
        name = source.front.get("id", "")
        chapter = f"list.{name}" if kind == "list" else name
        yield f"guide:{chapter}"
        yield from (f"guide:{chapter}#{piece.id}" for piece in source.pieces)
        if kind:
            yield f"{kind}:{name}"
        section = ""
        for piece in source.pieces if kind == "step" else ():
            section = piece.id if piece.level == 2 else section
            if piece.level == 3:
                yield from (f"question:{piece.id}", f"section:{section}")


def _broken_links(source: Source, targets: frozenset[str]) -> Iterator[ContentError]:
    links = [
        link
        for link in dict.fromkeys(_links(source.blocks))
        if link not in targets or link.startswith("section:")
    ]
    written = source.path.read_text(encoding="utf-8").splitlines() if links else []
    for link in links:
        lines = [n for n, line in enumerate(written, start=1) if f"]({link}" in line]
        for line in lines or [1]:
            yield source.fail(line, _("le lien « {to} » ne mène nulle part.").format(to=link))


def _links(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                yield from _linked(text)
            case Bullets(items=items):
                for item in items:
                    yield from _links(item)
            case Quote(blocks=inner):
                yield from _links(inner)
            case Table(header=header, rows=rows):
                for row in (header, *rows):
                    for cell in row:
                        yield from _linked(cell)
            case _:
                pass


def _linked(text: Inline) -> Iterator[str]:
    return (span.link for span in text if span.link)


def broken_list(source: Source, targets: frozenset[str]) -> Iterator[ContentError]:
    """Yield a mistake for each step, section or piece of evidence that a list names in vain."""
    line = line_of(source, "questions")
    sections = source.front.get("questions", "").split()
    if source.front.get("kind") == ListKind.POSITIONS and not sections:
        yield source.fail(line, _("cette liste doit dire de quelles questions elle est faite."))
    for section in sections:
        if f"section:{section}" not in targets:
            reason = _("la section « {id} » n'existe pas, ou n'a pas de questions.")
            yield source.fail(line, reason.format(id=section))
    for piece in source.pieces:
        step = piece.attributes.get("step", "")
        if step and f"step:{step}" not in targets:
            yield source.fail(piece.line, _("l'étape « {id} » n'existe pas.").format(id=step))
        for token in piece.attributes.get("evidence", "").split():
            if not _is_evidence(token, targets):
                reason = _("« {word} » n'est pas une trace connue.").format(word=token)
                yield source.fail(piece.line, reason)


def _is_evidence(token: str, targets: frozenset[str]) -> bool:
    if token.startswith(ANSWER):
        return f"question:{token.removeprefix(ANSWER)}" in targets
    return token in COUNTS


# -- one language against the other


def unlike(one: Book, other: Book) -> Iterator[ContentError]:
    """Yield a mistake for what exists, or counts, in one language only."""
    if all(book.guide or book.steps or book.lists for book in (one, other)):
        yield from compared(one, other)


def compared(one: Book, other: Book) -> Iterator[ContentError]:
    """Yield a mistake for what is in one book only, or is not the same in both."""
    yield from _missing(one, other)
    yield from _missing(other, one)
    here = {each.id: each for each in given(other)}
    for each in given(one):
        if each.id in here:
            yield from _different(each, here[each.id])


def _missing(book: Book, other: Book) -> Iterator[ContentError]:
    names = {file for file, _source in other.files()}
    ids = {each.id for each in given(other)}
    for file, source in book.files():
        if file not in names:
            yield source.fail(
                1,
                _("ce fichier manque en «\u00a0{to}\u00a0»\u00a0: traduisez-le.").format(
                    to=other.language
                ),
            )
    for each in given(book):
        if each.file in names and each.id not in ids:
            reason = _("« {id} » manque en « {to} ».").format(id=each.id, to=other.language)
            yield each.source.fail(each.line, reason)


def _different(each: Given, other: Given) -> Iterator[ContentError]:
    for name in sorted({*each.facts, *other.facts}):
        if each.facts.get(name) != other.facts.get(name):
            place = "/".join(other.source.path.parts[-3:])
            reason = _("« {name} » de « {id} » n'est pas le même dans {file}, ligne {line}.")
            yield each.source.fail(
                each.line, reason.format(name=name, id=each.id, file=place, line=other.line)
            )
