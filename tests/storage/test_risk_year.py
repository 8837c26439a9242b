"""A year of risks in a file opened anew each month: no question, answer, step or score is lost."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from partner_tui.domain import minutes, series
from partner_tui.domain.agenda_sources import asked_by
from partner_tui.domain.records import (
    Action,
    Asking,
    Meeting,
    Organization,
    PlanStep,
    Risk,
    Scoring,
)
from partner_tui.domain.rescoring import rescoring
from partner_tui.domain.risks import next_review, review_due
from partner_tui.domain.scales import scale_of
from partner_tui.domain.triggers import answering, rhythm_of
from partner_tui.domain.values import Rhythm
from partner_tui.domain.workspace import Workspace, adding, editing, put
from partner_tui.storage.folder import create
from partner_tui.storage.store import TinyStore
from partner_tui.workbook import Workbook

ASKED = {"r1": Rhythm.MONTHLY, "r2": Rhythm.BIMONTHLY, "r3": Rhythm.QUARTERLY}
LONGEST = {Rhythm.MONTHLY: 35, Rhythm.BIMONTHLY: 70, Rhythm.QUARTERLY: 98}
"""Rhythm → the most days between two askings when the partners meet each month."""


def risks() -> list[Risk]:
    """Return a high, a medium and a low risk, each with a question and a plan."""
    return [
        Risk(
            id=key,
            event=f"Risque {key}",
            likelihood=4 - number,
            impact=4 - number,
            reviewed=date(2025, 12, 16),
            trigger=f"Arrive-t-il, {key}?",
            asked_every=rhythm,
            plan=(PlanStep(text=f"Parer {key}", days=number),),
        )
        for number, (key, rhythm) in enumerate(ASKED.items())
    ]


def test_a_year_of_risks_loses_nothing(tmp_path: Path) -> None:
    first = put(Workspace(), Organization(id="o1", name="Cégep"), *risks())
    folder, today = create(tmp_path, first, "an"), date(2026, 1, 6)
    said: list[tuple[str, str, bool]] = []
    looked = 0
    for month in range(12):
        book = Workbook(TinyStore(folder), "Ève", clock=lambda: "2026-01-01T00:00:00Z")
        meeting = minutes.prepared(book.workspace, today)
        book.apply("meeting.add", adding(meeting))
        meeting = book.workspace.table(Meeting)[meeting.id]
        for risk in asked_by(book.workspace, meeting, today):
            yes = (month + len(risk.askings)) % 4 == 3
            asking = Asking(on=today, yes=yes, by="Ève", meeting=meeting.id)
            book.apply("risks.yes", answering(risk.id, asking))
            said.append((risk.id, meeting.id, yes))
        for risk in book.workspace.alive(Risk):
            if review_due(risk, today, scale_of(book.workspace)):
                score = Scoring(likelihood=1 + month % 5, impact=3, on=today, by="Ève", why="revu")
                book.apply("risks.rescore", rescoring(risk.id, score))
                looked += 1
        next_on = series.proposed(book.workspace, meeting, today)
        book.apply("meeting.close", editing(Meeting, meeting.id, closed_on=today))
        today = next_on
    workspace = Workbook(TinyStore(folder), "Ève").workspace
    found = workspace.alive(Risk)
    kept = [(risk.id, a.meeting, a.yes) for risk in found for a in risk.askings]
    assert sorted(kept) == sorted(said)
    for risk in found:
        days = [asking.on for asking in risk.askings]
        gaps = [(b - a).days for a, b in pairwise(days)]
        assert max(gaps) <= LONGEST[rhythm_of(risk)], risk.id
        assert (today - days[-1]).days <= LONGEST[rhythm_of(risk)]
        due = next_review(risk, scale_of(workspace))
        assert due is not None and due > today - timedelta(days=35)
    assert sum(s.why == "revu" for risk in found for s in risk.scores) == looked >= 9
    answers = {(risk.id, a.on) for risk in found for a in risk.askings if a.yes}
    for action in workspace.alive(Action):
        key = action.origin.removeprefix("risks/")
        assert action.text == f"Parer {key}"
        assert (key, action.start) in answers
    assert {a.origin for a in workspace.alive(Action)} == {f"risks/{key}" for key, _on in answers}
