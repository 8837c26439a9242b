"""Waits until what a key does is done, and no longer: Textual's pilot sleeps 20 ms at each look."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from time import monotonic
from typing import Any

from textual import app as textual_app
from textual import pilot as textual_pilot
from textual._context import active_app
from textual._wait import wait_for_idle
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen
from textual.timer import Timer

MOMENT = 0.02
"""Seconds: a timer that rings within them is part of what a key does."""
ROUNDS = 2
"""Rounds without anything to do: one more looks at what came from outside."""

PATIENCE = 10.0
"""Seconds that a screen that never rests is waited for; the machine may be slow."""

_wait_for_screen = Pilot._wait_for_screen


def install() -> None:
    """Let every pilot wait this way."""
    textual_app.wait_for_idle = settled  # type: ignore[attr-defined]
    textual_pilot.wait_for_idle = settled  # type: ignore[attr-defined]
    Pilot._wait_for_screen = all_done  # type: ignore[method-assign]


async def settled(least: float = 0.0, most: float = 1.0) -> None:
    """Wait until no task has anything to do, no timer is about to ring and all is drawn.

    A thread at work is waited for as Textual does: until it ends, or only sleeps.
    """
    loop: Any = asyncio.get_running_loop()
    end = monotonic() + max(most, PATIENCE)
    quiet, asleep = 0, False
    while monotonic() < end:
        await asyncio.sleep(0)
        if loop._ready:
            quiet = 0
        elif quiet < ROUNDS:
            quiet += 1
        elif not asleep and _a_thread_works(loop):
            await wait_for_idle(least, end - monotonic())
            quiet, asleep = 0, _a_thread_works(loop)
        elif any(map(_rings_soon, _timers())):
            await asyncio.sleep(MOMENT / 10)
            quiet = 0
        elif _drew():
            quiet = 0
        else:
            return


async def all_done(pilot: Pilot[Any], timeout: float = 30.0) -> bool:
    """Wait until the program and each widget of the screen have done what they were told."""
    await settled()
    if all(map(_waits, _pumps())):
        return pilot.app._exception is None
    return await _wait_for_screen(pilot, timeout)


def _screen() -> Screen[Any] | None:
    app = active_app.get(None)
    return app.screen if app is not None and app._screen_stacks.get(app._current_mode) else None


def _pumps() -> Iterator[MessagePump]:
    if (screen := _screen()) is not None:
        yield screen.app
        yield from screen.walk_children(with_self=True)


def _waits(pump: MessagePump) -> bool:
    """Tell whether a widget is through with its messages, and none is being answered."""
    asked: Any = pump._message_queue.ready_event
    return not pump.is_running or bool(asked._waiters)


def _timers() -> Iterator[Timer]:
    for pump in _pumps():
        yield from pump._timers


def _rings_soon(timer: Timer) -> bool:
    once = timer._repeat == 0 and timer._interval <= MOMENT
    return once and timer._task is not None and not timer._task.done()


def _a_thread_works(loop: Any) -> bool:
    pool = loop._default_executor
    return pool is not None and pool._idle_semaphore._value < len(pool._threads)


def _drew() -> bool:
    """Draw what waits for the next frame, and tell whether anything did."""
    screen = _screen()
    if screen is None or screen.app._batch_count or not screen.is_current:
        return False
    waiting = (
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )
    if waiting:
        screen._on_timer_update()
    return bool(waiting)
