"""A change that the disk refuses waits, in order, and is in the dossier once the cause is gone."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

import pytest
from storage_kit import WHEN, Faulty

from partner_tui.bootstrap import Services
from partner_tui.bootstrap import services as make_services
from partner_tui.domain.changes import Entry
from partner_tui.domain.records import Note, Risk
from partner_tui.domain.workspace import adding, archiving, editing
from partner_tui.errors import Conflict, ReadOnly, SaveFailed
from partner_tui.storage.drafts import Drafts
from partner_tui.storage.store import TinyStore
from partner_tui.storage.verify import verify
from partner_tui.workbook import Workbook


def a_book(folder: Path, aside: list[Sequence[Entry]] | None = None) -> Workbook:
    """Open a dossier with a place to put changes aside."""
    kept = [] if aside is None else aside
    return Workbook(TinyStore(folder), "Ève", clock=lambda: WHEN, aside=kept.append)


def stored(folder: Path) -> dict[str, Risk]:
    """Return the risks that are on the disk."""
    return dict(TinyStore(folder).load().table(Risk))


def test_work_goes_on_while_the_folder_is_away_and_is_saved_when_it_is_back(dossier: Path) -> None:
    aside: list[Sequence[Entry]] = []
    book = a_book(dossier, aside)
    before = book.workspace.revision
    away = dossier.rename(dossier.with_name("ailleurs"))
    book.apply("risk.edit", editing(Risk, "r1", impact=5))
    book.apply("notes.add", adding(Note(id="n1", text="dit en réunion")))
    book.apply("risk.edit", editing(Risk, "r1", impact=4))
    assert book.workspace.table(Risk)["r1"].impact == 4, "what was done is on the screen"
    assert len(book.unsaved.waiting) == 3 and "n'est plus là" in book.unsaved.why
    assert [len(kept) for kept in aside] == [1, 2, 3]
    assert not book.retry()
    away.rename(dossier)
    assert book.retry() and not book.unsaved
    assert aside[-1] == []
    assert stored(dossier)["r1"].impact == 4
    entries = TinyStore(dossier).recent(9)
    assert [entry.verb for entry in entries][:3] == ["risk.edit", "notes.add", "risk.edit"]
    assert entries[0].revision == before + 3 and verify(dossier) == []
    book.undo()
    assert stored(dossier)["r1"].impact == 5, "what waited can be undone like anything else"


def test_the_next_change_first_writes_what_waits(dossier: Path, faulty: Faulty) -> None:
    book = a_book(dossier)
    book.apply("x", editing(Risk, "r1", trigger="la copie du jour est faite"))
    with faulty("fsync", 1, errno.ENOSPC):
        book.apply("x", editing(Risk, "r1", impact=5))
    assert book.unsaved.waiting
    book.apply("x", editing(Risk, "r1", likelihood=4))
    assert not book.unsaved
    risk = stored(dossier)["r1"]
    assert (risk.impact, risk.likelihood) == (5, 4)


def test_what_waits_can_be_undone_before_it_is_saved(dossier: Path) -> None:
    book = a_book(dossier)
    now = book.workspace.table(Risk)["r1"].impact
    away = dossier.rename(dossier.with_name("ailleurs"))
    book.apply("x", editing(Risk, "r1", impact=5))
    book.undo()
    assert book.workspace.table(Risk)["r1"].impact == now
    away.rename(dossier)
    assert book.retry()
    assert stored(dossier)["r1"].impact == now


def test_what_others_changed_since_is_refused_and_left_to_a_person(dossier: Path) -> None:
    mine, theirs = a_book(dossier), a_book(dossier)
    away = dossier.rename(dossier.with_name("ailleurs"))
    mine.apply("x", editing(Risk, "r1", event="le mien"))
    mine.apply("x", adding(Note(id="n1", text="sans rapport")))
    away.rename(dossier)
    theirs.apply("x", editing(Risk, "r1", event="le leur"))
    assert mine.retry()
    assert stored(dossier)["r1"].event == mine.workspace.table(Risk)["r1"].event == "le leur"
    assert "n1" in TinyStore(dossier).load().table(Note), "the rest is saved"
    (refused,) = mine.unsaved.refused
    mine.insist(refused)
    assert stored(dossier)["r1"].event == "le mien" and not mine.unsaved


def test_a_refused_change_can_be_given_up(dossier: Path) -> None:
    mine, theirs = a_book(dossier), a_book(dossier)
    away = dossier.rename(dossier.with_name("ailleurs"))
    mine.apply("x", editing(Risk, "r1", event="le mien"))
    away.rename(dossier)
    theirs.apply("x", editing(Risk, "r1", event="le leur"))
    assert mine.refresh(), "another session is seen while something waits"
    mine.give_up(mine.unsaved.refused[0])
    assert mine.retry() and not mine.unsaved
    assert stored(dossier)["r1"].event == "le leur"


def test_a_number_that_another_took_meanwhile_is_replaced(dossier: Path) -> None:
    mine, theirs = a_book(dossier), a_book(dossier)
    away = dossier.rename(dossier.with_name("ailleurs"))
    mine.apply("x", adding(Risk(id="mien", event="le mien")))
    away.rename(dossier)
    theirs.apply("x", adding(Risk(id="leur", event="le leur")))
    assert mine.retry()
    numbers = [risk.number for risk in stored(dossier).values()]
    assert len(set(numbers)) == len(numbers) and verify(dossier) == []


def test_a_file_gone_bad_keeps_the_work_until_it_is_good_again(dossier: Path) -> None:
    book = a_book(dossier)
    good = (dossier / "partnership.json").read_bytes()
    (dossier / "partnership.json").write_text("{")
    book.apply("x", editing(Risk, "r1", impact=5))
    assert "abîmé" in book.unsaved.why
    (dossier / "partnership.json").write_bytes(good)
    assert book.retry() and stored(dossier)["r1"].impact == 5


def test_without_a_place_to_put_it_aside_a_change_fails_as_before(dossier: Path) -> None:
    book = Workbook(TinyStore(dossier), "Ève")
    dossier.rename(dossier.with_name("ailleurs"))
    with pytest.raises(SaveFailed):
        book.apply("x", editing(Risk, "r1", impact=5))
    assert not book.unsaved


def test_what_waiting_does_not_mend_fails_at_once(dossier: Path) -> None:
    asked = Workbook(TinyStore(dossier, read_only=True), "Ève", aside=lambda _entries: None)
    with pytest.raises(ReadOnly):
        asked.apply("x", editing(Risk, "r1", impact=5))
    book = a_book(dossier)
    with pytest.raises(SaveFailed):
        book.apply("x", editing(Risk, "r1", event="\ud800"))
    other = a_book(dossier)
    done = book.apply("x", editing(Risk, "r1", impact=5))
    other.refresh()
    other.apply("x", editing(Risk, "r1", impact=4))
    assert done is not None
    with pytest.raises(Conflict):
        book.undo()
    assert not asked.unsaved and not book.unsaved


def opened(dossier: Path) -> Services:
    """Open a dossier as the program does."""
    made = make_services("fr")
    made.open(dossier)
    return made


def test_a_killed_session_leaves_what_waited_to_the_next(dossier: Path) -> None:
    made = opened(dossier)
    away = dossier.rename(dossier.with_name("ailleurs"))
    made.workbook.apply("x", editing(Risk, "r1", event="dit pendant la panne\u2028suite"))
    made.workbook.apply("x", archiving(Risk, "r1"))
    away.rename(dossier)
    (path,) = (made.paths.state / "drafts").iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_bytes(path.read_bytes().replace(b'"process":', b'"process":9'))
    again = opened(dossier)
    assert not again.workbook.unsaved
    assert stored(dossier)["r1"].event.startswith("dit pendant la panne")
    assert stored(dossier)["r1"].archived
    assert list((made.paths.state / "drafts").iterdir()) == []


def test_a_dossier_that_is_opened_again_goes_on_with_what_waits(dossier: Path) -> None:
    made = opened(dossier)
    away = dossier.rename(dossier.with_name("ailleurs"))
    made.workbook.apply("x", editing(Risk, "r1", impact=5))
    made.close()
    away.rename(dossier)
    made.open(dossier)
    assert stored(dossier)["r1"].impact == 5
    assert Drafts(made.paths.state / "drafts", dossier).left() == []
