"""Dossiers are made private, found by folder or file, listed and renamed."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from storage_kit import a_small_workspace

from partner_tui.errors import NotADossier, StoreError
from partner_tui.storage.folder import create, dossiers, find, rename
from partner_tui.storage.store import TinyStore


def test_a_new_dossier_is_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        folder = create(tmp_path / "a" / "b", a_small_workspace(), "boussole")
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "partnership.json").stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == ["partnership.json"]


def test_a_name_is_used_once(tmp_path: Path) -> None:
    made = [create(tmp_path, a_small_workspace(), "x").name for _turn in range(3)]
    assert made == ["x", "x-2", "x-3"]


@pytest.mark.parametrize(
    ("slug", "name"),
    [("../../etc", "etc"), ("", "dossier"), ("..", "dossier"), ("a b/é", "a-b-é"), (".x", "x")],
)
def test_a_name_never_leaves_the_data_folder(tmp_path: Path, slug: str, name: str) -> None:
    folder = create(tmp_path / "data", a_small_workspace(), slug)
    assert folder == tmp_path / "data" / name


def test_a_dossier_is_found_by_its_folder_or_its_file(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find(dossier) == find(dossier / "partnership.json") == dossier
    monkeypatch.chdir(dossier)
    assert find(Path(".")) == find(Path("partnership.json")) == dossier


@pytest.mark.parametrize("name", ["nothing", "nothing/partnership.json", "nul\0", "file/deeper"])
def test_a_path_that_is_not_there(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotADossier, match=r"Il n'y a rien à .*\u00a0: vérifiez le chemin\."):
        find(tmp_path / name)


@pytest.mark.parametrize("name", ["empty", "notes.txt", "odd/partnership.json"])
def test_a_path_that_is_something_else(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "odd" / "partnership.json").mkdir(parents=True)
    with pytest.raises(NotADossier, match="n'est pas un dossier de partenariat"):
        find(tmp_path / name)


def test_a_name_too_long_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="ENAMETOOLONG"):
        find(tmp_path / ("x" * 5000))


def test_a_link_out_of_the_folder_is_not_followed(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "partnership.json").symlink_to(dossier / "partnership.json")
    with pytest.raises(NotADossier, match="un lien qui mène hors de son dossier"):
        TinyStore(tmp_path / "odd")


def test_a_link_to_nothing_and_to_itself_are_sentences(tmp_path: Path) -> None:
    (tmp_path / "partnership.json").symlink_to(tmp_path / "gone")
    with pytest.raises(StoreError, match="Il n'y a rien"):
        find(tmp_path)
    (tmp_path / "partnership.json").unlink()
    (tmp_path / "partnership.json").symlink_to(tmp_path / "partnership.json")
    with pytest.raises(StoreError, match="ELOOP"):
        find(tmp_path)


@pytest.mark.parametrize("kind", ["fifo", "device", "folder"])
def test_special_files_are_refused_without_waiting(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "partnership.json"
    if kind == "fifo":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    else:
        (tmp_path / "zero").symlink_to("/dev/zero")
        file.symlink_to("/dev/zero")
    with pytest.raises(NotADossier, match=r"fichier ordinaire|hors de son dossier"):
        TinyStore(tmp_path)


@pytest.mark.parametrize("call", ["stat", "open"])
def test_a_file_one_may_not_read(dossier: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    real = getattr(os, call)

    def refused(path: object, *arguments: object, **options: object) -> object:
        if str(path).endswith("partnership.json"):
            raise PermissionError(errno.EACCES, "injected")
        return real(path, *arguments, **options)

    monkeypatch.setattr(os, call, refused)
    with pytest.raises(StoreError, match=r"ne peut pas être lu.*demandez l'accès"):
        TinyStore(dossier).load()


def test_the_dossiers_of_a_folder_are_sorted(tmp_path: Path) -> None:
    assert dossiers(tmp_path / "nowhere") == []
    for slug in ("b", "a", "c"):
        create(tmp_path, a_small_workspace(), slug)
    (tmp_path / "other").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "note.txt").write_text("x")
    (tmp_path / "c" / "partnership.json").write_text("broken, and still listed")
    assert [folder.name for folder in dossiers(tmp_path)] == ["a", "b", "c"]


def test_a_folder_gets_another_name(tmp_path: Path) -> None:
    a, _b = (create(tmp_path, a_small_workspace(), slug) for slug in ("a", "b"))
    workspace = TinyStore(a).load()
    renamed = rename(a, "b")
    assert renamed == tmp_path / "b-2" and not a.exists()
    assert TinyStore(renamed).load() == workspace
    assert rename(renamed, "b-2") == renamed
