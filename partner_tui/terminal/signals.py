"""Saving and leaving in order when the terminal hangs up or the host says stop."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

from textual.app import App

from partner_tui.terminal.driver import SteadyDriver

LEAVING = (signal.SIGHUP, signal.SIGTERM)

_LOOP_PATIENCE = 0.4
"""Seconds left to the event loop before the drafts are saved from another thread."""
_PATIENCE = 0.8
"""Seconds left to the program to close by itself."""
_SAVING_PATIENCE = 5.0
"""Seconds a save that has begun may add: a slow disk is no reason to lose text."""


def repaint(app: App[Any]) -> None:
    """Draw the whole screen again, whatever was there."""
    if isinstance(app._driver, SteadyDriver):
        app._driver.forget()
    app.screen.refresh(repaint=True, layout=True)


class Lifeline:
    """Brings the program down safely on SIGHUP and SIGTERM, with status 128 + signal.

    `flush` saves what is being typed. It runs once, on the event loop; in another thread when
    the loop is stuck.
    """

    def __init__(self, app: App[Any], flush: Callable[[], None]) -> None:
        self._app = app
        self._flush = flush
        self._status: int | None = None
        self._once = threading.Lock()
        self._begun = threading.Event()
        self._saved = threading.Event()
        self._previous: dict[signal.Signals, Any] = {}

    def install(self) -> None:
        """Take the signals over, ignored or not; call it from `on_mount`, in the main thread."""
        if self._app.is_headless or self._previous:
            return
        self._loop = asyncio.get_running_loop()
        self._app.app_resume_signal.subscribe(self._app, repaint)
        # A Python-level handler runs between two bytecodes, so it also runs while the loop is
        # busy or waits for a disk; the loop's own handlers would wait for their turn.
        for number in LEAVING:
            self._previous[number] = signal.signal(number, self._caught)

    def release(self) -> None:
        """Put back the handlers that were there before."""
        for number, handler in self._previous.items():
            signal.signal(number, handler)
        self._previous.clear()

    def _caught(self, number: int, _frame: FrameType | None) -> None:
        if self._status is not None:
            return
        self._status = 128 + number
        threading.Thread(target=self._insist, name="last-resort", daemon=True).start()
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._leave)

    def _leave(self) -> None:
        self._save()
        self._app.exit(return_code=self._status or 0)

    def _save(self) -> None:
        """Flush once, whoever comes first."""
        if not self._once.acquire(blocking=False):
            return
        self._begun.set()
        try:
            # Nobody is there to read about a failure, and leaving matters more.
            with contextlib.suppress(Exception):
                self._flush()
        finally:
            self._saved.set()

    def _insist(self) -> None:
        """End a program that does not close by itself."""
        deadline = time.monotonic() + _PATIENCE
        if not self._begun.wait(_LOOP_PATIENCE):
            threading.Thread(target=self._save, name="last-save", daemon=True).start()
        time.sleep(max(0.0, deadline - time.monotonic()))
        self._saved.wait(_SAVING_PATIENCE)
        driver = self._app._driver
        if isinstance(driver, SteadyDriver):
            driver.restore_now()
        os._exit(self._status or 0)
