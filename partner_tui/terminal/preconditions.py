"""What a terminal needs to show the interface at all."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TextIO


class Reason(StrEnum):
    """Names why the interface does not start; the caller finds the words."""

    INPUT_NOT_TERMINAL = "input-not-terminal"
    OUTPUT_NOT_TERMINAL = "output-not-terminal"
    TERMINAL_TOO_SIMPLE = "terminal-too-simple"


_TOO_SIMPLE = frozenset({"", "dumb", "unknown"})


def is_terminal(stream: TextIO | None) -> bool:
    """Answer for a standard stream that may be closed or missing."""
    if stream is None:
        return False
    try:
        return stream.isatty()
    except (OSError, ValueError):
        return False


def refusal(env: Mapping[str, str], *, stdin_isatty: bool, output_isatty: bool) -> Reason | None:
    """Return the first reason not to start, or `None`; the output is the standard error."""
    if not stdin_isatty:
        return Reason.INPUT_NOT_TERMINAL
    if not output_isatty:
        return Reason.OUTPUT_NOT_TERMINAL
    if env.get("TERM", "") in _TOO_SIMPLE:
        return Reason.TERMINAL_TOO_SIMPLE
    return None
