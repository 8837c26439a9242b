"""The fields of a record as strings, and back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import a_workspace, an_organization
from msgspec.structs import replace

from partner_tui.domain.forms import from_strings, setting, to_strings
from partner_tui.domain.parsing import FieldReason, Unreadable
from partner_tui.domain.records import Contact, Line, Meeting, Organization, Record, Resource, Risk
from partner_tui.domain.values import Function, MeetingKind, OrganizationKind, RiskState, Strategy
from partner_tui.domain.workspace import Workspace, put

CASES: list[tuple[type[Record], str, Any, tuple[str, ...]]] = [
    (Risk, "event", "Départ", ("Départ",)),
    (Risk, "event", "", ()),
    (Risk, "likelihood", 4, ("4",)),
    (Risk, "likelihood", 0, ()),
    (Risk, "review", date(2026, 12, 1), ("2026-12-01",)),
    (Risk, "review", None, ()),
    (Risk, "state", RiskState.WATCHED, ("watched",)),
    (Risk, "strategy", Strategy.ACCEPT, ("accept",)),
    (Risk, "strategy", None, ()),
    (Risk, "private", True, ("yes",)),
    (Resource, "in_kind", False, ()),
    (Meeting, "present", ("c1", "c2"), ("c1", "c2")),
    (Contact, "functions", (Function.LEAD, Function.BACKUP), ("lead", "backup")),
    (Contact, "functions", (), ()),
    (Line, "sent", (date(2026, 1, 2),), ("2026-01-02",)),
]


@pytest.mark.parametrize(("kind", "name", "value", "strings"), CASES)
def test_a_field_goes_to_strings_and_back(
    kind: type[Record], name: str, value: Any, strings: tuple[str, ...]
) -> None:
    record = replace(kind(id="1"), **{name: value})
    assert to_strings(record, name) == strings
    assert from_strings(kind, name, strings) == value


def test_a_list_kept_in_one_text_has_a_line_for_each_entry() -> None:
    assert from_strings(Risk, "measures", ("un", "deux")) == "un\ndeux"


def test_a_state_that_must_be_said_goes_back_to_its_default() -> None:
    assert from_strings(Meeting, "kind", ()) is MeetingKind.MONTHLY


@pytest.mark.parametrize(
    ("name", "text"), [("state", "lost"), ("likelihood", "four"), ("review", "soon")]
)
def test_a_string_the_type_cannot_hold_is_refused(name: str, text: str) -> None:
    with pytest.raises(Unreadable) as problem:
        from_strings(Risk, name, (text,))
    assert problem.value.reason is FieldReason.CHOICE


def test_a_form_cannot_hold_a_mapping() -> None:
    with pytest.raises(TypeError):
        from_strings(Risk, "translations", ("a",))


def test_setting_changes_one_field_of_one_record() -> None:
    workspace = put(Workspace(), Risk(id="a", event="x"), Risk(id="b"))
    after = setting(Risk, "a", "likelihood", ("3",))(workspace)
    assert after.table(Risk)["a"] == replace(workspace.table(Risk)["a"], likelihood=3)
    assert after.table(Risk)["b"] is workspace.table(Risk)["b"]


def test_a_field_named_kind_can_be_set() -> None:
    change = setting(Organization, "o1", "kind", ("funder",))
    changed = change(a_workspace(an_organization())).find(Organization, "o1")
    assert changed is not None and changed.kind is OrganizationKind.FUNDER
