"""How bytes are cut into pieces, and pieces read as keys, with no terminal at all."""

from __future__ import annotations

import random
from itertools import groupby

import pytest
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser

from partner_tui.terminal.driver import Keyboard
from partner_tui.terminal.sequences import InputCutter, Kind, Piece
from terminal.lab import END, START

KNOWN = [sequence for sequence in ANSI_SEQUENCES_KEYS if sequence.startswith("\x1b")]
NOISE = [
    b"\x1b", b"[", b"O", b"]", b"P", b"M", b"0", b"200", b"201", b";", b":", b"?", b"$", b"~",
    b"u", b"A", b"\\", b"\x07", b"\x00", b"\x11", b"\xc3", b"\xa9", b"\xff", b" ", START, END,
]  # fmt: skip


def pieces(*parts: bytes) -> list[Piece]:
    """Cuts the parts, then lets a long silence pass, and joins neighbouring text."""
    cutter = InputCutter(0.3)
    found = [piece for part in parts for piece in cutter.feed(part, 0.0)] + cutter.tick(9.0)
    joined = []
    for kind, group in groupby(found, lambda piece: piece.kind):
        texts = [piece.text for piece in group]
        joined += [Piece(kind, text) for text in (["".join(texts)] if kind == "text" else texts)]
    return joined


def keys(*parts: bytes) -> list[str]:
    keyboard = Keyboard()
    found = [message for piece in pieces(*parts) for message in keyboard.messages(piece)]
    return [message.key for message in found if isinstance(message, events.Key)]


@pytest.mark.parametrize("sequence", KNOWN)
def test_every_key_that_textual_knows_is_read_whole_and_cut_anywhere(sequence: str) -> None:
    raw, parser = sequence.encode(), XTermParser()
    found = list(parser.feed(sequence))
    if parser._timeout_time is not None:
        parser._timeout_time = 0.0
        found += parser.tick()
    expected = [message.key for message in found if isinstance(message, events.Key)]
    for cut in range(1, len(raw) + 1):
        assert keys(b"a" + raw[:cut], raw[cut:]) == ["a", *expected]


@pytest.mark.parametrize("seed", range(60))
def test_noise_is_cut_the_same_way_however_it_arrives(seed: int) -> None:
    dice = random.Random(seed)
    noise = b"".join(dice.choices(NOISE, k=200))
    places = sorted(dice.sample(range(1, len(noise)), 40))
    chunks = [noise[a:b] for a, b in zip([0, *places], [*places, len(noise)], strict=True)]
    assert pieces(*chunks) == pieces(noise) == pieces(*(bytes([byte]) for byte in noise))


@pytest.mark.parametrize("seed", range(20))
def test_the_keyboard_lives_after_any_noise(seed: int) -> None:
    noise = b"".join(random.Random(seed).choices(NOISE, k=2000))
    keyboard = Keyboard()
    for piece in [*pieces(noise), Piece(Kind.TEXT, "q")]:
        last = keyboard.messages(piece)
    assert [message.key for message in last if isinstance(message, events.Key)] == ["q"]


def test_escape_then_a_key_typed_by_hand_are_two_keys() -> None:
    cutter = InputCutter(0.3)
    first = cutter.feed(b"\x1b", 1.0)
    then = cutter.feed(b"2", 1.1)
    assert [piece.text for piece in (*first, *then)] == ["\x1b", "2"]


def test_alt_and_a_character_is_one_key_at_once() -> None:
    assert keys(b"\x1bx") == ["alt+x"]


def test_two_escapes_are_two_keys() -> None:
    assert keys(b"\x1b\x1b") == ["escape", "escape"]


def test_a_nul_in_a_paste_is_left_out() -> None:
    (message,) = Keyboard().messages(Piece(Kind.PASTE, "a\x00b"))
    assert isinstance(message, events.Paste)
    assert message.text == "ab"


@pytest.mark.parametrize("character", ["\u00a0", "\u202f", "\u2009", "\u200d"])
def test_spaces_that_french_needs_can_be_inserted(character: str) -> None:
    (key,) = Keyboard().messages(Piece(Kind.TEXT, character))
    assert isinstance(key, events.Key)
    assert key.is_printable
    assert key.copy().is_printable
    assert key.handler_name == "on_key"


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\x85", "\u200b", "\x05"])
def test_controls_stay_out_of_text_fields(character: str) -> None:
    for key in Keyboard().messages(Piece(Kind.TEXT, character)):
        assert isinstance(key, events.Key)
        assert not key.is_printable
