"""Load the whole guide of one language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from partner_tui import paths, resources
from partner_tui.domain.questions import Chapter, Guide
from partner_tui.errors import ContentError
from partner_tui.guide import build, compiled
from partner_tui.guide.overlay import Files, lay, rows_of
from partner_tui.guide.own import FOLDERS, folder, look, read
from partner_tui.guide.source import Source
from partner_tui.i18n import _


@lru_cache
def guide(language: str) -> Guide:
    """Return the guide in a language, an organization's own texts laid over it."""
    root = resources.folder("content")
    if not (root / language / "steps").is_dir():
        return guide("fr")
    state = paths.find_paths().state
    shipped = sources(root / language, state / f"guide-{language}")
    own = folder()
    if own is None:
        return assemble(language, shipped)
    mine = read(look(own), language, state / f"guide-own-{language}")
    return assemble(language, lay(shipped, mine).files)


def load(root: Path, language: str, kept: Path | None = None) -> Guide:
    """Return the guide of a folder, read from the copy `kept` when that is of these very files.

    Raises ContentError at its first mistake.
    """
    return assemble(language, sources(root, kept))


def sources(root: Path, kept: Path | None = None) -> dict[str, list[Source]]:
    """Return the files of a folder by kind, from the copy `kept` when that is of these files."""
    named = {kind: files(root / kind) for kind in FOLDERS}
    found = iter(compiled.sources([path for paths in named.values() for path in paths], kept))
    return {kind: [next(found) for _path in paths] for kind, paths in named.items()}


def assemble(language: str, made: Files) -> Guide:
    """Return the guide that these files tell."""
    rows = rows_of(made["guide"])
    steps = (build.step(source, rows) for source in made["steps"])
    lists = sorted(made["lists"], key=lambda source: source.number("order"))
    return Guide(
        language=language,
        steps=tuple(sorted(steps, key=lambda step: step.number)),
        lists=tuple(build.checklist(source) for source in lists),
        chapters=_chapters(made["guide"], made["steps"], made["lists"]),
        rows=rows,
    )


def files(folder: Path) -> list[Path]:
    """Return the guide files of a folder; raise ContentError when there is no such folder."""
    if not folder.is_dir():
        raise ContentError(_("{folder}\u00a0: ce dossier du guide manque.").format(folder=folder))
    return sorted(folder.glob("*.md"))


def _chapters(
    chapters: Iterable[Source], steps: Iterable[Source], lists: Iterable[Source]
) -> tuple[Chapter, ...]:
    """Return everything one can read: chapters by their order, then steps, then lists."""
    found = [build.chapter(source, source.number("order")) for source in chapters]
    found += [build.chapter(source, 1000 + source.number("number")) for source in steps]
    found += [build.chapter(source, 2000 + source.number("order"), "list.") for source in lists]
    return tuple(sorted(found, key=lambda chapter: chapter.order))
