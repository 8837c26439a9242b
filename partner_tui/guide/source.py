"""Read one guide file: its front matter and its headed pieces."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from partner_tui.domain.blocks import Block, Heading, Paragraph, plain
from partner_tui.errors import ContentError
from partner_tui.guide.markdown import Placed, parser, place
from partner_tui.i18n import _


@dataclass(frozen=True, slots=True)
class Piece:
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


@dataclass(frozen=True, slots=True)
class Source:
    """One guide file, read."""

    path: Path
    front: dict[str, str]
    intro: tuple[Block, ...] = ()
    pieces: tuple[Piece, ...] = ()
    blocks: tuple[Block, ...] = field(default=(), repr=False)

    def fail(self, line: int, reason: str) -> ContentError:
        """Return the error that names this file and a line of it."""
        place = f"{self.path.parent.name}/{self.path.name}"
        return ContentError(
            _("{file}, ligne {line}: {reason}").format(file=place, line=line, reason=reason)
        )

    def need(self, key: str) -> str:
        """Return a front matter value; raise ContentError when it is missing."""
        if not self.front.get(key):
            raise self.fail(1, _("l'en-tête doit donner « {key} ».").format(key=key))
        return self.front[key]

    def number(self, key: str) -> int:
        """Return a front matter number; raise ContentError when it is not one."""
        value = self.need(key)
        if not value.isdigit():
            raise self.fail(1, _("« {key} » doit être un nombre.").format(key=key))
        return int(value)


def read(path: Path) -> Source:
    """Read a guide file; raise ContentError naming the line of a mistake."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(
            _("{file}: ce fichier ne peut pas être lu ({error}).").format(file=path, error=error)
        ) from error
    tokens = parser().parse(text)
    source = Source(path, {})
    if not tokens or tokens[0].type != "front_matter":
        raise source.fail(1, _("l'en-tête entre deux lignes « --- » manque."))
    source = replace(source, front=_front(source, tokens[0].content))
    return _pieces(source, list(place(tokens[1:])))


def _front(source: Source, text: str) -> dict[str, str]:
    front: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=2):
        key, colon, value = line.partition(":")
        if not line.strip():
            continue
        if not colon or not key.strip().isidentifier():
            raise source.fail(number, _("l'en-tête se compose de lignes « clé: valeur »."))
        if key.strip() in front:
            raise source.fail(number, _("« {key} » est donné deux fois.").format(key=key.strip()))
        front[key.strip()] = value.strip()
    return front


def _pieces(source: Source, placed: list[Placed]) -> Source:
    pieces: list[Piece] = []
    intro: list[Block] = []
    body: list[Block] = intro
    bodies: list[list[Block]] = []
    for item in placed:
        if isinstance(item.block, Heading):
            title = plain(item.block.text)
            pieces.append(Piece(title, item.block.level, item.line, item.attributes))
            body = []
            bodies.append(body)
            continue
        if isinstance(item.block, Paragraph) and plain(item.block.text).startswith("{"):
            raise source.fail(item.line, _("cette ligne d'attributs est mal écrite."))
        body.append(item.block)
    return replace(
        source,
        intro=tuple(intro),
        pieces=tuple(replace(p, blocks=tuple(b)) for p, b in zip(pieces, bodies, strict=True)),
        blocks=tuple(item.block for item in placed),
    )
