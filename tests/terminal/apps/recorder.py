"""A text area, a list and a record of every event, run with the product's own driver."""

from __future__ import annotations

import contextlib
import fcntl
import json
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Any

from partner_tui.terminal.environment import prepare_environment

prepare_environment()

from textual import events, on  # noqa: E402 - Textual reads the environment at import
from textual.app import App, ComposeResult  # noqa: E402
from textual.binding import Binding  # noqa: E402
from textual.widgets import OptionList, Static, TextArea  # noqa: E402

from partner_tui.terminal.driver import SteadyDriver  # noqa: E402
from partner_tui.terminal.signals import Lifeline  # noqa: E402


class Recorder(App[None]):
    """Writes a line of JSON for each event that reaches it."""

    BINDINGS = [
        Binding("f2", "choose('text')", priority=True),
        Binding("f3", "choose('list')", priority=True),
        Binding("f4", "empty", priority=True),
        Binding("f5", "block", priority=True),
        Binding("f6", "flood", priority=True),
        Binding("f8", "lend(0)", priority=True),
        Binding("f9", "lend(60)", priority=True),
    ]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, record: Path, options: set[str]) -> None:
        super().__init__(driver_class=SteadyDriver)
        self.record = record
        self.options = options
        self.lifeline = Lifeline(self, self.save)

    def compose(self) -> ComposeResult:
        """Shows the three widgets."""
        yield Static("TITRE IMMOBILE")
        area = TextArea(soft_wrap=False, id="text")
        area.cursor_blink = False
        yield area
        yield OptionList("un", "deux", "trois", id="list")

    def on_mount(self) -> None:
        """Installs the signal handlers unless told not to."""
        if "bare" not in self.options:
            self.lifeline.install()
        self.call_after_refresh(self.write_line, event="ready")

    def write_line(self, **fields: Any) -> None:
        """Adds one line to the record."""
        with self.record.open("a", encoding="utf-8") as record:
            record.write(json.dumps(fields) + "\n")

    def save(self) -> None:
        """Stands for the drafts being saved."""
        if "slow" in self.options:
            time.sleep(1.5)
        self.write_line(event="flush", text=self.query_one(TextArea).text)

    async def on_event(self, event: events.Event) -> None:
        """Records keys and pastes on their way in."""
        if getattr(event, "is_forwarded", False):
            pass  # On its way up again, from a widget that had no use for it.
        elif isinstance(event, events.Key):
            self.write_line(event="key", key=event.key, character=event.character)
        elif isinstance(event, events.Paste):
            self.write_line(event="paste", text=event.text)
        await super().on_event(event)

    @on(TextArea.Changed)
    def _text_changed(self) -> None:
        self.write_line(event="text", text=self.query_one(TextArea).text)

    def action_choose(self, name: str) -> None:
        """Moves the focus."""
        self.query_one(f"#{name}").focus()

    def action_empty(self) -> None:
        """Empties the text."""
        self.query_one(TextArea).clear()

    def action_block(self) -> None:
        """Keeps the event loop busy for good."""
        self.write_line(event="blocked")
        time.sleep(60)

    def action_flood(self) -> None:
        """Fills a line that nobody reads until the writer stands still."""
        self.write_line(event="flooding")
        while self._driver is not None:
            self._driver.write("x" * 4096)

    def action_lend(self, seconds: int) -> None:
        """Leaves the terminal to another program for some time."""
        with self.suspend():
            self.write_line(event="lent")
            subprocess.run(["sleep", str(seconds)], check=False)


def main() -> None:
    """Runs the recorder with the file and the options of the command line."""
    record, *options = sys.argv[1:]
    if "nohup" in options:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    with contextlib.suppress(OSError):
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    app = Recorder(Path(record), set(options))
    app.run(mouse=False)
    sys.exit(app.return_code or 0)


if __name__ == "__main__":
    main()
