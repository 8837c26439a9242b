"""The commands that look after a dossier, as a person calls them."""

from __future__ import annotations

import json
import stat
import zipfile
from datetime import date
from pathlib import Path

import pytest
from storage_kit import commit

from partner_tui import demo, keeping_words
from partner_tui.cli import WRONG, main
from partner_tui.domain.records import Note, Risk
from partner_tui.domain.workspace import TABLES, adding, editing
from partner_tui.storage.backups import backups
from partner_tui.storage.json_schema import schema
from partner_tui.storage.store import TinyStore


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A fresh copy of the sample dossier, with one change."""
    folder = demo.copy(tmp_path / "sample", date(2026, 11, 22))
    risk = next(iter(TinyStore(folder).load().table(Risk).values()))
    commit(TinyStore(folder), editing(Risk, risk.id, trigger="Gel\x1b[2J", impact=5))
    return folder


Said = pytest.CaptureFixture[str]


def called(said: Said, *arguments: object) -> tuple[int, str, str]:
    status = main([*map(str, arguments)])
    out, err = said.readouterr()
    return status, out.replace("\u00a0", " "), err.replace("\u00a0", " ")


def test_history_tells_who_when_what_before_and_after(sample: Path, capsys: Said) -> None:
    status, out, _err = called(capsys, "history", sample, "--limit", 1)
    assert status == 0
    assert "Ève a modifié R1" in out and "2026-11-22" in out
    assert "Gravité : 4 → 5" in out and "→ Gel" in out and "\x1b" not in out


def test_history_of_one_record(sample: Path, capsys: Said) -> None:
    for reference in ("R1", "r1", "risks/r1"):
        _status, out, _err = called(capsys, "history", sample, "--record", reference)
        assert out.count("Ève a modifié R1") == 1
    status, _out, err = called(capsys, "history", sample, "--record", "R99")
    assert status == WRONG and "rien ne s'appelle" in err


def test_a_copy_is_made_listed_previewed_and_put_back(sample: Path, capsys: Said) -> None:
    assert "Copie faite" in called(capsys, "backup", sample)[1]
    day = next(copy.path.name for copy in backups(sample) if copy.reason == "day")
    listed = called(capsys, "restore", sample)[1]
    assert "copie demandée" in listed and day in listed
    previewed = called(capsys, "restore", sample, day)[1]
    assert "Risques : 1 à changer\n  R1" in previewed and "ajoutez --yes" in previewed
    assert TinyStore(sample).load().table(Risk)["r1"].impact == 5
    assert "est en place" in called(capsys, "restore", sample, day, "--yes")[1]
    assert TinyStore(sample).load().table(Risk)["r1"].impact == 4
    assert "rien à changer" in called(capsys, "restore", sample, day, "--yes")[1]
    assert "a remis en place une copie" in called(capsys, "history", sample, "--limit", 1)[1]


def test_a_file_gone_bad_is_rebuilt_when_asked(sample: Path, capsys: Said) -> None:
    (sample / "partnership.json").write_text("{")
    status, out, _err = called(capsys, "restore", sample, "2026")
    assert status == 1 and "abîmé" in out and "ajoutez --yes" in out
    assert (sample / "partnership.json").read_text() == "{"
    status, out, _err = called(capsys, "restore", sample, "2026", "--yes")
    assert status == 0 and "1 changement de l'historique" in out
    assert TinyStore(sample).load().table(Risk)["r1"].impact == 5


def test_a_lost_file_is_rebuilt(sample: Path, capsys: Said) -> None:
    (sample / "partnership.json").unlink()
    assert called(capsys, "verify", sample)[0] == 1
    _status, out, _err = called(capsys, "verify", sample, "--mend")
    assert "Dossier reconstruit" in out
    assert TinyStore(sample).load().table(Risk)["r1"].impact == 5


def test_verify_says_what_is_wrong_and_what_it_mended(sample: Path, capsys: Said) -> None:
    commit(TinyStore(sample), editing(Risk, "r1", trigger="Gel"))
    status, out, _err = called(capsys, "verify", sample)
    assert (status, out.startswith("Tout va bien")) == (0, True), out
    with open(sample / "history.jsonl", "ab") as file:
        file.write(b"half")
    status, out, _err = called(capsys, "verify", sample)
    assert status == 1 and "--mend répare" in out
    status, out, _err = called(capsys, "verify", sample, "--mend")
    assert status == 0 and "4 octets" in out


@pytest.mark.parametrize("command", ["backup", "restore --yes", "verify --mend"])
def test_read_only_holds_for_every_command(sample: Path, capsys: Said, command: str) -> None:
    name, *options = command.split()
    day = [backups(sample)[0].path.name] if name == "restore" else []
    before = {path: path.stat().st_mtime_ns for path in sample.rglob("*")}
    status, _out, err = called(capsys, name, sample, *day, *options, "--read-only")
    assert status == WRONG and "lecture seule" in err
    assert {path: path.stat().st_mtime_ns for path in sample.rglob("*")} == before


def test_the_schema_names_every_table_and_resolves(sample: Path, capsys: Said) -> None:
    found = json.loads(called(capsys, "schema")[1])
    assert set(found["properties"]) == {"meta", *TABLES}
    text = json.dumps(found)
    wanted = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
    assert wanted <= set(found["$defs"]) and "Entry" in found["$defs"]


def test_the_sample_fits_the_schema(sample: Path) -> None:
    shape, data = schema(), json.loads((sample / "partnership.json").read_bytes())
    for table, rows in data.items():
        (place,) = shape["properties"][table].get("patternProperties", {"": None}).values()
        if place is not None:
            known = shape["$defs"][place["$ref"].rpartition("/")[2]]["properties"]
            assert all(row.keys() <= known.keys() for row in rows.values()), table


def test_every_table_has_a_name_for_people() -> None:
    assert keeping_words.TABLES.keys() == TABLES.keys()


def exported(sample: Path, said: Said, *options: object) -> tuple[str, dict[str, str]]:
    _status, out, _err = called(said, "export", sample, "--everything", *options)
    (path,) = [Path(line.partition(" : ")[2]) for line in out.splitlines() if ".zip" in line]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with zipfile.ZipFile(path) as archive:
        return out, {name: archive.read(name).decode() for name in archive.namelist()}


SECRET = "ce qui reste entre nous"


def test_everything_leaves_private_words_out_unless_asked(sample: Path, capsys: Said) -> None:
    store = TinyStore(sample)
    commit(store, adding(Note(id="n-secret", meeting="m1", text=SECRET, private=True)))
    commit(store, adding(Note(id="n-once", meeting="m1", text=SECRET, private=True)))
    commit(store, editing(Note, "n-once", text="public", private=False))
    out, files = exported(sample, capsys)
    assert not [name for name, text in files.items() if SECRET in text]
    assert "--with-private" in out and "laissés de côté" in files["LISEZ-MOI.md"]
    assert "public" in files["partnership.json"]
    _out, files = exported(sample, capsys, "--with-private", "--output", sample / "tout.zip")
    assert SECRET in files["partnership.json"] and SECRET in files["history.jsonl"]
    assert "Confidentiel" in files["LISEZ-MOI.md"]


def test_what_was_exported_opens_again(sample: Path, capsys: Said, tmp_path: Path) -> None:
    _out, files = exported(sample, capsys, "--with-private")
    assert {"schema.json", "documents/statement.md", "documents/minutes-1.md"} <= files.keys()
    folder = tmp_path / "again"
    folder.mkdir()
    for name in ("partnership.json", "history.jsonl"):
        (folder / name).write_text(files[name])
    assert TinyStore(folder).load() == TinyStore(sample).load()
    assert TinyStore(folder).recent(99) == TinyStore(sample).recent(99)


def test_reading_only_the_zip_goes_to_ones_own_folder(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(sample.rglob("*"))
    assert main(["export", str(sample), "--everything", "--read-only"]) == 0
    assert sorted(sample.rglob("*")) == before
    assert str(tmp_path / "home") in capsys.readouterr().out


def test_a_record_that_never_changed_says_so(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["history", str(sample), "--record", "R3"]) == 0
    assert "Aucun changement ici" in capsys.readouterr().out
