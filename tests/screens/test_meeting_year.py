"""A year of meetings, and one hour of one: nothing is lost, and few keys are pressed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from screens.conftest import an_app
from textual.pilot import Pilot
from textual.widgets import Input

from partner_tui import demo
from partner_tui.domain import minutes, series, topics
from partner_tui.domain.meetings import actions_from, earlier_actions, is_open
from partner_tui.domain.records import Action, Decision, Meeting, Organization, Topic
from partner_tui.domain.spoken import Spoken
from partner_tui.domain.topics import Fate
from partner_tui.domain.values import TopicState
from partner_tui.domain.workspace import Workspace, adding, put
from partner_tui.messages import Copy
from partner_tui.screens.meeting import MeetingScreen
from partner_tui.storage.folder import create
from partner_tui.storage.store import TinyStore
from partner_tui.workbook import Workbook

FATES = (Fate.CARRY, Fate.END, Fate.PARK, Fate.SKIP, Fate.CARRY)


async def test_a_meeting_is_recorded_in_twenty_keys_and_copied_before_standing_up(
    tmp_path: Path,
) -> None:
    """Two decisions, four follow-ups, who is there, and the page: typing aside."""
    app = an_app(demo.workspace(date(2026, 11, 22)), tmp_path)
    keys: list[str] = []
    seen: list[object] = []
    async with app.run_test(size=(80, 24), message_hook=seen.append) as pilot:
        await _press(pilot, keys, "5", "enter", "p", "enter", "enter", "d")
        for text in ("Trois pairs par soirée", "Ouvrir dès 17 h (vote)"):
            await _say(pilot, keys, text)
        await _press(pilot, keys, "enter", "s")
        for text in (
            "La fiche @chef clinique jeudi",
            "Merci @vie",
            "La salle lundi",
            "Le traiteur",
        ):
            await _say(pilot, keys, text)
        await _press(pilot, keys, "enter", "Y")
        assert isinstance(app.screen, MeetingScreen)
        workspace = app.services.workspace
        meeting = workspace.table(Meeting)["m6"]
        assert len(actions_from(workspace, meeting)) == 4 and meeting.present
        assert [d.how.value for d in workspace.alive(Decision)[-2:]] == ["consensus", "vote"]
        page = next(each.text for each in seen if isinstance(each, Copy))
        assert "Ouvrir dès 17 h (vote)" in page and "Le traiteur" in page
    assert len(keys) <= 20, keys


async def _press(pilot: Pilot[int], keys: list[str], *pressed: str) -> None:
    for key in pressed:
        keys.append(key)
        await pilot.press(key)
        await pilot.pause()


async def _say(pilot: Pilot[int], keys: list[str], text: str) -> None:
    pilot.app.screen.query_one(Input).insert_text_at_cursor(text)
    await pilot.pause()
    await _press(pilot, keys, "enter")


def test_a_year_of_meetings_loses_nothing(tmp_path: Path) -> None:
    """Each month a meeting is prepared, noted and closed, in a file that is opened again."""
    folder = create(tmp_path, put(Workspace(), Organization(id="o1", name="Cégep")), "an")
    today, born = date(2026, 1, 6), 0
    for month in range(12):
        book = Workbook(TinyStore(folder), "Ève", clock=lambda: "2026-01-01T00:00:00Z")
        meeting = minutes.prepared(book.workspace, today)
        book.apply("meeting.add", adding(meeting))
        meeting = book.workspace.table(Meeting)[meeting.id]
        table = topics.topics_of(book.workspace, meeting)
        back = earlier_actions(book.workspace, meeting)
        assert {a.id for a in book.workspace.alive(Action) if is_open(a)} == {a.id for a in back}
        _no_topic_is_lost(book.workspace, meeting)
        fresh = [topics.a_topic(meeting, f"Sujet {month}.{n}, 10 min") for n in range(2)]
        for topic in fresh:
            book.apply("topic.add", adding(topic))
            action = minutes.an_action(meeting, Spoken(f"Suivi {month}"), today)
            book.apply("action.add", adding(action))
            born += 1
        fates = {t.id: FATES[(month + n) % len(FATES)] for n, t in enumerate((*table, *fresh))}
        next_on = series.proposed(book.workspace, meeting, today)
        book.apply("meeting.close", topics.settling(meeting.id, fates, today, next_on))
        today = next_on
    workspace = Workbook(TinyStore(folder), "Ève").workspace
    assert len(workspace.alive(Topic)) == len(workspace.alive(Action)) == born == 24
    assert len({m.on for m in workspace.alive(Meeting)}) == 12
    for topic in workspace.alive(Topic):
        first = topics.history(workspace, topic)[0].meeting
        assert f"Sujet {first.number - 1}." in topic.title
    for action in workspace.alive(Action):
        home = minutes.meeting_of(workspace, f"actions/{action.id}")
        assert home is not None and action.text == f"Suivi {home.number - 1}"


def _no_topic_is_lost(workspace: Workspace, meeting: Meeting) -> None:
    """Every topic is on the table, sits this one out, waits aside or was ended; never two."""
    groups = [
        topics.topics_of(workspace, meeting),
        topics.skipped_topics(workspace, meeting),
        topics.parked_topics(workspace),
        [t for t in workspace.alive(Topic) if t.state is TopicState.ENDED],
    ]
    found = [topic.id for group in groups for topic in group]
    assert sorted(found) == sorted(workspace.table(Topic))
