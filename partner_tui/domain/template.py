"""The template of the agenda: which headings, in which order, with how many minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from partner_tui.domain.agenda import headings
from partner_tui.domain.records import Heading, new_id
from partner_tui.domain.topics import spoken_topic
from partner_tui.domain.workspace import Change, Workspace, put

OWN = "own/"
"""How the key of a heading of the partners' own begins."""


def is_own(key: str) -> bool:
    """Tell whether the partners added a heading themselves."""
    return key.startswith(OWN)


def adding_heading(line: str) -> Change:
    """Return the verb that adds a heading from a line that says its title and its minutes."""
    title, minutes = spoken_topic(line)
    fresh = Heading(key=f"{OWN}{new_id()}", title=title, minutes=minutes)
    return _with(lambda kept: (fresh, *kept))


def rewording_heading(key: str, line: str, usual: str = "") -> Change:
    """Return the verb that gives a heading another title than the usual one, or other minutes."""
    said, minutes = spoken_topic(line)
    title = "" if said == usual else said
    return _each(key, lambda each: replace(each, title=title, minutes=minutes))


def turning_heading(key: str) -> Change:
    """Return the verb that leaves a heading out of the agenda, or takes it back."""
    return _each(key, lambda each: replace(each, off=not each.off))


def removing_heading(key: str) -> Change:
    """Return the verb that takes a heading of the partners' own away."""
    return _with(lambda kept: tuple(each for each in kept if each.key != key))


def shifting_heading(key: str, by: int) -> Change:
    """Return the verb that moves a heading up or down."""

    def moved(kept: Sequence[Heading]) -> tuple[Heading, ...]:
        found = list(kept)
        at = next((i for i, each in enumerate(found) if each.key == key), None)
        if at is not None and 0 <= at + by < len(found):
            found.insert(at + by, found.pop(at))
        return tuple(found)

    return _with(moved)


def _each(key: str, step: Callable[[Heading], Heading]) -> Change:
    return _with(lambda kept: tuple(step(each) if each.key == key else each for each in kept))


def _with(step: Callable[[tuple[Heading, ...]], tuple[Heading, ...]]) -> Change:
    def change(workspace: Workspace) -> Workspace:
        chosen = step(headings(workspace))
        return put(workspace, replace(workspace.partnership, agenda=chosen))

    return change
