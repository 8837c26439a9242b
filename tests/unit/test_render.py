"""Documents as Markdown and as plain text; what people typed stays literal."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from partner_tui.documents import render_md, render_txt
from partner_tui.documents.formats import FORMATS
from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Code,
    Document,
    Heading,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    bullets,
    inline,
    paragraph,
)
from partner_tui.domain.text import clean, one_line

PARSER = MarkdownIt("gfm-like", {"html": True, "linkify": False})
SIGNS = st.text(st.sampled_from(list("#*_-+=>`~|[](){}<>!\\&;:.)1 a\n\té\u00a0")), max_size=40)
TEXTS = st.one_of(SIGNS, st.text(max_size=60))


def _markdown(*blocks: Block) -> str:
    return render_md.render_blocks(blocks)


def _shown(tokens: list[Token]) -> str:
    """Return the text a reader sees; anything but text and line ends is named."""
    words = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(
        words.get(t.type, t.content if t.type == "text" else f"<{t.type}>") for t in tokens
    )


def _read(markdown: str, kind: str) -> str:
    tokens = PARSER.parse(markdown)
    assert [t.type for t in tokens] in ([], [f"{kind}_open", "inline", f"{kind}_close"]), tokens
    return _shown(tokens[1].children or []) if tokens else ""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in clean(text).strip().split("\n")]


@given(TEXTS)
@example("1. un\n2. deux")
@example("***\n---\n===\n# titre\n> cité")
@example("[x]: http://a.b 'c'")
@example("<script>alert(1)</script> &lt; &amp;")
@example("| a |\n| --- |")
@example("a\\\nb")
@example("snake_case _em_ __fort__")
def test_a_paragraph_reads_back_as_it_was_typed(text: str) -> None:
    assert _lines(_read(_markdown(paragraph(text)), "paragraph")) == _lines(text)


@given(TEXTS)
@example("titre #")
@example("##")
def test_a_heading_reads_back_as_it_was_typed(text: str) -> None:
    read = _read(_markdown(Heading(2, inline(text))), "heading")
    assert read.strip() == one_line(text).strip()


@given(TEXTS)
def test_a_cell_reads_back_as_it_was_typed(text: str) -> None:
    tokens = PARSER.parse(
        _markdown(Table((inline("a"), inline("b")), ((inline(text), inline("x")),)))
    )
    cells = [_shown(token.children or []) for token in tokens if token.type == "inline"]
    assert [cell.split() for cell in cells] == [["a"], ["b"], clean(text).split(), ["x"]]


@given(TEXTS)
def test_an_item_reads_back_as_it_was_typed(text: str) -> None:
    tokens = PARSER.parse(_markdown(bullets(text, "b")))
    found = [_shown(token.children or []) for token in tokens if token.type == "inline"]
    expected = [text, "b"] if clean(text).strip() else ["b"]
    assert [_lines(item) for item in found] == [_lines(item) for item in expected]


@given(TEXTS, TEXTS)
@example("a:", "b")
def test_style_never_changes_the_text(one: str, two: str) -> None:
    spans = (Span(one, strong=True), Span(two), Span("fin", emphasis=True))
    tokens = PARSER.parse(_markdown(Paragraph(spans)))
    inner = [t for token in tokens for t in token.children or []]
    seen = "".join(
        t.content if t.type == "text" else "\n" if "break" in t.type else "" for t in inner
    )
    assert seen.split() == clean(one + two + "fin").split()


def test_styles_are_written() -> None:
    spans = (Span("Collège", strong=True), Span(" offre "), Span("a`b", code=True))
    assert _markdown(Paragraph(spans)) == "**Collège** offre ``a`b``"


def test_only_web_links_leave_the_dossier() -> None:
    spans = (Span("ici", link="question:s2.open.who"), Span(" et là", link="https://a.example/<b"))
    assert _markdown(Paragraph(spans)) == "ici[ et là](<https://a.example/b>)"


def test_blocks_nest() -> None:
    nested = Bullets(((paragraph("un"), bullets("deux")), (paragraph("trois"),)), ordered=True)
    assert _markdown(nested, Quote((paragraph("a\nb"),)), Rule(), Code("x\n```")) == (
        "1. un\n\n   - deux\n2. trois\n\n> a\\\n> b\n\n---\n\n````\nx\n```\n````"
    )


def test_what_is_missing_stands_out() -> None:
    assert _markdown(paragraph("À préciser", missing=True)) == "*À préciser*"


@pytest.mark.parametrize("name", FORMATS)
def test_no_control_character_comes_out(name: str) -> None:
    evil = "a\x1b]52;c;ZQ==\x07b\u202ec"
    blocks = (paragraph(evil), Heading(2, inline(evil)), Code(evil), bullets(evil))
    written = FORMATS[name](Document(evil, "fr", blocks))
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", written)


LONG = "Les soirées d'accueil et d'écoute se tiennent pendant les examens, sans rendez-vous. " * 3


def _text(*blocks: Block, language: str = "fr") -> str:
    return render_txt.render(Document("Titre", language, blocks))


@given(st.text(alphabet="abcde \n", max_size=300))
def test_plain_text_fits_in_a_mail(text: str) -> None:
    blocks = (paragraph(text), bullets(text), Quote((paragraph(text),)))
    words = max((len(word) for word in text.split()), default=0)
    assert all(len(line) <= max(72, words + 4) for line in _text(*blocks).split("\n"))


def test_plain_text_keeps_what_must_stay_together() -> None:
    assert "rendez-vous" in _text(paragraph(LONG))
    wrapped = render_txt.wrap("a" * 68 + " 9\u00a0000\u00a0$", 72)
    assert wrapped.endswith("\n9\u00a0000\u00a0$")


def test_a_narrow_table_is_aligned() -> None:
    table = Table((inline("Nº"), inline("État")), ((inline("R1"), inline("ouvert")),))
    assert _text(table) == "Titre\n=====\n\nNº  État\n--  ------\nR1  ouvert\n"


def test_a_wider_table_has_wrapped_columns() -> None:
    header = (inline("Nº"), inline("Risque"), inline("État"))
    table = Table(header, ((inline("R1"), inline(LONG[:90]), inline("ouvert")),))
    lines = _text(table).strip().split("\n")[3:]
    assert all(len(line) <= 72 for line in lines)
    assert [line[:2] for line in lines] == ["Nº", "--", "R1", "  "]
    assert lines[2].endswith("ouvert")


def test_a_table_too_wide_for_columns_is_stacked() -> None:
    header = (inline("Nº"), inline("Risque"), inline("État"), inline("Note"))
    table = Table(header, ((inline("R1"), inline(LONG * 4), inline("ouvert"), ()),))
    lines = _text(table).strip().split("\n")[3:]
    assert lines[0].startswith("R1  Les soirées d'accueil")
    assert all(line.startswith("    ") for line in lines[1:])
    assert lines[-1] == "    État\u00a0: ouvert"
    assert _text(table, language="en").endswith("    État: ouvert\n")


def test_plain_text_nests() -> None:
    nested = Bullets(((paragraph("un"), bullets("deux")),))
    assert _text(Heading(2, inline("Suite")), nested, Rule()) == (
        "Titre\n=====\n\nSuite\n-----\n\n- un\n  - deux\n\n" + "-" * 72 + "\n"
    )
