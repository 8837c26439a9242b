"""What every store does with a verb before it writes: check, apply, compare, stamp."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.changes import Entry, RecordChange, Seen, check_seen, compare, stamped
from partner_tui.domain.disputes import disputes
from partner_tui.domain.workspace import TABLES, Change, Workspace
from partner_tui.errors import Conflict
from partner_tui.storage import sentences
from partner_tui.storage.codecs import document
from partner_tui.storage.schema import Document


class Request(Struct, frozen=True, kw_only=True):
    """A change as a session asks for it."""

    verb: str
    change: Change
    base: Workspace
    who: str
    when: str
    seen: Sequence[Seen] = ()
    undoes: int = 0


class Prepared(Struct, frozen=True, kw_only=True):
    """A change that is ready to be written."""

    workspace: Workspace
    entry: Entry
    documents: dict[str, dict[str, Document | None]]
    """Table → record → its new document, None where it goes."""


def prepare(request: Request, fresh: Workspace, revision: int) -> Prepared | None:
    """Apply a request to the present workspace; None when it changes nothing."""
    _check_seen(fresh, request.seen)
    if fresh is not request.base and not request.undoes:
        _check_disputes(request, fresh)
    try:
        changed = request.change(fresh)
    except Conflict as conflict:
        if str(conflict) not in TABLES:
            raise
        raise Conflict(sentences.built_upon(), conflict.mine, conflict.theirs) from conflict
    changes = compare(fresh, changed)
    if not changes:
        return None
    workspace = stamped(replace(changed, revision=revision), changes, request.who, request.when)
    entry = Entry(
        revision=workspace.revision,
        when=request.when,
        who=request.who,
        verb=request.verb,
        changes=changes,
        undoes=request.undoes,
    )
    return Prepared(workspace=workspace, entry=entry, documents=_documents(workspace, changes))


def _check_seen(fresh: Workspace, seen: Sequence[Seen]) -> None:
    for look in seen:
        try:
            check_seen(fresh, (look,))
        except Conflict as conflict:
            record = fresh.tables.get(look.table, {}).get(look.id)
            message = sentences.changed_meanwhile(record.by if record else "")
            raise Conflict(message, conflict.mine, conflict.theirs) from conflict


def _check_disputes(request: Request, fresh: Workspace) -> None:
    """Raise Conflict when the change would undo what someone did since the base was read."""
    found = next(disputes(request.base, fresh, request.change), None)
    if found is not None:
        raise Conflict(sentences.changed_meanwhile(found.who), found.mine, found.theirs)


def _documents(
    workspace: Workspace, changes: Sequence[RecordChange]
) -> dict[str, dict[str, Document | None]]:
    found: dict[str, dict[str, Document | None]] = {}
    for change in changes:
        record = workspace.tables[change.table].get(change.id)
        written = None if record is None else document(change.table, record)
        found.setdefault(change.table, {})[change.id] = written
    return found
