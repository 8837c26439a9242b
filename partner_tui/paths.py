"""Where a person's dossiers, settings and drafts live."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

APP = "partner-tui"
DOSSIER = "partnership.json"


class Paths(Struct, frozen=True):
    """The folders of one person on one machine."""

    data: Path
    """One folder a dossier."""
    config: Path
    state: Path
    """Drafts and logs."""


def find_paths(environment: Mapping[str, str] = os.environ) -> Paths:
    """Return the folders: all under PARTNER_TUI_HOME when it is set, else the platform's."""
    home = environment.get("PARTNER_TUI_HOME")
    if home:
        root = Path(home).expanduser()
        return Paths(root / "dossiers", root / "config", root / "state")
    from platformdirs import PlatformDirs

    place = PlatformDirs(APP, appauthor=False)
    return Paths(
        Path(place.user_data_dir) / "dossiers",
        Path(place.user_config_dir),
        Path(place.user_state_dir),
    )
