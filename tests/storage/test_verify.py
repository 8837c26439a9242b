"""What verify finds in a dossier, what mend does about it, and what it leaves alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from storage_kit import WHEN, a_small_workspace, commit

from partner_tui.domain.records import (
    Action,
    Contact,
    Decision,
    Meeting,
    PlanStep,
    Record,
    Risk,
    Sending,
    Statement,
    Word,
    new_id,
)
from partner_tui.domain.sealing import sealed
from partner_tui.domain.values import Stance
from partner_tui.domain.workspace import adding, editing, put
from partner_tui.errors import ReadOnly
from partner_tui.storage.codecs import encode
from partner_tui.storage.mend import mend
from partner_tui.storage.restore import preview, restore
from partner_tui.storage.schema import SCHEMA_VERSION
from partner_tui.storage.store import TinyStore
from partner_tui.storage.verify import Fault, Finding, verify

GONE = new_id()


@pytest.fixture
def used(dossier: Path) -> Path:
    """A dossier with a little history."""
    store = TinyStore(dossier)
    for impact in (1, 2, 3):
        commit(store, editing(Risk, "r1", impact=impact))
    return dossier


def with_records(dossier: Path, *records: Record) -> Path:
    """Write records without the program: none of its rules applies."""
    raw = encode(put(a_small_workspace(), *records))
    (dossier / "partnership.json").write_text(json.dumps(raw))
    return dossier


def faults(dossier: Path) -> list[Fault]:
    return [finding.fault for finding in verify(dossier)]


def test_a_sound_dossier_has_no_finding(dossier: Path, used: Path) -> None:
    assert verify(used) == []
    assert mend(used).cut == 0


def append(text: bytes) -> Callable[[Path], None]:
    def harm(dossier: Path) -> None:
        with open(dossier / "history.jsonl", "ab") as file:
            file.write(text)

    return harm


def without_line(number: int) -> Callable[[Path], None]:
    def harm(dossier: Path) -> None:
        lines = (dossier / "history.jsonl").read_bytes().splitlines(keepends=True)
        del lines[number]
        (dossier / "history.jsonl").write_bytes(b"".join(lines))

    return harm


def twice(dossier: Path) -> None:
    file = dossier / "partnership.json"
    text = file.read_text().replace('"event":', '"event":"Autre","event":', 1)
    file.write_text(text)


NEVER = b'{"revision":4,"when":"","who":"","verb":"x","changes":[],"undoes":0}\n'
HARMS: dict[str, tuple[Callable[[Path], None], list[Fault]]] = {
    "torn": (append(b'{"revision":4,"wh'), [Fault.TAIL]),
    "never": (append(NEVER), [Fault.TAIL]),
    "unreadable": (append(b"oups\n"), [Fault.LINE_UNREADABLE]),
    "hole": (without_line(1), [Fault.LINE_ORDER]),
    "behind": (without_line(2), [Fault.HISTORY_BEHIND]),
    "ahead": (append(NEVER + NEVER.replace(b"4", b"5", 1)), [Fault.HISTORY_AHEAD]),
    "twice": (twice, [Fault.KEY_TWICE]),
    "broken": (lambda d: (d / "partnership.json").write_text("{") and None, [Fault.BROKEN]),
    "left": (lambda d: (d / ".partnership.json.00.tmp").touch(), [Fault.LEFTOVER]),
    "half": (lambda d: (d / "backups" / ".unfinished-0").mkdir(), [Fault.LEFTOVER]),
}


@pytest.mark.parametrize("name", HARMS)
def test_each_harm_is_found_and_reading_changes_nothing(used: Path, name: str) -> None:
    harm, expected = HARMS[name]
    harm(used)
    before = {path: path.read_bytes() for path in used.rglob("*") if path.is_file()}
    assert faults(used) == expected
    assert {path: path.read_bytes() for path in used.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", HARMS)
def test_what_is_safe_is_mended_and_the_rest_stays(used: Path, name: str) -> None:
    harm, expected = HARMS[name]
    harm(used)
    mend(used)
    safe = {Fault.TAIL, Fault.LEFTOVER, Fault.BROKEN}
    assert faults(used) == [fault for fault in expected if fault not in safe]
    assert TinyStore(used).load().table(Risk)["r1"].impact == 3


def test_mending_says_what_it_did(used: Path) -> None:
    for harm in ("torn", "left"):
        HARMS[harm][0](used)
    done = mend(used)
    assert done.cut == len(b'{"revision":4,"wh') and done.swept == [".partnership.json.00.tmp"]
    assert done.rebuilt is None and done.unlinked == 0


def test_links_that_lead_nowhere_are_emptied_only_when_asked(dossier: Path) -> None:
    here = new_id()
    with_records(
        dossier,
        Contact(id=here, role="Liaison"),
        Action(id="a1", text="x", owner=GONE, origin=f"meetings/{GONE}", organization="des pairs"),
        Meeting(id="m1", present=(here, GONE, "une invitée"), chair=here),
        Decision(id="d1", meeting="m9", superseded_by=""),
    )
    found = [(finding.fault, finding.place) for finding in verify(dossier)]
    assert found == [
        (Fault.LINK, "actions/a1 › owner"),
        (Fault.LINK, "meetings/m1 › present"),
        (Fault.LINK, "decisions/d1 › meeting"),
        (Fault.LINK, "actions/a1 › origin"),
    ]
    assert mend(dossier).unlinked == 0 and len(verify(dossier)) == 4
    assert mend(dossier, links=True, who="Ève", when=WHEN).unlinked == 4
    workspace = TinyStore(dossier).load()
    assert workspace.table(Meeting)["m1"].present == (here, "une invitée")
    assert workspace.table(Action)["a1"].organization == "des pairs"
    assert verify(dossier) == []


@pytest.mark.parametrize(
    ("record", "flaw"),
    [
        (Risk(id="r2", number=1), "number-twice"),
        (Risk(id="r2", likelihood=9), "out-of-scale"),
        (Risk(id="r2", number=10**30), "out-of-scale"),
        (Risk(id="r2", cause="x" * 100_001), "too-long"),
        (Risk(id="r2", cause="\x1b[2J"), "controls"),
        (Risk(id="r2", review=date(1, 1, 1)), "far-date"),
        (Risk(id="r2", translations={"en": {"cause": "\u202e"}}), "controls"),
    ],
)
def test_values_that_no_form_makes(dossier: Path, record: Record, flaw: str) -> None:
    record = replace(record, number=record.number or 7)
    raw = encode(put(a_small_workspace(), record))
    (dossier / "partnership.json").write_text(json.dumps(raw))
    (finding,) = verify(dossier)
    assert (finding.fault, finding.detail) == (Fault.VALUE, flaw)
    assert finding.place.startswith("risks/r2 › ")


def test_a_frozen_text_that_was_touched(dossier: Path) -> None:
    version = sealed(Statement(id="e1", number=1, texts={"fr": "Vingt-quatre soirées."}))
    (dossier / "partnership.json").write_text(json.dumps(encode(put(a_small_workspace(), version))))
    assert verify(dossier) == []
    file = dossier / "partnership.json"
    file.write_text(file.read_text().replace("Vingt-quatre", "Vingt-cinq"))
    (finding,) = verify(dossier)
    assert (finding.place, finding.detail, finding.copy) == ("statements/e1 › texts", "seal", "")


def test_a_frozen_text_that_was_touched_names_the_copy_that_has_it_and_comes_back(
    dossier: Path,
) -> None:
    version = sealed(Statement(id="e1", number=1, texts={"fr": "Vingt-quatre soirées."}))
    commit(TinyStore(dossier), adding(version))
    copy = TinyStore(dossier).backup()
    word = {"o1": Word(stance=Stance.AGREES)}
    commit(TinyStore(dossier), editing(Statement, "e1", words=word))
    commit(TinyStore(dossier), editing(Risk, "r1", impact=5))
    file = dossier / "partnership.json"
    file.write_text(file.read_text().replace("Vingt-quatre", "Vingt-cinq"))
    (finding,) = verify(dossier)
    assert finding.copy == copy.path.name
    store = TinyStore(dossier)
    only = ("statements", "e1")
    (change,) = preview(store, copy, only)
    assert (change.table, change.id) == only
    restore(store, copy, "Ève", WHEN, only)
    assert verify(dossier) == []
    now = TinyStore(dossier).load()
    assert now.table(Risk)["r1"].impact == 5, "nothing else came back"
    assert now.table(Statement)["e1"].words == word, "what was said of it since stays"


def test_who_spoke_and_who_was_sent_to_are_links_too(dossier: Path) -> None:
    here = new_id()
    with_records(
        dossier,
        Contact(id=here, role="Liaison"),
        sealed(
            Statement(
                id="e1",
                number=1,
                words={"o1": Word(stance=Stance.AGREES, speaker=GONE)},
                sendings=(Sending(to=(here, GONE)),),
            )
        ),
        Risk(id="r2", number=2, plan=(PlanStep(text="Appeler", owner=GONE),)),
    )
    found = {finding.place for finding in verify(dossier) if finding.fault is Fault.LINK}
    assert found == {
        "risks/r2 › plan.owner",
        "statements/e1 › words.speaker",
        "statements/e1 › sendings.to",
    }
    assert mend(dossier, links=True, who="Ève", when=WHEN).unlinked == 3
    version = TinyStore(dossier).load().table(Statement)["e1"]
    assert (version.words["o1"].speaker, version.sendings[0].to) == ("", (here,))
    assert verify(dossier) == []


def test_a_newer_dossier_is_looked_at_and_not_mended(used: Path) -> None:
    HARMS["torn"][0](used)
    file = used / "partnership.json"
    file.write_text(file.read_text().replace(f'"schema":{SCHEMA_VERSION}', '"schema":99'))
    assert verify(used) == [Finding(Fault.TAIL, "history.jsonl")]
    with pytest.raises(ReadOnly):
        mend(used)
    assert faults(used) == [Fault.TAIL]
