"""Runs programs in real pseudo-terminals."""
