"""Tables for a spreadsheet: read as UTF-8, split the way the language does, formulas disarmed."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from partner_tui.domain.blocks import Inline, Table, plain
from partner_tui.domain.text import clean

BOM: Final = "\ufeff"
"""Without it a spreadsheet reads accents wrongly."""
_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠|%]")
_NUMBER: Final = re.compile(r"\s*[+-]?[0-9][0-9\s.,\u00a0\u202f]*(?:\s?[%$])?\s*")


def render(table: Table, language: str) -> str:
    """Return a table as CSV; a semicolon separates the cells in French, a comma in English."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";" if language == "fr" else ",", lineterminator="\r\n")
    for row in (table.header, *table.rows):
        writer.writerow(_cell(cell) for cell in row)
    return BOM + written.getvalue()


def _cell(spans: Inline) -> str:
    return disarmed(clean(plain(spans)).strip())


def disarmed(text: str) -> str:
    """Return text that no spreadsheet takes for a formula; a number stays one."""
    if not _FORMULA.match(text) or _NUMBER.fullmatch(text):
        return text
    return f"'{text}"
