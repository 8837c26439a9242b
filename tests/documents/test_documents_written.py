"""Every document in every format holds the same facts, those of the dossier."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from pathlib import Path

import pytest
from document_kit import (
    LANGUAGES,
    OPTIONS,
    Reader,
    document,
    docx_text,
    facts,
    one,
    pdf_facts,
    pdf_text,
    sample,
    tool,
    written,
)

from partner_tui.documents import catalogue, words
from partner_tui.documents.catalogue import CATALOGUE
from partner_tui.domain.blocks import Document, plain
from partner_tui.domain.records import Action, Contact, Decision, Risk
from partner_tui.guide.load import guide
from partner_tui.i18n import translator

TABULAR = [name for name, entry in CATALOGUE.items() if entry.has_table]
BOTH = [(name, language) for name in CATALOGUE for language in LANGUAGES]


def without_feet(text: str, found: Document) -> str:
    """Return the text of pages without what stands at the foot of each."""
    foot = one(" · ".join((found.title, found.meta.day, found.meta.notice)))
    return re.sub(re.escape(foot) + r" page \d+ / \d+", "", text)


def missing(text: str, name: str, language: str) -> list[str]:
    """Return the facts of a document that a text does not hold."""
    return [fact for fact in facts(document(name, language)) if fact not in text]


@pytest.mark.parametrize(("name", "language"), BOTH)
def test_a_web_page_says_it_all(name: str, language: str) -> None:
    page = Reader(written(name, "html", language).decode())
    assert missing(page.text, name, language) == []
    assert page.language == f"{language}-CA"
    assert page.tags.count("h1") == 1
    assert "script" not in page.tags
    assert page.addresses == []


@pytest.mark.parametrize(("name", "language"), BOTH)
def test_a_word_file_says_it_all(name: str, language: str) -> None:
    import docx

    data = written(name, "docx", language)
    assert missing(docx_text(data), name, language) == []
    word = docx.Document(io.BytesIO(data))
    assert word.core_properties.title == document(name, language).title
    assert word.core_properties.author == document(name, language).meta.partnership
    assert word.core_properties.language == f"{language}-CA"


def test_a_word_file_has_real_titles_lists_and_header_rows() -> None:
    import docx

    word = docx.Document(io.BytesIO(written("actions", "docx")))
    styles = {paragraph.style.name for paragraph in word.paragraphs if paragraph.style}
    assert {"Title", "Heading 1", "Heading 2"} <= styles
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in word.tables)
    assert "List Bullet" in {
        p.style.name
        for p in docx.Document(io.BytesIO(written("agenda", "docx"))).paragraphs
        if p.style
    }
    assert "PAGE" in word.sections[0].footer._element.xml
    assert 'w:val="fr-CA"' in word.styles.element.xml


@pytest.mark.skipif(not tool("pdftotext"), reason="poppler-utils is not installed")
@pytest.mark.parametrize(("name", "language"), BOTH)
def test_a_pdf_says_it_all(name: str, language: str, tmp_path: Path) -> None:
    data = written(name, "pdf", language)
    whole = pdf_text(data, tmp_path)
    text = without_feet(whole, document(name, language)).replace(" ", "")
    assert [f for f in missing("", name, language) if f.replace(" ", "") not in text] == []
    said = pdf_facts(data, tmp_path)
    assert said["Tagged"] == "yes"
    assert one(said["Title"]) == one(document(name, language).title)
    assert f"/Lang({language}-CA)".encode() in data
    assert b"pdfuaid" in data


@pytest.mark.parametrize(("name", "language"), BOTH)
def test_a_pdf_holds_what_a_screen_reader_needs(name: str, language: str) -> None:
    data, found = written(name, "pdf", language), document(name, language)
    for needed in (b"/StructTreeRoot ", b"/Marked true", b"/DisplayDocTitle true"):
        assert needed in data
    assert f"/Lang({language}-CA)".encode() in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    title = re.search(rb'<rdf:li xml:lang="x-default">(.*?)</rdf:li>', data)
    assert title and one(unescape(title[1].decode())) == one(found.title)
    assert data.count(b"/FontFile") == data.count(b"/Type/FontDescriptor") > 0


@pytest.mark.skipif(not tool("pdffonts"), reason="poppler-utils is not installed")
def test_a_pdf_embeds_its_fonts_and_has_bookmarks(tmp_path: Path) -> None:
    import subprocess

    file = tmp_path / "a.pdf"
    file.write_bytes(written("agreement", "pdf"))
    done = subprocess.run(["pdffonts", str(file)], capture_output=True, check=True, text=True)
    assert [row.split()[-5] for row in done.stdout.splitlines()[2:]].count("no") == 0
    assert b"/Outlines" in file.read_bytes()


@pytest.mark.parametrize("name", TABULAR)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_spreadsheet_reads_every_row(name: str, language: str) -> None:
    data = written(name, "csv", language)
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";" if language == "fr" else ","))
    table = catalogue.table(name, sample(), guide(language), translator(language), OPTIONS)
    assert table is not None
    assert len(rows) == len(table.rows) + 1
    assert {len(row) for row in rows} == {len(table.header)}
    for row, cells in zip(rows, (table.header, *table.rows), strict=True):
        assert [one(cell).removeprefix("'") for cell in row] == [one(plain(each)) for each in cells]


@pytest.mark.parametrize("name", CATALOGUE)
def test_json_reads_back(name: str) -> None:
    data = json.loads(written(name, "json"))
    found = document(name)
    assert (data["title"], data["language"]) == (found.title, "fr")
    assert (data["issued"], data["notice"]) == ("2026-11-22", found.meta.notice)
    assert len(data["blocks"]) == len(found.blocks)
    assert ("rows" in data) == CATALOGUE[name].has_table


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_document_says_whose_when_and_for_whom(name: str) -> None:
    found = document(name)
    text = written(name, "txt").decode()
    assert found.title.startswith(CATALOGUE[name].title)
    assert "Soirées Boussole · 22 novembre 2026 · révision" in one(text)
    assert one(found.meta.notice) in one(text)


def test_the_action_plan_holds_every_action_of_the_dossier() -> None:
    text = Reader(written("actions", "html").decode()).text
    for action in sample().alive(Action):
        assert one(action.text) in text
        assert f"S{action.number} " in text
        assert words.day(action.due) in text


def test_the_risk_log_holds_every_public_risk() -> None:
    text = Reader(written("risks", "html").decode()).text
    shown = {risk.number for risk in sample().alive(Risk) if one(risk.event) in text}
    assert shown == {risk.number for risk in sample().alive(Risk) if not risk.private}
    assert "élevé 16 (4 × 4)" in text


def test_the_decision_register_holds_every_decision() -> None:
    text = Reader(written("decisions", "html").decode()).text
    assert all(one(decision.text) in text for decision in sample().alive(Decision))


def test_the_contact_sheet_is_confidential_and_holds_every_address() -> None:
    text = Reader(written("contacts", "html").decode()).text
    assert "Confidentiel" in text
    assert all(contact.email in text for contact in sample().alive(Contact))


def test_the_agreement_has_its_21_clauses_and_its_caution() -> None:
    text = written("agreement", "txt").decode()
    assert "21. Signatures et dates" in text
    assert "il ne remplace pas un avis\njuridique." in text


@pytest.mark.skipif(not tool("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_another_word_processor_reads_the_same(language: str, tmp_path: Path) -> None:
    import subprocess

    for name in CATALOGUE:
        (tmp_path / f"{name}.docx").write_bytes(written(name, "docx", language))
    command = [tool("soffice"), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    command += [str(tmp_path / f"{name}.docx") for name in CATALOGUE]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for name in CATALOGUE:
        text = one((tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig"))
        assert missing(text, name, language) == []
