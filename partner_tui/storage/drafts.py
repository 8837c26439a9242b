"""Text being typed, kept in the person's own state folder until it is saved."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from partner_tui.errors import PartnerError, SaveFailed
from partner_tui.storage import sentences
from partner_tui.storage.files import private_folder, read_file, replace_file
from partner_tui.storage.processes import born, is_running

SILENCE: Final = timedelta(minutes=5)
"""After that without a sign of life, a draft of another computer is taken to be left there."""
DRAFT_SECONDS: Final = 0.6
"""How long a pause in the typing is before a text is kept."""
BEAT: Final = 60.0
"""Seconds between the signs of life that a session gives to its drafts."""
KEPT_FOR: Final = timedelta(days=90)
_LONGEST: Final = 8 << 20

Field = Callable[[str, str, str], None]
"""Keeps the text of a field and what stood there before, as forms call it."""
Save = Callable[[str, tuple[str, ...]], str | None]
"""Saves a field and returns why it could not be, as forms call it."""


class Draft(Struct, frozen=True):
    """A text that was being typed: where, by which process, when."""

    dossier: str
    place: str
    """`table/id/field`, or a name for what has no record yet."""
    text: str
    when: str
    host: str
    process: int
    born: str
    """When the process began, so that a number used again is not taken for it."""
    before: str = ""
    """What stood there when the typing began."""


_decoder = msgspec.json.Decoder(Draft)


class Drafts:
    """The drafts of one dossier, as one process sees them."""

    def __init__(
        self,
        folder: Path,
        dossier: Path,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        tell: Callable[[str], None] = lambda _sentence: None,
    ) -> None:
        """Keep drafts in a folder made private when it is first needed."""
        self._folder = folder
        self._dossier = os.path.realpath(dossier)
        self._clock = clock
        self._tell = tell
        self._host = socket.gethostname()
        self._process = os.getpid()
        self._born = born(self._process)
        self._kept: dict[str, Draft] = {}
        self._beaten = 0.0
        self._trouble = ""
        """Why a text could not be kept, said once."""

    def keep(self, place: str, text: str, before: str = "") -> None:
        """Keep a text durably; raise SaveFailed when it cannot be."""
        if place in self._kept and self._kept[place].text == text:
            return
        if not text:
            self.clear(place)
            return
        draft = self._draft(place, text, before)
        try:
            self._write(draft)
        except OSError as error:
            raise SaveFailed(sentences.save_failed(self._folder, error)) from error
        self._kept[place] = draft

    def _write(self, draft: Draft) -> None:
        private_folder(self._folder)
        replace_file(self._file(draft.place), msgspec.json.encode(draft))

    def _draft(self, place: str, text: str, before: str) -> Draft:
        return Draft(
            dossier=self._dossier,
            place=place,
            text=text.encode("utf-8", "replace").decode(),
            when=self._clock().isoformat(timespec="seconds"),
            host=self._host,
            process=self._process,
            born=self._born,
            before=before,
        )

    def try_keep(self, place: str, text: str, before: str = "") -> None:
        """Keep a text; what stands in the way is told and stops nothing."""
        try:
            self.keep(place, text, before)
            self._trouble = ""
        except PartnerError as error:
            if str(error) != self._trouble:
                self._trouble = str(error)
                self._tell(self._trouble)

    def clear(self, place: str) -> None:
        """Drop this process's draft of a place, once the text is saved or given up."""
        self._kept.pop(place, None)
        with suppress(OSError):
            self._file(place).unlink()

    def left(self) -> list[Draft]:
        """Return the drafts whose session is gone, the newest first; too old ones are dropped."""
        now = self._clock()
        found = []
        for path, draft in self._all():
            age = now - _moment(draft.when)
            if age > KEPT_FOR:
                _unlink(path)
                continue
            with suppress(OSError):
                if draft.dossier == self._dossier and self._is_left(draft, path, now):
                    found.append(draft)
        return sorted(found, key=lambda draft: draft.when, reverse=True)

    def left_at(self, place: str) -> Draft | None:
        """Return the newest draft that was left at a place."""
        return next((draft for draft in self.left() if draft.place == place), None)

    def waiting(self, place: str) -> Draft | None:
        """Return the text that waits at a place: one's own, else the newest that was left."""
        return self._kept.get(place) or self.left_at(place)

    def under(self, prefix: str) -> list[Draft]:
        """Return the texts that wait below a place, one for each: one's own, else the newest."""
        found: dict[str, Draft] = {}
        for draft in [*self._kept.values(), *self.left()]:
            if draft.place.startswith(prefix):
                found.setdefault(draft.place, draft)
        return sorted(found.values(), key=lambda draft: draft.when, reverse=True)

    def take(self, draft: Draft) -> None:
        """Make a draft that was left one's own, so that no moment is without it."""
        if self.is_own(draft):
            self._kept[draft.place] = draft
        else:
            self.try_keep(draft.place, draft.text, draft.before)
            self.drop(draft)

    def is_own(self, draft: Draft) -> bool:
        """Tell whether this very process left a draft, while the dossier was open before."""
        return draft.host == self._host and (draft.process, draft.born) == (
            self._process,
            self._born,
        )

    def drop(self, draft: Draft) -> None:
        """Remove a draft that was taken back or refused."""
        if self.is_own(draft):
            self.clear(draft.place)
            return
        for path, found in self._all():
            if found == draft:
                _unlink(path)

    def rewrite(self, words: Callable[[str], str]) -> None:
        """Give every draft of the dossier other words, those of other sessions too."""
        for path, draft in self._all():
            if draft.dossier == self._dossier:
                now = replace(draft, text=words(draft.text), before=words(draft.before))
                if now != draft:
                    with suppress(OSError):
                        replace_file(path, msgspec.json.encode(now))
                if draft.place in self._kept and self.is_own(draft):
                    self._kept[draft.place] = now

    def beat(self) -> None:
        """Show the other computers that the drafts of this process are still being typed."""
        now = time.monotonic()
        if not self._kept or now - self._beaten < BEAT:
            return
        self._beaten = now
        for place, draft in self._kept.items():
            with suppress(OSError):
                try:
                    os.utime(self._file(place))
                except FileNotFoundError:
                    self._write(draft)

    def field(self, record: str) -> Field:
        """Return what keeps the fields of a record while a form is typed in; it never raises."""

        def keep(name: str, text: str, before: str) -> None:
            self.try_keep(f"{record}/{name}", text, before)

        return keep

    def saving(self, record: str, save: Save) -> Save:
        """Return a form's saving that also drops the draft of what was saved."""

        def saved(name: str, strings: tuple[str, ...]) -> str | None:
            why = save(name, strings)
            if why is None:
                self.clear(f"{record}/{name}")
            return why

        return saved

    def _is_left(self, draft: Draft, path: Path, now: datetime) -> bool:
        if self.is_own(draft):
            return draft.place not in self._kept
        if draft.host != self._host:
            return abs(now - datetime.fromtimestamp(path.stat().st_mtime, UTC)) > SILENCE
        return not is_running(draft.process, draft.born)

    def _file(self, place: str) -> Path:
        key = "\0".join((self._dossier, place, self._host, str(self._process), self._born))
        import hashlib  # here, not on the way to the first screen

        return self._folder / f"{hashlib.sha256(os.fsencode(key)).hexdigest()[:32]}.json"

    def _all(self) -> Iterator[tuple[Path, Draft]]:
        """Yield every draft that can be read; what cannot is left alone."""
        for path in sorted(self._folder.glob("*.json")):
            with suppress(OSError, ValueError, RecursionError):
                if path.lstat().st_size <= _LONGEST:
                    yield path, _decoder.decode(read_file(path)[0])


def _moment(when: str) -> datetime:
    try:
        found = datetime.fromisoformat(when)
    except ValueError:
        return datetime.now(UTC)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _unlink(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
