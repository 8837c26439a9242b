"""Filters of the actions kept under a name: what they show, whoever opens the dossier."""

from __future__ import annotations

from datetime import date

import pytest
from builders import TODAY, a_contact, a_workspace, an_action, three_parties
from msgspec.structs import replace

from partner_tui.domain.arranging import Choice, sifted
from partner_tui.domain.records import View
from partner_tui.domain.values import Grouping, Sieve, Which
from partner_tui.domain.viewing import called, chosen, keeping, views

WORKSPACE = a_workspace(
    *three_parties(),
    a_contact(),
    a_contact(id="c2", role="Chef clinique", organization="o2"),
    an_action(),
    an_action(id="a2", owner="c2", organization="", due=date(2027, 1, 8)),
    an_action(id="a3", owner="", organization="o2", due=None),
)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("", {"a1", "a2", "a3"}),
        ("org:maison", {"a2", "a3"}),
        ("qui:chef", {"a2"}),
        ("avant:janvier", {"a1"}),
        ("since:january", {"a2"}),
        ("depuis:novembre avant:2027-02", {"a1", "a2"}),
        ("type:suivi qui:coordination", {"a1"}),
        ("type:décision", set()),
        ("org:", {"a1", "a2", "a3"}),
    ],
)
def test_filters_that_are_typed_look_at_who_and_when_it_is_due(words: str, shown: set[str]) -> None:
    assert {action.id for action in sifted(WORKSPACE, Choice(words=words), TODAY)} == shown


def test_a_choice_is_kept_whole_and_comes_back_as_it_was() -> None:
    choice = Choice(
        grouping=Grouping.PERSON,
        which=Which.ALL,
        sieve=Sieve.MINE,
        words="org:maison",
        me="c1",
        kept=frozenset({"a1"}),
    )
    kept = keeping(choice, "  Ce que\ttient la Maison ")(WORKSPACE)
    (view,) = views(kept)
    assert view.label == "Ce que tient la Maison"
    assert chosen(view, "c2") == replace(choice, me="c2", kept=frozenset(), view=view.id)


def test_a_name_is_used_once_whatever_its_accents() -> None:
    first = keeping(Choice(which=Which.LATE), "Échus")(WORKSPACE)
    again = keeping(Choice(which=Which.ALL), "échus")(first)
    assert [view.which for view in views(again)] == [Which.ALL]
    assert called(again, "ECHUS") == views(again)[0]


def test_the_verb_applied_twice_keeps_one() -> None:
    change = keeping(Choice(), "Tout")
    assert change(change(WORKSPACE)).table(View).keys() == change(WORKSPACE).table(View).keys()
