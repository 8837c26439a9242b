"""Write documents of a dossier into files, or one of them to the standard output."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Final

from partner_tui import i18n, paths, settings
from partner_tui.documents.catalogue import Options
from partner_tui.documents.formats import WRITERS
from partner_tui.documents.output import ENDINGS, NAMES, Output, endings, outputs, title_of
from partner_tui.domain.workspace import Workspace
from partner_tui.errors import UsageError
from partner_tui.export_files import picture, place, write
from partner_tui.guide.load import guide
from partner_tui.i18n import _, translator
from partner_tui.printing import check_number, own_language
from partner_tui.printing import write as to_stdout
from partner_tui.storage.reading import read

ALL: Final = "all"
STDOUT: Final = "-"
SLOW: Final = 1.0
"""Seconds after which progress is shown."""


def fill(parser: argparse.ArgumentParser) -> None:
    """Give the parser of the command its arguments."""
    titles = "\n".join(f"  {name:<12}{title_of(name, i18n.current())}" for name in NAMES)
    parser.epilog = _("Documents\u00a0:") + "\n" + titles
    parser.add_argument("path", type=Path, metavar=_("CHEMIN"),
                        help=_("un dossier, ou son fichier partnership.json"))  # fmt: skip
    parser.add_argument("document", choices=(*NAMES, ALL), metavar=_("DOCUMENT"),
                        help=_("un document de la liste plus bas, ou all pour tous"))  # fmt: skip
    parser.add_argument("--format", choices=ENDINGS, action="append", default=[],
                        help=_("un format, ou plusieurs en répétant l'option"))  # fmt: skip
    parser.add_argument("--lang", choices=i18n.LANGUAGES, action="append", default=[],
                        help=_("une langue, ou les deux en répétant l'option"))  # fmt: skip
    parser.add_argument("--number", type=int, default=0, metavar="N",
                        help=_("le numéro du compte rendu ou de la version"))  # fmt: skip
    parser.add_argument("--output", default="", metavar=_("FICHIER"),
                        help=_("un fichier, un dossier, ou - pour la sortie standard"))  # fmt: skip
    parser.add_argument("--with-private", action="store_true",
                        help=_("laisser entrer ce qui est marqué privé"))  # fmt: skip
    parser.add_argument("--force", action="store_true",
                        help=_("remplacer un fichier qui existe déjà"))  # fmt: skip
    parser.add_argument("--everything", action="store_true",
                        help=_("tout le dossier dans un fichier zip, sans DOCUMENT"))  # fmt: skip


def run(given: argparse.Namespace) -> int:
    """Write what was asked for and return the exit status."""
    dossier, workspace = read(given.path)
    check_number(given.document, given.number, workspace, private=given.with_private)
    names = NAMES if given.document == ALL else (given.document,)
    languages = tuple(dict.fromkeys(given.lang)) or (own_language(workspace),)
    formats = _formats(given)
    if given.output == STDOUT:
        to_stdout(_only(given, workspace, names, languages, formats).data)
        return 0
    target = Path(given.output) if given.output else None
    many = given.document == ALL or len(formats) * len(languages) > 1
    folder, file = place(dossier, target, many)
    made = list(_told(_produced(given, workspace, names, languages, formats)))
    write(made, folder, file, force=given.force)
    return 0


def _formats(given: argparse.Namespace) -> tuple[str, ...]:
    """Return the formats asked for, else the one a file's name says, else text or all of them."""
    if given.document == ALL:
        return tuple(dict.fromkeys(given.format)) or ENDINGS
    possible = endings(given.document)
    named = Path(given.output).suffix.removeprefix(".").lower()
    wanted = tuple(dict.fromkeys(given.format)) or ((named,) if named in ENDINGS else ())
    for ending in wanted:
        if ending not in possible:
            sentence = _("ce document ne s'écrit pas en {format}; au choix\u00a0: {known}")
            raise UsageError(sentence.format(format=ending, known=", ".join(possible)))
    return wanted or possible[:1]


def _produced(
    given: argparse.Namespace,
    workspace: Workspace,
    names: tuple[str, ...],
    languages: tuple[str, ...],
    formats: tuple[str, ...],
) -> Iterator[Output]:
    chosen = settings.load(paths.find_paths().config)
    options = Options(
        today=date.today(),
        private=given.with_private,
        number=given.number,
        letterhead=chosen.letterhead,
        logo=picture(chosen.logo),
    )
    for language in languages:
        t = translator(language)
        for name in names:
            yield from outputs(name, formats, workspace, guide(language), t, options)


def _told(
    made: Iterator[Output], say: Callable[[str], object] = sys.stderr.write
) -> Iterator[Output]:
    """Pass documents on; once it takes more than a second, say on a terminal which one is done."""
    started, shown = monotonic(), False
    for count, output in enumerate(made, 1):
        if sys.stderr.isatty() and monotonic() - started > SLOW:
            shown = True
            say(f"\r\x1b[K{count}  {output.name}")
        yield output
    if shown:
        say("\r\x1b[K")


def _only(
    given: argparse.Namespace,
    workspace: Workspace,
    names: tuple[str, ...],
    languages: tuple[str, ...],
    formats: tuple[str, ...],
) -> Output:
    """Return the one document that can go to the standard output."""
    if len(names) * len(languages) * len(formats) > 1:
        raise UsageError(_("la sortie standard ne reçoit qu'un document à la fois"))
    found = WRITERS.get(formats[0])
    if found and found.binary and sys.stdout.isatty():
        raise UsageError(_("ce format ne se lit pas dans un terminal; nommez un fichier"))
    return next(_produced(given, workspace, names, languages, formats))
