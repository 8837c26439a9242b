"""A dossier whose every text field tries to be code, in every language a document is written in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from document_kit import sample
from msgspec.structs import fields, replace

from partner_tui.domain.records import (
    Answer,
    Contact,
    Meeting,
    Objective,
    Reading,
    Record,
    Response,
    Statement,
    Word,
)
from partner_tui.domain.workspace import Workspace

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
    *("id", "by", "at", "organization", "owner", "objective", "origin", "meeting"),
    *("superseded_by", "checklist", "suggestion", "needed_by", "offered_by", "risk"),
    *("topic", "opened_in", "ended_in", "reopened_in", "cancelled"),
    *("chair", "scribe", "start", "end", "next_start", "language"),
}
"""Fields that point to something, are read as an hour or a language, or put a meeting away."""


def attacked() -> Workspace:
    """Return the sample dossier with the payload in every text field."""
    tables = {
        name: {key: _attacked(record) for key, record in table.items()}
        for name, table in sample().tables.items()
    }
    return replace(sample(), tables=tables)


def _attacked(record: Record) -> Record:
    changes: dict[str, Any] = {
        field.name: PAYLOAD
        for field in fields(record)
        if field.name not in REFERENCES
        and isinstance(getattr(record, field.name), str)
        and type(getattr(record, field.name)) is str
    }
    changes["translations"] = {"en": dict.fromkeys(changes, PAYLOAD)}
    match record:
        case Answer():
            changes["response"] = _response(record.response)
            changes["positions"] = {k: _response(r) for k, r in record.positions.items()}
            changes["translations"] = {}
        case Meeting():
            changes["present"] = (*record.present, PAYLOAD)
        case Contact():
            changes["language"] = "fr"
        case Objective():
            changes["readings"] = tuple(
                Reading(on=r.on, value=PAYLOAD, note=PAYLOAD) for r in record.readings
            )
        case Statement():
            changes["texts"] = dict.fromkeys(record.texts, PAYLOAD)
            changes["words"] = _words(record.words)
    return replace(record, **changes)


def _response(response: Response) -> Response:
    """Attack free words; values that a vocabulary or a date reads are replaced all the same."""
    values = tuple(tuple(PAYLOAD for _ in part) for part in response.values)
    return Response(values=values, note=PAYLOAD)


def _words(words: Mapping[str, Word]) -> dict[str, Word]:
    return {key: replace(word, comment=PAYLOAD) for key, word in words.items()}
