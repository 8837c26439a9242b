"""The lines of a list: its tabs, its head, its rows, the checks that were kept."""

from __future__ import annotations

from rich.cells import cell_len

from partner_tui.documents.words import ARROWS, day
from partner_tui.domain import ticking
from partner_tui.domain.evidence import evidence
from partner_tui.domain.questions import ListItem, ListKind
from partner_tui.domain.records import Check
from partner_tui.domain.values import Trend
from partner_tui.i18n import _, ngettext
from partner_tui.screens.lists.grid import columns, positions
from partner_tui.screens.lists.view import CHECKS, View, row, trend
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

SIGN, WHO, DAY, LEVEL = 4, 13, 10, 10


# -- above the list


def tabs(view: View, width: int) -> list[tuple[str, bool]]:
    """Return the names of the lists with how far each has come, and which one is open."""
    names = []
    for checklist in view.guide.lists:
        done = ticking.count(view.workspace, view.guide, checklist)
        names.append((f"{checklist.short} {done.done}/{done.total}", checklist is view.checklist))
    gaps = ("  ·  ", " · ", "  ", " ")
    gap = next((gap for gap in gaps if _length(names, gap) < width), "")
    if not gap:
        shorts = [each.short for each in view.guide.lists]
        names = [(t if here else s, here) for s, (t, here) in zip(shorts, names, strict=True)]
        gap = " "
    parts = [piece for name in names for piece in ((gap, False), name)]
    return parts[1:]


def _length(names: list[tuple[str, bool]], gap: str) -> int:
    return sum(cell_len(text) for text, _here in names) + len(gap) * (len(names) - 1)


def head(view: View) -> Line:
    """Return the line above the rows: what the list is, the trend, the names of the columns."""
    if view.checklist.kind is ListKind.POSITIONS:
        return columns(view)
    checklist = view.checklist
    levels = " · ".join(f"{n} {word}" for n, word in enumerate(checklist.levels))
    left = _("Ce qui reste") if view.open_only else checklist.lead or levels or checklist.title
    return Line((Cell(" "), Cell(left, "heading", None), Cell(trend(view), "dim")))


# -- the rows


def body(view: View) -> list[Line]:
    """Return every line of the list as it is looked at."""
    rows = positions(view) if view.checklist.kind is ListKind.POSITIONS else _items(view)
    if view.open_only and not any(line.key for line in rows):
        return [BLANK, note(_("Rien ne reste à faire ici. o montre toute la liste."), "")]
    return rows if view.open_only else [*rows, *_checks(view)]


def _items(view: View) -> list[Line]:
    lines: list[Line] = []
    for group in view.checklist.groups:
        rows = [line for item in group.items for line in _item(view, item)]
        if rows and group.title:
            ids = [item.id for item in group.items]
            lines.append(heading(group.title, Cell(_points(view, ids), "strong")))
        lines += rows
    own = [
        ListItem(id=item.id, label=view.voice.name(item, "label"))
        for item in ticking.own_items(view.workspace, view.checklist.id)
    ]
    rows = [line for item in own for line in _item(view, item)]
    return [*lines, heading(_("Ajoutées ici")), *rows] if rows else lines


def _points(view: View, ids: list[str]) -> str:
    now = ticking.points(view.workspace, view.checklist, ids)
    check = ticking.check_before(view.workspace, view.checklist.id, view.today)
    before = f"{ticking.total(check.rows, only=ids)} → " if check else ""
    return _("{points} sur {total} ").format(points=f"{before}{now.done}", total=now.total)


def _item(view: View, item: ListItem) -> list[Line]:
    value = ticking.value_of(view.workspace, item.id)
    scored = view.checklist.kind is ListKind.SCORE
    if view.open_only and (value or 0) >= (view.checklist.max if scored else 1):
        return []
    right = [*_level(view, value), _way(view, item)] if scored else _ticked(view, item, value)
    mark = str(value) if scored and value is not None else "x" if value else " "
    sign = Cell(f"[{mark}]", "good" if value else "", SIGN)
    tick = ticking.tick_of(view.workspace, item.id)
    words = f"{tick.ticked_by} {tick.note}" if tick else ""
    return row(view, item.id, item.label, sign, right, words)


def _level(view: View, value: int | None) -> list[Cell]:
    levels = view.checklist.levels
    word = levels[value] if value is not None and value < len(levels) else ""
    return [Cell("  "), Cell(word, "dim" if value != 1 else "accent", LEVEL)]


def _way(view: View, item: ListItem) -> Cell:
    """Return which way a row went since the check before; nothing when it stayed."""
    check = ticking.check_before(view.workspace, view.checklist.id, view.today)
    if check is None or item.id not in check.rows:
        return Cell("", "", 2)
    before = ticking.total(check.rows, only=[item.id])
    moved = (ticking.value_of(view.workspace, item.id) or 0) - before
    sign = ARROWS[Trend.UP] if moved > 0 else ARROWS[Trend.DOWN] if moved else ""
    return Cell(f" {sign}", "good" if moved > 0 else "warn", 2)


def _ticked(view: View, item: ListItem, value: int | None) -> list[Cell]:
    tick = ticking.tick_of(view.workspace, item.id)
    if value and tick:
        when, who = Cell(day(tick.ticked_on), "dim", DAY), Cell(tick.ticked_by, "dim", WHO)
        return [Cell("  "), who, Cell("  "), when]
    return [Cell("  "), Cell(found_words(view, item), "accent", WHO + 2 + DAY)]


def found_words(view: View, item: ListItem) -> str:
    """Return how much of what the guide looks for is in the dossier."""
    looked = evidence(view.workspace, item.evidence)
    found = sum(each.found for each in looked)
    if not looked:
        return ""
    if found == len(looked):
        return _("trouvé dans le dossier")
    if found:
        return _("{n} trouvé sur {total}").format(n=found, total=len(looked))
    return _("rien encore au dossier")


# -- the checks that were kept


def _checks(view: View) -> list[Line]:
    checks = ticking.checks_of(view.workspace, view.checklist.id)
    if not checks:
        return []
    lines = [BLANK, heading(_("Bilans gardés"))]
    return lines + [_check(view, check) for check in reversed(checks)]


def _check(view: View, check: Check) -> Line:
    return Line(
        (
            Cell(" " * SIGN),
            Cell(day(check.on), "", DAY + 2),
            Cell(check_points(view, check), "strong", 11),
            Cell(view.voice.words(check, "comment"), "dim", None),
        ),
        key=f"{CHECKS}{check.id}",
    )


def check_points(view: View, check: Check) -> str:
    """Return the points of a check out of those it could have."""
    points = ticking.total(check.rows)
    if view.checklist.kind is ListKind.POSITIONS:
        return ngettext("{n}\u00a0oui", "{n}\u00a0oui", points)
    most = view.checklist.max if view.checklist.kind is ListKind.SCORE else 1
    return _("{done} sur {total}").format(done=points, total=most * len(check.rows))
