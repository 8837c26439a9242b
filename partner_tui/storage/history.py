"""The append-only file of what happened, one line a change, read from its end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from partner_tui.domain.changes import Entry
from partner_tui.storage.files import PRIVATE, imitate, open_regular, write_all
from partner_tui.storage.lines import entry, revision_of

_BLOCK = 1 << 14


class Standing(NamedTuple):
    """Where the history stands beside the data file."""

    revision: int
    """The revision to go on from."""
    end: int
    """Where the lines that happened end; what follows is cut off at the next commit."""


class History:
    """A line is durable before the data file is replaced.

    So a line whose revision is just above the data file's is a change that never happened. Several
    such lines are something else, an older copy put back by hand: they stay, and the next change
    goes on above them.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def size(self) -> int:
        """Return the length of the file, 0 when there is none."""
        try:
            return os.stat(self.path, follow_symlinks=False).st_size
        except FileNotFoundError:
            return 0

    def standing(self, revision: int) -> Standing:
        """Return where the history of a data file of this revision stands."""
        above: list[tuple[int, int]] = []
        end = 0
        for start, text in self._backwards():
            end = end or start + len(text) + 1
            number = revision_of(text)
            if number is None or number <= revision:
                break
            above.append((number, start))
        if len(above) == 1 and above[0][0] == revision + 1:
            return Standing(revision, above[0][1])
        return Standing(max([revision, *(number for number, _start in above)]), end)

    def append(self, line: bytes, end: int, like: os.stat_result) -> None:
        """Add a line after `end`, durably, or leave the file as it was."""
        handle = open_regular(self.path, os.O_WRONLY | os.O_CREAT, PRIVATE)
        try:
            imitate(handle, like)
            if os.fstat(handle).st_size != end:
                os.ftruncate(handle, end)
            os.lseek(handle, end, os.SEEK_SET)
            try:
                write_all(handle, line)
                os.fsync(handle)
            except BaseException:
                with suppress(OSError):
                    os.ftruncate(handle, end)
                raise
        finally:
            os.close(handle)

    def cut(self, end: int) -> None:
        """Take the lines after `end` back; what cannot be cut is ignored by every reader."""
        with suppress(OSError):
            os.truncate(self.path, end)

    def newest(self, revision: int) -> Iterator[Entry]:
        """Yield the entries up to a revision, newest first; an unreadable line is passed over."""
        for _start, text in self._backwards():
            found = entry(text)
            if found is not None and found.revision <= revision:
                yield found

    def _backwards(self) -> Iterator[tuple[int, bytes]]:
        """Yield where each whole line starts and the line, the last one first."""
        try:
            handle = open_regular(self.path, os.O_RDONLY)
        except FileNotFoundError:
            return
        with open(handle, "rb") as file:
            position, size, tail, torn = file.seek(0, os.SEEK_END), _BLOCK, b"", True
            while position:
                step = min(size, position)
                position -= step
                file.seek(position)
                data = file.read(step) + tail
                if torn:
                    data = data[: data.rfind(b"\n") + 1]
                    torn = not data
                first = data.find(b"\n") + 1 if position else 0
                tail, end = data[:first], position + len(data)
                for text in reversed(data[first:].split(b"\n")[:-1]):
                    end -= len(text) + 1
                    yield end, text
                size = _BLOCK if first < len(data) else size * 2
