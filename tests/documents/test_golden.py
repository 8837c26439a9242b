"""Every document of the sample dossier, word for word: a change of wording is seen in review.

UPDATE=1 rewrites the files.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from document_kit import document

from partner_tui.documents.catalogue import CATALOGUE
from partner_tui.documents.formats import FORMATS

GOLDEN = Path(__file__).parent.parent / "data" / "golden"
LANGUAGES = ("fr", "en")


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", CATALOGUE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_reads_as_it_was_agreed(name: str, language: str, ending: str) -> None:
    text = FORMATS[ending](document(name, language))
    file = GOLDEN / f"{name}.{language}.{ending}"
    if os.environ.get("UPDATE"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CATALOGUE)
def test_plain_text_keeps_to_72_columns(name: str) -> None:
    long = [line for line in FORMATS["txt"](document(name)).split("\n") if len(line) > 72]
    assert long == []
