"""The lock that one session holds while it commits, for milliseconds."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from partner_tui.errors import SaveFailed
from partner_tui.storage import sentences
from partner_tui.storage.schema import DOSSIER, LOCK

DEADLINE = 4.0
"""Seconds that a commit waits for another session's."""
_PAUSE = 0.01


@contextmanager
def locked(folder: Path, deadline: float = DEADLINE) -> Iterator[None]:
    """Hold a dossier's lock; the lock file is never replaced and as open as the data file."""
    from filelock import FileLock, Timeout

    mode = os.stat(folder / DOSSIER).st_mode & 0o666 | 0o600
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
        yield
    finally:
        lock.release()
