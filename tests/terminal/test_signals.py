"""What is left of the work and of the terminal when a signal ends or stops the program."""

from __future__ import annotations

import signal
import termios
import time
from pathlib import Path

import pytest

from terminal.lab import Lab

A_SECOND = 1.0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("options", [[], ["nohup"]], ids=["plain", "nohup"])
def test_a_signal_saves_restores_and_leaves(
    tmp_path: Path, number: signal.Signals, options: list[str]
) -> None:
    with Lab(tmp_path / "record", *options) as lab:
        lab.send("brouillon")
        lab.until(lambda: lab.text() == "brouillon")
        lab.process.send_signal(number)
        assert lab.status(A_SECOND) == 128 + number
        assert [line["text"] for line in lab.lines("flush")] == ["brouillon"]
        assert lab.restored()


@pytest.mark.parametrize("options", [[], ["nohup"]], ids=["plain", "nohup"])
def test_a_dropped_connection_saves_and_leaves(tmp_path: Path, options: list[str]) -> None:
    with Lab(tmp_path / "record", *options) as lab:
        lab.send("brouillon")
        lab.until(lambda: lab.text() == "brouillon")
        lab.hang_up()
        assert lab.status(A_SECOND) == 129
        assert [line["text"] for line in lab.lines("flush")] == ["brouillon"]


def test_a_signal_reaches_a_program_whose_loop_is_stuck(tmp_path: Path) -> None:
    with Lab(tmp_path / "record") as lab:
        lab.send("abc")
        lab.until(lambda: lab.text() == "abc")
        lab.send(b"\x1b[15~")
        lab.until(lambda: bool(lab.lines("blocked")))
        lab.process.terminate()
        assert lab.status(A_SECOND) == 143
        assert [line["text"] for line in lab.lines("flush")] == ["abc"]
        assert lab.restored()


def test_a_signal_reaches_a_program_whose_line_is_stuck(tmp_path: Path) -> None:
    with Lab(tmp_path / "record") as lab:
        lab.send("abc")
        lab.until(lambda: lab.text() == "abc")
        lab.reading = False
        lab.send(b"\x1b[17~")
        lab.until(lambda: bool(lab.lines("flooding")))
        lab.pump(0.2)
        lab.process.terminate()
        assert lab.status(A_SECOND) == 143
        assert [line["text"] for line in lab.lines("flush")] == ["abc"]
        assert termios.tcgetattr(lab.slave) == lab.cooked


def test_a_signal_reaches_a_program_that_lent_its_terminal(tmp_path: Path) -> None:
    with Lab(tmp_path / "record") as lab:
        lab.send("abc")
        lab.until(lambda: lab.text() == "abc")
        lab.send(b"\x1b[20~")
        lab.until(lambda: bool(lab.lines("lent")) and lab.restored())
        lab.output.clear()
        lab.process.terminate()
        assert lab.status(A_SECOND) == 143
        assert [line["text"] for line in lab.lines("flush")] == ["abc"]
        assert lab.output == b"", "the other program's screen is not ours to change"


def test_a_slow_disk_gets_the_time_to_save(tmp_path: Path) -> None:
    with Lab(tmp_path / "record", "slow") as lab:
        lab.process.terminate()
        lab.process.terminate()
        assert lab.status(3) == 143
        assert len(lab.lines("flush")) == 1


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_a_suspended_program_comes_back_whole(tmp_path: Path, number: signal.Signals) -> None:
    with Lab(tmp_path / "record") as lab:
        lab.until(lambda: b"TITRE IMMOBILE" in lab.output)
        lab.process.send_signal(number)
        lab.until(lab.stopped)
        lab.pump(0.1)
        lab.output.clear()
        lab.process.send_signal(signal.SIGCONT)
        lab.until(lambda: b"TITRE IMMOBILE" in lab.output and b"deux" in lab.output)
        lab.send("abc")
        lab.until(lambda: lab.text() == "abc")
        assert lab.pressed() == ["a", "b", "c"]
        lab.process.terminate()
        assert lab.status(A_SECOND) == 143
        assert lab.restored()


def test_the_screen_is_whole_after_another_program_used_the_terminal(tmp_path: Path) -> None:
    with Lab(tmp_path / "record") as lab:
        lab.until(lambda: b"deux" in lab.output)
        lab.send(b"\x1b[19~")
        lab.until(lambda: bool(lab.lines("lent")))
        lab.until(lambda: lab.output.rfind(b"deux") > lab.output.rfind(b"\x1b[?1049h"))
        lab.send("abc")
        lab.until(lambda: lab.text() == "abc")


def test_leaving_takes_a_fraction_of_a_second(tmp_path: Path) -> None:
    with Lab(tmp_path / "record") as lab:
        began = time.monotonic()
        lab.process.terminate()
        assert lab.status(A_SECOND) == 143
        assert time.monotonic() - began < 0.7  # Sooner than the last resort comes.
