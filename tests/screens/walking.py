"""Ways through the program: the places to look at, and the words on the screen there."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator

from driving import press
from textual.pilot import Pilot
from textual.screen import Screen

from partner_tui import screens
from partner_tui.app import PartnerApp
from partner_tui.commands import MODES, Scope, in_scope
from partner_tui.domain.records import Partnership, Record
from partner_tui.screens import records
from partner_tui.screens.base import WorkScreen
from partner_tui.screens.comparing import Compare
from partner_tui.screens.dialogs.begin import BeginScreen
from partner_tui.screens.dialogs.form import FormScreen
from partner_tui.screens.dialogs.weigh import Weigh
from partner_tui.screens.steps.answer import AnswerScreen

SCREENS = tuple(mode for mode, _letter, _label in MODES)
ABOVE = tuple(
    dict.fromkeys(
        name
        for each in in_scope(*Scope)
        for name in re.findall(r"app\.above\('(\w+)'\)", each.action)
    )
)
"""The screens that open above the one in front, as the registry names them."""


def above(name: str) -> str:
    """Return the key of a place that opens a screen above the one in front."""
    return f"app.above('{name}')"


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
    "meeting-template": ("meetings", ("t",)),
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
    "translations": ("home", (above("translations"), "v")),
    "translation": ("home", (above("translations"), "v", "down", "enter")),
    "history": ("home", (above("history"),)),
    "history-change": ("home", (above("history"), "down", "z")),
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
    "search-opened": ("guide", ("slash", *"note", "enter", "enter")),
    "search-nothing": ("guide", ("slash", *"zq")),
    "quit": ("home", ("ctrl+c",)),
    "written": ("risks", ("O",)),
    "written-form": ("risks", ("O", "enter")),
    "written-seen": ("risks", ("O", "enter", "enter")),
    "meeting-closing": ("meetings", ("home", "enter", "b")),
    "meeting-planned": ("meetings", ("n",)),
    "handing-from": ("people", (above("handing"),)),
    "handing-to": ("people", (above("handing"), "enter")),
    "handing": ("people", (above("handing"), "enter", "enter")),
    "forget": ("people", ("down", "forget()")),
    "freeze": ("statement", ("v",)),
    "statement-compared": ("statement", ("d",)),
    "palette-nothing": ("home", ("ctrl+p", *"zqzq")),
}
"""What stands above a screen for a moment."""

PUSHED: dict[str, Callable[[PartnerApp], Screen[object]]] = {
    "weigh": lambda _app: Weigh("Zq1", "Zq2", ("Zq3",), ("Zq4",)),  # type: ignore[dict-item, return-value]
    "compare": lambda _app: Compare(("Zq1", "Zq3\nZq4"), ("Zq2", "Zq3\nZq5")),  # type: ignore[dict-item, return-value]
    "begin": lambda app: BeginScreen(app.services, app.services.drafts),  # type: ignore[dict-item, return-value]
}
"""What opens only between two people or two versions, or before there is a dossier."""


async def go(app: PartnerApp, pilot: Pilot[object], mode: str, keys: Iterable[str]) -> None:
    """Open a screen, then press keys."""
    await app.run_action(f"app.go('{mode}')")
    await pilot.pause()
    for key in keys:
        await (app.run_action(key) if "(" in key else pilot.press(key))
        await pilot.pause()


async def open_form(app: PartnerApp, pilot: Pilot[object], kind: type[Record]) -> None:
    """Open the form of a new record of a kind, above the home screen."""
    await go(app, pilot, "home", ())
    assert isinstance(app.screen, WorkScreen)
    records.create(
        app.screen, app.services.workspace.partnership if kind is Partnership else kind(id="zq")
    )
    await pilot.pause()


def seen(app: PartnerApp) -> list[str]:
    """Return the lines on the screen."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


# -- every screen, by construction


def our_screens() -> Iterator[type[Screen[object]]]:
    """Yield every screen and dialog of the program, without those that others are built upon."""
    every = {
        kind
        for found in pkgutil.walk_packages(screens.__path__, "partner_tui.screens.")
        for _name, kind in inspect.getmembers(importlib.import_module(found.name), inspect.isclass)
        if kind.__module__ == found.name and issubclass(kind, Screen)
    }
    bases = {base for kind in every for base in kind.__mro__[1:]}
    yield from every - (bases - {FormScreen, AnswerScreen})


def known_classes() -> Iterator[type]:
    """Yield every class that says which commands act on it."""
    for found in pkgutil.walk_packages(screens.__path__, "partner_tui.screens."):
        for _name, kind in inspect.getmembers(importlib.import_module(found.name), inspect.isclass):
            if kind.__module__ == found.name and hasattr(kind, "SCOPES"):
                yield kind


def screen_classes() -> list[type]:
    """Return the screens, without the classes they are built upon."""
    every = [*known_classes()]
    return [kind for kind in every if not any(kind in each.__mro__[1:] for each in every)]


async def reach(app: PartnerApp, pilot: Pilot[object], scope: Scope) -> None:
    """Open a screen where the commands of a scope act."""
    if scope.value in SCREENS:
        await app.run_action(f"app.go('{scope.value}')")
    elif scope.value in ABOVE:
        await app.run_action(f"app.above('{scope.value}')")
        await pilot.pause()
        if scope is Scope.HANDING:
            await press(pilot, "enter", "enter")
    elif scope in (Scope.SUGGESTIONS, Scope.MATRIX):
        await press(pilot, "4", "s" if scope is Scope.SUGGESTIONS else "m")
    elif scope in (Scope.RISK, Scope.FAMILIES):
        await press(pilot, "4", "enter" if scope is Scope.RISK else "f")
    elif scope is Scope.MEETING:
        await press(pilot, "5", "enter")
    elif scope is Scope.TEMPLATE:
        await press(pilot, "5", "t")
    elif scope is Scope.LIFE:
        await press(pilot, "5", "down", "v")
    elif scope is Scope.RECORDS:
        await press(pilot, "2")
        app.screen.lines.focus()  # type: ignore[attr-defined]
        app.screen.go_to("s6.plan.base")  # type: ignore[attr-defined]
        await press(pilot, "enter")
    await pilot.pause()
