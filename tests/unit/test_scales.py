"""How serious a risk is: the same words and thresholds wherever they are read."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import product

import pytest
from builders import TODAY, a_risk, a_workspace
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from partner_tui.documents.catalogue import compose, table
from partner_tui.documents.formats import FORMATS
from partner_tui.documents.levels import level_text, scale_lines
from partner_tui.documents.pages.kit import Options
from partner_tui.documents.render_json import render as as_json
from partner_tui.documents.voice import Voice
from partner_tui.domain.blocks import Document
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Partnership, Risk, Scoring
from partner_tui.domain.rescoring import rescored, rescoring, scores_of, setting_score, trend
from partner_tui.domain.scales import FINEST, SCALES, judged, scale_of, weighed
from partner_tui.domain.signals import SignalKind, signals
from partner_tui.domain.values import Moment, RiskLevel, RiskScale, Trend
from partner_tui.domain.workspace import Workspace, put
from partner_tui.i18n import translator
from partner_tui.screens.risks.lines import risk_line
from partner_tui.screens.risks.matrix import grid_of

FIVE, THREE = SCALES[RiskScale.FIVE], SCALES[RiskScale.THREE]
FR, EMPTY = translator("fr"), Guide(language="fr")
WORDS = {RiskLevel.LOW: "faible", RiskLevel.MEDIUM: "moyen", RiskLevel.HIGH: "élevé"}
SCORES = st.integers(min_value=1, max_value=FINEST)


def on(kind: RiskScale, *risks: Risk) -> Workspace:
    """Return a partnership that judges its risks on a scale."""
    workspace = a_workspace(*risks)
    return put(workspace, replace(workspace.partnership, scale=kind))


def bounds(workspace: Workspace) -> dict[str, range]:
    """Return the products of each word, as a document prints them."""
    text = FORMATS["txt"](Document("", "fr", tuple(scale_lines(Voice(workspace, FR)))))
    line = next(line for line in text.splitlines() if line.startswith("Niveau"))
    found = re.findall(r"(\w+) (\d+)–(\d+)", line)
    return {word: range(int(first), int(last) + 1) for word, first, last in found}


@pytest.mark.parametrize("scale", SCALES.values())
def test_every_product_has_one_level_and_levels_only_rise(scale: object) -> None:
    known = [FIVE, THREE][scale is THREE]
    levels = [known.level(n) for n in range(1, known.steps**2 + 1)]
    order = list(RiskLevel)
    ranks = [order.index(level) for level in levels if level]
    assert len(ranks) == known.steps**2
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2}
    assert known.level(0) is None


def test_three_degrees_stand_for_five_and_come_back_unchanged() -> None:
    assert [THREE.degree(n) for n in range(FINEST + 1)] == [0, 1, 1, 2, 3, 3]
    assert [THREE.score(n) for n in range(4)] == [0, 1, 3, 5]
    assert all(THREE.degree(THREE.score(n)) == n for n in range(1, 4))
    assert all(FIVE.score(n) == FIVE.degree(n) == n for n in range(FINEST + 1))


def test_choosing_another_scale_loses_no_score() -> None:
    risk = a_risk(likelihood=4, impact=2)
    there = on(RiskScale.THREE, risk)
    assert weighed(4, 2, scale_of(there)).product == 3
    back = put(there, replace(there.partnership, scale=RiskScale.FIVE))
    assert judged(back.table(Risk)["r1"], scale_of(back)).product == 8


@given(likelihood=SCORES, impact=SCORES, kind=st.sampled_from(RiskScale))
def test_the_level_words_agree_with_the_thresholds_everywhere(
    likelihood: int, impact: int, kind: RiskScale
) -> None:
    risk = a_risk(number=1, likelihood=likelihood, impact=impact, strategy=None, owner="")
    workspace = on(kind, risk)
    scale = scale_of(workspace)
    found = weighed(likelihood, impact, scale)
    assert found.level is not None
    word = WORDS[found.level]
    printed = bounds(workspace)
    assert [name for name, products in printed.items() if found.product in products] == [word]
    line = " ".join(risk_line(workspace, risk, TODAY).text.split())
    assert f"R1 {word} {found.product} " in line
    square = grid_of([risk], scale).squares[found.likelihood, found.impact]
    assert square.risks == ("R1",)
    assert square.level[0] == f"{word}\u00a0{found.product}"
    assert level_text(risk, Voice(workspace, FR)).startswith(f"{word} {found.product} ")
    options = Options(today=TODAY)
    document = compose("risks", workspace, EMPTY, FR, options)
    data = json.loads(as_json(document, table("risks", workspace, EMPTY, FR, options)))
    row = dict(zip(data["columns"], data["rows"][0], strict=True))
    assert (row["Niveau"], row["Produit"]) == (word, str(found.product))
    kinds = {signal.kind for signal in signals(workspace, TODAY)}
    assert (SignalKind.RISK_UNANSWERED in kinds) is (found.level is RiskLevel.HIGH)


@pytest.mark.parametrize("name", ["risks", "agenda", "handover", "review"])
@pytest.mark.parametrize("kind", RiskScale)
def test_every_document_that_shows_a_level_prints_the_scale(name: str, kind: RiskScale) -> None:
    workspace = on(kind, a_risk(review=TODAY))
    text = FORMATS["txt"](compose(name, workspace, EMPTY, FR, Options(today=TODAY)))
    text = " ".join(text.split())
    last = scale_of(workspace).steps
    assert "élevé" in text
    assert re.search(rf"Probabilité : 1 \w.*{last} \w", text)
    assert re.search(rf"élevé \d+–{last**2}", text)


# -- judging again


def scoring(likelihood: int, impact: int, day: int, **more: object) -> Scoring:
    """Return a score of November."""
    return Scoring(likelihood=likelihood, impact=impact, on=date(2026, 11, day), by="Ève", **more)  # type: ignore[arg-type]


@given(st.lists(st.tuples(SCORES, SCORES), min_size=1, max_size=8))
def test_every_score_stays_in_order_with_the_first_one(given_: list[tuple[int, int]]) -> None:
    risk = a_risk(likelihood=3, impact=3)
    for day, (likely, bad) in enumerate(given_, start=1):
        risk = rescored(risk, scoring(likely, bad, day))
    kept = [(s.likelihood, s.impact) for s in scores_of(risk)]
    assert kept == [(3, 3), *given_]
    assert (risk.likelihood, risk.impact) == given_[-1]
    products = [a * b for a, b in kept]
    expected = products[-1] - products[-2]
    assert trend(risk, FIVE) is (
        Trend.SAME if expected == 0 else Trend.UP if expected > 0 else Trend.DOWN
    )


@given(st.sampled_from(list(product(range(1, 6), repeat=2))))
def test_trends_speak_of_the_scale_that_is_shown(place: tuple[int, int]) -> None:
    risk = rescored(a_risk(likelihood=1, impact=1), scoring(*place, day=2))
    shown = weighed(*place, THREE).product
    assert trend(risk, THREE) is (Trend.SAME if shown == 1 else Trend.UP)


def test_a_score_is_a_look_and_the_level_says_when_the_next_is() -> None:
    workspace = a_workspace(a_risk(review=date(2027, 6, 1)))
    after = rescoring("r1", scoring(2, 2, 20, why="Poste confirmé"))(workspace).table(Risk)["r1"]
    assert (after.reviewed, after.review) == (date(2026, 11, 20), None)
    aim = Scoring(moment=Moment.TARGET, likelihood=1, impact=1, on=TODAY)
    aimed = rescoring("r1", aim)(workspace).table(Risk)["r1"]
    assert (aimed.reviewed, aimed.review) == (None, date(2027, 6, 1))
    assert (aimed.target_likelihood, aimed.likelihood) == (1, 4)


def test_two_fields_of_a_form_the_same_day_are_one_score() -> None:
    workspace = a_workspace(a_risk(likelihood=4, impact=4))
    for name, value in (("likelihood", 3), ("impact", 2)):
        workspace = setting_score("r1", name, value, TODAY, "Ève")(workspace)
    risk = workspace.table(Risk)["r1"]
    assert [(s.likelihood, s.impact, s.on) for s in risk.scores] == [
        (4, 4, None),
        (3, 2, TODAY),
    ]
    assert scale_of(put(workspace, Partnership(scale=RiskScale.THREE))) is THREE
