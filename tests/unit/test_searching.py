"""Searching all the minutes: what is found, where, in which words, and how fast."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from builders import (
    TODAY,
    a_contact,
    a_decision,
    a_meeting,
    a_note,
    a_risk,
    a_workspace,
    an_action,
    three_parties,
)
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from partner_tui import demo
from partner_tui.domain.querying import Query, Sort, Unclear, read
from partner_tui.domain.records import Action, Meeting, Note, Postponement, Topic
from partner_tui.domain.searching import Entry, Index
from partner_tui.domain.text import fold
from partner_tui.domain.values import NoteKind
from partner_tui.domain.workspace import Workspace, archiving, put

WORKSPACE = a_workspace(
    *three_parties(),
    a_contact(),
    a_contact(id="c2", role="Chef clinique", organization="o2"),
    a_meeting(present=("c2",)),
    a_meeting(id="m2", number=2, on=date(2026, 12, 1), present=("c1",)),
    a_note("Salle pleine le 29", kind=NoteKind.WIN),
    a_note("La Maison a prêté sa cuisine"),
    a_decision(number=7),
    a_decision(id="d2", number=8, meeting="m2", text="Fermer la salle à 21 h", on=None),
    Topic(id="t1", title="La salle du sous-sol", opened_in="m1", reopened_in="m2"),
    an_action(origin="meetings/m1", note="La salle est grande.", start=date(2026, 11, 3)),
    an_action(
        id="a2",
        text="Trouver des interprètes",
        owner="c2",
        organization="",
        postponements=(Postponement(due=None, reason="aucun fournisseur", on=TODAY),),
    ),
    a_risk(event="La salle est fermée", owner="c2", at="2026-10-01T00:00:00Z"),
)
INDEX = Index(WORKSPACE, "fr")


def targets(line: str, index: Index = INDEX) -> list[str]:
    return [entry.target for entry in index.find(read(line, index.workspace, TODAY))]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", []),
        ("zzz", []),
        (
            "SALLE",
            ["topics/t1", "decisions/d2", "notes/n-Salle pleine le 29", "actions/a1", "risks/r1"],
        ),
        ("pleine salle", ["notes/n-Salle pleine le 29"]),
        ("« pleine le »", ["notes/n-Salle pleine le 29"]),
        ("type:décision", ["decisions/d2", "decisions/d1"]),
        ("type:décision org:maison", ["decisions/d1"]),
        ("type:suivi org:maison", ["actions/a2"]),
        ("type:nouvelle org:maison", ["notes/n-La Maison a prêté sa cuisine"]),
        ("qui:chef", ["meetings/m1", "actions/a2", "risks/r1"]),
        ("salle avant:novembre", ["risks/r1"]),
        ("type:décision depuis:2026-12", ["decisions/d2"]),
        ("type:réussite", ["notes/n-Salle pleine le 29"]),
        ("fournisseur", ["actions/a2"]),
    ],
)
def test_what_a_line_finds(line: str, found: list[str]) -> None:
    assert targets(line) == found


def test_the_words_are_shown_where_they_are() -> None:
    entries = {entry.target: entry for entry in INDEX.entries}
    assert entries["decisions/d2"].context(("salle",)) == ("Fermer la ", "salle", " à 21 h")
    moved = entries["actions/a2"].context(("fournisseur",))
    assert moved == ("Trouver des interprèt… · aucun ", "fournisseur", "")
    assert entries["decisions/d1"].context(()) == ("Ouvrir à 17 h 30", "", "")


def test_the_other_language_is_found_and_the_one_of_the_screen_is_shown() -> None:
    words = {"en": {"text": "Open at 5:30"}}
    index = Index(put(WORKSPACE, a_decision(translations=words)), "en")
    assert targets("open", index) == targets("ouvrir", index) == ["decisions/d1"]
    entry = next(each for each in index.entries if each.target == "decisions/d1")
    assert entry.context(()) == ("Open at 5:30", "", "")


def test_what_is_put_away_is_not_found_and_its_meeting_neither() -> None:
    index = Index(archiving(Meeting, "m1")(WORKSPACE), "fr", INDEX)
    assert not [entry for entry in index.entries if entry.target == "meetings/m1"]
    assert {each.meeting for each in index.entries} == {"m2", ""}


def test_a_new_revision_is_searched_and_keeps_what_was_folded() -> None:
    changed = put(WORKSPACE, a_note("Un piano", id="n9"))
    index = Index(changed, "fr", INDEX)
    assert targets("piano", index) == ["notes/n9"]
    assert [each for each in index.entries if each.target != "notes/n9"] == [*INDEX.entries]


KEYS = st.frozensets(st.sampled_from(["o1", "o2", "c1", "c2"]))
DAYS = st.none() | st.dates(date(2026, 9, 1), date(2026, 12, 31))


@given(
    st.builds(
        Query,
        words=st.lists(st.sampled_from(["salle", "la", "21 h", "maison", "x"])).map(tuple),
        sorts=st.frozensets(st.sampled_from(list(Sort))),
        organizations=KEYS.map(lambda keys: keys & {"o1", "o2"}),
        people=KEYS.map(lambda keys: keys & {"c1", "c2"}),
        since=DAYS,
        before=DAYS,
    )
)
def test_all_that_matches_is_found_and_nothing_else(query: Query) -> None:
    expected = [entry for entry in INDEX.entries if query and _matches(query, entry)]
    assert INDEX.find(query) == expected


NAMES = {
    "o1": ("college", "college des trois-baies"),
    "o2": ("maison",),
    "c1": ("coordination des partenariats",),
    "c2": ("chef clinique",),
}


def _matches(query: Query, entry: Entry) -> bool:
    said = "\n".join(fold(text) for text in entry.texts)
    for wanted, held in ((query.organizations, entry.organizations), (query.people, entry.people)):
        named = [key for key in wanted if any(name in said for name in NAMES[key])]
        if wanted and not named and not wanted & held:
            return False
    if (query.since or query.before) and entry.day is None:
        return False
    day = entry.day or TODAY
    return (
        all(word in said for word in query.words)
        and (not query.sorts or entry.sort in query.sorts)
        and (query.since is None or day >= query.since)
        and (query.before is None or day < query.before)
    )


def test_ten_thousand_records_answer_each_key_at_once() -> None:
    """At most 30 ms of work a key, every prefix of a whole query typed letter by letter."""
    index = Index(_many(), "fr")
    assert len(index.entries) >= 10_000
    for line in ("salle affiche", "type:décision org:maison depuis:mars salle", "qui:chef pairs"):
        assert min(_slowest(index, line) for _again in range(3)) <= 0.030


def _many() -> Workspace:
    start = demo.workspace(TODAY)
    texts = [each.text for kind in (Note, Action) for each in start.alive(kind)]
    meetings = {
        f"x{n}": a_meeting(id=f"x{n}", number=n + 9, on=TODAY - timedelta(days=n), present=("c6",))
        for n in range(300)
    }
    notes = {
        f"y{n}": a_note(f"{texts[n % len(texts)]} {n}", id=f"y{n}", meeting=f"x{n % 300}")
        for n in range(7000)
    }
    actions = {
        f"z{n}": an_action(
            id=f"z{n}", text=f"{texts[n % len(texts)]} {n}", origin=f"meetings/x{n % 300}"
        )
        for n in range(3000)
    }
    more = {"meetings": meetings, "notes": notes, "actions": actions}
    tables = {name: {**table, **more.get(name, {})} for name, table in start.tables.items()}
    return replace(start, tables=tables)


def _slowest(index: Index, line: str) -> float:
    slowest = 0.0
    for end in range(1, len(line) + 1):
        began = time.process_time()
        try:
            index.find(read(line[:end], index.workspace, TODAY))
        except Unclear:  # a filter half typed
            continue
        slowest = max(slowest, time.process_time() - began)
    return slowest
