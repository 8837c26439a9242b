"""What the storage tests share: a small dossier on disk or in memory, and other sessions on it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from storage_kit import AnyStore, Faulty, a_small_workspace

from partner_tui.storage.folder import create
from partner_tui.storage.memory import MemoryStore
from partner_tui.storage.store import TinyStore


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The folder of a small dossier."""
    return create(tmp_path, a_small_workspace(), "boussole")


@pytest.fixture(params=["memory", "tinydb"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> AnyStore:
    """A store of each kind, on the same small dossier."""
    if request.param == "memory":
        return MemoryStore(a_small_workspace())
    return TinyStore(create(tmp_path, a_small_workspace(), "boussole"))


@pytest.fixture
def again() -> Callable[[AnyStore], AnyStore]:
    """Open another session on a store's dossier."""
    return lambda store: store.again() if isinstance(store, MemoryStore) else TinyStore(store.path)


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> Faulty:
    """Make the nth call of a function of `os` fail with an error code, inside a block."""

    @contextmanager
    def failing(name: str, nth: int, code: int) -> Iterator[None]:
        real, calls = getattr(os, name), 0

        def fake(*arguments: object, **options: object) -> object:
            nonlocal calls
            calls += 1
            if calls == nth:
                raise OSError(code, "injected")
            return real(*arguments, **options)

        with monkeypatch.context() as patch:
            patch.setattr(os, name, fake)
            yield

    return failing
