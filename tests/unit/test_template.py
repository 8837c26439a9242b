"""The template of the agenda: arranged by the partners, kept in the dossier, used every time."""

from __future__ import annotations

from builders import TODAY, a_meeting, a_workspace, an_action

from partner_tui.documents import render_txt
from partner_tui.documents.pages import agenda as page
from partner_tui.documents.pages.kit import Options
from partner_tui.domain.agenda import agenda, headings
from partner_tui.domain.agenda_sources import Kind
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Topic
from partner_tui.domain.template import (
    adding_heading,
    removing_heading,
    rewording_heading,
    shifting_heading,
    turning_heading,
)
from partner_tui.domain.workspace import Change, Workspace
from partner_tui.i18n import translator

GUIDE = Guide(language="fr")


def run(*changes: Change) -> Workspace:
    topic = Topic(id="t1", title="Bilan", opened_in="m1")
    workspace = a_workspace(a_meeting(id="m1", on=TODAY), an_action(), topic)
    for change in changes:
        workspace = change(workspace)
    return workspace


def items(workspace: Workspace) -> list[tuple[str, int]]:
    meeting = a_meeting(id="m1", on=TODAY)
    return [(i.kind.value, i.minutes) for i in agenda(workspace, GUIDE, meeting, TODAY).items]


def test_the_usual_template_has_every_kind_in_order() -> None:
    kinds = [kind.value for kind in Kind if kind is not Kind.OWN]
    assert [heading.key for heading in headings(run())] == kinds
    assert items(run()) == [("actions", 5), ("topic", 10), ("free", 5)]


def test_a_heading_of_the_partners_comes_first_then_where_they_put_it() -> None:
    workspace = run(adding_heading("Tour de table, 7 min"))
    assert items(workspace)[0] == ("own", 7)
    own = headings(workspace)[0]
    for _each in range(20):
        workspace = shifting_heading(own.key, 1)(workspace)
    assert items(workspace)[-1] == ("own", 7)
    assert items(removing_heading(own.key)(workspace)) == items(run())


def test_a_heading_left_out_does_not_come_back_by_itself() -> None:
    workspace = run(turning_heading("actions"))
    assert [kind for kind, _minutes in items(workspace)] == ["topic", "free"]
    assert items(turning_heading("actions")(workspace)) == items(run())


def test_other_minutes_and_another_title_are_used_on_the_page() -> None:
    workspace = run(rewording_heading("actions", "Promesses, 12 min"))
    assert items(workspace)[0] == ("actions", 12)
    options = Options(today=TODAY)
    text = render_txt.render(page.compose(workspace, GUIDE, translator("fr"), options))
    assert "Promesses (12\u00a0min)" in text


def test_the_usual_title_stays_the_one_of_each_language() -> None:
    usual = "Retour sur les suivis"
    kept = run(rewording_heading("actions", f"{usual}, 12 min", usual)).partnership.agenda
    assert next(h for h in kept if h.key == "actions").title == ""


def test_the_page_follows_the_order_of_the_template() -> None:
    workspace = run(*(shifting_heading("topic", -1) for _each in range(9)))
    text = render_txt.render(page.compose(workspace, GUIDE, translator("fr"), Options(today=TODAY)))
    assert text.index("Bilan") < text.index("Réserver les deux salles")
