"""What is written in one language only."""
