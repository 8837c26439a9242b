"""The lists to tick and score."""
