"""What is wrong with a dossier: its file, its history, its links, its values."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from partner_tui.domain.records import Statement
from partner_tui.domain.references import Link, dangling
from partner_tui.domain.sealing import is_whole
from partner_tui.domain.soundness import Flaw, oddities
from partner_tui.domain.workspace import Workspace
from partner_tui.errors import StoreError
from partner_tui.i18n import LANGUAGES
from partner_tui.storage.backups import backups, unfinished
from partner_tui.storage.files import leftovers, read_file
from partner_tui.storage.guards import reading
from partner_tui.storage.history import History
from partner_tui.storage.lines import entry
from partner_tui.storage.rebuild import is_broken, read_backup
from partner_tui.storage.schema import DOSSIER, HISTORY
from partner_tui.storage.store import TinyStore


class Fault(StrEnum):
    """What can be wrong."""

    BROKEN = "broken"
    KEY_TWICE = "key-twice"
    LINE_UNREADABLE = "line-unreadable"
    LINE_ORDER = "line-order"
    TAIL = "tail"
    HISTORY_AHEAD = "history-ahead"
    HISTORY_BEHIND = "history-behind"
    LEFTOVER = "leftover"
    LINK = "link"
    VALUE = "value"


MENDED = frozenset({Fault.BROKEN, Fault.TAIL, Fault.LEFTOVER})
"""What can be mended without losing anything."""


class Finding(Struct, frozen=True):
    """One thing that is wrong: what, and where."""

    fault: Fault
    place: str
    """A file, a line, or `table/id › field`."""
    detail: str = ""
    copy: str = ""
    """The newest copy that still has it whole, for a frozen text that was touched."""


def verify(folder: Path) -> list[Finding]:
    """Return everything that is wrong with a dossier; reading it changes nothing."""
    found = [Finding(Fault.LEFTOVER, path.name) for path in _leftovers(folder)]
    if sentence := is_broken(folder):
        return [Finding(Fault.BROKEN, DOSSIER, sentence), *found]
    workspace = TinyStore(folder, read_only=True).load()
    found += [Finding(Fault.KEY_TWICE, place) for place in _keys_twice(folder / DOSSIER)]
    found += _history(folder, workspace.revision)
    found += [Finding(Fault.LINK, place_of(link), link.target) for link in dangling(workspace)]
    return found + list(_values(folder, workspace))


def place_of(link: Link) -> str:
    """Return where a link stands."""
    return f"{link.table}/{link.id} › {link.field}"


def _leftovers(folder: Path) -> list[Path]:
    names = (folder / DOSSIER, folder / HISTORY)
    return [*(path for name in names for path in leftovers(name)), *unfinished(folder)]


def _values(folder: Path, workspace: Workspace) -> Iterator[Finding]:
    for odd in oddities(workspace, LANGUAGES):
        copy = _copy_with(folder, odd.id) if odd.flaw is Flaw.SEAL else ""
        yield Finding(Fault.VALUE, f"{odd.table}/{odd.id} › {odd.field}", odd.flaw, copy)


def _copy_with(folder: Path, key: str) -> str:
    """Return the name of the newest copy where a frozen version is whole, or nothing."""
    for backup in backups(folder):
        with suppress(StoreError):
            version = read_backup(backup).find(Statement, key)
            if version is not None and is_whole(version):
                return backup.path.name
    return ""


def _keys_twice(file: Path) -> list[str]:
    """Return the keys that stand twice in one object, where a reader sees only the last."""
    twice: list[str] = []

    def checked(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = Counter(key for key, _value in pairs)
            where = str(found.get("id", ""))
            twice.extend(" › ".join(filter(None, (where, k))) for k, n in names.items() if n > 1)
        return found

    with reading(file):
        json.loads(read_file(file)[0], object_pairs_hook=checked)
    return twice


def _history(folder: Path, revision: int) -> Iterator[Finding]:
    history = History(folder / HISTORY)
    try:
        with reading(history.path):
            data = read_file(history.path)[0] if history.size() else b""
            end = history.standing(revision).end
    except StoreError as error:
        yield Finding(Fault.LINE_UNREADABLE, HISTORY, str(error))
        return
    if end < len(data):
        yield Finding(Fault.TAIL, HISTORY)
    last = yield from _lines(data[:end])
    if last > revision:
        yield Finding(Fault.HISTORY_AHEAD, HISTORY, str(last))
    elif last < revision:
        yield Finding(Fault.HISTORY_BEHIND, HISTORY, str(last))


def _lines(data: bytes) -> Generator[Finding, None, int]:
    """Check each line; the value of the generator is the last revision."""
    last = 0
    for number, text in enumerate(data.split(b"\n")[:-1], start=1):
        found = entry(text)
        if found is None:
            yield Finding(Fault.LINE_UNREADABLE, f"{HISTORY} › {number}")
            continue
        if found.revision <= last or (last and found.revision > last + 1):
            yield Finding(Fault.LINE_ORDER, f"{HISTORY} › {number}", str(found.revision))
        last = max(last, found.revision)
    return last
