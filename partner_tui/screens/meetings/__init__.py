"""The meetings, coming and held."""
