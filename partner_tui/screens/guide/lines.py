"""The lines of the guide's table of contents, and of what a search found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from partner_tui.domain.blocks import Block, Heading, plain
from partner_tui.domain.questions import Chapter, Guide
from partner_tui.guide.search import Hit
from partner_tui.i18n import _, ngettext
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

SHORT = 18
MOST = 100
"""How many hits are listed."""
LIST = "list."
HIT = "hit:"


def contents(guide: Guide, opened: str) -> list[Line]:
    """Return the chapters by family, the sections of the one that is open below it."""
    lines: list[Line] = []
    for title, chapters in _families(guide):
        if chapters:
            lines += [BLANK, heading(title)] if lines else [heading(title)]
        for chapter in chapters:
            lines.append(_chapter(guide, chapter))
            if chapter.id == opened:
                lines += [_section(chapter, block) for block in sections(chapter.blocks)]
    return lines


def _families(guide: Guide) -> Iterator[tuple[str, list[Chapter]]]:
    numbers = {step.id: step.number for step in guide.steps}
    lists = [chapter for chapter in guide.chapters if chapter.id.startswith(LIST)]
    steps = [chapter for chapter in guide.chapters if chapter.id in numbers]
    yield _("Le guide"), [c for c in guide.chapters if c not in lists and c not in steps]
    yield _("Les neuf étapes"), [c for c in steps if numbers[c.id] <= 9]
    yield _("Thèmes"), [c for c in steps if numbers[c.id] > 9]
    yield _("Les listes"), lists


def _chapter(guide: Guide, chapter: Chapter) -> Line:
    name = name_of(guide, chapter)
    title = "" if chapter.title == chapter.short else chapter.title
    return Line((Cell("  " + name, "", SHORT + 3), Cell(title, "dim", None)), key=chapter.id)


def name_of(guide: Guide, chapter: Chapter) -> str:
    """Return the short name of a chapter, a step after its number."""
    step = next((s for s in guide.nine if s.id == chapter.id), None)
    return f"{step.number} {chapter.short}" if step else chapter.short


def sections(blocks: Sequence[Block]) -> list[Heading]:
    """Return the headings under which a chapter is divided."""
    return [b for b in blocks if isinstance(b, Heading) and b.level == 2 and b.id]


def _section(chapter: Chapter, block: Heading) -> Line:
    return Line((Cell("    › " + plain(block.text), "", None),), key=f"{chapter.id}#{block.id}")


def found(guide: Guide, hits: Sequence[Hit], words: str) -> list[Line]:
    """Return the places where the words are, numbered by their key, under how many there are."""
    if not words.strip():
        return [note(_("Un mot ou deux, sans souci des accents ni des majuscules."))]
    if not hits:
        return [note(_("Le guide n'en parle pas. Essayez un mot plus court."))]
    count = ngettext("{n} endroit", "{n} endroits", len(hits))
    if len(hits) > MOST:
        count = _("{count}; voici les {most} premiers").format(count=count, most=MOST)
    lines = [note(count, indent=0)]
    for name, numbered in _by_chapter(hits[:MOST]).items():
        if chapter := guide.chapter(name):
            lines.append(heading(f"{name_of(guide, chapter)} · {chapter.title}"))
        lines += [_hit(number, hit) for number, hit in numbered]
    return lines


def _by_chapter(hits: Sequence[Hit]) -> dict[str, list[tuple[int, Hit]]]:
    """Return hits with their numbers by chapter, the chapter of the best one first."""
    chapters: dict[str, list[tuple[int, Hit]]] = {}
    for number, hit in enumerate(hits):
        chapters.setdefault(hit.entry.chapter, []).append((number, hit))
    return chapters


def _hit(number: int, hit: Hit) -> Line:
    before, word, after = hit.context
    look = "strong" if hit.entry.rank < 2 else ""
    cells = (Cell("  " + before, look), Cell(word, "accent"), Cell(after, look, None))
    return Line(cells, key=f"{HIT}{number}")
