"""The copies of the sample dossier: one for each visit, thinned once nobody needs them."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from partner_tui.storage.files import PRIVATE, open_regular
from partner_tui.storage.schema import DOSSIER, HISTORY

KEPT_DAYS: Final = 7
"""A copy that was changed since is kept."""
_OPEN: Final = ".open"
"""Locked in a copy for as long as the session that made it lasts."""


def hold(copy: Path) -> None:
    """Say that a copy is in use, until this process ends."""
    _lock(copy)


def thin(parent: Path, keep: Path) -> list[Path]:
    """Remove the copies that nobody has open or changed lately; return them."""
    gone = []
    for copy in sorted(parent.iterdir()):
        if copy == keep or copy.is_symlink() or not (copy / DOSSIER).is_file():
            continue
        if _changed(copy) > time.time() - KEPT_DAYS * 86400:
            continue
        handle = _lock(copy)
        if handle is not None:
            os.close(handle)
            shutil.rmtree(copy, ignore_errors=True)
            gone.append(copy)
    return gone


def _changed(copy: Path) -> float:
    """Return when a copy was changed last."""
    found = [copy.lstat().st_mtime]
    for name in (DOSSIER, HISTORY):
        with suppress(OSError):
            found.append((copy / name).lstat().st_mtime)
    return max(found)


def _lock(copy: Path) -> int | None:
    """Take the mark of a copy and return it open; None when another session has it."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        return None
    with suppress(OSError):
        handle = open_regular(copy / _OPEN, os.O_RDWR | os.O_CREAT, PRIVATE)
        try:
            flock(handle, LOCK_EX | LOCK_NB)
        except OSError:
            os.close(handle)
            return None
        return handle
    return None
