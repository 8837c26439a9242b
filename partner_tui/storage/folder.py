"""The folders that dossiers live in: made, found, listed, renamed."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from partner_tui.domain.workspace import Workspace
from partner_tui.errors import NotADossier, SaveFailed, StoreError
from partner_tui.storage import sentences
from partner_tui.storage.atomic import render
from partner_tui.storage.codecs import encode
from partner_tui.storage.files import private_folder, replace_file, sync_folder
from partner_tui.storage.schema import DOSSIER, Raw

_PRIVATE_FOLDER = 0o700
_FALLBACK = "dossier"


def create(parent: Path, workspace: Workspace, slug: str) -> Path:
    """Make a private dossier in a folder of its own and return that folder."""
    return create_from(parent, encode(workspace), slug)


def create_from(parent: Path, tables: Raw, slug: str) -> Path:
    """Make a private dossier of tables that are as the disk holds them already."""
    data = render(tables)
    try:
        private_folder(parent)
        folder = _new_folder(parent, slug)
        try:
            replace_file(folder / DOSSIER, data)
            sync_folder(parent)
        except BaseException:
            _remove(folder)
            raise
    except OSError as error:
        raise SaveFailed(sentences.save_failed(parent, error)) from error
    return folder


def find(path: Path) -> Path:
    """Return the folder of the dossier that a path names: a folder, or the file in it."""
    path = Path(os.path.abspath(path))
    try:
        status = os.stat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise NotADossier(sentences.missing(path)) from error
    except OSError as error:
        raise StoreError(sentences.unreadable(path, error)) from error
    if not stat.S_ISDIR(status.st_mode) and path.name != DOSSIER:
        raise NotADossier(sentences.not_a_dossier(path))
    folder = path if stat.S_ISDIR(status.st_mode) else path.parent
    _check_file(folder / DOSSIER)
    return folder


def dossiers(data: Path) -> list[Path]:
    """Return the folders of the dossiers in a data folder, sorted by name."""
    try:
        inside = sorted(data.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StoreError(sentences.unreadable(data, error)) from error
    return [folder for folder in inside if _is_dossier(folder)]


def rename(folder: Path, slug: str) -> Path:
    """Give a dossier's folder another name beside the old one and return it."""
    try:
        for name in _names(slug):
            target = folder.with_name(name)
            if target == folder or not os.path.lexists(target):
                os.rename(folder, target)
                sync_folder(target.parent)
                break
    except OSError as error:
        raise SaveFailed(sentences.save_failed(folder, error)) from error
    return target


def _check_file(file: Path) -> None:
    """Raise when the data file is missing, leads out of its folder or is no ordinary file."""
    try:
        status = os.stat(file)
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not file.is_symlink():
            raise NotADossier(sentences.not_a_dossier(file.parent)) from error
        raise StoreError(sentences.unreadable(file, error)) from error
    if os.path.dirname(os.path.realpath(file)) != os.path.realpath(file.parent):
        raise NotADossier(sentences.leads_out(file))
    if not stat.S_ISREG(status.st_mode):
        raise NotADossier(sentences.not_regular(file))


def _is_dossier(folder: Path) -> bool:
    if folder.name.startswith("."):
        return False
    with suppress(OSError):
        return stat.S_ISREG(os.stat(folder / DOSSIER).st_mode)
    return False


def _names(slug: str) -> Iterator[str]:
    """Yield the name, then the name with a number, without anything that leaves the folder."""
    name = re.sub(r"[^\w-]+", "-", slug).strip("-_")[:60] or _FALLBACK
    yield name
    for number in count(2):
        yield f"{name}-{number}"


def _new_folder(parent: Path, slug: str) -> Path:
    for name in _names(slug):
        folder = parent / name
        with suppress(FileExistsError):
            os.mkdir(folder, _PRIVATE_FOLDER)
            os.chmod(folder, _PRIVATE_FOLDER)
            break
    return folder


def _remove(folder: Path) -> None:
    with suppress(OSError):
        (folder / DOSSIER).unlink(missing_ok=True)
        folder.rmdir()
