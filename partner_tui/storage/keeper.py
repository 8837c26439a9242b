"""The copies that a session makes by itself, before its first commit of a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from partner_tui.storage import notices
from partner_tui.storage.backups import Reason, due, make, thin


class Keeper:
    """Makes copies for one session; a copy that fails is told and stops nothing."""

    def __init__(
        self, folder: Path, tell: Callable[[str], None], clock: Callable[[], datetime]
    ) -> None:
        self._folder = folder
        self._tell = tell
        self._clock = clock
        self._day: date | None = None

    def before_commit(self, migrating: bool) -> None:
        """Copy the dossier if this is the first commit of the day or changes the schema."""
        now = self._clock()
        if now.date() == self._day and not migrating:
            return
        self._day = now.date()
        try:
            if migrating or due(self._folder, now):
                make(self._folder, Reason.MIGRATION if migrating else Reason.DAY, now)
                thin(self._folder)
        except OSError as error:
            self._tell(notices.backup_failed(self._folder, error))
