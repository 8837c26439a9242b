"""Documents written from the command line."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from builders import TODAY

from partner_tui import demo
from partner_tui.cli import WRONG, main
from partner_tui.documents.output import NAMES, endings


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Return a copy of the sample dossier."""
    return demo.copy(tmp_path / "dossiers", TODAY)


def export(dossier: Path, *arguments: str) -> int:
    """Run the command and return its exit status."""
    return main(["export", str(dossier), *arguments])


def test_a_document_goes_into_the_folder_of_copies(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(dossier, "actions") == 0
    file = dossier / "exports" / "plan-d-action-soirees-boussole-fr.txt"
    assert capsys.readouterr().out == f"{file}\n"
    assert file.read_text(encoding="utf-8").startswith("Plan d'action — Soirées Boussole\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_is_never_taken_over_unasked(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plan.md"
    file.write_text("à moi")
    assert export(dossier, "actions", "--output", str(file)) == WRONG
    assert "existe déjà" in capsys.readouterr().err
    assert file.read_text() == "à moi"
    assert export(dossier, "actions", "--output", str(file), "--force") == 0
    assert file.read_text(encoding="utf-8").startswith("# Plan d'action")


def test_the_ending_of_the_file_says_the_format(dossier: Path, tmp_path: Path) -> None:
    for ending, start in (("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!DOCTYPE html>")):
        file = tmp_path / f"enonce.{ending}"
        assert export(dossier, "statement", "--output", str(file)) == 0
        assert file.read_bytes().startswith(start)


def test_the_standard_output_gets_the_document_alone(
    dossier: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert export(dossier, "risks", "--output", "-", "--format", "csv") == 0
    assert capfdbinary.readouterr().out.startswith("\ufeffNº;Risque;".encode())
    assert export(dossier, "risks", "--output", "-", "--format", "csv", "--format", "md") == WRONG


def test_a_format_that_a_document_has_not_is_told(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(dossier, "agenda", "--format", "csv") == WRONG
    assert "au choix\u00a0: txt, md, html, docx, pdf, json" in capsys.readouterr().err


def test_a_number_chooses_the_minutes_or_the_version(
    dossier: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert export(dossier, "minutes", "--number", "2", "--output", "-") == 0
    assert capfdbinary.readouterr().out.startswith("Compte rendu nº\u00a02".encode())
    assert export(dossier, "statement", "--number", "1", "--output", "-") == 0
    kept = capfdbinary.readouterr().out.decode()
    assert "· version 1 ·" in kept and "après la rencontre à\ntrois." in kept
    assert export(dossier, "statement", "--number", "9", "--output", "-") == WRONG
    assert "le numéro 9 n'existe pas" in capfdbinary.readouterr().err.decode()


def test_everything_in_both_languages_and_every_format(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "envoi"
    assert export(dossier, "all", "--lang", "fr", "--lang", "en", "--output", str(folder)) == 0
    written = sorted(path.name for path in folder.iterdir())
    assert len(written) == 2 * sum(len(endings(name)) for name in NAMES)
    assert len(capsys.readouterr().out.splitlines()) == len(written)
    assert all((folder / name).stat().st_size for name in written)
    assert export(dossier, "all", "--output", str(folder)) == WRONG


def test_nothing_is_written_when_one_name_is_taken(dossier: Path, tmp_path: Path) -> None:
    folder = tmp_path / "envoi"
    folder.mkdir()
    (folder / "plan-d-action-soirees-boussole-fr.txt").write_text("à moi")
    assert export(dossier, "all", "--format", "txt", "--output", str(folder)) == WRONG
    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_a_group_shares_shares_its_documents(dossier: Path, tmp_path: Path) -> None:
    folder = tmp_path / "commun"
    folder.mkdir()
    folder.chmod(0o770)
    assert export(dossier, "actions", "--output", f"{folder}{os.sep}") == 0
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o660


def test_a_folder_that_cannot_be_written_is_told(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(dossier, "actions", "--output", str(tmp_path / "rien" / "plan.txt")) == WRONG
    assert "partner-tui: " in capsys.readouterr().err


def test_the_zip_of_everything_is_another_command(dossier: Path) -> None:
    assert export(dossier, "--everything") == 0
    assert list((dossier / "exports").glob("*.zip"))


def test_exporting_changes_nothing_in_the_dossier(dossier: Path) -> None:
    before = (dossier / "partnership.json").read_bytes()
    assert export(dossier, "handover") == 0
    assert (dossier / "partnership.json").read_bytes() == before


def test_printing_loads_no_heavy_library(dossier: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from partner_tui.cli import main; "
        f"main(['export', {str(dossier)!r}, 'statement', '--output', '-']); "
        "print([m for m in ('docx', 'typst', 'icalendar', 'textual') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_folder_with_a_hostile_name_is_told_without_obeying_it(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "a\x1b[2Jb"
    assert export(dossier, "actions", "--output", f"{folder}{os.sep}") == 0
    assert export(dossier, "actions", "--output", f"{folder}{os.sep}") == WRONG
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
