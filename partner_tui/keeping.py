"""The commands that look after a dossier: history, backup, restore, verify, schema, export."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from partner_tui import i18n, keeping_words, paths, settings
from partner_tui.documents import history_told
from partner_tui.domain.changes import RecordChange
from partner_tui.domain.text import clean
from partner_tui.domain.workspace import Workspace
from partner_tui.errors import UsageError
from partner_tui.guide.load import guide
from partner_tui.i18n import _
from partner_tui.storage import folder
from partner_tui.storage.backups import backups
from partner_tui.storage.mend import mend
from partner_tui.storage.notices import asked_read_only
from partner_tui.storage.rebuild import is_broken, read_backup, rebuild
from partner_tui.storage.restore import backup_named, preview, restore
from partner_tui.storage.schema import DOSSIER
from partner_tui.storage.store import TinyStore
from partner_tui.storage.verify import verify
from partner_tui.workbook import now

NAMES_SHOWN = 12
FOUND_WRONG = 1
"""Exit status when something is wrong with a dossier."""


def fill(name: str, parser: argparse.ArgumentParser) -> None:
    """Give the parser of a command its arguments."""
    parser.set_defaults(keep=_COMMANDS[name])
    parser.add_argument("--lang", choices=i18n.LANGUAGES, default="", help=_("langue de l'écran"))
    if name == "schema":
        return
    parser.add_argument("path", type=Path, metavar=_("CHEMIN"),
                        help=_("un dossier, ou son fichier partnership.json"))  # fmt: skip
    match name:
        case "history":
            parser.add_argument("--record", default="", metavar="R3",
                                help=_("une seule fiche, par son numéro"))  # fmt: skip
            parser.add_argument("--limit", type=int, default=20, metavar="N",
                                help=_("au plus N changements"))  # fmt: skip
        case "restore":
            parser.add_argument("backup", nargs="?", default="", metavar=_("COPIE"),
                                help=_("une copie; sans elle, on les voit toutes"))  # fmt: skip
            parser.add_argument("--record", default="", metavar="R3",
                                help=_("une seule fiche, par son numéro"))  # fmt: skip
            parser.add_argument("--yes", action="store_true",
                                help=_("le faire, et non seulement le montrer"))  # fmt: skip
        case "verify":
            parser.add_argument("--mend", action="store_true",
                                help=_("réparer ce qui peut l'être sans rien perdre"))  # fmt: skip
            parser.add_argument("--links", action="store_true",
                                help=_("retirer les liens qui ne mènent nulle part"))  # fmt: skip
        case "export":
            parser.add_argument("--everything", action="store_true", required=True)
            parser.add_argument("--with-private", "--private", dest="private", action="store_true")
            parser.add_argument("--output", type=Path, metavar=_("FICHIER"))
    if name != "history":
        parser.add_argument("--read-only", action="store_true", help=_("ne rien enregistrer"))


def run(given: argparse.Namespace) -> int:
    """Run a command and return the exit status."""
    command: Callable[[argparse.Namespace], int] = given.keep
    return command(given)


def say(lines: Iterable[str]) -> None:
    """Print lines in UTF-8, without anything a terminal could obey."""
    text = "".join(clean(line) + "\n" for line in lines)
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()


def _who() -> str:
    return settings.load(paths.find_paths().config).signature


def _history(given: argparse.Namespace) -> int:
    store = TinyStore(given.path, read_only=True)
    workspace, t = store.load(), i18n.current()
    only = history_told.found(given.record, workspace, t) if given.record else None
    if given.record and only is None:
        raise UsageError(keeping_words.no_such_record(given.record))
    entries = islice(
        (e for e in store.history() if history_told.concerns(e, only)), max(0, given.limit)
    )
    told = False
    for entry in entries:
        told = True
        say(history_told.lines(entry, workspace, guide(t.language), t, only))
    if not told:
        say([keeping_words.no_history()])
    return 0


def _backup(given: argparse.Namespace) -> int:
    copy = TinyStore(given.path, read_only=given.read_only).backup()
    say([keeping_words.copied(copy.path)])
    return 0


def _restore(given: argparse.Namespace) -> int:
    place = _place(given.path)
    if not given.backup:
        say(keeping_words.copies(backups(place)))
        return 0
    if is_broken(place):
        return _rebuild_first(place, given)
    store = TinyStore(place, read_only=given.read_only)
    copy = backup_named(store, given.backup)
    only = _only(given.record, read_backup(copy)) if given.record else None
    changes = preview(store, copy, only)
    say(_changes_told(store, changes))
    if changes and given.yes:
        entry = restore(store, copy, _who(), now(), only)
        say([keeping_words.restored(copy, entry)])
    elif changes:
        say([keeping_words.say_yes()])
    return 0


def _only(reference: str, earlier: Workspace) -> tuple[str, str]:
    """Return the table and id of the one record to bring back from a copy that has it."""
    found = history_told.found(reference, earlier, i18n.current())
    if found is None or found[1] not in earlier.tables.get(found[0], {}):
        raise UsageError(keeping_words.no_such_record(reference))
    return found


def _rebuild_first(place: Path, given: argparse.Namespace) -> int:
    """Rebuild a file that cannot be read, which loses less than any copy."""
    say([is_broken(place)])
    if not given.yes:
        say([keeping_words.rebuild_with_yes()])
        return FOUND_WRONG
    _refuse_reading_only(given)
    say([keeping_words.rebuilt(rebuild(place)), keeping_words.ask_again(given.backup)])
    return 0


def _refuse_reading_only(given: argparse.Namespace) -> None:
    if given.read_only:
        raise UsageError(asked_read_only())


def _place(path: Path) -> Path:
    """Return the folder of a dossier, also of one whose data file is lost but not its copies."""
    with suppress(OSError, ValueError):
        if not os.path.lexists(path / DOSSIER) and backups(path):
            return path
    return folder.find(path)


def _changes_told(store: TinyStore, changes: Sequence[RecordChange]) -> Iterator[str]:
    """Yield how many records of each table would change, and their names."""
    workspace, t = store.load(), i18n.current()
    counts = Counter((change.table, keeping_words.kind_of(change)) for change in changes)
    if not counts:
        yield keeping_words.nothing_changes()
    for (table, kind), count in counts.items():
        yield keeping_words.count_told(table, kind, count)
        same = [c for c in changes if (c.table, keeping_words.kind_of(c)) == (table, kind)]
        for change in same[:NAMES_SHOWN]:
            yield "  " + history_told.name_of(change, workspace, guide(t.language), t)
        if count > NAMES_SHOWN:
            yield "  …"


def _verify(given: argparse.Namespace) -> int:
    place = _place(given.path)
    if given.mend or given.links:
        _refuse_reading_only(given)
        done = mend(place, links=given.links, who=_who(), when=now())
        say(keeping_words.mended(done))
    found = verify(place)
    for each in found:
        say([keeping_words.finding(each), *keeping_words.remedy(each, given.path)])
    say([keeping_words.verdict(found)])
    return FOUND_WRONG if found else 0


def _schema(given: argparse.Namespace) -> int:
    from partner_tui.storage.json_schema import schema

    sys.stdout.write(json.dumps(schema(), ensure_ascii=True, indent=2) + "\n")
    return 0


def _export(given: argparse.Namespace) -> int:
    from partner_tui import bundle

    path, left_out = bundle.write(
        given.path, given.output, private=given.private, beside=not given.read_only
    )
    say(keeping_words.exported(path, left_out))
    return 0


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "history": _history,
    "backup": _backup,
    "restore": _restore,
    "verify": _verify,
    "schema": _schema,
    "export": _export,
}
