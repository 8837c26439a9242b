"""Blocks as lines: every kind, every width, no word lost and nothing too wide."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Code,
    Heading,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    bullets,
    inline,
    paragraph,
    plain,
)
from partner_tui.domain.text import clean
from partner_tui.widgets.typeset import LEAST, Piece, Row, typeset, words


def lines(*blocks: Block, width: int = 20, tight: bool = False) -> list[str]:
    """Return blocks as lines of text."""
    return [row.text for row in typeset(blocks, width, tight=tight)]


def test_text_is_broken_at_spaces() -> None:
    assert lines(paragraph("un deux trois quatre cinq")) == ["un deux trois quatre", "cinq"]


def test_a_non_breaking_space_holds() -> None:
    assert lines(paragraph("il a tout conclu ainsi\u00a0: non")) == [
        "il a tout conclu",
        "ainsi\u00a0: non",
    ]


def test_a_break_in_the_text_breaks_the_line() -> None:
    assert lines(paragraph("un\ndeux\n\ntrois")) == ["un", "deux", "", "trois"]


def test_a_long_word_is_cut() -> None:
    assert lines(paragraph("x" * 45)) == ["x" * 20, "x" * 20, "x" * 5]


def test_a_full_stop_stays_with_its_link() -> None:
    spans = (Span("Voir donc l'"), Span("énoncé", link="screen:statement"), Span(". Puis"))
    rows = typeset((Paragraph(spans),), 18)
    assert [row.text for row in rows] == ["Voir donc", "l'énoncé. Puis"]
    assert rows[1].pieces[1] == Piece("énoncé", "link", "screen:statement")


def test_wide_characters_count_for_two() -> None:
    assert lines(paragraph("日本語日本語"), width=8) == ["日本語日", "本語"]


def test_combining_characters_count_for_none() -> None:
    assert lines(paragraph("e\u0323\u0302" * 12), width=8) == ["ệ" * 8, "ệ" * 4]


def test_headings_keep_their_id_on_every_line() -> None:
    rows = typeset((Heading(2, inline("Un titre assez long"), "a.b"),), 10)
    assert [(row.text, row.anchor) for row in rows] == [
        ("Un titre", "a.b"),
        ("assez long", "a.b"),
    ]


def test_small_headings_look_smaller() -> None:
    rows = typeset((Heading(2, inline("Deux")), Heading(3, inline("Trois"))), 20)
    assert [row.pieces[0].style for row in rows if row.pieces] == ["heading", "strong"]


def test_a_blank_line_stands_between_blocks_unless_tight() -> None:
    assert lines(paragraph("a"), paragraph("b")) == ["a", "", "b"]
    assert lines(paragraph("a"), paragraph("b"), tight=True) == ["a", "b"]


def test_what_is_missing_is_said_in_its_own_style() -> None:
    (row,) = typeset((paragraph("à nommer", "question:q", missing=True),), 20)
    assert row == Row((Piece("à nommer", "warn"),), source="question:q")


def test_items_hang_under_their_mark() -> None:
    assert lines(bullets("un deux trois quatre", "cinq"), width=12) == [
        "· un deux",
        "  trois",
        "  quatre",
        "· cinq",
    ]


def test_numbers_begin_where_they_are_told() -> None:
    ordered = Bullets(((paragraph("neuf"),), (paragraph("dix"),)), ordered=True, start=9)
    assert lines(ordered) == ["9. neuf", "10. dix"]


def test_lists_nest() -> None:
    assert lines(Bullets(((paragraph("a"), bullets("b", "c")), (paragraph("d"),)))) == [
        "· a",
        "  · b",
        "  · c",
        "· d",
    ]


def test_loose_items_stand_apart() -> None:
    loose = Bullets(((paragraph("a"), paragraph("b")), (paragraph("c"),)))
    assert [line.rstrip() for line in lines(loose)] == ["· a", "", "  b", "", "· c"]


def test_an_empty_item_is_still_marked() -> None:
    assert lines(Bullets(((), (paragraph("b"),)))) == ["· ", "· b"]


def test_quotes_have_a_bar() -> None:
    assert lines(Quote((paragraph("un"), paragraph("deux")))) == ["│ un", "│ ", "│ deux"]


def test_code_is_literal_and_cut_where_it_is_too_long() -> None:
    assert lines(Code("ssh <serveur>\n\tx"), width=10) == ["  ssh <ser", "  veur>", "      x"]


def test_a_rule_is_as_wide_as_the_page() -> None:
    assert lines(Rule(), width=12) == ["─" * 12]


def test_a_table_that_fits_has_columns() -> None:
    table = Table((inline("Clé"), inline("Effet")), ((inline("a"), inline("aller")),))
    assert lines(table) == ["Clé  Effet", "──────────", "a    aller"]


def test_the_longest_column_of_a_table_is_wrapped() -> None:
    table = Table(
        (inline("N"), inline("Texte")), ((inline("1"), inline("un deux trois quatre cinq")),)
    )
    assert lines(table) == [
        "N  Texte",
        "─" * 20,
        "1  un deux trois",
        "   quatre cinq",
    ]


def test_a_table_without_room_is_told_row_by_row() -> None:
    table = Table(
        (inline("Nom"), inline("Rôle")),
        ((inline("Maison Vent-du-Large"), inline("l'expérience du soir")),) * 2,
    )
    assert lines(table)[:3] == ["Nom · Maison", "Vent-du-Large", "Rôle · l'expérience"]
    assert "" in lines(table)


def test_an_empty_table_is_nothing() -> None:
    assert lines(Table((), ())) == []


def test_deep_nesting_keeps_room_for_words() -> None:
    deep: Block = paragraph("jusqu'au fond")
    for _level in range(40):
        deep = Quote((Bullets(((deep,),)),))
    rows = typeset((deep,), 20)
    assert max(cell_len(row.text) for row in rows) <= 20
    assert "fond" in rows[-1].text


def test_markup_and_controls_are_only_text() -> None:
    text = "[bold]x[/] \x1b[31mrouge\x07 a\u202eb\tc"
    assert lines(paragraph(text), width=60) == ["[bold]x[/] [31mrouge ab c"]


def test_a_very_long_word_takes_no_time() -> None:
    assert len(lines(paragraph("é" * 200_000), width=80)) == 2500


def test_plain_words_are_lines_too() -> None:
    assert [row.text for row in words("un deux", 8)] == ["un deux"]
    assert words("", 8) == ()


# -- whatever the text

TEXT = st.text(
    st.sampled_from("ab é\u00a0日本\u0301👩\u200d\ufe0f🇨\t\n«»-[]()<>&\x1b\u202e1")
    | st.characters(),
    max_size=60,
)
SPANS = st.lists(
    st.builds(Span, TEXT, st.booleans(), st.booleans(), st.booleans(), st.sampled_from(["", "l"])),
    max_size=4,
).map(tuple)
LEAVES = (
    st.builds(Paragraph, SPANS)
    | st.builds(Heading, st.integers(1, 6), SPANS, st.just("id"))
    | st.builds(Code, TEXT)
    | st.just(Rule())
    | st.tuples(SPANS, SPANS, SPANS, SPANS).map(lambda c: Table((c[0], c[1]), ((c[2], c[3]),)))
)
BLOCKS: st.SearchStrategy[Block] = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda found: Quote(tuple(found)))
        | st.builds(
            Bullets,
            st.lists(st.lists(inner, max_size=2).map(tuple), max_size=3).map(tuple),
            st.booleans(),
            st.integers(0, 99_999),
        )
    ),
    max_leaves=6,
)


def bare(text: str) -> str:
    """Return a text without the spaces where it may be broken."""
    return "".join(clean(text).split())


@settings(deadline=None, max_examples=150)
@given(BLOCKS, st.integers(LEAST, 100))
def test_no_line_is_wider_than_the_page(block: Block, width: int) -> None:
    for row in typeset((block,), width):
        assert cell_len(row.text) <= width
        assert "\n" not in row.text
        assert "\t" not in row.text
        assert "\x1b" not in row.text


@settings(deadline=None, max_examples=150)
@given(SPANS, st.integers(LEAST, 60))
def test_no_word_of_a_paragraph_is_lost(spans: tuple[Span, ...], width: int) -> None:
    said = "".join(row.text for row in typeset((Paragraph(spans),), width))
    assert bare(said) == "".join(bare(span.text) for span in spans)


@settings(deadline=None, max_examples=100)
@given(TEXT, st.integers(LEAST, 60))
def test_no_word_of_code_is_lost(text: str, width: int) -> None:
    said = "".join(row.text for row in typeset((Code(text),), width))
    assert bare(said) == bare(text)


@settings(deadline=None, max_examples=100)
@given(SPANS, SPANS, st.integers(LEAST, 60))
def test_no_word_of_a_table_is_lost(
    one: tuple[Span, ...], two: tuple[Span, ...], width: int
) -> None:
    table = Table((inline("A"), inline("B")), ((one, two),))
    said = "".join(row.text for row in typeset((table,), width))
    for span in (*one, *two):
        for char in bare(span.text):
            assert char in said


@pytest.mark.parametrize("width", range(1, 12))
def test_the_narrowest_pages_are_set(width: int) -> None:
    page = (paragraph("日本 mot"), bullets("x"), Quote((paragraph("y"),)), Code("abc"), Rule())
    assert plain(inline("x")) in "".join(lines(*page, width=width))
