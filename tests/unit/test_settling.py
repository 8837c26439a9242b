"""The tests wait until a key has had its whole effect: what a message, a timer, a thread adds."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from textual import work
from textual.app import App, ComposeResult
from textual.widgets import Static

CHAIN = 30
"""Messages, one after the other, that a key may lead to."""


class Bench(App[None]):
    """Does something in another way for each key."""

    BINDINGS = [(key, f"act('{key}')") for key in "cdhlrt"]

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.rounds = 0

    def compose(self) -> ComposeResult:
        """Show one line."""
        yield Static("avant", markup=False)

    def action_act(self, key: str) -> None:
        """Do what a key asks."""
        ways: dict[str, Any] = {
            "c": self.chain,
            "d": lambda: self.query_one(Static).update("après"),
            "h": lambda: self.call_later(self.handle),
            "l": lambda: self.call_after_refresh(self.done.append, "refresh"),
            "r": lambda: self.set_timer(0.01, lambda: self.done.append("timer")),
            "t": self.toil,
        }
        ways[key]()

    def chain(self) -> None:
        """Call itself again, a while."""
        self.rounds += 1
        self.call_later(self.chain if self.rounds < CHAIN else lambda: self.done.append("chain"))

    async def handle(self) -> None:
        """Answer after a while."""
        await asyncio.sleep(0.1)
        self.done.append("handler")

    @work(thread=True)
    def toil(self) -> None:
        """Work for a while in a thread."""
        end = time.process_time() + 0.05
        while time.process_time() < end:
            pass
        self.call_from_thread(self.done.append, "thread")


def line(app: App[None]) -> str:
    """Return the first line of the screen."""
    return app.screen._compositor.render_strips()[0].text.strip()


@pytest.mark.parametrize(
    ("key", "done"),
    [("c", "chain"), ("h", "handler"), ("l", "refresh"), ("r", "timer"), ("t", "thread")],
)
async def test_what_a_key_leads_to_is_done_after_it(key: str, done: str) -> None:
    async with Bench().run_test(size=(20, 3)) as pilot:
        await pilot.press(key)
        assert pilot.app.done == [done]  # type: ignore[attr-defined]


async def test_what_a_key_changes_is_drawn_after_it() -> None:
    async with Bench().run_test(size=(20, 3)) as pilot:
        assert line(pilot.app) == "avant"
        await pilot.press("d")
        assert line(pilot.app) == "après"


async def test_a_hundred_keys_do_not_wait_for_the_clock() -> None:
    async with Bench().run_test(size=(20, 3)) as pilot:
        before = time.process_time(), time.monotonic()
        for _time in range(100):
            await pilot.press("z")
        worked, lasted = time.process_time() - before[0], time.monotonic() - before[1]
        assert lasted < worked + 100 * 0.04  # less than the two sleeps of Textual's own wait
