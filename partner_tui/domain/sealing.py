"""The fingerprint of a frozen version, which tells whether a letter of it was touched."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import json
from msgspec.structs import replace

from partner_tui.domain.records import Statement

SHOWN = 16
"""How many of its 64 signs a person is shown."""


def fingerprint(texts: Mapping[str, str]) -> str:
    """Return the SHA-256, in hexadecimal, of texts by language; their order does not count.

    What is hashed is the JSON object of the texts, its keys in order, without blanks, in UTF-8.
    """
    from hashlib import sha256

    return sha256(json.encode(dict(texts), order="sorted")).hexdigest()


def sealed(version: Statement) -> Statement:
    """Return a version with the fingerprint of its texts."""
    return replace(version, fingerprint=fingerprint(version.texts))


def is_whole(version: Statement) -> bool:
    """Tell whether the texts of a version are those that were frozen."""
    return version.fingerprint == fingerprint(version.texts)


def brief(version: Statement) -> str:
    """Return the beginning of a fingerprint, four signs at a time."""
    shown = version.fingerprint[:SHOWN]
    return " ".join(shown[at : at + 4] for at in range(0, len(shown), 4))


def erased(before: Statement, after: Statement) -> Statement:
    """Return a version once a person's name left its texts: sealed again, and it says so.

    One that had been touched before keeps telling so.
    """
    if before.texts == after.texts or not is_whole(before):
        return after
    return replace(sealed(after), erased=True)
