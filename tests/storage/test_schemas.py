"""Files of every schema that ever was open today, with everything they held."""

from __future__ import annotations

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from storage_kit import commit

from partner_tui import demo
from partner_tui.domain.changes import Entry, RecordChange, content
from partner_tui.domain.records import Answer, Note, Risk, Topic
from partner_tui.domain.values import AnswerState, NoteKind
from partner_tui.domain.workspace import TABLES, editing
from partner_tui.storage.backups import backups
from partner_tui.storage.lines import line
from partner_tui.storage.rebuild import rebuild
from partner_tui.storage.schema import SCHEMA_VERSION
from partner_tui.storage.store import TinyStore
from partner_tui.storage.verify import verify

DATA = Path(__file__).parents[1] / "data"
SCHEMAS = range(1, SCHEMA_VERSION + 1)


@pytest.fixture(params=SCHEMAS)
def past(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A dossier that a program of that schema wrote; its file is never written again."""
    return Path(shutil.copytree(DATA / f"schema-{request.param}", tmp_path / "past"))


def test_a_file_of_a_past_schema_opens_whole(past: Path) -> None:
    raw = json.loads((past / "partnership.json").read_bytes())
    workspace = TinyStore(past).load()
    assert verify(past) == []
    kept = {record.id for table in workspace.tables.values() for record in table.values()}
    assert kept == {
        row["id"] for table in TABLES.keys() & raw.keys() for row in raw[table].values()
    }
    assert workspace.revision == raw["meta"]["1"]["revision"]
    assert len(TinyStore(past).recent(99)) == len((past / "history.jsonl").read_text().splitlines())


def test_a_file_of_a_past_schema_is_written_in_todays(past: Path) -> None:
    workspace = commit(TinyStore(past), editing(Risk, "r1", trigger="Gel"))
    raw = json.loads((past / "partnership.json").read_bytes())
    assert raw["meta"]["1"] == {"schema": SCHEMA_VERSION, "revision": workspace.revision}
    assert TinyStore(past).load() == workspace


def test_a_file_gone_bad_before_its_migration_is_rebuilt_in_todays(past: Path) -> None:
    store = TinyStore(past)
    before = store.load()
    store.backup()
    note = Note(id="n-old", meeting="m1", kind=NoteKind.TOPIC, text="Un vieux sujet")
    change = RecordChange(table="notes", id=note.id, before=None, after=content(note))
    entry = Entry(revision=before.revision + 1, when="", who="", verb="add", changes=(change,))
    with open(past / "history.jsonl", "ab") as file:
        file.write(line(entry))
    (past / "partnership.json").write_text("")
    found = rebuild(past)
    assert (found.changes, found.whole) == (1, True)
    after = TinyStore(past).load()
    assert after.revision == before.revision + 1 and verify(past) == []
    moved = SCHEMA_VERSION > 1 and past_schema(past) == 1
    assert ("n-old" in after.table(Topic)) == moved


def past_schema(past: Path) -> int:
    """Return the schema of the copy in a dossier."""
    copy = backups(past)[-1].file
    found: int = json.loads(copy.read_bytes())["meta"]["1"]["schema"]
    return found


def test_the_newest_schema_has_a_file_kept_for_those_to_come(tmp_path: Path) -> None:
    """UPDATE=1 writes it again, which is right until that schema is released."""
    if os.environ.get("UPDATE"):
        keep_a_file_of_today(tmp_path)
    kept = json.loads((DATA / f"schema-{SCHEMA_VERSION}" / "partnership.json").read_bytes())
    assert kept["meta"]["1"]["schema"] == SCHEMA_VERSION
    assert all(kept[table] for table in TABLES.keys() & kept.keys() - {"items"})


def keep_a_file_of_today(work: Path) -> None:
    """Write the sample dossier and its last changes as this program does."""
    made = demo.copy(work, date(2026, 11, 22))
    store = TinyStore(made)
    commit(store, editing(Risk, "r1", impact=5, trigger="La relève n'est pas nommée"))
    commit(store, editing(Answer, "s1.need.others", state=AnswerState.TALKING))
    target = DATA / f"schema-{SCHEMA_VERSION}"
    target.mkdir(exist_ok=True)
    for name in ("partnership.json", "history.jsonl"):
        shutil.copy(made / name, target / name)
