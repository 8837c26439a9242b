"""The widths of a table's columns, the same reasoning for Word and for PDF."""

from __future__ import annotations

from partner_tui.documents.columns import Column, column, widths


def test_short_columns_are_kept_and_long_texts_share_the_rest() -> None:
    number, risk, answer = Column(3, 3), Column(60, 12), Column(600, 12)
    found = widths([number, risk, answer], 100)
    assert found[0] == 3
    assert round(sum(found), 6) == 100
    assert found[2] > 2 * found[1] > 24


def test_where_there_is_no_room_every_column_gives_some_up() -> None:
    found = widths([Column(14, 14), Column(200, 30), Column(200, 30)], 50)
    assert round(sum(found)) == 50
    assert found[1] == found[2] > found[0]


def test_columns_of_short_cells_fill_the_room() -> None:
    assert sum(widths([Column(3, 3), Column(6, 6)], 90)) == 90


def test_a_column_needs_its_longest_cell_and_word() -> None:
    assert column(["un mot", "anticonstitutionnellement", ""]) == Column(25, 25)
    assert column([]) == Column(1, 1)
