"""Raw data of any schema as a workspace of today's."""

from __future__ import annotations

import json
from pathlib import Path

from partner_tui.domain.workspace import Workspace
from partner_tui.storage import codecs
from partner_tui.storage.migrations import migrate
from partner_tui.storage.schema import SCHEMA_VERSION, Raw


def decoded(raw: Raw | None, file: Path) -> tuple[Workspace, int]:
    """Return what a data file holds and the schema it was written in."""
    if raw is None:
        raise json.JSONDecodeError("empty", "", 0)
    schema = codecs.check_head(raw, file)
    if schema > SCHEMA_VERSION:
        return codecs.decode_newer(raw, file), schema
    migrate(raw)
    return codecs.decode(raw, file), schema
