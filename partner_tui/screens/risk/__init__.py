"""One risk: its scores, its measures, its plan."""
