"""A check that the installed Textual is the one the input layer was written against."""

from __future__ import annotations

import dis
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType
from typing import Any

EXPECTED = "8.2.8"

_NEEDED = {
    ("textual.drivers.linux_driver", "LinuxDriver"): (
        "_app",
        "_auto_restart",
        "_debug",
        "_file",
        "_key_thread",
        "_loop",
        "_must_signal_resume",
        "_query_in_band_window_resize",
        "_request_terminal_sync_mode_support",
        "_sigcont_application",
        "attrs_before",
        "exit_event",
        "fileno",
        "process_message",
        "run_input_thread",
        "start_application_mode",
        "stop_application_mode",
        "suspend_application_mode",
        "write",
    ),
    ("textual._xterm_parser", "XTermParser"): ("_timeout_time", "feed", "last_x", "last_y", "tick"),
    ("textual.app", "App"): ("_driver", "app_resume_signal", "driver_class", "exit", "is_headless"),
}


class UnsupportedTextualError(RuntimeError):
    """Tells which names of Textual the input layer needs and cannot find."""

    def __init__(self, found: str, missing: tuple[str, ...]) -> None:
        self.found = found
        self.missing = missing
        super().__init__(
            f"This program needs textual {EXPECTED}; version {found} lacks {', '.join(missing)}."
        )


def installed() -> str:
    """Return the version of the installed Textual without importing it."""
    from importlib.metadata import version

    return version("textual")


def is_expected() -> bool:
    """Say whether the files beside Textual are of the expected version, which costs no time."""
    found = find_spec("textual")
    if found is None or found.origin is None:
        return False
    return (Path(found.origin).parents[1] / f"textual-{EXPECTED}.dist-info").is_dir()


def missing_names() -> tuple[str, ...]:
    """List the names the input layer relies on that the installed Textual does not have."""
    missing: list[str] = []
    for (module, owner), names in _NEEDED.items():
        try:
            found = getattr(import_module(module), owner)
        except (ImportError, AttributeError):
            missing.append(f"{module}.{owner}")
            continue
        missing += [f"{owner}.{name}" for name in names if not _has(found, name)]
    return tuple(missing)


def require_supported_textual() -> None:
    """Raise when the installed Textual is another version and lacks a name needed here."""
    if is_expected() or (found := installed()) == EXPECTED:
        return
    if missing := missing_names():
        raise UnsupportedTextualError(found, missing)


def _has(owner: Any, name: str) -> bool:
    """Find a class attribute, or one that an `__init__` of the class sets."""
    return hasattr(owner, name) or any(
        step.opname == "STORE_ATTR" and step.argval == name
        for base in owner.__mro__
        if isinstance(make := vars(base).get("__init__"), FunctionType)
        for step in dis.get_instructions(make)
    )
