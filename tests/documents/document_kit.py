"""What document tests share: the sample dossier, composed and written, and read back as text."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from builders import TODAY

from partner_tui import demo
from partner_tui.documents import catalogue
from partner_tui.documents.catalogue import Options
from partner_tui.documents.flat import pieces
from partner_tui.documents.formats import WRITERS
from partner_tui.domain.blocks import Document
from partner_tui.domain.workspace import Workspace
from partner_tui.guide.load import guide
from partner_tui.i18n import translator

OPTIONS = Options(today=TODAY)
LANGUAGES = ("fr", "en")


@lru_cache
def sample() -> Workspace:
    """Return the sample dossier as it is on its own day."""
    return demo.workspace(TODAY)


@lru_cache
def document(name: str, language: str = "fr") -> Document:
    """Return a document of the sample dossier."""
    return catalogue.compose(name, sample(), guide(language), translator(language), OPTIONS)


@lru_cache
def written(name: str, ending: str, language: str = "fr") -> bytes:
    """Return a document of the sample dossier in a format."""
    t = translator(language)
    table = catalogue.table(name, sample(), guide(language), t, OPTIONS)
    return WRITERS[ending].write(document(name, language), table)


def one(text: str) -> str:
    """Return text with every run of blanks as one space, soft hyphens and their breaks undone."""
    return re.sub(r"\s+", " ", re.sub("\u00ad\\s*", "", text)).strip()


def facts(found: Document) -> Iterator[str]:
    """Yield every paragraph, item and cell of a document, and what it says of itself."""
    yield from filter(None, map(one, (found.title, found.meta.line, found.meta.notice)))
    for piece in pieces(found.blocks):
        yield from filter(None, (one(line) for part in piece.split(" · ") for line in [part]))


class Reader(HTMLParser):
    """Reads a page: its text, its tags, its title, its language."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.addresses: list[str] = []
        self.language = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag and where it leads; it separates texts."""
        given = dict(attrs)
        self.tags.append(tag)
        self.texts.append(" " if tag not in ("strong", "em", "code", "a") else "")
        self.language = given.get("lang") or self.language
        self.addresses += [v or "" for k, v in attrs if k in ("href", "src")]

    def handle_data(self, data: str) -> None:
        """Keep a text, unless it is the style."""
        if self.tags[-1:] != ["style"]:
            self.texts.append(data)

    @property
    def text(self) -> str:
        """All that a reader sees."""
        return one("".join(self.texts))


def docx_text(data: bytes) -> str:
    """Return all the text of a Word file, its foot included."""
    import docx
    from docx.oxml.ns import qn

    word = docx.Document(io.BytesIO(data))
    return one("\n".join(_line(p) for p in word.element.body.iter(qn("w:p"))))


def _line(paragraph: object) -> str:
    from docx.oxml.ns import qn

    found = []
    for node in paragraph.iter(qn("w:t"), qn("w:br")):  # type: ignore[attr-defined]  # lxml
        found.append(node.text or "" if node.tag == qn("w:t") else "\n")
    return "".join(found)


def tool(name: str) -> str:
    """Return the path of a program of this machine, or nothing."""
    return shutil.which(name) or ""


def pdf_text(data: bytes, folder: Path) -> str:
    """Return the text of a PDF in its reading order."""
    file = folder / "text.pdf"
    file.write_bytes(data)
    return one(_run(tool("pdftotext"), "-raw", "-enc", "UTF-8", str(file), "-"))


def pdf_facts(data: bytes, folder: Path) -> dict[str, str]:
    """Return what a PDF says of itself."""
    file = folder / "info.pdf"
    file.write_bytes(data)
    lines = _run(tool("pdfinfo"), "-enc", "UTF-8", str(file)).splitlines()
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return done.stdout.decode()
