"""A document as a PDF that a screen reader can follow: tagged, titled, with bookmarks."""

from __future__ import annotations

import json
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from partner_tui.documents.columns import column, widths
from partner_tui.documents.outline import stepped
from partner_tui.documents.pictures import picture_kind
from partner_tui.documents.plain_data import Data, document_data, shown
from partner_tui.domain.blocks import Document
from partner_tui.domain.text import one_line
from partner_tui.errors import ExportFailed
from partner_tui.i18n import N_, _, translator

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

PAGE: Final = Path(__file__).with_name("page.typ")
WIDE_FROM: Final = 7
"""A table with so many columns turns the page."""
ROOM: Final = 95
"""Letters on a line of a table, upright; then turned."""
WIDE_ROOM: Final = 130
LONG: Final = 600
"""A row with a cell longer than this may go on over the page."""
STANDARD: Final[PDFStandard] = "ua-1"


def render(document: Document) -> bytes:
    """Return a document as PDF/UA-1; text that no font can show keeps its tags at least."""
    import typst

    data = json.dumps(_data(document), ensure_ascii=False)
    with tempfile.TemporaryDirectory(prefix="partner-tui-") as folder:
        root = Path(folder)
        (root / "main.typ").write_bytes(PAGE.read_bytes())
        if kind := picture_kind(document.meta.logo):
            (root / f"logo.{kind}").write_bytes(document.meta.logo)
        (root / "document.json").write_text(data, encoding="utf-8")
        try:
            return _compiled(root, fonts(), [STANDARD])
        except typst.TypstError:
            return _compiled_anyway(root)


def _compiled_anyway(root: Path) -> bytes:
    """Try again with the machine's own fonts, then without the promise of the standard."""
    import typst

    for standards in ([STANDARD], []):
        try:
            return _compiled(root, fonts(system=True), standards)
        except typst.TypstError as error:
            last = error
    sentence = _("le PDF ne s'écrit pas\u00a0: {why}")
    raise ExportFailed(sentence.format(why=one_line(str(last), 200))) from last


def _compiled(root: Path, known: Fonts, standards: list[PDFStandard]) -> bytes:
    import typst

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        compiler = typst.Compiler(
            root / "main.typ",
            root=root,
            font_paths=known,
            package_path=root / "none",
            package_cache_path=root / "none",
        )
        found = compiler.compile(format="pdf", pdf_standards=standards, pdf_tags=True)
    if not isinstance(found, bytes):
        raise ExportFailed(_("le PDF ne s'écrit pas"))
    return found


@lru_cache(maxsize=2)
def fonts(*, system: bool = False) -> Fonts:
    """Return the fonts that come with Typst, with those of the machine when asked."""
    import typst

    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=True)


def _data(document: Document) -> Data:
    """Return what the fixed page shows: the document, its date, its foot, its column widths."""
    meta = document.meta
    data = document_data(replace(document, blocks=tuple(stepped(document.blocks))))
    tables = list(_tables(data["blocks"]))
    for table in tables:
        texts = [_texts(row) for row in (table["header"], *table["rows"])]
        table["widths"] = _widths(texts)
        table["whole"] = all(len(text) < LONG for row in texts for text in row)
    issued = meta.issued
    return {
        **data,
        "author": data["partnership"],
        "date": [issued.year, issued.month, issued.day] if issued else None,
        "about": shown("\n".join(filter(None, (meta.line, meta.notice)))),
        "foot": shown(" · ".join(filter(None, (data["title"], meta.day, meta.notice)))),
        "logo": f"logo.{kind}" if (kind := picture_kind(meta.logo)) else "",
        "wide": any(len(table["header"]) >= WIDE_FROM for table in tables),
        "words": {"page": translator(document.language).text(N_("page"))},
    }


def _tables(blocks: Iterable[Data]) -> Iterator[Data]:
    for block in blocks:
        if block["kind"] == "table":
            yield block
        for inner in (*block.get("items", ()), block.get("blocks", ())):
            yield from _tables(inner)


def _texts(row: list[list[Data]]) -> list[str]:
    return ["".join(span["text"] for span in cell) for cell in row]


def _widths(texts: list[list[str]]) -> list[float]:
    """Return the share of each column; 0 for one kept as wide as its longest cell."""
    found = [column(each) for each in zip(*texts, strict=True)]
    room = WIDE_ROOM if len(found) >= WIDE_FROM else ROOM
    shares = zip(found, widths(found, room), strict=True)
    return [0 if each.is_short else round(share, 1) for each, share in shares]
