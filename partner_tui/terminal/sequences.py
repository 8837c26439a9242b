"""What a terminal sends, cut into whole pieces wherever the line broke it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

ESCAPE = "\x1b"
PASTE_START = "\x1b[200~"
PASTE_END = "\x1b[201~"

SILENCE = 2.0
"""Seconds without a byte after which a paste is delivered, and half a sequence is dropped."""

TOGETHER = 0.03
"""Seconds within which a terminal sends escape and the key held with alt; later it is two keys."""

_WHOLE = re.compile(
    r"""\x1b(?:
        \[M[\s\S]{3}                                       # a mouse report, old style
      | \[\[[A-E]                                          # function keys of the Linux console
      | \[[0-9]+\$                                         # shifted keys of rxvt
      | \[(?![M\[])[0-?]*[ -/]*[@-Z\\-~]                   # control sequences
      | O[0-9;]{0,8}[@-~]                                  # keypad and first function keys
      | \][0-9]+;[^\x00-\x1f]{0,1024}(?:\x07|\x1b\\)       # late answers to another program
      | P[0-9>!$+=|][^\x00-\x1f]{0,1024}\x1b\\
      | [^\x1b\[O\]P]                                      # alt and a character
    )""",
    re.VERBOSE,
)
_HALF = re.compile(
    r"""\x1b(?:
        \[(?: M[\s\S]{0,2} | \[ | (?![M\[])[0-?]*[ -/]* )
      | O[0-9;]{0,8}
      | \](?: [0-9]+ (?: ;[^\x00-\x1f]{0,1024}\x1b? )? )?
      | P(?: [0-9>!$+=|][^\x00-\x1f]{0,1024}\x1b? )?
    )?""",
    re.VERBOSE,
)
_KEY_SO_FAR = re.compile(r"\x1b[O\]P]?")
"""Half a sequence that is also a key by itself: escape, or alt and a capital or a bracket."""


class Kind(StrEnum):
    """Tells what a piece is."""

    TEXT = "text"
    SEQUENCE = "sequence"
    ALONE = "alone"
    PASTE = "paste"


class Piece(Struct, frozen=True):
    """Holds one piece of input that needs nothing more to be understood."""

    kind: Kind
    text: str


class InputCutter:
    """Collects bytes and gives back keys, whole sequences and whole pastes.

    Only an escape depends on a clock: alone, or with a key that comes too late for alt. A paste
    ends with its marker, or with a long silence.
    Text that comes in a burst stays text: over a slow line a fast typist's keys arrive together
    too, every one of them counts, and nothing here can tell the two apart.
    """

    def __init__(self, escape_delay: float) -> None:
        self._escape_delay = escape_delay
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._pending = ""
        self._paste: list[str] | None = None
        self._expired = ""
        self._heard = 0.0

    def feed(self, data: bytes, now: float) -> list[Piece]:
        """Take bytes as they come and return the pieces that are complete."""
        gap, self._heard = now - self._heard, now
        text = self._decoder.decode(data)
        if text and self._pending == ESCAPE and gap >= TOGETHER and text[0] not in "[O]P":
            self._pending = ""
            return [Piece(Kind.ALONE, ESCAPE), *self.feed(text.encode(), now)]
        if text:
            self._pending += self._mended(text)
        return list(self._cut())

    def tick(self, now: float) -> list[Piece]:
        """Return what a silence has completed."""
        wait = self.remaining(now)
        return self._expire() if wait is not None and wait <= 0 else []

    def remaining(self, now: float) -> float | None:
        """Return the seconds until `tick` has something to do, or `None`."""
        if self._paste is None and _KEY_SO_FAR.fullmatch(self._pending):
            patience = self._escape_delay
        elif self._paste is not None or self._pending or self._decoder.getstate()[0]:
            patience = SILENCE
        else:
            return None
        return self._heard + patience - now

    def _mended(self, text: str) -> str:
        """Give its beginning back to what a very long stall has cut in two."""
        start, self._expired = self._expired, ""
        late_paste = start == PASTE_START and PASTE_END in text
        late_key = start == ESCAPE and text[0] == "[" and _WHOLE.match(ESCAPE + text)
        return start + text if late_paste or late_key else text

    def _cut(self) -> Iterator[Piece]:
        while self._pending:
            if self._paste is not None:
                body, end, rest = self._pending.partition(PASTE_END)
                if not end:
                    return self._keep_pasting(self._paste)
                self._pending = rest
                yield from self._delivered(self._paste, body)
            elif self._pending[0] != ESCAPE:
                text, escape, rest = self._pending.partition(ESCAPE)
                self._pending = escape + rest
                yield Piece(Kind.TEXT, text)
            elif whole := _WHOLE.match(self._pending):
                self._pending = self._pending[whole.end() :]
                yield from self._sequence(whole.group())
            elif _HALF.fullmatch(self._pending):
                return
            else:
                yield from self._broken()

    def _keep_pasting(self, paste: list[str]) -> None:
        """Move pasted text aside, except what may be the beginning of the end marker."""
        held = len(PASTE_END) - 1
        paste.append(self._pending[:-held])
        self._pending = self._pending[-held:]

    def _delivered(self, paste: list[str], rest: str) -> Iterator[Piece]:
        self._paste = None
        if text := "".join(paste) + rest:
            yield Piece(Kind.PASTE, text)

    def _sequence(self, text: str) -> Iterator[Piece]:
        if text == PASTE_START:
            self._paste = []
        elif text != PASTE_END and text[1] not in "]P":
            yield Piece(Kind.SEQUENCE, text)

    def _broken(self) -> Iterator[Piece]:
        """Drop a sequence that can no longer end well, and keep what interrupted it."""
        half = _HALF.match(self._pending)
        start = half.group() if half else ESCAPE
        if len(start) > 1:
            start = start.rstrip(ESCAPE)
        self._pending = self._pending[len(start) :]
        if _KEY_SO_FAR.fullmatch(start):
            yield Piece(Kind.ALONE, start)

    def _expire(self) -> list[Piece]:
        pending, self._pending = self._pending, ""
        if self._paste is not None:
            self._expired = PASTE_START
            return list(self._delivered(self._paste, pending + self._decoder.decode(b"", True)))
        if _KEY_SO_FAR.fullmatch(pending):
            self._expired = pending
            return [Piece(Kind.ALONE, pending)]
        text = self._decoder.decode(b"", True)
        return [Piece(Kind.TEXT, text)] if text else []
