"""Records, workspaces and history entries come back from the disk as they were."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storage_kit import a_small_workspace

from partner_tui.domain.changes import Entry, compare
from partner_tui.domain.records import (
    Action,
    Answer,
    Contact,
    Objective,
    Partnership,
    Postponement,
    Reading,
    Record,
    Response,
    Risk,
    Statement,
    Tick,
    Word,
)
from partner_tui.domain.sealing import sealed
from partner_tui.domain.values import Stance
from partner_tui.domain.workspace import TABLES, Workspace, put
from partner_tui.storage.atomic import parse, render
from partner_tui.storage.codecs import decode, document, encode
from partner_tui.storage.fields import plain
from partner_tui.storage.lines import entry, line
from partner_tui.storage.migrations import MIGRATIONS, migrate
from partner_tui.storage.schema import SCHEMA_VERSION, Raw

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
KINDS = [Partnership, Contact, Answer, Action, Objective, Risk, Statement, Tick]
st.register_type_strategy(str, TEXT)


def records() -> st.SearchStrategy[Record]:
    """Draw records of a few kinds, every field of each."""
    numbers = st.integers(min_value=-(2**53), max_value=2**53)
    return st.one_of(
        *(
            st.builds(
                kind, id=st.text("abc", min_size=1, max_size=3), number=numbers, **_known(kind)
            )
            for kind in KINDS
        )
    ).map(_sealed)


def _sealed(record: Record) -> Record:
    """Return a version with the fingerprint of its texts: the two never change apart."""
    return sealed(record) if isinstance(record, Statement) else record


def _known(kind: type[Record]) -> dict[str, Any]:
    texts = st.dictionaries(TEXT, TEXT, max_size=2)
    maybe = st.none() | st.dates()
    responses = st.builds(
        Response, values=st.lists(st.lists(TEXT, max_size=2).map(tuple), max_size=2).map(tuple)
    )
    words = st.builds(Word, stance=st.sampled_from(Stance), on=maybe, comment=TEXT)
    readings = st.lists(st.builds(Reading, on=st.dates(), value=TEXT), max_size=2).map(tuple)
    moves = st.lists(st.builds(Postponement, due=maybe, reason=TEXT, on=st.dates()), max_size=2)
    common = {"translations": st.dictionaries(TEXT, texts, max_size=2), "private": st.booleans()}
    own: dict[type[Record], dict[str, Any]] = {
        Answer: {"response": responses, "positions": st.dictionaries(TEXT, responses, max_size=2)},
        Objective: {"readings": readings, "due": maybe},
        Action: {"postponements": moves.map(tuple), "text": TEXT, "due": maybe},
        Statement: {
            "texts": texts,
            "words": st.dictionaries(TEXT, words, max_size=2),
        },
        Risk: {"event": TEXT, "likelihood": st.integers(0, 5), "review": maybe},
    }
    return common | own.get(kind, {})


WORKSPACES = st.builds(
    lambda found, revision: put(Workspace(revision=revision), *found),
    st.lists(records(), max_size=6),
    st.integers(0, 2**40),
)


def full(workspace: Workspace) -> dict[str, dict[str, Record]]:
    return {name: dict(workspace.tables.get(name, {})) for name in TABLES}


@given(WORKSPACES)
@settings(deadline=None, max_examples=60)
def test_a_workspace_comes_back(workspace: Workspace) -> None:
    again = decode(parse(render(encode(workspace))), Path("x"))
    assert full(again) == full(workspace)
    assert again.revision == workspace.revision


@given(WORKSPACES, WORKSPACES)
@settings(deadline=None, max_examples=60)
def test_a_history_entry_comes_back(old: Workspace, new: Workspace) -> None:
    written = Entry(revision=1, when="w", who="é", verb="v", changes=compare(old, new), undoes=3)
    text = line(written)
    assert text.count(b"\n") == 1 and text.endswith(b"\n")
    assert entry(text) == written


def test_what_is_empty_is_not_written() -> None:
    risk = Risk(id="r1", number=3, event="Panne", review=date(2026, 12, 1))
    assert plain(risk) == {
        "id": "r1",
        "number": 3,
        "event": "Panne",
        "family": "other",
        "review": "2026-12-01",
        "state": "open",
    }


@pytest.mark.parametrize("kind", TABLES.values())
def test_the_barest_record_of_each_kind_comes_back(kind: type[Record]) -> None:
    table = next(name for name, other in TABLES.items() if other is kind)
    assert document(table, kind(id="x"))["id"] == "x"


def test_a_default_that_is_not_empty_is_written_when_it_is_emptied() -> None:
    assert plain(Partnership(language=""))["language"] == ""


def test_the_file_is_json_for_everybody() -> None:
    raw = json.loads(render(encode(a_small_workspace())))
    assert list(raw) == ["meta", *TABLES]
    assert raw["meta"] == {"1": {"schema": SCHEMA_VERSION, "revision": 0}}


def test_the_schema_version_counts_the_migrations() -> None:
    assert len(MIGRATIONS) + 1 == SCHEMA_VERSION


def test_migrations_are_applied_in_order_from_the_schema_of_the_file() -> None:
    def step(name: str) -> Any:
        return lambda raw: raw.setdefault("seen", {}).update({name: {}})

    raw: Raw = {"meta": {"1": {"schema": 2, "revision": 0}}}
    assert migrate(raw, [step("1→2"), step("2→3"), step("3→4")])
    assert list(raw["seen"]) == ["2→3", "3→4"]
    assert raw["meta"]["1"]["schema"] == 4
    assert not migrate(raw, [step("1→2"), step("2→3"), step("3→4")])
