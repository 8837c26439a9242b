"""How a cell looks: the codes of a terminal style, and the shortest way from one to another."""

from __future__ import annotations

from functools import lru_cache

PLAIN = ""
"""The terminal's own colours, nothing added."""

_ON = {"1": "weight", "2": "weight", "3": "italic", "4": "under", "5": "blink", "7": "reverse",
       "9": "strike"}  # fmt: skip
_OFF = {"weight": "22", "italic": "23", "under": "24", "blink": "25", "reverse": "27",
        "strike": "29", "fore": "39", "back": "49"}  # fmt: skip
_SEEN_ON_BLANKS = frozenset({"under", "blink", "reverse", "strike", "back"})


def added(look: str, codes: str) -> str:
    """Return a style after some more codes; « 0 » or nothing goes back to the plain one."""
    if codes in ("", "0"):
        return PLAIN
    return f"{look};{codes}" if look else codes


@lru_cache(maxsize=1024)
def on_blank(look: str) -> str:
    """Return what of a style is seen on a blank: nothing, when it only changes the letters."""
    kinds = _kinds(look)
    return look if kinds is None or _SEEN_ON_BLANKS & kinds.keys() else PLAIN


@lru_cache(maxsize=1024)
def without_colours(look: str) -> str:
    """Return a style for someone who asked for no colour; a coloured ground is reversed instead."""
    kinds = _kinds(look)
    if kinds is None:
        return PLAIN
    kept = [code for kind, code in kinds.items() if kind not in ("fore", "back", "reverse")]
    return ";".join([*kept, "7"] if {"back", "reverse"} & kinds.keys() else kept)


@lru_cache(maxsize=4096)
def change(before: str, after: str) -> str:
    """Return the shortest sequence that turns one style into another."""
    if before == after:
        return ""
    if not after:
        return "\x1b[m"
    whole = f"0;{after}" if before else after
    was, now = _kinds(before), _kinds(after)
    if was is None or now is None:
        return f"\x1b[{whole}m"
    off = [_OFF[kind] for kind, code in was.items() if _must_go(kind, code, now)]
    on = [code for kind, code in now.items() if was.get(kind) != code]
    return f"\x1b[{min(';'.join([*off, *on]), whole, key=len)}m"


def _must_go(kind: str, code: str, now: dict[str, str]) -> bool:
    """Tell whether a code is to be turned off; bold and dim would add up."""
    return kind not in now or (kind == "weight" and now[kind] != code)


@lru_cache(maxsize=1024)
def _kinds(look: str) -> dict[str, str] | None:
    """Return the codes of a style by what they change, or None when one is not known here."""
    kinds: dict[str, str] = {}
    parts = look.split(";") if look else []
    while parts:
        size = {"5": 3, "2": 5}.get("".join(parts[1:2]), 1) if parts[0] in ("38", "48") else 1
        kind = _ON.get(parts[0]) or _ground(parts[0])
        if kind is None or (kind == "weight" and kind in kinds):
            return None
        kinds[kind] = ";".join(parts[:size])
        del parts[:size]
    return kinds


def _ground(code: str) -> str | None:
    number = int(code) if code.isdigit() else 0
    if 30 <= number <= 38 or 90 <= number <= 97:
        return "fore"
    return "back" if 40 <= number <= 48 or 100 <= number <= 107 else None
