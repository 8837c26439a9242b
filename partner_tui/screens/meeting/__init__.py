"""One meeting: its agenda, its lines, who is there."""
