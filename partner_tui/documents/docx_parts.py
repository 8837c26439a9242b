"""What Word files need and python-docx does not name: language, page numbers, header rows."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

from partner_tui.domain.blocks import Document, Table
from partner_tui.i18n import N_, translator

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph

WIDE_FROM: Final = 7
"""A table with so many columns turns the page."""
MARGIN: Final = 0.9
LETTER: Final = 0.08
"""Inches of an average letter in a cell."""
PADDING: Final = 0.2
SHORT: Final = 12
"""A column of cells no longer than this is never wrapped."""
SIZES: Final = {
    "Normal": 11,
    "Title": 20,
    "Subtitle": 9.5,
    "Heading 1": 14,
    "Heading 2": 12,
    "Heading 3": 11,
}
"""Style → size of its letters, in points."""
BLACK: Final = (0x1B, 0x1B, 0x1B)
GREY: Final = (0x4A, 0x4A, 0x4A)


def is_wide(document: Document) -> bool:
    """Tell whether a document has a table that wants the page turned."""
    return any(isinstance(b, Table) and len(b.header) >= WIDE_FROM for b in document.blocks)


def new(language: str, *, wide: bool = False) -> Word:
    """Return an empty letter-size file whose texts are in a language."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Inches

    word = docx.Document()
    section = word.sections[0]
    sides = (Inches(11), Inches(8.5)) if wide else (Inches(8.5), Inches(11))
    section.page_width, section.page_height = sides
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Inches(MARGIN))
    _looks(word)
    _language(word, language)
    return word


def _looks(word: Word) -> None:
    """Make the styles of the standard template plain and dark enough to be read on paper."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size in SIZES.items():
        style = word.styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(*(GREY if name == "Subtitle" else BLACK))
        if name == "Subtitle":
            style.font.italic = False
            style.paragraph_format.space_after = Pt(2)
        for spacing in style.element.findall(f".//{qn('w:rPr')}/{qn('w:spacing')}"):
            spacing.getparent().remove(spacing)
    word.styles["Normal"].font.name = "Calibri"
    word.styles["Normal"].paragraph_format.space_after = Pt(6)


def _language(word: Word, language: str) -> None:
    """Say the language of every text, so that spelling and speech follow it."""
    from docx.oxml.ns import qn

    code = f"{language}-CA"
    for found in word.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), code)
        found.set(qn("w:eastAsia"), code)


def line(word: Word, style: str = "") -> Paragraph:
    """Return a new empty line in a style, named by its id: looking names up is slow."""
    added = word.add_paragraph()
    if style:
        added._p.style = style
    return added


def foot(word: Word, text: str, language: str) -> None:
    """Write a line at the foot of each page, with its number."""
    from docx.shared import Pt

    line = word.sections[0].footer.paragraphs[0]
    line.add_run(f"{text} · {translator(language).text(N_('page'))} ")
    _field(line, "PAGE")
    line.add_run(" / ")
    _field(line, "NUMPAGES")
    for run in line.runs:
        run.font.size = Pt(8.5)


def _field(line: Paragraph, code: str) -> None:
    run = line.add_run()
    for kind in ("begin", "", "end"):
        if kind:
            run._r.append(_element("w:fldChar", {"w:fldCharType": kind}))
        else:
            instruction = _element("w:instrText", {"xml:space": "preserve"})
            instruction.text = code
            run._r.append(instruction)


def _element(tag: str, attributes: dict[str, str]) -> BaseOxmlElement:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name) if ":" in name else name, value)
    return element


def ruled(line: Paragraph) -> None:
    """Draw a line under a paragraph."""
    border = _element("w:pBdr", {})
    sides = {"w:val": "single", "w:sz": "6", "w:space": "1", "w:color": "999999"}
    border.append(_element("w:bottom", sides))
    line._p.get_or_add_pPr().append(border)


def grid(word: Word, rows: int, longest: list[int]) -> list[list[Paragraph]]:
    """Return the empty lines of a new table, its first row a header repeated on each page."""
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    table = word.add_table(rows, len(longest), style="Table Grid")
    _widths(word, table, longest)
    header, *_others = table._tbl.tr_lst
    header.get_or_add_trPr().append(_element("w:tblHeader", {"w:val": "true"}))
    for row in table._tbl.tr_lst:
        row.get_or_add_trPr().append(_element("w:cantSplit", {"w:val": "true"}))
    found = []
    for row in table._tbl.tr_lst:
        cells = [_Cell(cell, table) for cell in row.tc_lst]
        for cell in row.tc_lst:
            cell.p_lst[0].style = "NoSpacing"
        found.append([Paragraph(cell._tc.p_lst[0], cell) for cell in cells])
    return found


def _widths(word: Word, table: WordTable, longest: list[int]) -> None:
    from docx.shared import Inches

    section = word.sections[0]
    sides = (section.left_margin or 0) + (section.right_margin or 0)
    room = ((section.page_width or 0) - sides) / Inches(1)
    widths = [Inches(width) for width in shared(longest, room)]
    table.autofit = False
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = width
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = width


def shared(longest: list[int], room: float) -> list[float]:
    """Return widths in inches: short columns as they are, the others what is left."""
    fixed = [n * LETTER + PADDING if n <= SHORT else 0.0 for n in longest]
    left = room - sum(fixed)
    wanted = sum(sqrt(n) for n in longest if n > SHORT)
    if not wanted or left < room / 3:
        return [room * n / sum(longest) for n in longest]
    return [width or left * sqrt(n) / wanted for width, n in zip(fixed, longest, strict=True)]
