"""A year of meetings, and one hour of one: nothing is lost, and few keys are pressed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace
from screens.conftest import an_app
from textual.pilot import Pilot
from textual.widgets import Input

from partner_tui import demo
from partner_tui.domain import minutes, series, topics, triggers
from partner_tui.domain.actions import born_in, origin_of
from partner_tui.domain.meetings import actions_from, earlier_actions, is_open, meeting_of
from partner_tui.domain.records import (
    Action,
    Asking,
    Decision,
    Meeting,
    Organization,
    PlanStep,
    Risk,
    Topic,
)
from partner_tui.domain.spoken import Spoken
from partner_tui.domain.topics import Fate
from partner_tui.domain.values import RiskState, TopicState
from partner_tui.domain.workspace import Workspace, adding, put
from partner_tui.messages import Copy
from partner_tui.screens.meeting.screen import MeetingScreen
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
    today = date(2026, 1, 6)
    for month in range(12):
        book = Workbook(TinyStore(folder), "Ève", clock=lambda: "2026-01-01T00:00:00Z")
        today = _a_meeting(book, month, today)
    workspace = Workbook(TinyStore(folder), "Ève").workspace
    assert len({m.on for m in workspace.alive(Meeting)}) == 12
    _topics_are_traced(workspace)
    _triggers_are_traced(workspace)
    _actions_are_traced(workspace)


def _a_meeting(book: Workbook, month: int, today: date) -> date:
    """Hold the meeting of a month: answer, note, promise, close; return the day of the next."""
    meeting = minutes.prepared(book.workspace, today)
    book.apply("meeting.add", adding(meeting))
    meeting = book.workspace.table(Meeting)[meeting.id]
    table = topics.topics_of(book.workspace, meeting)
    back = earlier_actions(book.workspace, meeting)
    assert {a.id for a in book.workspace.alive(Action) if is_open(a)} == {a.id for a in back}
    _no_topic_is_lost(book.workspace, meeting)
    asked = triggers.to_ask(book.workspace, today, meeting.id)
    assert {risk.id for risk in asked} == {
        risk.id for risk in book.workspace.alive(Risk) if risk.state is not RiskState.HAPPENED
    }, "the question of every risk that is still ahead comes back each month"
    for n, risk in enumerate(asked):
        asking = Asking(on=today, yes=(month + n) % 4 == 0, by="Ève", meeting=meeting.id)
        book.apply("risks.ask", triggers.answering(risk.id, asking))
    if month % 3 == 0:
        risk = minutes.a_risk(meeting, Spoken(f"Risque {month}"))
        plan = (PlanStep(text=f"Plan {month}", days=7),)
        named = replace(risk, trigger="Est-ce que ça vient?", plan=plan)
        book.apply("risks.add", adding(named))
    fresh = [topics.a_topic(meeting, f"Sujet {month}.{n}, 10 min") for n in range(2)]
    for topic in fresh:
        book.apply("topic.add", adding(topic))
        action = minutes.an_action(meeting, Spoken(f"Suivi {month}"), today)
        book.apply("action.add", adding(action))
    fates = {t.id: FATES[(month + n) % len(FATES)] for n, t in enumerate((*table, *fresh))}
    next_on = series.proposed(book.workspace, meeting, today)
    book.apply("meeting.close", topics.settling(meeting.id, fates, today, next_on))
    return next_on


def _topics_are_traced(workspace: Workspace) -> None:
    assert len(workspace.alive(Topic)) == 24
    for topic in workspace.alive(Topic):
        first = topics.history(workspace, topic)[0].meeting
        assert f"Sujet {first.number - 1}." in topic.title


def _triggers_are_traced(workspace: Workspace) -> None:
    """Each risk was asked about in every meeting after the one that named it."""
    risks = workspace.alive(Risk)
    assert [risk.event for risk in risks] == ["Risque 0", "Risque 3", "Risque 6", "Risque 9"]
    for risk in risks:
        home = meeting_of(workspace, f"risks/{risk.id}")
        assert home is not None and risk.event == f"Risque {home.number - 1}"
        numbers = [workspace.table(Meeting)[asking.meeting].number for asking in risk.askings]
        assert numbers == list(range(home.number + 1, 13))


def _actions_are_traced(workspace: Workspace) -> None:
    """Each action leads to the meeting or the risk it was born from, and back."""
    born: dict[str, int] = {}
    for action in workspace.alive(Action):
        table, _slash, key = origin_of(action).partition("/")
        source = workspace.tables[table][key]
        assert action in born_in(workspace, source)
        kind, _space, month = action.text.partition(" ")
        born[kind] = born.get(kind, 0) + 1
        if kind == "Plan":
            assert isinstance(source, Risk) and source.event == f"Risque {month}"
            assert any(asking.yes for asking in source.askings)
        else:
            assert isinstance(source, Meeting) and source.number == int(month) + 1
    came = [risk for risk in workspace.alive(Risk) if any(asking.yes for asking in risk.askings)]
    assert born == {"Suivi": 24, "Plan": len(came)} and len(came) == 3


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
