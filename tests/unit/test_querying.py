"""One line that says what one looks for in the minutes: read whatever the order of its parts."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from random import Random

import pytest
from builders import TODAY, a_contact, a_workspace, three_parties
from hypothesis import given
from hypothesis import strategies as st

from partner_tui.domain.periods import beginning
from partner_tui.domain.querying import KEYS, SORTS, Fault, Query, Sort, Unclear, read
from partner_tui.domain.text import fold

WORKSPACE = a_workspace(
    *three_parties(),
    a_contact(translations={"en": {"role": "Partnership coordination"}}),
    a_contact(id="c2", role="Chef clinique", organization="o2", until=date(2026, 1, 1)),
)
CLAUSES = (
    "type:décision",
    "type:Suivi,SUJET",
    "type:compte rendu",
    "org:maison",
    'org:"Collège des Trois-Baies"',
    "qui:chef clinique",
    "who:partnership",
    "depuis:3 novembre 2025",
    "since:last month",
    "avant:2027",
    "before : March",
    "« une phrase exacte »",
    '"10:30"',
)


def query(line: str) -> Query:
    return read(line, WORKSPACE, TODAY)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", Query()),
        ("Évaluer l'ÉTÉ", Query(words=("evaluer", "l'ete"))),
        ("« local ferme » tôt", Query(words=("local ferme", "tot"))),
        ('"type:décision"', Query(words=("type:decision",))),
        ("à 10:30 note: salle", Query(words=("a", "10:30", "note", "salle"))),
        ("type:decision", Query(sorts=frozenset({Sort.DECISION}))),
        ("Type : DÉCISIONS, suivi", Query(sorts=frozenset({Sort.DECISION, Sort.ACTION}))),
        ("type:compte rendu salle", Query(sorts=frozenset({Sort.MINUTES}), words=("salle",))),
        ("org:MAISON salle", Query(organizations=frozenset({"o2"}), words=("salle",))),
        ('org:"maison vent"', Query(organizations=frozenset({"o2"}))),
        ("qui:chef clinique relais", Query(people=frozenset({"c2"}), words=("relais",))),
        ("who:partnership coordination", Query(people=frozenset({"c1"}))),
        ("depuis:3 novembre salle", Query(since=date(2026, 11, 3), words=("salle",))),
        ("since:3 months ago", Query(since=date(2026, 8, 22))),
        ("avant:2026 depuis:2025", Query(since=date(2025, 1, 1), before=date(2026, 1, 1))),
    ],
)
def test_a_line_says_what_is_looked_for(line: str, expected: Query) -> None:
    assert query(line) == expected


@pytest.mark.parametrize(
    ("line", "fault", "said"),
    [
        ("statut:fait", Fault.KEY, "statut"),
        ("salle statut:", Fault.KEY, "statut"),
        ("type:", Fault.TYPE, ""),
        ("type:d", Fault.TYPE, "d"),
        ("type:chose", Fault.TYPE, "chose"),
        ("org:inconnu", Fault.ORGANIZATION, "inconnu"),
        ('org:"maison inconnue"', Fault.ORGANIZATION, "maison inconnue"),
        ("qui:maison", Fault.PERSON, "maison"),
        ("depuis:", Fault.DATE, ""),
        ("depuis:toujours", Fault.DATE, "toujours"),
        ("avant:31 novembre", Fault.DATE, "31 novembre"),
    ],
)
def test_a_mistake_is_named(line: str, fault: Fault, said: str) -> None:
    with pytest.raises(Unclear) as error:
        query(line)
    assert (error.value.fault, error.value.said) == (fault, said)


@given(
    st.text() | st.lists(st.sampled_from((*KEYS, *CLAUSES, ":", '"', "«", ",", " "))).map("".join)
)
def test_any_line_is_read_or_refused_with_a_reason(line: str) -> None:
    try:
        found = query(line)
    except Unclear as error:
        assert error.fault in Fault
    else:
        assert all(word and word == fold(word) for word in found.words)


@given(st.permutations(CLAUSES))
def test_the_order_of_the_filters_changes_nothing(clauses: list[str]) -> None:
    found = query(" ".join(clauses))
    assert {*found.words} == {"une phrase exacte", "10:30"}
    assert found.sorts == {Sort.DECISION, Sort.ACTION, Sort.TOPIC, Sort.MINUTES}
    assert found.organizations == {"o1", "o2"} and found.people == {"c1", "c2"}
    assert (found.since, found.before) == (date(2026, 10, 1), date(2026, 3, 1))


@given(st.sampled_from(CLAUSES), st.randoms(use_true_random=False))
def test_capitals_and_accents_change_nothing(clause: str, random: Random) -> None:
    shouted = "".join(random.choice((char, char.upper())) for char in clause)
    assert query(fold(clause)) == query(shouted) == query(clause)


@given(st.lists(st.text("abcéèçœ'10.", min_size=1)))
def test_plain_words_are_all_kept_in_order(words: list[str]) -> None:
    assert query(" ".join(words)).words == tuple(fold(" ".join(words)).split())


def test_every_name_of_a_type_names_one_type() -> None:
    names = [name for each in SORTS.values() for name in each.split()]
    assert len({*names}) == len(names)
    for sort, said in SORTS.items():
        assert all(query(f"type:{name}").sorts == {sort} for name in said.split())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025", date(2025, 1, 1)),
        ("2025-11", date(2025, 11, 1)),
        ("novembre", date(2026, 11, 1)),
        ("décembre", date(2025, 12, 1)),
        ("Sept 2024", date(2024, 9, 1)),
        ("3 mars", date(2026, 3, 3)),
        ("30", date(2026, 10, 30)),
        ("jeudi dernier", date(2026, 11, 19)),
        ("hier", date(2026, 11, 21)),
        ("la semaine dernière", date(2026, 11, 9)),
        ("this week", date(2026, 11, 16)),
        ("le mois passé", date(2026, 10, 1)),
        ("ce mois-ci", date(2026, 11, 1)),
        ("l'an dernier", date(2025, 1, 1)),
        ("il y a trois mois", date(2026, 8, 22)),
        ("2 weeks ago", date(2026, 11, 8)),
        ("demain", date(2026, 11, 23)),
        ("2027-01-05", date(2027, 1, 5)),
        ("toujours", None),
        ("", None),
    ],
)
def test_a_time_is_read_looking_back(text: str, day: date | None) -> None:
    assert beginning(text, TODAY) == day


@given(st.text(), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_no_text_breaks_the_reading_of_a_time(text: str, today: date) -> None:
    with suppress(ValueError, OverflowError):
        beginning(text, today)
