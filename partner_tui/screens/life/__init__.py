"""The life of one meeting's minutes."""
