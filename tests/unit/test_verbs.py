"""What was done, in words: every verb and every kind of record, in both languages."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

import partner_tui
from partner_tui import demo
from partner_tui.documents.verbs import VERBS, named, title, told
from partner_tui.domain.changes import Entry, RecordChange
from partner_tui.guide.load import guide
from partner_tui.i18n import translator

SAMPLE = demo.workspace(date(2026, 11, 22))
RECORDS = [(table, key) for table, records in SAMPLE.tables.items() for key in records]


def an_entry(verb: str, *records: tuple[str, str]) -> Entry:
    """Return a line of history."""
    changes = tuple(RecordChange(table=t, id=k, before={}, after={}) for t, k in records)
    return Entry(revision=1, when="", who="Ana", verb=verb, changes=changes)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("table", "key"), RECORDS)
def test_every_record_of_the_sample_has_a_name(table: str, key: str, language: str) -> None:
    t = translator(language)
    name = named(SAMPLE, guide(language), table, key, t)
    assert name.strip() and "\n" not in name
    assert "  " not in name


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_said_in_both_languages(verb: str) -> None:
    entry = an_entry(f"risks.{verb}", ("risks", "r1"))
    french = told(entry, SAMPLE, guide("fr"), translator("fr"))
    english = told(entry, SAMPLE, guide("en"), translator("en"))
    assert "R1" in french and "R1" in english
    assert french.startswith("a ") and not english.startswith("a ")


def written_verbs() -> set[str]:
    """Return the last words of the verbs that the program asks for, read in its own source."""
    found = set()
    for path in Path(partner_tui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            first = node.args[0] if node.args else None
            if node.func.attr == "apply" and isinstance(first, ast.Constant):
                found.add(str(first.value).rpartition(".")[2])
    return found


def test_every_verb_that_screens_ask_for_is_known() -> None:
    assert written_verbs() and written_verbs() <= set(VERBS)


def test_several_records_are_counted() -> None:
    entry = an_entry("risks.edit", ("risks", "r1"), ("risks", "r2"), ("risks", "r3"))
    assert told(entry, SAMPLE, guide("fr"), translator("fr")).endswith("(+2)")


def test_a_question_stands_between_quotation_marks() -> None:
    entry = an_entry("answers.answer", ("answers", "s2.meet.lead"))
    assert "« " in told(entry, SAMPLE, guide("fr"), translator("fr")).replace("\u00a0", " ")


def test_a_record_that_is_gone_leaves_the_verb_alone() -> None:
    entry = an_entry("risks.edit", ("risks", "gone"))
    assert told(entry, SAMPLE, guide("fr"), translator("fr")) == "a modifié"


def test_an_unknown_verb_is_still_a_change() -> None:
    entry = an_entry("comets.pull", ("risks", "r1"))
    assert told(entry, SAMPLE, guide("fr"), translator("fr")).startswith("a modifié R1")


def test_titles_begin_with_the_number_people_cite() -> None:
    t = translator("fr")
    assert title(SAMPLE.tables["risks"]["r1"], t).startswith("R1 ")
    assert title(SAMPLE.tables["actions"]["a5"], t).startswith("S5 ")
