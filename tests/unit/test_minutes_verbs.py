"""Taking minutes: the template, what is noted, what is promised, who is there."""

from __future__ import annotations

from datetime import date

from builders import (
    TODAY,
    a_contact,
    a_decision,
    a_meeting,
    a_note,
    a_risk,
    a_workspace,
    an_action,
    three_parties,
)
from msgspec.structs import replace

from partner_tui.domain import actions, minutes
from partner_tui.domain.meetings import actions_from, earlier_actions, meeting_of
from partner_tui.domain.records import Action, Decision, Meeting, Postponement
from partner_tui.domain.spoken import read
from partner_tui.domain.values import ActionState, Function, MeetingKind, NoteKind
from partner_tui.domain.workspace import Workspace, put

DECEMBER = date(2026, 12, 1)
ANNOUNCING = a_meeting(
    number=5, next_on=DECEMBER, next_start="12:30", next_place="B-112", place="B-112 et visio"
)


def the_action(workspace: Workspace) -> Action:
    action = workspace.find(Action, "a1")
    assert action is not None
    return action


# -- the template


def test_new_minutes_are_for_the_day_that_was_announced() -> None:
    fresh = minutes.prepared(a_workspace(ANNOUNCING), TODAY)
    assert (fresh.kind, fresh.on, fresh.start) == (MeetingKind.MONTHLY, DECEMBER, "12:30")
    assert (fresh.place, fresh.chair, fresh.scribe) == ("B-112 et visio", "", "")


def test_new_minutes_get_the_next_number() -> None:
    workspace = a_workspace(ANNOUNCING)
    fresh = minutes.prepared(workspace, TODAY)
    added = put(workspace, fresh).find(Meeting, fresh.id)
    assert added is not None and added.number == 6


def test_new_minutes_are_for_today_when_the_next_meeting_has_its_own() -> None:
    planned = a_meeting(id="m2", on=DECEMBER)
    assert minutes.prepared(a_workspace(ANNOUNCING, planned), TODAY).on == TODAY
    assert minutes.prepared(a_workspace(), TODAY).on == TODAY


def test_another_place_that_was_announced_is_kept() -> None:
    elsewhere = a_meeting(next_on=DECEMBER, next_place="Maison")
    assert minutes.prepared(a_workspace(elsewhere), TODAY).place == "Maison"


def test_the_usual_place_keeps_its_name_in_the_other_language() -> None:
    said = {"en": {"place": "B-112 and video call", "next_place": "Room B-112"}}
    known = replace(ANNOUNCING, translations=said)
    fresh = minutes.prepared(a_workspace(known), TODAY)
    assert fresh.translations == {"en": {"place": "B-112 and video call"}}
    moved = replace(known, next_place="Salle du lac")
    assert minutes.prepared(a_workspace(moved), TODAY).translations == {
        "en": {"place": "Room B-112"}
    }
    assert minutes.prepared(a_workspace(ANNOUNCING), TODAY).translations == {}


# -- noting


def test_a_decision_and_a_note_belong_to_the_meeting() -> None:
    decision = minutes.a_decision(a_meeting(), "Ouvrir à 17 h", TODAY)
    assert (decision.meeting, decision.on) == ("m1", date(2026, 11, 3))
    assert minutes.a_note(a_meeting(), NoteKind.WIN, "x").kind is NoteKind.WIN


def test_a_follow_up_is_born_in_the_meeting() -> None:
    workspace = a_workspace(*three_parties(), a_contact(), a_meeting())
    spoken = read("Réserver @coordination → 2026-11-10", workspace, TODAY)
    action = minutes.an_action(a_meeting(), spoken, TODAY)
    assert (action.owner, action.organization, action.origin) == ("c1", "o1", "meetings/m1")
    assert [a.id for a in actions_from(put(workspace, action), a_meeting())] == [action.id]
    later = a_meeting(id="m2", on=DECEMBER)
    assert action.id in [a.id for a in earlier_actions(put(workspace, action, later), later)]


def test_a_follow_up_is_said_again_in_other_words() -> None:
    workspace = a_workspace(*three_parties(), a_contact(), an_action())
    spoken = read("Réserver une salle @maison → 2026-12-04", workspace, TODAY)
    changed = the_action(minutes.rewording(an_action(), spoken, TODAY)(workspace))
    assert (changed.text, changed.owner, changed.organization) == ("Réserver une salle", "", "o2")


# -- following


def test_a_key_takes_an_action_from_to_do_to_done() -> None:
    workspace, seen = a_workspace(an_action()), []
    for _press in range(3):
        workspace = actions.advancing(the_action(workspace), TODAY)(workspace)
        seen.append((the_action(workspace).state, the_action(workspace).done_on))
    assert seen == [
        (ActionState.DOING, None),
        (ActionState.DONE, TODAY),
        (ActionState.TODO, None),
    ]


def test_a_postponed_action_keeps_each_old_day_and_its_reason() -> None:
    workspace = a_workspace(an_action(due=date(2026, 11, 20)))
    for due, why in ((date(2026, 11, 30), "Aucun fournisseur."), (DECEMBER, "Toujours rien.")):
        workspace = actions.postponing("a1", due, why, TODAY, "Coordination")(workspace)
    action = the_action(workspace)
    assert (action.due, action.state) == (DECEMBER, ActionState.POSTPONED)
    assert [(p.due, p.reason) for p in action.postponements] == [
        (date(2026, 11, 20), "Aucun fournisseur."),
        (date(2026, 11, 30), "Toujours rien."),
    ]
    assert action.postponements[0] == Postponement(
        due=date(2026, 11, 20), reason="Aucun fournisseur.", on=TODAY, by="Coordination"
    )


def test_postponing_what_is_gone_changes_nothing() -> None:
    workspace = a_workspace()
    assert actions.postponing("a1", DECEMBER, "x", TODAY, "")(workspace) is workspace


# -- attendance

PEOPLE = (
    a_contact(),
    a_contact(id="c5", organization="o2", functions=(Function.COMMITTEE,)),
    a_contact(id="c7", organization="o3", functions=()),
    a_contact(id="c9", organization="o3", until=date(2026, 10, 1)),
)
HELD = a_meeting(id="m0", on=date(2026, 10, 6), present=("c1", "c9"), excused=("c5",))


def test_those_of_last_time_are_present_by_default() -> None:
    workspace = a_workspace(*three_parties(), *PEOPLE, HELD, a_meeting())
    assert minutes.present_by_default(workspace, a_meeting()) == ("c1",)
    noted = a_meeting(excused=("c1",))
    assert minutes.present_by_default(workspace, noted) == ()


def test_who_is_expected() -> None:
    people = (*three_parties(), *PEOPLE)
    assert minutes.expected(a_workspace(*people, HELD), a_meeting()) == ("c1", "c5")
    assert minutes.expected(a_workspace(*people), a_meeting()) == ("c5",)
    assert minutes.expected(a_workspace(PEOPLE[2]), a_meeting()) == ("c7",)


def test_attendance_is_held_and_tells_who_is_not_represented() -> None:
    workspace = a_workspace(*three_parties(), *PEOPLE, a_meeting())
    workspace = minutes.attending("m1", ("c1", "c5"), (), ("c7",))(workspace)
    meeting = workspace.find(Meeting, "m1")
    assert meeting is not None and meeting.absent == ("c7",)
    assert [o.id for o in minutes.unrepresented(workspace, meeting)] == ["o3"]


# -- finding


def test_where_a_record_was_noted() -> None:
    workspace = a_workspace(
        a_meeting(),
        a_note("x"),
        a_decision(),
        Decision(id="d0"),
        an_action(origin="meetings/m1"),
        an_action(id="a2", origin="risks/r1"),
        a_risk(),
    )
    found = {
        target: meeting_of(workspace, target)
        for target in (
            "meetings/m1", "notes/n-x", "decisions/d1", "actions/a1",
            "decisions/d0", "actions/a2", "risks/r1", "elsewhere/x", "meetings/m9",
        )
    }  # fmt: skip
    assert [target for target, meeting in found.items() if meeting] == [
        "meetings/m1",
        "notes/n-x",
        "decisions/d1",
        "actions/a1",
    ]
