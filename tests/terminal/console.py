"""The installed command in a pseudo-terminal, of 80 by 24 at first, as a person sees it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

COMMAND = Path(sys.executable).with_name("partner-tui")
ROOT = Path(__file__).parents[2]
DEADLINE = 20.0
LOOK = 0.01
"""Seconds between two looks at what comes and at whether the program works."""
ASLEEP = 0.05
"""Seconds without a byte, the program asleep, after which a key has had its effect."""
STILL = 0.22
"""Seconds after which a text beside a list has come too, which waits for the cursor to rest."""
FIRST = 3.0
"""Seconds that a key may take on a busy machine to have its first effect."""
QUERY = re.compile(rb"\x1b\[[<>=?][0-9;]*[^hl0-9;]|\x1bP.*?\x1b\\|\x1b\].*?(?:\x07|\x1b\\)", re.S)
"""Sequences that the terminal model would print instead of obeying."""


class Console:
    """One run of the program: what is sent, what is on the screen, what was written."""

    def __init__(
        self,
        *arguments: str,
        home: Path,
        command: Sequence[str] = (),
        size: tuple[int, int] = (80, 24),
        **environment: str,
    ) -> None:
        self.written = bytearray()
        self.draws = True
        """Whether what is written is drawn; a measure of time need not wait for that."""
        self._inside = bool(command)
        """Whether another program stands between, of which one cannot tell whether it works."""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._master, slave = pty.openpty()
        self._tell_size(*size)
        kept = {name: os.environ[name] for name in ("HOME", "PATH") if name in os.environ}
        base = {"TERM": "xterm-256color", "LANG": "fr_CA.UTF-8", "SSH_TTY": "/dev/pts/0"}
        ours = [str(COMMAND)] if COMMAND.exists() else [sys.executable, "-m", "partner_tui"]
        self.process = subprocess.Popen(
            [*(command or ours), *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=kept | base | {"PARTNER_TUI_HOME": str(home)} | environment,
            cwd=ROOT,
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        with contextlib.suppress(OSError):
            os.close(self._master)

    @property
    def text(self) -> str:
        """What is on the screen, line by line."""
        width, height = self._screen.columns, self._screen.lines
        rows = (self._screen.buffer[y] for y in range(height))
        return "\n".join("".join(row[x].data for x in range(width)).rstrip() for row in rows)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, as a person who drags its corner does."""
        self._screen.resize(rows, columns)
        self._tell_size(columns, rows)
        self.process.send_signal(signal.SIGWINCH)

    def _tell_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def sent_by(self, *keys: str) -> int:
        """Type keys at once and return how many bytes came, until nothing more does."""
        before = len(self.written)
        os.write(self._master, "".join(keys).encode())
        self._take(FIRST)
        self.settle(STILL)
        return len(self.written) - before

    def spoil(self) -> None:
        """Write over the whole screen, as another program's message does; nothing tells ours."""
        height = self._screen.lines
        self._stream.feed(
            "".join(f"\x1b[{y};1H\x1b[0mxx ABIMÉ xx" for y in range(1, height)).encode()
        )

    def raw(self, data: bytes) -> None:
        """Send bytes as they are."""
        os.write(self._master, data)

    def send(self, *keys: str, still: float = STILL) -> None:
        """Type keys one after the other, what each one does awaited."""
        for number, key in enumerate(keys, 1):
            os.write(self._master, key.encode())
            self.settle(still if number == len(keys) or self._inside else ASLEEP)

    def measure(self, key: str, quiet: float = 0.25) -> float:
        """Type a key and return the moment its last byte came."""
        os.write(self._master, key.encode())
        last, wait = time.perf_counter(), FIRST
        while self._take(wait):
            wait = quiet
            last = time.perf_counter()
        return last

    def settle(self, quiet: float = STILL, most: float = DEADLINE) -> None:
        """Read until nothing has come for a moment and the program rests; not longer than asked."""
        now = time.monotonic()
        end, rest = now + most, now + quiet
        while (now := time.monotonic()) < min(end, rest):
            if self._take(LOOK):
                rest = time.monotonic() + quiet
            elif self._works():
                rest = max(rest, time.monotonic() + min(quiet, ASLEEP))
            elif self.process.poll() is not None:
                return

    def _works(self) -> bool:
        """Tell whether the program runs, reads a disk, or waits for its turn on a busy machine."""
        try:
            threads = [*Path(f"/proc/{self.process.pid}/task").glob("*/stat")]
            states = [each.read_text().rpartition(")")[2].split()[0] for each in threads]
        except OSError:
            return False
        return not {"R", "D"}.isdisjoint(states)

    def until(self, condition: str | Callable[[], bool]) -> None:
        """Read until words are on the screen, or a condition holds."""
        holds = condition if callable(condition) else lambda: condition in self.text
        end = time.monotonic() + DEADLINE
        while not holds():
            assert time.monotonic() < end, f"never came: {condition}\n{self.text}"
            self._take(0.2)

    def ended(self) -> int:
        """Wait for the program to end and return its exit status."""
        end = time.monotonic() + DEADLINE
        while self.process.poll() is None:
            assert time.monotonic() < end, f"still running\n{self.text}"
            self._take(0.1)
        return self.process.returncode

    def _take(self, seconds: float) -> bool:
        ready, _w, _x = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.written += data
        if self.draws:
            self._stream.feed(QUERY.sub(b"", data))
        return bool(data)
