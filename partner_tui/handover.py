"""Hand over without the screen: everything a role holds goes to another, and one page says so."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from partner_tui import i18n, paths, settings
from partner_tui.documents.catalogue import Options
from partner_tui.documents.formats import FORMATS
from partner_tui.documents.handover import compose
from partner_tui.documents.voice import Voice
from partner_tui.domain.handing import handing, held
from partner_tui.domain.owners import find
from partner_tui.domain.records import Contact
from partner_tui.domain.workspace import Workspace
from partner_tui.errors import UsageError
from partner_tui.guide.load import guide
from partner_tui.i18n import _, ngettext, translator
from partner_tui.storage.store import TinyStore
from partner_tui.workbook import Workbook


def fill(parser: argparse.ArgumentParser) -> None:
    """Give the parser of the command its arguments."""
    parser.description = _(
        "Passer d'un rôle à un autre les suivis ouverts, les risques, les messages, les fonctions "
        "et les rencontres à animer, en un seul changement; la fiche de passation s'imprime."
    )
    parser.add_argument("path", type=Path, metavar=_("CHEMIN"),
                        help=_("un dossier, ou son fichier partnership.json"))  # fmt: skip
    parser.add_argument("--from", dest="source", required=True, metavar=_("RÔLE"),
                        help=_("le rôle de la personne qui part"))  # fmt: skip
    parser.add_argument("--to", dest="target", required=True, metavar=_("RÔLE"),
                        help=_("le rôle de la personne qui prend la suite"))  # fmt: skip
    parser.add_argument("--dry-run", action="store_true",
                        help=_("montrer la fiche sans rien changer"))  # fmt: skip
    parser.add_argument("--lang", choices=i18n.LANGUAGES, default="",
                        help=_("langue des textes et des documents"))  # fmt: skip
    parser.add_argument("--format", choices=[*FORMATS], default="txt",
                        help=_("Markdown ou texte simple"))  # fmt: skip


def run(given: argparse.Namespace) -> int:
    """Hand over, print the page and return the exit status."""
    store, today = TinyStore(given.path, read_only=given.dry_run), date.today()
    book = Workbook(store, settings.load(paths.find_paths().config).signature)
    before = book.workspace
    source = contact(before, given.source, date.min)
    target = contact(before, given.target, today)
    if source == target:
        raise UsageError(_("--from et --to désignent la même personne"))
    t = translator(given.lang or _own_language(before))
    page = compose(before, source, target, guide(t.language), t, Options(today=today))
    if not given.dry_run:
        book.apply("contacts.handover", handing(source, target, today))
    _print(FORMATS[given.format](page))
    count = len(held(before, source, today))
    said = ngettext("{n} chose passe", "{n} choses passent", count)
    pair = f"{_name(before, source)} → {_name(before, target)}"
    done = _("Rien n'a été changé.") if given.dry_run else _("C'est enregistré.")
    print(f"{i18n.current().colon(said)} {pair}. {done}", file=sys.stderr)
    return 0


def contact(workspace: Workspace, said: str, day: date) -> str:
    """Return the contact that words name; raise UsageError when none or several do."""
    typed = [word for word in said.split() if word != "·"]
    found = find(typed, workspace, day)
    if found.owner and found.words == len(typed):
        return found.owner
    keys = found.contacts if found.words == len(typed) else ()
    known = [c.id for c in workspace.alive(Contact) if not (c.until and c.until < day)]
    names = "; ".join(_name(workspace, key) for key in keys or known) or _("aucun")
    if keys:
        sentence = _("«\u00a0{words}\u00a0» peut être\u00a0: {names}")
    else:
        sentence = _("personne n'a le rôle «\u00a0{words}\u00a0»; ceux du dossier\u00a0: {names}")
    raise UsageError(sentence.format(words=said, names=names))


def _name(workspace: Workspace, key: str) -> str:
    return Voice(workspace, i18n.current()).contact(key)


def _own_language(workspace: Workspace) -> str:
    language = workspace.partnership.language
    return language if language in i18n.LANGUAGES else i18n.current().language


def _print(text: str) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write((text.rstrip("\n") + "\n").encode())
    sys.stdout.flush()
