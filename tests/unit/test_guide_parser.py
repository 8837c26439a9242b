"""Guide files into steps, lists, rows and chapters, and the sentence for each mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide_files import a_guide, spoil

from partner_tui.domain.blocks import Heading, plain
from partner_tui.domain.questions import Kind, Per
from partner_tui.errors import ContentError
from partner_tui.guide.load import guide, load


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_guide(tmp_path / "fr")


def test_a_question_is_read_with_all_its_attributes(root: Path) -> None:
    question = load(root, "fr").question("s1.need.form")
    assert question is not None
    assert question.text == "Quelle forme?"
    assert [(part.kind, part.label) for part in question.parts] == [
        (Kind.CHOICE, "Forme"),
        (Kind.DATE, "Depuis"),
    ]
    assert [choice.id for choice in question.parts[0].choices] == ["form.one", "form.two"]
    assert not question.parts[1].choices
    assert question.per is Per.ORGANIZATION
    assert (len(question.why), len(question.example)) == (1, 1)


def test_a_section_without_questions_is_only_read(root: Path) -> None:
    found = load(root, "fr")
    assert [section.id for section in found.steps[0].sections] == ["s1.need"]
    step = found.chapter("s1")
    assert step is not None
    assert any(isinstance(block, Heading) and block.id == "s1.enough" for block in step.blocks)


def test_a_chapter_begins_with_its_title(root: Path) -> None:
    chapter = load(root, "fr").chapter("list.launch")
    assert chapter is not None
    title = chapter.blocks[0]
    assert isinstance(title, Heading)
    assert (title.level, plain(title.text)) == (1, "Liste de lancement")


def test_chapters_come_before_steps_and_steps_before_lists(root: Path) -> None:
    ids = [chapter.id for chapter in load(root, "fr").chapters]
    assert ids == ["intro", "s1", "list.launch", "list.ready"]


def test_an_unknown_language_is_read_in_french() -> None:
    assert guide("zz") is guide("fr")


WHAT = '{id="s1.need.what" kind="text"}'
FORM = 'kind="choice date" parts="Forme | Depuis" choices="form."'
MISTAKES = {
    "no id": ("steps/s1.md", WHAT + "\n", "\n", "titre n'a pas d'identifiant", 17),
    "no id of a list item": ("lists/launch.md", 'id="chk.goals" ', "", "pas d'identifiant", 13),
    "unknown attribute": ("steps/s1.md", 'kind="text"', 'kin="text"', "inconnu\u00a0: kin", 17),
    "unknown attribute of a section": (
        "steps/s1.md", '{id="s1.enough"}', '{id="s1.enough" kind="text"}',
        "inconnu\u00a0: kind", 31,
    ),
    "unknown attribute of a row": (
        "guide/intro.md", '{id="form.one"}', '{id="form.one" step="s1"}', "inconnu\u00a0: step", 15,
    ),
    "unclosed attribute line": ("steps/s1.md", WHAT, WHAT[:-1], "mal écrite", 16),
    "unquoted attribute": ("steps/s1.md", WHAT, WHAT.replace('"text"', "te xt"), "mal écrite", 16),
    "attribute line glued to text": (
        "steps/s1.md", "Deux questions.\n\n", "Deux questions.\n", "mal écrite", 14,
    ),
    "attribute line above text": (
        "steps/s1.md", WHAT + "\n### Quel besoin?\n", WHAT + "\nQuel besoin?\n", "mal écrite", 17,
    ),
    "unknown kind": ("steps/s1.md", 'kind="text"', 'kind="prose"', "«\u00a0prose\u00a0»", 17),
    "no kind": ("steps/s1.md", ' kind="text"', "", "ne dit pas sa sorte", 17),
    "missing parts": ("steps/s1.md", ' parts="Forme | Depuis"', "", "un libellé (parts)", 24),
    "too many parts": ("steps/s1.md", "Forme | Depuis", "A | B | C", "un libellé (parts)", 24),
    "missing choices": ("steps/s1.md", ' choices="form."', "", "demande ses valeurs", 24),
    "bad choices": ("steps/s1.md", '"form."', '"one; two"', "id=libellé", 24),
    "choices of nothing": ("steps/s1.md", '"form."', '"forme."', "aucune rangée", 24),
    "unknown per": ("steps/s1.md", '"organization"', '"person"', "«\u00a0person\u00a0»", 24),
    "unknown table": ("steps/s1.md", 'kind="text"', 'records="riks"', "«\u00a0riks\u00a0»", 17),
    "unknown family": (
        "steps/s1.md", 'kind="text"', 'kind="text" family="x"', "«\u00a0x\u00a0»", 17,
    ),
    "strange private": (
        "steps/s1.md", 'kind="text"', 'kind="text" private="oui"', "«\u00a0oui\u00a0»", 17,
    ),
    "question before any section": (
        "steps/s1.md", '{id="s1.need"}\n## Un vrai besoin?\n', "", "de ## à ###", 15,
    ),
    "a level-1 heading": ("steps/s1.md", "## Un vrai", "# Un vrai", "de ## à ###", 12),
    "a level-4 heading": ("steps/s1.md", "### Quel besoin", "#### Quel besoin", "de ## à ###", 17),
    "no front matter": ("guide/intro.md", "---\nid", "id", "«\u00a0---\u00a0»", 1),
    "no title": ("guide/intro.md", "title: Par où commencer\n", "", "«\u00a0title\u00a0»", 1),
    "front matter without colon": ("guide/intro.md", "order: 10", "order 10", "clé", 3),
    "front matter given twice": ("guide/intro.md", "order: 10", "id: autre", "deux fois", 3),
    "order is no number": ("guide/intro.md", "order: 10", "order: dix", "un nombre", 1),
    "max is no number": ("lists/launch.md", "lead:", "max: deux\nlead:", "un nombre", 1),
    "unknown sort of list": ("lists/launch.md", "kind: tick", "kind: ticks", "ticks", 1),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "before", "after", "reason", "line"), MISTAKES.values(), ids=MISTAKES.keys()
)
def test_a_mistake_names_its_file_and_line(
    root: Path, name: str, before: str, after: str, reason: str, line: int
) -> None:
    spoil(root, name, before, after)
    with pytest.raises(ContentError) as caught:
        load(root, "fr")
    said = str(caught.value)
    assert said.startswith(f"fr/{name}, ligne {line}\u00a0: ")
    assert reason in said


def test_a_file_that_is_not_text_is_named(root: Path) -> None:
    (root / "guide" / "intro.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentError, match=r"intro\.md"):
        load(root, "fr")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="guide"):
        load(tmp_path / "nowhere", "fr")
