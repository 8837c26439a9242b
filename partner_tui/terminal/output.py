"""The way out to a terminal that may be gone."""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TextIO

_GONE = frozenset({errno.EIO, errno.ENXIO, errno.EPIPE})


class LastingOutput:
    """Passes text to the terminal and never fails the thread that writes it.

    A writer thread that dies fills its queue, and the next key then waits for ever.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write a text, or lose it with the terminal."""
        try:
            self._stream.write(text)
        except OSError as error:
            self._lost(error)

    def flush(self) -> None:
        """Send what is waiting, or lose it with the terminal."""
        try:
            self._stream.flush()
        except OSError as error:
            self._lost(error)

    def fileno(self) -> int:
        """Return the descriptor of the terminal."""
        return self._stream.fileno()

    def write_now(self, data: bytes) -> None:
        """Write past every queue, and rather nothing than wait for a stalled line."""
        descriptor = self.fileno()
        with contextlib.suppress(OSError):
            os.set_blocking(descriptor, False)
            try:
                os.write(descriptor, data)
            finally:
                # The shell shares this open file: left non-blocking, it would read errors.
                os.set_blocking(descriptor, True)

    def _lost(self, error: OSError) -> None:
        """Lead a terminal that hung up to nowhere, so that closing down meets no error."""
        if error.errno not in _GONE:
            return
        with contextlib.suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)
