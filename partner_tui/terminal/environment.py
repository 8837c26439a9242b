"""The environment variables that Textual reads while it is being imported."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, MutableMapping

DEFAULTS = {
    # Smooth scrolling brings in-band resize reports, which replace SIGWINCH for good.
    "TEXTUAL_SMOOTH_SCROLL": "0",
    "TEXTUAL_ANIMATIONS": "none",
    # What a key changes is drawn within 8 ms; nothing is drawn when nothing changes.
    "TEXTUAL_FPS": "120",
}
NEAR_ESCAPE = "60"
FAR_ESCAPE = "300"
"""Milliseconds before an escape is a key: a line with stalls cuts an arrow after its escape."""


def is_far(env: Mapping[str, str]) -> bool:
    """Say whether the terminal is on another machine."""
    return any(env.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))


def prepare_environment(env: MutableMapping[str, str] | None = None) -> None:
    """Fill in the variables nobody has set and make the output survive any text."""
    target = os.environ if env is None else env
    delay = FAR_ESCAPE if is_far(target) else NEAR_ESCAPE
    for name, value in (DEFAULTS | {"ESCDELAY": delay}).items():
        target.setdefault(name, value)
    if isinstance(sys.__stderr__, io.TextIOWrapper):
        sys.__stderr__.reconfigure(encoding="utf-8", errors="replace")
