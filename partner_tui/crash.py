"""What is left of an error nobody foresaw: a private log, and one sentence on the terminal."""

from __future__ import annotations

import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from partner_tui import __version__


def write_log(folder: Path) -> Path | None:
    """Write the error being handled to a private file; None when even that is impossible.

    The log tells the lines of code, never the values: what people typed stays out of it.
    """
    moment = datetime.now(UTC)
    path = folder / f"crash-{moment:%Y%m%d-%H%M%S}-{os.getpid()}.log"
    text = f"partner-tui {__version__}, {moment.isoformat()}\n{traceback.format_exc()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except OSError:
        return None
    return path
