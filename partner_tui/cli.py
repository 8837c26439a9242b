"""The command line: open the workbench, or print without it."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    from partner_tui import bootstrap

    services = bootstrap.services()
    bootstrap.open_demo(services)
    from partner_tui.app import PartnerApp

    app = PartnerApp(services)
    return app.run(mouse=False) or 0
