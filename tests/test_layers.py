"""Imports go down only, and nothing loads Textual before the interface opens."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from partner_tui import demo

ROOT = Path(__file__).parent.parent
HEAVY = ("textual", "rich", "docx", "typst", "icalendar")
"""What only some commands need; reading a dossier needs none of it."""
SLOW = ("babel", "markdown_it", "filelock", "platformdirs", "secrets", "shutil", "tomllib")
"""What would make printing a page twice as long as importing the store's own libraries."""


def test_imports_go_down_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def loaded(*arguments: str) -> list[str]:
    """Return which heavy modules are loaded once a command has run."""
    code = (
        "import sys\n"
        "from partner_tui.cli import main\n"
        "try:\n    status = main(sys.argv[1:])\n"
        "except SystemExit as ended:\n    status = ended.code\n"
        f"print([name for name in {HEAVY + SLOW!r} if name in sys.modules], file=sys.stderr)\n"
        "sys.exit(status)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    names: list[str] = done.stderr.splitlines()[-1].strip("[]").replace("'", "").split(", ")
    return [name for name in names if name]


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_no_interface(option: str) -> None:
    assert not set(HEAVY) & set(loaded(option))


@pytest.mark.parametrize("command", ["statement", "minutes", "risks", "status"])
def test_printing_loads_nothing_that_it_does_not_use(tmp_path: Path, command: str) -> None:
    dossier = str(demo.copy(tmp_path, date(2026, 11, 22)))
    assert not set(HEAVY) & set(loaded(command, dossier))  # the guide is parsed, then kept
    assert loaded(command, dossier) == []


def test_checking_the_guide_loads_no_interface() -> None:
    assert not set(HEAVY) & set(loaded("guide", "check"))
