"""Where a target leads: the screen to open and what to put the cursor on."""

from __future__ import annotations

from msgspec import Struct

from partner_tui.commands import MODES
from partner_tui.domain.meetings import meeting_of
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Record
from partner_tui.domain.workspace import Workspace

SCREENS = frozenset(mode for mode, _letter, _label in MODES)
TABLES = {
    "risks": "risks",
    "meetings": "meetings",
    "notes": "meetings",
    "decisions": "meetings",
    "topics": "meetings",
    "actions": "actions",
    "views": "actions",
    "statements": "statement",
    "organizations": "people",
    "contacts": "people",
    "checks": "lists",
    "ticks": "lists",
    "items": "lists",
    "answers": "steps",
    "partnership": "home",
}
"""The screen that shows each table, above the eight for actions; other tables are shown with
the question they answer."""


class Place(Struct, frozen=True):
    """A screen, and the key of what to show on it."""

    mode: str
    key: str = ""

    @property
    def above(self) -> bool:
        """True for a screen that opens above the one in front."""
        return self.mode not in SCREENS


def place_of(target: str, workspace: Workspace, guide: Guide) -> Place | None:
    """Return where `kind:id` or `table/id` leads, or None when it leads nowhere.

    `minutes:table/id` leads to a record in the meeting where it was noted, `born:table/id` to the
    actions that were born from it.
    """
    kind, colon, key = target.partition(":")
    if not colon:
        table, _slash, key = target.partition("/")
        return _record(table, key, workspace, guide)
    name = key.partition("#")[0]
    match kind:
        case "screen" if key in SCREENS:
            return Place(key)
        case "question" if guide.question(key):
            return Place("steps", key)
        case "step" if any(step.id == key for step in guide.steps):
            return Place("steps", key)
        case "list" if guide.checklist(key):
            return Place("lists", key)
        case "guide" if guide.chapter(name):
            return Place("guide", key)
        case "born":
            return Place("actions", target)
        case "minutes" if meeting_of(workspace, key):
            return Place("meetings", key)
    return None


def _record(table: str, key: str, workspace: Workspace, guide: Guide) -> Place | None:
    if table == "answers" and guide.question(key):
        return Place("steps", key)
    if table == "ticks":
        return Place("lists", key)
    record: Record | None = workspace.tables.get(table, {}).get(key)
    at = f"{table}/{key}" if record else ""
    if table in TABLES:
        return Place(TABLES[table], at)
    asking = (q for q in guide.questions() if q.records and q.records == table)
    question = next(asking, None)
    return Place("steps", at or question.id) if question else None
