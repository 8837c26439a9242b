"""Which kind of picture some bytes are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

BEGINNINGS: Final[Mapping[str, bytes]] = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff"}
"""The kinds that every format can hold, and how their files begin."""


def picture_kind(data: bytes) -> str:
    """Return png or jpeg; nothing for what is neither."""
    return next((kind for kind, start in BEGINNINGS.items() if data.startswith(start)), "")
