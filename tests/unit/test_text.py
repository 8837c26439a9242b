"""Text as data: cleaned, on one line, searched and sorted."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partner_tui.domain.text import clean, fold, one_line, sort_key

anything = st.text(st.characters(codec=None, exclude_categories=()))
hostile = st.text(
    st.sampled_from("aé\u0301\r\n\t\0\x1b\x7f\x85\x9b\u061c\u200b\u200d\u202e\ud83d…’ ")
)
texts = anything | hostile

FORBIDDEN = {
    *map(chr, (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0))),
    *map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C)),
    *"\u200b\u200e\u200f\u2028\u2029\ufeff",
}


@given(texts)
def test_clean_text_holds_nothing_a_terminal_obeys(text: str) -> None:
    assert not FORBIDDEN & set(clean(text))


@given(texts)
def test_clean_text_can_be_encoded_and_is_nfc(text: str) -> None:
    clean(text).encode()
    assert unicodedata.is_normalized("NFC", clean(text))


@given(texts)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("une\r\ndeux\rtrois\u2028quatre\u2029cinq", "une\ndeux\ntrois\nquatre\ncinq"),
        ("page\fsuite\vfin\x85", "page\nsuite\nfin\n"),
        ("a\tb\nc", "a\tb\nc"),
        ("\x1b]52;c;YQ==\x07", "]52;c;YQ=="),
        ("\x9b31m", "31m"),
        ("e\u200b\u0301", "é"),
        ("prix\u00a0: 3\u202f000", "prix\u00a0: 3\u202f000"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("\ufefftexte\u202e", "texte"),
        ("a\udce9b", "a\ufffdb"),
    ],
)
def test_clean(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(texts)
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert one_line(line) == line


@given(texts, st.integers(-1, 12))
def test_one_line_keeps_to_its_limit(text: str, limit: int) -> None:
    assert len(one_line(text, limit)) <= max(limit, 0)


def test_one_line_collapses_blanks_but_keeps_non_breaking_spaces() -> None:
    assert one_line("  «\u00a0Soirées \t\n Boussole\u00a0» ") == "«\u00a0Soirées Boussole\u00a0»"


@pytest.mark.parametrize(
    ("limit", "cut"),
    [(40, "Le lien avec"), (12, "Le lien avec"), (9, "Le lien…"), (1, "…"), (0, "")],
)
def test_one_line_marks_where_it_cut(limit: int, cut: str) -> None:
    assert one_line("Le lien avec", limit) == cut


def test_one_line_never_cuts_inside_a_joined_emoji_or_a_marked_letter() -> None:
    assert one_line("a👩\u200d👧bc", 4) == "a…"
    assert one_line("ab\u0323\u0302cd", 3) == "a…"


@given(texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(codec="latin-1")))
def test_folding_ignores_case_and_composition(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert fold(text.upper()) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Énoncé", "enonce"),
        ("CŒUR et Ægir", "coeur et aegir"),
        ("l’équipe", "l'equipe"),
        ("«\u00a0mot\u00a0»", '" mot "'),
        ("Nouveau\u2011Brunswick – été", "nouveau-brunswick - ete"),
        ("3\u202f000 m²", "3 000 m2"),
        ("ça\u00admarche\u200d…", "camarche..."),
        ("Straße, Łódź", "strasse, lodz"),
        ("PLAIN Text", "plain text"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_french_order() -> None:
    words = [
        "côté",
        "Étape 10",
        "zone",
        "coté",
        "étape 2",
        "côte",
        "Cote",
        "cote",
        "œuf",
        "oeil",
        "10",
        "9",
    ]
    assert sorted(words, key=sort_key) == [
        *("9", "10", "cote", "Cote", "côte", "coté", "côté"),
        *("étape 2", "Étape 10", "oeil", "œuf", "zone"),
    ]


def test_order_ignores_punctuation_first() -> None:
    names = ["«\u00a0Zénith\u00a0»", "L’Abri", "l'arche", "Jean-Paul", "(Aide)"]
    assert sorted(names, key=sort_key) == [
        *("(Aide)", "Jean-Paul", "L’Abri", "l'arche", "«\u00a0Zénith\u00a0»")
    ]


@given(st.lists(texts))
def test_any_texts_can_be_sorted(several: list[str]) -> None:
    keys = [sort_key(text) for text in several]
    assert sorted(keys) == sorted(reversed(keys))


def test_very_long_numbers_are_sorted() -> None:
    assert sort_key("9" * 5000) < sort_key("1" + "0" * 5000)
