"""The copy of the guide that a start reads instead of parsing: same guide, never a stale one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from guide_files import CHAPTER, a_guide

from partner_tui import resources
from partner_tui.guide import source
from partner_tui.guide.load import load


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_guide(tmp_path / "content" / "fr")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were parsed, as they are."""
    seen: list[Path] = []
    read = source.read

    def watched(path: Path) -> source.Source:
        seen.append(path)
        return read(path)

    monkeypatch.setattr(source, "read", watched)
    return seen


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_copy_gives_the_same_guide(tmp_path: Path, language: str) -> None:
    real = resources.folder("content") / language
    fresh = load(real, language)
    assert load(real, language, tmp_path / "kept") == fresh
    assert load(real, language, tmp_path / "kept") == fresh


def test_the_second_start_parses_nothing(root: Path, tmp_path: Path, parsed: list[Path]) -> None:
    first = load(root, "fr", tmp_path / "kept")
    assert parsed
    parsed.clear()
    assert load(root, "fr", tmp_path / "kept") == first
    assert not parsed


def test_a_changed_file_is_read_again(root: Path, tmp_path: Path) -> None:
    load(root, "fr", tmp_path / "kept")
    (root / "guide" / "intro.md").write_text(CHAPTER.replace("Bonjour", "Bonsoir"), "utf-8")
    guide = load(root, "fr", tmp_path / "kept")
    assert "Bonsoir" in str(guide.chapter("intro"))


def test_a_new_file_is_read(root: Path, tmp_path: Path) -> None:
    load(root, "fr", tmp_path / "kept")
    (root / "guide" / "more.md").write_text(CHAPTER.replace("intro", "more"), "utf-8")
    assert load(root, "fr", tmp_path / "kept").chapter("more")


def test_another_program_version_reads_again(
    root: Path, tmp_path: Path, parsed: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    load(root, "fr", tmp_path / "kept")
    parsed.clear()
    monkeypatch.setattr("partner_tui.guide.compiled.__version__", "9.9")
    load(root, "fr", tmp_path / "kept")
    assert parsed


@pytest.mark.parametrize(
    "damage",
    [b"", b"\x00", b"not at all", b"\x82\xa3key\x90\xa5files\x90", b"\x91" * 5000, b"\xc1" * 50],
    ids=["empty", "zero", "text", "types", "deep", "bad"],
)
def test_a_broken_copy_is_ignored_and_replaced(
    root: Path, tmp_path: Path, parsed: list[Path], damage: bytes
) -> None:
    first = load(root, "fr", tmp_path / "kept")
    (tmp_path / "kept").write_bytes(damage)
    assert load(root, "fr", tmp_path / "kept") == first
    parsed.clear()
    load(root, "fr", tmp_path / "kept")
    assert not parsed


def test_every_cut_of_the_copy_is_survived(root: Path, tmp_path: Path) -> None:
    first = load(root, "fr", tmp_path / "kept")
    whole = (tmp_path / "kept").read_bytes()
    for size in range(0, len(whole), 97):
        (tmp_path / "kept").write_bytes(whole[:size])
        assert load(root, "fr", tmp_path / "kept") == first


def test_an_unwritable_place_is_no_trouble(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert load(root, "fr", tmp_path / "file" / "kept").chapters
    (tmp_path / "folder").mkdir()
    assert load(root, "fr", tmp_path / "folder").chapters
    assert sorted(os.listdir(tmp_path)) == ["content", "file", "folder"]


def test_a_warm_start_does_not_load_the_parser(tmp_path: Path) -> None:
    code = (
        "import sys; from partner_tui.guide.load import guide; guide('fr');"
        "print('markdown_it' in sys.modules)"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PARTNER_TUI_HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for _start in range(2)
    ]
    assert said == ["True", "False"]
