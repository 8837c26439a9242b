"""On a console whose font has few signs, every sign of ours has one that stands for it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import partner_tui
from partner_tui import resources
from partner_tui.i18n import LOCALE
from partner_tui.terminal.plain import SIGNS

READ, WRITTEN = {"text.py", "querying.py"}, {"render_csv.py"}
"""Signs that people may type, and those of a file that no console shows."""


def test_every_sign_of_the_program_is_latin_or_has_a_plain_one() -> None:
    package = Path(partner_tui.__file__).parent
    files = [p for p in package.rglob("*.py") if p.name not in READ | WRITTEN]
    files += [*LOCALE.rglob("*.po"), *resources.folder("content").rglob("*.md")]
    signs = set().union(*(p.read_text("utf-8") for p in files))
    strange = {s for s in signs if ord(s) > 255 and not unicodedata.category(s).startswith("L")}
    assert not {sign for sign in strange if ord(sign) not in SIGNS}
    assert all(len(plain) == 1 and ord(plain) < 256 for plain in map(str, SIGNS.values()))
