"""The life of minutes: proposed, confirmed or corrected, adopted; what adopted ones refuse."""

from __future__ import annotations

from datetime import date

import pytest
from builders import TODAY, a_contact, a_meeting, a_workspace, an_action, three_parties
from msgspec.structs import replace

from partner_tui.documents.minutes import compose
from partner_tui.documents.render_txt import render
from partner_tui.domain import adopting
from partner_tui.domain.adopting import agreeing, an_erratum, locking, proposing, saying
from partner_tui.domain.records import Decision, Meeting, MinutesWord, Note, Topic
from partner_tui.domain.settled import Settled, check
from partner_tui.domain.topics import Fate, turning
from partner_tui.domain.values import MeetingState, NoteKind, OnMinutes
from partner_tui.domain.workspace import Change, Workspace, adding, editing, put
from partner_tui.i18n import translator

YES = MinutesWord(on=TODAY)
OTHER = MinutesWord(said=OnMinutes.CORRECTION, on=TODAY, text="14 pairs, pas 12")
NEXT = date(2026, 12, 1)


def held(**changes: object) -> Workspace:
    """Return a meeting where the college and the house were, with a line of each kind."""
    people = (a_contact(), a_contact(id="c2", organization="o2"))
    meeting = a_meeting(id="m1", number=1, present=("c1", "c2"), **changes)
    noted = (
        Note(id="n1", meeting="m1", text="Six soirées"),
        Decision(id="d1", meeting="m1", text="Ouvrir plus tôt"),
        an_action(origin="meetings/m1"),
        Topic(id="t1", title="Bilan", opened_in="m1"),
    )
    return a_workspace(*three_parties(), *people, meeting, *noted)


def after(workspace: Workspace, *changes: Change) -> Meeting:
    for change in changes:
        workspace = change(workspace)
    meeting = workspace.find(Meeting, "m1")
    assert meeting is not None
    return meeting


def test_only_the_parties_that_were_there_are_waited_for() -> None:
    workspace = proposing("m1", "A", "tous", TODAY)(held())
    said = saying("m1", "o1", YES)(workspace)
    assert [each.id for each in adopting.asked(said, after(said))] == ["o1", "o2"]
    assert [each.id for each in adopting.silent(said, after(said))] == ["o2"]


def test_the_last_confirmation_adopts_the_text_that_was_proposed() -> None:
    steps = [agreeing("m1", key, YES, "A", same=True) for key in ("o1", "o2")]
    first = after(held(), proposing("m1", "A", "tous", TODAY), steps[0])
    last = after(held(), proposing("m1", "A", "tous", TODAY), *steps)
    assert (first.state, last.state) == (MeetingState.SENT, MeetingState.ADOPTED)
    assert (last.adopted_on, [v.text for v in last.versions]) == (TODAY, ["A"])


def test_it_is_adopted_the_last_day_that_one_said_yes_whenever_that_is_noted() -> None:
    days = {"o1": date(2026, 11, 12), "o2": date(2026, 11, 9)}
    steps = [agreeing("m1", key, replace(YES, on=on), "A", same=True) for key, on in days.items()]
    meeting = after(held(), proposing("m1", "A", "tous", TODAY), *steps)
    assert (meeting.state, meeting.adopted_on) == (MeetingState.ADOPTED, date(2026, 11, 12))
    assert {key: word.on for key, word in meeting.words.items()} == days


def test_adopted_minutes_in_the_other_language_say_that_they_are_a_translation() -> None:
    adopted = put(held(), after(held(), adopting.adopting("m1", TODAY, "Le texte adopté.")))
    meeting = adopted.table(Meeting)["m1"]
    french, english = (render(compose(meeting, adopted, translator(k))) for k in ("fr", "en"))
    assert "Le texte adopté." in french and "Traduction" not in french
    assert "the text that was adopted is in French" in " ".join(english.split())
    draft = render(compose(held().table(Meeting)["m1"], held(), translator("en")))
    assert "adopted" not in draft


def test_a_text_that_moved_since_is_not_adopted_by_itself() -> None:
    steps = [agreeing("m1", key, YES, "B", same=False) for key in ("o1", "o2")]
    assert after(held(), proposing("m1", "A", "", TODAY), *steps).state is MeetingState.SENT


def test_a_correction_leads_to_a_version_that_each_reads_anew() -> None:
    meeting = after(
        held(),
        proposing("m1", "A", "tous", TODAY),
        saying("m1", "o1", YES),
        saying("m1", "o2", OTHER),
        proposing("m1", "B", "tous", NEXT),
    )
    assert (meeting.state, meeting.sent_on, meeting.words) == (MeetingState.CORRECTED, NEXT, {})
    assert [version.text for version in meeting.versions] == ["A", "B"]
    assert meeting.versions[0].words == {"o1": YES, "o2": OTHER}


def test_adopting_by_hand_keeps_the_text_that_was_adopted() -> None:
    meeting = after(
        held(), proposing("m1", "A", "", TODAY), adopting.adopting("m1", NEXT, "B", "Test")
    )
    assert (meeting.state, meeting.adopted_on) == (MeetingState.ADOPTED, NEXT)
    assert [version.text for version in meeting.versions] == ["A", "B"]


def test_minutes_sent_before_versions_keep_the_text_they_have() -> None:
    workspace = held(state=MeetingState.SENT, sent_on=TODAY, sent_to="tous")
    kept = after(workspace, saying("m1", "o1", OTHER, "A")).versions
    assert [(version.on, version.to, version.text) for version in kept] == [(TODAY, "tous", "A")]


def test_only_adopted_minutes_are_locked() -> None:
    assert after(held(), locking("m1")).state is MeetingState.DRAFT
    adopted = held(state=MeetingState.ADOPTED)
    assert after(adopted, locking("m1")).state is MeetingState.LOCKED


TOUCHING = (
    editing(Note, "n1", text="Sept soirées"),
    editing(Note, "n1", archived=True),
    editing(Decision, "d1", text="Ouvrir plus tard"),
    adding(Note(id="n2", meeting="m1", text="Une de plus")),
    adding(Decision(id="d2", meeting="m1", text="Une de plus")),
    adding(an_action(id="a2", origin="meetings/m1")),
    editing(Meeting, "m1", place="Ailleurs"),
    editing(Meeting, "m1", present=("c1",)),
    editing(Meeting, "m1", state=MeetingState.DRAFT),
    turning("t1", Fate.END, "m1"),
)


@pytest.mark.parametrize("change", TOUCHING)
@pytest.mark.parametrize("state", [MeetingState.ADOPTED, MeetingState.LOCKED])
def test_adopted_minutes_refuse_what_would_change_their_text(
    change: Change, state: MeetingState
) -> None:
    workspace = held(state=state)
    check(held(), change(held()))
    with pytest.raises(Settled):
        check(workspace, change(workspace))


def test_adopted_minutes_take_errata_and_let_actions_and_topics_live() -> None:
    workspace = held(state=MeetingState.ADOPTED)
    later = adding(a_meeting(id="m2", number=2, on=NEXT))(workspace)
    action = an_action(origin="meetings/m1", due=NEXT)
    for change in (
        adding(an_erratum(after(workspace), "14 pairs", TODAY, "Test")),
        lambda w: adding(action)(w),
        turning("t1", Fate.END, "m2"),
        locking("m1"),
        editing(Meeting, "m1", archived=True),
    ):
        check(later, change(later))


def test_an_erratum_is_not_corrected_either() -> None:
    erratum = an_erratum(a_meeting(id="m1"), "14 pairs", TODAY, "Test")
    workspace = adding(erratum)(held(state=MeetingState.ADOPTED))
    assert (erratum.kind, erratum.on, erratum.who) == (NoteKind.ERRATUM, TODAY, "Test")
    with pytest.raises(Settled):
        check(workspace, editing(Note, erratum.id, text="15")(workspace))


def test_undoing_takes_adoption_back_but_never_a_lock_and_the_text_under_it() -> None:
    sent, adopted = held(state=MeetingState.SENT), held(state=MeetingState.ADOPTED)
    locked = held(state=MeetingState.LOCKED)
    check(adopted, sent, undoing=True)
    check(locked, adopted, undoing=True)
    for was in (adopted, locked):
        without = replace(was, tables={**was.tables, "notes": {}})
        with pytest.raises(Settled):
            check(was, without, undoing=True)
    with pytest.raises(Settled):
        check(locked, sent, undoing=True)
