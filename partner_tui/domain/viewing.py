"""Filters of the actions kept under a name in the dossier, so that whoever takes over has them."""

from __future__ import annotations

from msgspec.structs import replace

from partner_tui.domain.arranging import Choice
from partner_tui.domain.records import View, new_id
from partner_tui.domain.text import fold, one_line, sort_key
from partner_tui.domain.workspace import Change, Workspace, put


def views(workspace: Workspace) -> list[View]:
    """Return the filters that were kept, by name."""
    return sorted(workspace.alive(View), key=lambda view: sort_key(view.label))


def called(workspace: Workspace, label: str) -> View | None:
    """Return the filter that already has a name."""
    wanted = fold(one_line(label))
    return next((view for view in views(workspace) if fold(view.label) == wanted), None)


def keeping(choice: Choice, label: str, key: str = "") -> Change:
    """Return the verb that keeps a choice under a name; one that has the name is replaced."""
    fresh = View(
        id=key or new_id(),
        label=one_line(label),
        grouping=choice.grouping,
        which=choice.which,
        sieve=choice.sieve,
        words=choice.words,
    )

    def change(workspace: Workspace) -> Workspace:
        known = called(workspace, label)
        return put(workspace, replace(fresh, id=known.id) if known else fresh)

    return change


def chosen(view: View, me: str = "") -> Choice:
    """Return the choice that a filter keeps; mine are those of who looks."""
    return Choice(
        grouping=view.grouping,
        which=view.which,
        sieve=view.sieve,
        words=view.words,
        me=me,
        view=view.id,
    )
