"""Two texts compared sentence by sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from partner_tui.documents.comparison import Fate, Row, compare, count, marked
from partner_tui.documents.sentences import Sentence, sentences_of, split
from partner_tui.documents.versions import blocks_of
from partner_tui.domain.blocks import Bullets, Heading, inline, paragraph

SHORT = st.lists(st.sampled_from(["Un soir.", "Deux soirs.", "Le local ferme.", "On se parle."]))


def said(*texts: str, part: str = "Vision") -> list[Sentence]:
    """Return sentences of one part."""
    return [Sentence(text, part) for text in texts]


def test_a_text_is_cut_at_its_full_stops() -> None:
    text = "On ouvre à 17 h 30. Le Collège paie 9\u00a0000 $. Est-ce clair? Oui…"
    text += " Dit « non. » Puis rien"
    assert split(text) == [
        "On ouvre à 17 h 30.",
        "Le Collège paie 9\u00a0000 $.",
        "Est-ce clair?",
        "Oui…",
        "Dit « non. »",
        "Puis rien",
    ]


def test_titles_decimals_and_lower_case_end_no_sentence() -> None:
    whole = "M. Roy et Mme. Côté lisent p. ex. les 3.5 pages de Dr. Ève."
    assert split(whole) == [whole]
    assert split("Un titre\nÀ la ligne. Élan. École") == [
        "Un titre",
        "À la ligne.",
        "Élan.",
        "École",
    ]


def test_each_sentence_knows_its_part_and_its_source() -> None:
    blocks = (
        Heading(2, inline("Vision")),
        paragraph("Un soir. Deux soirs.", "question:q1"),
        Bullets(((paragraph("Une salle", "question:q2", missing=True),),)),
    )
    assert list(sentences_of(blocks)) == [
        Sentence("Un soir.", "Vision", "question:q1"),
        Sentence("Deux soirs.", "Vision", "question:q1"),
        Sentence("Une salle", "Vision", "question:q2", missing=True, item=True),
    ]


def test_what_is_kept_added_removed_and_changed() -> None:
    older = said("Un soir calme.", "Le Collège prête deux salles.", "Rien d'autre.")
    newer = said("Un soir calme.", "Le Collège prête trois salles.", "Les pairs sont payés.")
    assert compare(older, newer) == [
        Row("Vision", Fate.KEPT, "Un soir calme.", "Un soir calme."),
        Row(
            "Vision",
            Fate.CHANGED,
            "Le Collège prête deux salles.",
            "Le Collège prête trois salles.",
        ),
        Row("Vision", Fate.REMOVED, before="Rien d'autre."),
        Row("Vision", Fate.ADDED, after="Les pairs sont payés."),
    ]


def test_a_part_that_is_gone_stays_where_it_was() -> None:
    older = [*said("a", part="1"), *said("b", part="2"), *said("c", part="3")]
    newer = [*said("a", part="1"), *said("c", part="3"), *said("d", part="4")]
    assert [(row.part, row.fate) for row in compare(older, newer)] == [
        ("1", Fate.KEPT),
        ("2", Fate.REMOVED),
        ("3", Fate.KEPT),
        ("4", Fate.ADDED),
    ]


@given(SHORT, SHORT)
def test_each_text_is_told_whole_and_in_order(older: list[str], newer: list[str]) -> None:
    rows = compare(said(*older), said(*newer))
    assert [row.after for row in rows if row.after] == newer
    assert [row.before for row in rows if row.before] == older
    assert sum(count(rows).values()) == len(rows)


@given(SHORT)
def test_a_text_compared_with_itself_is_kept(texts: list[str]) -> None:
    assert {row.fate for row in compare(said(*texts), said(*texts))} <= {Fate.KEPT}


def test_the_words_of_a_change_are_marked() -> None:
    before, after = marked("prête deux salles", "prête trois grandes salles")
    assert before == [("prête", False), ("deux", True), ("salles", False)]
    assert after == [("prête", False), ("trois grandes", True), ("salles", False)]


def test_frozen_markdown_is_compared_by_its_words() -> None:
    older = sentences_of(blocks_of("## Vision\n\nUn **soir**. Deux\\_soirs."))
    assert [sentence.text for sentence in older] == ["Un soir.", "Deux_soirs."]
