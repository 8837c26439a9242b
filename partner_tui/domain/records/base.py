"""What every record carries, and where its id comes from."""

import uuid
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct, field
from msgspec.structs import fields


def new_id() -> str:
    """Return an id that no other dossier uses."""
    return uuid.uuid4().hex


class Record(Struct, frozen=True, kw_only=True):
    """What every record carries."""

    id: str
    number: int = 0
    """The short number people cite (R3, S12, D7); 0 where none is used."""
    revision: int = 0
    by: str = ""
    """Who changed it last."""
    at: str = ""
    """When it changed last, UTC, ISO 8601."""
    private: bool = False
    archived: bool = False
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Other languages: language → field → text."""
    outdated: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Translations older than their text: language → field → the text as it was translated."""


@lru_cache
def hints(kind: Any) -> dict[str, Any]:
    """Return the type of each field of a kind, in the order of its fields."""
    return {field.name: field.type for field in fields(kind)}
