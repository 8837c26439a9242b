"""What goes on beside a person who types: other sessions, exports, a copy brought back."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace

from partner_tui.domain.records import Risk
from partner_tui.domain.workspace import Workspace, put
from partner_tui.storage.store import TinyStore
from partner_tui.workbook import Workbook
from terminal.console import COMMAND


@contextmanager
def again_and_again(act: Callable[[int], None], pause: float = 0.0) -> Iterator[list[int]]:
    """Do something over and over while the block runs; give how many times it was done."""
    done, wrong, stop = [0], list[BaseException](), threading.Event()

    def work() -> None:
        try:
            while not stop.is_set():
                act(done[0] + 1)
                done[0] += 1
                time.sleep(pause)
        except BaseException as error:
            wrong.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield done
    finally:
        stop.set()
        thread.join()
        if wrong:
            raise wrong[0]


def another_session(dossier: Path) -> Callable[[int], None]:
    """Return what changes a risk from another session."""

    def act(turn: int) -> None:
        book = Workbook(TinyStore(dossier), "Autre")
        book.apply("risk.edit", _with_sign(f"Signe {turn}"))

    return act


def _with_sign(sign: str) -> Callable[[Workspace], Workspace]:
    def change(workspace: Workspace) -> Workspace:
        return put(workspace, replace(workspace.alive(Risk)[0], trigger=sign))

    return change


def a_copy_brought_back(dossier: Path) -> Callable[[int], None]:
    """Return what changes the dossier, then brings a copy back over it, in another process."""
    _run("backup", str(dossier))
    (copy,) = (dossier / "backups").glob("*-asked")
    change = another_session(dossier)

    def act(turn: int) -> None:
        change(turn)
        _run("restore", str(dossier), copy.name, "--yes")

    return act


def the_whole_in_a_zip(dossier: Path) -> Callable[[int], None]:
    """Return what exports the whole dossier, in another process."""
    out = dossier.parent
    return lambda turn: _run(
        "export", str(dossier), "--everything", "--output", str(out / f"{turn}.zip")
    )


def every_document(dossier: Path) -> Callable[[int], None]:
    """Return what writes every document in every format, in another process."""
    out = f"{dossier.parent / 'all'}/"
    return lambda _turn: _run("export", str(dossier), "all", "--output", out, "--force")


def _run(*arguments: str) -> None:
    done = subprocess.run([COMMAND, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
