"""Dated good copies of a dossier, thinned with age, never the newest one."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Hashable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from itertools import count
from pathlib import Path

from msgspec import Struct

from partner_tui.storage.files import imitate, make_folder, open_regular, sync_folder
from partner_tui.storage.schema import BACKUPS, DOSSIER, HISTORY

_NAME = r"(\d{4}-\d\d-\d\d-\d{6})Z-([a-z]+)(?:-\d+)?"
_STAMP = "%Y-%m-%d-%H%M%S"
_UNFINISHED = ".unfinished-"
_DAYS, _WEEKS = 7, 8


class Reason(StrEnum):
    """Why a copy was made."""

    DAY = "day"
    ASKED = "asked"
    MIGRATION = "migration"
    RESTORE = "restore"


class Backup(Struct, frozen=True):
    """A folder with the data and the history as they were."""

    path: Path
    when: datetime
    reason: Reason

    @property
    def file(self) -> Path:
        """Return the copy of the data file."""
        return self.path / DOSSIER


def moment() -> datetime:
    """Return the present moment, UTC."""
    return datetime.now(UTC)


def backups(folder: Path) -> list[Backup]:
    """Return the copies of a dossier, newest first; what has another name is not ours."""
    place = folder / BACKUPS
    if place.is_symlink() or not place.is_dir():
        return []
    found = filter(None, (_named(path) for path in place.iterdir()))
    return sorted(found, key=lambda backup: (backup.when, backup.path.name), reverse=True)


def unfinished(folder: Path) -> list[Path]:
    """Return the half copies that killed sessions left."""
    place = folder / BACKUPS
    return [] if place.is_symlink() else sorted(place.glob(f"{_UNFINISHED}*"))


def due(folder: Path, now: datetime) -> bool:
    """Tell whether no copy was made yet on this day."""
    return all(backup.when.date() != now.date() for backup in backups(folder))


def make(folder: Path, reason: Reason, now: datetime) -> Backup:
    """Copy the data and the history durably; whoever calls holds the lock of the dossier."""
    place = _place(folder)
    unfinished = place / f"{_UNFINISHED}{os.urandom(8).hex()}"
    try:
        _fill(unfinished, folder)
        path = _settled(unfinished, now, reason)
    except BaseException:
        remove(unfinished)
        raise
    sync_folder(place)
    return Backup(path, now.replace(microsecond=0), reason)


def thin(folder: Path) -> list[Backup]:
    """Remove the copies that newer ones stand for, and return them."""
    removed = superfluous(backups(folder))
    for backup in removed:
        remove(backup.path)
    return removed


def superfluous(found: Sequence[Backup]) -> list[Backup]:
    """Return the copies to remove: all of seven days stay, then one a week, then one a month.

    Ages are counted from the last copy but one, so that one start with a clock gone mad does not
    make every copy old.
    """
    taken: set[Hashable] = set()
    removed = []
    for backup in found[1:]:
        slot = _slot(backup, (found[1].when.date() - backup.when.date()).days)
        if slot in taken:
            removed.append(backup)
        taken.add(slot)
    return removed


def _slot(backup: Backup, age: int) -> Hashable:
    """Return what a copy stands for: itself, its week or its month."""
    if age < _DAYS:
        return backup.path.name
    if age < _DAYS + 7 * _WEEKS:
        return "week", backup.when.isocalendar()[:2]
    return "month", backup.when.year, backup.when.month


def _named(path: Path) -> Backup | None:
    match = re.fullmatch(_NAME, path.name)
    if match is None or path.is_symlink() or not path.is_dir():
        return None
    with suppress(ValueError):
        when = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
        return Backup(path, when, Reason(match[2]))
    return None


def _place(folder: Path) -> Path:
    """Return the folder of the copies, made as open as the dossier; a link is not followed."""
    place = folder / BACKUPS
    if place.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place))
    with suppress(FileExistsError):
        make_folder(place, os.stat(folder))
        sync_folder(folder)
    for left in unfinished(folder):
        remove(left)
    return place


def _fill(target: Path, folder: Path) -> None:
    make_folder(target, os.stat(folder))
    for name in (DOSSIER, HISTORY):
        with suppress(FileNotFoundError):
            copy_file(folder / name, target / name)
    sync_folder(target)


def copy_file(source: Path, target: Path) -> None:
    """Copy an ordinary file durably to a new one, with its group and mode."""
    with open(open_regular(source, os.O_RDONLY), "rb") as read:
        handle = open_regular(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        with open(handle, "wb") as written:
            imitate(handle, os.fstat(read.fileno()))
            shutil.copyfileobj(read, written, 1 << 20)
            written.flush()
            os.fsync(handle)


def _settled(unfinished: Path, now: datetime, reason: Reason) -> Path:
    """Give a whole copy its dated name, which no other copy has."""
    name = f"{now.astimezone(UTC):{_STAMP}}Z-{reason}"
    for number in count(1):
        path = unfinished.with_name(name if number == 1 else f"{name}-{number}")
        if not os.path.lexists(path):
            break
    os.rename(unfinished, path)
    return path


def remove(path: Path) -> None:
    """Remove a copy: its own two files, then its folder if nothing else is in it."""
    with suppress(OSError):
        for name in (DOSSIER, HISTORY):
            (path / name).unlink(missing_ok=True)
        path.rmdir()
