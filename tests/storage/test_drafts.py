"""Text being typed survives the process, is offered to the next one, and goes once saved."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import gethostname

import msgspec
import pytest
from storage_kit import Faulty

from partner_tui.bootstrap import services
from partner_tui.errors import SaveFailed
from partner_tui.storage.drafts import Draft, Drafts
from partner_tui.storage.processes import born, is_running

PLACE = "risks/r1/cause"
TYPING = """
import sys, time
from pathlib import Path
from partner_tui.storage.drafts import Drafts
drafts = Drafts(Path(sys.argv[1]), Path(sys.argv[2]))
for number in range(3):
    drafts.keep("risks/r1/cause", "Ce que j'écrivais " + str(number))
print("kept", flush=True)
time.sleep(60)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where drafts are kept, not made yet."""
    return tmp_path / "state" / "drafts"


@pytest.fixture
def gone(folder: Path, dossier: Path) -> Drafts:
    """The drafts of a dossier after a session was killed while typing."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    child = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(folder), str(dossier)],
        stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
    assert child.stdout is not None and child.stdout.readline() == "kept\n"
    drafts = Drafts(folder, dossier)
    assert drafts.left() == [], "a session that is still typing keeps its own"
    child.kill()
    child.communicate()
    return drafts


def test_a_killed_session_leaves_what_was_typed(gone: Drafts, folder: Path) -> None:
    (draft,) = gone.left()
    assert (draft.place, draft.text) == (PLACE, "Ce que j'écrivais 2")
    assert gone.left_at(PLACE) == draft and gone.left_at("risks/r1/effect") is None
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    gone.drop(draft)
    assert gone.left() == [] and list(folder.iterdir()) == []


def test_a_draft_is_of_one_dossier(gone: Drafts, folder: Path, tmp_path: Path) -> None:
    assert Drafts(folder, tmp_path / "other").left() == []


def test_a_saved_text_leaves_no_draft(folder: Path, dossier: Path) -> None:
    drafts = Drafts(folder, dossier)
    keep = drafts.field("risks/r1")
    save = drafts.saving("risks/r1", lambda _name, strings: "non" if "!" in strings else None)
    keep("cause", "Une ca", "")
    assert save("cause", ("!",)) == "non"
    assert len(list(folder.iterdir())) == 1, "what could not be saved stays"
    assert save("cause", ("Une cause",)) is None
    assert list(folder.iterdir()) == []
    keep("cause", "x", "")
    keep("cause", "", "")
    assert list(folder.iterdir()) == [], "nothing is kept of nothing"


def test_two_places_of_a_process_and_the_same_text_twice(folder: Path, dossier: Path) -> None:
    drafts = Drafts(folder, dossier)
    for place in (PLACE, "risks/r1/effect"):
        drafts.keep(place, "é")
    stamps = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    drafts.keep(PLACE, "é")
    assert len(stamps) == 2
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == stamps


def test_a_full_disk_is_told_and_the_form_goes_on(
    folder: Path, dossier: Path, faulty: Faulty
) -> None:
    told: list[str] = []
    drafts = Drafts(folder, dossier, tell=told.append)
    with faulty("fsync", 1, errno.ENOSPC):
        drafts.field("risks/r1")("cause", "Une ca", "")
        drafts.field("risks/r1")("cause", "Une cau", "")
    assert len(told) == 1 and "Le disque est plein" in told[0]
    with faulty("fsync", 1, errno.ENOSPC), pytest.raises(SaveFailed):
        drafts.keep(PLACE, "Une ca")
    drafts.keep(PLACE, "Une ca")
    assert len(list(folder.iterdir())) == 1


def put(folder: Path, dossier: Path, **changes: object) -> Draft:
    values = {"dossier": str(dossier), "place": PLACE, "text": "t", "host": "ailleurs", "born": ""}
    when = datetime.now(UTC).isoformat()
    draft = Draft(**{"when": when, "process": 1, **values, **changes})  # type: ignore[arg-type]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{time.monotonic_ns()}.json").write_bytes(msgspec.json.encode(draft))
    return draft


def ago(**time_: float) -> str:
    return (datetime.now(UTC) - timedelta(**time_)).isoformat()


def aged(folder: Path, **time_: float) -> None:
    """Make every draft look as if its session gave no sign of life for a while."""
    moment = (datetime.now(UTC) - timedelta(**time_)).timestamp()
    for path in folder.iterdir():
        os.utime(path, (moment, moment))


def test_a_draft_of_another_computer_is_left_once_its_session_is_silent(
    folder: Path, dossier: Path
) -> None:
    old = put(folder, dossier, when=ago(hours=1))
    drafts = Drafts(folder, dossier)
    assert drafts.left() == [], "its session may still be typing"
    aged(folder, minutes=6)
    assert drafts.left() == [old]


def test_a_session_shows_that_it_is_still_typing(folder: Path, dossier: Path) -> None:
    drafts = Drafts(folder, dossier)
    drafts.keep(PLACE, "Une ca")
    aged(folder, minutes=30)
    drafts.beat()
    (path,) = folder.iterdir()
    assert time.time() - path.stat().st_mtime < 60
    path.unlink()
    drafts._beaten = 0.0
    drafts.beat()
    (again,) = folder.iterdir()
    assert again == path, "a draft that someone removed is written again"


def test_a_draft_that_was_left_becomes_ones_own_without_a_gap(gone: Drafts, folder: Path) -> None:
    (draft,) = gone.left()
    assert gone.waiting(PLACE) == draft
    gone.take(draft)
    assert gone.left() == [] and len(list(folder.iterdir())) == 1
    own = gone.waiting(PLACE)
    assert own is not None and (own.text, own.process) == (draft.text, os.getpid())
    gone.take(own)
    assert len(list(folder.iterdir())) == 1


def test_the_newest_draft_of_each_place_is_offered_first(folder: Path, dossier: Path) -> None:
    for hours, place in ((3, "risks/a/cause"), (1, "risks/b/cause"), (2, "risks/a/cause")):
        put(folder, dossier, place=place, text=f"{hours} h", when=ago(hours=hours))
    aged(folder, hours=1)
    found = Drafts(folder, dossier).under("risks/")
    assert [(draft.place, draft.text) for draft in found] == [
        ("risks/b/cause", "1 h"),
        ("risks/a/cause", "2 h"),
    ]


def test_a_very_old_draft_goes_and_a_clock_that_jumped_back_hides_none(
    folder: Path, dossier: Path
) -> None:
    put(folder, dossier, when=ago(days=91))
    ahead = put(folder, dossier, when=ago(days=-400), host=gethostname(), process=2**22 + 1)
    drafts = Drafts(folder, dossier)
    assert drafts.left() == [ahead] and len(list(folder.iterdir())) == 1


def test_files_that_are_no_drafts_are_left_alone(folder: Path, dossier: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "a.json").write_text("{")
    (folder / "b.json").write_text("[" * 100_000)
    (folder / "c.json").symlink_to("/dev/zero")
    os.mkfifo(folder / "d.json")
    (folder / "e.txt").write_text("x")
    assert Drafts(folder, dossier).left() == []
    assert len(list(folder.iterdir())) == 5


def test_odd_text_is_kept(folder: Path, dossier: Path) -> None:
    text = "NUL \x00 ESC \x1b[2J \u202e 🧭 \ud800" + "é" * 100_000
    Drafts(folder, dossier).keep(PLACE, text)
    (path,) = folder.iterdir()
    assert msgspec.json.decode(path.read_bytes())["text"] == text.replace("\ud800", "?")


def test_a_process_number_used_again_is_not_taken_for_the_first() -> None:
    process = os.getpid()
    assert is_running(process, born(process))
    if born(process):
        assert not is_running(process, "another start")
    assert not is_running(2**22 + 1, "")


def test_services_give_the_drafts_of_the_dossier_that_is_open(dossier: Path) -> None:
    made = services("fr")
    made.open(dossier)
    made.drafts.keep(PLACE, "x")
    assert made.drafts is made.drafts
    assert len(list((made.paths.state / "drafts").iterdir())) == 1
