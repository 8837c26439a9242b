"""Versions of the minutes: kept word for word, and compared line by line."""

from __future__ import annotations

import re
from datetime import date

from builders import TODAY, a_contact, a_meeting, a_workspace, an_action, three_parties

from partner_tui.documents import render_txt
from partner_tui.documents.minutes import compose, is_same, kept_text
from partner_tui.documents.minutes_versions import Difference, counted, differences, parsed
from partner_tui.domain.adopting import adopting, an_erratum, proposing
from partner_tui.domain.blocks import Block, Document
from partner_tui.domain.records import Action, Decision, Meeting, Note
from partner_tui.domain.values import ActionState
from partner_tui.domain.workspace import Workspace, adding, editing
from partner_tui.i18n import translator

FR = translator("fr")


def held() -> Workspace:
    """Return a meeting with a promise kept from before, news, a decision and a new promise."""
    earlier = a_meeting(id="m0", number=1, on=date(2026, 10, 6))
    meeting = a_meeting(id="m1", number=2, on=date(2026, 11, 3), present=("c1",))
    return a_workspace(
        *three_parties(),
        a_contact(),
        earlier,
        meeting,
        an_action(id="a0", origin="meetings/m0"),
        Note(id="n1", meeting="m1", text="12 pairs * formés | ici"),
        Note(id="n2", meeting="m1", text="Entre nous", private=True),
        Decision(id="d1", number=1, meeting="m1", text="Ouvrir plus tôt"),
        an_action(id="a1", number=2, origin="meetings/m1"),
    )


def the(workspace: Workspace) -> Meeting:
    meeting = workspace.find(Meeting, "m1")
    assert meeting is not None
    return meeting


def text(workspace: Workspace) -> str:
    page = render_txt.render(compose(the(workspace), workspace, FR))
    return re.sub(r"[ \n]+", " ", page)


def written(blocks: tuple[Block, ...]) -> str:
    return render_txt.render(Document("Compte rendu", "fr", blocks))


def test_a_kept_version_reads_back_as_it_was_and_without_what_is_private() -> None:
    workspace = held()
    kept = kept_text(the(workspace), workspace)
    assert "Entre nous" not in kept
    body = compose(the(workspace), workspace, FR).blocks[:-2]
    assert written(parsed(kept)) == written(body)


def test_the_differences_stand_under_their_titles() -> None:
    workspace = held()
    old = kept_text(the(workspace), workspace)
    changed = editing(Note, "n1", text="14 pairs")(workspace)
    changed = adding(Decision(id="d2", number=2, meeting="m1", text="Finir à 21 h"))(changed)
    found = differences(old, kept_text(the(changed), changed))
    assert found == [
        Difference("", "Nouvelles et avancement"),
        Difference("-", "• 12 pairs * formés | ici"),
        Difference("+", "• 14 pairs"),
        Difference("", "Décisions"),
        Difference("+", "• D2 Finir à 21 h (consensus)."),
    ]
    assert counted(found) == "+2 −1"
    assert differences(old, old) == []


def test_what_becomes_of_earlier_actions_is_not_another_text() -> None:
    workspace = held()
    old = kept_text(the(workspace), workspace)
    done = editing(Action, "a0", state=ActionState.DONE, done_on=TODAY)(workspace)
    assert kept_text(the(done), done) != old
    assert is_same(old, kept_text(the(done), done), done)
    other = editing(Note, "n1", text="14 pairs")(workspace)
    assert not is_same(old, kept_text(the(other), other), other)


def test_adopted_minutes_say_what_was_adopted_then_the_errata() -> None:
    workspace = held()
    adopt = adopting("m1", TODAY, kept_text(the(workspace), workspace))
    workspace = adopt(proposing("m1", "…", "tous", TODAY)(workspace))
    workspace = adding(an_erratum(the(workspace), "14 pairs", TODAY, "Coordination"))(workspace)
    workspace = editing(Action, "a0", state=ActionState.DONE, done_on=TODAY)(workspace)
    page = text(workspace)
    assert "à faire" in page and "12 pairs * formés | ici" in page
    assert "22 novembre 2026 (Coordination)\u00a0: 14 pairs" in page
    assert "Adopté le 22 novembre 2026" in page


def test_minutes_name_the_parties_of_which_nobody_came_and_those_that_said_nothing() -> None:
    workspace = proposing("m1", "…", "tous", TODAY)(held())
    page = text(workspace)
    assert "Non représentés\u00a0: Maison Vent-du-Large, Association étudiante" in page
    assert "Sans réponse\u00a0: Collège des Trois-Baies" in page
