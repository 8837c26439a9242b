"""A dossier whose every text field tries to be code, in every language a document is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, get_args, get_origin, get_type_hints

from builders import TODAY
from document_kit import sample
from msgspec import Struct
from msgspec.structs import fields, replace

from partner_tui.domain.records import Record
from partner_tui.domain.text import clean
from partner_tui.domain.workspace import TABLES, Workspace

TYPST = (
    '#read("/etc/passwd") #import "@preview/evil:1.0.0": * #panic("x") $x^2$ #{1+1} @ref <lab> \\ '
    '#link("file:///etc/passwd")[ici] *gras* _pente_ `brut` ~ // fin /* fin */'
)
HTML = "<script>alert(1)</script> <img src=x onerror=alert(1)> &lt;b&gt; &#0; \"'> ]]> <w:p/>"
MARKDOWN = "[x](javascript:alert(1)) ![y](z) **gras** __gras__ | a | b | ``` ~~~ <http://a.b>"
CALENDAR = "fin\r\nBEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT; a,b:c \\n"
CONTROLS = "\x1b[31m\x00\x07\x9b31m\u202etxt.exe\u202c\u2066\u200b\ufeff\ufffe\uffff\ud800"
FORMULA = "=cmd|' /C calc'!A0"
PAYLOAD = " ".join((FORMULA, TYPST, HTML, MARKDOWN, CONTROLS)) + "\n# titre\n- point\n" + CALENDAR
SHOWN = (
    FORMULA,
    '#read("/etc/passwd") #import "@preview/evil:1.0.0": * #panic("x") $x^2$ #{1+1} @ref <lab>',
    "<script>alert(1)</script> <img src=x onerror=alert(1)> &lt;b&gt; &#0;",
    "[x](javascript:alert(1)) ![y](z) **gras** __gras__ | a | b |",
    "UID:evil",
)
"""What a reader must see of it, letter for letter."""
REFERENCES = {
    *("id", "organization", "owner", "objective", "origin", "meeting", "clock", "fingerprint"),
    *("superseded_by", "checklist", "suggestion", "needed_by", "offered_by", "risk", "sources"),
    *("topic", "opened_in", "ended_in", "reopened_in", "cancelled", "skips", "speaker"),
    *("chair", "scribe", "start", "end", "next_start", "language", "given_on"),
}
"""Fields that point to something, are read as an hour or a language, or put a meeting away."""
MARK = re.compile("zq[a-z]+qz")


def attacked(*, pointers: bool = False) -> Workspace:
    """Return the sample dossier with the payload in every text field of every kind of record.

    Each text ends in a mark of its own field. With pointers, what points elsewhere, hours and
    languages are attacked as well, and nothing leads anywhere any more.
    """
    tables = {name: dict(table) for name, table in sample().tables.items()}
    for name, kind in TABLES.items():
        if not any(not record.archived for record in tables.get(name, {}).values()):
            where = {"checklist": "launch"} if "checklist" in kind.__struct_fields__ else {}
            tables.setdefault(name, {})[f"{name}-x"] = kind(id=f"{name}-x", **where)
    ids = frozenset(key for table in tables.values() for key in table)
    kept = frozenset({"id"}) if pointers else REFERENCES
    known = frozenset() if pointers else ids
    attack = Attack(kept, known)
    return replace(
        sample(),
        tables={
            name: {key: attack.record(name, record) for key, record in table.items()}
            for name, table in tables.items()
        },
    )


class Attack(Struct, frozen=True):
    """Replaces every text of a record, at any depth."""

    kept: frozenset[str] | set[str]
    """Names of the fields that are left alone."""
    known: frozenset[str]
    """Texts that are left alone: they point to a record."""

    def record(self, table: str, record: Record) -> Record:
        """Return a record whose every text is the payload, in the other language too."""
        spoiled = self.struct(record, table)
        assert isinstance(spoiled, Record)
        texts = {name: v for name in texts_of(type(record)) if (v := getattr(spoiled, name))}
        parts = {f"{n}": PAYLOAD for n in range(4)} if table == "answers" else {}
        return replace(spoiled, translations={"en": {**texts, **parts}})

    def struct(self, value: Struct, path: str) -> Struct:
        """Return a structure with its texts replaced; an empty list of structures gets one."""
        hints = hints_of(type(value))
        return replace(
            value,
            **{
                name: self.value(getattr(value, name), hint, path + name)
                for name, hint in hints.items()
                if name not in self.kept and name != "translations"
            },
        )

    def value(self, value: Any, hint: Any, path: str) -> Any:
        """Return a value of a field with its texts replaced."""
        if type(value) is str:
            return value if value in self.known else PAYLOAD + mark(path)
        if isinstance(value, Struct):
            return self.struct(value, path)
        inner = next((part for part in get_args(hint) if _is_structure(part)), None)
        if isinstance(value, tuple):
            value = value or ((made(inner),) if inner else ())
            return tuple(self.value(each, inner, path) for each in value)
        if isinstance(value, Mapping):
            values = (value.items(), get_args(hint)[-1])
            return {key: self.value(each, values[1], path) for key, each in values[0]}
        return value


def mark(path: str) -> str:
    """Return letters that name a field."""
    return f"zq{re.sub('[^a-z]', '', path.lower())}qz"


@lru_cache
def hints_of(kind: Any) -> dict[str, Any]:
    """Return the types of the fields of a structure."""
    types = get_type_hints(kind)
    return {name: types[name] for name in kind.__struct_fields__}


def texts_of(kind: Any) -> Iterator[str]:
    """Yield the names of the text fields that a person fills in."""
    return (name for name, hint in hints_of(kind).items() if hint is str and name not in REFERENCES)


def made(kind: Any) -> Any:
    """Return a structure with only what it cannot do without."""
    needed = {f.name: hints_of(kind)[f.name] for f in fields(kind) if f.required}
    return kind(**{name: _some(hint) for name, hint in needed.items()})


def _some(hint: Any) -> Any:
    """Return a value of a type."""
    plain: dict[Any, Any] = {str: "", date: TODAY, int: 1, float: 1.0}
    options = get_args(hint) or (hint,)
    known = [plain[each] for each in options if each in plain]
    return known[0] if known else next(iter(options[0]))


def _is_structure(part: Any) -> bool:
    return get_origin(part) is None and isinstance(part, type) and issubclass(part, Struct)


def squeezed(text: str, also: str = "") -> str:
    """Return text without blanks, without what is no character, and without some other signs."""
    return re.sub(rf"[\s\ufffe\uffff{also}]+", "", text)


def broken(text: str, also: str = "") -> list[str]:
    """Return the marks of the fields whose text is not shown letter for letter."""
    whole, found = squeezed(clean(PAYLOAD), also), squeezed(text, also)
    return [m.group() for m in MARK.finditer(found) if not found[: m.start()].endswith(whole)]


def marks(text: str) -> set[str]:
    """Return the marks of the fields that a text shows."""
    return set(MARK.findall(squeezed(text, "\\-\u00ad")))
