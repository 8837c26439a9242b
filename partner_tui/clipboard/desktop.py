"""Run as a program of its own: put the standard input on the desktop's clipboard."""

from __future__ import annotations

import importlib
import subprocess
import sys
from typing import Any


def main() -> int:
    """Copy with pyperclip; answer 0 only when each program it started did."""
    text = sys.stdin.buffer.read().decode()
    pyperclip = importlib.import_module("pyperclip")
    put, _ = pyperclip.determine_clipboard()
    if getattr(put, "__name__", "") == "copy_qt":
        return 1  # a Qt clipboard empties itself when this process ends
    started: list[subprocess.Popen[Any]] = []

    class Watched(subprocess.Popen[Any]):
        """A program whose answer is looked at, which pyperclip never does."""

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            started.append(self)

    pyperclip.subprocess.Popen = Watched
    put(text)
    return int(any(program.returncode for program in started))


if __name__ == "__main__":
    sys.exit(main())
