"""The nine steps: their questions and answers."""
