"""The frame of a Word file: an empty one, its logo, its foot, how wide its columns are."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Final

from partner_tui.documents import docx_marks
from partner_tui.documents.columns import columns
from partner_tui.documents.columns import widths as column_widths
from partner_tui.documents.docx_template import template
from partner_tui.domain.blocks import Document, Table
from partner_tui.errors import ExportFailed
from partner_tui.i18n import N_, _, translator

if TYPE_CHECKING:
    from docx.document import Document as Word

WIDE_FROM: Final = 7
"""A table with so many columns turns the page."""
LETTER: Final = 0.082
"""Inches of an average letter in a cell."""
PADDING: Final = 0.18
LOGO: Final = 0.6
"""Inches of the height of a logo."""
EMU: Final = 914400
"""Word's own unit, in an inch."""
TWIPS: Final = 1440
"""Its unit for tables, in an inch."""


def is_wide(document: Document) -> bool:
    """Tell whether a document has a table that wants the page turned."""
    return any(isinstance(b, Table) and len(b.header) >= WIDE_FROM for b in document.blocks)


def new(language: str, *, wide: bool = False) -> Word:
    """Return an empty letter-size file whose texts are in a language."""
    import docx

    return docx.Document(io.BytesIO(template(language, wide)))


def logo(word: Word, picture: bytes) -> None:
    """Show the logo of the organization that sends the document."""
    from docx.image import exceptions as wrong
    from docx.shared import Inches

    broken = (wrong.InvalidImageStreamError, wrong.UnexpectedEndOfFileError, struct.error)
    try:
        word.add_picture(io.BytesIO(picture), height=Inches(LOGO))
    except (*broken, wrong.UnrecognizedImageError, ValueError) as error:
        raise ExportFailed(_("le logo ne se lit pas; enregistrez-le de nouveau en PNG")) from error


def foot(word: Word, text: str, language: str) -> None:
    """Write a line at the foot of each page, with its number."""
    line = word.sections[0].footer.paragraphs[0]._p
    page = translator(language).text(N_("page"))
    docx_marks.run(line, f"{text} · {page} ")
    docx_marks.field(line, "PAGE")
    docx_marks.run(line, " / ")
    docx_marks.field(line, "NUMPAGES")


def room(word: Word) -> float:
    """Return how wide the text of a page is, in inches."""
    section = word.sections[0]
    sides = (section.left_margin or 0) + (section.right_margin or 0)
    return ((section.page_width or 0) - sides) / EMU


def widths(table: Table, room: float) -> list[int]:
    """Return the widths of the columns of a table in a room of so many inches."""
    found = columns(table)
    letters = (room - PADDING * len(found)) / LETTER
    return [round(TWIPS * (LETTER * width + PADDING)) for width in column_widths(found, letters)]
