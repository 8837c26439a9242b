"""partner-tui: build a campus–community partnership and keep it alive, from a terminal."""

__version__ = "0.1.0"
