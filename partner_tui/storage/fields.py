"""What the codecs know of the fields of each kind: which may be left out, which hold others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any, get_args, get_origin

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from partner_tui.domain.records.base import hints


def plain(value: object) -> Any:
    """Return a value as JSON knows it; an empty field is left out where its default is empty."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, Struct):
        return value
    kind: Any = type(value)
    return spare(kind, {name: plain(getattr(value, name)) for name in hints(kind)})


def spare(kind: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a kind without the empty ones that may be left out."""
    optional = left_out(kind)
    return {name: item for name, item in values.items() if item or name not in optional}


@lru_cache
def left_out(kind: Any) -> frozenset[str]:
    """Return the fields that may be left out: a missing field is always an empty one."""
    found = set()
    for f in fields(kind):
        made = f.default_factory() if f.default_factory is not NODEFAULT else f.default
        if made is not NODEFAULT and not plain(made):
            found.add(f.name)
    return frozenset(found)


@lru_cache
def nested(kind: Any) -> tuple[tuple[str, Any, Any], ...]:
    """Return the fields that hold structures: name, container (or None), kind of structure."""
    found = []
    for name, hint in hints(kind).items():
        inner = next((part for part in get_args(hint) or (hint,) if _is_kind(part)), None)
        if inner is not None:
            found.append((name, get_origin(hint), inner))
    return tuple(found)


def _is_kind(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, Struct)


def is_flat(kind: Any) -> bool:
    """Tell whether no field of a kind holds documents of its own."""
    return not nested(kind)


def familiar(kind: Any, row: dict[str, Any]) -> bool:
    """Tell whether a document has no field that its kind does not have, at any depth."""
    if not row.keys() <= frozenset(kind.__struct_fields__):
        return False
    for name, container, inner in nested(kind):
        if name in row and not all(
            familiar(inner, part) for _, part in _parts(container, row[name])
        ):
            return False
    return True


def strangers(kind: Any, row: dict[str, Any]) -> Iterator[str]:
    """Yield the place of each field of a document that its kind does not have."""
    yield from row.keys() - hints(kind).keys()
    for name, container, inner in nested(kind):
        for key, part in _parts(container, row.get(name, {})):
            yield from (" › ".join((name, *key, place)) for place in strangers(inner, part))


def _parts(container: Any, value: Any) -> Iterable[tuple[tuple[str, ...], Any]]:
    """Return the documents that a field holds and where each stands in it."""
    if container is tuple:
        return (((str(n),), part) for n, part in enumerate(value))
    if container is Mapping:
        return (((key,), part) for key, part in value.items())
    return () if value is None else (((), value),)
