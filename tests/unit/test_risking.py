"""What is done with risks, and the lines and pages that tell them."""

from __future__ import annotations

from datetime import date

import pytest
from builders import (
    TODAY,
    a_contact,
    a_guide,
    a_meeting,
    a_question,
    a_risk,
    a_workspace,
    an_answer,
)
from builders import an_organization as an_org
from msgspec.structs import replace

from partner_tui.documents.words import label
from partner_tui.domain.questions import Guide, Row
from partner_tui.domain.risking import (
    Order,
    arranged,
    family_of,
    from_suggestion,
    left_to_consider,
    next_order,
    next_state,
    suggestions,
    used,
)
from partner_tui.domain.risks import review_due, review_horizon
from partner_tui.domain.scales import SCALES
from partner_tui.domain.text import one_line
from partner_tui.domain.values import AnswerState, RiskFamily, RiskScale, RiskState, Strategy, Trend
from partner_tui.domain.workspace import Workspace, archiving
from partner_tui.guide.load import guide
from partner_tui.i18n import current
from partner_tui.screens.risks import lines as risks_lines
from partner_tui.screens.risks import page as risks_page
from partner_tui.widgets.matrix_grid import some
from partner_tui.widgets.typeset import typeset

FIVE = SCALES[RiskScale.FIVE]
IMAGE = Row(id="risk.image", label="Notre réputation pourrait en souffrir", family="setup")


def family_guide(*families: str) -> Guide:
    """Return a guide that asks for risks family by family."""
    asked = (a_question(f"s7.list.{f}", records="risks", family=f) for f in families)
    return a_guide(*asked)


def text_of(workspace: Workspace, **changes: object) -> str:
    """Return the words of a risk's line."""
    risk = a_risk(number=1, **changes)
    return one_line(risks_lines.risk_line(workspace, risk, TODAY).text)


def test_states_go_round() -> None:
    words = [RiskState.OPEN]
    for _turn in range(4):
        words.append(next_state(words[-1]))
    assert words == ["open", "watched", "closed", "open", "watched"]
    assert next_state(RiskState.HAPPENED) is RiskState.WATCHED


def test_orders_go_round_and_sort() -> None:
    low = a_risk(id="low", number=1, impact=1, review=date(2027, 1, 1))
    high = a_risk(id="high", number=3, review=None)
    soon = a_risk(id="soon", number=2, impact=2, review=date(2026, 12, 1))
    risks = [low, high, soon]
    assert [r.id for r in arranged(risks, Order.LEVEL, FIVE)] == ["high", "soon", "low"]
    assert [r.id for r in arranged(risks, Order.REVIEW, FIVE)] == ["soon", "low", "high"]
    assert [r.id for r in arranged(risks, Order.NUMBER, FIVE)] == ["low", "soon", "high"]
    assert next_order(next_order(next_order(Order.LEVEL))) is Order.LEVEL


def test_a_suggestion_gives_its_event_and_family_and_nothing_more() -> None:
    risk = from_suggestion(IMAGE, "r9")
    assert (risk.event, risk.family) == (IMAGE.label, RiskFamily.SETUP)
    assert risk.suggestion == "risk.image"
    bare = replace(risk, event="", family=RiskFamily.OTHER, suggestion="")
    assert bare == type(risk)(id="r9")


def test_the_guide_suggests_twenty_two_risks_family_by_family() -> None:
    rows = suggestions(guide("fr"))
    assert len(rows) == 22
    families = [row.family for row in rows]
    order = [str(family) for family in RiskFamily]
    assert families == sorted(families, key=order.index)
    assert family_of("unheard-of") is RiskFamily.OTHER


def test_a_suggestion_is_used_until_its_risk_is_archived() -> None:
    workspace = a_workspace(from_suggestion(IMAGE, "r1"))
    assert used(workspace)["risk.image"].id == "r1"
    assert not used(archiving(type(a_risk()), "r1")(workspace))


def test_families_without_a_risk_are_left_to_consider() -> None:
    asked = family_guide("setup", "org", "time")
    workspace = a_workspace(a_risk(family=RiskFamily.ORG))
    assert [q.family for q in left_to_consider(workspace, asked)] == ["setup", "time"]


@pytest.mark.parametrize(
    ("state", "left"), [(AnswerState.SKIPPED, 0), (AnswerState.AGREED, 0), (AnswerState.TALKING, 1)]
)
def test_nothing_to_report_counts_as_considered(state: AnswerState, left: int) -> None:
    workspace = a_workspace(an_answer("s7.list.time", state=state))
    assert len(left_to_consider(workspace, family_guide("time"))) == left


def test_a_review_is_due_before_the_next_meeting_and_never_once_closed() -> None:
    announced = a_workspace(a_meeting(next_on=date(2026, 12, 1)))
    assert review_horizon(a_workspace(), TODAY) == TODAY
    horizon = review_horizon(announced, TODAY)
    assert horizon == date(2026, 12, 1)
    assert review_due(a_risk(review=horizon), horizon, FIVE)
    assert not review_due(a_risk(review=date(2026, 12, 2)), horizon, FIVE)
    assert not review_due(a_risk(review=horizon, state=RiskState.CLOSED), horizon, FIVE)
    far = a_workspace(a_meeting(next_on=date(2027, 6, 1)))
    assert review_horizon(far, TODAY) == date(2026, 12, 27)


def test_a_line_says_level_state_privacy_owner_and_review_in_words() -> None:
    workspace = a_workspace(an_org(), a_contact())
    text = text_of(workspace, state=RiskState.WATCHED, private=True, review=TODAY)
    for words in ("R1", "élevé 16", "surveillé ⌂", "atténuer", "Collège", "2026-11-22 !"):
        assert words in text


def test_a_high_risk_without_an_answer_invites_to_find_one() -> None:
    text = text_of(a_workspace(), strategy=None, owner="")
    assert "à choisir" in text
    assert "à nommer" in text
    assert "à juger" in text_of(a_workspace(), likelihood=0)


def test_the_table_leaves_strategies_out_where_there_is_no_room() -> None:
    narrow = risks_lines.table(a_workspace(), [a_risk()], TODAY, risks_lines.room_in(70))
    assert all("stratégie" not in line.text and "atténuer" not in line.text for line in narrow)


def test_a_number_and_a_trend_never_touch_what_follows() -> None:
    risks, room = [a_risk(), a_risk(id="r2", number=1204)], risks_lines.room_in(250)
    lines = risks_lines.table(a_workspace(), risks, TODAY, room)
    for line in lines[1:]:
        number = line.cells[0]
        assert number.width is not None
        assert len(number.text) < number.width
    longest = max(len(f"→ {label(each, current())}") for each in Trend)
    assert longest < risks_lines.TREND


def test_the_invitation_names_the_families_and_fits() -> None:
    families = family_guide("setup", "org", "time", "goals", "means", "legal")
    _blank, first, *more = risks_lines.invitation(left_to_consider(a_workspace(), families))
    assert first.key == risks_lines.FAMILIES
    assert "Rien encore sur" in first.text
    assert all(len(line.cells[0].text) <= risks_lines.NARROWEST for line in (first, *more))
    assert not risks_lines.invitation([])


def test_the_page_tells_where_the_level_comes_from() -> None:
    assert (
        risks_page.told_score(a_risk(), FIVE) == "élevé\u00a016 = probable\u00a04 × majeur\u00a04"
    )
    assert risks_page.told_score(a_risk(impact=0), FIVE) == "probable\u00a04, gravité à juger"


def test_a_copied_risk_holds_all_that_was_decided() -> None:
    risk = a_risk(
        number=3,
        measures="Relève nommée",
        trigger="Est-elle prête?",
        contingency="Deux mois",
        review=date(2026, 11, 20),
        strategy=Strategy.MITIGATE,
    )
    workspace = a_workspace(an_org(), a_contact(), risk)
    text = risks_page.copied(workspace, Guide(language="fr"), risk)
    assert text.splitlines()[0] == "R3 l'agente de liaison part"
    assert "Stratégie\u00a0: atténuer. Relève nommée" in text
    assert "Question\u00a0: «\u00a0Est-elle prête?\u00a0» · chaque mois · pas encore posée" in text
    assert text.endswith("Famille\u00a0: organisation du travail\nÀ revoir le 2026-11-20")
    page = typeset(risks_page.page(workspace, Guide(language="fr"), risk, TODAY), 78)
    assert "à revoir depuis 2\u00a0jours" in page[0].text


def test_a_cell_names_as_many_risks_as_fit() -> None:
    assert some((), 10) == "·"
    assert some(("R1", "R2"), 10) == "R1 R2"
    assert some(("R1", "R2", "R3", "R12"), 10) == "R1 R2 +2"
    assert some(("R100", "R200"), 3) == "+2"
