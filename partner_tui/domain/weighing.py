"""Two values of one field, typed by two people at once: what joining them gives."""

from __future__ import annotations

from partner_tui.domain.parsing import Strings


def joined(mine: Strings, theirs: Strings, *, many: bool) -> Strings:
    """Return both values, theirs first; a text gets both, a list each of its lines once."""
    if many:
        return tuple(dict.fromkeys((*theirs, *mine)))
    ours, others = "\n".join(mine), "\n".join(theirs)
    if not ours or ours in others:
        return theirs
    if not others or others in ours:
        return mine
    return (f"{others}\n{ours}",)


def can_join(mine: Strings, theirs: Strings, *, text: bool, many: bool) -> bool:
    """Tell whether joining makes sense: two texts or lists that differ, neither in the other."""
    return (text or many) and joined(mine, theirs, many=many) not in (mine, theirs)
