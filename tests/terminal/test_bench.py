"""The bench tells in one line which program of others it could not measure, and goes on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

BENCH = str(Path(__file__).parents[1] / "bench")


def test_a_peer_that_does_not_start_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, BENCH])
    import peers

    program = tmp_path / "bin" / "dooit"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 'dooit 3.3'\necho 'no database' >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    assert "harlequin" in peers.missing()
    ((name, said),) = peers.measured(tmp_path).items()
    assert name == "dooit"
    assert said == "could not be measured: ended with status 3: dooit 3.3 no database"
