"""The command line: what it prints, and one clear sentence for what cannot work."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from partner_tui import __version__, cli, demo
from partner_tui.app import PartnerApp
from partner_tui.cli import PRINTERS, WRONG, main
from partner_tui.paths import find_paths
from partner_tui.settings import FILE
from partner_tui.storage.schema import DOSSIER, SCHEMA_VERSION
from partner_tui.terminal import environment
from partner_tui.terminal.preconditions import Reason

Capture = pytest.CaptureFixture[str]
TODAY = date(2026, 11, 22)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A copy of the sample dossier."""
    return demo.copy(tmp_path, TODAY)


def refused(capsys: Capture, *arguments: str) -> str:
    """Return the sentence on stderr; nothing else is said, and the status is 2."""
    assert main([*arguments]) == WRONG
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("partner-tui: ") and said.err.count("\n") == 1
    assert "\x1b" not in said.err and "Traceback" not in said.err
    return said.err


def written(path: Path, change: Callable[[dict[str, dict[str, dict[str, object]]]], None]) -> None:
    """Change the data file by hand."""
    data = json.loads((path / DOSSIER).read_text(encoding="utf-8"))
    change(data)
    (path / DOSSIER).write_text(json.dumps(data), encoding="utf-8")


@pytest.mark.parametrize("command", PRINTERS)
def test_a_wrong_path_is_named(capsys: Capture, tmp_path: Path, command: str) -> None:
    said = refused(capsys, command, str(tmp_path / "nulle part"))
    assert "nulle part" in said and "vérifiez le chemin" in said


@pytest.mark.parametrize("command", PRINTERS)
def test_a_folder_that_is_no_dossier_is_named(
    capsys: Capture, tmp_path: Path, command: str
) -> None:
    said = refused(capsys, command, str(tmp_path))
    assert str(tmp_path) in said and DOSSIER in said


def test_a_file_that_is_no_dossier_is_named(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("bonjour")
    assert "notes.txt" in refused(capsys, "status", str(tmp_path / "notes.txt"))


def test_a_pipe_is_not_opened(capsys: Capture, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / DOSSIER)
    assert DOSSIER in refused(capsys, "status", str(tmp_path))


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_named(capsys: Capture, dossier: Path) -> None:
    (dossier / DOSSIER).chmod(0)
    assert "demandez l'accès" in refused(capsys, "status", str(dossier))


BROKEN: dict[str, Callable[[Path], None]] = {
    "json": lambda path: (path / DOSSIER).write_text('{\n"risks": {,}', encoding="utf-8") and None,
    "empty": lambda path: (path / DOSSIER).write_text("", encoding="utf-8") and None,
    "binary": lambda path: (path / DOSSIER).write_bytes(b"\xff\xfe\x00") and None,
    "list": lambda path: (path / DOSSIER).write_text("[1]", encoding="utf-8") and None,
    "type": lambda path: written(path, lambda data: data["risks"]["1"].update(impact="fort")),
    "date": lambda path: written(path, lambda data: data["risks"]["1"].update(review="demain")),
    "value": lambda path: written(path, lambda data: data["risks"]["1"].update(state="perdu")),
    "missing": lambda path: written(path, lambda data: data["risks"]["1"].pop("id") and None),
    "newer": lambda path: written(
        path, lambda data: data["meta"]["1"].update(schema=SCHEMA_VERSION + 1, novel="x")
    ),
}
PLACES = {"json": "ligne 2", "type": "impact", "date": "review", "value": "state", "missing": "id"}


@pytest.mark.parametrize("command", PRINTERS)
@pytest.mark.parametrize("fault", [name for name in BROKEN if name != "newer"])
def test_a_broken_file_is_named_with_the_place_and_left_as_it_is(
    capsys: Capture, dossier: Path, fault: str, command: str
) -> None:
    BROKEN[fault](dossier)
    before = (dossier / DOSSIER).read_bytes()
    said = refused(capsys, command, str(dossier))
    assert DOSSIER in said and PLACES.get(fault, "") in said
    assert (dossier / DOSSIER).read_bytes() == before


def test_a_newer_file_is_printed_or_refused_but_never_changed(
    capsys: Capture, dossier: Path
) -> None:
    BROKEN["newer"](dossier)
    before = (dossier / DOSSIER).read_bytes()
    status = main(["status", str(dossier)])
    said = capsys.readouterr()
    assert status in (0, WRONG) and "Traceback" not in said.err
    assert status == 0 or "plus récente" in said.err
    assert (dossier / DOSSIER).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--couleur"], "--couleur"),
        (["status"], "CHEMIN"),
        (["status", "x", "--lang", "de"], "de"),
        (["status", "x", "--format"], "--format"),
        (["minutes", "x", "deux"], "deux"),
        (["guide", "read"], "read"),
        (["a", "b"], "b"),
        (["--lang"], "--lang"),
    ],
)
def test_an_option_that_cannot_work_is_named(
    capsys: Capture, arguments: list[str], word: str
) -> None:
    said = refused(capsys, *arguments)
    assert word in said and "--help" in said and "'" not in said.partition("au choix")[2]
    assert not {"argument", "invalid", "required", "expected"} & {
        each.strip(":,.") for each in said.replace("argument inconnu", "").split()
    }


def test_minutes_that_are_not_there_are_named_with_those_that_are(
    capsys: Capture, dossier: Path
) -> None:
    said = refused(capsys, "minutes", str(dossier), "99")
    assert "99" in said and "1, 2, 3" in said


@pytest.mark.parametrize("reason", Reason)
def test_without_a_terminal_the_way_to_print_is_told(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, reason: Reason
) -> None:
    monkeypatch.setattr("partner_tui.terminal.preconditions.refusal", lambda *_, **__: reason)
    assert "partner-tui status CHEMIN" in refused(capsys, "--demo")


def test_mistaken_settings_are_told(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from partner_tui import paths

    config = paths.find_paths().config
    config.mkdir(parents=True, exist_ok=True)
    (config / "settings.toml").write_text("couleur = 1", encoding="utf-8")
    monkeypatch.setattr("partner_tui.terminal.preconditions.refusal", lambda *_, **__: None)
    assert "couleur" in refused(capsys, "--demo")


@pytest.mark.parametrize("command", PRINTERS)
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("form", ["md", "txt"])
def test_every_document_is_printed(
    capsysbinary: pytest.CaptureFixture[bytes],
    dossier: Path,
    command: str,
    language: str,
    form: str,
) -> None:
    before = {path: path.read_bytes() for path in dossier.iterdir() if path.is_file()}
    assert main([command, str(dossier), "--lang", language, "--format", form]) == 0
    said = capsysbinary.readouterr()
    assert said.err == b"" and b"\x1b" not in said.out
    name = {"fr": "Soirées Boussole", "en": "Compass Evenings"}[language]
    assert name in said.out.decode()
    assert {path: path.read_bytes() for path in dossier.iterdir() if path.is_file()} == before


def test_the_data_file_itself_can_be_named(
    capsysbinary: pytest.CaptureFixture[bytes], dossier: Path
) -> None:
    assert main(["status", str(dossier / DOSSIER)]) == 0
    assert "Soirées" in capsysbinary.readouterr().out.decode()


def test_the_status_for_programs_is_json(
    capsysbinary: pytest.CaptureFixture[bytes], dossier: Path
) -> None:
    assert main(["status", str(dossier), "--json"]) == 0
    assert json.loads(capsysbinary.readouterr().out)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["status", "--help"]])
def test_help_and_version_end_well(capsys: Capture, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert __version__ in said if arguments == ["--version"] else "partner-tui" in said


def test_the_help_is_french_and_names_every_command(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["--help", "--lang", "fr"])
    said = capsys.readouterr().out
    assert "usage\u00a0:" in said and "show this" not in said
    for name in (*cli.COMMANDS, *cli.KEEPERS):
        assert f"partner-tui {name}" in said


def run(*arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command with its streams piped."""
    command = [sys.executable, "-m", "partner_tui", *arguments]
    env = {**os.environ, "PYTHONWARNINGS": "error", **extra}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=env, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


def test_piped_it_says_one_sentence_without_escape_codes() -> None:
    done = run("--demo", LANG="fr_CA.UTF-8")
    assert done.returncode == WRONG
    assert done.stdout == "" and done.stderr.count("\n") == 1
    assert "terminal" in done.stderr and "\x1b" not in done.stderr


def test_a_closed_pipe_is_no_trouble(dossier: Path) -> None:
    command = f'"{sys.executable}" -m partner_tui status "{dossier}" | head -c 1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_a_locale_without_accents_still_prints_utf8(dossier: Path) -> None:
    done = run("status", str(dossier), "--lang", "fr", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0 and "Soirées" in done.stdout


def test_a_sentence_with_accents_reaches_a_locale_without_them(tmp_path: Path) -> None:
    done = run("status", str(tmp_path / "été"), "--lang", "fr", LC_ALL="C", PYTHONUTF8="0",
               PYTHONCOERCECLOCALE="0")  # fmt: skip
    assert done.returncode == WRONG and "Traceback" not in done.stderr


def test_what_is_copied_from_the_sample_is_private(dossier: Path) -> None:
    assert stat.S_IMODE(dossier.stat().st_mode) == 0o700
    assert stat.S_IMODE((dossier / DOSSIER).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("options", "setting", "spared"),
    [
        (["--slow-line"], "", True),
        (["--no-slow-line"], "slow_line = true\n", False),
        ([], "slow_line = true\n", True),
        ([], "slow_line = false\n", False),
        ([], "", None),
    ],
)
def test_a_slow_line_is_told_by_the_option_then_by_the_settings_else_by_ssh(
    options: list[str], setting: str, spared: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[PartnerApp] = []
    monkeypatch.setattr(cli, "_check_terminal", lambda: None)
    monkeypatch.setattr(environment, "prepare_environment", lambda: None)
    monkeypatch.setattr(PartnerApp, "run", lambda app, **_options: begun.append(app))
    config = find_paths().config
    config.mkdir(parents=True, exist_ok=True)
    (config / FILE).write_text(setting, encoding="utf-8")
    for name in ("SSH_CONNECTION", "SSH_CLIENT"):
        monkeypatch.delenv(name, raising=False)
    for far in ("", "/dev/pts/0"):
        monkeypatch.setenv("SSH_TTY", far)
        main(options)
        waits = bool(begun[-1].rest)
        assert waits is (bool(far) if spared is None else spared)
