"""The formats a document can be written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from partner_tui.documents import render_md, render_txt
from partner_tui.domain.blocks import Document, Table
from partner_tui.i18n import N_

Render = Callable[[Document], str]

FORMATS: Final[Mapping[str, Render]] = {"md": render_md.render, "txt": render_txt.render}
"""File ending → what writes it as text to read or to paste."""


def _html(document: Document, table: Table | None) -> bytes:
    from partner_tui.documents import render_html

    return render_html.render(document).encode()


def _docx(document: Document, table: Table | None) -> bytes:
    from partner_tui.documents import render_docx

    return render_docx.render(document)


def _pdf(document: Document, table: Table | None) -> bytes:
    from partner_tui.documents import render_pdf

    return render_pdf.render(document)


def _csv(document: Document, table: Table | None) -> bytes:
    from partner_tui.documents import render_csv

    return render_csv.render(table, document.language).encode() if table else b""


def _json(document: Document, table: Table | None) -> bytes:
    from partner_tui.documents import render_json

    return render_json.render(document, table).encode()


class Format(Struct, frozen=True, kw_only=True):
    """A way to write a document."""

    label: str
    write: Callable[[Document, Table | None], bytes]
    binary: bool = False
    """True when it cannot be shown in a terminal."""
    tables: bool = False
    """True when it holds the records only: a document without a table has none."""


WRITERS: Final[Mapping[str, Format]] = {
    "txt": Format(
        label=N_("texte pour un courriel"), write=lambda d, _t: render_txt.render(d).encode()
    ),
    "md": Format(
        label=N_("Markdown, pour un wiki"), write=lambda d, _t: render_md.render(d).encode()
    ),
    "html": Format(label=N_("page web d'un seul fichier"), write=_html),
    "docx": Format(label=N_("document Word"), write=_docx, binary=True),
    "pdf": Format(label=N_("PDF balisé, à imprimer"), write=_pdf, binary=True),
    "csv": Format(label=N_("tableau pour un tableur"), write=_csv, tables=True),
    "json": Format(label=N_("données JSON"), write=_json),
}
"""File ending → format; the command line and the screens list the same."""
