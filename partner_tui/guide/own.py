"""An organization's own texts: where they are, and each file read whatever is in it."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from partner_tui import paths, settings
from partner_tui.errors import ContentError, SettingsError
from partner_tui.guide import compiled
from partner_tui.guide.source import Source, examine
from partner_tui.i18n import LANGUAGES, _, current

FOLDERS: Final = ("guide", "steps", "lists")
SIZE: Final = 256 * 1024
"""The longest file that is read; the longest of ours is twenty times shorter."""
MOST: Final = 300
"""How many files are read."""


class Own(Struct, frozen=True):
    """The files of a folder, by language and by name (`steps/welcome.md`)."""

    root: Path
    files: Mapping[str, Mapping[str, Path]]
    mistakes: tuple[ContentError, ...] = ()

    def serving(self, language: str) -> Mapping[str, Path]:
        """Return the files that serve in a language: those of another one where it has none."""
        others = {n: p for other in LANGUAGES for n, p in self.files.get(other, {}).items()}
        return dict(sorted({**others, **self.files.get(language, {})}.items()))


def folder() -> Path | None:
    """Return the folder that the settings name, or None."""
    config = paths.find_paths().config
    try:
        chosen = settings.load(config).guide
    except SettingsError:
        return None
    if not chosen:
        return None
    try:
        return config / Path(chosen).expanduser()
    except RuntimeError:
        return config / chosen


def look(root: Path) -> Own:
    """Return the files of an organization's folder, and what is wrong with the folder itself."""
    mistakes: list[ContentError] = []
    try:
        files = {language: dict(_files(root, language, mistakes)) for language in LANGUAGES}
        mistakes += _astray(root, root, LANGUAGES)
    except ContentError as error:
        return Own(root, {}, (error,))
    if not any(files.values()) and not mistakes:
        reason = _("il est vide\u00a0: mettez-y fr et en, et dedans guide, steps ou lists.")
        mistakes.append(_about(root, reason))
    return Own(root, files, tuple(mistakes))


def _files(root: Path, language: str, mistakes: list[ContentError]) -> Iterator[tuple[str, Path]]:
    home = root / language
    if language not in _names(root):
        return
    names = _names(home)
    mistakes += _astray(root, home, FOLDERS)
    for kind in FOLDERS:
        found = [name for name in _names(home / kind) if _is_text(name)] if kind in names else []
        if len(found) > MOST:
            reason = _("plus de {most} fichiers\u00a0: les suivants ne sont pas lus.")
            mistakes.append(_about(home / kind, reason.format(most=MOST)))
        yield from ((f"{kind}/{name}", home / kind / name) for name in found[:MOST])


def _is_text(name: str) -> bool:
    return name.endswith(".md") and not name.startswith(".")


def _astray(root: Path, inside: Path, wanted: Iterable[str]) -> Iterator[ContentError]:
    """Yield a mistake for each text or folder that nothing reads where it is."""
    for name in _names(inside):
        path = inside / name
        if name in wanted or name.startswith("."):
            continue
        if _is_text(name) or (inside != root and path.is_dir()):
            reason = _("rien ne lit cela ici\u00a0: rangez-le dans guide, steps ou lists.")
            yield _about(path.relative_to(root), reason)


def _names(inside: Path) -> list[str]:
    """Return the names in a folder; raise ContentError when it cannot be read."""
    try:
        return sorted(path.name for path in inside.iterdir())
    except FileNotFoundError:
        reason = _(
            "ce dossier n'existe pas\u00a0: remettez-le, ou corrigez «\u00a0guide\u00a0» "
            "dans les réglages."
        )
    except NotADirectoryError:
        reason = _("ce n'est pas un dossier\u00a0: nommez celui qui contient fr et en.")
    except (OSError, ValueError):
        reason = _("ce dossier ne peut pas être lu\u00a0: vérifiez ses droits d'accès.")
    raise _about(inside, reason)


def _about(path: Path, reason: str) -> ContentError:
    return ContentError(f"{current().colon(path.as_posix())} {reason}")


def read(own: Own, language: str, kept: Path | None = None) -> dict[str, list[Source]]:
    """Return the sources that serve in a language, by folder, each with its mistakes."""
    named = own.serving(language)
    found = compiled.sources([*named.values()], kept, read_anyway)
    return by_folder(named, found)


def by_folder(names: Iterable[str], sources: Iterable[Source]) -> dict[str, list[Source]]:
    """Return sources by folder."""
    files: dict[str, list[Source]] = {kind: [] for kind in FOLDERS}
    for name, source in zip(names, sources, strict=True):
        files[name.partition("/")[0]].append(source)
    return files


def read_anyway(path: Path) -> Source:
    """Read a file; one that cannot be read is a source with that mistake and nothing else."""
    empty = Source(path, {})
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise empty.fail(1, _("ce n'est pas un fichier de texte\u00a0: enlevez-le."))
        if found.st_size > SIZE:
            reason = _("ce fichier est trop long (plus de {size} ko)\u00a0: divisez-le.")
            raise empty.fail(1, reason.format(size=SIZE // 1024))
        return examine(path)
    except OSError:
        return _lost(empty, _("ce fichier ne peut pas être lu\u00a0: vérifiez-le, ou enlevez-le."))
    except RecursionError:
        return _lost(empty, _("ce texte est trop emboîté\u00a0: simplifiez-le."))
    except ContentError as error:
        return Source(path, {}, mistakes=(error,))


def _lost(source: Source, reason: str) -> Source:
    return Source(source.path, {}, mistakes=(source.fail(1, reason),))
