"""Raw data of any schema as a workspace of today's."""

from __future__ import annotations

import json
from pathlib import Path

from partner_tui.domain.workspace import Workspace
from partner_tui.errors import BrokenDossier
from partner_tui.i18n import _
from partner_tui.storage import codecs, sentences
from partner_tui.storage.migrations import migrate
from partner_tui.storage.schema import META, META_ID, SCHEMA_VERSION, Raw


def decoded(raw: Raw | None, file: Path) -> tuple[Workspace, int]:
    """Return what a data file holds and the schema it was written in."""
    if raw is None:
        raise json.JSONDecodeError("empty", "", 0)
    schema = codecs.check_head(raw, file)
    if schema > SCHEMA_VERSION:
        return codecs.decode_newer(raw, file), schema
    _migrate(raw, file)
    return codecs.decode(raw, file), schema


def _migrate(raw: Raw, file: Path) -> None:
    """Bring raw data to today's schema; what is not even a record says so in a sentence."""
    schema = raw[META][META_ID]["schema"]
    try:
        migrate(raw)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        place = f"{META} › {META_ID} › schema {schema}"
        problem = _("les données ne sont pas celles de cette version")
        raise BrokenDossier(sentences.wrong_value(file, place, problem)) from error
