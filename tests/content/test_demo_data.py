"""The sample dossier: every record decodes, every reference resolves, every text is clean."""

from __future__ import annotations

import json
from itertools import pairwise
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

import msgspec
import pytest

from partner_tui import resources
from partner_tui.domain.known import parties
from partner_tui.domain.questions import Kind, Part, Per
from partner_tui.domain.records import (
    Action,
    Answer,
    Check,
    Contact,
    Decision,
    Line,
    Meeting,
    Note,
    Objective,
    Organization,
    Record,
    Resource,
    Response,
    Risk,
    Statement,
    Tick,
)
from partner_tui.domain.text import clean
from partner_tui.domain.values import Stance, Tri
from partner_tui.domain.workspace import NUMBERED, TABLES, Workspace
from partner_tui.guide.load import guide

NBSP: Final = "\u00a0"
DATA: Final[dict[str, Any]] = json.loads(
    (resources.folder("content") / "demo" / "dossier.json").read_text("utf-8")
)
PLACEHOLDER: Final = re.compile(r"\{(date|day):(\d{4}-\d{2}-\d{2})\}")
MONTHS: Final = re.compile(
    r"\b(20\d\d|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|January|February|March|April|June|July|August|September|October|November|December)\b"
)
MOMENT: Final = "%Y-%m-%dT%H:%M:%SZ"
GUIDE: Final = guide("fr")
QUESTIONS: Final = {question.id: question for question in GUIDE.questions()}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace(
        {
            table: {record["id"]: msgspec.convert(record, TABLES[table]) for record in records}
            for table, records in DATA["tables"].items()
        }
    )


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every string with the path of the keys that lead to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, path)


def typed(table: str) -> Iterator[tuple[str, str]]:
    """Yield what people type in the records of a table: no id, no moment, no address."""
    for record in DATA["tables"][table]:
        for path, text in texts(record):
            if path.split("/")[1] not in {"id", "at", "email"}:
                yield f"{table}/{record['id']}{path}", text


def french(table: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of a table that are not in English."""
    return ((path, text) for path, text in typed(table) if "en" not in path.split("/"))


def kept(given: Any, decoded: Any) -> bool:
    """Tell whether all that was given is in what was decoded."""
    if isinstance(given, dict):
        return all(key in decoded and kept(given[key], decoded[key]) for key in given)
    if isinstance(given, list):
        return len(given) == len(decoded) and all(map(kept, given, decoded))
    return bool(given == decoded)


def test_it_holds_the_tables_and_what_is_recent() -> None:
    assert set(DATA) == {"tables", "recent"}
    assert list(DATA["tables"]) == list(TABLES)


@pytest.mark.parametrize("table", list(TABLES))
def test_records_decode_and_no_field_is_lost(table: str) -> None:
    kind = TABLES[table]
    for record in DATA["tables"][table]:
        assert set(record) <= set(kind.__struct_fields__)
        assert kept(record, msgspec.to_builtins(msgspec.convert(record, kind))), record["id"]


@pytest.mark.parametrize("table", list(TABLES))
def test_ids_and_numbers_are_used_once(table: str) -> None:
    records = DATA["tables"][table]
    assert len({record["id"] for record in records}) == len(records)
    if table in NUMBERED:
        assert [record["number"] for record in records] == list(range(1, len(records) + 1))


@pytest.mark.parametrize("table", list(TABLES))
def test_texts_are_clean(table: str) -> None:
    for path, text in typed(table):
        assert text == clean(text), path
        assert text == text.strip() or path.endswith(("/texts/fr", "/texts/en")), path
        assert not re.search(rf"[ {NBSP}]{{2}}|\t|\.\.\.|[‘’]", text), path


@pytest.mark.parametrize("table", list(TABLES))
def test_french_texts_follow_canadian_typography(table: str) -> None:
    for path, text in french(table):
        assert not re.search(f"«(?!{NBSP})|(?<!{NBSP})»", text), path
        assert not re.search(rf"(?<!{NBSP}):(\s|$)|[ {NBSP}][?!;,.]", text), path
        assert not re.search(r"\d (\d{3}\b|\$|%|h\b)", text), path
        assert '"' not in text, path


@pytest.mark.parametrize("table", list(TABLES))
def test_free_text_holds_no_date_of_its_own(table: str) -> None:
    """Dates are moved to the day the sample is opened: one written in words would stay behind."""
    for path, text in typed(table):
        for found in PLACEHOLDER.finditer(text):
            date.fromisoformat(found[2])
        bare = PLACEHOLDER.sub("", text)
        assert "{" not in bare, path
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}(T.*Z)?", bare):
            assert not MONTHS.search(bare), path


def test_moments_are_utc_and_past(workspace: Workspace) -> None:
    for table in workspace.tables.values():
        for record in table.values():
            assert record.by
            assert datetime.strptime(record.at, MOMENT).date() <= date(2026, 11, 22)


def test_nobody_is_named(workspace: Workspace) -> None:
    for contact in workspace.alive(Contact):
        assert contact.holder == ""
        assert contact.email.endswith(".example")
        assert "-555-01" in contact.phone


def known(workspace: Workspace, kind: type[Record], *keys: str) -> bool:
    return all(key in workspace.table(kind) for key in keys if key)


def test_people_and_organizations_resolve(workspace: Workspace) -> None:
    owned: list[Risk | Line | Objective] = [*workspace.alive(Risk), *workspace.alive(Line)]
    for record in [*owned, *workspace.alive(Objective)]:
        assert record.owner and known(workspace, Contact, record.owner), record.id
    for contact in workspace.alive(Contact):
        assert known(workspace, Organization, contact.organization)
    for meeting in workspace.alive(Meeting):
        named = (*meeting.present, *meeting.excused, *meeting.absent)
        assert len(set(named)) == len(named)
        assert known(workspace, Contact, *named, meeting.chair, meeting.scribe)
        assert not ({meeting.chair, meeting.scribe} - {*meeting.present, ""})
    for need in workspace.alive(Resource):
        assert known(workspace, Organization, need.needed_by, need.offered_by)
        assert known(workspace, Risk, need.risk)
    for statement in workspace.alive(Statement):
        assert known(workspace, Organization, *statement.words)


def test_actions_resolve(workspace: Workspace) -> None:
    for action in workspace.alive(Action):
        contact = workspace.find(Contact, action.owner)
        assert contact is not None and contact.organization == action.organization
        assert known(workspace, Objective, action.objective)
        table, _, key = action.origin.partition("/")
        assert not action.origin or key in workspace.tables[table]


def test_minutes_and_decisions_resolve(workspace: Workspace) -> None:
    for decision in workspace.alive(Decision):
        meeting = workspace.find(Meeting, decision.meeting)
        assert meeting.on == decision.on if meeting else not decision.meeting
        assert known(workspace, Decision, decision.superseded_by)
    assert all(n.meeting and known(workspace, Meeting, n.meeting) for n in workspace.alive(Note))


def test_risks_start_from_rows_of_the_guide(workspace: Workspace) -> None:
    for risk in workspace.alive(Risk):
        assert not risk.suggestion or risk.suggestion in GUIDE.rows
        assert risk.trigger.endswith("?")


def test_ticks_and_checks_are_items_of_the_lists(workspace: Workspace) -> None:
    most = {item.id: checklist.max for checklist in GUIDE.lists for item in checklist.items}
    for tick in workspace.alive(Tick):
        assert 0 <= tick.value <= most[tick.id]
    for check in workspace.alive(Check):
        checklist = GUIDE.checklist(check.checklist)
        assert checklist is not None
        assert set(check.rows) == {item.id for item in checklist.items}


@pytest.mark.parametrize(("group", "total"), [("eff.ops", 9), ("eff.lead", 10), ("eff.part", 11)])
def test_the_scores_of_september(workspace: Workspace, group: str, total: int) -> None:
    scores = {t.id: t.value for t in workspace.alive(Tick) if t.id.startswith(f"{group}.")}
    assert sum(scores.values()) == total
    check = next(c for c in workspace.alive(Check) if c.checklist == "effective")
    assert scores == {i: int(r[""]) for i, r in check.rows.items() if i.startswith(f"{group}.")}


def responses(workspace: Workspace, answer: Answer) -> Iterator[Response]:
    """Yield the responses of an answer after checking whose they are."""
    question = QUESTIONS[answer.id]
    if question.per is None:
        assert not answer.positions
        yield answer.response
        return
    kind = Organization if question.per is Per.ORGANIZATION else Objective
    assert not answer.response.values
    assert known(workspace, kind, *answer.positions)
    yield from answer.positions.values()


@pytest.mark.parametrize("key", [record["id"] for record in DATA["tables"]["answers"]])
def test_an_answer_fits_its_question(workspace: Workspace, key: str) -> None:
    answer, question = workspace.table(Answer)[key], QUESTIONS[key]
    for response in responses(workspace, answer):
        assert not (question.records and response.values)
        if response.values:
            assert len(response.values) == len(question.parts)
        for part, values in zip(question.parts, response.values, strict=False):
            check_part(workspace, part, values)


def check_part(workspace: Workspace, part: Part, values: tuple[str, ...]) -> None:
    if part.kind not in {Kind.LIST, Kind.MULTI, Kind.PERSONS, Kind.ORGS}:
        assert len(values) <= 1
    for value in values:
        assert value
        if part.kind in {Kind.CHOICE, Kind.MULTI}:
            assert value in {choice.id for choice in part.choices}
        elif part.kind is Kind.TRI:
            Tri(value)
        elif part.kind in {Kind.PERSON, Kind.PERSONS}:
            assert value in workspace.table(Contact)
        elif part.kind in {Kind.ORG, Kind.ORGS}:
            assert value in workspace.table(Organization)
        elif part.kind is Kind.DATE:
            date.fromisoformat(value)
        elif part.kind in {Kind.NUMBER, Kind.AMOUNT}:
            assert re.fullmatch(r"\d+(\.\d+)?", value)


def test_private_questions_have_private_answers(workspace: Workspace) -> None:
    private = {a.id for a in workspace.alive(Answer) if a.private}
    assert private == {key for key, question in QUESTIONS.items() if question.private}


TRANSLATED: Final = re.compile(r"(?:(?P<who>\w+)\.)?(?P<part>\d|note)")


@pytest.mark.parametrize("table", list(TABLES))
def test_translations_are_of_fields_that_hold_text(table: str) -> None:
    for record in DATA["tables"][table]:
        translations = record.get("translations", {})
        assert set(translations) <= {"en"}
        for key, text in translations.get("en", {}).items():
            name, _slash, inner = key.partition("/")
            if inner:
                original = inner if inner in {part["text"] for part in record[name]} else ""
            else:
                original = words(record, key) if table == "answers" else record.get(key, "")
            assert original and text, (record["id"], key)
            assert text.count("\n") == original.count("\n"), (record["id"], key)


def words(record: dict[str, Any], key: str) -> str:
    """Return the original of a translated part: `0`, `note`, `o1.0` or `o1.note`."""
    found = TRANSLATED.fullmatch(key)
    assert found, key
    response = record["positions"][found["who"]] if found["who"] else record["response"]
    if found["part"] == "note":
        return str(response["note"])
    part = QUESTIONS[record["id"]].parts[int(found["part"])]
    assert part.kind in {Kind.TEXT, Kind.LIST}
    return "\n".join(response["values"][int(found["part"])])


def test_statements_have_seven_parts_in_both_languages(workspace: Workspace) -> None:
    for statement in workspace.alive(Statement):
        assert set(statement.texts) == {"fr", "en"}
        for text in statement.texts.values():
            titles = [block.startswith("## ") for block in text.strip().split("\n\n")]
            assert titles.count(True) == 7
            assert not any(one and next_one for one, next_one in pairwise([*titles, True]))
    words_of = list(workspace.alive(Statement))[-1].words
    assert set(words_of) == {party.id for party in parties(workspace)}
    assert {word.stance for word in words_of.values()} == {Stance.AGREES}


def test_what_is_recent_matches_the_records_newest_first(workspace: Workspace) -> None:
    moments = [entry["when"] for entry in DATA["recent"]]
    assert moments == sorted(moments, reverse=True)
    for entry in DATA["recent"]:
        record = workspace.tables[entry["table"]][entry["id"]]
        assert (record.by, record.at) == (entry["who"], entry["when"])
        assert re.fullmatch(r"[a-z]+\.[a-z]+", entry["verb"])
