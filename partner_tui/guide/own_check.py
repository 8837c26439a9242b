"""Say what an organization's own texts replace, add and get wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from partner_tui import paths, resources
from partner_tui.domain.text import clean, one_line
from partner_tui.guide import crossings, own
from partner_tui.guide.check import Problems, built
from partner_tui.guide.load import sources
from partner_tui.guide.overlay import Laid, lay, rows_of
from partner_tui.guide.source import Source
from partner_tui.i18n import LANGUAGES, _, current, ngettext


class Found(Struct, frozen=True):
    """What a folder does to the guide, and its mistakes, in sentences."""

    does: list[str]
    mistakes: list[str]


def check(root: Path) -> Found:
    """Return what the texts of a folder do, and all their mistakes in every language."""
    mine, problems = own.look(root), Problems()
    problems.tell(mine.mistakes)
    laid = {language: _laid(mine, language, problems) for language in LANGUAGES}
    books = [_written(mine, language) for language in LANGUAGES]
    for other in books[1:]:
        problems.tell(crossings.compared(books[0], other))
    language = current().language if current().language in laid else next(iter(LANGUAGES))
    return Found([*_does(laid[language], mine.serving(language))], list(problems.told))


def _shipped(language: str) -> dict[str, list[Source]]:
    kept = paths.find_paths().state / f"guide-{language}"
    return sources(resources.folder("content") / language, kept)


def _read(mine: own.Own, language: str) -> dict[str, list[Source]]:
    """Return what serves in a language; of the folder in the settings a copy was kept."""
    state = paths.find_paths().state
    chosen = own.folder() == mine.root
    return own.read(mine, language, state / f"guide-own-{language}" if chosen else None)


def _written(mine: own.Own, language: str) -> crossings.Book:
    """Return what is written in a language, without what serves from another."""
    here = {*mine.files.get(language, {}).values()}
    found = _read(mine, language)
    return crossings.Book(
        language, **{k: [s for s in each if s.path in here] for k, each in found.items()}
    )


def _laid(mine: own.Own, language: str, problems: Problems) -> Laid:
    """Lay the texts over the guide of a language, and note all that is wrong there."""
    written = _read(mine, language)
    laid = lay(_shipped(language), written)
    whole = crossings.Book(language, **laid.files)
    problems.tell(laid.mistakes)
    read = {kind: [s for s in each if s.front] for kind, each in written.items()}
    book = crossings.Book(language, **read)
    built(book, problems, rows_of(laid.files["guide"]))
    problems.tell(crossings.broken(book, whole))
    problems.tell(_lost(laid, whole))
    return laid


def _lost(laid: Laid, whole: crossings.Book) -> Iterator[str]:
    """Yield a sentence for what the guide that ships leads to and that is no longer there."""
    used = {id(source) for each in laid.used.values() for source in each}
    rest = {k: [s for s in each if id(s) not in used] for k, each in laid.files.items()}
    for error in crossings.broken(crossings.Book(whole.language, **rest), whole):
        told = _("dans le guide d'origine, {mistake} Gardez cet identifiant dans votre fichier.")
        yield told.format(mistake=error)


def _does(laid: Laid, names: Mapping[str, Path]) -> Iterator[str]:
    """Yield a sentence for each file: what it replaces, what it adds, or that it is set aside."""
    shipped = _shipped(current().language)
    ours = {k: {s.front.get("id", ""): s for s in each} for k, each in shipped.items()}
    used = {source.path: source for each in laid.used.values() for source in each}
    for name, path in names.items():
        if path not in used:
            yield _("{file}\u00a0: mis de côté.").format(file=one_line(name))
            continue
        source = used[path]
        replaced = ours[name.partition("/")[0]].get(source.front["id"])
        yield f"{current().colon(one_line(name))} " + (
            _replaces(source, replaced) if replaced else _adds(source)
        )


def _replaces(source: Source, replaced: Source) -> str:
    kept = {piece.id for piece in source.pieces}
    gone = [piece.id for piece in replaced.pieces if piece.id and piece.id not in kept]
    told = _("remplace «\u00a0{title}\u00a0».").format(title=replaced.front["title"])
    if gone:
        told += " " + _("N'y sont plus\u00a0: {ids}.").format(ids=", ".join(gone))
    return told


def _adds(source: Source) -> str:
    asked = sum(
        "kind" in piece.attributes or "records" in piece.attributes for piece in source.pieces
    )
    told = _("ajoute «\u00a0{title}\u00a0».").format(title=source.front["title"])
    if not asked:
        return told
    count = ngettext("{n} question", "{n} questions", asked)
    return f"{told[:-1]}, {count}."


def main_check(root: Path) -> tuple[int, str]:
    """Return an exit status and what to print of a folder."""
    found = check(root)
    head = _("Votre guide, {path}\u00a0:").format(path=root)
    lines = [head, *(f"  {each}" for each in found.does), *map(clean, found.mistakes)]
    if not found.mistakes:
        return 0, "\n".join([*lines, _("Aucune erreur.")])
    count = ngettext("{n} erreur.", "{n} erreurs.", len(found.mistakes))
    rest = _(
        "Ce qui est mis de côté laisse sa place au guide d'origine; "
        "ce qui manque dans une langue y paraît dans l'autre."
    )
    return 1, "\n".join([*lines, f"{count} {rest}"])


def told() -> str:
    """Return what is wrong with the folder of the settings in one sentence or two, or nothing."""
    root = own.folder()
    mistakes = check(root).mistakes if root else []
    if not mistakes:
        return ""
    said = _("Votre guide, {path}\u00a0:").format(path=root) + " " + mistakes[0]
    if more := len(mistakes) - 1:
        others = ngettext("Et {n} autre erreur", "Et {n} autres erreurs", more)
        said += f" {current().colon(others)} partner-tui guide check."
    return one_line(said)
