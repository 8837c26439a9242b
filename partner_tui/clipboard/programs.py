"""Programs that receive a text, kept from hanging or writing on the screen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

Runner = Callable[[Sequence[str], bytes, Mapping[str, str]], bool]
"""Give a program its standard input in an environment; tell whether it succeeded."""

PATIENCE: Final = 2.0
"""Seconds a program has to answer."""

TMUX: Final = ("tmux", "load-buffer", "-w", "-")
# -P: a pyperclip.py lying in the current folder must not be the one that runs.
DESKTOP: Final = (sys.executable, "-P", str(Path(__file__).with_name("desktop.py")))


def run_program(
    argv: Sequence[str], data: bytes, environ: Mapping[str, str], patience: float = PATIENCE
) -> bool:
    """Run a program apart from the terminal and tell whether it succeeded in time."""
    try:
        process = subprocess.Popen(
            argv,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(environ),
            start_new_session=True,
        )
    except (OSError, ValueError):
        return False
    try:
        process.communicate(data, timeout=patience)
    except (OSError, subprocess.TimeoutExpired):
        _end(process)
        return False
    return process.returncode == 0


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill a program and the ones it started, and let go of its pipe."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    with suppress(OSError):
        if process.stdin is not None:
            process.stdin.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=PATIENCE)
