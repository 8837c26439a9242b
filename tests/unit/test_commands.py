"""One thing to do has one name in the palette, and the key of the screen where there is one."""

from __future__ import annotations

import pytest

from partner_tui.commands import Scope, in_scope, once
from partner_tui.i18n import LANGUAGES, translator

WORK = in_scope(Scope.WORK, Scope.APP)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scope", Scope)
def test_no_two_commands_of_a_screen_have_one_name(scope: Scope, language: str) -> None:
    here, everywhere = once([] if scope in (Scope.WORK, Scope.APP) else in_scope(scope), WORK)
    t = translator(language)
    names: dict[str, set[str]] = {}
    for command in (*here, *everywhere):
        if not command.id.endswith(".back"):  # escape and q both lead back
            names.setdefault(t.text(command.label), set()).add(command.action)
    assert not {name: actions for name, actions in names.items() if len(actions) > 1}


def test_searching_the_meetings_stands_once_with_its_key_and_its_full_name() -> None:
    here, everywhere = once(in_scope(Scope.MEETINGS), WORK)
    (found,) = [each for each in (*here, *everywhere) if each.action == "app.above('searching')"]
    assert (found.id, found.keys, found.label) == ("meetings.search", "f", "chercher (rencontres)")
    _here, everywhere = once(in_scope(Scope.PEOPLE), WORK)
    assert "app.searching" in {each.id for each in everywhere}
