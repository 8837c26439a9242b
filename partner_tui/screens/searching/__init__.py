"""All minutes searched at once."""
