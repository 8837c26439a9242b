"""What the program remembers of a person's choices from one session to the next."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from partner_tui.storage.files import read_file, replace_file

LONGEST: Final = 200
"""Bytes of a choice: a word, or a place."""


def recall(folder: Path, name: str) -> str:
    """Return a choice made before; nothing when none was, or when it cannot be read."""
    try:
        return read_file(folder / name)[0][:LONGEST].decode("ascii", "ignore").strip()
    except OSError:
        return ""


def remember(folder: Path, name: str, choice: str) -> None:
    """Keep a choice for the next session; where nothing can be written it ends with this one."""
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(folder / name, choice.encode() + b"\n")
