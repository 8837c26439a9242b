"""The first sign and the last word of a line."""

from __future__ import annotations

import pytest

from partner_tui.domain.said import decided, kept_here
from partner_tui.domain.values import DecisionHow


@pytest.mark.parametrize(
    ("line", "text", "how"),
    [
        ("Ouvrir à 17 h", "Ouvrir à 17 h", DecisionHow.CONSENSUS),
        ("Ouvrir à 17 h (vote)", "Ouvrir à 17 h", DecisionHow.VOTE),
        ("Ouvrir (à la majorité).", "Ouvrir", DecisionHow.VOTE),
        ("Ouvrir (Unanimité)", "Ouvrir", DecisionHow.CONSENSUS),
        ("Ouvrir (la personne responsable)", "Ouvrir", DecisionHow.LEAD),
        ("Open (by vote)", "Open", DecisionHow.VOTE),
        ("Ouvrir (salle B)", "Ouvrir (salle B)", DecisionHow.CONSENSUS),
        ("Ouvrir (vote en mai)", "Ouvrir (vote en mai)", DecisionHow.CONSENSUS),
        ("(vote)", "(vote)", DecisionHow.CONSENSUS),
    ],
)
def test_the_last_word_says_how_a_decision_was_taken(
    line: str, text: str, how: DecisionHow
) -> None:
    assert decided(line) == (text, how)


def test_a_leading_sign_keeps_a_line_here() -> None:
    assert kept_here("! entre nous") == ("entre nous", True)
    assert kept_here("!entre nous") == ("entre nous", True)
    assert kept_here("Bravo!") == ("Bravo!", False)
