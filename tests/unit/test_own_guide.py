"""An organization's own guide texts: laid over ours, every mistake told, nothing ever blocked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import TODAY, a_workspace
from guide_files import CHAPTER, LIST, POSITIONS

from partner_tui import i18n, paths, resources
from partner_tui.documents.catalogue import CATALOGUE, Options, compose
from partner_tui.documents.formats import FORMATS
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Answer, Response
from partner_tui.domain.values import AnswerState
from partner_tui.guide import load, own, own_check
from partner_tui.guide.search import Index
from partner_tui.places import place_of
from partner_tui.settings import FILE

PACK = """---
id: welcome
number: 12
title: Accueillir
short: Accueil
---

Une visite suffit.

{id="welcome.first"}
## La première semaine

{id="welcome.who" kind="text"}
### Qui accueille la personne qui arrive?

Sans nom, personne.

> La responsable.
"""
NOTE = """---
id: house
order: 15
title: Chez nous
short: Chez nous
---

Voir [la question](question:welcome.who).

{id="house.zebra"}
## Le zèbre du hall
"""


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copies of our guide that a first start leaves."""
    kept = tmp_path_factory.mktemp("kept")
    for language in i18n.LANGUAGES:
        load.sources(resources.folder("content") / language, kept / f"guide-{language}")
    return kept


@pytest.fixture(autouse=True)
def fresh(warm: Path) -> Iterator[None]:
    """Let no guide of a test be that of another; let ours need no parsing."""
    shutil.copytree(warm, paths.find_paths().state)
    load.guide.cache_clear()
    yield
    load.guide.cache_clear()


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """An organization's folder, named in the settings."""
    config = paths.find_paths().config
    config.mkdir(parents=True)
    (config / FILE).write_text(f'guide = "{tmp_path / "mine"}"', "utf-8")
    return tmp_path / "mine"


def put(root: Path, name: str, text: str, *languages: str) -> None:
    """Write a text in some languages, both when none is named."""
    for language in languages or i18n.LANGUAGES:
        path = root / language / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def reread(language: str = "fr") -> Guide:
    """Return the guide as another start reads it."""
    load.guide.cache_clear()
    return load.guide(language)


def ids(guide: Guide) -> list[str]:
    """Return the ids of everything one can read, in order."""
    return [chapter.id for chapter in guide.chapters]


def test_a_new_chapter_and_a_new_pack_stand_in_their_place(mine: Path) -> None:
    put(mine, "steps/welcome.md", PACK)
    put(mine, "guide/house.md", NOTE)
    guide = reread()
    assert ids(guide)[:3] == ["intro", "house", "partnership"]
    assert [step.id for step in guide.steps][-3:] == ["stud", "eval", "welcome"]
    assert len(guide.nine) == 9
    assert own_check.check(mine).mistakes == []
    assert own_check.check(mine).does == [
        "guide/house.md\u00a0: ajoute «\u00a0Chez nous\u00a0».",
        "steps/welcome.md\u00a0: ajoute «\u00a0Accueillir\u00a0», 1 question.",
    ]


def test_a_question_of_ones_own_is_one_like_the_others(mine: Path) -> None:
    put(mine, "steps/welcome.md", PACK)
    put(mine, "guide/house.md", NOTE)
    guide = reread()
    answer = Answer(
        id="welcome.who", response=Response(values=(("Zénobie",),)), state=AnswerState.AGREED
    )
    workspace = a_workspace(answer)
    assert place_of("question:welcome.who", workspace, guide)
    assert place_of("answers/welcome.who", workspace, guide)
    assert place_of("step:welcome", workspace, guide)
    assert [hit.entry.chapter for hit in Index(guide).find("zebre")] == ["house"]
    page = compose("answers", workspace, guide, i18n.translator("fr"), Options(today=TODAY))
    assert "Zénobie" in FORMATS["txt"](page)


def test_the_same_id_replaces_in_place_under_any_file_name(mine: Path) -> None:
    before = reread()
    text = CHAPTER.replace("id: intro\norder: 10", "id: tips\norder: 90").replace("step:s1", "x")
    put(mine, "guide/astuces.md", text.replace("(x)", "(step:s2)").replace("intro", "tips"))
    guide = reread()
    assert ids(guide) == ids(before)
    assert guide.chapter("tips") != before.chapter("tips")
    assert "form.one" in guide.rows
    assert (
        own_check.check(mine)
        .does[0]
        .startswith(
            "guide/astuces.md\u00a0: remplace «\u00a0Conseils pour entrer en relation\u00a0». "
            "N'y sont plus\u00a0: tips."
        )
    )


MISTAKES = {
    "no front matter": ("guide/x.md", "Bonjour", "fr/guide/x.md, ligne 1", "l'en-tête"),
    "an id of another": (
        "guide/x.md", NOTE.replace("house.zebra", "s2.open"), "ligne 11", "steps/s2.md",
    ),
    "an id twice": (
        "guide/x.md", NOTE + '\n{id="house.zebra"}\n## Bis\n', "ligne 14", "sert déjà",
    ),
    "an id with accents": (
        "guide/x.md", NOTE.replace("house.z", "hôtel.z"), "ligne 11", "identifiant",
    ),
    "an attribute": (
        "steps/x.md", PACK.replace('kind="text"', 'kin="text"'), "ligne 14", "attribut inconnu",
    ),
    "a kind": ("steps/x.md", PACK.replace('"text"', '"prose"'), "ligne 14", "prose"),
    "a number taken": ("steps/x.md", PACK.replace("12", "3"), "ligne 3", "à partir de 12"),
    "another number": (
        "steps/x.md", PACK.replace("id: welcome", "id: eval"), "ligne 3", "rester 11",
    ),
    "no number": ("steps/x.md", PACK.replace("12", "douze"), "ligne 1", "nombre"),
    "no question": (
        "steps/x.md", PACK.split('{id="welcome.who"')[0], "ligne 1", "pas de question",
    ),
    "choices of nothing": (
        "steps/x.md", PACK.replace('"text"', '"choice" choices="zz."'), "ligne 14", "zz.",
    ),
    "rows that a question needs": (
        "guide/x.md", NOTE.replace("id: house", "id: forms"), "ligne 1", "s2.meet.form",
    ),
    "a risk without family": (
        "guide/x.md", NOTE + '\n{id="risk.zz"}\n### Un risque\n', "ligne 14", "family",
    ),
    "a step that is not": (
        "lists/x.md", LIST.replace("id: launch", "id: mine").replace('"s1"', '"s77"'), "", "s77",
    ),
    "sections that are not": (
        "lists/x.md", POSITIONS.replace("s1.need", "s77"), "ligne 7", "s77",
    ),
    "a text that is too long": ("guide/x.md", NOTE + "a" * 300_000, "ligne 1", "trop long"),
    "zeros": ("guide/x.md", NOTE + "\0", "ligne 12", "fichier de texte"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "place", "reason"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistaken_file_is_set_aside_and_told(
    mine: Path, name: str, text: str, place: str, reason: str
) -> None:
    before = reread()
    put(mine, name, text)
    assert reread() == before
    told = own_check.check(mine).mistakes
    assert any(f"fr/{name}" in each and place in each and reason in each for each in told), told
    assert own_check.check(mine).does == [f"{name}\u00a0: mis de côté."]
    status, said = own_check.main_check(mine)
    assert status == 1 and str(mine) in said
    assert own_check.told().startswith(f"Votre guide, {mine}\u00a0: ")


def test_the_other_files_serve(mine: Path) -> None:
    put(mine, "guide/bad.md", "Bonjour")
    put(mine, "guide/house.md", NOTE.replace("question:welcome.who", "step:s1"))
    assert "house" in ids(reread())


def test_of_two_files_with_one_id_the_first_serves(mine: Path) -> None:
    put(mine, "steps/a.md", PACK.replace("Accueillir", "Premier"))
    put(mine, "steps/b.md", PACK)
    assert [step.title for step in reread().steps][-1] == "Premier"
    assert any("fr/steps/b.md" in each for each in own_check.check(mine).mistakes)


def test_a_text_in_one_language_serves_in_the_other_and_is_told(mine: Path) -> None:
    put(mine, "steps/welcome.md", PACK, "fr")
    assert reread("en").question("welcome.who") == reread("fr").question("welcome.who")
    assert own_check.check(mine).mistakes == [
        "fr/steps/welcome.md, ligne 1\u00a0: "
        "ce fichier manque en «\u00a0en\u00a0»\u00a0: traduisez-le."
    ]


def test_a_broken_link_is_told_and_the_chapter_serves(mine: Path) -> None:
    put(mine, "guide/house.md", NOTE)
    assert "house" in ids(reread())
    assert any("question:welcome.who" in each for each in own_check.check(mine).mistakes)


def test_what_the_guide_leads_to_and_is_gone_is_told(mine: Path) -> None:
    put(mine, "steps/s2.md", PACK.replace("id: welcome\nnumber: 12", "id: s2\nnumber: 2"))
    assert [q.id for q in reread().nine[1].questions] == ["welcome.who"]
    told = own_check.check(mine).mistakes
    assert any("question:s2." in each and "Gardez cet identifiant" in each for each in told)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_documents_survive_steps_and_lists_made_bare(mine: Path, language: str) -> None:
    for n in range(1, 10):
        text = PACK.replace("id: welcome\nnumber: 12", f"id: s{n}\nnumber: {n}")
        put(mine, f"steps/s{n}.md", text.replace("welcome.", f"own{n}."))
    put(mine, "lists/launch.md", LIST.replace("answer:s1.need.what", "").replace('"s1"', '"s2"'))
    guide = reread(language)
    assert len(list(guide.questions())) == 9 + 6 + 8
    for name in CATALOGUE:
        page = compose(name, a_workspace(), guide, i18n.translator(language), Options(today=TODAY))
        assert FORMATS["txt"](page)


def test_the_second_start_tells_the_same_and_parses_only_what_is_mistaken(
    mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(mine, "guide/house.md", NOTE.replace("question:welcome.who", "step:s1"))
    put(mine, "guide/bad.md", NOTE.replace("id: house", "id: bad\nid: bad"))
    first, told = reread(), own_check.told()
    read: list[Path] = []

    def watched(path: Path) -> object:
        read.append(path)
        return own.examine(path)

    monkeypatch.setattr("partner_tui.guide.compiled.source.read", watched)
    monkeypatch.setattr(own, "read_anyway", lambda path: read.append(path) or _read(path))
    assert reread() == first
    assert [path.name for path in read] == ["bad.md"]
    assert own_check.told() == told != ""


_read = own.read_anyway


def test_a_changed_file_is_seen_at_the_next_start(mine: Path) -> None:
    put(mine, "guide/house.md", NOTE)
    reread()
    put(mine, "guide/house.md", NOTE.replace("zèbre", "chameau"))
    assert "chameau" in str(reread().chapter("house"))
    (mine / "fr" / "guide" / "house.md").unlink()
    (mine / "en" / "guide" / "house.md").unlink()
    assert reread().chapter("house") is None


def _nothing(mine: Path) -> None:
    pass


def _a_file(mine: Path) -> None:
    mine.write_text("", "utf-8")


def _empty(mine: Path) -> None:
    mine.mkdir()


def _loop(mine: Path) -> None:
    (mine / "fr").mkdir(parents=True)
    (mine / "fr" / "guide").symlink_to(mine / "fr" / "guide")


def _flat(mine: Path) -> None:
    put(mine, "x.md", NOTE)


def _pipe(mine: Path) -> None:
    (mine / "fr" / "guide").mkdir(parents=True)
    os.mkfifo(mine / "fr" / "guide" / "x.md")


def _binary(mine: Path) -> None:
    (mine / "fr" / "guide").mkdir(parents=True)
    (mine / "fr" / "guide" / "x.md").write_bytes(b"---\nid: x\n\xff\xfe")


def _dangling(mine: Path) -> None:
    (mine / "fr" / "guide").mkdir(parents=True)
    (mine / "fr" / "guide" / "x.md").symlink_to("nowhere.md")


def _itself(mine: Path) -> None:
    (mine / "fr" / "guide").mkdir(parents=True)
    (mine / "fr" / "guide" / "x.md").symlink_to("x.md")


def _a_folder(mine: Path) -> None:
    (mine / "fr" / "guide" / "x.md").mkdir(parents=True)


def _many(mine: Path) -> None:
    (mine / "fr" / "guide").mkdir(parents=True)
    for n in range(own.MOST + 1):
        (mine / "fr" / "guide" / f"{n}.md").touch()


@pytest.mark.parametrize(
    "spoil",
    [_nothing, _a_file, _empty, _loop, _flat, _pipe, _binary, _dangling, _itself, _a_folder, _many],
)  # fmt: skip
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_spoilt_folder_blocks_nothing(spoil: object, language: str, mine: Path) -> None:
    before = reread(language)
    assert callable(spoil)
    spoil(mine)
    assert reread(language) == before
    assert own_check.told().startswith(f"Votre guide, {mine}\u00a0: ")


HOSTILE = (
    "[" * 5000, "*a_" * 3000, "> " * 2000, "- " * 2000, "`" * 9999, "![" * 3000, "<a" * 5000,
    "\x1b[2J\x1b]0;x\x07", "a\u202eb\u200b", "|a|\n|-|\n" + "|x|\n" * 3000, "&#0;" * 999,
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text(text: str, mine: Path) -> None:
    put(mine, "guide/house.md", NOTE.replace("question:welcome.who", "step:s1") + "\n" + text)
    assert "house" in ids(reread())
    assert "\x1b" not in own_check.main_check(mine)[1]
    assert Index(reread()).find("zèbre")


def test_a_mistake_in_the_settings_is_not_one_of_the_guide(mine: Path) -> None:
    (paths.find_paths().config / FILE).write_text("guide = 3", "utf-8")
    assert reread().chapters and own_check.told() == ""
