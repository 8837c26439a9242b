"""Documents written beside a dossier, or where a person asked for them."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from partner_tui.errors import SaveFailed
from partner_tui.storage import sentences
from partner_tui.storage.files import PRIVATE, exports_folder, imitate, open_regular, write_all

SHARED: Final = 0o660
_NO_LINKS: Final = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


def make_exports(folder: Path) -> Path:
    """Make a folder for documents, as open as the one it stands in, and return it."""
    try:
        exports_folder(folder)
    except OSError as error:
        raise SaveFailed(sentences.save_failed(folder, error)) from error
    return folder


def write_document(path: Path, data: bytes, *, replace: bool = False) -> bool:
    """Write a file whole or not at all; return False when one is there that may not be replaced.

    A new file is its owner's only, or the group's in a folder that a group shares.
    """
    temporary = path.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        try:
            _write(temporary, data, path)
            return _place(temporary, path, replace)
        finally:
            with suppress(OSError):
                os.unlink(temporary)
    except OSError as error:
        raise SaveFailed(sentences.save_failed(path.parent, error)) from error


def _write(temporary: Path, data: bytes, path: Path) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with open(open_regular(temporary, flags, PRIVATE), "wb", buffering=0) as file:
        if (before := _status(path)) is not None:
            imitate(file.fileno(), before)
        else:
            _share(file.fileno(), os.stat(path.parent))
        write_all(file.fileno(), data)


def _status(path: Path) -> os.stat_result | None:
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return None
    return found if stat.S_ISREG(found.st_mode) else None


def _share(handle: int, folder: os.stat_result) -> None:
    """Let the group that writes in a folder have its files, unless everyone writes there."""
    if not folder.st_mode & stat.S_IWGRP or folder.st_mode & stat.S_IWOTH:
        return
    with suppress(PermissionError):
        os.fchown(handle, -1, folder.st_gid)
    if os.fstat(handle).st_gid == folder.st_gid:
        os.fchmod(handle, SHARED)


def _place(temporary: Path, path: Path, replace: bool) -> bool:
    """Give the file its name; a name that is taken is never taken over unasked."""
    if replace:
        os.replace(temporary, path)
        return True
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(path):
            return False
        os.rename(temporary, path)
    return True
