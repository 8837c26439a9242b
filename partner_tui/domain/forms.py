"""The fields of a record as canonical strings, and back; the rows of a form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum, StrEnum
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from partner_tui.domain.parsing import YES, FieldReason, Strings, Unreadable
from partner_tui.domain.questions import Part
from partner_tui.domain.records import Record
from partner_tui.domain.records.base import hints
from partner_tui.domain.workspace import Change, editing

R = TypeVar("R", bound=Record)


class Field(Struct, frozen=True):
    """A blank of a form: its name, what it can hold, and what it holds now."""

    name: str
    part: Part
    strings: Strings = ()


class Heading(Struct, frozen=True):
    """A title between the fields of a form."""

    text: str


def to_strings(record: Record, name: str) -> Strings:
    """Return the value of a record's field as canonical strings."""
    value = getattr(record, name)
    if isinstance(value, tuple):
        return tuple(_written(each) for each in value)
    text = _written(value)
    return (text,) if text else ()


def _written(value: object) -> str:
    match value:
        case None | False | 0:
            return ""
        case True:
            return YES
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case str() | int():
            return str(value)
    raise TypeError(f"a form cannot hold a {type(value).__name__}")


def from_strings(kind: type[Record], name: str, strings: Strings) -> Any:
    """Return what a record's field holds for these strings; raise Unreadable if it cannot."""
    hint = hints(kind)[name]
    if get_origin(hint) is tuple:
        each = _reader(get_args(hint)[0])
        return tuple(_read(each, text) for text in strings)
    if hint is str:
        return "\n".join(strings)
    text = strings[0] if strings else ""
    return _read(_reader(hint), text) if text else _empty(kind, name, hint)


def _read(reader: Callable[[str], Any], text: str) -> Any:
    try:
        return reader(text)
    except ValueError:
        raise Unreadable(FieldReason.CHOICE, text) from None


def _reader(hint: Any) -> Callable[[str], Any]:
    """Return the function that reads one string into a type."""
    if get_origin(hint) in (Union, UnionType):
        hint = next(each for each in get_args(hint) if each is not type(None))
    if hint is date:
        return date.fromisoformat
    if hint is bool:
        return lambda text: text == YES
    if isinstance(hint, type) and issubclass(hint, str | int):
        return hint
    raise TypeError(f"a form cannot hold a {hint}")


def _empty(kind: type[Record], name: str, hint: Any) -> Any:
    """Return what an empty field holds: nothing where that is possible, else the default."""
    if type(None) in get_args(hint):
        return None
    if not (isinstance(hint, type) and issubclass(hint, StrEnum)):
        return hint()
    default = next(each.default for each in fields(kind) if each.name == name)
    if default is NODEFAULT:
        raise Unreadable(FieldReason.CHOICE, "")
    return default


def setting(kind: type[R], key: str, name: str, strings: Strings) -> Change:
    """Return the verb that sets one field of a record from its form."""
    return editing(kind, key, **{name: from_strings(kind, name, strings)})
