"""Two values of one field: both are seen, one is kept, or they are joined."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from partner_tui.app import PartnerApp
from partner_tui.domain.parsing import Strings
from partner_tui.domain.weighing import can_join, joined
from partner_tui.screens.dialogs.weigh import Weigh

MINE, THEIRS = ("Gel et verglas",), ("Grève [/] \x1b[2J",)


@pytest.mark.parametrize(
    ("key", "given"),
    [
        ("m", MINE),
        ("l", THEIRS),
        ("j", ("Grève [/] \x1b[2J\nGel et verglas",)),
        ("escape", None),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (20, 8)])
async def test_a_key_gives_the_value_to_save(
    demo_app: PartnerApp, key: str, given: Strings | None, size: tuple[int, int]
) -> None:
    seen: list[Strings | None] = []
    async with demo_app.run_test(size=size) as pilot:
        await demo_app.push_screen(Weigh("Signe", "Ali", MINE, THEIRS), seen.append)
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
    assert seen == [given]


async def test_both_values_are_on_the_screen_and_harmless(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = Weigh("Signe", "Ali\x1b[2J", MINE, THEIRS)
        await demo_app.push_screen(screen)
        await pilot.pause()
        text = "\n".join(str(part.visual) for part in screen.query("#both Static").results(Static))
        assert "Gel et verglas" in text and "Grève [/] [2J" in text and "\x1b" not in text


@pytest.mark.parametrize(
    ("mine", "theirs", "many", "expected"),
    [
        (("a",), ("b",), False, ("b\na",)),
        (("a",), (), False, ("a",)),
        ((), ("b",), False, ("b",)),
        (("un mot",), ("un mot de plus",), False, ("un mot de plus",)),
        (("un mot de plus",), ("un mot",), False, ("un mot de plus",)),
        (("a", "c"), ("b", "c"), True, ("b", "c", "a")),
    ],
)
def test_joining(mine: Strings, theirs: Strings, many: bool, expected: Strings) -> None:
    assert joined(mine, theirs, many=many) == expected


def test_a_choice_or_a_date_cannot_be_joined() -> None:
    assert not can_join(("high",), ("low",), text=False, many=False)
    assert can_join(MINE, THEIRS, text=True, many=False)
    assert not can_join(MINE, MINE, text=True, many=False)
