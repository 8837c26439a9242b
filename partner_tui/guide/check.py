"""Find every mistake of the guide text, in all its languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field

from partner_tui.domain.questions import Row
from partner_tui.errors import ContentError
from partner_tui.guide import build, crossings
from partner_tui.guide.load import files
from partner_tui.guide.overlay import ORDER
from partner_tui.guide.own import FOLDERS
from partner_tui.guide.source import Piece, Source, examine
from partner_tui.i18n import LANGUAGES, _, ngettext

T = TypeVar("T")


class Problems(Struct):
    """Sentences in the order they were found, each one once."""

    told: dict[str, None] = field(default_factory=dict)

    def tell(self, sentences: Iterable[object]) -> None:
        """Note some mistakes."""
        self.told.update(dict.fromkeys(map(str, sentences)))

    def attempt(self, make: Callable[..., T], *given: object) -> T | None:
        """Build something, or note the mistake that stops it."""
        try:
            return make(*given)
        except ContentError as error:
            self.tell([error])
            return None


def check(folder: Path) -> list[str]:
    """Return the mistakes of a guide folder as sentences that name a file and a line."""
    problems = Problems()
    books = [_book(folder / language, problems) for language in LANGUAGES]
    for book in books:
        built(book, problems)
        problems.tell(crossings.twice(book))
        problems.tell(crossings.broken(book))
    for other in books[1:]:
        problems.tell(crossings.unlike(books[0], other))
    return list(problems.told)


def main_check(folder: Path) -> tuple[int, str]:
    """Return an exit status and what to print."""
    problems = check(folder)
    if not problems:
        return 0, _("Le guide est complet\u00a0: aucune erreur.")
    count = ngettext("{n} erreur dans le guide.", "{n} erreurs dans le guide.", len(problems))
    return 1, "\n".join([*problems, count])


def _book(root: Path, problems: Problems) -> crossings.Book:
    """Read the files of one language, mistakes and all."""
    found: dict[str, list[Source]] = {}
    for folder in FOLDERS:
        paths = problems.attempt(files, root / folder) or []
        read = [problems.attempt(examine, path) for path in paths]
        found[folder] = [source for source in read if source is not None]
    return crossings.Book(root.name, **found)


def built(
    book: crossings.Book, problems: Problems, others: Mapping[str, Row] | None = None
) -> None:
    """Build every piece by itself, so that each tells its own mistake, then each file whole."""
    rows = dict(others or {})
    for source in book.guide:
        _each(source, problems, _chapter_piece)
        rows |= {row.id: row for row in problems.attempt(_rows, source) or ()}
    for source in book.steps:
        _each(source, problems, _step_piece, rows)
        problems.tell(_bare(source))
        problems.attempt(build.step, source, rows)
    for source in book.lists:
        _each(source, problems, _list_piece)
        problems.attempt(build.checklist, source)
    for folder, sources in book.folders.items():
        for source in sources:
            problems.attempt(_chapter, source, ORDER[folder])


def _each(source: Source, problems: Problems, make: Callable[..., None], *given: object) -> None:
    problems.tell(source.mistakes)
    for piece in source.pieces:
        problems.attempt(make, source, piece, *given)


def _chapter(source: Source, order: str) -> None:
    source.need("short")
    build.chapter(source, source.number(order))


def _rows(source: Source) -> list[Row]:
    return list(build.rows(source))


def _chapter_piece(source: Source, piece: Piece) -> None:
    if piece.level != 3 or piece.id:
        build.named(source, piece)
    build.known(source, piece, build.ROW if piece.level == 3 else build.SECTION)


def _step_piece(source: Source, piece: Piece, rows: Mapping[str, Row]) -> None:
    build.named(source, piece)
    if piece.level == 2:
        build.known(source, piece, build.SECTION)
    else:
        build.question(source, piece, rows)


def _list_piece(source: Source, piece: Piece) -> None:
    build.named(source, piece)
    build.known(source, piece, build.ITEM if piece.level == 3 else build.SECTION)


def _bare(source: Source) -> Iterable[ContentError]:
    """Yield a mistake for each question that does not say why it is asked, or gives no example."""
    for piece in source.pieces:
        why, example = build.told(piece)
        if piece.level == 3 and not why:
            yield source.fail(piece.line, _("cette question ne dit pas pourquoi on la pose."))
        if piece.level == 3 and not example:
            yield source.fail(piece.line, _("cette question n'a pas d'exemple."))
