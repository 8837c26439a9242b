"""Print a document of a dossier, the catalogue's own, without the interface."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Final

from partner_tui import i18n, paths, settings
from partner_tui.documents import catalogue
from partner_tui.documents.catalogue import Options
from partner_tui.documents.formats import FORMATS
from partner_tui.domain.records import Meeting, Statement
from partner_tui.domain.workspace import Workspace
from partner_tui.errors import UsageError
from partner_tui.guide.load import guide
from partner_tui.i18n import Translator, _, translator
from partner_tui.storage.reading import read

NUMBERED: Final[dict[str, type[Meeting] | type[Statement]]] = {
    "minutes": Meeting,
    "statement": Statement,
}
"""Documents of which there are several, by number."""


def run(given: argparse.Namespace) -> int:
    """Print one document of a dossier."""
    workspace = read(given.path)[1]
    t = translator(given.lang or _language(given.document, workspace))
    if given.document == "status" and given.json:
        return _print_status_data(workspace, t)
    number = getattr(given, "number", None) or 0
    check_number(given.document, number, workspace)
    chosen = settings.load(paths.find_paths().config)
    options = Options(today=date.today(), number=number, letterhead=chosen.letterhead)
    document = catalogue.compose(given.document, workspace, guide(t.language), t, options)
    write(FORMATS[given.format](document).encode())
    return 0


def _language(name: str, workspace: Workspace) -> str:
    """Return the language of a document: the dossier's, or that of whoever wants to know."""
    return i18n.current().language if name == "status" else own_language(workspace)


def own_language(workspace: Workspace) -> str:
    """Return the language that a dossier is written in, else that of the screen."""
    language = workspace.partnership.language
    return language if language in i18n.LANGUAGES else i18n.current().language


def check_number(name: str, number: int, workspace: Workspace, *, private: bool = False) -> None:
    """Raise UsageError for a number that a document does not have, naming those it has."""
    if not number:
        return
    kind = NUMBERED.get(name)
    if kind is None:
        raise UsageError(_("--number va avec minutes ou statement"))
    shown = (record for record in workspace.alive(kind) if private or not record.private)
    known = sorted(record.number for record in shown)
    if number not in known:
        sentence = _("le numéro {n} n'existe pas, ou il est privé; ceux du dossier\u00a0: {known}")
        listed = ", ".join(map(str, known)) or _("aucun")
        raise UsageError(sentence.format(n=number, known=listed))


def _print_status_data(workspace: Workspace, t: Translator) -> int:
    import json

    from partner_tui.documents import status

    data = status.data(workspace, guide(t.language), date.today(), t)
    write(json.dumps(data, ensure_ascii=False, indent=2).encode() + b"\n")
    return 0


def write(data: bytes) -> None:
    """Write to the standard output, whatever its encoding is said to be."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def guide_check(folder: Path | None) -> int:
    """Print the mistakes of the guide; the exit status says whether there are any.

    Without a folder, of the guide that ships and of the one in the settings.
    """
    from partner_tui import resources
    from partner_tui.guide import own, own_check
    from partner_tui.guide.check import main_check

    shipped = resources.folder("content")
    if folder is not None and not _same(folder, shipped):
        told = [own_check.main_check(folder)]
    else:
        chosen = own.folder() if folder is None else None
        told = [main_check(shipped), *([own_check.main_check(chosen)] if chosen else [])]
    text = "\n\n".join(text.rstrip("\n") for _status, text in told)
    write(text.encode() + b"\n")
    return max(status for status, _text in told)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
