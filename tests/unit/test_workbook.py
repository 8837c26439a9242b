"""The application layer: apply, undo, redo, refresh, on a dossier that others change too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from builders import a_risk, a_workspace
from hypothesis import given
from hypothesis import strategies as st

from partner_tui.domain.changes import Seen
from partner_tui.domain.records import Risk
from partner_tui.domain.workspace import Workspace, adding, archiving, editing
from partner_tui.errors import Conflict, SaveFailed
from partner_tui.storage.memory import MemoryStore
from partner_tui.workbook import Workbook, now

T = TypeVar("T")
CLOCK: Callable[[], str] = lambda: "2026-11-22T15:00:00Z"  # noqa: E731


def a_book(workspace: Workspace | None = None, who: str = "Ana") -> Workbook:
    """Return a workbook on a dossier in memory that holds one risk."""
    return Workbook(MemoryStore(workspace or a_workspace(a_risk())), who, CLOCK)


def another(book: Workbook, who: str = "Zoé") -> Workbook:
    """Return the workbook of another session on the same dossier."""
    assert isinstance(book.store, MemoryStore)
    return Workbook(book.store.again(), who, CLOCK)


def event(book: Workbook, key: str = "r1") -> str:
    """Return the words of a risk as a session sees them."""
    found = book.workspace.find(Risk, key)
    return found.event if found else ""


def renaming(words: str) -> Callable[[Workspace], Workspace]:
    """Return the verb that changes the words of the risk."""
    return editing(Risk, "r1", event=words)


def test_a_change_is_signed_and_dated() -> None:
    book = a_book()
    entry = book.apply("risks.edit", renaming("x"))
    risk = book.workspace.find(Risk, "r1")
    assert entry is not None and (entry.who, entry.verb) == ("Ana", "risks.edit")
    assert risk is not None and (risk.by, risk.at, risk.revision) == ("Ana", CLOCK(), 1)


def test_a_change_of_nothing_leaves_no_trace() -> None:
    book = a_book()
    before = book.workspace
    assert book.apply("risks.edit", lambda workspace: workspace) is None
    assert book.workspace.tables == before.tables
    assert book.undo() is None and book.recent(5) == []


def test_undo_and_redo_walk_through_everything() -> None:
    book = a_book()
    for words in "abc":
        book.apply("risks.edit", renaming(words))
    assert [event(book) for _ in iter(book.undo, None)] == ["b", "a", "l'agente de liaison part"]
    assert [event(book) for _ in iter(book.redo, None)] == ["a", "b", "c"]


def test_a_redo_is_told_with_the_verb_that_was_done() -> None:
    book = a_book()
    book.apply("risks.add", adding(a_risk(id="r2")))
    book.undo()
    entry = book.redo()
    assert entry is not None and entry.verb == "risks.add"


def test_a_new_change_forgets_what_could_be_redone() -> None:
    book = a_book()
    book.apply("risks.edit", renaming("a"))
    book.undo()
    book.apply("risks.edit", renaming("b"))
    assert book.redo() is None and event(book) == "b"


def test_what_was_added_goes_and_comes_back_with_its_number() -> None:
    book = a_book()
    book.apply("risks.add", adding(Risk(id="r2", event="neuf")))
    number = book.workspace.table(Risk)["r2"].number
    book.undo()
    assert book.workspace.find(Risk, "r2") is None
    book.redo()
    assert book.workspace.table(Risk)["r2"].number == number


def test_undo_is_an_entry_that_says_what_it_took_back() -> None:
    book = a_book()
    done = book.apply("risks.edit", renaming("a"))
    book.undo()
    assert done is not None
    assert [(e.verb, e.undoes) for e in book.recent(9)] == [
        ("undo", done.revision),
        ("risks.edit", 0),
    ]


def test_undo_leaves_what_others_did_elsewhere() -> None:
    book = a_book(a_workspace(a_risk(), a_risk(id="r2", event="deux")))
    book.apply("risks.edit", renaming("a"))
    another(book).apply("risks.edit", editing(Risk, "r2", event="autre"))
    book.undo()
    assert event(book) == "l'agente de liaison part" and event(book, "r2") == "autre"


def test_undo_stops_at_what_others_built_upon_then_goes_on_before_it() -> None:
    book = a_book(a_workspace(a_risk(), a_risk(id="r2", event="deux")))
    book.apply("risks.edit", editing(Risk, "r2", event="mien"))
    book.apply("risks.edit", renaming("a"))
    another(book).apply("risks.edit", renaming("autre"))
    with pytest.raises(Conflict, match="quelqu'un a changé"):
        book.undo()
    book.undo()
    book.refresh()
    assert event(book) == "autre" and event(book, "r2") == "deux"


def test_an_undo_that_cannot_be_saved_can_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    book = a_book()
    book.apply("risks.edit", renaming("a"))

    def full(*_given: object, **_named: object) -> None:
        raise SaveFailed("plein")

    with monkeypatch.context() as patch:
        patch.setattr(book.store, "commit", full)
        with pytest.raises(SaveFailed):
            book.undo()
    assert event(book) == "a"
    book.undo()
    assert event(book) == "l'agente de liaison part"


def test_another_session_is_seen_when_it_commits() -> None:
    book = a_book()
    other = another(book)
    assert not book.refresh()
    other.apply("risks.edit", renaming("autre"))
    assert book.refresh() and event(book) == "autre"
    assert not book.refresh()


def test_a_change_is_applied_on_the_freshest_dossier() -> None:
    book = a_book()
    another(book).apply("risks.add", adding(Risk(id="rz", event="autre")))
    book.apply("risks.add", adding(Risk(id="ra", event="mien")))
    numbers = [risk.number for risk in book.workspace.alive(Risk)]
    assert len(set(numbers)) == 3 == len(numbers)


def test_a_field_changed_meanwhile_is_a_conflict_and_nothing_is_replaced() -> None:
    book = a_book()
    seen = Seen(table="risks", id="r1", field="event", value=event(book))
    another(book).apply("risks.edit", renaming("autre"))
    with pytest.raises(Conflict, match="Zoé") as caught:
        book.apply("risks.edit", renaming("mien"), [seen])
    assert caught.value.theirs == "autre"
    book.refresh()
    assert event(book) == "autre" and book.undo() is None


def test_what_waits_to_be_told_is_told_once() -> None:
    book = a_book()
    book.store.told.append("Une copie n'a pas pu être faite.")
    assert book.told() == ["Une copie n'a pas pu être faite."]
    assert book.told() == []


def test_the_present_moment_is_universal_time() -> None:
    assert now().endswith("Z") and len(now()) == 20


VERBS = st.one_of(
    st.builds(lambda n: adding(Risk(id=f"n{n}", event=str(n))), st.integers(0, 5)),
    st.builds(lambda words: renaming(words), st.text(max_size=5)),
    st.builds(lambda away: archiving(Risk, "r1", away), st.booleans()),
)


@given(st.lists(VERBS, max_size=12), st.data())
def test_undoing_all_then_redoing_all_comes_back_to_the_same(
    verbs: list[Callable[[Workspace], Workspace]], data: st.DataObject
) -> None:
    book = a_book()
    first = contents(book)
    for verb in verbs:
        book.apply("risks.edit", verb)
        if data.draw(st.booleans()):
            book.undo()
            book.redo()
    last = contents(book)
    while book.undo():
        pass
    assert contents(book) == first
    while book.redo():
        pass
    assert contents(book) == last


def contents(book: Workbook) -> dict[str, tuple[str, bool, int]]:
    """Return what the risks say, without their stamps."""
    risks = book.workspace.table(Risk).values()
    return {risk.id: (risk.event, risk.archived, risk.number) for risk in risks}
