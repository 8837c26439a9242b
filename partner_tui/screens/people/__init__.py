"""Organizations and contacts."""
