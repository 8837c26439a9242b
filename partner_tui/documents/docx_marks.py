"""The marks of Word's own language: lines, runs, fields, tables; written directly, for speed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def mark(parent: Element, tag: str, **values: str) -> Element:
    """Return a new element at the end of another one."""
    made: Element = parent.makeelement(W + tag, {W + name: value for name, value in values.items()})
    parent.append(made)
    return made


def line(end: Element, style: str = "") -> Element:
    """Return a new empty paragraph before the end of the file, in a style named by its id."""
    made = end.makeelement(f"{W}p")
    end.addprevious(made)
    return styled(made, style)


def styled(paragraph: Element, style: str) -> Element:
    """Give an empty paragraph a style."""
    if style:
        mark(mark(paragraph, "pPr"), "pStyle", val=style)
    return paragraph


def run(
    paragraph: Element,
    text: str,
    *,
    strong: bool = False,
    emphasis: bool = False,
    code: bool = False,
) -> None:
    """Write text at the end of a paragraph; a newline is a line break."""
    made = mark(paragraph, "r")
    if strong or emphasis or code:
        properties = mark(made, "rPr")
        if code:
            mark(properties, "rFonts", ascii="Consolas", hAnsi="Consolas", cs="Consolas")
        for wanted, tag in ((strong, "b"), (emphasis, "i")):
            if wanted:
                mark(properties, tag)
    for n, part in enumerate(text.split("\n")):
        if n:
            mark(made, "br")
        if part:
            written = mark(made, "t")
            written.text = part
            written.set(SPACE, "preserve")


def field(paragraph: Element, code: str) -> None:
    """Write a number that Word keeps up to date, such as that of the page."""
    made = mark(paragraph, "r")
    mark(made, "fldChar", fldCharType="begin")
    written = mark(made, "instrText")
    written.text = code
    written.set(SPACE, "preserve")
    mark(made, "fldChar", fldCharType="end")


def rule(paragraph: Element) -> None:
    """Draw a line under an empty paragraph."""
    border = mark(mark(paragraph, "pPr"), "pBdr")
    mark(border, "bottom", val="single", sz="6", space="1", color="999999")


def table(end: Element, rows: int, widths: Sequence[int], style: str) -> list[list[Element]]:
    """Return the empty paragraphs of a new table, its first row a header said on each page."""
    made = end.makeelement(f"{W}tbl")
    end.addprevious(made)
    properties = mark(made, "tblPr")
    mark(properties, "tblStyle", val="TableGrid")
    mark(properties, "tblW", w=str(sum(widths)), type="dxa")
    mark(properties, "tblLayout", type="fixed")
    mark(properties, "tblLook", val="0420", firstRow="1", noVBand="1")
    columns = mark(made, "tblGrid")
    for width in widths:
        mark(columns, "gridCol", w=str(width))
    return [_row(made, widths, style, header=n == 0) for n in range(rows)]


def _row(made: Element, widths: Sequence[int], style: str, *, header: bool) -> list[Element]:
    row = mark(made, "tr")
    properties = mark(row, "trPr")
    mark(properties, "cantSplit")
    if header:
        mark(properties, "tblHeader")
    found = []
    for width in widths:
        cell = mark(row, "tc")
        mark(mark(cell, "tcPr"), "tcW", w=str(width), type="dxa")
        found.append(styled(mark(cell, "p"), style))
    return found
