"""Signs that every console has, for terminals whose font lacks the others."""

from __future__ import annotations

from partner_tui.terminal.driver import SteadyDriver

SIGNS = str.maketrans(
    {
        "▌": ">", "▎": "|", "▲": "^", "▼": "v", "█": "#", "░": ".", "▒": ":", "─": "-", "━": "=",
        "│": "|", "┃": "|",
        "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
        "…": "~", "→": ">", "←": "<", "↑": "^", "↓": "v", "↗": "^", "↘": "v", "⏎": "¬",
        "‹": "<", "›": ">", "▸": ">",
        "✓": "v", "✗": "x", "☐": "_", "−": "-", "≠": "#", "⌂": "@", "•": "*",
        "▁": "_", "▂": "_", "▃": "_", "▄": "_", "▅": "_", "▆": "_", "▇": "_",
        "–": "-", "—": "-", "’": "'", "“": '"', "”": '"', "\u202f": "\u00a0",
    }
)  # fmt: skip
"""Sign → one that Latin-1 has, as wide; letters keep their accents."""


class PlainDriver(SteadyDriver):
    """The driver for a console without drawing signs; nothing above it needs to know."""

    def write(self, data: str) -> None:
        """Write with plain signs only."""
        super().write(data.translate(SIGNS))
