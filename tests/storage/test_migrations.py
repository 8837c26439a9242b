"""A file of an earlier schema opens as one of today, nothing lost."""

from __future__ import annotations

import json
from pathlib import Path

from partner_tui.domain.records import Action, Note, Topic
from partner_tui.domain.references import dangling
from partner_tui.domain.values import TopicState
from partner_tui.domain.workspace import Workspace
from partner_tui.storage.decoding import decoded

SAMPLES = Path(__file__).parent.parent / "data" / "schemas"


def opened(name: str) -> Workspace:
    """Return what a sample file of an earlier schema holds today."""
    file = SAMPLES / name
    workspace, _schema = decoded(json.loads(file.read_text(encoding="utf-8")), file)
    return workspace


def test_the_topics_of_schema_1_become_records_of_their_own() -> None:
    workspace = opened("v1.json")
    assert [note.id for note in workspace.table(Note).values()] == ["n1"]
    old, budget, party = workspace.table(Topic).values()
    assert (old.title, old.state, old.opened_in, old.ended_in) == (
        "Vieille querelle",
        TopicState.ENDED,
        "m1",
        "m1",
    )
    assert old.private and old.by == "Ève"
    assert (budget.title, budget.state, budget.opened_in) == ("Budget", TopicState.OPEN, "m2")
    assert budget.translations == {"en": {"title": "Budget plan"}}
    assert party.archived


def test_what_was_born_from_a_topic_still_leads_to_it() -> None:
    workspace = opened("v1.json")
    assert workspace.table(Action)["a1"].origin == "topics/n3"
    assert dangling(workspace) == []
