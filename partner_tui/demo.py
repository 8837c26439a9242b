"""The sample dossier « Soirées Boussole », its dates moved so that today is its 22 November."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from partner_tui import resources
from partner_tui.domain.changes import Entry, RecordChange
from partner_tui.domain.sealing import fingerprint
from partner_tui.domain.workspace import TABLES, Workspace
from partner_tui.i18n import LANGUAGES, translator
from partner_tui.storage import folder
from partner_tui.storage.codecs import decode
from partner_tui.storage.lines import line
from partner_tui.storage.schema import HISTORY, META, META_ID, Raw, meta

DAY = re.compile(r"^\d{4}-\d{2}-\d{2}(?=$|T)")
MARK = re.compile(r"\{(date|day):(\d{4}-\d{2}-\d{2})\}")


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
    data = json.loads(_file().read_text(encoding="utf-8"))
    moved: dict[str, Any] = _moved(data, today - date.fromisoformat(data["today"]), "fr")
    return moved


def _file() -> Path:
    return resources.folder("content") / "demo" / "dossier.json"


def _moved(value: Any, by: timedelta, language: str) -> Any:
    """Return data with every date moved; the texts under a language's name speak it."""
    if isinstance(value, str):
        return _moved_text(value, by, language)
    if isinstance(value, dict):
        return {
            key: _moved(item, by, key if key in LANGUAGES else language)
            for key, item in value.items()
        }
    return [_moved(item, by, language) for item in value] if isinstance(value, list) else value


def _moved_text(text: str, by: timedelta, language: str) -> str:
    """Return a date that is moved, or a text whose marked dates are."""
    if DAY.match(text):
        return (date.fromisoformat(text[:10]) + by).isoformat() + text[10:]
    return MARK.sub(lambda found: _written(found, by, language), text) if "{" in text else text


def _written(found: re.Match[str], by: timedelta, language: str) -> str:
    day = date.fromisoformat(found[2]) + by
    return translator(language).day(day) if found[1] == "date" else day.isoformat()


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
