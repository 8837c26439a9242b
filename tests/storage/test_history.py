"""The history: read from its end, cut where a change never happened."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from storage_kit import commit

from partner_tui.domain.changes import Entry, RecordChange
from partner_tui.domain.records import Risk
from partner_tui.domain.workspace import editing
from partner_tui.errors import SaveFailed, StoreError
from partner_tui.storage.history import History
from partner_tui.storage.lines import line
from partner_tui.storage.store import TinyStore


def an_entry(revision: int, note: str = "") -> Entry:
    change = RecordChange(table="risks", id="r1", before={"measures": ""}, after={"measures": note})
    return Entry(revision=revision, when="", who="", verb="x", changes=(change,))


def filled(path: Path, *entries: Entry) -> History:
    path.write_bytes(b"".join(map(line, entries)))
    return History(path)


def test_no_file_is_an_empty_history(tmp_path: Path) -> None:
    history = History(tmp_path / "h")
    assert list(history.newest(9)) == []
    assert history.size() == 0
    assert history.standing(3) == (3, 0)


@pytest.mark.parametrize("length", [0, 1, 16_300, 16_384, 40_000, 1_000_000])
def test_lines_of_any_length_come_newest_first(tmp_path: Path, length: int) -> None:
    entries = [an_entry(1), an_entry(2, "é" * length), an_entry(3)]
    history = filled(tmp_path / "h", *entries)
    assert list(history.newest(3)) == entries[::-1]
    assert history.standing(3) == (3, history.size())


def test_many_lines_cross_the_blocks(tmp_path: Path) -> None:
    entries = [an_entry(n, "x" * (n % 97)) for n in range(1, 2001)]
    assert list(filled(tmp_path / "h", *entries).newest(2000)) == entries[::-1]


def test_only_the_end_of_a_long_history_is_read(tmp_path: Path) -> None:
    history = History(tmp_path / "h")
    with open(history.path, "wb") as file:
        file.truncate(1 << 33)  # a hole: no room on the disk, but hours to read
        file.seek(0, os.SEEK_END)
        file.write(b"\n" + line(an_entry(1)) + line(an_entry(2)))
    newest = history.newest(2)
    assert [next(newest).revision, next(newest).revision] == [2, 1]
    assert history.standing(2) == (2, history.size())


def test_a_line_above_the_data_file_never_happened(tmp_path: Path) -> None:
    history = filled(tmp_path / "h", an_entry(1), an_entry(2))
    assert [entry.revision for entry in history.newest(1)] == [1]
    assert history.standing(1) == (1, len(line(an_entry(1))))


def test_a_torn_line_never_happened(tmp_path: Path) -> None:
    history = filled(tmp_path / "h", an_entry(1))
    whole = history.size()
    with open(history.path, "ab") as file:
        file.write(line(an_entry(2))[:-5])
    assert [entry.revision for entry in history.newest(9)] == [1]
    assert history.standing(1) == (1, whole)


def test_an_append_cuts_what_never_happened(tmp_path: Path) -> None:
    history = filled(tmp_path / "h", an_entry(1), an_entry(2, "never"))
    history.append(line(an_entry(2)), history.standing(1).end, os.stat(tmp_path / "h"))
    assert list(history.newest(9)) == [an_entry(2), an_entry(1)]


def test_an_unreadable_line_is_passed_over(tmp_path: Path) -> None:
    history = filled(tmp_path / "h", an_entry(1))
    with open(history.path, "ab") as file:
        file.write(b'oups\n{"revision": "x"}\n\n' + b"[" * 20_000 + b"\n" + line(an_entry(2)))
    assert [entry.revision for entry in history.newest(9)] == [2, 1]


def test_an_older_copy_put_back_by_hand_keeps_the_whole_history(dossier: Path) -> None:
    store = TinyStore(dossier)
    old = (dossier / "partnership.json").read_bytes()
    for impact in (1, 2, 3):
        commit(store, editing(Risk, "r1", impact=impact))
    (dossier / "partnership.json").write_bytes(old)
    workspace = commit(TinyStore(dossier), editing(Risk, "r1", impact=5))
    assert workspace.revision == 4
    assert [entry.revision for entry in store.recent(9)] == [4, 3, 2, 1]


def test_the_history_is_as_open_as_the_data_file(dossier: Path) -> None:
    store = TinyStore(dossier)
    commit(store, editing(Risk, "r1", impact=1))
    assert stat.S_IMODE((dossier / "history.jsonl").stat().st_mode) == 0o600
    os.chmod(dossier / "partnership.json", 0o660)
    commit(store, editing(Risk, "r1", impact=2))
    for name in ("partnership.json", "history.jsonl", ".lock"):
        assert stat.S_IMODE((dossier / name).stat().st_mode) == 0o660, name


@pytest.mark.parametrize("make", ["link", "fifo"])
def test_a_history_that_is_no_file_is_refused(dossier: Path, tmp_path: Path, make: str) -> None:
    (tmp_path / "secret").write_text("")
    if make == "link":
        (dossier / "history.jsonl").symlink_to(tmp_path / "secret")
    else:
        os.mkfifo(dossier / "history.jsonl")
    store = TinyStore(dossier)
    with pytest.raises(SaveFailed):
        commit(store, editing(Risk, "r1", impact=1))
    with pytest.raises(StoreError):
        store.recent(1)
    assert (tmp_path / "secret").read_text() == ""
    assert store.load().table(Risk)["r1"].impact == 0
