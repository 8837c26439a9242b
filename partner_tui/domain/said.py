"""What the first sign and the last word of a line say of it: that it stays here, how it was so."""

from __future__ import annotations

import re
from typing import Final

from partner_tui.domain.text import fold, one_line
from partner_tui.domain.values import DecisionHow

_LAST: Final = re.compile(r"(.*\S)\s*\(([^()]{3,40})\)\s*\.?", re.DOTALL)
_HOWS: Final = {
    "consensus": DecisionHow.CONSENSUS,
    "unanimite": DecisionHow.CONSENSUS,
    "unanime": DecisionHow.CONSENSUS,
    "unanimous": DecisionHow.CONSENSUS,
    "vote": DecisionHow.VOTE,
    "voted": DecisionHow.VOTE,
    "majorite": DecisionHow.VOTE,
    "majority": DecisionHow.VOTE,
    "responsable": DecisionHow.LEAD,
    "pilote": DecisionHow.LEAD,
    "lead": DecisionHow.LEAD,
}
_FILLERS: Final = frozenset({"par", "a", "la", "l", "au", "le", "by", "the", "de", "personne"})


def decided(line: str) -> tuple[str, DecisionHow]:
    """Return a decision and how it was taken: its last word in brackets, else by consensus."""
    text = one_line(line)
    found = _LAST.fullmatch(text)
    if found is None:
        return text, DecisionHow.CONSENSUS
    words = [word for word in re.findall(r"\w+", fold(found[2])) if word not in _FILLERS]
    how = _HOWS.get(words[0]) if len(words) == 1 else None
    return (found[1], how) if how else (text, DecisionHow.CONSENSUS)


def kept_here(line: str) -> tuple[str, bool]:
    """Return a line without the sign « ! » that keeps it out of copies, and whether it had it."""
    text = line.lstrip()
    return (text[1:].lstrip(), True) if text.startswith("!") else (line, False)
