"""The points of TinyDB's own contract for a storage, and what ours adds to it."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from partner_tui.storage.atomic import AtomicStorage
from partner_tui.storage.table import Database


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The path of a file that is not there yet."""
    return tmp_path / "db.json"


def test_a_new_storage_makes_an_empty_private_file(file: Path) -> None:
    assert AtomicStorage(file).read() is None
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_missing_folder_is_an_error_unless_it_may_be_made(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        AtomicStorage(tmp_path / "a" / "b.json")
    AtomicStorage(tmp_path / "a" / "b.json", create_dirs=True)
    assert (tmp_path / "a" / "b.json").exists()


def test_what_is_written_is_read(file: Path) -> None:
    storage = AtomicStorage(str(file))
    tables = {"_default": {"1": {"nom": "Ève", "n": [1, 2.5, None, True]}}, "vide": {}}
    storage.write(tables)
    assert storage.read() == tables == json.loads(file.read_bytes())


def test_each_document_stands_on_a_line(file: Path) -> None:
    storage = AtomicStorage(file)
    storage.write({"a": {"1": {"x": 1}, "2": {"x": 2}}, "b": {}})
    assert file.read_text().splitlines()[1:4] == ['"a": {', '"1": {"x":1},', '"2": {"x":2}']


def test_a_read_only_storage_makes_and_writes_nothing(file: Path) -> None:
    with pytest.raises(FileNotFoundError):
        AtomicStorage(file, access_mode="r")
    AtomicStorage(file).write({"a": {}})
    storage = AtomicStorage(file, access_mode="r")
    assert storage.read() == {"a": {}}
    with pytest.raises(OSError):
        storage.write({})


def test_json_options_are_obeyed(file: Path) -> None:
    with TinyDB(file, storage=AtomicStorage, indent=2, sort_keys=True) as database:
        database.insert({"b": 1, "a": 1})
    assert '      "a": 1,\n      "b": 1' in file.read_text()


def test_close_can_be_called_twice(file: Path) -> None:
    storage = AtomicStorage(file)
    storage.close()
    storage.close()


def test_a_value_json_does_not_know_is_refused_and_nothing_is_lost(file: Path) -> None:
    database = TinyDB(file, storage=AtomicStorage)
    database.insert({"a": 1})
    with pytest.raises(TypeError):
        database.insert({"a": object()})
    assert [dict(row) for row in TinyDB(file, storage=AtomicStorage)] == [{"a": 1}]


def test_tinydb_works_over_it(file: Path) -> None:
    database = TinyDB(file, storage=AtomicStorage)
    assert database.insert_multiple([{"n": n} for n in range(3)]) == [1, 2, 3]
    database.update({"n": 9}, where("n") == 1)
    database.remove(where("n") == 0)
    assert [row["n"] for row in database.table("_default", cache_size=0)] == [9, 2]
    assert database.tables() == {"_default"}


def test_a_stale_handle_reads_what_another_one_wrote(file: Path) -> None:
    one, two = AtomicStorage(file), AtomicStorage(file)
    one.write({"a": {}})
    assert two.read() == {"a": {}}
    two.write({"b": {}})
    assert one.read() == {"b": {}}


def test_a_transaction_writes_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replaced = []
    real = os.replace

    def counted(*names: str) -> None:
        replaced.append(names)
        real(*names)

    monkeypatch.setattr(os, "replace", counted)
    database = TinyDB(file, storage=AtomicStorage)
    storage = database.storage
    assert isinstance(storage, AtomicStorage)
    with storage.transaction():
        for n in range(5):
            database.table("a").insert({"n": n})
            assert len(database.table("a")) == n + 1
        assert not replaced
    assert len(replaced) == 1
    assert len(TinyDB(file, storage=AtomicStorage).table("a")) == 5


def test_a_transaction_that_raises_writes_nothing(file: Path) -> None:
    storage = AtomicStorage(file)
    storage.write({"a": {"1": {"x": 1}}})
    with pytest.raises(ZeroDivisionError), storage.transaction():
        tables = storage.read()
        assert tables is not None
        tables["a"]["1"]["x"] = 2
        storage.write(tables)
        raise ZeroDivisionError
    assert storage.read() == {"a": {"1": {"x": 1}}}
    with storage.transaction():
        assert storage.read() == {"a": {"1": {"x": 1}}}, "the buffer is not used again"


def test_a_transaction_that_only_reads_writes_nothing(file: Path) -> None:
    storage = AtomicStorage(file)
    storage.write({"a": {}})
    before = storage.signature()
    with storage.transaction():
        storage.read()
    assert storage.signature() == before


def test_a_transaction_starts_from_what_another_session_wrote(file: Path) -> None:
    one, two = AtomicStorage(file), AtomicStorage(file)
    one.write({"a": {}})
    with one.transaction():
        assert one.read() == {"a": {}}
    two.write({"b": {}})
    with one.transaction():
        assert one.read() == {"b": {}}


def test_mode_and_group_are_kept(file: Path) -> None:
    storage = AtomicStorage(file)
    os.chmod(file, 0o664)
    groups = [group for group in os.getgroups() if group != file.stat().st_gid]
    group = 12345 if os.geteuid() == 0 else (groups or [file.stat().st_gid])[0]
    os.chown(file, -1, group)
    storage.write({"a": {}})
    assert stat.S_IMODE(file.stat().st_mode) == 0o664
    assert file.stat().st_gid == group


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    AtomicStorage(file)
    link.symlink_to(file)
    AtomicStorage(link).write({"a": {}})
    assert link.is_symlink()
    assert json.loads(file.read_bytes()) == {"a": {}}


def test_a_file_that_becomes_a_link_is_not_followed(file: Path, tmp_path: Path) -> None:
    storage = AtomicStorage(file)
    (tmp_path / "secret").write_text("{}")
    file.unlink()
    file.symlink_to(tmp_path / "secret")
    with pytest.raises(OSError):
        storage.read()


def test_no_temporary_file_is_left(file: Path, tmp_path: Path) -> None:
    AtomicStorage(file).write({"a": {}})
    assert [path.name for path in tmp_path.iterdir()] == ["db.json"]


def test_broken_json_says_line_and_column(file: Path) -> None:
    file.write_bytes('{"é": {\n"1": {"x": oui}}}'.encode())
    with pytest.raises(json.JSONDecodeError) as caught:
        AtomicStorage(file).read()
    assert (caught.value.lineno, caught.value.colno) == (2, 12)


def test_record_tables_keep_no_answers(file: Path) -> None:
    AtomicStorage(file).write({"risks": {"7": {"id": "r", "n": 1}}})
    one, two = Database(str(file)), Database(str(file))
    query = where("n") == 1
    assert len(one.records("risks").search(query)) == 1
    two.records("risks").put({"r": None, "s": {"id": "s", "n": 2}})
    assert one.records("risks").search(query) == []
    assert [row.doc_id for row in one.records("risks")] == [8]
