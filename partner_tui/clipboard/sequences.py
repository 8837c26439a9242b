"""The byte sequences that ask a terminal to keep a text in its clipboard."""

from __future__ import annotations

from base64 import b64encode
from typing import Final

SCREEN_CHUNK: Final = 700
"""The longest string GNU screen 4.9 passes on whole, its own wrapping included."""

_WRAP_START: Final = b"\x1bP"
_WRAP_END: Final = b"\x1b\\"


def osc52(data: bytes) -> bytes:
    """Ask the terminal to put data in its clipboard."""
    return b"\x1b]52;c;" + b64encode(data) + b"\x07"


def through_screen(sequence: bytes) -> bytes:
    """Wrap a sequence in pieces that GNU screen hands to the terminal around it."""
    room = SCREEN_CHUNK - len(_WRAP_START) - len(_WRAP_END)
    pieces = (sequence[at : at + room] for at in range(0, len(sequence), room))
    return b"".join(_WRAP_START + piece + _WRAP_END for piece in pieces)


def encoded_size(data: bytes) -> int:
    """Count the base64 characters data takes."""
    return (len(data) + 2) // 3 * 4
