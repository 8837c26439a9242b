"""The copies of the sample: those of a visit that lasts, or of this week, stay; the others go."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from partner_tui import demo
from partner_tui.bootstrap import open_demo, services
from partner_tui.storage.demos import KEPT_DAYS, thin

VISITING = """
import sys, time
from pathlib import Path
from partner_tui.storage.demos import hold
hold(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def a_copy(parent: Path, days: float) -> Path:
    """Make a copy that was changed some days ago."""
    copy = demo.copy(parent, date(2026, 11, 22))
    moment = time.time() - days * 86400
    for path in (*copy.iterdir(), copy):
        os.utime(path, (moment, moment))
    return copy


def test_only_what_nobody_needs_goes(tmp_path: Path) -> None:
    old, recent, held, mine = (a_copy(tmp_path, days) for days in (30, KEPT_DAYS - 1, 30, 30))
    (tmp_path / "other").mkdir()
    (tmp_path / "link").symlink_to(recent)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    child = subprocess.Popen(
        [sys.executable, "-c", VISITING, str(held)],
        stdout=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
    assert child.stdout is not None and child.stdout.readline() == "held\n"
    os.utime(held, (0, 0))
    try:
        assert thin(tmp_path, mine) == [old]
    finally:
        child.kill()
        child.communicate()
    os.utime(held, (0, 0))
    assert thin(tmp_path, mine) == [held], "a session that is gone holds nothing"
    assert {path.name for path in tmp_path.iterdir()} == {recent.name, mine.name, "other", "link"}


def test_each_visit_thins_those_before(tmp_path: Path) -> None:
    made = services("fr")
    old = a_copy(made.paths.state / "demo", 30)
    open_demo(made)
    assert old.exists() is (made.workbook.store.path == old)
    assert len(list((made.paths.state / "demo").iterdir())) == 1
