"""Tables in plain text: aligned, else wrapped, else row by row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from partner_tui.documents.text_tables import table
from partner_tui.domain.blocks import Table, inline

COLON = "\u00a0: "
WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=14), max_size=14).map(" ".join)


def a_table(*rows: tuple[str, ...]) -> Table:
    """Return a table whose first row is its header."""
    header, *others = (tuple(map(inline, row)) for row in rows)
    return Table(header, tuple(others))


def test_columns_that_fit_are_aligned() -> None:
    text = table(a_table(("Nº", "État"), ("R1", "ouvert"), ("R10", "clos")), 72, COLON)
    assert text == "Nº   État\n---  ------\nR1   ouvert\nR10  clos"


def test_columns_that_do_not_fit_are_wrapped() -> None:
    text = table(a_table(("Nº", "Quoi"), ("R1", "un deux trois quatre cinq")), 20, COLON)
    assert text.split("\n") == [
        "Nº  Quoi",
        "--  ----------------",
        "R1  un deux trois",
        "    quatre cinq",
    ]


def test_an_address_is_never_cut() -> None:
    address = "partenariats@troisbaies.example"
    text = table(a_table(("Rôle", "Courriel"), ("une personne au nom long", address)), 40, COLON)
    assert address in text


def test_a_table_that_no_column_can_hold_is_stacked() -> None:
    row = ("R1", "un titre assez long", "une note assez longue aussi")
    text = table(a_table(("Nº", "Titre", "Note"), row), 24, COLON)
    assert text == "R1  un titre assez long\n    Note\u00a0: une note\n      assez longue aussi"


@given(
    st.integers(1, 5).flatmap(lambda n: st.lists(st.tuples(*[WORDS] * n), min_size=1, max_size=4))
)
def test_every_word_is_there_and_no_line_is_too_long(rows: list[tuple[str, ...]]) -> None:
    text = table(a_table(*rows), 72, COLON)
    assert max(map(len, text.split("\n"))) <= 72
    for row in rows[1:]:
        for cell in row:
            assert set(cell.split()) <= set(text.split())
