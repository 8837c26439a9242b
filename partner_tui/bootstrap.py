"""The composition root: the real store, guide and clipboard, wired once."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from partner_tui import i18n, paths, settings
from partner_tui.domain.changes import Entry
from partner_tui.domain.questions import Guide
from partner_tui.domain.workspace import Workspace
from partner_tui.errors import ReadOnly
from partner_tui.guide.load import guide
from partner_tui.paths import Paths
from partner_tui.settings import Settings
from partner_tui.storage import choices, folder
from partner_tui.storage.files import exports_folder, read_file, replace_file
from partner_tui.storage.guards import saving
from partner_tui.storage.notices import asked_read_only
from partner_tui.storage.store import TinyStore
from partner_tui.workbook import Workbook, now

if TYPE_CHECKING:
    from partner_tui.storage.drafts import Drafts
    from partner_tui.storage.forget import Forgotten

COPY_FORM = "copy-form"
READING = "guide-reading"
COPIED = ("txt", "md")


UNSAVED = "unsaved"
"""The place among the drafts of what could not be written in the dossier."""


class Services(Struct):
    """What the program works with; screens receive it through their constructor."""

    paths: Paths
    settings: Settings
    today: Callable[[], date] = date.today
    book: Workbook | None = None
    """The dossier that is open."""
    read_only: bool = False
    """True when the person asked that nothing be written."""
    direct: bool = False
    """True when the dossier was named on the command line: leaving it leaves the program."""
    sought: tuple[str, str] = ("", "")
    """What was looked for last in the minutes of this dossier, and the place one went to."""

    came_from: str = ""
    """The screen that a line led away from; escape goes back to it."""
    projecting: bool = False
    """True while others see the screen: nothing private is shown."""
    seen: tuple[Workspace, Workspace] | None = None
    """The snapshot that was made fit to be seen last, and what became of it."""
    typing: Drafts | None = None
    """The drafts of the dossier that is open, once they were asked for."""
    copies: str = ""
    """The format that whole documents are copied in, once it was asked for."""

    @property
    def drafts(self) -> Drafts:
        """What keeps the text being typed in the dossier that is open."""
        if self.typing is None:
            store = self.workbook.store
            self.typing = self.drafts_of(store.path, store.told.append)
        return self.typing

    def drafts_of(self, path: Path, tell: Callable[[str], None] = lambda _sentence: None) -> Drafts:
        """Return what keeps the text being typed about a dossier, open or not."""
        from partner_tui.storage.drafts import Drafts

        return Drafts(self.paths.state / "drafts", path, tell=tell)

    @property
    def workbook(self) -> Workbook:
        """The dossier that is open; screens of a dossier exist only while there is one."""
        if self.book is None:
            raise RuntimeError("no dossier is open")
        return self.book

    @property
    def workspace(self) -> Workspace:
        """The snapshot of the dossier that is open, as it may be shown now."""
        whole = self.workbook.workspace
        if not self.projecting:
            return whole
        from partner_tui.domain.discretion import projected

        if self.seen is None or self.seen[0] is not whole:
            self.seen = (whole, projected(whole))
        return self.seen[1]

    def recent(self, limit: int) -> list[Entry]:
        """Return the last changes that may be told now, newest first."""
        entries = self.workbook.recent(limit)
        if not self.projecting:
            return entries
        from partner_tui.domain.discretion import told_in_public

        return told_in_public(self.workbook.workspace, entries)

    @property
    def guide(self) -> Guide:
        """The guide in the language of the screen."""
        return guide(i18n.current().language)

    @property
    def copy_form(self) -> str:
        """The format that whole documents are copied in: txt for a mail, md for a wiki."""
        self.copies = self.copies or choices.recall(self.paths.state, COPY_FORM)
        return self.copies if self.copies in COPIED else COPIED[0]

    def choose_copy_form(self) -> str:
        """Take the other format from now on, in the next sessions too; return it."""
        self.copies = COPIED[1 - COPIED.index(self.copy_form)]
        choices.remember(self.paths.state, COPY_FORM, self.copies)
        return self.copies

    def sign(self, name: str) -> None:
        """Sign changes with another name from now on, and in the next sessions."""
        path = self.paths.config / settings.FILE
        with saving(self.paths.config):
            self.paths.config.mkdir(mode=0o700, parents=True, exist_ok=True)
            text = read_file(path)[0].decode() if path.exists() else ""
            replace_file(path, settings.naming(text, name).encode())
        self.settings = replace(self.settings, name=name)
        if self.book is not None:
            self.book.who = self.settings.signature

    def reading(self) -> str:
        """Return where the guide was left, in an earlier session."""
        return choices.recall(self.paths.state, READING)

    def keep_reading(self, place: str) -> None:
        """Keep where the guide is left, for the next session."""
        if place != self.reading():
            choices.remember(self.paths.state, READING, place)

    def exports(self) -> Path:
        """Return the folder of copies: the dossier's, or one's own where that cannot be written."""
        own = self.paths.state / "exports"
        writable = self.book is not None and not self.book.store.read_only
        wanted = self.book.store.path / "exports" if self.book and writable else own
        try:
            exports_folder(wanted)
        except OSError:
            exports_folder(own)
            return own
        return wanted

    def store(self, path: Path) -> TinyStore:
        """Return the store of a dossier, which writes nothing when the person asked so."""
        return TinyStore(folder.find(path), read_only=self.read_only)

    def create(self, workspace: Workspace, name: str) -> Path:
        """Make a dossier among the person's own, unless they asked that nothing be written."""
        if self.read_only:
            raise ReadOnly(asked_read_only())
        return folder.create(self.paths.data, workspace, name)

    def open(self, path: Path) -> None:
        """Open a dossier; raise StoreError with one clear sentence when it cannot be."""
        self.typing, self.sought, self.came_from = None, ("", ""), ""
        self.book = Workbook(self.store(path), self.settings.signature, aside=self._put_aside)
        self.take_up()

    def _put_aside(self, entries: Sequence[Entry]) -> None:
        """Keep among the drafts what the dossier does not hold yet."""
        from partner_tui.storage.lines import line

        self.drafts.try_keep(UNSAVED, b"".join(map(line, entries)).decode())

    def take_up(self) -> None:
        """Go on with the changes that a session that is gone could not write."""
        book = self.book
        if book is None or book.store.read_only or not (self.paths.state / "drafts").is_dir():
            return
        from partner_tui.storage.lines import entry

        left = [draft for draft in self.drafts.left() if draft.place == UNSAVED]
        lines = (text.encode() for draft in reversed(left) for text in draft.text.split("\n"))
        if entries := [found for found in map(entry, lines) if found is not None]:
            book.take_up(entries)
        for draft in left:
            if not self.drafts.is_own(draft):
                self.drafts.drop(draft)

    def forget(self, key: str, typed: str, *, copies: bool = True) -> Forgotten:
        """Erase a contact for good, its name typed to confirm; nothing of it can be undone."""
        from partner_tui.domain.forgetting import without
        from partner_tui.storage.forget import forget

        store = self.workbook.store
        assert isinstance(store, TinyStore)
        done = forget(store, key, typed, who=self.workbook.who, when=now(), copies=copies)
        if done.someone is not None:
            self.drafts.rewrite(partial(without, someone=done.someone))
        self.workbook.start_over()
        return done

    def close(self) -> None:
        """Close the dossier."""
        self.book = self.typing = None


def services(language: str = "") -> Services:
    """Return the services of this person on this machine, the screen's language chosen."""
    places = paths.find_paths()
    chosen = settings.load(places.config)
    i18n.use(language or chosen.language or i18n.language_of(os.environ))
    return Services(places, chosen)


def open_demo(made: Services) -> None:
    """Make a fresh private copy of the sample dossier and open it."""
    from partner_tui import demo
    from partner_tui.storage import demos

    parent = made.paths.state / "demo"
    copy = demo.copy(parent, made.today())
    demos.hold(copy)
    with suppress(OSError):
        demos.thin(parent, copy)
    made.open(copy)
    made.direct = True
