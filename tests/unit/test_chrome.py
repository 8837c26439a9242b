"""The keys at the foot: help and the way out keep their place whatever the width."""

from __future__ import annotations

from partner_tui.widgets.chrome import fitting, foot

KEYS = [("⏎", "ouvrir"), ("n", "préparer"), ("a", "suivis"), ("ctrl+p", "tout")]
ENDS = [("?", "aide"), ("q", "accueil")]


def test_every_key_stands_where_there_is_room() -> None:
    assert foot(KEYS, ENDS, 80) == [*KEYS, *ENDS]


def test_the_keys_before_help_and_the_way_out_give_way_first() -> None:
    assert foot(KEYS, ENDS, 40) == [*KEYS[:2], *ENDS]
    assert foot(KEYS, ENDS, 20) == ENDS
    assert foot(KEYS, ENDS, 12) == ENDS[1:]


def test_a_short_key_takes_the_room_a_long_one_leaves() -> None:
    assert fitting([("c", "garder ce bilan"), ("n", "non")], 10) == [("n", "non")]
