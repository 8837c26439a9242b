"""An earlier copy put back as one change: previewed, kept in the history, and undone like any."""

from __future__ import annotations

from msgspec.structs import replace

from partner_tui.domain.changes import Entry, RecordChange, compare, content
from partner_tui.domain.records import Record, Statement
from partner_tui.domain.workspace import TABLES, Change, Workspace, put
from partner_tui.errors import UsageError
from partner_tui.storage import notices
from partner_tui.storage.backups import Backup, Reason, backups
from partner_tui.storage.rebuild import read_backup
from partner_tui.storage.store import TinyStore

VERB = "dossier.bring_back"


def backup_named(store: TinyStore, name: str) -> Backup:
    """Return the copy that a name or its beginning means, when it means only one."""
    found = backups(store.path)
    exact = [backup for backup in found if backup.path.name == name]
    likely = exact or [backup for backup in found if name and backup.path.name.startswith(name)]
    if len(likely) != 1:
        raise UsageError(notices.no_such_backup(name))
    return likely[0]


Only = tuple[str, str] | None
"""The table and id of the one record to bring back; None for all of them."""


def preview(store: TinyStore, backup: Backup, only: Only = None) -> tuple[RecordChange, ...]:
    """Return what would change in the present dossier if a copy were put back."""
    present = store.load()
    return compare(present, bringing_back(read_backup(backup), only)(present))


def restore(
    store: TinyStore, backup: Backup, who: str, when: str, only: Only = None
) -> Entry | None:
    """Put a copy back once the present is copied; None when they say the same."""
    change = bringing_back(read_backup(backup), only)
    present = store.load()
    if not compare(present, change(present)):
        return None
    store.backup(Reason.RESTORE)
    return store.commit(VERB, change, base=present, who=who, when=when)[1]


def bringing_back(earlier: Workspace, only: Only = None) -> Change:
    """Return the verb that makes the records say what they said in an earlier dossier."""

    def change(workspace: Workspace) -> Workspace:
        if only is not None:
            table, key = only
            found, present = (each.tables.get(table, {}) for each in (earlier, workspace))
            return put(workspace, _said(_alone(found[key], present.get(key)), present.get(key)))
        tables = {
            name: {
                key: _said(record, workspace.tables.get(name, {}).get(key))
                for key, record in earlier.tables.get(name, {}).items()
            }
            for name in TABLES
        }
        return replace(workspace, tables=tables)

    return change


def _alone(record: Record, present: Record | None) -> Record:
    """Return a record that comes back alone: of a frozen version, what was frozen.

    To whom it was sent and who agreed to it since is left as it is.
    """
    if not (isinstance(record, Statement) and isinstance(present, Statement)):
        return record
    frozen = {name: getattr(record, name) for name in ("texts", "fingerprint", "erased", "sources")}
    return replace(present, **frozen)


def _said(record: Record, present: Record | None) -> Record:
    """Return the earlier record with the revision of the present one, which only goes up."""
    if present is None:
        return record
    if content(present) == content(record):
        return present
    return replace(record, revision=max(record.revision, present.revision))
