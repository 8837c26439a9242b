"""A document as a tree of typed blocks; guide text and composed documents share it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from msgspec import Struct


class Node(Struct, frozen=True, array_like=True):
    """A part of a document; kept files hold its values in order, without their names."""


class Kind(Node, frozen=True, tag=True):
    """A node whose kept values begin with the name of its kind, since any of several may stand."""


class Span(Node, frozen=True):
    """A run of text in one style; the text is data, never markup."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""
    """A target such as `question:s2.open.who`."""


Inline: TypeAlias = tuple[Span, ...]


class Heading(Kind, frozen=True):
    """A title; level 1 is the document's own."""

    level: int
    text: Inline
    id: str = ""


class Paragraph(Kind, frozen=True):
    """Running text; a newline inside a span is a line break."""

    text: Inline
    source: str = ""
    """Where a composed sentence comes from, such as `question:s2.meet.vision`."""
    missing: bool = False
    """True when the text says that something is not known yet."""


class Bullets(Kind, frozen=True):
    """A list; each item is a tuple of blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1


class Quote(Kind, frozen=True):
    """Set-off text."""

    blocks: tuple[Block, ...]


class Code(Kind, frozen=True):
    """Literal text, line by line."""

    text: str


class Table(Kind, frozen=True):
    """Rows of cells under a header row."""

    header: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]


class Rule(Kind, frozen=True):
    """A line across the page."""


Block: TypeAlias = Heading | Paragraph | Bullets | Quote | Code | Table | Rule


class Meta(Struct, frozen=True, kw_only=True):
    """What a page says of itself, in the words of its language."""

    partnership: str = ""
    issued: date | None = None
    day: str = ""
    """The day it was written out, in full."""
    edition: str = ""
    """Which revision of the dossier, or which version, it tells."""
    language: str = ""
    """The name of its language."""
    notice: str = ""
    """Who may read it."""
    letterhead: str = ""
    """The name block of the organization that sends it, line by line."""
    logo: bytes = b""
    """Its logo, a PNG or JPEG image."""

    @property
    def line(self) -> str:
        """All of it but the notice and the name block, on one line."""
        return " · ".join(filter(None, (self.partnership, self.day, self.edition, self.language)))


class Document(Struct, frozen=True):
    """A page to send: what it is, in which language, and its blocks."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    meta: Meta = Meta()


def inline(text: str, *, strong: bool = False, emphasis: bool = False) -> Inline:
    """Return literal text as one span."""
    return (Span(text, strong=strong, emphasis=emphasis),) if text else ()


def plain(spans: Iterable[Span]) -> str:
    """Return the text of spans without their style."""
    return "".join(span.text for span in spans)


def paragraph(text: str, source: str = "", missing: bool = False) -> Paragraph:
    """Return a paragraph of literal text."""
    return Paragraph(inline(text), source, missing)


def bullets(*lines: str) -> Bullets:
    """Return a bullet list of literal lines."""
    return Bullets(tuple((Paragraph(inline(line)),) for line in lines))
