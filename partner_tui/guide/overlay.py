"""Lay an organization's own texts over the guide that ships; what is mistaken is set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from partner_tui.domain.questions import Row
from partner_tui.errors import ContentError
from partner_tui.guide import build, crossings
from partner_tui.guide.source import Source
from partner_tui.i18n import _

Files = Mapping[str, list[Source]]
"""Sources by folder: guide, steps, lists."""
Fault = tuple[str, Source, ContentError]
"""A folder, a file of it, and why that file cannot be used."""

FIRST_OWN: Final = 12
"""The first number that a set of questions of one's own can have."""
ORDER: Final = {"guide": "order", "steps": "number", "lists": "order"}
"""Folder → what in the front matter puts its files in order."""
ID: Final = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
RISK: Final = "risk."


class Laid(Struct, frozen=True):
    """The guide with one's own texts in it, those that were used, and why others were not."""

    files: dict[str, list[Source]]
    used: dict[str, list[Source]]
    mistakes: tuple[ContentError, ...] = ()


def lay(shipped: Files, own: Files) -> Laid:
    """Put one's own files in the place of those with the same id, and add the others."""
    mistakes: list[ContentError] = []
    used: dict[str, list[Source]] = {}
    for folder, sources in own.items():
        faults = {id(source): [*_alone(folder, source)] for source in sources}
        mistakes += [fault for source in sources for fault in faults[id(source)]]
        used[folder] = [source for source in sources if not faults[id(source)]]
    while faulty := list(_together(shipped, used)):
        mistakes += [fault for _folder, _source, fault in faulty]
        for folder, source, _fault in faulty:
            used[folder] = [each for each in used[folder] if each is not source]
    return Laid(_over(shipped, used), used, tuple(mistakes))


def _over(shipped: Files, own: Files) -> dict[str, list[Source]]:
    merged: dict[str, list[Source]] = {}
    for folder, sources in shipped.items():
        mine = {source.front["id"]: source for source in own.get(folder, [])}
        merged[folder] = [mine.pop(each.front.get("id", ""), each) for each in sources]
        merged[folder] += mine.values()
    return merged


def rows_of(chapters: Iterable[Source]) -> dict[str, Row]:
    """Return the catalogue rows of some chapters by id."""
    return {row.id: row for source in chapters for row in build.rows(source)}


# -- a file by itself


def _alone(folder: str, source: Source) -> Iterator[ContentError]:
    """Yield why a file cannot be used, whatever the others say."""
    if source.mistakes:
        yield from source.mistakes
        return
    try:
        source.need("id")
        source.need("short")
        build.chapter(source, source.number(ORDER[folder]))
        _PIECES[folder](source)
    except ContentError as error:
        yield error
        return
    seen: set[str] = set()
    for each in crossings.given_in(folder, source):
        name = each.id.removeprefix("list.")
        if not ID.fullmatch(name):
            reason = _(
                "«\u00a0{id}\u00a0» ne peut pas être un identifiant\u00a0: des minuscules "
                "sans accent et des chiffres, séparés par des points."
            )
            yield source.fail(each.line, reason.format(id=name))
        if each.id in seen:
            yield source.fail(each.line, crossings.again(each.id, source.path.name))
        seen.add(each.id)


def _chapter(source: Source) -> None:
    for piece in source.pieces:
        if piece.level != 3 or piece.id:
            build.named(source, piece)
        if piece.level == 2:
            build.known(source, piece, build.SECTION)
    for row in build.rows(source):
        if row.id.startswith(RISK) and not row.family:
            line = next(piece.line for piece in source.pieces if piece.id == row.id)
            raise source.fail(line, _("un risque suggéré dit sa famille (family)."))


def _list(source: Source) -> None:
    build.checklist(source)


def _step(source: Source) -> None:
    for piece in source.pieces:
        build.named(source, piece)
    if not any(piece.level == 3 for piece in source.pieces):
        raise source.fail(1, _("il n'y a pas de question\u00a0: il en faut une au moins (###)."))


_PIECES = {"guide": _chapter, "steps": _step, "lists": _list}


# -- the files together


def _together(shipped: Files, own: Files) -> Iterator[Fault]:
    """Yield the files that cannot be used beside the others."""
    merged = _over(shipped, own)
    yield from _numbered(shipped, own)
    yield from _twice(merged, own)
    rows = rows_of(merged["guide"])
    yield from _without_rows(shipped, own, rows)
    targets = crossings.targets(crossings.Book("", **merged))
    for source in own.get("steps", []):
        try:
            build.step(source, rows)
        except ContentError as error:
            yield "steps", source, error
    for source in own.get("lists", []):
        for fault in crossings.broken_list(source, targets):
            yield "lists", source, fault


def _numbered(shipped: Files, own: Files) -> Iterator[Fault]:
    """Yield the sets of questions whose number is another's, or not the one they replace."""
    ours = {source.front["id"]: source.number("number") for source in shipped["steps"]}
    taken: set[int] = set()
    for source in own.get("steps", []):
        number, wanted = source.number("number"), ours.get(source.front["id"])
        line = crossings.line_of(source, "number")
        if wanted is not None and number != wanted:
            reason = _("«\u00a0number\u00a0» doit rester {n}, comme dans le fichier remplacé.")
            yield "steps", source, source.fail(line, reason.format(n=wanted))
        elif wanted is None and (number < FIRST_OWN or number in taken):
            reason = _("le numéro {n} est déjà pris\u00a0: choisissez-en un à partir de {first}.")
            yield "steps", source, source.fail(line, reason.format(n=number, first=FIRST_OWN))
        taken.add(number)


def _twice(merged: Files, own: Files) -> Iterator[Fault]:
    """Yield one's own files that give an id that another file gives already."""
    mine = {id(source) for sources in own.values() for source in sources}
    first: dict[str, crossings.Given] = {}
    late: list[tuple[str, Source]] = []
    for folder, sources in merged.items():
        for source in sources:
            if id(source) in mine:
                late.append((folder, source))
            else:
                first.update({each.id: each for each in crossings.given_in(folder, source)})
    for folder, source in late:
        given = list(crossings.given_in(folder, source))
        clash = next((each for each in given if each.id in first), None)
        if clash is None:
            first.update({each.id: each for each in given})
            continue
        other = first[clash.id]
        told = crossings.again(clash.id, other.file, other.line)
        yield folder, source, source.fail(clash.line, told)


def _without_rows(shipped: Files, own: Files, rows: Mapping[str, Row]) -> Iterator[Fault]:
    """Yield the chapters that leave a question of the guide without the rows it chooses from."""
    mine = {source.front["id"]: source for source in own.get("guide", [])}
    steps = {source.front["id"] for source in own.get("steps", [])}
    for step in shipped["steps"]:
        for piece in step.pieces if step.front["id"] not in steps else ():
            prefix = piece.attributes.get("choices", "")
            if not prefix.endswith(".") or any(key.startswith(prefix) for key in rows):
                continue
            for chapter in shipped["guide"]:
                held = any(each.id.startswith(prefix) for each in chapter.pieces)
                source = mine.pop(chapter.front["id"], None) if held else None
                if source is not None:
                    reason = _(
                        "la question «\u00a0{id}\u00a0» choisit parmi les rangées "
                        "«\u00a0{rows}\u00a0» du chapitre remplacé\u00a0: gardez-les."
                    )
                    yield "guide", source, source.fail(1, reason.format(id=piece.id, rows=prefix))
