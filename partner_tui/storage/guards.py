"""What can go wrong with a dossier's files, turned into sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from partner_tui.errors import BrokenDossier, SaveFailed, StoreError
from partner_tui.storage import sentences
from partner_tui.storage.schema import DOSSIER


@contextmanager
def reading(file: Path) -> Iterator[None]:
    """Turn what can go wrong while reading into sentences."""
    try:
        yield
    except json.JSONDecodeError as error:
        raise BrokenDossier(sentences.malformed(file, error)) from error
    except OSError as error:
        raise StoreError(sentences.unreadable(file, error)) from error


@contextmanager
def saving(folder: Path) -> Iterator[None]:
    """Turn what can go wrong while writing into sentences."""
    try:
        yield
    except json.JSONDecodeError as error:
        raise BrokenDossier(sentences.malformed(folder / DOSSIER, error)) from error
    except OSError as error:
        raise SaveFailed(sentences.save_failed(folder, error)) from error
