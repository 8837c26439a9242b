"""The one place that says how serious a risk is: degrees, thresholds, words for levels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from partner_tui.domain.records import Risk
from partner_tui.domain.values import Moment, RiskLevel, RiskScale
from partner_tui.domain.workspace import Workspace

FINEST: Final = 5
"""Scores are kept in five degrees, so that a coarser scale loses nothing."""

FIELDS: Final[Mapping[Moment, tuple[str, str]]] = {
    Moment.BEFORE: ("before_likelihood", "before_impact"),
    Moment.NOW: ("likelihood", "impact"),
    Moment.TARGET: ("target_likelihood", "target_impact"),
}
"""Moment → the fields that hold how likely and how bad."""


class Scale(Struct, frozen=True):
    """How many degrees there are, and from which product a level begins."""

    steps: int
    medium_from: int
    high_from: int
    degrees: tuple[int, ...]
    """For each score from 1 to 5, the degree that stands for it."""

    def degree(self, score: int) -> int:
        """Return the degree of a score as it is kept; 0 for one that was not judged."""
        return self.degrees[min(score, FINEST) - 1] if score > 0 else 0

    def score(self, degree: int) -> int:
        """Return the score that is kept for a degree: the one it stands for best."""
        return 1 + (degree - 1) * (FINEST - 1) // (self.steps - 1) if degree > 0 else 0

    def level(self, product: int) -> RiskLevel | None:
        """Return the level of a product of two degrees; None for 0."""
        if product <= 0:
            return None
        if product < self.medium_from:
            return RiskLevel.LOW
        return RiskLevel.MEDIUM if product < self.high_from else RiskLevel.HIGH

    def judged(self, likelihood: int, impact: int) -> Judged:
        """Return what two degrees make."""
        return Judged(likelihood, impact, self.level(likelihood * impact))

    def bounds(self) -> Mapping[RiskLevel, tuple[int, int]]:
        """Return the first and the last product of each level."""
        return {
            RiskLevel.LOW: (1, self.medium_from - 1),
            RiskLevel.MEDIUM: (self.medium_from, self.high_from - 1),
            RiskLevel.HIGH: (self.high_from, self.steps**2),
        }


SCALES: Final[Mapping[RiskScale, Scale]] = {
    RiskScale.FIVE: Scale(5, 6, 12, (1, 2, 3, 4, 5)),
    RiskScale.THREE: Scale(3, 3, 6, (1, 1, 2, 3, 3)),
}


class Judged(Struct, frozen=True):
    """How likely and how bad, in the degrees of a scale, and what that makes."""

    likelihood: int
    impact: int
    level: RiskLevel | None

    @property
    def product(self) -> int:
        """Likelihood × impact; 0 while one of them has not been judged."""
        return self.likelihood * self.impact


def scale_of(workspace: Workspace) -> Scale:
    """Return the scale that a partnership chose."""
    return SCALES[workspace.partnership.scale]


def weighed(likelihood: int, impact: int, scale: Scale) -> Judged:
    """Return what two scores, as they are kept, make on a scale."""
    return scale.judged(scale.degree(likelihood), scale.degree(impact))


def judged(risk: Risk, scale: Scale, moment: Moment = Moment.NOW) -> Judged:
    """Return how serious a risk is now, would be without measures, or should become."""
    likelihood, impact = FIELDS[moment]
    return weighed(getattr(risk, likelihood), getattr(risk, impact), scale)
