"""What the next keys need, imported while nothing else goes on."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from textual.app import App

from partner_tui.commands import MODES

REST = 0.2
"""Seconds between two of them: a key never waits for more than one."""


def modules() -> Iterator[str]:
    """Yield the modules of the screens and of the commonest dialogs, the likeliest first."""
    yield "partner_tui.domain.settled"  # every change asks it
    for mode, _letter, _label in MODES:
        yield f"partner_tui.screens.{mode}.screen"
    for name in ("form", "help", "palette"):
        yield f"partner_tui.screens.dialogs.{name}"
    yield "partner_tui.screens.actions.screen"


def import_ahead(app: App[Any]) -> None:
    """Import them one by one."""
    names = modules()

    def one() -> None:
        name = next(names, None)
        if name is not None:
            import_module(name)
            app.set_timer(REST, one)

    app.set_timer(REST, one)
