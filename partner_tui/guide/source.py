"""Read one guide file: its front matter and its headed pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.blocks import Block, Heading, Paragraph, plain
from partner_tui.errors import ContentError
from partner_tui.guide.markdown import Placed, parser, place
from partner_tui.i18n import _


class Piece(Struct, frozen=True):
    """A heading, its attributes, and the blocks up to the next heading."""

    title: str
    level: int
    line: int
    attributes: dict[str, str]
    blocks: tuple[Block, ...] = ()

    @property
    def id(self) -> str:
        """The id of the attribute line, or nothing."""
        return self.attributes.get("id", "")


class Source(Struct, frozen=True):
    """One guide file, read."""

    path: Path
    front: dict[str, str]
    pieces: tuple[Piece, ...] = ()
    placed: tuple[Placed, ...] = ()
    """Every block of the file, in order, with where it stands."""
    mistakes: tuple[ContentError, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block of the file, in order."""
        return _blocks(self.placed)

    def fail(self, line: int, reason: str) -> ContentError:
        """Return the error that names this file and a line of it."""
        place = "/".join(self.path.parts[-3:])
        return ContentError(
            _("{file}, ligne {line}\u00a0: {reason}").format(file=place, line=line, reason=reason)
        )

    def need(self, key: str) -> str:
        """Return a front matter value; raise ContentError when it is missing."""
        if not self.front.get(key):
            raise self.fail(1, _("l'en-tête doit donner « {key} ».").format(key=key))
        return self.front[key]

    def number(self, key: str) -> int:
        """Return a front matter number; raise ContentError when it is not one."""
        value = self.need(key)
        if not value.isdigit():
            raise self.fail(1, _("« {key} » doit être un nombre.").format(key=key))
        return int(value)


def read(path: Path) -> Source:
    """Read a guide file; raise ContentError naming the line of its first mistake."""
    source = examine(path)
    if source.mistakes:
        raise source.mistakes[0]
    return source


def examine(path: Path) -> Source:
    """Read a guide file with all its mistakes; raise ContentError only when it cannot be read."""
    source = Source(path, {})
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        reason = _("ce n'est pas un texte en UTF-8\u00a0: enregistrez-le ainsi.")
        raise source.fail(line, reason) from error
    except OSError as error:
        reason = _("ce fichier ne peut pas être lu\u00a0: vérifiez ses droits d'accès.")
        raise source.fail(1, reason) from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise source.fail(line, _("ce n'est pas un fichier de texte\u00a0: enlevez-le."))
    tokens = parser().parse(text)
    if tokens and tokens[0].type == "front_matter":
        source = _with_front(source, tokens.pop(0).content)
    else:
        missing = source.fail(1, _("l'en-tête entre deux lignes « --- » manque."))
        source = replace(source, mistakes=(missing,))
    placed = list(place(tokens))
    reason = _(
        "cette ligne d'attributs est mal écrite\u00a0: {example}, seule, juste au-dessus du titre."
    ).format(example='{id="…"}')
    stray = [source.fail(item.line, reason) for item in placed if _stray(item)]
    return in_pieces(replace(source, mistakes=(*source.mistakes, *stray)), placed)


def _with_front(source: Source, text: str) -> Source:
    front: dict[str, str] = {}
    mistakes: list[ContentError] = []
    for number, line in enumerate(text.splitlines(), start=2):
        key, colon, value = line.partition(":")
        key = key.strip()
        if not line.strip():
            continue
        if not colon or not key.isidentifier():
            reason = _("l'en-tête se compose de lignes « clé\u00a0: valeur ».")
            mistakes.append(source.fail(number, reason))
        elif key in front:
            mistakes.append(
                source.fail(number, _("« {key} » est donné deux fois.").format(key=key))
            )
        else:
            front[key] = value.strip()
    return replace(source, front=front, mistakes=tuple(mistakes))


def in_pieces(source: Source, placed: Sequence[Placed]) -> Source:
    """Return a source with its blocks divided at its headings."""
    heads = [n for n, item in enumerate(placed) if isinstance(item.block, Heading)]
    bounds = [*heads, len(placed)]
    return replace(
        source,
        pieces=tuple(_piece(placed[head:end]) for head, end in pairwise(bounds)),
        placed=tuple(placed),
    )


def _piece(placed: Sequence[Placed]) -> Piece:
    head = placed[0]
    title = head.block if isinstance(head.block, Heading) else Heading(2, ())
    blocks = _blocks(placed[1:])
    return Piece(plain(title.text), title.level, head.line, head.attributes, blocks)


def _blocks(placed: Iterable[Placed]) -> tuple[Block, ...]:
    return tuple(item.block for item in placed)


def _stray(item: Placed) -> bool:
    """Tell whether an attribute line was taken for text, or stands above something else."""
    if isinstance(item.block, Heading):
        return "{id=" in plain(item.block.text)
    if isinstance(item.block, Paragraph):
        text = plain(item.block.text)
        return text.startswith("{") or "{id=" in text or bool(item.attributes)
    return "id" in item.attributes
