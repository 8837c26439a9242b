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
from partner_tui.domain.records import Contact, Record
from partner_tui.domain.workspace import Workspace, put
from partner_tui.guide.load import guide
from partner_tui.i18n import translator

FR = translator("fr")


def events(workspace: Workspace) -> list[Event]:
    """Return what a calendar program would import."""
    data = calendar.compose(workspace, guide("fr"), FR, OPTIONS)
    return [e for e in Calendar.from_ical(data).walk("VEVENT") if isinstance(e, Event)]


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
    announced = {str(event["uid"]) for event in events(a_workspace(held))}
    begun = a_meeting(id="m2", number=2, on=date(2026, 12, 1))
    planned = {str(event["uid"]) for event in events(a_workspace(held, begun))}
    assert announced == planned


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
