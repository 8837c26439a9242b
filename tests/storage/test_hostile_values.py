"""Values that mean harm, typed or put in a file by hand: shown harmless everywhere."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from storage_kit import a_small_workspace, commit

from partner_tui.cli import WRONG, main
from partner_tui.domain.records import Action, Answer, Contact, Decision, Meeting, Note, Response
from partner_tui.domain.workspace import put
from partner_tui.errors import SaveFailed
from partner_tui.storage.codecs import encode
from partner_tui.storage.restore import preview
from partner_tui.storage.store import TinyStore

TEXTS = {
    "nul": "a\x00b",
    "escape": "\x1b]52;c;QUFB\x07\x1b[2J\x9b31m",
    "bidi": "\u202egpj.exe\u2066 \u200b\u200d\ufeff",
    "markup": "[/] [bold red] {0} %s <script>alert(1)</script> ``` | # *",
    "csv": "=cmd|' /C calc'!A0\t@SUM(1)\r\n+1",
    "json": '"}],"meta":{"1":{"schema":99}}',
    "paths": "../../etc/passwd\\..\\con.txt",
    "lines": "\n\r\x0b\x0c\x85\u2028\u2029" * 50,
    "long": "é" * 1_000_000,
    "one-word": "x" * 100_000,
    "combining": "a" + "\u0301" * 5_000,
    "emoji": "👩‍👩‍👧‍👦" * 500,
}
COMMANDS = (
    ("statement",),
    ("minutes",),
    ("risks",),
    ("status",),
    ("status", "--json"),
    ("history", "--limit", "5"),
    ("verify",),
    ("export", "--everything", "--private"),
)
Said = pytest.CaptureFixture[str]


def everywhere(text: str) -> tuple[Any, ...]:
    """Return records with a text in every kind of place."""
    return (
        Contact(id="c1", role=text, holder=text, email=text),
        Meeting(id="m1", on=date(2026, 11, 3), present=("c1", text), place=text, start=text),
        Note(id="n1", meeting="m1", text=text),
        Decision(id="d1", meeting="m1", text=text, who=text),
        Action(id="a1", text=text, owner=text, origin=text),
        Answer(id="s1.need.others", response=Response(values=((text,),), note=text)),
    )


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_kept_and_printed_harmless(
    dossier: Path, capsys: Said, name: str
) -> None:
    text = TEXTS[name]
    store = TinyStore(dossier)
    records = everywhere(text)
    if name == "long":  # one note and one answer: documents of a book's length take their time
        long = [record for record in records if isinstance(record, Note | Answer)]
        records = (*everywhere("x"), *long)
    commit(store, lambda workspace: put(workspace, *records))
    assert TinyStore(dossier).load().table(Note)["n1"].text == text
    for command, *options in COMMANDS:
        assert main([command, str(dossier), *options]) in (0, 1), command
        said = "".join(capsys.readouterr())
        assert not [c for c in said if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160], command
        assert not set("\u202e\u2066\u200b\ufeff") & set(said), command


HUGE = 10**400
REFUSED: dict[str, Any] = {
    "surrogate": Note(id="n", text="\ud800"),
    "surrogate-id": Note(id="\udfff"),
    "nan": Note(id="n", number=float("nan")),  # type: ignore[arg-type]
    "infinite": Note(id="n", number=float("inf")),  # type: ignore[arg-type]
    "object": Note(id="n", text=object()),  # type: ignore[arg-type]
    "bytes": Note(id="n", text=b"x"),  # type: ignore[arg-type]
    "wrong-map": Answer(id="q", translations={"en": {"a": ["b"]}}),  # type: ignore[dict-item]
    "date": Meeting(id="m", on="demain"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_value_that_no_file_can_hold_is_refused(dossier: Path, name: str) -> None:
    store = TinyStore(dossier)
    before = (dossier / "partnership.json").read_bytes()
    with pytest.raises(SaveFailed, match="ne peut pas être gardée"):
        commit(store, lambda workspace: put(workspace, REFUSED[name]))
    assert (dossier / "partnership.json").read_bytes() == before


LINES = {
    "deep": b'{"revision":1,"changes":' + b"[" * 100_000,
    "huge": b'{"revision":' + b"9" * 5_000 + b"}",
    "million": b'{"revision":1,"verb":"' + b"x" * 1_000_000 + b'"}',
    "types": b'{"revision":"1","changes":{}}',
    "table": b'{"revision":1,"when":"","who":"","verb":"","changes":'
    b'[{"table":"../x","id":"","before":null,"after":{}}],"undoes":0}',
    "field": b'{"revision":1,"when":"","who":"","verb":"","changes":'
    b'[{"table":"risks","id":"r1","before":{"__class__":1},"after":{"__class__":2}}]}',
    "binary": bytes(range(14, 256)),
    "nul": b"\x00" * 5_000,
}


@pytest.mark.parametrize("name", LINES)
def test_a_hostile_history_is_passed_over(dossier: Path, capsys: Said, name: str) -> None:
    store = TinyStore(dossier)
    commit(store, lambda workspace: put(workspace, Note(id="n1")))
    (dossier / "history.jsonl").write_bytes(LINES[name] + b"\n" + b"\n".join([LINES[name]] * 3))
    assert main(["history", str(dossier)]) == 0
    assert main(["verify", str(dossier), "--mend"]) == 1
    assert "Traceback" not in "".join(capsys.readouterr())
    workspace = commit(TinyStore(dossier), lambda workspace: put(workspace, Note(id="n2")))
    assert {"n1", "n2"} <= workspace.table(Note).keys()


PATHS = {
    "empty": "",
    "root": "/",
    "nul": "nul\0",
    "long": "x" * 5000,
    "null": "/dev/null",
    "zero": "/dev/zero",
    "dots": "…",
}


@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize("command", ["history", "backup", "restore", "verify", "status"])
def test_odd_paths_get_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said, command: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([command, PATHS[name]]) == WRONG
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("partner-tui: ") and err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_means_harm_is_not_put_back(dossier: Path) -> None:
    store = TinyStore(dossier)
    copy = store.backup()
    raw = encode(a_small_workspace())
    raw["risks"]["1"]["likelihood"] = "x" * 1_000_000
    copy.file.write_text(json.dumps(raw))
    with pytest.raises(Exception, match="partnership") as caught:
        preview(store, copy)
    assert len(str(caught.value)) < 700


def test_the_same_ids_in_many_tables_stay_apart(dossier: Path) -> None:
    records = [Note(id="x"), Action(id="x"), Contact(id="x"), Decision(id="x")]
    commit(TinyStore(dossier), lambda workspace: put(workspace, *records, *records))
    workspace = TinyStore(dossier).load()
    assert all(len(workspace.table(type(record))) == 1 for record in records)


def test_a_number_too_large_for_others_is_told_by_verify(dossier: Path, capsys: Said) -> None:
    raw = encode(a_small_workspace())
    raw["risks"]["1"]["number"] = HUGE
    (dossier / "partnership.json").write_text(json.dumps(raw))
    status = main(["verify", str(dossier)])
    said = "".join(capsys.readouterr())
    assert status in (1, WRONG) and "Traceback" not in said and len(said) < 2_000
