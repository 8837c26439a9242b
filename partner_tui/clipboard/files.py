"""The file that holds a copied text when a clipboard may not."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from partner_tui.domain.text import fold

PREFIX: Final = "copie-"
"""Sets these files, replaced at each copy, apart from the documents people keep."""

_NAME: Final = re.compile(r"(?P<stem>.*?)(?:\.(?P<kind>csv|html|json|md|txt))?", re.DOTALL)
_LONGEST: Final = 60


def file_name(name: str) -> str:
    """Return a plain ASCII file name that stays inside its folder."""
    found = _NAME.fullmatch(fold(name))
    stem, kind = (found["stem"], found["kind"]) if found else (name, None)
    slug = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:_LONGEST].rstrip("-")
    return f"{PREFIX}{slug or 'texte'}.{kind or 'txt'}"


def keep(folder: Path, name: str, data: bytes) -> Path | None:
    """Write data in the folder, as shared as the folder is; return None when it cannot be."""
    try:
        _make(folder)
        path = folder / file_name(name)
        _replace(path, data)
    except OSError:
        return None
    return path


def _make(folder: Path) -> None:
    """Create the folder, open to the same group as the one around it."""
    if folder.is_dir():
        return
    folder.mkdir(mode=0o700, parents=True)
    around = folder.parent.stat()
    if _is_shared(around):
        with suppress(OSError):
            os.chown(folder, -1, around.st_gid)
            folder.chmod(0o2770)


def _replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, never through a link somebody left there."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "wb") as file:
            file.write(data)
            _share(file.fileno(), path.parent.stat())
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _share(handle: int, folder: os.stat_result) -> None:
    """Open the file to the folder's group, and to no other group if that one is refused."""
    if not _is_shared(folder):
        return
    with suppress(OSError):
        os.fchown(handle, -1, folder.st_gid)
        os.fchmod(handle, 0o660)


def _is_shared(folder: os.stat_result) -> bool:
    return os.name == "posix" and folder.st_mode & stat.S_IRWXG == stat.S_IRWXG
