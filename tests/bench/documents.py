"""How long documents take: a statement printed alone, then everything in every format.

Run it alone on the machine: `python tests/bench/documents.py`. The installed command is timed in
turn with `import tinydb, msgspec`, which no reading of a dossier can do without; the figures are
medians of wall-clock time, and the ratio is that of neighbours in time.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import programs

from partner_tui import demo

RUNS = 25
BASE = [sys.executable, "-c", "import tinydb, msgspec"]
COMMAND = [str(Path(sys.executable).with_name("partner-tui"))]


def timed(command: list[str], env: dict[str, str]) -> float:
    """Return the seconds that a command takes."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
    return time.perf_counter() - began


def main() -> None:
    """Print the figures."""
    print(f"modules compiled before: {programs.compiled()}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {**os.environ, "PARTNER_TUI_HOME": str(folder / "home")}
        dossier = str(demo.copy(folder / "dossiers", date.today()))
        for language in ("fr", "en"):
            command = [*COMMAND, "statement", dossier, "--lang", language]
            timed(command, env)  # the guide is parsed once, then kept
            pairs = [(timed(BASE, env), timed(command, env)) for _ in range(RUNS)]
            base, ours = (statistics.median(each) * 1000 for each in zip(*pairs, strict=True))
            ratio = statistics.median(mine / bare for bare, mine in pairs)
            print(f"statement {language}: {ours:.0f} ms, base {base:.0f} ms, {ratio:.2f} times")
        command = [*COMMAND, "export", dossier, "all", "--lang", "fr", "--lang", "en"]
        seconds = timed([*command, "--output", str(folder / "all/")], env)
        files = len(list((folder / "all").iterdir()))
        print(f"everything: {files} files in {seconds:.1f} s")


if __name__ == "__main__":
    main()
