"""A risk judged in one line: for when, how likely, how bad, and why."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from partner_tui.domain.scales import Scale
from partner_tui.domain.text import fold, one_line
from partner_tui.domain.values import Moment

_LINE: Final = re.compile(
    r"(?:([^\W\d]+)\s+)?(\d)\s*[x×*,/ ]?\s*(\d)(?!\d)[\s,;:.–—-]*(.*)", re.DOTALL
)
_MOMENTS: Final = {
    "avant": Moment.BEFORE,
    "before": Moment.BEFORE,
    "vise": Moment.TARGET,
    "visee": Moment.TARGET,
    "cible": Moment.TARGET,
    "target": Moment.TARGET,
    "aujourd'hui": Moment.NOW,
    "today": Moment.NOW,
}


class SaidScore(Struct, frozen=True):
    """What was understood: the degrees of the scale that is shown."""

    moment: Moment
    likelihood: int
    impact: int
    why: str = ""


def read_score(text: str, scale: Scale) -> SaidScore | None:
    """Return what a line such as « 4 3 poste confirmé » or « visé 2 2 » says, if it says it."""
    found = _LINE.fullmatch(one_line(text))
    if found is None:
        return None
    word, likelihood, impact, why = found.groups()
    moment = _MOMENTS.get(fold(word)) if word else Moment.NOW
    degrees = int(likelihood), int(impact)
    if moment is None or not all(1 <= n <= scale.steps for n in degrees):
        return None
    return SaidScore(moment, *degrees, why.strip())
