"""How the screens look on the sample dossier: text to review, two pictures for the README."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from screens.conftest import TODAY, an_app

from partner_tui import demo, i18n
from partner_tui.app import PartnerApp
from partner_tui.commands import MODES

HERE = Path(__file__).parent
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
PICTURES = {"home": "accueil", "steps": "etapes"}


@pytest.fixture(autouse=True)
def greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Show hours as they are stored, wherever the test runs."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def seen(app: PartnerApp) -> str:
    """Return the screen as lines of text."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"


def check(path: Path, text: str) -> None:
    """Compare with what was kept, or keep it when that was asked."""
    if os.environ.get("UPDATE"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, f"UPDATE=1 pytest {HERE.name} rewrites it"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", [mode for mode, _letter, _label in MODES])
async def test_a_screen_looks_as_it_did(
    mode: str, size: str, language: str, tmp_path: Path
) -> None:
    i18n.use(language)
    app = an_app(demo.workspace(TODAY), tmp_path)
    async with app.run_test(size=SIZES[size]) as pilot:
        await app.run_action(f"app.go('{mode}')")
        await pilot.pause()
        check(HERE / f"{mode}-{size}-{language}.txt", seen(app))
        if mode in PICTURES and size == "80x24" and language == "fr":
            check(HERE / f"{PICTURES[mode]}.svg", app.export_screenshot(title="partner-tui"))
