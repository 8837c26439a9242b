"""Cut the tests off from the machine they run on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import settling
import sheets

from partner_tui import i18n

TODAY = date(2026, 11, 22)

settling.install()
sheets.install()


@pytest.fixture(autouse=True)
def no_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give each test its own home, no clipboard program, and the French screen."""
    monkeypatch.setenv("PARTNER_TUI_HOME", str(tmp_path / "home"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY", "SSH_TTY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    i18n.use("fr")
    yield
    i18n.use("fr")
