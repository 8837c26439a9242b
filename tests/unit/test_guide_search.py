"""Searching the guide: accents, rank, and the words as they are written."""

from __future__ import annotations

import pytest

from partner_tui.domain.blocks import (
    Bullets,
    Code,
    Heading,
    Paragraph,
    Quote,
    Rule,
    Table,
    inline,
    paragraph,
)
from partner_tui.domain.questions import Chapter, Guide
from partner_tui.guide.load import guide
from partner_tui.guide.search import Index

CHAPTER = Chapter(
    id="c",
    title="Essais",
    short="Essais",
    blocks=(
        Heading(1, inline("Essais")),
        paragraph("Le cœur de la présente page, dit l’été: « Œuvrer ensemble »… puis l'entente."),
        Heading(2, inline("L'entente écrite"), "c.written"),
        Bullets(((paragraph("Un reçu"),), (paragraph("Deux"), Quote((paragraph("Citée"),))))),
        Table((inline("Colonne"), inline("Autre")), ((inline("Cellule"), inline("Vide")),)),
        Code("ssh <serveur>\nseconde ligne"),
        Rule(),
        Paragraph(inline("un mot\nsur la ligne suivante\x1b[2J")),
        paragraph("C'est " + "long " * 40 + "avant le trésor caché"),
    ),
)
INDEX = Index(Guide(language="fr", chapters=(CHAPTER,)))


@pytest.mark.parametrize(
    ("words", "block", "written"),
    [
        ("coeur", 1, "cœur"),
        ("CŒUR", 1, "cœur"),
        ("oeuvrer", 1, "Œuvrer"),
        ("ete", 1, "été"),
        ("recu", 3, "reçu"),
        ("citee", 3, "Citée"),
        ("cellule", 4, "Cellule"),
        ("colonne", 4, "Colonne"),
        ("<serveur>", 5, "<serveur>"),
        ("seconde", 5, "seconde"),
        ("suivante", 7, "suivante"),
        ("tresor", 8, "trésor"),
    ],
)
def test_words_are_found_whatever_their_accents(words: str, block: int, written: str) -> None:
    hit = INDEX.find(words)[0]
    assert hit.entry.block == block
    assert hit.context[1] == written


def test_the_start_of_a_word_counts_more_than_its_middle() -> None:
    assert [hit.entry.block for hit in INDEX.find("ent")] == [2, 1]
    assert [hit.entry.block for hit in INDEX.find("sente")] == [1]


def test_titles_come_before_headings_and_headings_before_text() -> None:
    found = Index(guide("fr")).find("risques")
    assert [hit.entry.rank for hit in found] == sorted(hit.entry.rank for hit in found)
    assert found[0].entry.chapter == "risks"


def test_all_the_words_must_be_there() -> None:
    assert [hit.entry.block for hit in INDEX.find("ecrite entente")] == [2]
    assert INDEX.find("entente tresor") == []


def test_no_words_find_nothing() -> None:
    assert INDEX.find("   ") == []


def test_the_context_begins_near_the_word_at_a_whole_word() -> None:
    before, word, after = INDEX.find("tresor")[0].context
    assert before.startswith("… long ")
    assert len(before) < 40
    assert (word, after) == ("trésor", " caché")


def test_what_is_found_is_clean() -> None:
    assert "\x1b" not in "".join(INDEX.find("suivante")[0].context)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_hit_in_the_real_guide_shows_its_word(language: str) -> None:
    from partner_tui.domain.text import fold

    index = Index(guide(language))
    for words in ("part", "oe", "e", "student", "étudiante"):
        for hit in index.find(words):
            before, word, after = hit.context
            assert fold(words) in fold(word)
            assert (before.removeprefix("… ") + word + after) in hit.entry.text
