"""A terminal over a bad line: Textual's own driver with another input layer."""

from __future__ import annotations

import contextlib
import functools
import os
import selectors
import signal
import sys
import termios
import threading
import unicodedata
from collections.abc import Mapping
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING, Any

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from partner_tui.terminal.output import LastingOutput
from partner_tui.terminal.picture import Picture
from partner_tui.terminal.sequences import InputCutter, Kind, Piece

if TYPE_CHECKING:
    from textual.app import App

KITTY_VARIABLE = "PARTNER_TUI_KITTY"
HANG_UP = 128 + signal.SIGHUP

_POLL = 0.1
_READ_SIZE = 64 * 1024
_LONGEST_SEQUENCE = 32
"""Textual's parser types out, character by character, a sequence longer than this."""
_POINTER_SHAPE = "\x1b]22;"
_ZERO_WIDTH_JOINER = "\u200d"
_RESTORE = (
    b"\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l"
    b"\x1b[?1049l\x1b[?25h\x1b[0m"
)


def kitty_wanted(env: Mapping[str, str]) -> bool:
    """Say whether the person asked for the kitty keyboard protocol, which breaks AltGr keys."""
    return env.get(KITTY_VARIABLE) == "1"


class PrintableKey(events.Key):
    """Stands for a typed character that Python calls unprintable and that French text needs."""

    @property
    def is_printable(self) -> bool:
        """Let text fields insert the character instead of ignoring it."""
        return True

    def copy(self) -> events.Key:
        """Return a copy of the same class."""
        return PrintableKey(self.key, self.character)


# The class name would give handlers another name, and no widget would listen.
PrintableKey.handler_name = events.Key.handler_name


class Keyboard:
    """Turns pieces of input into Textual's events and drops what Textual cannot read."""

    def __init__(self, debug: bool = False) -> None:
        self._parser = XTermParser(debug)

    def messages(self, piece: Piece) -> list[Message]:
        """Return the events of one piece, in order."""
        if piece.kind is Kind.PASTE:
            return [events.Paste(piece.text.replace("\x00", ""))]
        if piece.kind is Kind.SEQUENCE and len(piece.text) > _LONGEST_SEQUENCE:
            return []
        try:
            return [_insertable(message) for message in self._parsed(piece)]
        except Exception:
            # The parser is a generator: after any exception it reads nothing more.
            self._renew()
            return []

    def _parsed(self, piece: Piece) -> list[Message]:
        found = list(self._parser.feed(piece.text))
        if self._parser._timeout_time is None:
            return found
        if len(piece.text) > 2:
            self._renew()
            return found
        # An escape, or alt and a character: the parser need not wait for the rest.
        self._parser._timeout_time = 0.0
        return found + list(self._parser.tick())

    def _renew(self) -> None:
        old, self._parser = self._parser, XTermParser()
        self._parser.last_x, self._parser.last_y = old.last_x, old.last_y


def _insertable(message: Message) -> Message:
    """Keep non-breaking spaces and joined emoji, which Textual's fields refuse from the keys."""
    if not isinstance(message, events.Key) or len(message.character or "") != 1:
        return message
    character = message.character or ""
    joins = character == _ZERO_WIDTH_JOINER
    if message.is_printable or not (joins or unicodedata.category(character) == "Zs"):
        return message
    return PrintableKey(message.key, character)


class SteadyDriver(LinuxDriver):
    """Keeps the keyboard alive whatever arrives, and ends the program when the terminal goes."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        assert sys.__stderr__ is not None, "The preconditions require a terminal"
        self._output = LastingOutput(sys.__stderr__)
        self._file = self._output  # type: ignore[assignment]  # the writer needs write and flush
        self._kitty = kitty_wanted(os.environ)
        self._picture = Picture(colours=not os.environ.get("NO_COLOR"))
        self._active = False

    def write(self, data: str) -> None:
        """Write what changes the picture; no shape for a mouse, no unasked kitty protocol."""
        if data.startswith(_POINTER_SHAPE):
            return
        if not self._kitty and data.endswith("u") and data.startswith(("\x1b[>", "\x1b[<")):
            return
        if shorter := self._picture.shorter(data, self._get_terminal_size()):
            super().write(shorter)

    def forget(self) -> None:
        """Take nothing for drawn any more, so that the next drawing is sent whole."""
        self._picture.forget()

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # untyped upstream
        self._active = self._key_thread is not None and self._key_thread.is_alive()
        tell = signal.getsignal(signal.SIGWINCH)

        def resized(number: int, frame: FrameType | None) -> None:
            self.forget()
            if callable(tell):
                tell(number, frame)

        signal.signal(signal.SIGWINCH, resized)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        super().stop_application_mode()
        self._active = False

    def restore_now(self) -> None:
        """Give the terminal back from any thread, without waiting for anyone."""
        if not self._active:
            return
        self._output.write_now(_RESTORE)
        if self.attrs_before is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)

    def run_input_thread(self) -> None:
        """Read the terminal until the program or the terminal ends."""
        cutter = InputCutter(constants.ESCAPE_DELAY)
        keyboard = Keyboard(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                remaining = cutter.remaining(monotonic())
                ready = selector.select(_POLL if remaining is None else min(_POLL, remaining))
                data = self._read() if ready else None
                if data == b"":
                    return self._hang_up()
                pieces = cutter.feed(data, monotonic()) if data else cutter.tick(monotonic())
                for piece in pieces:
                    for message in keyboard.messages(piece):
                        self.process_message(message)

    def _read(self) -> bytes | None:
        """Return bytes, nothing yet (`None`), or the end (`b""`)."""
        try:
            return os.read(self.fileno, _READ_SIZE)
        except BlockingIOError:
            return None
        except OSError:
            return b""

    def _hang_up(self) -> None:
        """End the program the way a hang-up does, even where that signal is ignored."""
        main = threading.main_thread().ident
        if main is not None and callable(signal.getsignal(signal.SIGHUP)):
            signal.pthread_kill(main, signal.SIGHUP)
        else:
            leave = functools.partial(self._app.exit, return_code=HANG_UP)
            self._loop.call_soon_threadsafe(leave)

    def _sigcont_application(self, *_: object) -> None:
        """Start again, also after a stop that gave no time to leave the terminal."""
        if self._active and self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        super()._sigcont_application()

    def _request_terminal_sync_mode_support(self) -> None:
        """Ask nothing: a late answer would be typed into a field."""

    def _query_in_band_window_resize(self) -> None:
        """Ask nothing: SIGWINCH tells the size."""
