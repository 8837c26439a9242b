"""Text as people type it: cleaned, put on one line, searched and sorted the French way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

SortKey = tuple[tuple[tuple[int, int, str], ...], tuple[str, ...], str]
"""What `sort_key` returns: words and numbers, then accents, then capitals."""

ELLIPSIS: Final = "…"
JOINER: Final = "\u200d"
UNKNOWN: Final = "\ufffd"

_NEWLINES: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNWANTED: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1 controls, DEL
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"  # bidi controls, zero widths
)
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_BLANKS: Final = re.compile("[^\\S\u00a0\u202f]+")
_WORDS: Final = re.compile(r"[0-9]+|[^\W0-9_]+")

_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼʹ′`", "'"),
        **dict.fromkeys("«»“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **{"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"},
    }
)
_SILENT: Final = {"Mn", "Me", "Cf"}


class _Folded(dict[int, str]):
    """Each character as a search sees it, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        text = unicodedata.normalize("NFKD", chr(code).translate(_PLAIN)).casefold()
        text = unicodedata.normalize("NFKD", text)
        kept = "".join(c for c in text if unicodedata.category(c) not in _SILENT)
        self[code] = found = kept.translate(_PLAIN)
        return found


_FOLDED: Final = _Folded()


def clean(text: str) -> str:
    """Return text without anything a terminal could obey, in NFC, its lines ended by \\n.

    Controls, bidi controls and zero-width characters are dropped, and a lone surrogate shows as
    `�`. The emoji joiner and the non-breaking spaces stay.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _UNWANTED.sub("", _NEWLINES.sub("\n", text))
    return unicodedata.normalize("NFC", _SURROGATES.sub(UNKNOWN, text))


def one_line(text: str, limit: int | None = None) -> str:
    """Return clean text on a single line, its blanks collapsed, cut at `limit` characters."""
    line = _BLANKS.sub(" ", clean(text)).strip()
    if limit is None or len(line) <= limit:
        return line
    return _cut(line, limit - 1).rstrip() + ELLIPSIS if limit > 0 else ""


def _cut(text: str, length: int) -> str:
    """Shorten text without separating a character from its marks or a joined emoji."""
    while length > 0 and _continues(text[length - 1], text[length]):
        length -= 1
    return text[:length]


def _continues(before: str, after: str) -> bool:
    return before == JOINER or after == JOINER or unicodedata.category(after) in {"Mn", "Me"}


def fold(text: str) -> str:
    """Return text for a search that ignores accents, case, ligatures and kinds of quotes."""
    if text.isascii():
        return text.lower().translate(_PLAIN)
    return text.translate(_FOLDED)


def listed(names: Iterable[str]) -> str:
    """Return names on a line, apart even when one of them holds a comma."""
    named = [*filter(None, names)]
    return ("; " if any("," in name for name in named) else ", ").join(named)


def sort_key(text: str) -> SortKey:
    """Return a French sorting key: letters and numbers, then accents from the end, then case."""
    words = tuple(_rank(word) for word in _WORDS.findall(fold(text)))
    return words, _accents(text), unicodedata.normalize("NFC", text).swapcase()


def _rank(word: str) -> tuple[int, int, str]:
    """Place numbers before words, and a smaller number before a larger one."""
    if not word[0].isascii() or not word[0].isdigit():
        return 1, 0, word
    digits = word.lstrip("0")
    return 0, len(digits), digits


def _accents(text: str) -> tuple[str, ...]:
    """List the accents of each letter, the last letter first as in a French dictionary."""
    accents: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.combining(char) and accents:
            accents[-1] += char
        elif char.isalpha():
            accents.append("")
    return tuple(reversed(accents))
