"""Copy a text the way this terminal, multiplexer or desktop can take it, and say which."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

from msgspec import Struct

from partner_tui.clipboard.files import keep
from partner_tui.clipboard.programs import DESKTOP, TMUX, Runner, run_program
from partner_tui.clipboard.sequences import encoded_size, osc52, through_screen
from partner_tui.domain.text import clean

TERMINAL_SURE: Final = 9_000
"""Base64 characters every terminal and link passes whole (mosh cuts at about 12 000)."""
SAFE: Final = 74_000
"""Base64 characters most clipboards take; beyond, the text is in a file too."""
TERMINAL_MOST: Final = 200_000
"""Base64 characters beyond which nothing is sent in the terminal's own stream."""

_DEAF: Final = frozenset({"linux", "dumb"})
_SSH: Final = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
_DISPLAYS: Final = ("WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP")


class Way(StrEnum):
    """Where a copied text went."""

    TMUX = "tmux"
    SCREEN = "screen"
    TERMINAL = "terminal"
    DESKTOP = "desktop"
    FILE_ONLY = "file-only"


class Copied(Struct, frozen=True):
    """What became of a text that was copied."""

    way: Way
    path: Path | None
    """The file that holds the text too, or alone."""
    verified: bool
    """The way's program acknowledged it: tmux for its own buffer, the desktop for its clipboard."""
    size: int
    """Bytes of UTF-8, once cleaned; 0 means there was nothing to copy."""
    failed: tuple[Way, ...] = ()
    """Ways tried before this one, refused or too narrow for the text."""


class Clipboard:
    """Copies texts, never reads any."""

    def __init__(
        self,
        environ: Mapping[str, str],
        write: Callable[[bytes], object],
        exports: Callable[[], Path],
        run: Runner = run_program,
        platform: str = sys.platform,
    ) -> None:
        """Receive the environment, the terminal's output, the folder for files, the programs."""
        self._environ = environ
        self._write = write
        self._exports = exports
        self._run = run
        self._platform = platform

    def copy(self, text: str, name: str) -> Copied:
        """Send the cleaned text by the first way that takes it, and to a file when in doubt."""
        data = clean(text).encode()
        if not data:
            return Copied(Way.FILE_ONLY, None, verified=False, size=0)
        failed: list[Way] = []
        for way in self._ways():
            if self._send(way, data):
                break
            failed.append(way)
        else:
            way = Way.FILE_ONLY
        unsure = bool(failed) or encoded_size(data) > self._sure_size(way)
        path = self._keep(name, data) if unsure else None
        verified = way in (Way.TMUX, Way.DESKTOP)
        return Copied(way, path, verified, len(data), tuple(failed))

    def _ways(self) -> Iterator[Way]:
        """List the ways worth trying here, best first."""
        if self._environ.get("TMUX"):
            yield Way.TMUX
        if self._environ.get("STY"):
            yield Way.SCREEN
        if self._has_desktop():
            yield Way.DESKTOP
        if self._environ.get("TERM") not in _DEAF:
            yield Way.TERMINAL

    def _has_desktop(self) -> bool:
        """Tell whether the desktop of this machine is the one in front of the person."""
        if any(self._environ.get(name) for name in _SSH):
            return False
        if self._platform in ("darwin", "win32") or any(map(self._environ.get, _DISPLAYS)):
            return True
        display = self._environ.get("DISPLAY", "")
        return bool(display) and not display.startswith("localhost:")  # what ssh -X sets

    def _send(self, way: Way, data: bytes) -> bool:
        match way:
            case Way.TMUX:
                return self._run(TMUX, data, self._environ)
            case Way.DESKTOP:
                return self._run(DESKTOP, data, self._environ)
            case Way.SCREEN:
                return self._emit(through_screen(osc52(data)), data)
            case _:
                return self._emit(osc52(data), data)

    def _emit(self, sequence: bytes, data: bytes) -> bool:
        """Send a sequence down the terminal, unless it is certain to clog it or be cut."""
        if encoded_size(data) > TERMINAL_MOST:
            return False
        try:
            self._write(sequence)
        except Exception:  # whatever the terminal's owner raises, the file still holds the text
            return False
        return True

    def _sure_size(self, way: Way) -> int:
        """Return the base64 length up to which no file is needed."""
        match way:
            case Way.DESKTOP:
                return SAFE
            case Way.FILE_ONLY:
                return 0
            case Way.TERMINAL if self._environ.get("TERM", "").startswith(("tmux", "screen")):
                return 0  # a multiplexer on another host or account, which likely drops it
            case _:
                return TERMINAL_SURE

    def _keep(self, name: str, data: bytes) -> Path | None:
        try:
            folder = self._exports()
        except OSError:
            return None
        return keep(folder, name, data)
