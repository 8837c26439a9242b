"""Ways through the program: the places to look at, and the words on the screen there."""

from __future__ import annotations

from collections.abc import Iterable

from textual.pilot import Pilot

from partner_tui.app import PartnerApp
from partner_tui.commands import MODES

SCREENS = tuple(mode for mode, _letter, _label in MODES)

PLACES = {
    **{mode: (mode, ()) for mode in SCREENS},
    "partnership": ("home", ("e",)),
    "answer": ("steps", ("enter",)),
    "why": ("steps", ("f2",)),
    "guide-pane": ("steps", ("z",)),
    "records": ("steps", ("right", "right", "end", "enter")),
    "list-climate": ("lists", ("left",)),
    "risk": ("risks", ("enter",)),
    "risk-new": ("risks", ("n",)),
    "risk-matrix": ("risks", ("m",)),
    "risk-matrix-list": ("risks", ("m", "enter")),
    "risk-suggestions": ("risks", ("s",)),
    "meeting": ("meetings", ("enter",)),
    "meeting-held": ("meetings", ("down", "enter")),
    "meeting-life": ("meetings", ("down", "v")),
    "meeting-details": ("meetings", ("e",)),
    "decision": ("meetings", ("enter", "d")),
    "actions": ("home", ("a",)),
    "actions-all": ("home", ("a", "t", "v", "v")),
    "action-new": ("home", ("a", "n")),
    "action-postponed": ("home", ("a", "w")),
    "decisions": ("meetings", ("d",)),
    "searching": ("meetings", ("f",)),
    "searching-found": ("meetings", ("f", *"112", "enter")),
    "statement-read": ("statement", ("z",)),
    "contact": ("people", ("down", "enter")),
    "contact-new": ("people", ("n",)),
    "organization": ("people", ("enter",)),
    "organization-new": ("people", ("o",)),
    "chapter": ("guide", ("down", "enter")),
    "filter": ("risks", ("slash",)),
}
"""Name → the screen and the keys from there; the language can be switched in each of them."""

DIALOGS = {
    "palette": ("home", ("ctrl+p",)),
    "help": ("home", ("question_mark",)),
    "jump": ("home", ("g",)),
    "pick": ("people", ("down", "enter", "tab", "enter")),
    "decision-replaced": ("meetings", ("d", "r")),
    "attendance": ("meetings", ("enter", "p")),
    "search": ("guide", ("slash", *"note")),
    "search-nothing": ("guide", ("slash", *"zq")),
    "quit": ("home", ("ctrl+c",)),
    "written": ("risks", ("O",)),
    "written-form": ("risks", ("O", "enter")),
    "written-seen": ("risks", ("O", "enter", "enter")),
}
"""What stands above a screen for a moment."""


async def go(app: PartnerApp, pilot: Pilot[object], mode: str, keys: Iterable[str]) -> None:
    """Open a screen, then press keys."""
    await app.run_action(f"app.go('{mode}')")
    await pilot.pause()
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def seen(app: PartnerApp) -> list[str]:
    """Return the lines on the screen."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]
