"""No class of ours overrides a private name of Textual by accident."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest
from textual.app import App
from textual.dom import DOMNode
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

import partner_tui

MEANT = {
    "_fatal_error",  # a crash says one sentence instead of a traceback with what people typed
    "_on_paste",  # the input joins pasted lines instead of keeping the first
}
"""Private names that are overridden on purpose."""


def our_classes() -> Iterator[type]:
    """Yield every class of the program that Textual knows."""
    for found in pkgutil.walk_packages(partner_tui.__path__, "partner_tui."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for _name, kind in inspect.getmembers(module, inspect.isclass):
            if kind.__module__ == found.name and issubclass(kind, (App, DOMNode, Message)):
                yield kind


@pytest.mark.parametrize("kind", sorted(our_classes(), key=str), ids=lambda kind: kind.__qualname__)
def test_private_names_are_ours(kind: type) -> None:
    theirs = {
        name
        for base in kind.__mro__
        if base.__module__.startswith("textual") and base is not LinuxDriver
        for name in vars(base)
    }
    ours = {
        name
        for name, value in vars(kind).items()
        if name.startswith("_") and not name.startswith("__") and inspect.isfunction(value)
    }
    assert not (ours & theirs) - MEANT
