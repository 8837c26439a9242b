"""What people type in a field, read."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partner_tui.documents import words
from partner_tui.domain.parsing import FieldReason, Unreadable, parse, written
from partner_tui.domain.questions import Kind
from partner_tui.errors import FieldError
from partner_tui.i18n import translator

TODAY = date(2026, 11, 5)
"""A Thursday."""

DAYS = {
    "2026-11-30": "2026-11-30",
    "20261130": "2026-11-30",
    "2026/3/1": "2026-03-01",
    "11-30": "2026-11-30",
    "30/11": "2026-11-30",
    "11/30": "2026-11-30",
    "30-11": "2026-11-30",
    "30/11/26": "2026-11-30",
    "30-11-2026": "2026-11-30",
    "30 nov": "2026-11-30",
    "30 nov.": "2026-11-30",
    "30 NOVEMBRE 2026": "2026-11-30",
    "Nov 30": "2026-11-30",
    "November 30, 2027": "2027-11-30",
    "le lundi 30 novembre": "2026-11-30",
    "1er\u00a0décembre": "2026-12-01",
    "Dec 1st": "2026-12-01",
    "12 fév": "2027-02-12",
    "3 mars": "2027-03-03",
    "3 mar": "2027-03-03",
    "15 août": "2026-08-15",
    "29 février": "2028-02-29",
    "2 janv. 2026": "2026-01-02",
    "30": "2026-11-30",
    "le 5": "2026-11-05",
    "le 4": "2026-12-04",
    "31": "2026-12-31",
    "aujourd’hui": "2026-11-05",
    "demain": "2026-11-06",
    "Tomorrow": "2026-11-06",
    "après-demain": "2026-11-07",
    "hier": "2026-11-04",
    "+7": "2026-11-12",
    "+ 7 j": "2026-11-12",
    "-3": "2026-11-02",
    "dans 2 semaines": "2026-11-19",
    "in 2 weeks": "2026-11-19",
    "+1 mois": "2026-12-05",
    "jeudi": "2026-11-12",
    "ven.": "2026-11-06",
    "mercredi prochain": "2026-11-11",
    "next Monday": "2026-11-09",
    "mar": "2026-11-10",
}

NUMBERS = {
    "12": "12",
    "7,5": "7.5",
    "7.50": "7.5",
    "-3": "-3",
    "1 234,5": "1234.5",
    "1\u00a0234": "1234",
    "1,234": "1234",
    "1,234.5": "1234.5",
    "1.125": "1.125",
    "0,125": "0.125",
    ",5": "0.5",
    "007": "7",
    "-0": "0",
    "1'000": "1000",
}

AMOUNTS = {
    "9 000 $": "9000",
    "9\u00a0000\u00a0$": "9000",
    "9,000.50": "9000.50",
    "9 000,50": "9000.50",
    "$9,000": "9000",
    "9.000 $": "9000",
    "9000,5": "9000.50",
    "-5 $": "-5",
    "-$5": "-5",
    "1 000 000": "1000000",
    "250 dollars": "250",
    "CA$ 12": "12",
}

UNREADABLE = [
    (Kind.DATE, "bientôt", FieldReason.DATE),
    (Kind.DATE, "nov 2026", FieldReason.DATE),
    (Kind.DATE, "3 jui", FieldReason.DATE),
    (Kind.DATE, "26-11-30", FieldReason.DATE),
    (Kind.DATE, "3 nov ou 4 nov", FieldReason.DATE),
    (Kind.DATE, "31 novembre", FieldReason.DAY),
    (Kind.DATE, "2026-02-30", FieldReason.DAY),
    (Kind.DATE, "32", FieldReason.DAY),
    (Kind.NUMBER, "douze", FieldReason.NUMBER),
    (Kind.NUMBER, "12 à 15", FieldReason.NUMBER),
    (Kind.NUMBER, "3 4", FieldReason.NUMBER),
    (Kind.NUMBER, "9,000,50", FieldReason.NUMBER),
    (Kind.NUMBER, ".", FieldReason.NUMBER),
    (Kind.NUMBER, "1" * 16, FieldReason.NUMBER),
    (Kind.AMOUNT, "9 00 $", FieldReason.AMOUNT),
    (Kind.AMOUNT, "1,2345", FieldReason.AMOUNT),
    (Kind.AMOUNT, "$", FieldReason.AMOUNT),
    (Kind.FLAG, "peut-être", FieldReason.CHOICE),
]


@pytest.mark.parametrize(("said", "day"), DAYS.items())
def test_a_day_is_read_as_people_say_it(said: str, day: str) -> None:
    assert parse(Kind.DATE, said, TODAY) == (day,)


@pytest.mark.parametrize(("said", "number"), NUMBERS.items())
def test_a_number_is_read_with_comma_or_point(said: str, number: str) -> None:
    assert parse(Kind.NUMBER, said, TODAY) == (number,)


@pytest.mark.parametrize(("said", "amount"), AMOUNTS.items())
def test_an_amount_is_read_in_both_languages(said: str, amount: str) -> None:
    assert parse(Kind.AMOUNT, said, TODAY) == (amount,)


@pytest.mark.parametrize(("kind", "said", "reason"), UNREADABLE)
def test_what_cannot_be_read_says_why(kind: Kind, said: str, reason: FieldReason) -> None:
    with pytest.raises(Unreadable) as problem:
        parse(kind, said, TODAY)
    assert problem.value.reason is reason


def test_text_keeps_its_lines_and_a_line_has_only_one() -> None:
    assert parse(Kind.TEXT, " un\r\ndeux \x1b[31m\n", TODAY) == ("un\ndeux [31m",)
    assert parse(Kind.LINE, " un\r\ndeux ", TODAY) == ("un deux",)
    assert parse(Kind.LIST, "un\n\n deux ", TODAY) == ("un", "deux")


@pytest.mark.parametrize("kind", Kind)
def test_blank_is_empty(kind: Kind) -> None:
    assert parse(kind, " \u00a0\n", TODAY) == ()


def test_a_flag_is_yes_or_nothing() -> None:
    assert parse(Kind.FLAG, "Oui", TODAY) == ("yes",)
    assert parse(Kind.FLAG, "no", TODAY) == ()


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.sampled_from(("fr", "en")))
def test_a_day_written_in_full_is_read_back(day: date, language: str) -> None:
    assert parse(Kind.DATE, translator(language).day(day), TODAY) == (day.isoformat(),)


@given(st.dates(date(2000, 3, 1), date(2090, 12, 31)), st.integers(-92, 270))
def test_a_day_without_a_year_is_the_near_one(today: date, days: int) -> None:
    day = today + timedelta(days=days)
    assert parse(Kind.DATE, f"{day.day}/{day.month}", today) == (day.isoformat(),)


@given(st.decimals(-(10**9), 10**9, places=4), st.sampled_from(("fr", "en")))
def test_a_number_is_read_back(value: Decimal, language: str) -> None:
    canonical = written(value)
    assert parse(Kind.NUMBER, canonical, TODAY) == (canonical,)
    if len(canonical.partition(".")[2]) != 3:
        assert parse(Kind.NUMBER, words.number(canonical, translator(language)), TODAY) == (
            canonical,
        )


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(("fr", "en")))
def test_an_amount_is_read_back(value: Decimal, language: str) -> None:
    (canonical,) = parse(Kind.AMOUNT, str(value), TODAY)
    assert Decimal(canonical) == value
    assert parse(Kind.AMOUNT, words.amount(canonical, translator(language)), TODAY) == (canonical,)


@given(st.sampled_from(Kind), st.text())
def test_any_text_is_read_or_refused_and_reading_again_changes_nothing(
    kind: Kind, text: str
) -> None:
    try:
        strings = parse(kind, text, TODAY)
    except FieldError:
        return
    assert parse(kind, "\n".join(strings), TODAY) == strings
