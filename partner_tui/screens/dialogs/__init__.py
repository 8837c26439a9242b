"""Small windows that settle one question."""
