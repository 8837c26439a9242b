"""A TinyDB storage that is whole after a crash and writes several operations at once."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from partner_tui.storage.files import (
    PRIVATE,
    Signature,
    open_regular,
    read_file,
    replace_file,
    signature_of,
)

Tables = dict[str, dict[str, Any]]
_encode = msgspec.json.Encoder().encode


class AtomicStorage(Storage):
    """Tables in one JSON file, replaced as a whole; a read always opens the path again.

    Outside a transaction it does what TinyDB's own JSON storage does. Inside one, reads and writes
    go to a buffer, and the end of the block writes it once. The buffer of the last transaction is
    used again while nobody has replaced the file.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        create_dirs: bool = False,
        encoding: str | None = "utf-8",
        access_mode: str = "r+",
        **options: Any,
    ) -> None:
        """Check that the file can be opened and, in a writing mode, create it empty."""
        super().__init__()
        if access_mode not in {"r", "rb", "r+", "rb+"}:
            warnings.warn("Using an `access_mode` other than r, rb, r+ or rb+", stacklevel=2)
        self.path = Path(os.path.realpath(path))
        self._encoding = encoding or "utf-8"
        self._options = options
        self._writes = any(letter in access_mode for letter in "+wa")
        self._kept: tuple[Signature, Tables | None] | None = None
        self._buffer: Tables | None = None
        self._open = self._changed = False
        if self._writes and create_dirs:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        create = os.O_CREAT if self._writes and not self.path.exists() else 0
        os.close(open_regular(self.path, os.O_RDONLY | create, PRIVATE))

    def read(self) -> Tables | None:
        """Return the tables, or None when there are none yet."""
        if self._open:
            return self._buffer
        return self._parse(read_file(self.path)[0])

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace the tables."""
        if not self._writes:
            raise OSError(f'Cannot write to the database, its file is open as "r": {self.path}')
        if self._open:
            self._buffer, self._changed = data, True  # type: ignore[assignment]  # TinyDB's dict
        else:
            self._kept = None
            replace_file(self.path, self._render(data))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Group what happens in the block in one physical write; an exception writes nothing."""
        if self._open:
            raise RuntimeError("a transaction is open already")
        signature, self._buffer = self._take()
        self._open = True
        try:
            yield
            if self._changed and self._buffer is not None:
                signature = replace_file(self.path, self._render(self._buffer))
            self._kept = signature, self._buffer
        finally:
            self._buffer, self._open, self._changed = None, False, False

    def signature(self) -> Signature:
        """Return what tells the present version of the file from the next."""
        return signature_of(os.stat(self.path, follow_symlinks=False))

    def forget(self) -> None:
        """Drop the buffer of the last transaction."""
        self._kept = None

    def _take(self) -> tuple[Signature, Tables | None]:
        kept, self._kept = self._kept, None
        if kept is not None and kept[0] == self.signature():
            return kept
        data, signature = read_file(self.path)
        return signature, self._parse(data)

    def _parse(self, data: bytes) -> Tables | None:
        if self._encoding.lower() not in {"utf-8", "utf8"}:
            data = data.decode(self._encoding, errors="replace").encode()
        return parse(data) if data else None

    def _render(self, data: Mapping[str, Mapping[str, Any]]) -> bytes:
        text = json.dumps(data, **self._options).encode() if self._options else render(data)
        if self._encoding.lower() in {"utf-8", "utf8"}:
            return text
        return text.decode().encode(self._encoding)


def parse(data: bytes) -> Tables:
    """Return what JSON text holds; a JSONDecodeError says where it stops being JSON."""
    try:
        tables: Tables = msgspec.json.decode(data)
    except (ValueError, RecursionError) as error:
        raise _pointed(data, error) from error
    return tables


def _pointed(data: bytes, error: Exception) -> json.JSONDecodeError:
    """Return the error with its line and column."""
    text = str(error)
    start = text.rfind("(byte ")
    position = int(text[start + 6 : -1]) if start >= 0 else 0
    if "truncated" in text:
        position = len(data)
    try:
        data.decode()
    except UnicodeDecodeError as wrong:
        position = wrong.start
    head = data[:position].decode(errors="replace")
    return json.JSONDecodeError(text, head, len(head))


def render(tables: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Return tables as JSON, one document a line, so that a person can read and compare it."""
    return b"{\n" + b",\n".join(_table(name, table) for name, table in tables.items()) + b"\n}\n"


def _table(name: str, table: Any) -> bytes:
    head = _encode(name) + b": "
    if not isinstance(table, dict) or not table:
        return head + _encode(table)
    rows = [b"%b: %b" % (_encode(str(key)), _encode(row)) for key, row in table.items()]
    return head + b"{\n" + b",\n".join(rows) + b"\n}"
