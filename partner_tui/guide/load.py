"""Load the whole guide of one language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from partner_tui import resources
from partner_tui.domain.questions import Chapter, Guide, Row
from partner_tui.errors import ContentError
from partner_tui.guide import build
from partner_tui.guide.source import Source, read
from partner_tui.i18n import _


@lru_cache
def guide(language: str) -> Guide:
    """Return the guide in a language; French where the other language has none yet."""
    root = resources.folder("content")
    return load(root / language, language) if (root / language / "steps").is_dir() else guide("fr")


def load(root: Path, language: str) -> Guide:
    """Return the guide of a folder; raise ContentError at its first mistake."""
    chapters, steps, lists = (_sources(root / name) for name in ("guide", "steps", "lists"))
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


def _sources(folder: Path) -> list[Source]:
    if not folder.is_dir():
        raise ContentError(_("{folder}: ce dossier du guide manque.").format(folder=folder))
    return [read(path) for path in sorted(folder.glob("*.md"))]


def _chapters(
    chapters: Iterable[Source], steps: Iterable[Source], lists: Iterable[Source]
) -> tuple[Chapter, ...]:
    """Return everything one can read: chapters by their order, then steps, then lists."""
    found = [build.chapter(source, source.number("order")) for source in chapters]
    found += [build.chapter(source, 1000 + source.number("number")) for source in steps]
    found += [build.chapter(source, 2000 + source.number("order"), "list.") for source in lists]
    return tuple(sorted(found, key=lambda chapter: chapter.order))
