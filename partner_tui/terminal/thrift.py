"""The same picture in fewer bytes: long blanks are erased by a sequence instead of being sent."""

from __future__ import annotations

import re

SHORTEST = 10
"""Blanks below which the sequence would hardly be shorter."""

_PARTS = re.compile(
    rf"(?P<style>\x1b\[[0-9;]*m)|(?P<blank> {{{SHORTEST},}})(?P<leaves>(?=\r\n|\x1b\[[0-9;]*H))?"
)
_RESETS = frozenset({"\x1b[m", "\x1b[0m"})


def thrifty(data: str) -> str:
    """Return output that draws the same, plain blanks sent as « erase n » and a move over them.

    A blank that is coloured, underlined or reversed is something to see and stays. The move is
    left out where the cursor goes elsewhere at once. Each write of the interface begins and ends
    in the terminal's own style.
    """
    if " " * SHORTEST not in data:
        return data
    plain = True

    def shorter(found: re.Match[str]) -> str:
        nonlocal plain
        text = found.group()
        if found["style"]:
            plain = text in _RESETS
            return text
        if not plain:
            return text
        count = len(found["blank"])
        return f"\x1b[{count}X" + ("" if found["leaves"] is not None else f"\x1b[{count}C")

    return _PARTS.sub(shorter, data)
