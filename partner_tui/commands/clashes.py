"""What is wrong with a person's own keys."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from partner_tui.commands import Command, Scope, in_scope, key_name, keymap
from partner_tui.i18n import _


def clashes(keys: Mapping[str, str]) -> list[str]:
    """Return one sentence for each mistake in a person's own keys."""
    own = keymap(keys)
    every = in_scope(*Scope)
    known = {command.id for command in every}
    found = [
        _("La commande «\u00a0{id}\u00a0» n'existe pas.").format(id=name)
        for name in own
        if name not in known
    ]
    for one, two in combinations(every, 2):
        if (one.id in own or two.id in own) and _meet(one.scope, two.scope):
            found += [
                _("La touche «\u00a0{key}\u00a0» sert deux fois\u00a0: {one}, {two}.").format(
                    key=key_name(key), one=one.id, two=two.id
                )
                for key in _keys(one, own)
                if key in _keys(two, own)
            ]
    return found


def _keys(command: Command, own: Mapping[str, str]) -> list[str]:
    return own.get(command.id, command.keys).split(",") if command.id in own or command.keys else []


def _meet(one: Scope, two: Scope) -> bool:
    """Return True when commands of both scopes can act on the same screen."""
    return one is two or not {one, two}.isdisjoint({Scope.WORK, Scope.APP})
