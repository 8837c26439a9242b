"""The one registry of commands: key, label and help feed bindings, footer, palette and help.

The rows stand in one module for each room, which is read when the first screen of the room opens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from importlib import import_module

from msgspec import Struct
from msgspec.structs import replace
from textual.binding import Binding, BindingType

from partner_tui.i18n import N_, _


class Scope(StrEnum):
    """Where a command acts."""

    APP = "app"
    WORK = "work"
    DOSSIERS = "dossiers"
    HOME = "home"
    STEPS = "steps"
    RECORDS = "records"
    LISTS = "lists"
    RISKS = "risks"
    RISK = "risk"
    FAMILIES = "families"
    SUGGESTIONS = "suggestions"
    MATRIX = "matrix"
    MEETINGS = "meetings"
    MEETING = "meeting"
    LIFE = "life"
    TEMPLATE = "template"
    STATEMENT = "statement"
    PEOPLE = "people"
    GUIDE = "guide"
    HISTORY = "history"
    ACTIONS = "actions"
    DECISIONS = "decisions"
    HANDING = "handing"
    SEARCHING = "searching"
    UNSAVED = "unsaved"
    TRANSLATIONS = "translations"


class Command(Struct, frozen=True):
    """Something a person can do, declared once."""

    id: str
    keys: str
    """Textual key names, separated by commas; the first one is shown."""
    action: str
    label: str
    help: str
    shown: bool = False
    """True to stand in the footer, in the order of the rows."""
    always: bool = False
    """True to act over a dialog too."""

    @property
    def scope(self) -> Scope:
        """Where it acts, from its id."""
        return Scope(self.id.partition(".")[0])


MODES: tuple[tuple[str, str, str], ...] = (
    ("home", "a", N_("Accueil")),
    ("steps", "t", N_("Étapes")),
    ("lists", "l", N_("Listes")),
    ("risks", "r", N_("Risques")),
    ("meetings", "m", N_("Rencontres")),
    ("statement", "o", N_("Énoncé")),
    ("people", "p", N_("Gens")),
    ("guide", "g", N_("Guide")),
)
"""The eight screens: mode, letter after `g`, label."""


ROOMS: Mapping[str, tuple[Scope, ...]] = {
    "everywhere": (Scope.WORK, Scope.APP),
    "home": (Scope.DOSSIERS, Scope.HOME),
    "steps": (Scope.STEPS, Scope.RECORDS),
    "lists": (Scope.LISTS,),
    "risks": (Scope.RISKS, Scope.RISK, Scope.FAMILIES, Scope.SUGGESTIONS, Scope.MATRIX),
    "meetings": (Scope.MEETINGS, Scope.MEETING, Scope.LIFE, Scope.TEMPLATE),
    "statement": (Scope.STATEMENT,),
    "people": (Scope.PEOPLE,),
    "guide": (Scope.GUIDE,),
    "above": (
        *(Scope.ACTIONS, Scope.DECISIONS, Scope.HANDING, Scope.SEARCHING),
        *(Scope.UNSAVED, Scope.TRANSLATIONS, Scope.HISTORY),
    ),
}
"""Module of rows → where its commands act."""

KEY_NAMES: Mapping[str, str] = {
    "slash": "/", "equals_sign": "=", "colon": ":", "question_mark": "?", "enter": "⏎", "left": "←", "right": "→",
    "up": "↑", "down": "↓", "f1": "F1", "f5": "F5", "f2": "F2", "f3": "F3", "exclamation_mark": "!",
}  # fmt: skip

NO_KEY = "no_key"
"""What stands for a key where a command has none; no terminal sends it."""
PALETTE = "ctrl+p"
"""What a person presses for a command without a key of its own."""


def in_scope(*scopes: Scope) -> list[Command]:
    """Return the commands of some scopes, scope by scope, in the order of their rows."""
    return [command for scope in scopes for command in _of(scope)]


@lru_cache
def _of(scope: Scope) -> tuple[Command, ...]:
    room = next(room for room, scopes in ROOMS.items() if scope in scopes)
    rows: tuple[Command, ...] = import_module(f"{__name__}.{room}").COMMANDS
    return tuple(command for command in rows if command.scope is scope)


def bindings(*scopes: Scope) -> list[BindingType]:
    """Return the key bindings of some scopes; their ids let the settings change the keys."""
    return [
        Binding(
            command.keys or NO_KEY,
            command.action,
            command.label,
            show=False,
            priority=command.always,
            id=command.id,
        )
        for command in in_scope(*scopes)
    ]


def once(here: list[Command], everywhere: list[Command]) -> tuple[list[Command], list[Command]]:
    """Return the same commands, a thing that a key of this screen does too under one name.

    What stands on every screen without a key has the fuller name, the screen has the key.
    """
    named = {command.action: command for command in everywhere if not command.keys}
    found = [
        replace(each, label=named[each.action].label, help=named[each.action].help)
        if each.action in named
        else each
        for each in here
    ]
    taken = {command.action for command in here} & named.keys()
    return found, [command for command in everywhere if command.action not in taken]


def keys_of(command: Command, keymap: Mapping[str, str]) -> list[str]:
    """Return the keys of a command as a person reads them."""
    names = keymap.get(command.id, command.keys).split(",")
    return [key_name(name.strip()) for name in names if name.strip()]


def key_name(name: str) -> str:
    """Return a key as a person reads it."""
    if name == "space":
        return _("espace")
    if name == "escape":
        return _("échap")
    if name == "shift+tab":
        return _("maj+tab")
    return KEY_NAMES.get(name, name)


def footer(scopes: Iterable[Scope], keymap: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the (key, label) pairs that the footer shows for some scopes."""
    return [key_for(command.id, keymap) for command in in_scope(*scopes) if command.shown]


def key_for(name: str, keymap: Mapping[str, str], label: str = "") -> tuple[str, str]:
    """Return the (key, label) pair of one command, with another label if one is given."""
    return first_key(name, keymap), label or _(find(name).label)


def first_key(name: str, keymap: Mapping[str, str]) -> str:
    """Return the first key of a command; the palette's where it has none."""
    return next(iter(keys_of(find(name), keymap)), PALETTE)


def find(name: str) -> Command:
    """Return the command of an id."""
    scope = Scope(name.partition(".")[0])
    return next(command for command in in_scope(scope) if command.id == name)


def keymap(keys: Mapping[str, str]) -> dict[str, str]:
    """Return a person's own keys as Textual names them: a sign may be written as it is."""
    return {
        name: ",".join(_named(key.strip()) for key in given.split(","))
        for name, given in keys.items()
    }


def _named(key: str) -> str:
    return next(iter(Binding.make_bindings([Binding(key, "")]))).key if key else key
