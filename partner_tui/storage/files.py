"""Reading and replacing a file so that a crash leaves the old one or the new one, whole."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

PRIVATE = 0o600
Signature = tuple[int, int, int, int]
"""Device, inode, time of change and size: equal as long as nobody replaced the file."""


def signature_of(status: os.stat_result) -> Signature:
    """Return what tells one version of a file from the next."""
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size


def open_regular(path: Path, flags: int, mode: int = PRIVATE) -> int:
    """Open an ordinary file without following a link or waiting on a pipe."""
    handle = os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, mode)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return handle


def read_file(path: Path) -> tuple[bytes, Signature]:
    """Return the content of a file and the signature of exactly that content."""
    with open(open_regular(path, os.O_RDONLY), "rb") as file:
        status = os.fstat(file.fileno())
        return file.read(), signature_of(status)


def replace_file(path: Path, data: bytes) -> Signature:
    """Put new content in place of a file, keeping its mode and group; a new one is private."""
    before = _status(path)
    if before is not None and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    temporary = path.with_name(f".{path.name}.{os.urandom(8).hex()}.tmp")
    try:
        signature = _write_new(temporary, data, before)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    sync_folder(path.parent)
    return signature


def _status(path: Path) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except FileNotFoundError:
        return None


def _write_new(path: Path, data: bytes, like: os.stat_result | None) -> Signature:
    with open(open_regular(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb", buffering=0) as file:
        if like is not None:
            imitate(file.fileno(), like)
        write_all(file.fileno(), data)
        os.fsync(file.fileno())
        return signature_of(os.fstat(file.fileno()))


def imitate(handle: int, like: os.stat_result) -> None:
    """Give an open file the group and the mode of another one, as far as the owner may."""
    now = os.fstat(handle)
    with suppress(PermissionError):
        if now.st_gid != like.st_gid:
            os.fchown(handle, -1, like.st_gid)
    with suppress(PermissionError):
        if stat.S_IMODE(now.st_mode) != stat.S_IMODE(like.st_mode):
            os.fchmod(handle, stat.S_IMODE(like.st_mode))


def private_folder(path: Path) -> None:
    """Make a folder and those above it that are missing, each for its owner only."""
    if not path.is_dir():
        private_folder(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)


def make_folder(path: Path, like: os.stat_result) -> None:
    """Make a folder with the group and the mode of another one, as far as its owner may."""
    path.mkdir(mode=0o700)
    with suppress(PermissionError):
        os.chown(path, -1, like.st_gid)
    with suppress(PermissionError):
        path.chmod(stat.S_IMODE(like.st_mode))


def exports_folder(path: Path) -> None:
    """Make a folder of copies as open as the folder it stands in; a new parent is private."""
    private_folder(path.parent)
    with suppress(FileExistsError):
        make_folder(path, os.stat(path.parent))


def write_all(handle: int, data: bytes) -> None:
    """Write every byte, however many calls it takes."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the file system knows how."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


def leftovers(path: Path) -> list[Path]:
    """Return the temporary files that killed sessions left beside a file."""
    return sorted(path.parent.glob(f".{path.name}.*.tmp"))


def sweep(path: Path) -> None:
    """Remove the temporary files that killed sessions left beside a file."""
    for left in leftovers(path):
        with suppress(OSError):
            left.unlink()
