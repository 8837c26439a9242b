"""Sets what Textual reads while it is being imported."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import MutableMapping

DEFAULTS = {
    # A line with stalls cuts an arrow after its escape; three tenths of a second mend most cuts.
    "ESCDELAY": "300",
    # Smooth scrolling brings in-band resize reports, which replace SIGWINCH for good.
    "TEXTUAL_SMOOTH_SCROLL": "0",
    "TEXTUAL_ANIMATIONS": "none",
}


def prepare_environment(env: MutableMapping[str, str] | None = None) -> None:
    """Fills in the variables nobody has set and makes the output survive any text."""
    target = os.environ if env is None else env
    for name, value in DEFAULTS.items():
        target.setdefault(name, value)
    if isinstance(sys.__stderr__, io.TextIOWrapper):
        sys.__stderr__.reconfigure(encoding="utf-8", errors="replace")
