"""Start the interface on this terminal."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from partner_tui.app import PartnerApp
from partner_tui.bootstrap import Services
from partner_tui.terminal.environment import is_far
from partner_tui.terminal.guard import require_supported_textual

if TYPE_CHECKING:
    from textual.driver import Driver


REST = 0.15
"""Seconds the cursor rests, on a slow line, before the text of its line is sent."""


def run(
    services: Services, *, mouse: bool = False, plain: bool = False, slow: bool | None = None
) -> int:
    """Open the workbench on this terminal and return the exit status."""
    require_supported_textual()
    app = PartnerApp(services, driver_class=_driver(plain or services.settings.ascii))
    if is_far(os.environ) if slow is None else slow:
        app.rest = REST
    app.ahead = True
    gc.freeze()  # what was made so far stays: nothing of it is worth looking at again
    gc.enable()
    app.run(mouse=mouse)
    return app.return_code or 0


def _driver(plain: bool) -> type[Driver] | None:
    """Return the input and output layer: ours where there is a POSIX terminal."""
    if os.name != "posix":
        return None
    if plain or os.environ.get("TERM") == "linux":
        from partner_tui.terminal.plain import PlainDriver

        return PlainDriver
    from partner_tui.terminal.driver import SteadyDriver

    return SteadyDriver
