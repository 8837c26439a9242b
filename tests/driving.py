"""Drive the program as a person does: press keys, read the screen, read the notice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from screens.conftest import TODAY, Copies
from textual.pilot import Pilot

from partner_tui import demo
from partner_tui.app import PartnerApp
from partner_tui.bootstrap import Services
from partner_tui.domain.workspace import Change, Workspace
from partner_tui.paths import Paths
from partner_tui.screens.base import WorkScreen
from partner_tui.settings import Settings
from partner_tui.storage.memory import MemoryStore
from partner_tui.widgets.chrome import KeyBar, NoticeBar, TitleBar
from partner_tui.workbook import Workbook

SIZE = (80, 24)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, each one done before the next."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def write(pilot: Pilot[Any], text: str) -> None:
    """Type a text where the keys act."""
    await press(pilot, *("space" if each == " " else each for each in text))


def words(app: PartnerApp) -> str:
    """Return all that is on the screen."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def notice(app: PartnerApp) -> str:
    """Return the notice that is shown, or nothing."""
    bar = app.screen.query_one(NoticeBar)
    return bar.words if bar.display else ""


def title(app: PartnerApp) -> str:
    """Return the title line."""
    return app.screen.query_one(TitleBar)._text.plain


def foot(app: PartnerApp) -> str:
    """Return the line of keys."""
    return app.screen.query_one(KeyBar)._text.plain


def copied(app: PartnerApp) -> list[str]:
    """Return the texts that were copied, in order."""
    given: list[tuple[str, str]] = getattr(app._copier, "given")  # noqa: B009 - not typed
    return [text for _name, text in given]


def work(app: PartnerApp) -> WorkScreen:
    """Return the screen in front, which must be one of a dossier."""
    assert isinstance(app.screen, WorkScreen)
    return app.screen


def shelves(home: Path, **chosen: Any) -> Services:
    """Return services on a home of its own, no dossier open."""
    paths = Paths(home / "dossiers", home / "config", home / "state")
    return Services(paths, Settings(name="Test", **chosen), today=lambda: TODAY)


def an_app_with(store: MemoryStore, home: Path, **chosen: Any) -> PartnerApp:
    """Return the program on a store, with some settings."""
    services = shelves(home, **chosen)
    services.book = Workbook(store, "Test", clock=lambda: "2026-11-22T15:00:00Z")
    services.direct = True
    return PartnerApp(services, copier=Copies())


def demo_store(workspace: Workspace | None = None) -> MemoryStore:
    """Return the sample dossier in memory."""
    return MemoryStore(workspace or demo.workspace(TODAY))


def elsewhere(app: PartnerApp, change: Change) -> None:
    """Commit a change from another session on the same dossier."""
    store = app.services.workbook.store
    assert isinstance(store, MemoryStore)
    Workbook(store.again(), "Direction").apply("edit", change)
