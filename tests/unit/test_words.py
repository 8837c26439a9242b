"""States, kinds, scales, sums and references in words."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import get_args

import pytest
from babel.dates import format_date
from builders import a_meeting, a_risk, a_statement, an_action, an_organization

from partner_tui.documents.field_words import FIELDS
from partner_tui.documents.labels import LABELS
from partner_tui.documents.words import amount, cite, day, label, number, scale
from partner_tui.domain import values
from partner_tui.domain.changes import STAMPS
from partner_tui.domain.forms import hints
from partner_tui.domain.values import AnswerState, RiskState
from partner_tui.domain.workspace import TABLES
from partner_tui.i18n import after, translator

FR, EN = translator("fr"), translator("en")
ENUMS = [v for v in vars(values).values() if isinstance(v, type) and issubclass(v, StrEnum)]


@pytest.mark.parametrize("kind", [kind for kind in ENUMS if kind is not StrEnum])
def test_every_value_has_a_word(kind: type[StrEnum]) -> None:
    assert all(label(value, FR) for value in kind)


@pytest.mark.parametrize("table", TABLES)
def test_every_field_of_a_record_has_a_name_and_words_for_what_it_holds(table: str) -> None:
    for name, hint in hints(TABLES[table]).items():
        assert name in STAMPS or name in FIELDS
        for kind in (hint, *get_args(hint)):
            if isinstance(kind, type) and issubclass(kind, StrEnum):
                assert kind in LABELS


def test_equal_values_of_two_enums_keep_their_own_words() -> None:
    assert (label(AnswerState.OPEN, FR), label(RiskState.OPEN, FR)) == ("à discuter", "ouvert")


def test_scales_have_five_words_and_nothing_for_zero() -> None:
    assert [scale("likelihood", n, FR) for n in (0, 1, 5, 6)] == ["", "rare", "presque sûr", ""]
    assert scale("impact", 3, FR) == "modéré"


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("9000", "9\u00a0000\u00a0$", "$9,000"),
        ("1234.5", "1\u00a0234,50\u00a0$", "$1,234.50"),
        ("-12", "-12\u00a0$", "-$12"),
        ("environ cent", "environ cent", "environ cent"),
        ("1e999999999", "1e999999999", "1e999999999"),
    ],
)
def test_amounts(value: str, french: str, english: str) -> None:
    assert (amount(value, FR), amount(value, EN)) == (french, english)


def test_numbers_keep_their_decimals() -> None:
    assert (number("1234.5", FR), number("1234.5", EN)) == ("1\u00a0234,5", "1,234.5")


def test_days_are_iso_on_screens() -> None:
    assert (day(date(2026, 11, 3)), day(None)) == ("2026-11-03", "")


def test_references() -> None:
    cited = [
        cite(record, FR)
        for record in (
            a_risk(number=3),
            an_action(number=12),
            a_meeting(number=4),
            a_statement(number=2),
            a_risk(),
            an_organization(number=1),
        )
    ]
    assert cited == ["R3", "S12", "nº\u00a04", "v2", "", ""]


def test_a_date_in_full_is_the_one_of_the_unicode_tables_but_for_the_first_of_a_month() -> None:
    for n in range(366):
        found = date(2028, 1, 1) + timedelta(n)
        assert EN.day(found) == format_date(found, "long", locale="en_CA")
        french: str = format_date(found, "long", locale="fr_CA")
        assert FR.day(found) == (f"1er{french[1:]}" if found.day == 1 else french)


def test_every_language_follows_another_and_has_a_name_in_each() -> None:
    assert [after("fr"), after("en"), after("xx")] == ["en", "fr", "fr"]
    assert translator("fr").spoken("en") == "en anglais"
    assert translator("en").spoken("fr") == "in French"
    assert translator("en").only("fr") == "[in French only]"
    assert translator("fr").only("xx") == ""
