"""A person's settings: one small TOML file, read at start, every mistake told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from partner_tui.errors import SettingsError
from partner_tui.i18n import LANGUAGES, N_, _

FILE = "settings.toml"


class Settings(Struct, frozen=True):
    """What a person chose; everything has a default."""

    language: str = ""
    """Language of the screen; empty to follow the environment."""
    name: str = ""
    """How changes are signed; empty for the login name."""
    ascii: bool = False
    """Signs from ASCII only."""
    mouse: bool = False
    slow_line: bool | None = None
    """Whether to spare the line; None to do so when the terminal is on another machine."""
    letterhead: str = ""
    """The name block of one's organization, at the head of documents."""
    logo: str = ""
    """The path of its logo, a PNG or JPEG file."""
    guide: str = ""
    """The path of one's organization's own guide texts, laid over those that ship."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Command id → keys, separated by commas."""

    @property
    def signature(self) -> str:
        """The name that changes are signed with."""
        return self.name or _login()


WANTED: Mapping[str, tuple[type, str, str]] = {
    "language": (str, N_("un texte"), 'language = "fr"'),
    "name": (str, N_("un texte"), 'name = "Coordination"'),
    "ascii": (bool, N_("true ou false"), "ascii = true"),
    "mouse": (bool, N_("true ou false"), "mouse = true"),
    "slow_line": (bool, N_("true ou false"), "slow_line = true"),
    "letterhead": (str, N_("un texte"), 'letterhead = "Collège des Trois-Baies"'),
    "logo": (str, N_("un texte"), 'logo = "/home/moi/logo.png"'),
    "guide": (str, N_("un texte"), 'guide = "/home/moi/guide"'),
    "keys": (dict, N_("une table"), 'keys = { "risks.new" = "f4" }'),
}
"""Setting → its type, the words for it, an example to write."""


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


def load(folder: Path) -> Settings:
    """Read the settings of a folder; raise SettingsError naming the file and each mistake."""
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except UnicodeDecodeError:
        why = _("ce n'est pas un texte en UTF-8\u00a0: enregistrez-le ainsi")
        raise _mistaken(path, [why]) from None
    except OSError as error:
        why = _("il ne peut pas être lu\u00a0: vérifiez ses droits d'accès")
        raise _mistaken(path, [why]) from error
    import tomllib

    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _mistaken(path, [_malformed(str(error))]) from error
    if isinstance(given.get("keys"), dict):
        given["keys"] = dict(_flat(given["keys"]))
    if mistakes := [*_mistakes(given)]:
        raise _mistaken(path, mistakes)
    return Settings(**given)


def naming(text: str, name: str) -> str:
    """Return the text of a settings file in which changes are signed with another name."""
    import json

    line = f"name = {json.dumps(name, ensure_ascii=False)}"
    own, head, tables = text.partition("\n[") if not text.startswith("[") else ("", text, "")
    named, count = re.subn(r"(?m)^[ \t]*name[ \t]*=.*$", lambda _found: line, own, count=1)
    return (named if count else f"{line}\n{own}") + head + tables


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the keys of commands; risks.new without quotes is a table inside a table."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        elif isinstance(value, str):
            yield before + name, ",".join(key.strip() for key in value.split(","))
        else:
            yield before + name, value


def _mistakes(given: Mapping[str, Any]) -> Iterator[str]:
    for name, value in given.items():
        if name not in WANTED:
            yield _(
                "le réglage «\u00a0{name}\u00a0» n'existe pas\u00a0: "
                "enlevez-le, ou choisissez parmi {known}"
            ).format(name=name, known=", ".join(WANTED))
            continue
        kind, words, example = WANTED[name]
        if not isinstance(value, kind):
            yield _wrong(name, words, example)
        elif name == "language" and value not in ("", *LANGUAGES):
            languages = _(" ou ").join(f'"{language}"' for language in LANGUAGES)
            yield _wrong(name, languages, WANTED[name][2])
    for name, value in given["keys"].items() if isinstance(given.get("keys"), dict) else ():
        if not isinstance(value, str) or not all(value.split(",")):
            yield _wrong(f"keys.{name}", N_("une ou plusieurs touches"), f'"{name}" = "f4"')


def _wrong(name: str, words: str, example: str) -> str:
    return _(
        "le réglage «\u00a0{name}\u00a0» doit être {wanted}\u00a0: écrivez par exemple {example}"
    ).format(name=name, wanted=_(words), example=example)


def _malformed(message: str) -> str:
    """Say where the file stops being TOML."""
    if "overwrite" in message or "twice" in message:
        return _("un réglage y est deux fois\u00a0: gardez-en un seul")
    place = re.search(r"at line (\d+), column (\d+)", message)
    if place is None:
        return _(
            "la fin manque\u00a0: fermez le dernier guillemet ou crochet, comme dans {example}"
        ).format(example=WANTED["language"][2])
    return _(
        "la ligne {line} ne se lit pas (colonne {column})\u00a0: "
        "écrivez un réglage par ligne, comme {example}"
    ).format(line=place[1], column=place[2], example=WANTED["language"][2])


def _mistaken(path: Path, mistakes: list[str]) -> SettingsError:
    head = _("dans les réglages «\u00a0{path}\u00a0»").format(path=path)
    return SettingsError(f"{head}, {'; '.join(mistakes)}.")
