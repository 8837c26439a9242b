"""Where exported documents go, what heads them, and what is never taken over."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from partner_tui import paths
from partner_tui.documents.output import Output
from partner_tui.documents.pictures import picture_kind
from partner_tui.domain.text import clean
from partner_tui.errors import SettingsError, UsageError
from partner_tui.i18n import _
from partner_tui.storage import sentences
from partner_tui.storage.exports import make_exports, write_document

LARGEST: Final = 2_000_000
"""Bytes of a logo."""


def picture(name: str) -> bytes:
    """Return the logo of the settings; raise SettingsError when it cannot be shown."""
    if not name:
        return b""
    try:
        with open(Path(name).expanduser(), "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        sentence = _("le logo «\u00a0{path}\u00a0» des réglages ne se lit pas")
        raise SettingsError(sentence.format(path=sentences.shown(Path(name)))) from error
    if len(data) > LARGEST or not picture_kind(data):
        sentence = _(
            "le logo «\u00a0{path}\u00a0» doit être une image PNG ou JPEG de moins de 2 Mo"
        )
        raise SettingsError(sentence.format(path=sentences.shown(Path(name))))
    return data


def place(dossier: Path, target: Path | None, many: bool) -> tuple[Path, Path | None]:
    """Return the folder to write in and, for one document, the file that was named."""
    if target is None:
        return make_exports(_exports(dossier)), None
    if many or target.is_dir() or str(target).endswith(os.sep):
        return make_exports(target), None
    return target.parent, target


def _exports(dossier: Path) -> Path:
    """Return where documents go: beside the dossier, or to the person's own where one may not."""
    parent = dossier if os.access(dossier, os.W_OK) else paths.find_paths().state
    return parent / "exports"


def write(made: Sequence[Output], folder: Path, file: Path | None, *, force: bool) -> None:
    """Write every document, or none when one of them would take the place of a file."""
    targets = [(file or folder / output.name, output.data) for output in made]
    for path, _data in targets:
        if not force and os.path.lexists(path):
            raise _taken(path)
    for path, data in targets:
        if not write_document(path, data, replace=force):
            raise _taken(path)
        print(clean(str(path)))


def _taken(path: Path) -> UsageError:
    sentence = _("«\u00a0{path}\u00a0» existe déjà; --force le remplace")
    return UsageError(sentence.format(path=sentences.shown(path)))
