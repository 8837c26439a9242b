"""The TinyDB database of a dossier: tables without a query cache, changed by record id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from partner_tui.storage.atomic import AtomicStorage
from partner_tui.storage.schema import META, META_ID, Document


class RecordTable(Table):
    """A table whose documents are found by their own `id`; TinyDB's ids stay in the file."""

    def __init__(
        self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False
    ) -> None:
        """Never keep the answers to queries: another session may have changed them."""
        super().__init__(storage, name, cache_size=0, persist_empty=persist_empty)

    def put(self, documents: Mapping[str, Document | None]) -> None:
        """Replace, add or (None) remove documents in one pass over the table."""

        def update(table: dict[int, Any]) -> None:
            where = {row["id"]: key for key, row in table.items() if row["id"] in documents}
            free = max(table, default=0) + 1
            for identifier, document in documents.items():
                if document is None:
                    table.pop(where.get(identifier, 0), None)
                elif identifier in where:
                    table[where[identifier]] = document
                else:
                    table[free] = document
                    free += 1

        self._update_table(update)
        self._next_id = None


class Database(TinyDB):
    """TinyDB over an atomic file."""

    table_class = RecordTable

    def __init__(self, path: str) -> None:
        """Open the file that is there."""
        super().__init__(path, storage=AtomicStorage)

    @property
    def file(self) -> AtomicStorage:
        """The storage, with its transactions and signature."""
        assert isinstance(self._storage, AtomicStorage)
        return self._storage

    def records(self, name: str) -> RecordTable:
        """Return a table of records."""
        table = self.table(name)
        assert isinstance(table, RecordTable)
        return table

    def set_revision(self, revision: int) -> None:
        """Write the revision in the first table."""
        self.table(META).update({"revision": revision}, doc_ids=[int(META_ID)])
