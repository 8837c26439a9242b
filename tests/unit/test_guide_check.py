"""The check of the guide text: every mistake at once, each with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide_files import a_guide, spoil

from partner_tui.commands import MODES
from partner_tui.guide.check import check, main_check
from partner_tui.guide.crossings import SCREENS


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for language in ("fr", "en"):
        a_guide(tmp_path / language)
    return tmp_path


def test_a_guide_without_mistakes_is_said_to_be_whole(content: Path) -> None:
    assert main_check(content) == (0, "Le guide est complet\u00a0: aucune erreur.")


def test_the_screens_that_links_may_name_are_those_of_the_program() -> None:
    assert {mode for mode, _letter, _label in MODES} == SCREENS


GOALS = 'id="chk.goals" step="s1" evidence="objectives answer:s1.need.what"'
MISTAKES = {
    "id twice in a file": (
        "guide/intro.md", '"form.two"', '"form.one"', "sert déjà dans guide/intro.md, ligne 15", 22,
    ),
    "id twice in two files": (
        "lists/launch.md", '"chk.goals"', '"form.two"', "sert déjà dans guide/intro.md", 13,
    ),
    "chapter id twice": ("steps/s1.md", "id: s1\n", "id: intro\n", "sert déjà", 2),
    "link to no step": ("guide/intro.md", "(step:s1)", "(step:s99)", "«\u00a0step:s99\u00a0»", 8),
    "link to no question": ("guide/intro.md", "need.what", "need.who", "ne mène nulle part", 8),
    "link to no list": ("guide/intro.md", "(list:launch)", "(list:lanch)", "list:lanch", 8),
    "link to no anchor": ("guide/intro.md", "#intro.rows", "#intro.row", "#intro.row\u00a0»", 9),
    "link to no chapter": ("guide/intro.md", "guide:intro#intro.rows", "guide:x", "guide:x", 9),
    "link to no screen": ("guide/intro.md", "screen:risks", "screen:risk", "screen:risk", 9),
    "link to the web": ("guide/intro.md", "screen:risks", "https://x.ca", "https://x.ca", 9),
    "link of another sort": ("guide/intro.md", "screen:risks", "section:s1.need", "section", 9),
    "question without why": (
        "steps/s1.md", "Parce que.\n\n> Un exemple.\n", "> Un exemple.\n", "pourquoi", 17,
    ),
    "question without example": ("steps/s1.md", "> Un exemple.\n", "", "exemple", 17),
    "section that does not exist": (
        "lists/ready.md", "s1.need", "s1.ned", "«\u00a0s1.ned\u00a0»", 7,
    ),
    "section without questions": ("lists/ready.md", "s1.need", "s1.enough", "s1.enough", 7),
    "positions of nothing": (
        "lists/ready.md", "questions: s1.need\n", "", "de quelles questions", 1,
    ),
    "evidence that does not exist": ("lists/launch.md", "objectives", "goals", "goals", 13),
    "evidence of no answer": (
        "lists/launch.md", "answer:s1.need.what", "answer:s1", "answer:s1", 13,
    ),
    "step that does not exist": ("lists/launch.md", 'step="s1"', 'step="s2"', "l'étape", 13),
    "heading of a chapter without id": (
        "guide/intro.md", '{id="intro.rows"}\n', "", "pas d'identifiant", 11,
    ),
    "no short name": ("guide/intro.md", "short: Introduction\n", "", "short", 1),
    "id in one language": (
        "guide/intro.md", '"form.two"', '"form.three"',
        "«\u00a0form.three\u00a0» manque en «\u00a0en\u00a0»", 22,
    ),
    "another kind": ("steps/s1.md", 'kind="text"', 'kind="list"', "kind\u00a0» de", 17),
    "other choices": ("steps/s1.md", '"form."', '"a=A; b=B"', "choices\u00a0» de", 24),
    "another order": ("guide/intro.md", "order: 10", "order: 20", "order\u00a0» de", 2),
    "other evidence": ("lists/launch.md", "objectives ", "", "evidence\u00a0» de", 13),
    "another unit is no mistake of kind": (
        "steps/s1.md", 'kind="text"', 'kind="text" per="objective"', "per\u00a0» de", 17,
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "before", "after", "reason", "line"), MISTAKES.values(), ids=MISTAKES.keys()
)
def test_a_mistake_is_told_with_its_place(
    content: Path, name: str, before: str, after: str, reason: str, line: int
) -> None:
    spoil(content / "fr", name, before, after)
    problems = check(content)
    place = f"fr/{name}, ligne {line}\u00a0: "
    assert any(p.startswith(place) and reason in p for p in problems), problems


def test_words_may_differ_from_one_language_to_the_other(content: Path) -> None:
    spoil(content / "en", "steps/s1.md", "Forme | Depuis", "Form | Since")
    spoil(content / "en", "steps/s1.md", 'kind="text"', 'kind="text" hint="a place"')
    spoil(content / "en", "lists/launch.md", "lead: Nous avons…", "lead: We have…")
    assert check(content) == []


def test_all_mistakes_are_told_at_once(content: Path) -> None:
    spoil(content / "fr", "steps/s1.md", 'kind="text"', 'kin="text"')
    spoil(content / "fr", "steps/s1.md", "form.", "forme.")
    spoil(content / "fr", "guide/intro.md", "screen:risks", "screen:riks")
    spoil(content / "en", "lists/launch.md", "kind: tick", "kind: ticks")
    status, text = main_check(content)
    assert status == 1
    assert all(word in text for word in ("kin", "forme.", "screen:riks", "ticks"))
    assert "erreurs dans le guide" in text


def test_each_mistake_is_told_once(content: Path) -> None:
    spoil(content / "fr", "steps/s1.md", 'kind="text"', 'kind="prose"')
    said = [p for p in check(content) if "prose" in p]
    assert len(said) == 1


def test_a_file_in_one_language_is_told_once(content: Path) -> None:
    (content / "en" / "lists" / "ready.md").unlink()
    assert [p for p in check(content) if "ready" in p] == [
        "fr/lists/ready.md, ligne 1\u00a0: "
        "ce fichier manque en «\u00a0en\u00a0»\u00a0: traduisez-le."
    ]


def test_a_language_that_is_not_there_is_told(tmp_path: Path) -> None:
    a_guide(tmp_path / "fr")
    problems = check(tmp_path)
    assert len(problems) == 3
    assert all("ce dossier du guide manque" in problem for problem in problems)
