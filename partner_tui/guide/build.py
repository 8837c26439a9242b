"""Guide files into steps, lists, rows and chapters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from partner_tui.domain.blocks import Block, Heading, Quote, inline
from partner_tui.domain.questions import (
    Chapter,
    Checklist,
    Choice,
    Group,
    Kind,
    ListItem,
    ListKind,
    Part,
    Per,
    Question,
    Row,
    Section,
    Step,
)
from partner_tui.domain.values import RiskFamily
from partner_tui.domain.workspace import TABLES
from partner_tui.errors import ContentError
from partner_tui.guide.source import Piece, Source
from partner_tui.i18n import _

E = TypeVar("E", bound=StrEnum)

QUESTION = frozenset(
    {"id", "kind", "parts", "choices", "per", "hint", "unit", "private", "records", "family"}
)
ITEM = frozenset({"id", "step", "evidence"})
ROW = frozenset({"id", "family"})
SECTION = frozenset({"id"})


def step(source: Source, rows: Mapping[str, Row]) -> Step:
    """Return the step that a file of `steps/` tells."""
    return Step(
        id=source.need("id"),
        number=source.number("number"),
        title=source.need("title"),
        short=source.need("short"),
        leaves=source.front.get("leaves", ""),
        sections=tuple(_sections(source, lambda piece: question(source, piece, rows))),
    )


def _sections(source: Source, question: Callable[[Piece], Question]) -> Iterable[Section]:
    for head, children in _grouped(source):
        known(source, head, SECTION)
        if children:
            yield Section(
                id=head.id,
                title=head.title,
                questions=tuple(question(child) for child in children),
            )


def _grouped(source: Source) -> list[tuple[Piece, list[Piece]]]:
    """Return each level-2 heading with the level-3 headings under it."""
    groups: list[tuple[Piece, list[Piece]]] = []
    for piece in source.pieces:
        named(source, piece)
        if piece.level == 2:
            groups.append((piece, []))
        elif groups:
            groups[-1][1].append(piece)
        else:
            raise _out_of_order(source, piece)
    return groups


def named(source: Source, piece: Piece) -> None:
    """Raise ContentError when a heading has no id, or a level the guide does not use."""
    if piece.level not in (2, 3):
        raise _out_of_order(source, piece)
    if not piece.id:
        reason = _("ce titre n'a pas d'identifiant\u00a0: écrivez {example} juste au-dessus.")
        raise source.fail(piece.line, reason.format(example='{id="…"}'))


def _out_of_order(source: Source, piece: Piece) -> ContentError:
    return source.fail(piece.line, _("les titres vont de ## à ###, dans cet ordre."))


def question(source: Source, piece: Piece, rows: Mapping[str, Row]) -> Question:
    """Return the question that a level-3 heading of a step asks."""
    known(source, piece, QUESTION)
    given = piece.attributes
    why, example = told(piece)
    return Question(
        id=piece.id,
        text=piece.title,
        parts=_parts(source, piece, rows),
        per=_value(source, piece, Per, given["per"]) if "per" in given else None,
        private="private" in given and _one_of(source, piece, ("yes",), given["private"]) == "yes",
        records=_one_of(source, piece, TABLES, given["records"]) if "records" in given else "",
        family=_family(source, piece),
        why=why,
        example=example,
    )


def _parts(source: Source, piece: Piece, rows: Mapping[str, Row]) -> tuple[Part, ...]:
    given = piece.attributes
    default = "records" if "records" in given else ""
    kinds = [_value(source, piece, Kind, word) for word in given.get("kind", default).split()]
    labels = [label.strip() for label in given.get("parts", "").split("|")] if kinds else []
    if not kinds:
        reason = _("cette question ne dit pas sa sorte (kind)\u00a0: {known}.")
        raise source.fail(piece.line, reason.format(known=", ".join(Kind)))
    if len(kinds) != len(labels):
        raise source.fail(piece.line, _("il faut un libellé (parts) pour chaque sorte."))
    choices = _choices(source, piece, rows)
    if not choices and {Kind.CHOICE, Kind.MULTI} & set(kinds):
        raise source.fail(piece.line, _("un choix demande ses valeurs (choices)."))
    return tuple(
        Part(
            kind=kind,
            label=label,
            choices=choices if kind in (Kind.CHOICE, Kind.MULTI) else (),
            hint=given.get("hint", ""),
            unit=given.get("unit", ""),
        )
        for kind, label in zip(kinds, labels, strict=True)
    )


def _choices(source: Source, piece: Piece, rows: Mapping[str, Row]) -> tuple[Choice, ...]:
    given = piece.attributes.get("choices", "")
    if given.endswith("."):
        found = [Choice(row.id, row.label) for row in rows.values() if row.id.startswith(given)]
        if not found:
            raise source.fail(
                piece.line, _("aucune rangée ne commence par « {id} ».").format(id=given)
            )
        return tuple(found)
    pairs = [pair.partition("=") for pair in given.split(";") if pair.strip()]
    if any(not equals or not key.strip() or not label.strip() for key, equals, label in pairs):
        raise source.fail(piece.line, _("les valeurs s'écrivent « id=libellé; id=libellé »."))
    return tuple(Choice(key.strip(), label.strip()) for key, _equals, label in pairs)


def _value(source: Source, piece: Piece, kind: type[E], word: str) -> E:
    try:
        return kind(word)
    except ValueError:
        return kind(_one_of(source, piece, list(kind), word))


def _one_of(source: Source, piece: Piece, words: Iterable[str], word: str) -> str:
    if word not in words:
        reason = _("« {word} » n'est pas connu ici; on attend\u00a0: {known}.")
        raise source.fail(piece.line, reason.format(word=word, known=", ".join(words)))
    return word


def _family(source: Source, piece: Piece) -> str:
    family = piece.attributes.get("family", "")
    return _value(source, piece, RiskFamily, family) if family else ""


def known(source: Source, piece: Piece, names: frozenset[str]) -> None:
    """Raise ContentError when a heading has another attribute than these."""
    unknown = sorted(set(piece.attributes) - names)
    if unknown:
        reason = _("attribut inconnu\u00a0: {name}; on attend\u00a0: {known}.")
        wanted = ", ".join(sorted(names))
        raise source.fail(piece.line, reason.format(name=", ".join(unknown), known=wanted))


def told(piece: Piece) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return what a heading explains, and the example or answer that it quotes."""
    quotes = [block for block in piece.blocks if isinstance(block, Quote)]
    return (
        tuple(block for block in piece.blocks if not isinstance(block, Quote)),
        tuple(block for quote in quotes for block in quote.blocks),
    )


def checklist(source: Source) -> Checklist:
    """Return the list that a file of `lists/` tells."""
    head = Piece("", 1, 1, {})
    return Checklist(
        id=source.need("id"),
        kind=_value(source, head, ListKind, source.need("kind")),
        title=source.need("title"),
        short=source.need("short"),
        lead=source.front.get("lead", ""),
        max=source.number("max") if "max" in source.front else 1,
        levels=tuple(w.strip() for w in source.front.get("levels", "").split("|") if w.strip()),
        sections=tuple(source.front.get("questions", "").split()),
        groups=tuple(_groups(source)),
    )


def _groups(source: Source) -> Iterable[Group]:
    group, items = Piece("", 2, 1, {}), list[ListItem]()
    for piece in source.pieces:
        named(source, piece)
        if piece.level == 2:
            if items:
                yield Group(id=group.id, title=group.title, items=tuple(items))
            group, items = piece, []
            continue
        known(source, piece, ITEM)
        items.append(
            ListItem(
                id=piece.id,
                label=piece.title,
                step=piece.attributes.get("step", ""),
                evidence=tuple(piece.attributes.get("evidence", "").split()),
                help=piece.blocks,
            )
        )
    if items:
        yield Group(id=group.id, title=group.title, items=tuple(items))


def rows(source: Source) -> Iterable[Row]:
    """Yield the catalogue rows of a chapter: its level-3 headings that have an id."""
    for piece in source.pieces:
        if piece.level == 3 and piece.id:
            known(source, piece, ROW)
            body, answer = told(piece)
            yield Row(
                id=piece.id,
                label=piece.title,
                family=_family(source, piece),
                body=body,
                answer=answer,
            )


def chapter(source: Source, order: int, prefix: str = "") -> Chapter:
    """Return a file as a text to read, whole, its title first."""
    title = source.need("title")
    return Chapter(
        id=prefix + source.need("id"),
        title=title,
        short=source.front.get("short", title),
        blocks=(Heading(1, inline(title)), *source.blocks),
        order=order,
    )
