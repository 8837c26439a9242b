"""Decisions that replace others: which one may, and how it is said."""

from __future__ import annotations

from msgspec.structs import replace

from partner_tui.domain.records import Decision
from partner_tui.domain.workspace import Change, Workspace, put


def candidates(workspace: Workspace, decision: Decision) -> list[Decision]:
    """Return the decisions that can replace one, newest first; never one that it replaced."""
    return [
        each
        for each in reversed(workspace.alive(Decision))
        if each.id != decision.id and not _leads(workspace, each.id, decision.id)
    ]


def replacing(key: str, newer: str) -> Change:
    """Return the verb that says which decision replaces another; nothing when none does."""

    def change(workspace: Workspace) -> Workspace:
        decision = workspace.find(Decision, key)
        if decision is None or (newer and _leads(workspace, newer, key)):
            return workspace
        return put(workspace, replace(decision, superseded_by=newer))

    return change


def _leads(workspace: Workspace, start: str, goal: str) -> bool:
    """Tell whether one comes to a decision by going from a decision to what replaced it."""
    seen: set[str] = set()
    while start and start not in seen:
        if start == goal:
            return True
        seen.add(start)
        found = workspace.find(Decision, start)
        start = found.superseded_by if found else ""
    return False
