"""What the keys of the statement do to the chosen line, for the foot of the screen."""

from __future__ import annotations

from collections.abc import Callable

from partner_tui.domain.records import Organization, Statement
from partner_tui.i18n import _
from partner_tui.screens.base import key_help

Help = tuple[str, str]
Key = Callable[..., Help]
"""Returns a key and its label, as the settings name the key."""


def keys_of_text(pane: str, key: Key) -> list[Help]:
    """Say how to read a whole version, or the text sentence by sentence."""
    first = ("↑ ↓", _("lire")) if pane == "whole" else key_help("enter", _("à la source"))
    return [first, key("work.pane", label=_("liste")), key("statement.compare")]


def keys_of(
    chosen: Organization | Statement | None, last: Statement | None, is_gap: bool, key: Key
) -> list[Help]:
    """Say what can be done with an organization, a version or a part."""
    if isinstance(chosen, Organization):
        return [*_word(chosen, last, key), key_help("enter", _("sa fiche"))]
    if isinstance(chosen, Statement):
        send = key("statement.send", label=_("noter un envoi"))
        return [key_help("enter", _("lire")), key("statement.compare"), send]
    enter = key_help("enter", _("y répondre") if is_gap else _("à la source"))
    read = key("work.pane", label=_("phrases"))
    return [enter, read, key("statement.freeze", label=_("figer"))]


def _word(organization: Organization, last: Statement | None, key: Key) -> list[Help]:
    """Say how to note the word of an organization on the last version."""
    if last is None:
        return []
    send = key("statement.send", label=_("envoi"))
    if organization.id in last.words:
        return [key("statement.word", label=_("changer son mot")), send]
    agree = key("statement.state", label=_("d'accord"))
    return [agree, key("statement.word", label=_("autre mot…")), send]
