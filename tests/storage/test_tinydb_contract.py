"""TinyDB's own contract, in our words, held over the atomic storage."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, TinyDB, operations, where
from tinydb.middlewares import CachingMiddleware, Middleware
from tinydb.table import Document

from partner_tui.storage.atomic import AtomicStorage

Opened = Callable[[], TinyDB]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Open the same file again, as another process would."""
    return lambda: TinyDB(tmp_path / "db.json", storage=AtomicStorage)


@pytest.fixture
def database(opened: Opened) -> Iterator[TinyDB]:
    """Three documents: 1, 2, 3 on one letter."""
    with opened() as made:
        made.insert_multiple({"n": n, "letter": "c"} for n in (1, 2, 3))
        yield made


def numbers(rows: Any) -> list[int]:
    return [row["n"] for row in rows]


# -- documents


def test_what_is_inserted_has_a_number_and_is_there_after_reopening(
    database: TinyDB, opened: Opened
) -> None:
    assert database.insert({"n": 4}) == 4
    assert numbers(opened()) == [1, 2, 3, 4] and len(opened()) == 4
    assert opened().insert({"n": 5}) == 5, "numbers go on"
    assert [row.doc_id for row in opened()] == [1, 2, 3, 4, 5]


def test_a_document_may_bring_its_number_but_not_one_in_use(database: TinyDB) -> None:
    assert database.insert(Document({"n": 9}, doc_id=9)) == 9
    assert database.insert({"n": 10}) == 10
    with pytest.raises(ValueError):
        database.insert(Document({"n": 0}, doc_id=9))


@pytest.mark.parametrize("odd", [[1], "text", 3, None])
def test_only_mappings_are_documents(database: TinyDB, odd: Any) -> None:
    with pytest.raises(ValueError):
        database.insert(odd)
    assert len(database) == 3


def test_nothing_is_half_inserted(database: TinyDB, opened: Opened) -> None:
    with pytest.raises(TypeError):
        database.insert_multiple([{"n": 4}, {"n": object()}])
    assert numbers(opened()) == [1, 2, 3]


def test_nested_values_and_every_kind_of_text_come_back(database: TinyDB, opened: Opened) -> None:
    value = {"a": [{"b": (1, 2.5, None, True)}], "t": "« é » \u202e \x00 🧭\n"}
    number = database.insert(value)
    found = opened().get(doc_id=number)
    assert found == {"a": [{"b": [1, 2.5, None, True]}], "t": value["t"]}


def test_what_is_read_may_be_changed_without_changing_the_file(database: TinyDB) -> None:
    database.all()[0]["n"] = 99
    assert numbers(database.all()) == [1, 2, 3]


# -- asking


def test_documents_are_found(database: TinyDB) -> None:
    assert numbers(database.search(where("n") > 1)) == [2, 3]
    assert database.get(where("n") == 2) == {"n": 2, "letter": "c"}
    assert database.get(where("n") == 9) is None and database.get(doc_id=9) is None
    assert numbers(database.get(doc_ids=[1, 3])) == [1, 3]
    assert database.contains(where("n") == 3) and not database.contains(doc_id=9)
    assert database.count(where("letter") == "c") == 3
    with pytest.raises(RuntimeError):
        database.get()


ROWS = [
    {"n": 1, "who": {"name": "Ève"}, "tags": ["a", "b"], "text": "une ligne"},
    {"n": 2, "who": {"name": "Ali"}, "tags": ["b"], "text": "Deux"},
    {"n": 3, "tags": []},
]
Q = Query()
QUERIES = {
    "nested": (Q.who.name == "Ève", [1]),
    "by-key": (Q["who"]["name"] == "Ali", [2]),
    "missing": (Q.who.name != "Ève", [2]),
    "exists": (Q.text.exists(), [1, 2]),
    "not": (~Q.text.exists(), [3]),
    "and": ((Q.n > 1) & (Q.n <= 2), [2]),
    "or": ((Q.n < 2) | (Q.n >= 3), [1, 3]),
    "one-of": (Q.n.one_of([1, 3]), [1, 3]),
    "any": (Q.tags.any(["a", "z"]), [1]),
    "all": (Q.tags.all(["b"]), [1, 2]),
    "any-query": (Q.tags.any(Q.fragment({})), []),
    "matches": (Q.text.matches("une"), [1]),
    "search": (Q.text.search("ligne$"), [1]),
    "test": (Q.n.test(lambda n, by: n % by == 0, 2), [2]),
    "map": (Q.text.map(str.lower) == "deux", [2]),
    "fragment": (Q.fragment({"n": 2, "tags": ["b"]}), [2]),
    "part-fragment": (Q.who.fragment({"name": "Ali"}), [2]),
    "noop": (Q.noop(), [1, 2, 3]),
}


@pytest.mark.parametrize("name", [name for name in QUERIES if name != "any-query"])
def test_every_way_to_ask(opened: Opened, name: str) -> None:
    query, expected = QUERIES[name]
    made = opened()
    made.insert_multiple(ROWS)
    assert numbers(made.search(query)) == numbers(opened().search(query)) == expected


# -- changing


OPERATIONS = {
    "set": ({"n": 9}, {"n": 9, "letter": "c"}),
    "new-key": ({"x": 1}, {"n": 1, "letter": "c", "x": 1}),
    "delete": (operations.delete("letter"), {"n": 1}),
    "add": (operations.add("n", 5), {"n": 6, "letter": "c"}),
    "subtract": (operations.subtract("n", 5), {"n": -4, "letter": "c"}),
    "set-op": (operations.set("letter", "d"), {"n": 1, "letter": "d"}),
    "increment": (operations.increment("n"), {"n": 2, "letter": "c"}),
    "decrement": (operations.decrement("n"), {"n": 0, "letter": "c"}),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_way_to_change(database: TinyDB, opened: Opened, name: str) -> None:
    change, expected = OPERATIONS[name]
    assert database.update(change, where("n") == 1) == [1]  # type: ignore[arg-type]
    assert opened().get(doc_id=1) == expected
    assert numbers(opened())[1:] == [2, 3]


def test_changes_by_number_by_query_and_of_all(database: TinyDB, opened: Opened) -> None:
    assert database.update({"letter": "d"}) == [1, 2, 3]
    assert database.update({"letter": "e"}, doc_ids=[2]) == [2]
    changes = [({"n": 7}, where("n") == 1), (operations.delete("n"), where("n") == 3)]
    assert database.update_multiple(changes) == [1, 3]  # type: ignore[arg-type]
    assert [dict(row) for row in opened()] == [
        {"n": 7, "letter": "d"},
        {"n": 2, "letter": "e"},
        {"letter": "d"},
    ]


def test_a_change_that_raises_changes_nothing(database: TinyDB, opened: Opened) -> None:
    def half(row: Any) -> None:
        row["n"] = 0
        if row["letter"] == "c" and row.doc_id == 2:
            raise ZeroDivisionError

    with pytest.raises((ZeroDivisionError, AttributeError)):
        database.update(half)
    assert numbers(opened()) == [1, 2, 3]


def test_upsert_changes_or_adds(database: TinyDB, opened: Opened) -> None:
    assert database.upsert({"n": 1, "letter": "z"}, where("n") == 1) == [1]
    assert database.upsert({"n": 8}, where("n") == 8) == [4]
    assert database.upsert(Document({"n": 9}, doc_id=20)) == [20]
    assert numbers(opened()) == [1, 2, 3, 8, 9]


def test_removing(database: TinyDB, opened: Opened) -> None:
    assert database.remove(where("n") == 2) == [2]
    assert database.remove(doc_ids=[3]) == [3]
    with pytest.raises(RuntimeError):
        database.remove()
    assert numbers(opened()) == [1]
    database.truncate()
    assert len(opened()) == 0 and opened().insert({}) == 1


# -- tables


def test_tables_stand_apart_and_are_dropped(database: TinyDB, opened: Opened) -> None:
    database.table("a").insert({"n": 7})
    assert opened().tables() == {"_default", "a"} and len(opened()) == 3
    assert numbers(opened().table("a").all()) == [7]
    database.drop_table("a")
    database.drop_table("never there")
    assert opened().tables() == {"_default"}
    database.drop_tables()
    assert opened().tables() == set()


def test_an_empty_table_is_kept_only_when_asked(database: TinyDB, opened: Opened) -> None:
    database.table("a")
    database.table("b", persist_empty=True)
    assert opened().tables() == {"_default", "b"}


def test_numbers_of_two_tables_are_their_own(database: TinyDB) -> None:
    assert database.table("a").insert({}) == 1
    assert database.table("b").insert_multiple([{}, {}]) == [1, 2]


# -- the storage itself


def test_a_closed_database_stays_on_disk(opened: Opened) -> None:
    with opened() as made:
        made.insert({"n": 1})
    assert numbers(opened()) == [1]


def test_a_middleware_sees_every_read_and_write(tmp_path: Path) -> None:
    seen: list[str] = []

    class Watching(Middleware):
        def read(self) -> Any:
            seen.append("read")
            return self.storage.read()

        def write(self, data: Any) -> None:
            seen.append("write")
            self.storage.write(data)

    made = TinyDB(tmp_path / "db.json", storage=Watching(AtomicStorage))
    made.insert({"n": 1})
    assert "write" in seen and numbers(TinyDB(tmp_path / "db.json", storage=AtomicStorage)) == [1]


def test_the_caching_middleware_flushes_on_close(tmp_path: Path, opened: Opened) -> None:
    with TinyDB(tmp_path / "db.json", storage=CachingMiddleware(AtomicStorage)) as made:
        made.insert({"n": 1})
    assert numbers(opened()) == [1]


@pytest.mark.parametrize("encoding", [None, "utf-8", "utf-16", "latin-1"])
def test_an_encoding_is_obeyed(tmp_path: Path, encoding: str | None) -> None:
    for _turn in range(2):
        made = TinyDB(tmp_path / "db.json", storage=AtomicStorage, encoding=encoding)
        made.insert({"t": "éà"})
    assert [row["t"] for row in made] == ["éà", "éà"]


def test_an_odd_access_mode_is_warned_about(tmp_path: Path) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        AtomicStorage(tmp_path / "db.json", access_mode="w+")
    assert len(caught) == 1
