"""The sample dossier « Soirées Boussole », its dates moved so that today is its 22 November."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from partner_tui import resources
from partner_tui.domain.changes import Entry, RecordChange
from partner_tui.domain.sealing import fingerprint
from partner_tui.domain.workspace import TABLES, Workspace
from partner_tui.storage import folder
from partner_tui.storage.codecs import decode
from partner_tui.storage.lines import line
from partner_tui.storage.schema import HISTORY, META, META_ID, Raw, meta

TODAY = date(2026, 11, 22)
"""The day on which the sample is written."""
_DAY = r"(\d{4}-\d{2}-\d{2})"
DAY = re.compile(rf'(?<="){_DAY}(?=["T])|\{{day:{_DAY}\}}')
"""A date that is the whole or the head of a value, or marked within a text."""


def copy(parent: Path, today: date) -> Path:
    """Make a fresh private copy of the sample dossier in a folder; return the copy's own."""
    data = _data(today)
    recent = _recent(data["recent"])
    made = folder.create_from(parent, _tables(data), "soirees-boussole")
    history = made / HISTORY
    history.touch(mode=0o600)
    history.write_bytes(b"".join(line(entry) for entry in recent))
    return made


def workspace(today: date) -> Workspace:
    """Return the sample dossier in memory."""
    return decode(_tables(_data(today)), _file())


def _data(today: date) -> dict[str, Any]:
    """Return the sample with every date moved, those marked within a text too."""
    text = _file().read_text(encoding="utf-8")
    by = today - TODAY

    def moved(found: re.Match[str]) -> str:
        return (date.fromisoformat(found[1] or found[2]) + by).isoformat()

    data: dict[str, Any] = json.loads(DAY.sub(moved, text))
    return data


def _file() -> Path:
    return resources.folder("content") / "demo" / "dossier.json"


def _tables(data: Mapping[str, Any]) -> Raw:
    raw: Raw = {META: {META_ID: meta(len(data["recent"]))}}
    for table in TABLES:
        records = data["tables"].get(table, ())
        raw[table] = {str(number): record for number, record in enumerate(records, start=1)}
    for row in raw["statements"].values():
        row["fingerprint"] = fingerprint(row["texts"])
    return raw


def _recent(rows: list[dict[str, str]]) -> list[Entry]:
    """Return the sample's last changes as history, the oldest first."""
    return [
        Entry(
            revision=number,
            when=row["when"],
            who=row["who"],
            verb=row["verb"],
            changes=(RecordChange(table=row["table"], id=row["id"], before={}, after={}),),
        )
        for number, row in enumerate(reversed(rows), start=1)
    ]
