"""Moving what was promised along, and the whole story of it, whatever the order of moves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.days import day_here
from partner_tui.domain.meetings import in_due_order
from partner_tui.domain.records import Action, Move, Postponement, Record, new_id
from partner_tui.domain.values import ActionState
from partner_tui.domain.workspace import TABLE_OF, Change, Workspace, put

if TYPE_CHECKING:
    from partner_tui.domain.spoken import Spoken

NEXT: Final[Mapping[ActionState, ActionState]] = {
    ActionState.TODO: ActionState.DOING,
    ActionState.DOING: ActionState.DONE,
    ActionState.DONE: ActionState.TODO,
    ActionState.POSTPONED: ActionState.DOING,
    ActionState.DROPPED: ActionState.TODO,
}
"""Where one key press takes an action."""


# -- moving


def promised(spoken: Spoken, today: date, origin: str = "") -> Action:
    """Return a follow-up said in one line, born anywhere."""
    return Action(
        id=new_id(),
        text=spoken.text,
        owner=spoken.owner,
        organization=spoken.organization,
        start=today,
        due=spoken.due,
        origin=origin,
    )


def advancing(action: Action, today: date, by: str = "") -> Change:
    """Return the verb that takes an action to its next state, and keeps the day it was done."""
    return moving(action.id, NEXT[action.state], today, by)


def moving(key: str, state: ActionState, today: date, by: str = "", reason: str = "") -> Change:
    """Return the verb that takes an action to a state; the day, who and why stay with it."""

    def change(workspace: Workspace) -> Workspace:
        action = workspace.find(Action, key)
        if action is None or action.state is state:
            return workspace
        return put(workspace, _moved(action, Move(state=state, on=today, by=by, reason=reason)))

    return change


def _moved(action: Action, move: Move) -> Action:
    done_on = move.on if move.state is ActionState.DONE else None
    return replace(action, state=move.state, done_on=done_on, moves=(*action.moves, move))


def postponing(key: str, due: date | None, reason: str, today: date, by: str = "") -> Change:
    """Return the verb that moves the due day of an action; the old one stays, with its reason."""

    def change(workspace: Workspace) -> Workspace:
        action = workspace.find(Action, key)
        if action is None:
            return workspace
        old = Postponement(due=action.due, reason=reason, on=today, by=by)
        later = replace(action, due=due, postponements=(*action.postponements, old))
        move = Move(state=ActionState.POSTPONED, on=today, by=by)
        return put(workspace, _moved(later, move))

    return change


def due_on(action: Action, day: date | None) -> date | None:
    """Return the due day that an action had on a day, before it was moved."""
    moved = (old.due for old in action.postponements if day is not None and old.on > day)
    return next(moved, action.due)


def redating(key: str, due: date | None, today: date, by: str = "") -> Change:
    """Return the verb that gives an action another due day, as a form does.

    What was noted that very day is corrected; after that the old day stays, as when it is
    postponed.
    """

    def change(workspace: Workspace) -> Workspace:
        action = workspace.find(Action, key)
        if action is None or action.due == due:
            return workspace
        if not action.postponements and (action.due is None or _is_fresh(action, today)):
            return put(workspace, replace(action, due=due))
        return postponing(key, due, "", today, by)(workspace)

    return change


def _is_fresh(action: Action, today: date) -> bool:
    """Tell whether an action was noted today, in a meeting of today or of another day."""
    noted = not action.moves and day_here(action.at) == today.isoformat()
    return action.start == today or noted


def setting_state(key: str, state: ActionState, today: date, by: str = "") -> Change:
    """Return the verb that sets the state of an action, as a form does."""

    def change(workspace: Workspace) -> Workspace:
        action = workspace.find(Action, key)
        if action is not None and state is ActionState.POSTPONED is not action.state:
            return postponing(key, action.due, "", today, by)(workspace)
        return moving(key, state, today, by)(workspace)

    return change


# -- telling


class Event(Struct, frozen=True, kw_only=True):
    """Something that happened to an action."""

    state: ActionState
    on: date | None = None
    by: str = ""
    reason: str = ""
    was: date | None = None
    """The due day that a postponement left."""
    due: date | None = None
    """The due day that it set."""


def story(action: Action) -> tuple[Event, ...]:
    """Return all that happened to an action since it was born, in order."""
    later = iter(_postponed(action))
    unmarked = len(action.postponements) - _count(action)
    events = [next(later) for _each in range(max(0, unmarked))]
    for move in action.moves:
        event = next(later, None) if move.state is ActionState.POSTPONED else None
        events.append(event or _event(move))
    last = events[-1].state if events else ActionState.TODO
    if last is not action.state:
        events.append(Event(state=action.state, on=action.done_on))
    return tuple(events)


def _count(action: Action) -> int:
    return sum(move.state is ActionState.POSTPONED for move in action.moves)


def _event(move: Move) -> Event:
    return Event(state=move.state, on=move.on, by=move.by, reason=move.reason)


def _postponed(action: Action) -> list[Event]:
    olds = action.postponements
    dues = [*(old.due for old in olds[1:]), action.due]
    return [
        Event(
            state=ActionState.POSTPONED,
            on=old.on,
            by=old.by,
            reason=old.reason,
            was=old.due,
            due=due,
        )
        for old, due in zip(olds, dues, strict=False)
    ]


# -- where it comes from, and what comes from there


def origin_of(action: Action) -> str:
    """Return `table/id` of what an action was born from, else of the objective it serves."""
    return action.origin or (f"objectives/{action.objective}" if action.objective else "")


def born_in(workspace: Workspace, record: Record) -> list[Action]:
    """Return the actions that a record gave birth to, or that serve it, by due date."""
    target = f"{TABLE_OF[type(record)]}/{record.id}"
    return in_due_order([a for a in workspace.alive(Action) if target in links(a)])


def links(action: Action) -> set[str]:
    """Return what an action was born from and what it serves, as `table/id`."""
    return {action.origin, f"objectives/{action.objective}"}
