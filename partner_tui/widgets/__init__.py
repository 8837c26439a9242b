"""Widgets that know the domain, never the disk."""
