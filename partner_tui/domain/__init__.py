"""Frozen records and pure functions of a partnership."""
