"""The empty Word file that documents are written in: its paper, its styles, its language."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from docx.document import Document as Word

MARGIN: Final = 0.9
"""Inches around the text."""
SIZES: Final = {
    "Normal": 11,
    "Title": 20,
    "Subtitle": 9.5,
    "Heading 1": 14,
    "Heading 2": 12,
    "Heading 3": 11,
    "No Spacing": 9,
    "Footer": 8.5,
}
"""Style → size of its letters, in points."""
BLACK: Final = (0x1B, 0x1B, 0x1B)
GREY: Final = (0x4A, 0x4A, 0x4A)
USELESS: Final = ("/stylesWithEffects", "/webSettings", "/customXml", "/thumbnail")
"""How the kinds of parts end that nothing here uses and that weigh most of the file."""
TABLES: Final = frozenset({"TableNormal", "TableGrid"})
"""The table styles that are used, of a hundred."""


@lru_cache
def template(language: str, wide: bool) -> bytes:
    """Return an empty letter-size file whose texts are in a language, made once."""
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
    _slim(word)
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


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
    for name in ("Normal", "No Spacing"):
        word.styles[name].font.name = "Calibri"
    word.styles["Normal"].paragraph_format.space_after = Pt(6)


def _language(word: Word, language: str) -> None:
    """Say the language of every text, so that spelling and speech follow it."""
    from docx.oxml.ns import qn

    code = f"{language}-CA"
    for found in word.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), code)
        found.set(qn("w:eastAsia"), code)


def _slim(word: Word) -> None:
    """Leave out what the standard template holds and no document uses."""
    from docx.oxml.ns import qn

    for rels in (word.part.rels, word.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(USELESS)]:
            del rels[key]
    styles = word.styles.element
    for style in list(styles):
        is_table = style.get(qn("w:type")) == "table"
        if is_table and style.get(qn("w:styleId")) not in TABLES:
            styles.remove(style)
