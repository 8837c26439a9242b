"""A session in its own process: python committing.py FOLDER NAME COUNT."""

from __future__ import annotations

import sys
from pathlib import Path

from partner_tui.domain.records import Tick
from partner_tui.domain.workspace import Workspace, put
from partner_tui.storage.store import TinyStore


def main(folder: str, name: str, count: str) -> None:
    """Add ticks of its own and count one that everybody counts."""
    store = TinyStore(Path(folder))
    base = store.load()
    for number in range(int(count)):

        def change(workspace: Workspace, key: str = f"{name}.{number:03}") -> Workspace:
            shared = workspace.table(Tick).get("shared", Tick(id="shared"))
            return put(workspace, Tick(id=key), Tick(id="shared", value=shared.value + 1))

        base, _entry = store.commit("tick", change, base=base, who=name, when="")


if __name__ == "__main__":
    main(*sys.argv[1:])
