"""Load the whole guide of one language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from partner_tui import paths, resources
from partner_tui.domain.questions import Chapter, Guide, Row
from partner_tui.errors import ContentError
from partner_tui.guide import build, compiled
from partner_tui.guide.source import Source
from partner_tui.i18n import _

FOLDERS = ("guide", "steps", "lists")


@lru_cache
def guide(language: str) -> Guide:
    """Return the guide in a language; French where the other language has none yet."""
    root = resources.folder("content")
    if not (root / language / "steps").is_dir():
        return guide("fr")
    return load(root / language, language, paths.find_paths().state / f"guide-{language}")


def load(root: Path, language: str, kept: Path | None = None) -> Guide:
    """Return the guide of a folder, read from the copy `kept` when that is of these very files.

    Raises ContentError at its first mistake.
    """
    named = {name: files(root / name) for name in FOLDERS}
    read = iter(compiled.sources([path for found in named.values() for path in found], kept))
    chapters, steps, lists = ([next(read) for _path in found] for found in named.values())
    rows: dict[str, Row] = {}
    for source in chapters:
        for row in build.rows(source):
            rows[row.id] = row
    return Guide(
        language=language,
        steps=tuple(sorted((build.step(s, rows) for s in steps), key=lambda step: step.number)),
        lists=tuple(build.checklist(s) for s in sorted(lists, key=lambda s: s.number("order"))),
        chapters=_chapters(chapters, steps, lists),
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
