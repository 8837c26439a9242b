"""The guide text that ships: whole, without a mistake, and the same in French and in English."""

from __future__ import annotations

import pytest

from partner_tui import resources
from partner_tui.domain.questions import Chapter, Guide, Question
from partner_tui.guide.check import check
from partner_tui.guide.load import guide
from partner_tui.widgets.typeset import typeset

LANGUAGES = ("fr", "en")

QUESTIONS = {
    "s1.need": "others where value gains result",
    "s1.dup": "scan join learn",
    "s1.support": "names bring level means",
    "prep": "mandate values means release backing gain time against community bestworst",
    "s2.open": "who count level history trust assets",
    "s2.meet": "aims form vision lead gov agree",
    "s2.commit": "clear time consent winwin funds",
    "s3.skills": "need give fund allies train report extra",
    "s3.block": "rules norms candour",
    "s4.mission": "vision how values define",
    "s4.gov": "roles pool shape meet term decide champion lines report conflict rules ip",
    "s4.paper": "kind scope review sign keep",
    "s5.plan": "why who what record cost quality public spokes",
    "s5.means": "channels tech train match protect",
    "s6.plan": "base steps when who means scope sign eval last",
    "s6.smart": "s m a r t c",
    "s7.list": "setup org time goals means legal other",
    "s7.answer": "method steps",
    "s8.trust": "acts mutual interest ideas train conflict rules",
    "s8.equity": "culture power judge turf fair",
    "s9.mark": "what who how tell learn next",
}
"""Prefix → the questions of the nine steps and of the readiness grid."""

ITEMS = {
    "chk": "vision goals members comm plan roles rules info means eval end",
    "cond": "aims trust open roles mutual strengths existing",
    "eff.el": "means ops lead part",
    "eff.ops": "vision goals plan coord gov solve means learn mark",
    "eff.lead": "time know flex equity skill comm value",
    "eff.part": "commit interest stake roles use active lead bond talk conflict flex",
}
"""Prefix → the rows of the lists; those of readiness are the questions `prep.*`."""


def ids(table: dict[str, str]) -> list[str]:
    """Return whole ids."""
    return [f"{prefix}.{name}" for prefix, names in table.items() for name in names.split()]


@pytest.fixture(params=LANGUAGES)
def book(request: pytest.FixtureRequest) -> Guide:
    language: str = request.param
    return guide(language)


def test_the_guide_has_no_mistake() -> None:
    assert check(resources.folder("content")) == []


def test_the_nine_steps_ask_every_question_and_nothing_else(book: Guide) -> None:
    asked = [question.id for step in book.nine for question in step.questions]
    assert sorted(asked) == sorted(ids(QUESTIONS)), "QUESTIONS, above, names every question"


def test_every_row_of_the_lists_is_there(book: Guide) -> None:
    rows = {item.id for checklist in book.lists for item in checklist.items}
    headings = {anchor for chapter in book.chapters for anchor in anchors(chapter)}
    wanted = set(ids(ITEMS))
    assert not wanted - rows - headings
    assert all(row.startswith("eff.el.") for row in wanted - rows)


def test_the_lists_hold_as_many_rows_as_they_say(book: Guide) -> None:
    counts = {checklist.id: len(checklist.items) for checklist in book.lists}
    assert counts == {"launch": 11, "conditions": 7, "readiness": 0, "effective": 27, "climate": 0}


def test_lists_of_positions_ask_questions_that_exist(book: Guide) -> None:
    asked = {
        checklist.id: [
            question.id
            for key in checklist.sections
            for section in [book.section(key)]
            if section is not None
            for question in section.questions
        ]
        for checklist in book.lists
    }
    assert (len(asked["readiness"]), len(asked["climate"])) == (10, 12)


def anchors(chapter: Chapter) -> list[str]:
    """Return the ids of a chapter's headings."""
    return [row.anchor for row in typeset(chapter.blocks, 80) if row.anchor]


def shape(question: Question) -> tuple[object, ...]:
    """Return what makes an answer, without its words."""
    parts = [(part.kind, [choice.id for choice in part.choices]) for part in question.parts]
    return (
        question.id,
        parts,
        question.per,
        question.private,
        question.records,
        question.family,
    )


def test_both_languages_ask_the_same_in_the_same_order() -> None:
    french, english = (list(map(shape, guide(language).questions())) for language in LANGUAGES)
    assert french == english


def test_both_languages_have_the_same_chapters_and_places() -> None:
    french, english = (
        {chapter.id: (chapter.order, set(anchors(chapter))) for chapter in guide(language).chapters}
        for language in LANGUAGES
    )
    assert french == english


def test_both_languages_have_the_same_rows() -> None:
    french, english = (guide(language).rows for language in LANGUAGES)
    assert {k: row.family for k, row in french.items()} == {
        k: row.family for k, row in english.items()
    }


def test_every_question_says_why_and_gives_an_example(book: Guide) -> None:
    bare = [q.id for q in book.questions() if not q.why or not q.example or not q.text]
    assert not bare
