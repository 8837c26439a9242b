"""Fail or kill a commit at each of its system calls: python injecting.py FOLDER [EVERY].

One commit is traced; then it is run again for each of its calls that touches a file, which gets
ENOSPC, EIO, or ends the process. Each time the dossier must open, hold every acknowledged change
and no half of one, and take the next change. Prints what it did; a line that starts with BROKEN
and exit status 1 when a promise was broken; status 77 when strace cannot be used here.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from partner_tui.domain.records import Note, Tick
from partner_tui.domain.workspace import Workspace, put
from partner_tui.errors import PartnerError
from partner_tui.storage.store import TinyStore
from partner_tui.storage.verify import Fault, verify

NO_STRACE = 77
BEGIN, END = "/partner-tui-begin", "/partner-tui-end"
TOUCHING = re.compile(
    r"(p?read64|read|write|pwrite64|lseek|open|openat|close|fsync|fdatasync|f?truncate|flock|fcntl"
    r"|rename(at2?)?|unlink(at)?|[fl]?stat|newfstatat|statx|f?chmod|fchmodat2?|f?chown|fchownat"
    r"|access|faccessat2?|mkdir(at)?|rmdir|getdents64|sendfile|copy_file_range|ioctl)\("
)
FAULTS = ("error=ENOSPC", "error=EIO", "signal=KILL")
COMMIT = f"""
import os, sys
from pathlib import Path
sys.path.insert(0, {str(Path(__file__).parent)!r})
import filelock
from injecting import change
from partner_tui.errors import PartnerError
from partner_tui.storage.store import TinyStore
store = TinyStore(Path(sys.argv[1]))
base = store.load()
os.path.exists({BEGIN!r})
try:
    workspace, _entry = store.commit("x", change("new"), base=base, who="Ève", when="")
    said = "done"
except PartnerError as error:
    said = "unsure" if "pas confirmé" in str(error) else "refused"
os.path.exists({END!r})
print(said, flush=True)
"""


def change(key: str) -> object:
    """Return a verb that writes in two tables."""

    def both(workspace: Workspace) -> Workspace:
        return put(workspace, Tick(id=key), Note(id=key, text="é" * 3000))

    return both


def run(folder: Path, *options: str) -> str:
    """Commit once under strace and return what the process said."""
    command = ["strace", "-qq", *options, "--", sys.executable, "-c", COMMIT, str(folder)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.stdout.strip() or "killed"


def calls(folder: Path) -> list[tuple[str, int]]:
    """Return the calls of a commit that touch files, each with its rank among its like."""
    log = folder.parent / "trace.log"
    if run(folder, "-o", str(log)) != "done":
        return []
    seen: Counter[str] = Counter()
    found = []
    inside = False
    for line in log.read_text(errors="replace").splitlines():
        name = line.partition("(")[0]
        seen[name] += 1
        inside = (inside or BEGIN in line) and END not in line
        if inside and TOUCHING.match(line) and BEGIN not in line:
            found.append((name, seen[name]))
    return found


def problems(folder: Path, said: str) -> Iterator[str]:
    """Name what is not as promised after a fault."""
    store = TinyStore(folder)
    workspace = store.load()
    ticks, notes = set(workspace.table(Tick)), set(workspace.table(Note))
    if ticks != notes:
        yield f"half a change: {ticks ^ notes}"
    if "old" not in ticks:
        yield "an earlier change is lost"
    if said == "done" and "new" not in ticks:
        yield "an acknowledged change is lost"
    if said == "refused" and "new" in ticks:
        yield "a refused change is there"
    wrong = {found.fault for found in verify(folder)} - {Fault.TAIL, Fault.LEFTOVER}
    if wrong:
        yield f"verify: {sorted(wrong)}"
    after, entry = store.commit("x", change("next"), base=workspace, who="", when="")  # type: ignore[arg-type]
    if entry is None or [e.revision for e in store.recent(9)] != list(range(after.revision, 0, -1)):
        yield "the next change has no place in the history"


def main(folder: str, every: str = "1") -> int:
    """Trace, inject, look, and print the sum."""
    original = Path(folder)
    store = TinyStore(original)
    store.commit("x", change("old"), base=store.load(), who="", when="")  # type: ignore[arg-type]
    work = original.with_name("work")
    shutil.copytree(original, work)
    found = calls(work) if shutil.which("strace") else []
    if not found:
        print("strace cannot be used here")
        return NO_STRACE
    said: Counter[str] = Counter()
    for number, (name, rank) in enumerate(found):
        for fault in FAULTS if number % int(every) == 0 else ():
            shutil.rmtree(work)
            shutil.copytree(original, work)
            answer = run(
                work,
                "-o",
                "/dev/null",
                "-e",
                f"trace={name}",
                "-e",
                f"inject={name}:{fault}:when={rank}",
            )
            said[answer] += 1
            try:
                wrong = list(problems(work, answer))
            except PartnerError as error:
                wrong = [f"the dossier does not open: {error}"]
            if wrong:
                print(f"BROKEN {name} {rank} {fault}, said {answer}: {'; '.join(wrong)}")
                return 1
    told = ", ".join(f"{count} {word}" for word, count in sorted(said.items()))
    print(f"{sum(said.values())} faults at {len(found)} system calls ({told}), 0 broken")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
