"""Files of every schema that ever was open today, with everything they held."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from storage_kit import commit

from partner_tui.domain.records import Risk
from partner_tui.domain.workspace import TABLES, editing
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
    for table in TABLES.keys() & raw.keys():
        assert len(workspace.tables[table]) == len(raw[table]), table
    assert workspace.revision == raw["meta"]["1"]["revision"]
    assert len(TinyStore(past).recent(99)) == len((past / "history.jsonl").read_text().splitlines())


def test_a_file_of_a_past_schema_is_written_in_todays(past: Path) -> None:
    workspace = commit(TinyStore(past), editing(Risk, "r1", trigger="Gel"))
    raw = json.loads((past / "partnership.json").read_bytes())
    assert raw["meta"]["1"] == {"schema": SCHEMA_VERSION, "revision": workspace.revision}
    assert TinyStore(past).load() == workspace


def test_the_newest_schema_has_a_file_kept_for_those_to_come() -> None:
    kept = json.loads((DATA / f"schema-{SCHEMA_VERSION}" / "partnership.json").read_bytes())
    assert kept["meta"]["1"]["schema"] == SCHEMA_VERSION
    assert all(kept[table] for table in TABLES.keys() & kept.keys() - {"items"})
