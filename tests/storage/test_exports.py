"""Documents written whole, never over another unasked, and as private as their folder."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from partner_tui.errors import SaveFailed
from partner_tui.storage import exports
from partner_tui.storage.exports import make_exports, write_document


def mode_of(path: Path) -> int:
    """Return who may read and write a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_document_is_private(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    assert write_document(file, b"mots")
    assert (file.read_bytes(), mode_of(file)) == (b"mots", 0o600)
    assert list(tmp_path.iterdir()) == [file]


def test_a_taken_name_is_left_alone_unless_asked(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"avant")
    file.chmod(0o640)
    assert not write_document(file, b"mots")
    assert file.read_bytes() == b"avant"
    assert write_document(file, b"mots", replace=True)
    assert (file.read_bytes(), mode_of(file)) == (b"mots", 0o640)
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_is_replaced_and_never_followed(tmp_path: Path) -> None:
    other = tmp_path / "autre"
    other.write_bytes(b"avant")
    link = tmp_path / "a.txt"
    link.symlink_to(other)
    assert not write_document(link, b"mots")
    assert write_document(link, b"mots", replace=True)
    assert other.read_bytes() == b"avant"
    assert not link.is_symlink()


def test_a_group_shares_what_its_folder_holds_and_everyone_does_not(tmp_path: Path) -> None:
    tmp_path.chmod(0o770)
    write_document(tmp_path / "a", b"")
    tmp_path.chmod(0o777)
    write_document(tmp_path / "b", b"")
    assert (mode_of(tmp_path / "a"), mode_of(tmp_path / "b")) == (0o660, 0o600)
    tmp_path.chmod(0o700)


def test_a_file_system_without_links_works_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(exports.os, "link", refuse)
    file = tmp_path / "a.txt"
    assert write_document(file, b"un")
    assert not write_document(file, b"deux")
    assert file.read_bytes() == b"un"


def test_what_fails_leaves_nothing_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(exports, "write_all", full)
    with pytest.raises(SaveFailed):
        write_document(tmp_path / "a.txt", b"mots")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(SaveFailed):
        make_exports(tmp_path / "a" / ("x" * 300))
