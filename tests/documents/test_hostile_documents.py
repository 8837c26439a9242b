"""What people typed is shown letter for letter in every format, and nothing of it runs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from document_kit import OPTIONS, Reader, docx_text, one, pdf_facts, pdf_text, tool
from hostile import PAYLOAD, SHOWN, attacked, broken, mark, marks, squeezed
from icalendar import Calendar
from markdown_it import MarkdownIt
from markdown_it.token import Token

from partner_tui.documents import calendar, cards, render_html, render_pdf
from partner_tui.documents.catalogue import CATALOGUE
from partner_tui.documents.flat import flat
from partner_tui.documents.output import NAMES, outputs
from partner_tui.documents.render_csv import disarmed
from partner_tui.domain.blocks import Code, Document, Heading, Paragraph, Quote, Span, inline
from partner_tui.domain.records import Action
from partner_tui.domain.text import clean
from partner_tui.domain.workspace import TABLES, Workspace
from partner_tui.guide.load import guide
from partner_tui.i18n import translator

FR = translator("fr")


EVERYTHING = ("txt", "md", "html", "docx", "pdf", "csv", "json", "ics", "vcf")


@lru_cache
def dossier(pointers: bool) -> Workspace:
    """Return the attacked dossier, made once."""
    return attacked(pointers=pointers)


@lru_cache
def written(name: str, language: str = "fr", pointers: bool = False) -> dict[str, bytes]:
    """Return a document of the attacked dossier in every format, by ending."""
    t = translator(language)
    found = outputs(name, EVERYTHING, dossier(pointers), guide(language), t, OPTIONS)
    return {output.name.rpartition(".")[2]: output.data for output in found}


def holds(text: str) -> bool:
    """Tell whether a text shows the payload letter for letter, blanks apart."""
    return all(squeezed(shown) in squeezed(text) for shown in SHOWN)


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_web_page_runs_nothing(name: str) -> None:
    page = Reader(written(name)["html"].decode())
    assert holds(page.text)
    assert broken(page.text) == []
    assert not {"script", "img", "iframe", "b"} & set(page.tags)
    assert page.addresses == []


@pytest.mark.parametrize("name", CATALOGUE)
def test_markdown_holds_no_code_and_leads_nowhere(name: str) -> None:
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(
        written(name)["md"].decode()
    )
    inside = [token for each in tokens for token in (each, *(each.children or []))]
    assert not {"html_block", "html_inline", "link_open", "image"} & {t.type for t in inside}
    assert holds(_shown(inside))
    assert broken(_shown(inside)) == []


def _shown(tokens: list[Token]) -> str:
    return " ".join(token.content for token in tokens if token.type in ("text", "code_inline"))


@pytest.mark.parametrize("name", CATALOGUE)
def test_plain_text_obeys_nothing(name: str) -> None:
    text = written(name)["txt"].decode()
    assert holds(text)
    assert broken(without_quotes(text)) == []
    assert text == clean(text)


def without_quotes(text: str) -> str:
    """Return plain text without the signs before the lines of a quote."""
    return re.sub("^(> )+", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_word_file_opens(name: str) -> None:
    text = docx_text(written(name)["docx"])
    assert holds(text)
    assert broken(text) == []


@pytest.mark.skipif(not tool("pdftotext"), reason="poppler-utils is not installed")
@pytest.mark.parametrize("name", CATALOGUE)
def test_a_pdf_reads_no_file_and_runs_nothing(name: str, tmp_path: Path) -> None:
    data = written(name)["pdf"]
    text = pdf_text(data, tmp_path)
    assert all(squeezed(shown, "-") in squeezed(text, "\u00ad-") for shown in SHOWN)
    assert "root:" not in text
    assert pdf_facts(data, tmp_path)["Tagged"] == "yes"
    assert b"/URI" not in data
    assert b"pdfuaid" in data


@pytest.mark.parametrize("name", [n for n, entry in CATALOGUE.items() if entry.has_table])
def test_a_spreadsheet_computes_nothing(name: str) -> None:
    rows = csv.reader(io.StringIO(written(name)["csv"].decode("utf-8-sig")), delimiter=";")
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]
    assert any("=cmd" in cell for cell in cells)


@pytest.mark.parametrize("name", CATALOGUE)
def test_json_stays_json(name: str) -> None:
    text = "\n".join(_strings(json.loads(written(name)["json"])))
    assert holds(text)
    assert broken(text) == []


@pytest.mark.parametrize("name", CATALOGUE)
@pytest.mark.parametrize(("language", "pointers"), [("en", False), ("fr", True)])
def test_translations_and_what_points_elsewhere_are_text_too(
    name: str, language: str, pointers: bool
) -> None:
    found = written(name, language, pointers)
    assert broken(without_quotes(found["txt"].decode())) == []
    page = Reader(found["html"].decode())
    assert broken(page.text) == []
    assert page.addresses == [] and not {"script", "img", "iframe", "b"} & set(page.tags)
    assert broken(docx_text(found["docx"])) == []
    assert found["pdf"].startswith(b"%PDF")
    assert b"/URI" not in found["pdf"]


def test_calendars_and_cards_survive_what_points_nowhere() -> None:
    for name, ending in (("calendar", "ics"), ("cards", "vcf")):
        for pointers in (False, True):
            data = written(name, "en", pointers)[ending]
            lines = data.decode().split("\r\n")
            assert all(len(line.encode()) <= 75 for line in lines)
            assert not [line for line in lines if line in ("UID:evil", "# titre")]


def test_the_attack_reaches_every_kind_of_record_that_documents_tell() -> None:
    shown = set[str]()
    for name in CATALOGUE:
        found = written(name)
        shown |= marks(without_quotes(found["txt"].decode())) | marks(found["json"].decode())
    cards = Calendar.from_ical(written("calendar")["ics"])
    shown |= marks(str([dict(event) for event in cards.walk()]))
    silent = {table for table in TABLES if not any(m.startswith(f"zq{table}") for m in shown)}
    assert silent == {"views"}


def _strings(data: object) -> Iterator[str]:
    """Yield every text of JSON data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for each in data:
            yield from _strings(each)
    elif isinstance(data, dict):
        yield from _strings(list(data.values()))


def test_a_calendar_has_no_more_entries_than_the_dossier() -> None:
    read = Calendar.from_ical(written("calendar")["ics"])
    events = list(read.walk("VEVENT"))
    uids = [str(event["uid"]) for event in events]
    assert "evil" not in uids
    assert len(uids) == len(set(uids))
    assert holds(str(next(e for e in events if str(e["uid"]).startswith("actions-"))["summary"]))
    clean_read = Calendar.from_ical(calendar.compose(dossier(False), guide("fr"), FR, OPTIONS))
    assert len(list(clean_read.walk("VEVENT"))) == len(events)


def test_a_card_is_one_card() -> None:
    lines = cards.compose(dossier(False), guide("fr"), FR, OPTIONS).split("\r\n")
    assert lines.count("BEGIN:VCARD") == lines.count("END:VCARD") > 1
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not [line for line in lines if line.startswith(("BEGIN:VEVENT", "UID:evil"))]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_leads_nowhere(name: str) -> None:
    found = outputs(name, ("txt", "ics", "vcf"), dossier(False), guide("fr"), FR, OPTIONS)
    assert all(re.fullmatch(r"[a-z0-9-]{3,110}\.[a-z]{3}", output.name) for output in found)


def test_only_pages_and_mailboxes_are_led_to() -> None:
    links = (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://exemple.ca/a",
        "data:text/html,x",
    )
    spans = tuple(Span("ici", link=link) for link in links)
    found = Document("Titre", "fr", (Paragraph(spans),))
    assert Reader(render_html.render(found)).addresses == ["https://exemple.ca/a"]
    data = render_pdf.render(found)
    assert data.count(b"/URI(") == 1
    assert b"exemple.ca" in data


def test_a_title_a_quote_and_code_are_text_too(tmp_path: Path) -> None:
    blocks = (
        Heading(5, inline(PAYLOAD)),
        Heading(2, inline("\u202e")),
        Quote((Code(PAYLOAD),)),
    )
    found = Document(PAYLOAD, "fr", blocks)
    page = Reader(render_html.render(found))
    assert (page.tags.count("h1"), page.tags.count("h2"), page.tags.count("h3")) == (1, 1, 0)
    assert render_pdf.render(found).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-cmd", "'-cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("-5", "-5"),
        ("+1 234,50 $", "+1 234,50 $"),
        ("80 %", "80 %"),
        ("texte", "texte"),
    ],
)
def test_formulas_are_disarmed_and_numbers_stay(typed: str, kept: str) -> None:
    assert disarmed(typed) == kept


def test_the_payload_reached_the_dossier() -> None:
    action = next(iter(attacked().alive(Action)))
    assert one(action.text) == one(PAYLOAD + mark("actionstext"))
    assert "evil" in flat((Paragraph(inline(action.text)),))
