"""An organization's own name block and logo, from the settings."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from builders import TODAY
from document_kit import Reader, docx_text, sample

from partner_tui import demo, paths
from partner_tui.cli import WRONG, main
from partner_tui.documents import catalogue, render_docx, render_html, render_md, render_pdf
from partner_tui.documents.catalogue import Options
from partner_tui.domain.blocks import Document
from partner_tui.errors import ExportFailed
from partner_tui.guide.load import guide
from partner_tui.i18n import translator

LOGO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
BLOCK = "Collège des Trois-Baies\n12, rue du Quai"


def composed(logo: bytes = LOGO) -> Document:
    """Return a document under the college's name block."""
    options = Options(today=TODAY, letterhead=BLOCK, logo=logo)
    return catalogue.compose("decisions", sample(), guide("fr"), translator("fr"), options)


def test_the_name_block_comes_first_in_every_format() -> None:
    assert render_md.render(composed()).startswith("Collège des Trois-Baies\\\n12, rue du Quai")
    page = Reader(render_html.render(composed()))
    assert page.text.index("12, rue du Quai") < page.text.index("En vigueur")
    assert docx_text(render_docx.render(composed())).startswith("Collège des Trois-Baies")


def test_the_logo_is_inside_the_file() -> None:
    import docx

    (address,) = Reader(render_html.render(composed())).addresses
    assert address.startswith("data:image/png;base64,")
    assert len(docx.Document(io.BytesIO(render_docx.render(composed()))).inline_shapes) == 1
    assert b"/Image" in render_pdf.render(composed())


def test_what_is_no_picture_is_not_shown() -> None:
    assert composed(b"<svg/>").meta.logo == b""


def test_a_broken_logo_is_told() -> None:
    for render in (render_docx.render, render_pdf.render):
        with pytest.raises(ExportFailed):
            render(composed(LOGO[:20]))


def test_the_settings_give_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = paths.find_paths().config
    config.mkdir(parents=True)
    logo = tmp_path / "logo.png"
    logo.write_bytes(LOGO)
    text = f'letterhead = "Collège des Trois-Baies"\nlogo = "{logo}"\n'
    (config / "settings.toml").write_text(text, encoding="utf-8")
    dossier = demo.copy(tmp_path / "dossiers", TODAY)
    target = tmp_path / "a.html"
    assert main(["export", str(dossier), "actions", "--output", str(target)]) == 0
    assert "data:image/png;base64," in target.read_text(encoding="utf-8")
    logo.write_bytes(b"GIF89a")
    assert main(["export", str(dossier), "risks", "--output", str(target)]) == WRONG
    assert "PNG ou JPEG" in capsys.readouterr().err
