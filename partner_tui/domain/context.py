"""Words that were found, shown in the text around them, whatever the accents and the case."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Final

from partner_tui.domain.text import fold

BEFORE: Final = 24
"""How many characters of context stand before the words that were found."""

Context = tuple[str, str, str]
"""The text just before a word, the word as it is written, the rest."""


def around(text: str, folded: str, word: str) -> Context:
    """Return a folded word in its text, given as it is written and folded."""
    at, end = _where(text, folded, word)
    start = text.rfind(" ", 0, at - BEFORE) + 1 if at > BEFORE else 0
    return ("… " if start else "") + text[start:at], text[at:end], text[end:]


def _where(text: str, folded: str, word: str) -> tuple[int, int]:
    """Return where a folded word begins and ends in the text as it is written."""
    at = folded.find(word)
    end = at + len(word)
    if len(text) == len(folded):
        return at, end
    places = [0, *accumulate(len(fold(char)) for char in text)]
    return bisect_right(places, at) - 1, bisect_left(places, end)
