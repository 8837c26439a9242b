"""The program on a dossier in memory, ready for keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from partner_tui import demo
from partner_tui.app import PartnerApp
from partner_tui.bootstrap import Services
from partner_tui.clipboard import Copied, Way
from partner_tui.domain.records import Organization, Partnership
from partner_tui.domain.values import OrganizationKind
from partner_tui.domain.workspace import Workspace, put
from partner_tui.paths import Paths
from partner_tui.settings import Settings
from partner_tui.storage.memory import MemoryStore
from partner_tui.workbook import Workbook

TODAY = date(2026, 11, 22)


class Copies:
    """A clipboard that remembers what it was given, as (name, text)."""

    def __init__(self) -> None:
        self.given: list[tuple[str, str]] = []

    def __call__(self, text: str, name: str) -> Copied:
        """Remember a copy."""
        self.given.append((name, text))
        return Copied(way=Way.TERMINAL, path=None, verified=False, size=len(text.encode()))


def an_app(workspace: Workspace, home: Path) -> PartnerApp:
    """Return the program on a workspace; nothing reaches the disk but exports."""
    services = Services(
        Paths(home / "dossiers", home / "config", home / "state"),
        Settings(name="Test"),
        today=lambda: TODAY,
        book=Workbook(
            MemoryStore(workspace, home / "dossier"), "Test", clock=lambda: "2026-11-22T15:00:00Z"
        ),
        direct=True,
    )
    return PartnerApp(services, copier=Copies())


@pytest.fixture
def demo_app(tmp_path: Path) -> PartnerApp:
    """The program on the sample dossier, on its own day."""
    return an_app(demo.workspace(TODAY), tmp_path)


@pytest.fixture
def empty_app(tmp_path: Path) -> PartnerApp:
    """The program on a new dossier with two organizations."""
    workspace = put(
        Workspace(),
        Partnership(name="Jardin commun"),
        Organization(id="o1", name="Cégep du Lac", short="Cégep", kind=OrganizationKind.CAMPUS),
        Organization(id="o2", name="Le Sillon", short="Sillon"),
    )
    return an_app(workspace, tmp_path)
