"""Runs the recorder in a pseudo-terminal, sends it raw bytes and reads what it made of them."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parents[2]
RECORDER = Path(__file__).parent / "apps" / "recorder.py"
DEADLINE = 8.0
START, END = b"\x1b[200~", b"\x1b[201~"


class Lab:
    """Holds one running recorder and its terminal."""

    def __init__(self, record: Path, *options: str, **env: str) -> None:
        self.record = record
        self.output = bytearray()
        self.reading = True
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.cooked = termios.tcgetattr(slave)
        self.slave = slave
        kept = {name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
        terminal = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT),
                    "SSH_TTY": "/dev/pts/0"}  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, str(RECORDER), str(record), *options],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=kept | terminal | env,
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        self.until(lambda: bool(self.lines("ready")))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the program and closes its terminal."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(DEADLINE)
        self.hang_up()

    def hang_up(self) -> None:
        """Closes the terminal, as a dropped connection does."""
        for name in ("master", "slave"):
            if (descriptor := getattr(self, name)) >= 0:
                os.close(descriptor)
                setattr(self, name, -1)

    def send(self, *parts: bytes | str, stall: float = 0.0) -> None:
        """Sends the parts, each after a stall but the first."""
        for number, part in enumerate(parts):
            if number:
                self.pump(stall)
            os.write(self.master, part.encode() if isinstance(part, str) else part)

    def pump(self, seconds: float) -> None:
        """Reads what the program draws for some time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if self.master < 0 or not self.reading:
                time.sleep(left)
            elif select.select([self.master], [], [], left)[0]:
                self._take()

    def _take(self) -> None:
        try:
            self.output += os.read(self.master, 65536)
        except OSError:
            time.sleep(0.01)

    def until(self, condition: Callable[[], bool], deadline: float = DEADLINE) -> None:
        """Waits for a condition, or fails with what was recorded."""
        end = time.monotonic() + deadline
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"not within {deadline} s; last events: {self.lines()[-12:]}")
            self.pump(0.01)

    def lines(self, event: str | None = None) -> list[dict[str, Any]]:
        """Returns the recorded events, all or of one kind."""
        if not self.record.exists():
            return []
        whole = self.record.read_text(encoding="utf-8").split("\n")[:-1]
        read = [json.loads(line) for line in whole]
        return [line for line in read if event in (None, line["event"])]

    def pressed(self) -> list[str]:
        """Returns the names of the keys that reached the program."""
        return [line["key"] for line in self.lines("key")]

    def pastes(self) -> list[str]:
        """Returns the texts that were pasted."""
        return [line["text"] for line in self.lines("paste")]

    def text(self) -> str:
        """Returns what the text area holds."""
        return self.lines("text")[-1]["text"] if self.lines("text") else ""

    def forget(self) -> None:
        """Empties the text and the record between two experiments."""
        self.send(b"\x1bOS")
        self.until(lambda: "f4" in self.pressed() and self.text() == "")
        self.record.write_text("", encoding="utf-8")

    def restored(self) -> bool:
        """Says whether the terminal left the alternate screen and is as it was before."""
        left = self.output.rfind(b"\x1b[?1049l") > self.output.rfind(b"\x1b[?1049h")
        return left and termios.tcgetattr(self.slave) == self.cooked

    def stopped(self) -> bool:
        """Says whether the program is suspended."""
        state = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8")
        return state.rpartition(")")[2].split()[0] == "T"

    def status(self, deadline: float) -> int:
        """Waits for the end of the program and returns its status."""
        self.until(lambda: self.process.poll() is not None, deadline)
        self.pump(0.05)
        return self.process.returncode
