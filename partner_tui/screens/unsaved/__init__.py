"""What waits to be saved."""
