"""The lock that one session holds while it commits, for milliseconds."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from partner_tui.errors import SaveFailed
from partner_tui.storage import sentences
from partner_tui.storage.schema import DOSSIER, LOCK

if TYPE_CHECKING:
    from filelock import BaseFileLock

DEADLINE = 4.0
"""Seconds that a commit waits for another session's."""
_PAUSE = 0.01


@contextmanager
def locked(folder: Path, deadline: float = DEADLINE) -> Iterator[None]:
    """Hold a dossier's lock; the lock file is never replaced and as open as the data file."""
    from filelock import FileLock, Timeout

    like = _model(folder)
    mode = stat.S_IMODE(like.st_mode) & 0o666 | 0o600
    lock = FileLock(folder / LOCK, timeout=deadline, mode=mode, poll_interval=_PAUSE)
    try:
        lock.acquire()
    except Timeout:
        raise SaveFailed(sentences.busy(folder)) from None
    except OSError as error:
        if error.errno in {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS}:
            raise SaveFailed(sentences.unlockable(folder)) from error
        raise
    try:
        _share(folder / LOCK, like.st_gid, mode)
        yield
    finally:
        _release(lock)


def _release(lock: BaseFileLock) -> None:
    """Let the lock go; what was written stays written even when the system refuses that.

    Closing the file lets go of it too, but filelock does not come to it after an error.
    """
    handle = getattr(getattr(lock, "_context", None), "lock_file_fd", None)
    try:
        lock.release()
    except OSError:
        if handle is not None:
            with suppress(OSError):
                os.close(handle)


def _model(folder: Path) -> os.stat_result:
    """Return what the lock resembles: the data file, or its folder when the file is lost."""
    try:
        return os.stat(folder / DOSSIER)
    except FileNotFoundError:
        return os.stat(folder)


def _share(file: Path, group: int, mode: int) -> None:
    """Let whoever may write the data file take the lock too, also once a folder becomes shared."""
    now = os.stat(file)
    with suppress(PermissionError):
        if now.st_gid != group:
            os.chown(file, -1, group)
        if stat.S_IMODE(now.st_mode) != mode:
            os.chmod(file, mode)
