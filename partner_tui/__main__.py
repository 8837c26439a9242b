"""Run partner-tui as `python -m partner_tui`."""

from partner_tui.cli import main

raise SystemExit(main())
