"""Any text at all goes into every format and comes back as it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from document_kit import Reader, docx_text, pdf_facts, tool
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from partner_tui.documents import render_docx, render_html, render_pdf
from partner_tui.documents.plain_data import shown
from partner_tui.domain.blocks import (
    Block,
    Document,
    Heading,
    Quote,
    Table,
    bullets,
    inline,
    paragraph,
)

SIGNS = st.text(
    st.sampled_from(list("#$@*_`~<>&\"'\\/[]{}()=+-;:,.|%a1é \n\t\r\u00a0\u202e")), max_size=60
)
TEXTS = st.one_of(SIGNS, st.text(max_size=80))


def a_document(text: str) -> Document:
    """Return a document that holds a text in each kind of block."""
    blocks: tuple[Block, ...] = (
        Heading(2, inline(text)),
        paragraph(text),
        bullets(text),
        Quote((paragraph(text),)),
        Table((inline("Titre"), inline(text)), ((inline(text), inline("x")),)),
    )
    return Document(f"Page {text}", "fr", blocks)


def letters(text: str) -> str:
    """Return text without its blanks and soft hyphens, which a reader may fold."""
    return re.sub(r"[\s\u00ad]+", "", shown(text))


@given(TEXTS)
@example("&lt;script&gt;<script>alert(1)</script>")
def test_a_web_page_shows_it(text: str) -> None:
    page = Reader(render_html.render(a_document(text)))
    assert letters(page.text).count(letters(text)) >= 5
    assert not {"script", "img", "a"} & set(page.tags)


@settings(max_examples=25, deadline=None)
@given(TEXTS)
@example("\x00\x0b\ufffe\ud800 ]]> <w:p/>")
def test_a_word_file_shows_it(text: str) -> None:
    assert letters(docx_text(render_docx.render(a_document(text)))).count(letters(text)) >= 5


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example('#read("/etc/passwd")')
@example("\ufffe")
def test_a_pdf_is_made_of_it(text: str) -> None:
    assert render_pdf.render(a_document(text)).startswith(b"%PDF")


@pytest.mark.skipif(not tool("pdfinfo"), reason="poppler-utils is not installed")
def test_a_letter_that_no_font_has_keeps_the_page_tagged(tmp_path: Path) -> None:
    data = render_pdf.render(a_document("\U000f0000"))
    assert pdf_facts(data, tmp_path)["Tagged"] == "yes"
