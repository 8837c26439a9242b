"""A text in the person's own editor, while the program waits."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from partner_tui.domain.text import clean
from partner_tui.errors import PartnerError
from partner_tui.i18n import _
from partner_tui.storage.files import private_folder

USUAL = ("sensible-editor", "nano", "vi")
"""What is tried when neither VISUAL nor EDITOR says."""


class OutsideError(PartnerError):
    """The person's editor could not be used; the text is as it was."""


def editor_command(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the words of the person's editor; raise OutsideError when there is none."""
    said = environment.get("VISUAL") or environment.get("EDITOR") or ""
    try:
        command = shlex.split(said)
    except ValueError:
        command = [said]
    if not command:
        command = next(([name] for name in USUAL if shutil.which(name)), [])
    if not command or shutil.which(command[0]) is None:
        name = command[0] if command else "EDITOR"
        raise OutsideError(_("L'éditeur {name} est introuvable.").format(name=name))
    return command


@contextmanager
def edited_outside(app: App[Any], text: str, folder: Path) -> Iterator[str]:
    """Give the text as the editor left it; its file goes once the block has kept it."""
    command = editor_command()
    path = _private_file(folder, text)
    failed = _run(app, [*command, str(path)])
    app.screen.refresh(repaint=True, layout=True)
    if failed:
        path.unlink(missing_ok=True)
        raise OutsideError(failed)
    yield clean(path.read_text("utf-8", errors="replace")).rstrip("\n")
    path.unlink(missing_ok=True)


def _private_file(folder: Path, text: str) -> Path:
    """Write a text where only this person can read it."""
    private_folder(folder)
    path = folder / f"{uuid.uuid4().hex}.txt"
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def _run(app: App[Any], command: list[str]) -> str:
    """Run the editor on the terminal; return what went wrong, or nothing."""
    try:
        with app.suspend():
            try:
                code = subprocess.run(command, check=False).returncode
            except OSError as error:
                return _("L'éditeur n'a pas pu s'ouvrir\u00a0: {why}").format(why=error.strerror)
    except SuspendNotSupported:
        return _("Ce terminal ne permet pas d'ouvrir un autre éditeur.")
    return _("L'éditeur a signalé une erreur; le texte est inchangé.") if code else ""
