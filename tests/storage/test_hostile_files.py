"""Files that went bad or mean harm: one French sentence, the file untouched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from storage_kit import a_small_workspace

from partner_tui.errors import BrokenDossier, NewerDossier, NotADossier, StoreError
from partner_tui.storage.codecs import encode
from partner_tui.storage.store import TinyStore

META = {"1": {"schema": 1, "revision": 0}}


def with_risk(**fields: object) -> bytes:
    return json.dumps({"meta": META, "risks": {"3": {"id": "r1", **fields}}}).encode()


def with_meta(schema: object, revision: object = 0) -> bytes:
    return json.dumps({"meta": {"1": {"schema": schema, "revision": revision}}}).encode()


def with_table(name: str, table: object) -> bytes:
    return json.dumps({"meta": META, name: table}).encode()


TWICE = {"1": {"id": "r1"}, "2": {"id": "r1"}}
DEEP = b"[" * 200_000
CASES: dict[str, tuple[bytes, type[StoreError], list[str]]] = {
    "empty": (b"", BrokenDossier, ["ligne 1, colonne 1"]),
    "cut": (b'{"meta": {\n"1": {"schema"', BrokenDossier, ["ligne 2, colonne 15"]),
    "not-json": (b"bonjour", BrokenDossier, ["ligne 1, colonne 1"]),
    "trailing": (b"{}\n{}", BrokenDossier, ["ligne 2"]),
    "nan": (b'{"meta": NaN}', BrokenDossier, ["ligne 1, colonne 10"]),
    "latin-1": (b'{"\xe9": 1}', BrokenDossier, ["ligne 1, colonne 3"]),
    "bom": (b"\xef\xbb\xbf{}", BrokenDossier, ["ligne 1, colonne 1"]),
    "surrogate": (b'{"a": "\\ud800"}', BrokenDossier, ["abîmé"]),
    "control": (b'{"a": "\x00"}', BrokenDossier, ["abîmé"]),
    "binary": (bytes(range(256)), BrokenDossier, ["abîmé"]),
    "deep": (DEEP, BrokenDossier, ["abîmé"]),
    "deep-value": (with_risk()[:-2] + b',"cause":' + DEEP, BrokenDossier, ["abîmé"]),
    "huge-float": (b'{"meta": 1e999}', BrokenDossier, ["abîmé"]),
    "list": (b"[]", NotADossier, ["n'est pas un dossier de partenariat"]),
    "null": (b"null", BrokenDossier, ["abîmé"]),
    "other-json": (b'{"name": "npm"}', NotADossier, ["n'est pas un dossier"]),
    "tinydb": (b'{"_default": {}}', NotADossier, ["n'est pas un dossier"]),
    "old-tables": (
        b'{"meta": {"1": {"schema": 1, "revision": 0}}, "notes": [1]}',
        BrokenDossier,
        ["schema 1", "pas celles de cette version"],
    ),
    "meta-list": (b'{"meta": []}', BrokenDossier, ["meta › 1 › schema"]),
    "no-schema": (b'{"meta": {"1": {}}}', BrokenDossier, ["meta › 1 › schema"]),
    "schema-text": (with_meta("1"), BrokenDossier, ["meta › 1 › schema"]),
    "schema-zero": (with_meta(0), BrokenDossier, ["meta › 1 › schema"]),
    "schema-true": (with_meta(True), BrokenDossier, ["meta › 1 › schema"]),
    "revision": (with_meta(1, -1), BrokenDossier, ["meta › 1 › revision"]),
    "revision-huge": (with_meta(1, 10**30), BrokenDossier, ["meta › 1 › revision"]),
    "newer": (with_meta(4, "?"), NewerDossier, ["schéma 4", "schéma 3", "mettez le programme"]),
    "table-list": (with_table("risks", []), BrokenDossier, ["« risks »", "il faut un objet"]),
    "table-unknown": (with_table("rixes", {}), BrokenDossier, ["« rixes »", "table"]),
    "document-id": (with_table("risks", {"a": {}}), BrokenDossier, ["risks › a"]),
    "document-text": (
        with_table("risks", {"1": "x"}),
        BrokenDossier,
        ["risks › 1", "il faut un objet, et il y a un texte"],
    ),
    "no-id": (with_table("risks", {"2": {}}), BrokenDossier, ["risks › 2", "il manque « id »"]),
    "empty-id": (with_table("risks", {"2": {"id": ""}}), BrokenDossier, ["risks › 2 › id"]),
    "id-twice": (with_table("risks", TWICE), BrokenDossier, ["risks › 2 › id", "déjà pris"]),
    "wrong-type": (
        with_risk(likelihood="haute"),
        BrokenDossier,
        ["« risks › 3 › likelihood »", "il faut un nombre entier, et il y a un texte"],
    ),
    "wrong-option": (with_risk(review=3), BrokenDossier, ["il faut une date ou rien, et il y a"]),
    "enum": (with_risk(state="\x1b[2Jx"), BrokenDossier, ["risks › 3 › state", "la valeur « "]),
    "date": (with_risk(review="demain"), BrokenDossier, ["risks › 3 › review", "2026-11-03"]),
    "unknown-field": (with_risk(sens=3), BrokenDossier, ["risks › 3 › sens", "pas connu"]),
    "nested-unknown": (
        with_table("answers", {"1": {"id": "q", "positions": {"o": {"valeur": 1}}}}),
        BrokenDossier,
        ["answers › 1 › positions › o › valeur", "pas connu"],
    ),
    "nested-type": (
        with_table("answers", {"1": {"id": "q", "positions": {"o": {"values": [[3]]}}}}),
        BrokenDossier,
        ["answers › 1 › positions › … › values › 0 › 0", "il faut un texte"],
    ),
    "place-escape": (with_table("risks", {"\x1b[2J": {}}), BrokenDossier, ["risks › "]),
}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_gets_one_sentence(dossier: Path, name: str) -> None:
    content, kind, fragments = CASES[name]
    file = dossier / "partnership.json"
    file.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        TinyStore(dossier).load()
    assert type(caught.value) is kind
    sentence = str(caught.value)
    for fragment in [*fragments, "partnership.json"]:
        assert fragment in sentence.replace("\u00a0", " ")
    assert sentence.isprintable() or "\u00a0" in sentence
    assert not any(ord(letter) < 32 for letter in sentence)
    assert sentence.endswith(".") and len(sentence) < 600
    assert file.read_bytes() == content


@pytest.mark.parametrize("name", ["dangling", "long", "markup", "huge-number"])
def test_odd_but_sound_values_are_read(dossier: Path, name: str) -> None:
    fields: dict[str, object] = {
        "dangling": {"owner": "nobody"},
        "long": {"cause": "é" * 1_000_000},
        "markup": {"cause": "[/] \x1b]52;c;AAAA\x07 \u202e <script>"},
        "huge-number": {"number": 10**30},
    }[name]  # type: ignore[assignment]
    (dossier / "partnership.json").write_bytes(with_risk(**fields))
    risk = TinyStore(dossier).load().tables["risks"]["r1"]
    assert all(getattr(risk, key) == value for key, value in fields.items())


def test_an_unknown_field_is_never_lost_in_silence(dossier: Path) -> None:
    raw = encode(a_small_workspace())
    raw["risks"]["1"]["later"] = "kept by a newer program"
    (dossier / "partnership.json").write_text(json.dumps(raw))
    with pytest.raises(BrokenDossier, match="later"):
        TinyStore(dossier).load()
