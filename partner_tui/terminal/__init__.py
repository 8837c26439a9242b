"""What stands between a real terminal and Textual: input, output, signals, conditions to start."""
