"""What raw bytes become once they have passed a real terminal and the product's driver."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from terminal.lab import END, START, Lab

STALL = 0.16
LONG_STALL = 0.6
"""Longer than the delay of the escape key."""
PASTE = START + b"bonjour" + END
CUTS = [*range(1, len(START) + 1), *range(len(PASTE) - len(END), len(PASTE))]


@pytest.fixture(scope="module")
def started() -> Iterator[list[Lab]]:
    labs: list[Lab] = []
    yield labs
    for lab in labs:
        lab.close()


@pytest.fixture
def lab(started: list[Lab], tmp_path: Path) -> Lab:
    """Gives one program to all tests, empty, and another one when a test has killed it."""
    if not started or started[-1].process.poll() is not None:
        started.append(Lab(tmp_path / "record").__enter__())
    started[-1].send(b"\x1bOQ")
    started[-1].forget()
    return started[-1]


@pytest.mark.parametrize(
    ("cut", "stall"), [(cut, STALL) for cut in CUTS] + [(cut, LONG_STALL) for cut in (3, 14, 16)]
)
def test_a_paste_survives_a_stall_in_its_markers(lab: Lab, cut: int, stall: float) -> None:
    lab.send(PASTE[:cut], PASTE[cut:] + b"!", stall=stall)
    lab.until(lambda: lab.text() == "bonjour!")
    assert lab.pastes() == ["bonjour"]
    assert lab.pressed() == ["exclamation_mark"]


def test_a_paste_survives_a_line_that_sends_one_byte_at_a_time(lab: Lab) -> None:
    paste = START + "déjà « vu »".encode() + END
    lab.send(*(bytes([byte]) for byte in paste), stall=0.01)
    lab.until(lambda: lab.text() == "déjà « vu »")
    assert lab.pressed() == []


def test_two_pastes_and_keys_in_one_read_stay_in_order(lab: Lab) -> None:
    lab.send(b"a" + PASTE + b"b" + PASTE + b"c")
    lab.until(lambda: lab.text() == "abonjourbbonjourc")
    assert lab.pressed() == ["a", "b", "c"]


def test_escapes_in_a_paste_stay_in_the_paste(lab: Lab) -> None:
    lab.send(b"\x1bOR")
    lab.until(lambda: "f3" in lab.pressed())
    pasted = "un \x1b[31mrouge d\x1b[0m, \x1b[200~ et \x1b"
    lab.send(START + pasted.encode() + END + b"k")
    lab.until(lambda: "k" in lab.pressed())
    assert lab.pastes() == [pasted]
    assert lab.pressed() == ["f3", "k"]


def test_an_unterminated_paste_arrives_after_two_seconds_and_the_keyboard_lives(lab: Lab) -> None:
    began = time.monotonic()
    lab.send(START + b"inachev\xc3\xa9 \x1b[20")
    lab.until(lambda: bool(lab.pastes()), 4)
    assert 1.9 < time.monotonic() - began < 3.5
    assert lab.pastes() == ["inachevé \x1b[20"]
    lab.send(b"suite" + END + b"x")
    lab.until(lambda: "x" in lab.pressed())
    assert lab.pastes() == ["inachevé \x1b[20", "suite"]
    assert lab.pressed() == ["x"]


def test_a_big_paste_arrives_whole_and_soon(lab: Lab) -> None:
    lab.send(b"\x1bOR")
    pasted = b"0123456789abcde\r" * 8192
    for at in range(0, len(pasted), 2048):
        lab.send((START if at == 0 else b"") + pasted[at : at + 2048])
    lab.send(END)
    lab.until(lambda: lab.pastes() == [pasted.decode()])


def test_a_latin_1_byte_is_one_wrong_sign_and_nothing_more(lab: Lab) -> None:
    lab.send(b"caf\xe9 no\xefr")
    lab.until(lambda: lab.text() == "caf\ufffd no\ufffdr")


def test_a_latin_1_byte_with_nothing_after_it_is_shown(lab: Lab) -> None:
    lab.send(b"caf\xe9")
    lab.until(lambda: lab.text() == "caf\ufffd", 4)


@pytest.mark.parametrize("sign", ["é", "’", "🙂"])
def test_a_character_cut_by_stalls_is_one_character(lab: Lab, sign: str) -> None:
    lab.send(*(bytes([byte]) for byte in sign.encode()), "!", stall=STALL)
    lab.until(lambda: lab.text() == sign + "!")


@pytest.mark.parametrize(
    "text",
    [
        "é ç à ù ê ï É Ç œ Œ æ « » ’ … –",
        "«\u00a0a\u00a0», 12\u202f% 👩\u200d💻",
        "e\u0301te\u0301 c\u0327a",
        "@ # { } [ ] ~ | \\ € ¬ ù ° § µ",
        "ê ë ñ õ ÿ Ÿ À È Ù",
    ],
    ids=["nfc", "spaces", "nfd", "altgr", "dead keys"],
)
def test_french_text_arrives_as_it_was_typed(lab: Lab, text: str) -> None:
    lab.send(text)
    lab.until(lambda: lab.text() == text)
    assert len(lab.pressed()) == len(text)


@pytest.mark.parametrize(
    ("parts", "stall", "keys"),
    [
        ((b"\x1b", b"[B"), STALL, ["down"]),
        ((b"\x1b[", b"B"), STALL, ["down"]),
        ((b"\x1b", b"[", b"B"), STALL, ["down"]),
        ((b"\x1b[", b"B"), LONG_STALL, ["down"]),
        ((b"\x1b", b"[B"), LONG_STALL, ["escape", "down"]),
        ((b"\x1b[1;", b"3D"), STALL, ["alt+left"]),
        ((b"\x1bO", b"P"), STALL, ["f1"]),
        ((b"\x1b[1", b"8~"), STALL, ["f7"]),
    ],
)
def test_a_split_key_is_one_key(
    lab: Lab, parts: tuple[bytes, ...], stall: float, keys: list[str]
) -> None:
    lab.send(*parts, b"!", stall=stall)
    lab.until(lambda: lab.text() == "!")
    assert lab.pressed() == [*keys, "exclamation_mark"]


def test_escape_alone_needs_no_other_key(lab: Lab) -> None:
    began = time.monotonic()
    lab.send(b"\x1b")
    lab.until(lambda: lab.pressed() == ["escape"])
    assert 0.25 < time.monotonic() - began < 1.5


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[97;1:1;97u",
        "\x1b[97:65:97;1;97u",
        "\x1b[97;1:1;97:98u",
        "\x1b[9999999999u",
        "\x1b[1114112;1u",
        "\x1b[;;;;u",
        "\x1b[<;;M",
        "\x1b[1;2;3;4;5~",
        "\x1b[" + "1;" * 40 + "m",
        "\x1b[12;\x1b[12;34R",
        "\x1b[?2026;2$y",
        "\x1b[?64;1;2c",
        "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
        "\x1b]11;rgb:ffff/ffff/ffff\x07",
        "\x1bP>|XTerm(370)\x1b\\",
        END.decode(),
    ],
)
def test_what_cannot_be_read_is_dropped(lab: Lab, sequence: str) -> None:
    lab.send(sequence + "ok")
    lab.until(lambda: lab.text() == "ok")
    assert lab.pressed() == ["o", "k"]


@pytest.mark.parametrize("half", ["\x1b[12;", "\x1b]11;rgb", "\x1bP>|XT"])
def test_half_a_sequence_never_holds_a_control_key_back(lab: Lab, half: str) -> None:
    lab.send(half + "\x05!")
    lab.until(lambda: lab.pressed() == ["ctrl+e", "exclamation_mark"])


def test_half_a_sequence_is_forgotten_after_a_silence(lab: Lab) -> None:
    lab.send(b"\x1b[12;", b"ok", stall=2.3)
    lab.until(lambda: lab.text() == "ok")


def test_fifty_keys_sent_at_once_all_count_in_a_list(lab: Lab) -> None:
    lab.send(b"\x1bOR" + b"j" * 50)
    lab.until(lambda: lab.pressed() == ["f3"] + ["j"] * 50)
    assert lab.pastes() == []


def test_fifty_keys_sent_at_once_all_count_in_a_field(lab: Lab) -> None:
    lab.send("é" * 50)
    lab.until(lambda: lab.text() == "é" * 50)
    assert lab.pastes() == []


def test_nothing_is_asked_of_the_terminal(lab: Lab) -> None:
    for request in (b"[>", b"[<", b"[6n", b"[c", b"[?u"):
        assert b"\x1b" + request not in lab.output
    assert not re.search(rb"\$p|\][0-9]+;\?", lab.output)


def test_the_kitty_protocol_is_on_request_only(tmp_path: Path) -> None:
    with Lab(tmp_path / "record", PARTNER_TUI_KITTY="1") as lab:
        lab.until(lambda: b"\x1b[>25u" in lab.output)


@pytest.mark.parametrize("options", [["bare"], ["bare", "nohup"], ["nohup"], []])
def test_the_end_of_the_terminal_is_the_end_of_the_program(
    tmp_path: Path, options: list[str]
) -> None:
    with Lab(tmp_path / "record", *options) as lab:
        lab.hang_up()
        assert lab.status(2) in ([-1, 129] if options == ["bare"] else [129])
