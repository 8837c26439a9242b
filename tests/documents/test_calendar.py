"""Meetings and due dates for a calendar; importing again updates what is there."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from builders import TODAY, a_meeting, a_workspace, an_action, an_organization
from document_kit import OPTIONS, one, sample
from icalendar import Calendar, Event
from msgspec.structs import replace

from partner_tui.documents import calendar, cards
from partner_tui.domain.meetings import open_actions
from partner_tui.domain.records import Contact, Postponement, Record
from partner_tui.domain.values import ActionState
from partner_tui.domain.workspace import Workspace, put
from partner_tui.guide.load import guide
from partner_tui.i18n import translator

FR = translator("fr")


def events(workspace: Workspace) -> list[Event]:
    """Return what a calendar program would import."""
    data = calendar.compose(workspace, guide("fr"), FR, OPTIONS)
    return [e for e in Calendar.from_ical(data).walk("VEVENT") if isinstance(e, Event)]


def names(workspace: Workspace) -> set[str]:
    """Return what tells the entries from each other."""
    return {str(event["uid"]) for event in events(workspace)}


def only(*records: Record) -> Event:
    """Return the one entry of a small dossier."""
    (event,) = events(a_workspace(an_organization(), *records))
    return event


def test_a_meeting_has_its_hours_in_its_zone() -> None:
    event = only(a_meeting())
    noon = datetime(2026, 11, 3, 12, tzinfo=ZoneInfo("America/Toronto"))
    assert (event.start, event.end.hour) == (noon, 13)
    assert str(event["location"]) == "local B-112"
    assert one(str(event["summary"])) == "Contact mensuel nº 1 — Soirées Boussole"


def test_a_meeting_without_an_end_lasts_an_hour_and_without_hours_all_day() -> None:
    assert only(a_meeting(start="17 h 30", end="")).end.hour == 18
    assert only(a_meeting(start="le midi", end="")).start == date(2026, 11, 3)


def test_summer_time_is_known() -> None:
    data = calendar.compose(a_workspace(a_meeting()), guide("fr"), FR, OPTIONS)
    assert b"BEGIN:VTIMEZONE" in data
    summer = only(a_meeting(on=date(2026, 7, 1)))
    assert summer.start.utcoffset().total_seconds() == -4 * 3600


def test_an_entry_keeps_its_name_when_it_changes() -> None:
    before = only(an_action(revision=1))
    after = only(an_action(revision=2, due=date(2026, 12, 15), text="Autre"))
    assert before["uid"] == after["uid"]
    assert (int(before["sequence"]), int(after["sequence"])) == (1, 2)


def test_an_announced_meeting_keeps_its_name_once_it_has_minutes() -> None:
    held = a_meeting(number=1, next_on=date(2026, 12, 1), next_start="12:00")
    begun = a_meeting(id="m2", number=2, on=date(2026, 12, 1))
    assert names(a_workspace(held)) == names(a_workspace(held, begun))


def test_a_meeting_called_off_is_taken_out_of_the_calendars_that_have_it() -> None:
    planned = only(a_meeting(revision=1))
    off = only(a_meeting(revision=2, cancelled="tempête"))
    assert planned["uid"] == off["uid"]
    assert (str(planned["status"]), str(off["status"])) == ("CONFIRMED", "CANCELLED")
    assert int(off["sequence"]) > int(planned["sequence"])
    assert one(str(off["summary"])).startswith("Annulée : Contact mensuel nº 1")
    assert "tempête" in str(off["description"])
    assert str(only(a_meeting(revision=3))["status"]) == "CONFIRMED"


def test_an_announced_meeting_that_moves_or_is_called_off_keeps_its_name() -> None:
    held = a_meeting(number=1, revision=7, next_on=date(2026, 12, 1))
    (announced,) = events(a_workspace(held))[1:]
    past = Postponement(due=date(2026, 12, 1), reason="salle prise", on=TODAY)
    moved = a_meeting(
        id="m2", number=2, revision=1, on=date(2026, 12, 8), postponed=(past,), present=()
    )
    (later,) = events(a_workspace(held, moved))[1:]
    (off,) = events(a_workspace(held, replace(moved, revision=2, cancelled="grève")))[1:]
    assert announced["uid"] == later["uid"] == off["uid"]
    assert later.start.date() == date(2026, 12, 8)
    assert "salle prise" in str(later["description"])
    numbers = [int(event["sequence"]) for event in (announced, later, off)]
    assert numbers == sorted(set(numbers))
    assert str(off["status"]) == "CANCELLED"


def test_minutes_given_another_day_are_still_the_meeting_that_was_announced() -> None:
    held = a_meeting(number=1, next_on=date(2026, 12, 1))
    begun = a_meeting(id="m2", number=2, on=date(2026, 12, 3))
    assert names(a_workspace(held)) == names(a_workspace(held, begun))


def test_an_extra_meeting_takes_no_name_from_the_one_that_was_announced() -> None:
    held = a_meeting(number=1, next_on=date(2026, 12, 1))
    begun = a_meeting(id="m2", number=2, on=date(2026, 12, 1))
    extra = a_meeting(id="m3", number=3, on=date(2026, 11, 24), cancelled="grève")
    assert names(a_workspace(held, begun, extra)) > names(a_workspace(held, begun))
    statuses = {str(e["uid"]): str(e["status"]) for e in events(a_workspace(held, extra))}
    assert sorted(statuses.values()) == ["CANCELLED", "CONFIRMED", "CONFIRMED"]
    assert set(statuses) > names(a_workspace(held))


def test_what_is_put_away_or_done_before_its_day_is_taken_out() -> None:
    done = only(an_action(state=ActionState.DONE))
    assert (str(done["status"]), one(str(done["summary"]))[:7]) == ("CANCELLED", "Fait : ")
    away = only(a_meeting(on=date(2026, 12, 1), archived=True))
    assert str(away["status"]) == "CANCELLED"
    past = an_action(state=ActionState.DONE, due=date(2026, 11, 1))
    assert events(a_workspace(past, a_meeting(archived=True))) == []


def test_two_dossiers_have_different_names() -> None:
    mine = a_workspace(an_organization(id="o1"), an_action())
    theirs = a_workspace(an_organization(id="o9"), an_action())
    assert events(mine)[0]["uid"] != events(theirs)[0]["uid"]


def test_the_sample_holds_every_due_date() -> None:
    found = {(str(event["summary"]), event.start) for event in events(sample())}
    days = {day for _title, day in found}
    assert {action.due for action in open_actions(sample()) if action.due} <= days
    assert any(title.startswith("Révision du partenariat") for title, _day in found)
    assert {"R1", "R2"} <= {title[:2] for title, _day in found}


def test_what_is_private_or_done_is_not_there() -> None:
    assert events(a_workspace(an_action(private=True), a_meeting(private=True))) == []


def test_a_card_holds_what_one_needs_to_reach_a_person() -> None:
    text = cards.compose(sample(), guide("fr"), FR, OPTIONS)
    assert text.count("BEGIN:VCARD") == len(sample().alive(Contact))
    assert "EMAIL;TYPE=INTERNET:partenariats@troisbaies.example\r\n" in text
    assert "ORG:Maison Vent-du-Large\r\n" in text


def test_a_card_is_folded_and_unfolds() -> None:
    first, *_others = sample().table(Contact).values()
    changes: dict[str, Any] = {"role": "é" * 80 + "; a, b", "consent_on": TODAY}
    workspace = put(a_workspace(an_organization()), replace(first, translations={}, **changes))
    text = cards.compose(workspace, guide("fr"), FR, OPTIONS)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "TITLE:" + "é" * 80 + "\\; a\\, b\r\n" in text.replace("\r\n ", "")


def test_another_library_reads_the_same() -> None:
    vobject = pytest.importorskip("vobject", reason="vobject is not installed")
    data = calendar.compose(sample(), guide("fr"), FR, OPTIONS).decode()
    theirs = vobject.readOne(data).vevent_list
    ours = events(sample())
    assert [event.summary.value for event in theirs] == [str(event["summary"]) for event in ours]
    assert [event.dtstart.value for event in theirs] == [event.start for event in ours]
    people = list(vobject.readComponents(cards.compose(sample(), guide("fr"), FR, OPTIONS)))
    assert {card.email.value for card in people} == {c.email for c in sample().alive(Contact)}
