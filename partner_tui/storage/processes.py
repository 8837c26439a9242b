"""Which processes of this computer are still the ones that left something."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def born(process: int) -> str:
    """Return when a process began, where the system tells; nothing elsewhere."""
    with suppress(OSError, IndexError):
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot}/{status.rpartition(')')[2].split()[19]}"
    return ""


def is_running(process: int, since: str) -> bool:
    """Tell whether a process of this computer is still the one that began then."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    now = born(process)
    return not (now and since) or now == since
