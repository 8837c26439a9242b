"""Copies: made by themselves, whole, private, thinned with age; a failing one stops nothing."""

from __future__ import annotations

import errno
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from storage_kit import Faulty, commit

from partner_tui.domain.records import Risk
from partner_tui.domain.workspace import editing
from partner_tui.errors import ReadOnly, SaveFailed
from partner_tui.storage import backups, codecs, decoding, migrations
from partner_tui.storage import store as store_module
from partner_tui.storage.backups import Backup, Reason, superfluous
from partner_tui.storage.schema import SCHEMA_VERSION
from partner_tui.storage.store import TinyStore

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def names(dossier: Path) -> list[str]:
    return [backup.path.name for backup in backups.backups(dossier)]


def test_the_first_commit_of_a_day_copies_what_was_there(dossier: Path) -> None:
    before = (dossier / "partnership.json").read_bytes()
    clock = Clock()
    store = TinyStore(dossier, clock=clock)
    commit(store, editing(Risk, "r1", impact=1))
    commit(store, editing(Risk, "r1", impact=2))
    (copy,) = backups.backups(dossier)
    assert (copy.path.name, copy.reason) == ("2026-11-22-120000Z-day", Reason.DAY)
    assert copy.file.read_bytes() == before
    clock.now += timedelta(days=1)
    history = (dossier / "history.jsonl").read_bytes()
    commit(store, editing(Risk, "r1", impact=3))
    commit(TinyStore(dossier, clock=clock), editing(Risk, "r1", impact=4))
    assert names(dossier) == ["2026-11-23-120000Z-day", "2026-11-22-120000Z-day"]
    assert (backups.backups(dossier)[0].path / "history.jsonl").read_bytes() == history


def test_a_commit_that_changes_nothing_copies_nothing(dossier: Path) -> None:
    commit(TinyStore(dossier), lambda workspace: workspace)
    assert names(dossier) == []


def test_copies_can_be_asked_for_and_never_share_a_name(dossier: Path) -> None:
    store = TinyStore(dossier, clock=Clock())
    made = [store.backup().path.name for _turn in range(3)]
    assert made[0] == "2026-11-22-120000Z-asked"
    assert made[1:] == [f"{made[0]}-2", f"{made[0]}-3"]
    assert sorted(names(dossier)) == sorted(made)


def test_a_file_gone_bad_is_copied_as_it_is(dossier: Path) -> None:
    (dossier / "partnership.json").write_text('{"meta"')
    assert TinyStore(dossier).backup().file.read_text() == '{"meta"'


@pytest.mark.parametrize(("folder", "file"), [(0o700, 0o600), (0o2770, 0o660)])
def test_a_copy_is_as_open_as_the_dossier(dossier: Path, folder: int, file: int) -> None:
    os.chmod(dossier, folder)
    os.chmod(dossier / "partnership.json", file)
    group = 12345 if os.geteuid() == 0 else dossier.stat().st_gid
    for path in (dossier, dossier / "partnership.json"):
        os.chown(path, -1, group)
    os.chmod(dossier, folder)
    store = TinyStore(dossier)
    commit(store, editing(Risk, "r1", impact=1))
    copy = store.backup()
    for path in (dossier / "backups", copy.path):
        assert stat.S_IMODE(path.stat().st_mode) == folder
    for path in copy.path.iterdir():
        assert (stat.S_IMODE(path.stat().st_mode), path.stat().st_gid) == (file, group)


@pytest.mark.parametrize(("call", "nth"), [("mkdir", 2), ("fsync", 1), ("rename", 1)])
def test_a_copy_that_fails_is_told_once_and_stops_nothing(
    dossier: Path, faulty: Faulty, call: str, nth: int
) -> None:
    store = TinyStore(dossier)
    with faulty(call, nth, errno.ENOSPC):
        commit(store, editing(Risk, "r1", impact=3))
    commit(store, editing(Risk, "r1", impact=4))
    (sentence,) = store.told
    assert "La copie du jour n'a pas pu être faite" in sentence and "ENOSPC" in sentence
    assert TinyStore(dossier).load().table(Risk)["r1"].impact == 4
    assert not [path for path in dossier.glob("backups/*")], "nothing half made is left"


def test_what_a_killed_session_left_is_swept(dossier: Path) -> None:
    left = dossier / "backups" / ".unfinished-0123"
    left.mkdir(parents=True)
    (left / "partnership.json").write_text("half")
    commit(TinyStore(dossier), editing(Risk, "r1", impact=3))
    assert not left.exists()


def test_a_link_in_place_of_the_copies_is_not_followed(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (dossier / "backups").symlink_to(tmp_path / "elsewhere")
    store = TinyStore(dossier)
    commit(store, editing(Risk, "r1", impact=3))
    assert len(store.told) == 1
    with pytest.raises(SaveFailed):
        store.backup()
    assert not list((tmp_path / "elsewhere").iterdir())


def test_other_folders_are_neither_listed_nor_removed(dossier: Path) -> None:
    for name in ("mes copies", "2026-99-99-000000Z-day", "2020-01-01-000000Z-autre"):
        (dossier / "backups" / name).mkdir(parents=True)
    (dossier / "backups" / "2020-01-01-000000Z-day").symlink_to(dossier)
    assert names(dossier) == []


def test_a_migration_copies_first(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("partner_tui.storage.keeper.due", lambda *_arguments: False)
    for module in (store_module, codecs, decoding):
        monkeypatch.setattr(module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    steps = [*migrations.MIGRATIONS, lambda raw: raw["risks"]["1"].update(measures="migrated")]
    monkeypatch.setattr(decoding, "migrate", lambda raw: migrations.migrate(raw, steps))
    before = (dossier / "partnership.json").read_bytes()
    store = TinyStore(dossier)
    assert store.load().table(Risk)["r1"].measures == "migrated"
    assert (dossier / "partnership.json").read_bytes() == before, "reading changes nothing"
    for impact in (3, 4):
        commit(store, editing(Risk, "r1", impact=impact))
    (copy,) = backups.backups(dossier)
    assert copy.reason is Reason.MIGRATION and copy.file.read_bytes() == before
    assert b'"schema":%d' % (SCHEMA_VERSION + 1) in (dossier / "partnership.json").read_bytes()


def test_a_store_asked_to_read_only_makes_no_copy(dossier: Path) -> None:
    with pytest.raises(ReadOnly):
        TinyStore(dossier, read_only=True).backup()
    assert not (dossier / "backups").exists()


def days(*ages: int) -> list[Backup]:
    whens = [NOON - timedelta(days=age) for age in ages]
    return [Backup(Path(f"{when:%Y-%m-%d}"), when, Reason.DAY) for when in whens]


def kept(found: list[Backup]) -> list[Backup]:
    return [backup for backup in found if backup not in superfluous(found)]


def test_a_year_of_days_thins_to_days_weeks_and_months() -> None:
    found: list[Backup] = []
    for age in range(399, -1, -1):
        found = kept([*days(age), *found])
    ages = [(NOON - backup.when).days for backup in found]
    assert ages[:8] == list(range(8)), "today, and seven days before it"
    weekly = [age for age in ages if 8 <= age < 64]
    assert 7 <= len(weekly) <= 9
    monthly = [found[n].when for n, age in enumerate(ages) if age >= 64]
    assert 10 <= len(monthly) <= 13
    assert len({(when.year, when.month) for when in monthly}) >= len(monthly) - 1


def test_the_newest_copy_always_stays() -> None:
    assert superfluous([]) == []
    assert superfluous(days(900)) == []
    assert kept(days(900, 900))[0] == days(900)[0]


def test_one_start_with_a_clock_gone_mad_makes_no_copy_old() -> None:
    assert superfluous(days(-4000, *range(7))) == []
