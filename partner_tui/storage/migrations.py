"""How a file of an earlier schema becomes one of today: numbered functions on the raw data."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from partner_tui.storage.schema import META, META_ID, Raw

Migration = Callable[[Raw], None]
"""Changes the raw data in place, from the schema of its place in the list to the next."""

MIGRATIONS: Sequence[Migration] = ()
"""The first one turns schema 1 into schema 2."""


def migrate(raw: Raw, migrations: Sequence[Migration] = MIGRATIONS) -> bool:
    """Bring raw data to the newest schema and tell whether anything was applied."""
    head = raw[META][META_ID]
    found = head["schema"]
    for number, migration in enumerate(migrations, start=1):
        if number >= found:
            migration(raw)
            head["schema"] = number + 1
    return bool(head["schema"] != found)
