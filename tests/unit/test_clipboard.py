"""Which way a text is copied, what is said of it, and the file beside it."""

from __future__ import annotations

import os
import stat
import sys
import time
from base64 import b64decode
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partner_tui.clipboard import Clipboard, Copied, Way
from partner_tui.clipboard.files import file_name, keep
from partner_tui.clipboard.programs import DESKTOP, TMUX, run_program
from partner_tui.clipboard.sequences import encoded_size, osc52, through_screen

SSH = {"TERM": "xterm-256color", "SSH_CONNECTION": "192.0.2.1 5 192.0.2.2 22"}
LOCAL = {"TERM": "xterm-256color", "DISPLAY": ":0"}
IN_TMUX = {**SSH, "TERM": "tmux-256color", "TMUX": "/tmp/tmux-1/default,1,0"}
IN_SCREEN = {**SSH, "TERM": "screen", "STY": "123.pts-0.host"}
BARE = {"TERM": "xterm-256color"}
PLACES = {"ssh": SSH, "local": LOCAL, "tmux": IN_TMUX, "screen": IN_SCREEN, "bare": BARE}
SIZES = [1, 2, 3, 699, 6_750, 6_751, 55_500, 55_501, 150_000, 150_001, 1_000_000]


class Bench:
    """A clipboard whose terminal and programs are recorded."""

    def __init__(self, environ: Mapping[str, str], folder: Path, platform: str = "linux") -> None:
        self.sent = b""
        self.calls: list[tuple[Sequence[str], bytes]] = []
        self.answers = True
        self.clipboard = Clipboard(environ, self.write, lambda: folder, self.run, platform)

    def write(self, data: bytes) -> None:
        self.sent += data

    def run(self, argv: Sequence[str], data: bytes, environ: Mapping[str, str]) -> bool:
        self.calls.append((argv, data))
        return self.answers

    def copy(self, text: str = "Énoncé", name: str = "énoncé") -> Copied:
        return self.clipboard.copy(text, name)


def unwrapped(data: bytes) -> bytes:
    """Do what GNU screen does with the strings it passes on."""
    assert data.startswith(b"\x1bP") and data.endswith(b"\x1b\\")
    return b"".join(piece.removeprefix(b"\x1bP") for piece in data[:-2].split(b"\x1b\\"))


def decoded(sequence: bytes) -> str:
    """Do what a terminal does with an OSC 52 sequence."""
    assert sequence.startswith(b"\x1b]52;c;") and sequence.endswith(b"\x07")
    return b64decode(sequence[7:-1], validate=True).decode()


def test_tmux_receives_the_text_itself(tmp_path: Path) -> None:
    bench = Bench(IN_TMUX, tmp_path)
    assert bench.copy() == Copied(Way.TMUX, None, verified=True, size=8)
    assert bench.calls == [(TMUX, "Énoncé".encode())]
    assert bench.sent == b""


def test_screen_receives_wrapped_pieces(tmp_path: Path) -> None:
    bench = Bench(IN_SCREEN, tmp_path)
    assert bench.copy() == Copied(Way.SCREEN, None, verified=False, size=8)
    assert decoded(unwrapped(bench.sent)) == "Énoncé"


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
def test_over_ssh_the_terminal_receives_a_sequence(name: str, tmp_path: Path) -> None:
    bench = Bench({**LOCAL, name: "x"}, tmp_path)
    assert bench.copy() == Copied(Way.TERMINAL, None, verified=False, size=8)
    assert decoded(bench.sent) == "Énoncé"
    assert bench.calls == []


@pytest.mark.parametrize(
    ("environ", "platform"),
    [
        (LOCAL, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux"),
        (BARE, "darwin"),
        (BARE, "win32"),
    ],
)
def test_a_local_desktop_receives_the_text(
    environ: dict[str, str], platform: str, tmp_path: Path
) -> None:
    bench = Bench(environ, tmp_path, platform)
    assert bench.copy() == Copied(Way.DESKTOP, None, verified=True, size=8)
    assert bench.calls == [(DESKTOP, "Énoncé".encode())]
    assert bench.sent == b""


@pytest.mark.parametrize("environ", [BARE, {**BARE, "DISPLAY": "localhost:10.0"}])
def test_without_a_desktop_of_its_own_the_terminal_is_asked(
    environ: dict[str, str], tmp_path: Path
) -> None:
    assert Bench(environ, tmp_path).copy().way is Way.TERMINAL


@pytest.mark.parametrize("term", ["linux", "dumb"])
def test_a_terminal_without_clipboard_leaves_a_file(term: str, tmp_path: Path) -> None:
    bench = Bench({"TERM": term}, tmp_path)
    assert bench.copy() == Copied(Way.FILE_ONLY, tmp_path / "copie-enonce.txt", False, 8)
    assert bench.sent == b""


def test_a_failing_tmux_falls_to_the_terminal_and_a_file(tmp_path: Path) -> None:
    bench = Bench(IN_TMUX, tmp_path)
    bench.answers = False
    copied = bench.copy()
    assert (copied.way, copied.failed, copied.verified) == (Way.TERMINAL, (Way.TMUX,), False)
    assert copied.path is not None and copied.path.read_text("utf-8") == "Énoncé"


def test_a_failing_desktop_falls_to_the_terminal_and_a_file(tmp_path: Path) -> None:
    bench = Bench(LOCAL, tmp_path)
    bench.answers = False
    copied = bench.copy()
    assert (copied.way, copied.failed) == (Way.TERMINAL, (Way.DESKTOP,))
    assert copied.path is not None and decoded(bench.sent) == "Énoncé"


@pytest.mark.parametrize("error", [OSError("gone"), ValueError("closed"), RuntimeError("stopped")])
def test_a_failing_terminal_leaves_a_file(error: Exception, tmp_path: Path) -> None:
    def write(data: bytes) -> None:
        raise error

    copied = Clipboard(SSH, write, lambda: tmp_path).copy("texte", "note")
    assert (copied.way, copied.failed) == (Way.FILE_ONLY, (Way.TERMINAL,))
    assert copied.path == tmp_path / "copie-note.txt"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "exports").write_text("a file")
    copied = Bench({"TERM": "dumb"}, tmp_path / "exports").copy()
    assert copied == Copied(Way.FILE_ONLY, None, verified=False, size=8)


def test_a_folder_that_cannot_be_named_is_no_error() -> None:
    def nowhere() -> Path:
        raise OSError("no home")

    assert Clipboard({"TERM": "dumb"}, print, nowhere).copy("texte", "note").path is None


@pytest.mark.parametrize("text", ["", "\x1b\x00\u200b"])
def test_nothing_to_copy_touches_nothing(text: str, tmp_path: Path) -> None:
    bench = Bench(SSH, tmp_path)
    assert bench.copy(text) == Copied(Way.FILE_ONLY, None, verified=False, size=0)
    assert bench.sent == b"" and not list(tmp_path.iterdir())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES)
def test_the_whole_text_arrives_by_the_way_it_says(place: str, size: int, tmp_path: Path) -> None:
    bench = Bench(PLACES[place], tmp_path)
    text = "x" * size
    copied = bench.copy(text)
    match copied.way:
        case Way.TMUX | Way.DESKTOP:
            assert bench.calls[-1][1] == text.encode()
        case Way.SCREEN:
            assert decoded(unwrapped(bench.sent)) == text
        case Way.TERMINAL:
            assert decoded(bench.sent) == text
        case Way.FILE_ONLY:
            assert bench.sent == b"" and size > 150_000
    assert copied.size == size
    assert copied.path is None or copied.path.read_text() == text


@pytest.mark.parametrize(
    ("place", "without", "with_file"),
    [
        ("tmux", 6_750, 6_751),
        ("screen", 6_750, 6_751),
        ("ssh", 6_750, 6_751),
        ("bare", 6_750, 6_751),
        ("local", 55_500, 55_501),
    ],
)
def test_a_file_is_left_when_the_size_is_not_sure(
    place: str, without: int, with_file: int, tmp_path: Path
) -> None:
    bench = Bench(PLACES[place], tmp_path)
    assert bench.copy("x" * without).path is None
    assert bench.copy("x" * with_file).path is not None


@pytest.mark.parametrize("place", ["ssh", "screen", "bare"])
def test_too_large_for_the_terminal_is_a_file_only(place: str, tmp_path: Path) -> None:
    copied = Bench(PLACES[place], tmp_path).copy("x" * 150_001)
    assert copied.way is Way.FILE_ONLY and copied.failed and copied.path


@pytest.mark.parametrize("term", ["tmux-256color", "screen.xterm-256color"])
def test_a_multiplexer_out_of_reach_is_not_sure(term: str, tmp_path: Path) -> None:
    copied = Bench({**SSH, "TERM": term}, tmp_path).copy()
    assert copied.way is Way.TERMINAL and copied.path is not None


def test_control_characters_are_not_copied(tmp_path: Path) -> None:
    bench = Bench(SSH, tmp_path)
    bench.copy("a\x1b[31m\x9b\u202eb\r\nc\udce9")
    assert decoded(bench.sent) == "a[31mb\nc\ufffd"


@given(st.text(), st.sampled_from(sorted(PLACES)))
def test_the_terminal_only_ever_sees_one_sequence(text: str, place: str) -> None:
    bench = Bench(PLACES[place], Path("/dev/null/exports"))
    if bench.copy(text).size and bench.sent:
        decoded(unwrapped(bench.sent) if place == "screen" else bench.sent)


@given(st.binary(max_size=5_000))
def test_screen_pieces_are_short_and_lose_nothing(data: bytes) -> None:
    wrapped = through_screen(osc52(data))
    assert max(map(len, wrapped.split(b"\x1b\\"))) <= 698
    assert unwrapped(wrapped) == osc52(data)
    assert encoded_size(data) == len(osc52(data)) - 8


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Énoncé « Soirées Boussole »", "copie-enonce-soirees-boussole.txt"),
        ("rencontre 7.md", "copie-rencontre-7.md"),
        ("../../etc/passwd", "copie-etc-passwd.txt"),
        ("..\\con.csv", "copie-con.csv"),
        ("a/b\0c\nd.html", "copie-a-b-c-d.html"),
        ("notes.sh", "copie-notes-sh.txt"),
        ("", "copie-texte.txt"),
        ("日本", "copie-texte.txt"),
        ("é" * 300, f"copie-{'e' * 60}.txt"),
    ],
)
def test_file_names_are_plain(name: str, file: str) -> None:
    assert file_name(name) == file


@given(st.text())
def test_no_name_leaves_the_folder(name: str) -> None:
    assert file_name(name).isascii()
    assert not set(file_name(name)) & set("/\\: \0\n")
    assert len(file_name(name)) < 80


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(
    ("folder", "file"), [(0o700, 0o600), (0o755, 0o600), (0o770, 0o660), (0o2775, 0o660)]
)
def test_a_file_is_as_shared_as_its_folder(folder: int, file: int, tmp_path: Path) -> None:
    tmp_path.chmod(folder)
    path = keep(tmp_path, "note", b"x")
    assert path and mode(path) == file


def test_a_missing_folder_is_made_private(tmp_path: Path) -> None:
    path = keep(tmp_path / "exports", "note", b"x")
    assert path and (mode(path.parent), mode(path)) == (0o700, 0o600)


@pytest.mark.skipif(os.getuid() != 0, reason="only root gives a folder to any group")
def test_a_shared_dossier_shares_folder_and_file_with_its_group(tmp_path: Path) -> None:
    os.chown(tmp_path, -1, 4242)
    tmp_path.chmod(0o2770)
    path = keep(tmp_path / "exports", "note", b"x")
    assert path and (mode(path.parent), mode(path)) == (0o2770, 0o660)
    assert path.stat().st_gid == path.parent.stat().st_gid == 4242


def test_a_group_that_is_refused_sees_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "fchown", refused)
    tmp_path.chmod(0o770)
    path = keep(tmp_path, "note", b"x")
    assert path and mode(path) == 0o600


def test_copying_again_replaces_the_copy(tmp_path: Path) -> None:
    keep(tmp_path, "note", b"a longer first text")
    path = keep(tmp_path, "note", b"second")
    assert path and path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_left_in_the_folder_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_text("kept")
    (tmp_path / "copie-note.txt").symlink_to(target)
    keep(tmp_path, "note", b"x")
    assert target.read_text() == "kept"


def test_a_failed_write_leaves_no_piece(tmp_path: Path) -> None:
    (tmp_path / "copie-note.txt").mkdir()
    assert keep(tmp_path, "note", b"x") is None
    assert [path.name for path in tmp_path.iterdir()] == ["copie-note.txt"]


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


@pytest.mark.parametrize(("status", "taken"), [(0, True), (1, False)])
def test_a_program_says_whether_it_succeeded(status: int, taken: bool) -> None:
    program = python(f"import sys; sys.exit({status} if sys.stdin.read() == 'abc' else 9)")
    assert run_program(program, b"abc", os.environ) is taken


@pytest.mark.parametrize("program", [["/nonexistent/program"], ["a\0b"]])
def test_a_missing_program_is_a_refusal(program: list[str]) -> None:
    assert run_program(program, b"abc", os.environ) is False


def test_a_hanging_program_is_ended_with_its_children(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    script = f"sh -c 'sleep 0.5; touch {alive}' & sleep 30"
    began = time.monotonic()
    assert run_program(["sh", "-c", script], b"x" * 1_000_000, os.environ, 0.2) is False
    assert time.monotonic() - began < 2
    time.sleep(0.6)
    assert not alive.exists()


def test_a_program_that_does_not_read_is_no_error() -> None:
    assert run_program(["true"], b"x" * 1_000_000, os.environ) is True


def test_a_program_is_apart_from_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    noisy = python(
        "import os, sys; print(1); print(2, file=sys.stderr); assert os.getsid(0) == os.getpid()"
    )
    assert run_program(noisy, b"", os.environ)
    assert capfd.readouterr() == ("", "")
