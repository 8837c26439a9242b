"""A person is erased everywhere, once the name is typed; the role stays."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from msgspec import Struct
from storage_kit import WHEN, Faulty, commit

from partner_tui.bootstrap import services
from partner_tui.domain.changes import reversing
from partner_tui.domain.forgetting import CLEARED, Person, person, without
from partner_tui.domain.records import Action, Contact, Meeting, Note, Record, Risk
from partner_tui.domain.values import Function
from partner_tui.domain.workspace import TABLES, adding, editing
from partner_tui.errors import Conflict, FieldError, ReadOnly, SaveFailed
from partner_tui.storage.backups import backups
from partner_tui.storage.forget import forget
from partner_tui.storage.store import TinyStore
from partner_tui.storage.verify import verify

NAME, MAIL, PHONE = "Marie Tremblay", "marie.t@exemple.ca", "514 555-0199"
TELLING = ("Tremblay", "marie.t", "555-0199", "Personne discrète", "Ancienne Titulaire")


@pytest.fixture
def known(dossier: Path) -> TinyStore:
    """A dossier where a person is named in many places, copied with them."""
    store = TinyStore(dossier)
    contact = Contact(id="c1", role="Agente de liaison", holder="Ancienne Titulaire", phone=PHONE)
    commit(store, adding(contact))
    changes = {"holder": NAME, "email": MAIL, "note": "Personne discrète"}
    commit(store, editing(Contact, "c1", functions=(Function.LEAD,), **changes))
    commit(store, adding(Action(id="a1", text="Appeler MARIE  TREMBLAY", owner="c1")))
    commit(store, adding(Meeting(id="m1", present=("c1",))))
    commit(store, adding(Note(id="n1", meeting="m1", text=f"Écrire à {MAIL} ou Marie")))
    commit(store, editing(Risk, "r1", cause=f"{NAME} et l'Ancienne Titulaire partent"))
    commit(store, editing(Risk, "r1", cause="la relève manque"))
    store.commit("x", editing(Risk, "r1", impact=2), base=store.load(), who=NAME, when=WHEN)
    store.backup()
    return store


def every_byte(dossier: Path) -> str:
    return "".join(p.read_text() for p in sorted(dossier.rglob("*")) if p.is_file())


def test_nothing_tells_of_the_person_any_more(known: TinyStore) -> None:
    before = every_byte(known.path)
    assert all(word in before for word in TELLING)
    done = forget(known, "c1", " marie tremblay ", who="Ève", when=WHEN)
    after = every_byte(known.path)
    assert not [word for word in TELLING if word in after]
    assert (done.backups, done.unreadable, done.mentions) == (2, [], [("notes", "n1")])


def test_the_role_stays_where_the_person_was(known: TinyStore) -> None:
    forget(known, "c1", NAME, who="Ève", when=WHEN)
    workspace = TinyStore(known.path).load()
    assert workspace.table(Contact)["c1"] == Contact(
        id="c1", role="Agente de liaison", archived=True, revision=3, by="Ève", at=WHEN
    )
    assert workspace.table(Meeting)["m1"].present == ("c1",)
    assert workspace.table(Action)["a1"].text == "Appeler Agente de liaison"
    assert workspace.table(Risk)["r1"].by == "Agente de liaison"


def test_the_history_keeps_its_lines_and_one_more(known: TinyStore) -> None:
    before = [entry.revision for entry in known.recent(99)]
    forget(known, "c1", NAME, who="Ève", when=WHEN)
    entries = TinyStore(known.path).recent(99)
    assert [entry.revision for entry in entries] == [before[0] + 1, *before]
    assert (entries[0].verb, entries[0].who) == ("contact.forget", "Ève")
    assert verify(known.path) == []
    assert commit(TinyStore(known.path), editing(Risk, "r1", impact=3)).revision == before[0] + 2


def test_what_was_erased_cannot_be_undone(known: TinyStore) -> None:
    forget(known, "c1", NAME, who="Ève", when=WHEN)
    for entry in known.recent(99):
        try:
            commit(known, reversing(entry))
        except Conflict:
            continue
    assert not [word for word in TELLING if word in every_byte(known.path)]


@pytest.mark.parametrize("typed", ["", "Marie", "Agente de liaison", "oui"])
def test_another_name_erases_nothing(known: TinyStore, typed: str) -> None:
    before = every_byte(known.path)
    with pytest.raises(FieldError, match="tapez «\u00a0Marie Tremblay"):
        forget(known, "c1", typed, who="Ève", when=WHEN)
    with pytest.raises(FieldError, match="n'est plus"):
        forget(known, "c9", NAME, who="Ève", when=WHEN)
    assert every_byte(known.path) == before


def test_the_copies_stay_when_asked(known: TinyStore) -> None:
    done = forget(known, "c1", NAME, who="Ève", when=WHEN, copies=False)
    assert done.backups == 0
    assert any("Tremblay" in copy.file.read_text() for copy in backups(known.path))
    assert "Tremblay" not in (known.path / "history.jsonl").read_text()


def test_a_copy_that_cannot_be_read_is_named(known: TinyStore) -> None:
    bad = backups(known.path)[0]
    bad.file.write_text("{")
    done = forget(known, "c1", NAME, who="Ève", when=WHEN)
    assert (done.backups, done.unreadable) == (1, [bad.path.name])


@pytest.mark.parametrize("nth", range(1, 9))
@pytest.mark.parametrize("call", ["replace", "fsync", "write"])
def test_stopped_in_between_it_can_be_asked_again(
    known: TinyStore, faulty: Faulty, call: str, nth: int
) -> None:
    stopped = False
    with faulty(call, nth, errno.ENOSPC):
        try:
            forget(known, "c1", NAME, who="Ève", when=WHEN)
        except SaveFailed:
            stopped = True
    store = TinyStore(known.path)
    if stopped and store.load().table(Contact)["c1"].holder:
        forget(store, "c1", NAME, who="Ève", when=WHEN)
    assert not [word for word in TELLING if word in every_byte(known.path)]
    assert verify(known.path) == []


def test_modes_are_kept(known: TinyStore) -> None:
    for path in known.path.rglob("*.json*"):
        os.chmod(path, 0o660)
    forget(known, "c1", NAME, who="Ève", when=WHEN)
    assert {stat.S_IMODE(path.stat().st_mode) for path in known.path.rglob("*.json*")} == {0o660}


def test_a_dossier_read_only_erases_nobody(known: TinyStore) -> None:
    with pytest.raises(ReadOnly):
        forget(TinyStore(known.path, read_only=True), "c1", NAME, who="", when="")


def test_a_session_cannot_take_it_back(known: TinyStore) -> None:
    made = services("fr")
    made.open(known.path)
    made.workbook.apply("contact.edit", editing(Contact, "c1", phone="1"))
    made.forget("c1", NAME)
    assert made.workspace.table(Contact)["c1"].holder == ""
    assert made.workbook.undo() is None


def test_a_contact_without_a_name_is_confirmed_by_its_role(dossier: Path) -> None:
    store = TinyStore(dossier)
    commit(store, adding(Contact(id="c1", email=MAIL)))
    forget(store, "c1", "personne-ressource", who="", when=WHEN)
    assert store.load().table(Contact)["c1"].role == "Personne-ressource"
    assert MAIL not in every_byte(dossier)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne-Marie Tremblay", "Anne-Marie Tremblay"),
        ("marie\ntremblay", "rôle"),
        ("Marie Tremblayenne", "Marie Tremblayenne"),
        ("Marie Tremblay-Roy", "Marie Tremblay-Roy"),
        ("(Marie Tremblay)", "(rôle)"),
    ],
)
def test_a_name_is_found_whole(text: str, expected: str) -> None:
    someone: Person = person(Contact(id="c", role="rôle", holder=NAME), "")
    assert without(text, someone) == expected


def test_the_drafts_forget_the_person_too(known: TinyStore) -> None:
    made = services("fr")
    made.open(known.path)
    made.drafts.keep("prompt/m1:decision", f"Demander à {NAME}", "avant")
    made.forget("c1", NAME)
    (path,) = (made.paths.state / "drafts").iterdir()
    assert "Tremblay" not in path.read_text() and "Agente de liaison" in path.read_text()
    kept = made.drafts.waiting("prompt/m1:decision")
    assert kept is not None and "Tremblay" not in kept.text


def test_every_field_of_a_contact_is_cleared_or_tells_of_the_role() -> None:
    of_the_role = {"id", "number", "revision", "by", "at", "private", "archived", "translations",
                   "organization", "role", "alternate"}  # fmt: skip
    fields = set(Contact.__struct_fields__)
    assert fields - set(CLEARED) <= of_the_role, "say what becomes of a new field"


@pytest.mark.parametrize("kind", TABLES.values(), ids=lambda kind: kind.__name__)
def test_no_field_of_any_record_keeps_the_name(kind: type[Record]) -> None:
    someone = person(Contact(id="c1", role="Liaison", holder=NAME), "x")
    told = without(filled(kind), someone)
    assert "Tremblay" not in str(told) and "Liaison" in str(told)


def filled(kind: type[Any]) -> Any:
    """Return a structure with the person's name in every text it can hold, at any depth."""
    hints = get_type_hints(kind)
    names = [name for name in kind.__struct_fields__ if name not in ("id", "at")]
    plain = {name: "x" for name in ("id", "at") if name in kind.__struct_fields__}
    return kind(**plain, **{name: value_of(hints[name]) for name in names})


def value_of(hint: Any) -> Any:
    """Return a value of a type, with the person's name wherever it has room."""
    inside = [part for part in get_args(hint) if part is not type(None)]
    origin = get_origin(hint) or hint
    if origin is tuple:
        return (value_of(inside[0]),)
    if not isinstance(origin, type) or (not isinstance(hint, type) and origin not in (Mapping,)):
        return {"fr": value_of(inside[1])} if origin is Mapping else value_of(inside[0])
    if issubclass(origin, Mapping):
        return {"fr": value_of(inside[1])}
    if issubclass(origin, Struct):
        return filled(origin)
    if issubclass(origin, Enum):
        return next(iter(origin))
    return {str: f"dit par {NAME}", date: date(2026, 11, 22)}.get(origin, 1)
