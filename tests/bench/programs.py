"""The programs measured beside ours, a bare one and stock widgets; and what is measured in ours."""

from __future__ import annotations

import compileall
import sys
from datetime import date
from pathlib import Path

from msgspec.structs import replace

import partner_tui
from partner_tui import demo
from partner_tui.domain.records import Risk
from partner_tui.domain.workspace import TABLE_OF
from partner_tui.storage import folder

BARE = """
from textual.app import App
from textual.widgets import Footer, Header, Static

class Bare(App):
    def compose(self):
        yield Header()
        yield Static("READY")
        yield Footer()

Bare().run(mouse=False)
"""
_STOCK = """
from textual.app import App
from textual.widgets import {widget}{more}

class Stock(App):
    def compose(self):
        yield {made}

    def on_mount(self):
        {filled}

Stock().run(mouse=False)
"""
STOCK = {
    "SelectionList": _STOCK.format(
        widget="SelectionList", more="", filled="pass",
        made='SelectionList(*((f"READY {n}", n) for n in range(30)))',
    ),
    "ListView": _STOCK.format(
        widget="ListView", more=", ListItem, Label", filled="pass",
        made='ListView(*(ListItem(Label(f"READY {n}")) for n in range(30)))',
    ),
    "DataTable": _STOCK.format(
        widget="DataTable", more="", made='DataTable(cursor_type="row")',
        filled='t = self.query_one("DataTable"); t.add_columns("a", "b"); '
               '[t.add_row(f"READY {n}", "b") for n in range(30)]',
    ),
}  # fmt: skip


def python(code: str) -> list[str]:
    """Return the command that runs some code."""
    return [sys.executable, "-c", code]


def compiled() -> int:
    """Compile our modules as pip's install leaves them, also in a checkout; return how many.

    An installed program never compiles at its start. In a checkout used in place, and where
    PYTHONDONTWRITEBYTECODE is set, each start would compile every module again.
    """
    package = Path(partner_tui.__file__).parent
    compileall.compile_dir(package, quiet=1)
    return len(list(package.rglob("*.py")))


def dossier_of(risks: int, home: Path) -> Path:
    """Make a dossier like the sample, with so many risks."""
    workspace = demo.workspace(date.today())
    some = workspace.alive(Risk)
    made = (
        replace(some[n % len(some)], id=f"risk{n:06}", number=n + 1, event=f"Risque {n + 1}")
        for n in range(risks)
    )
    tables = {**workspace.tables, TABLE_OF[Risk]: {risk.id: risk for risk in made}}
    return folder.create(home, replace(workspace, tables=tables), f"risques-{risks}")
