"""Copies for real: through tmux, GNU screen, a bare pseudo-terminal, and desktop programs."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import termios
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from partner_tui.clipboard import Clipboard, Copied, Way
from partner_tui.documents.copied import told
from partner_tui.i18n import translator

ROOT = Path(__file__).parents[2]
SIZES = [1, 500, 6_000, 55_000, 150_000, 1_000_000]
SEQUENCE = re.compile(rb"\x1b\]52;c?;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")
IN_PANE = """
import os, sys
from pathlib import Path
from partner_tui.clipboard import Clipboard
from partner_tui.documents.copied import told
from partner_tui.i18n import translator
size, folder = int(sys.argv[1]), Path(sys.argv[2])
write = lambda data: (sys.stdout.buffer.write(data), sys.stdout.buffer.flush())
text = ("note Énoncé\\n" * size).encode()[:size].decode(errors="ignore")
copied = Clipboard(os.environ, write, lambda: folder).copy(text, "énoncé")
Path(folder, "told").write_text(told(copied, translator("fr")))
Path(folder, "said.tmp").write_text(f"{copied.way} {copied.verified} {copied.path}")
Path(folder, "said.tmp").rename(folder / "said")
sys.stdin.read()
"""

needs_tmux = pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
needs_screen = pytest.mark.skipif(not shutil.which("screen"), reason="GNU screen is not installed")


def text_of(size: int) -> str:
    return ("note Énoncé\n" * size).encode()[:size].decode(errors="ignore")


def environ(**changes: str) -> dict[str, str]:
    """Return an environment over SSH, outside any multiplexer."""
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return {**bare, "TERM": "xterm-256color", "SSH_CONNECTION": "x", **changes}


class Recorder:
    """A pseudo-terminal that remembers every byte a program sends it."""

    def __init__(self, argv: list[str], env: dict[str, str]) -> None:
        self.received = b""
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:  # pragma: no cover
            termios.tcsetwinsize(0, (24, 80))
            os.execvpe(argv[0], argv, env)

    def wait(self, found: Callable[[], bool], seconds: float = 10) -> bool:
        """Read what comes until something is found, or time is up."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self._terminal], [], [], 0.05)[0]:
                try:
                    self.received += os.read(self._terminal, 65_536)
                except OSError:  # the program ended
                    break
            elif found():
                return True
        return found()

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._terminal, keys.encode())

    def copies(self) -> list[str]:
        """Decode each text the terminal was asked to keep."""
        return [b64decode(found).decode() for found in SEQUENCE.findall(self.received)]

    def close(self) -> None:
        os.close(self._terminal)
        os.kill(self._pid, 9)
        os.waitpid(self._pid, 0)


@pytest.fixture
def record() -> Iterator[Callable[[list[str], dict[str, str]], Recorder]]:
    open_ones: list[Recorder] = []

    def start(argv: list[str], env: dict[str, str]) -> Recorder:
        open_ones.append(Recorder(argv, env))
        return open_ones[-1]

    yield start
    for recorder in open_ones:
        recorder.close()


Record = Callable[[list[str], dict[str, str]], Recorder]


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A folder whose path is short enough for a socket."""
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="pt") as name:
        yield Path(name)


class Tmux:
    """A private tmux server with nobody's configuration."""

    def __init__(self, folder: Path) -> None:
        self.env = environ(TMUX_TMPDIR=str(folder))
        self.attach = ["tmux", "-L", "partner", "-f", "/dev/null", "attach"]
        self("new-session", "-d", "-x", "80", "-y", "24", "cat")

    def __call__(self, *command: str) -> bytes:
        argv = ["tmux", "-L", "partner", "-f", "/dev/null", *command]
        return subprocess.run(argv, env=self.env, check=True, capture_output=True).stdout

    def inside(self) -> dict[str, str]:
        """Return the environment of a program in this server."""
        place = self("display-message", "-p", "#{socket_path},#{pid},0 #{pane_id}").decode()
        tmux, pane = place.split()
        return environ(TMUX=tmux, TMUX_PANE=pane, TERM="screen")


@pytest.fixture
def tmux(short_folder: Path) -> Iterator[Tmux]:
    server = Tmux(short_folder)
    yield server
    server("kill-server")


CLAIMS = {
    "Confié à tmux": "tmux",
    "à travers screen": "terminal",
    "Envoyé à votre terminal": "terminal",
    "Copié dans le presse-papiers": "desktop",
    "Aucun presse-papiers": "",
}
"""Words of a notice → the place that has the text if they are true."""


def check_notice(notice: str, text: str, **places: str) -> None:
    """Check that the text is where a notice says it is, and nowhere when it says so."""
    claimed = next(place for words, place in CLAIMS.items() if words in notice)
    if claimed:
        assert places[claimed] == text
    else:
        assert not any(places.values())
    path = re.search(r"dans le fichier (.+)$", notice)
    assert path or claimed, "a text that went nowhere must be in a file"
    assert path is None or Path(path[1]).read_text("utf-8") == text


def notice_of(copied: Copied) -> str:
    return told(copied, translator("fr"))


def copy(env: dict[str, str], folder: Path, text: str) -> tuple[Copied, bytes]:
    sent: list[bytes] = []
    copied = Clipboard(env, sent.append, lambda: folder).copy(text, "énoncé")
    return copied, b"".join(sent)


@needs_tmux
@pytest.mark.parametrize("size", SIZES)
def test_tmux_holds_the_whole_text(tmux: Tmux, size: int, tmp_path: Path) -> None:
    copied, sent = copy(tmux.inside(), tmp_path, text_of(size))
    assert (copied.way, copied.verified, sent) == (Way.TMUX, True, b"")
    assert tmux("show-buffer").decode() == text_of(size)
    check_notice(notice_of(copied), text_of(size), tmux=tmux("show-buffer").decode())


@needs_tmux
@pytest.mark.parametrize("setting", [None, "on", "external", "off"])
@pytest.mark.parametrize("size", [1, 6_000, 150_000, 1_000_000])
def test_tmux_hands_the_text_to_its_terminal(
    tmux: Tmux, record: Record, setting: str | None, size: int, tmp_path: Path
) -> None:
    if setting:
        tmux("set-option", "-s", "set-clipboard", setting)
    outer = record(tmux.attach, tmux.env)
    assert outer.wait(lambda: bool(tmux("list-clients")))
    copy(tmux.inside(), tmp_path, text_of(size))
    assert outer.wait(lambda: bool(outer.copies()))
    assert outer.copies() == [text_of(size)]


@needs_tmux
def test_a_program_in_a_pane_copies_through_tmux(
    tmux: Tmux, record: Record, tmp_path: Path
) -> None:
    outer = record(tmux.attach, tmux.env)
    assert outer.wait(lambda: bool(tmux("list-clients")))
    tmux("new-window", sys.executable, "-c", IN_PANE, "500", str(tmp_path))
    assert outer.wait((tmp_path / "said").exists)
    assert (tmp_path / "said").read_text() == "tmux True None"
    assert outer.wait(lambda: bool(outer.copies()))
    assert outer.copies() == [text_of(500)]


@needs_tmux
def test_a_tmux_server_that_is_gone_falls_to_the_terminal(tmp_path: Path) -> None:
    copied, sent = copy(environ(TMUX=f"{tmp_path}/none,1,0"), tmp_path, "texte")
    assert (copied.way, copied.failed, copied.verified) == (Way.TERMINAL, (Way.TMUX,), False)
    assert sent and copied.path and copied.path.read_text() == "texte"
    check_notice(notice_of(copied), "texte", terminal=received(sent))


@needs_screen
@pytest.mark.parametrize("size", SIZES)
def test_screen_passes_the_text_on_or_a_file_holds_it(
    record: Record, short_folder: Path, size: int, tmp_path: Path
) -> None:
    short_folder.chmod(0o700)
    program = [sys.executable, "-c", IN_PANE, str(size), str(tmp_path)]
    env = environ(SCREENDIR=str(short_folder), SHELL="/bin/sh")
    outer = record(["screen", "-S", "partner", "-c", "/dev/null", *program], env)
    try:
        _check_screen(outer, size, tmp_path)
    finally:
        subprocess.run(["screen", "-S", "partner", "-X", "quit"], env=env, capture_output=True)


def _check_screen(outer: Recorder, size: int, tmp_path: Path) -> None:
    assert outer.wait((tmp_path / "said").exists)
    way = (tmp_path / "said").read_text().split()[0]
    if way == "screen":
        assert outer.wait(lambda: bool(outer.copies()))
    notice = (tmp_path / "told").read_text()
    check_notice(notice, text_of(size), terminal="".join(outer.copies()))
    if way == "screen":
        assert outer.copies() == [text_of(size)]
    else:
        assert size == 1_000_000
        assert (tmp_path / "copie-enonce.txt").read_text("utf-8") == text_of(size)


@pytest.mark.parametrize("size", SIZES)
def test_a_terminal_receives_the_text_or_a_file_holds_it(
    record: Record, size: int, tmp_path: Path
) -> None:
    outer = record([sys.executable, "-c", IN_PANE, str(size), str(tmp_path)], environ())
    assert outer.wait((tmp_path / "said").exists)
    way, verified, path = (tmp_path / "said").read_text().split()
    assert (way, verified) == ("terminal" if size < 1_000_000 else "file-only", "False")
    assert outer.copies() == ([text_of(size)] if way == "terminal" else [])
    assert path == "None" or Path(path).read_text("utf-8") == text_of(size)
    notice = (tmp_path / "told").read_text()
    check_notice(notice, text_of(size), terminal="".join(outer.copies()))


def received(sent: bytes) -> str:
    """Return what a terminal that got these bytes was asked to keep."""
    return "".join(b64decode(found).decode() for found in SEQUENCE.findall(sent))


@pytest.mark.parametrize("size", SIZES)
def test_without_any_way_the_file_holds_the_text_and_the_notice_says_so(
    size: int, tmp_path: Path
) -> None:
    copied, sent = copy(environ(TERM="linux"), tmp_path, text_of(size))
    assert (copied.way, sent) == (Way.FILE_ONLY, b"")
    check_notice(notice_of(copied), text_of(size), terminal=received(sent))


@pytest.fixture
def desktop(short_folder: Path) -> Callable[[str], dict[str, str]]:
    """Set up a desktop whose only clipboard program is the script given."""

    def prepare(script: str) -> dict[str, str]:
        for tool in ("which", "sh", "sleep", "cat", "touch"):
            (short_folder / tool).symlink_to(shutil.which(tool) or "/bin/false")
        if script:
            (short_folder / "xclip").write_text(f"#!/bin/sh\n{script}\n")
            (short_folder / "xclip").chmod(0o755)
        return environ(PATH=str(short_folder), DISPLAY=":77", SSH_CONNECTION="")

    return prepare


Desktop = Callable[[str], dict[str, str]]


@pytest.mark.parametrize("size", SIZES)
def test_a_desktop_program_receives_the_text(desktop: Desktop, size: int, tmp_path: Path) -> None:
    env = desktop(f'cat > "{tmp_path}/clipboard"')
    copied, sent = copy(env, tmp_path, text_of(size))
    assert (copied.way, copied.verified, sent) == (Way.DESKTOP, True, b"")
    kept = (tmp_path / "clipboard").read_text("utf-8")
    assert kept == text_of(size)
    check_notice(notice_of(copied), text_of(size), desktop=kept)


def test_a_desktop_program_that_stays_behind_does_not_hold_us(
    desktop: Desktop, tmp_path: Path
) -> None:
    env = desktop(f'cat > "{tmp_path}/clipboard"; sleep 5 &')
    began = time.monotonic()
    assert copy(env, tmp_path, "texte")[0].verified
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "script", ["sleep 60", "cat >/dev/null; exec sleep 60", "echo no display >&2; exit 1", ""]
)
def test_a_desktop_program_that_hangs_fails_or_is_missing(
    desktop: Desktop, script: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    copied, sent = copy(desktop(script), tmp_path, "texte " * 20_000)
    assert time.monotonic() - began < 4
    assert (copied.way, copied.failed, copied.verified) == (Way.TERMINAL, (Way.DESKTOP,), False)
    assert sent and copied.path and copied.path.read_text() == "texte " * 20_000
    check_notice(notice_of(copied), "texte " * 20_000, terminal=received(sent))
    assert capfd.readouterr() == ("", "")


def test_a_hanging_desktop_program_is_not_left_running(desktop: Desktop, tmp_path: Path) -> None:
    copy(desktop(f'sleep 2.5; touch "{tmp_path}/alive"'), tmp_path, "texte")
    time.sleep(1)
    assert not (tmp_path / "alive").exists()


def test_a_pyperclip_in_the_current_folder_is_not_run(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyperclip.py").write_text("open('run', 'w')")
    monkeypatch.chdir(tmp_path)
    assert copy(desktop("cat >/dev/null"), tmp_path, "texte")[0].way is Way.DESKTOP
    assert not (tmp_path / "run").exists()


class Program:
    """The program itself on the sample dossier, in a terminal that records what reaches it."""

    def __init__(self, record: Record, wrap: list[str], env: dict[str, str], home: Path) -> None:
        self.env = {**env, "PARTNER_TUI_HOME": str(home), "LANG": "fr_CA.UTF-8"}
        argv = [sys.executable, "-m", "partner_tui", "--demo", "--lang", "fr"]
        self.outer = record([*wrap, *argv], self.env)

    def copies_its_document(self) -> None:
        """Open the risks, copy the whole log, and check what arrived and what was said."""
        assert self.outer.wait(lambda: self._sees("Accueil"), 30)
        self.outer.type("4")
        assert self.outer.wait(lambda: self._sees("à revoir"), 30)
        self.outer.type("Y")
        assert self.outer.wait(lambda: bool(self.outer.copies()), 30)
        [text] = self.outer.copies()
        assert text.startswith("Registre des risques — Soirées Boussole\n====")
        assert self.outer.wait(lambda: self._sees("En texte simple."), 30)

    def _sees(self, words: str) -> bool:
        shown = re.sub(rb"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|[()][0-9A-B]|.)", b"", self.outer.received)
        return words in shown.decode(errors="replace")


@pytest.mark.parametrize("setting", ["external", "on"])
@needs_tmux
def test_the_program_in_tmux_copies_to_the_terminal_around_it(
    tmux: Tmux, record: Record, setting: str, tmp_path: Path
) -> None:
    tmux("set-option", "-s", "set-clipboard", setting)
    tmux("set-environment", "-g", "PYTHONPATH", str(ROOT))
    env = {**tmux.env, "PYTHONPATH": str(ROOT)}
    wrap = ["tmux", "-L", "partner", "-f", "/dev/null", "new-session"]
    wrap += ["-e", f"PARTNER_TUI_HOME={tmp_path}", "-e", "LC_ALL=C.UTF-8"]
    program = Program(record, wrap, env, tmp_path)
    program.copies_its_document()
    assert tmux("show-buffer").decode() == program.outer.copies()[0]


@needs_screen
def test_the_program_in_screen_copies_to_the_terminal_around_it(
    record: Record, short_folder: Path, tmp_path: Path
) -> None:
    short_folder.chmod(0o700)
    env = environ(SCREENDIR=str(short_folder), SHELL="/bin/sh")
    wrap = ["screen", "-U", "-S", "partner", "-c", "/dev/null"]
    try:
        Program(record, wrap, env, tmp_path).copies_its_document()
    finally:
        subprocess.run(["screen", "-S", "partner", "-X", "quit"], env=env, capture_output=True)


def test_the_program_in_a_plain_terminal_copies_to_it(record: Record, tmp_path: Path) -> None:
    Program(record, [], environ(), tmp_path).copies_its_document()
