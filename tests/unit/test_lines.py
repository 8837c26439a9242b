"""Lines of a list: whatever the text, they fill the width and nothing else."""

from __future__ import annotations

from unicodedata import category

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from partner_tui.widgets.lines import (
    BLANK,
    MORE,
    NARROW,
    WIDE,
    Cell,
    Line,
    fit,
    fit_parts,
    heading,
    layout,
    note,
)

TEXTS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("aé漢字🙂👩‍👩‍👧\u0301\u200b\u202e\x1b\t\n\u00a0…ﷺ"),
    ),
    max_size=30,
)
CELLS = st.builds(
    Cell,
    TEXTS,
    st.sampled_from(["", "dim"]),
    st.one_of(st.none(), st.integers(0, 25)),
    st.booleans(),
)


@given(TEXTS, st.integers(0, 60), st.booleans())
@example("漢字", 1, False)
@example("漢字", 3, True)
def test_a_text_fits_exactly(text: str, width: int, right: bool) -> None:
    fitted = fit(text, width, right)
    assert cell_len(fitted) == width
    assert not {"Cc", "Zl", "Zp"} & {category(each) for each in fitted}
    assert "\u202e" not in fitted


@given(st.lists(CELLS, max_size=6), st.integers(0, 200))
def test_a_line_fills_exactly_the_width(cells: list[Cell], width: int) -> None:
    laid = list(layout(Line(tuple(cells)), width))
    assert sum(cell_len(text) for text, _style in laid) == width


def test_an_empty_line_is_as_wide() -> None:
    assert list(layout(BLANK, 5)) == [("     ", "")]


def test_a_long_text_says_there_is_more() -> None:
    assert fit("Rencontre", 5) == "Renc" + MORE
    assert fit("Rencontre", 9) == "Rencontre"
    assert fit("漢字漢字", 4) == "漢 " + MORE


def test_a_cell_that_is_cut_stands_apart_from_the_next_one() -> None:
    line = Line((Cell("Cégep du Fleuve", "", 9), Cell("Direction", "", None)))
    assert "".join(text for text, _style in layout(line, 24)) == "Cégep d… Direction      "
    short = Line((Cell("Cégep du Fleuve", "", 9), Cell(" Direction", "", None)))
    assert "".join(text for text, _style in layout(short, 24)) == "Cégep du… Direction     "


def test_the_flexible_cell_takes_what_is_left_and_numbers_stand_at_the_right() -> None:
    line = Line((Cell("R1", "strong", 4), Cell("Départ", "", None), Cell("16", "warn", 4, True)))
    laid = list(layout(line, 20))
    assert laid == [("R1  ", "strong"), ("Départ      ", ""), ("  16", "warn")]


def test_a_narrow_width_keeps_what_comes_first() -> None:
    line = Line((Cell("R1", "", 4), Cell("Départ", "", None), Cell("16", "", 4)))
    assert list(layout(line, 3)) == [("R1 ", "")]


def test_a_heading_and_a_note_have_no_key() -> None:
    assert not heading("Titre").key and not note("Note").key
    assert heading("Titre").text.strip() == "Titre"


def test_a_line_is_found_by_words_that_it_does_not_show() -> None:
    assert "cachés" in Line((Cell("a"),), search="mots cachés").text


def test_markup_is_only_text() -> None:
    assert fit("[/b] [red]x", 11) == "[/b] [red]x"


def test_a_narrow_list_shows_the_short_cell_and_a_wide_one_the_long() -> None:
    cell = Cell("Coord. · Cégep", "dim", 14, narrow=Cell("Cégep", "", 6), wide=Cell("Tout", "", 30))
    line = Line((Cell("quoi", "", None), cell))

    def last(width: int) -> str:
        return [*layout(line, width)][-1][0]

    assert last(NARROW - 1) == "Cégep "
    assert last(NARROW) == last(WIDE - 1) == "Coord. · Cégep"
    assert last(WIDE) == "Tout".ljust(30)


def test_the_last_parts_of_a_line_go_whole() -> None:
    assert fit_parts(" 11 risques · 4 élevés · 2 à revoir", 30) == " 11 risques · 4 élevés".ljust(
        30
    )
    assert fit_parts(" 11 risques · 4 élevés", 22) == " 11 risques · 4 élevés"
    assert fit_parts(" 11 risques · 4 élevés", 8) == " 11 ris…"
