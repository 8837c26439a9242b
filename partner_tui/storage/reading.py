"""A dossier only read: what printing and exporting need, and nothing that could write."""

from __future__ import annotations

from pathlib import Path

from partner_tui.domain.workspace import Workspace
from partner_tui.storage.atomic import AtomicStorage
from partner_tui.storage.decoding import decoded
from partner_tui.storage.folder import find
from partner_tui.storage.guards import reading
from partner_tui.storage.schema import DOSSIER


def read(path: Path) -> tuple[Path, Workspace]:
    """Return the folder of a dossier and what it holds now; raise StoreError in one sentence."""
    folder = find(path)
    file = folder / DOSSIER
    with reading(file):
        return folder, decoded(AtomicStorage(file, access_mode="r").read(), file)[0]
