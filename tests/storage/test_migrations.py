"""A file of an earlier schema opens as one of today, nothing lost."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from partner_tui.domain.records import Action, Note, Sending, Statement, Topic, Word
from partner_tui.domain.references import dangling
from partner_tui.domain.sealing import is_whole
from partner_tui.domain.values import Stance, TopicState
from partner_tui.domain.workspace import Workspace
from partner_tui.storage.decoding import decoded
from partner_tui.storage.lines import entry
from partner_tui.storage.past_rows import row_of_today

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


def test_the_words_of_schema_2_become_those_of_today() -> None:
    """A comment is a reservation, since it says which; one without words is silence."""
    first, second = opened("v2.json").table(Statement).values()
    assert first.words == {
        "o1": Word(stance=Stance.AGREES, on=date(2026, 9, 7), comment="Merci."),
        "o2": Word(stance=Stance.RESERVED, on=date(2026, 9, 8), comment="Payer les pairs."),
        "o5": Word(stance=Stance.RESERVED, comment="À relire."),
    }
    assert second.words == {}


def test_the_day_a_version_of_schema_2_was_sent_begins_the_log_of_its_sendings() -> None:
    first, second = opened("v2.json").table(Statement).values()
    assert first.sendings == (
        Sending(on=date(2026, 9, 4), to=("o1", "o2", "o3")),
        Sending(on=date(2026, 9, 10), to=("o4",)),
    )
    assert second.sendings == ()


def test_the_texts_of_schema_2_are_sealed_as_they_are_found() -> None:
    assert all(is_whole(version) for version in opened("v2.json").table(Statement).values())


def test_a_line_of_the_history_of_schema_2_tells_the_words_of_today() -> None:
    said = {"o1": {"agreement": "confirmed", "on": "2026-09-07"}}
    change = {"table": "statements", "id": "e1", "before": {"words": {}}, "after": {"words": said}}
    line = {"revision": 3, "when": "", "who": "Ève", "verb": "statement.confirm"}
    found = entry(json.dumps({**line, "changes": [change]}).encode())
    assert found is not None
    word = Word(stance=Stance.AGREES, on=date(2026, 9, 7))
    assert found.changes[0].after == {"words": {"o1": word}}


def test_the_words_on_minutes_of_schema_2_become_those_of_minutes() -> None:
    past = {
        "o1": {"agreement": "confirmed", "on": "2026-11-06"},
        "o2": {"agreement": "commented", "on": "2026-11-07", "comment": "14 pairs"},
        "o3": {"agreement": "sent"},
    }
    today = row_of_today("meetings", {"id": "m1", "words": past})
    assert today["words"] == {
        "o1": {"said": "confirmed", "on": "2026-11-06"},
        "o2": {"said": "correction", "text": "14 pairs", "on": "2026-11-07"},
    }
    assert row_of_today("meetings", today) == today
