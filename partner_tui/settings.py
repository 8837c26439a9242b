"""A person's settings: one small TOML file, read at start, every mistake told."""

from __future__ import annotations

import getpass
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from partner_tui.errors import SettingsError

FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose; everything has a default."""

    language: str = ""
    """Language of the screen; empty to follow the environment."""
    name: str = ""
    """How changes are signed; empty for the login name."""
    ascii: bool = False
    """Signs from ASCII only."""
    mouse: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)
    """Command id → keys, separated by commas."""

    @property
    def signature(self) -> str:
        """The name that changes are signed with."""
        return self.name or _login()


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


def load(folder: Path) -> Settings:
    """Read the settings of a folder; raise SettingsError naming the file and the place."""
    path = folder / FILE
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from error
    kinds = {"language": str, "name": str, "ascii": bool, "mouse": bool, "keys": dict}
    for key, value in given.items():
        if not isinstance(value, kinds.get(key, ())):
            raise SettingsError(f"{path}: {key} = {value!r}")
    for key, value in given.get("keys", {}).items():
        if not isinstance(value, str):
            raise SettingsError(f"{path}: keys.{key} = {value!r}")
    return Settings(**given)
