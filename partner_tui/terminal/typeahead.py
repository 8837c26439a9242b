"""Keys one at a time: what is typed ahead waits until the key before it has had its effect."""

from __future__ import annotations

from collections import deque
from contextlib import ExitStack
from time import monotonic

from textual.app import App
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.message import Message

ROUNDS = 4
"""How often the probe goes round: a key acts, its message goes up, the answer moves the focus."""
PATIENCE = 200
"""Rounds at most for a screen that is still opening."""
HELD = 0.1
"""Seconds that the drawing waits at most for a key to have its effect."""
REST = 0.25
"""Seconds after a key has had its effect when nothing that it began is under way any more."""
LOST = 1.5
"""Seconds after which a probe does not come back any more."""


class Settled(Message):
    """Climbs behind a key from the focused widget to the program."""


class TypeAhead(App[int]):
    """A program in which no key reaches a widget that the key before it leaves or replaces.

    What a key changes is drawn at once, in one piece; keys that come together are drawn together.

    Textual hands keys to the widget that has the focus when they arrive. The keys that come in
    one packet with the key that opens a line (a slow connection, a quick hand) would all go to
    the list behind it, and act as commands.
    """

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class)
        self._ahead: deque[Key | Paste] = deque()
        self._rounds = 0
        """Rounds since the last key was handed over; 0 when it has had its effect."""
        self._probed = self._rested = 0.0
        self._rescuing = False
        """Whether a look is due at what may wait behind a lost probe."""
        self._frame = ExitStack()
        """What holds the drawing back until a key has had its effect."""
        self._drawing = True

    async def on_event(self, event: Event) -> None:
        """Hand over a key when all that came before it is settled; let other events through."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if self._left():
            return
        self._ahead.append(event)
        if self._at_rest():
            await self._hand_over()
        elif not self._rounds:
            self._rounds = 1
            self._probe()
        elif self._lost():
            await self._hand_over()
        if self._ahead and not self._rescuing:
            self._rescuing = True
            self.set_timer(LOST, self._resume)

    async def _hand_over(self) -> None:
        """Hand over the letters of a text at once, any other key alone."""
        self._rounds = 1
        typed = True
        while typed and self._ahead and not self._left():
            event = self._ahead.popleft()
            typed = self._is_typed(event)
            self._hold()
            await super().on_event(event)
        self._probe()

    def _is_typed(self, event: Key | Paste) -> bool:
        """Tell whether a field takes a key as text, so that nothing else comes of it."""
        focused = self.focused
        return (
            isinstance(event, Key)
            and focused is not None
            and focused.check_consume_key(event.key, event.character)
        )

    def _probe(self) -> None:
        self._probed = monotonic()
        if not self._left():
            (self.focused or self.screen).post_message(Settled())

    async def on_settled(self, event: Settled) -> None:
        """Send the probe round again, or hand over the next key."""
        event.stop()
        if self._left():
            return
        self._rounds += 1
        if self._rounds > ROUNDS and not self._ahead:
            self._draw()
        if not self._settled():
            self._probe()
        elif self._ahead:
            await self._hand_over()
        else:
            self._rounds, self._rested = 0, monotonic()

    def delay_update(self, delay: float = HELD) -> None:
        """Draw a screen that comes in front once it has settled, not after a fixed delay."""
        self._hold()
        if not self._rounds:
            self._rounds = 1
            self._probe()

    def _hold(self) -> None:
        """Draw nothing until the key has had its effect, or for a tenth of a second."""
        if self._drawing:
            self._drawing = False
            self._frame.enter_context(self.batch_update())
            self.set_timer(HELD, self._draw)

    def _draw(self) -> None:
        """Draw what has changed."""
        if not self._drawing:
            self._drawing = True
            self._frame.close()
            if not self._left():
                self.screen.check_idle()

    def _settled(self) -> bool:
        """Tell whether the last key has had its effect, as far as one waits for it."""
        if self._ahead:
            return self._rounds > ROUNDS and not self._opening()
        return self._drawing and not self._opening()

    def _opening(self) -> bool:
        """Tell whether the screen in front has yet to put its focus somewhere."""
        waiting = bool(self.screen.AUTO_FOCUS) and self.focused is None
        return waiting and self._rounds < PATIENCE

    def _left(self) -> bool:
        """Tell whether the program ends and its screens are gone: no key acts any more."""
        return not self._screen_stack

    def _at_rest(self) -> bool:
        """Tell whether nothing has been under way for a while, so that a key need not wait."""
        rested = bool(self._rested) and monotonic() - self._rested > REST
        return rested and not self._rounds and not self._left() and not self._opening()

    def _lost(self) -> bool:
        """Tell whether the probe went down with a widget that was taken away."""
        return monotonic() - self._probed > LOST

    async def _resume(self) -> None:
        """Hand over what waits behind a probe that was lost."""
        self._rescuing = False
        if self._ahead and self._lost():
            await self._hand_over()
        if self._ahead:
            self._rescuing = True
            self.set_timer(LOST, self._resume)
